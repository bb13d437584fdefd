import { katexOptions } from '../../katex.ts'

/** The book's own words of TeX, and KaTeX's for HTML: what each stands for, with #1 and #2 for what follows it. */
const macros: Readonly<Record<string, string>> = {
  ...katexOptions.macros,
  '\\htmlClass': '#2',
  '\\htmlData': '#2',
}

/** What TeX takes for one argument: a group, a command, or a sign. Gives it without its braces, and where it ends. */
function argument(tex: string, from: number): { text: string; end: number } {
  const at = from + (/^\s*/.exec(tex.slice(from))?.[0].length ?? 0)
  if (tex[at] !== '{') {
    const [sign = ''] = /^(?:\\[a-zA-Z]+|\\?[^])/.exec(tex.slice(at)) ?? []
    return { text: sign, end: at + sign.length }
  }
  let depth = 0
  for (let i = at; i < tex.length; i++) {
    if (tex[i] === '\\') i++
    else if (tex[i] === '{') depth++
    else if (tex[i] === '}' && --depth === 0) return { text: tex.slice(at + 1, i), end: i + 1 }
  }
  throw new Error(`a brace that never closes in ${tex}`)
}

/** A command ends where its letters end. */
const beside = (left: string, right: string) =>
  left + (/\\[a-zA-Z]+$/.test(left) && /^[a-zA-Z]/.test(right) ? ' ' : '') + right

/** TeX that anyone's TeX reads: the book's macros written out, classes and data left away. */
export function plainTex(tex: string): string {
  const [, before = '', name = '', rest = ''] = /^([^\\]*)(\\(?:[a-zA-Z]+|[^]))([^]*)$/.exec(tex) ?? []
  if (name === '') return tex
  const body = macros[name]
  if (body === undefined) return before + beside(name, plainTex(rest))
  const count = Math.max(0, ...[...body.matchAll(/#(\d)/g)].map(([, k]) => Number(k)))
  const given: string[] = []
  let end = 0
  while (given.length < count) {
    const next = argument(rest, end)
    given.push(next.text)
    end = next.end
  }
  const filled = body.replace(/#(\d)/g, (_, k: string) => given[Number(k) - 1] ?? '')
  return before + beside(plainTex(filled), plainTex(rest.slice(end)))
}
