import { agree, numberPattern, readNumber, type Printed } from './number'

type Token = { kind: 'number' | 'op' | 'equals' | 'open' | 'close' | 'other'; text: string }

const words: Record<string, [Token['kind'], string]> = {
  times: ['op', '·'],
  over: ['op', '/'],
  plus: ['op', '+'],
  minus: ['op', '−'],
  is: ['equals', '='],
  equals: ['equals', '='],
}
const signs: Record<string, Token['kind']> = {
  '·': 'op',
  '/': 'op',
  '+': 'op',
  '−': 'op',
  '=': 'equals',
  '≈': 'equals',
  '(': 'open',
  ')': 'close',
}
const pattern = new RegExp(
  `(is about|is roughly)|(${numberPattern})|(\\p{L}[\\p{L}\\p{N}\\p{M}’'₀-₉ᵀ]*)|(\\S)`,
  'gu',
)

/** The text in pieces; whatever is glued to a letter is part of a name, and no number. */
export function tokens(text: string): Token[] {
  return [...text.matchAll(pattern)].map((match): Token => {
    const [piece, about, number, word] = match
    if (about) return { kind: 'equals', text: '≈' }
    if (number) {
      const after = text[match.index + piece.length] ?? ''
      return { kind: /[\p{L}%‰°²³^₀-₉×]/u.test(after) ? 'other' : 'number', text: piece }
    }
    const known = word && words[word]
    if (known) return { kind: known[0], text: known[1] }
    return { kind: signs[piece] ?? 'other', text: piece }
  })
}

type Value = Printed & { size: number; operations: number }
/** One over a number, with what rounding may do to it. */
const inverse = ({ value, half, size, operations }: Value): Value => ({
  value: 1 / value,
  half: half / value ** 2,
  size: 1 / size,
  operations,
})
const leaf = ({ value, half }: Printed): Value => ({ value, half, size: Math.abs(value), operations: 0 })

/** Evaluates one side; undefined if it is no arithmetic on numbers alone. */
function evaluate(side: readonly Token[]): Value | undefined {
  let at = 0
  const here = () => side[at]
  const is = (...texts: string[]) => {
    const token = side[at]
    return token?.kind === 'op' && texts.includes(token.text)
  }
  const atom = (): Value | undefined => {
    const token = side[at++]
    if (token?.kind === 'op' && token.text === '−') {
      const inner = atom()
      return inner && { ...inner, value: -inner.value }
    }
    if (token?.kind === 'number') {
      const number = readNumber(token.text)
      return number && leaf(number)
    }
    if (token?.kind !== 'open') return undefined
    const inner = sum()
    return side[at++]?.kind === 'close' ? inner : undefined
  }
  const product = (): Value | undefined => {
    let left = atom()
    while (left && is('·', '/')) {
      const divides = is('/')
      at++
      const factor = atom()
      const right = factor && divides ? inverse(factor) : factor
      left = right && {
        value: left.value * right.value,
        half: Math.abs(left.value) * right.half + Math.abs(right.value) * left.half + left.half * right.half,
        size: left.size * right.size,
        operations: left.operations + right.operations + 1,
      }
    }
    return left
  }
  const sum = (): Value | undefined => {
    let left = product()
    while (left && is('+', '−')) {
      const sign = here()?.text === '−' ? -1 : 1
      at++
      const right = product()
      left = right && {
        value: left.value + sign * right.value,
        half: left.half + right.half,
        size: left.size + right.size,
        operations: left.operations + right.operations + 1,
      }
    }
    return left
  }
  const found = sum()
  return at === side.length ? found : undefined
}

/** The tokens of arithmetic that end, or begin, at a sign; none if they go on into a name. */
function sideOf(all: readonly Token[], from: number, step: 1 | -1): readonly Token[] {
  let end = from
  while (all[end] && all[end]?.kind !== 'equals' && all[end]?.kind !== 'other') end += step
  const side = step === 1 ? all.slice(from, end) : all.slice(end + 1, from + 1)
  const outer = step === 1 ? side.at(-1) : side[0]
  const beyond = all[end]
  // "∂y/∂x · 0.5": the product begins with a name.
  if (outer?.kind === 'op' && (step === 1 || outer.text !== '−' || beyond?.kind === 'other')) return []
  return side
}

/** An equation between numbers that stands in a text. */
export type Sum = { text: string; holds: boolean }

/** Every printed product or sum with its result, recomputed. */
export function sumsIn(text: string): Sum[] {
  const all = tokens(text)
  return all.flatMap((token, k): Sum[] => {
    if (token.kind !== 'equals') return []
    const [left, right] = [sideOf(all, k - 1, -1), sideOf(all, k + 1, 1)]
    const [a, b] = [evaluate(left), evaluate(right)]
    if (!a || !b || a.operations + b.operations === 0) return []
    const sign = token.text as '=' | '≈' // the only two that are equals
    const said = [...left, token, ...right].map((each) => each.text).join(' ')
    return [{ text: said, holds: agree(sign, a, b, a.size + b.size) }]
  })
}
