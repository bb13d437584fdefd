import type { KatexOptions } from 'katex'

const letters = { x: 'x', w: 'w', y: 'y', b: 'w' } as const

/** What the page lights up under one name, and what the notation explains. */
const key = (name: string, tex: string) => `\\htmlData{sym=${name}}{${tex}}`

/** A symbol of the book: its hue as a class, and `data-sym`, the key by which the page lights it up. */
const symbol = (name: string, role: string, tex: string) => `\\htmlClass{${role}}{${key(name, tex)}}`

/**
 * The notation of the book as TeX macros, for each of x, w, y and b: `\x` the letter, `\xe{1}{2}` an entry,
 * `\xat{2}` an entry of a vector, `\dLdx` the gradient of the loss, `\dLdxe{1}{2}` an entry of it; `\dye{1}{2}` is
 * short for an entry of ∂L/∂y.
 */
function notation(): Record<string, string> {
  const macros: Record<string, string> = {
    '\\L': symbol('L', 'L', 'L'),
    '\\T': `^{${key('T', '\\mathrm T')}}`,
    '\\dye': symbol('dy.#1.#2', 'y', 'dy_{#1,#2}'),
    // What forward mode carries along with a value: how fast it moves.
    '\\rate': key('tangent', '\\dot{#1}'),
    '\\dydx': key('dydx', '\\frac{\\partial \\y}{\\partial \\x}'),
    '\\dydw': key('dydw', '\\frac{\\partial \\y}{\\partial \\w}'),
    // The weights where they have their outputs first: another letter, the same symbol.
    '\\W': symbol('w', 'w', 'W'),
    '\\dLdW': symbol('dw', 'w', '\\frac{\\partial \\L}{\\partial W}'),
    '\\slot': '\\htmlData{slot=#1}{0}',
  }
  for (const [name, role] of Object.entries(letters)) {
    macros[`\\${name}`] = symbol(name, role, name)
    macros[`\\${name}at`] = symbol(`${name}.#1`, role, `${name}_{#1}`)
    macros[`\\${name}e`] = symbol(`${name}.#1.#2`, role, `${name}_{#1,#2}`)
    macros[`\\dLd${name}`] = symbol(`d${name}`, role, `\\frac{\\partial \\L}{\\partial ${name}}`)
    macros[`\\dLd${name}e`] = symbol(
      `d${name}.#1.#2`,
      role,
      `\\frac{\\partial \\L}{\\partial ${name}_{#1,#2}}`,
    )
  }
  return macros
}

/** KaTeX as the book uses it: whatever it does not understand is an error, and only classes and data get through. */
export const katexOptions = {
  strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
  trust: ({ command }: { command: string }) => {
    if (['\\htmlClass', '\\htmlData'].includes(command)) return true
    // False alone would print the command in red and go on.
    throw new Error(`${command} is not for the book's formulas`)
  },
  get macros() {
    return notation()
  },
} satisfies KatexOptions
