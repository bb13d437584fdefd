import { declarationsIn, type Declaration, type Extent } from './declarations.ts'

/** A hint to those that make scripts small, which says nothing to a reader. */
const hint = '/* @__PURE__ */ '

/** Code cut from a file, and the lines on which it stands there. */
export type Cut = { readonly text: string; readonly first: number; readonly last: number }

const lineOf = (source: string, at: number): number => source.slice(0, at).split('\n').length
const lineStart = (source: string, at: number): number => source.lastIndexOf('\n', at - 1) + 1
function lineEnd(source: string, at: number): number {
  const end = source.indexOf('\n', at)
  return end < 0 ? source.length : end
}

/** Whole lines; with the comment that ends on the line above, unless it is left out. */
function withLines(
  source: string,
  { start, end }: Extent,
  comments: readonly Extent[],
  bare: boolean,
): Extent {
  const above = comments.find((comment) => /^\n[ \t]*$/.test(source.slice(comment.end, start)))
  return { start: lineStart(source, above && !bare ? above.start : start), end: lineEnd(source, end) }
}

/** The same lines, without the room that all of them have on their left. */
function flush(text: string): string {
  const lines = text.split('\n')
  const room = Math.min(...lines.filter((line) => line !== '').map((line) => line.search(/\S/)))
  return lines.map((line) => line.slice(room)).join('\n')
}

const missing = (file: string, name: string, known: readonly { readonly name: string }[]): Error =>
  new Error(`${file} has no “${name}”; it has ${known.map((each) => each.name).join(', ')}`)

function find<T extends { readonly name: string }>(file: string, name: string, among: readonly T[]): T {
  const found = among.find((each) => each.name === name)
  if (!found) throw missing(file, name, among)
  return found
}

/** Some members of a class or an interface in its braces, with … where others are left out. */
function someMembers(
  source: string,
  of: Declaration,
  names: readonly string[],
  lines: (extent: Extent) => Extent,
  file: string,
): string {
  const { start, end } = of.body ?? of
  for (const name of names) find(file, name, of.members)
  const parts = of.members.map((member) => {
    const extent = lines(member)
    return names.includes(member.name) ? source.slice(extent.start, extent.end) : '  …'
  })
  const between = parts.filter((part, k) => part !== '  …' || parts[k - 1] !== '  …')
  return [source.slice(of.start, start + 1), ...between, source.slice(end - 1, lineEnd(source, end))].join(
    '\n',
  )
}

/**
 * Cuts code from a source by name: `vjp`, or `Tape.process` for a member of a class or an interface; several with commas
 * between. Members of one declaration that follow each other share its braces. A name that is not there is an error that
 * lists those that are. `bare` leaves out the comments above. Hints to bundlers are left out always.
 */
export function cut(file: string, source: string, wanted: string, bare = false): Cut {
  const { declarations, comments } = declarationsIn(file, source)
  const lines = (extent: Extent): Extent => withLines(source, extent, comments, bare)
  const groups: { of: Declaration; members: string[] }[] = []
  for (const path of wanted.split(',').map((name) => name.trim())) {
    const [top = '', member] = path.split('.')
    const of = find(file, top, declarations)
    const last = groups.at(-1)
    if (member !== undefined && last?.of === of && last.members.length > 0) last.members.push(member)
    else groups.push({ of, members: member === undefined ? [] : [member] })
  }
  const whole = groups.map(({ of }) => lines(of))
  const texts = groups.map(({ of, members }, k) => {
    const { start, end } = whole[k] ?? of
    return members.length === 0 ? source.slice(start, end) : someMembers(source, of, members, lines, file)
  })
  return {
    text: texts.map(flush).join('\n\n').replaceAll(hint, ''),
    first: lineOf(source, Math.min(...whole.map(({ start }) => start))),
    last: lineOf(source, Math.max(...whole.map(({ end }) => end))),
  }
}

/** The line, from 0, of some code on which a piece of text begins. An error where there is none, or more than one. */
export function lineWith(code: string, text: string): number {
  const at = code.indexOf(text)
  if (at < 0) throw new Error(`the code has no “${text}”`)
  if (code.indexOf(text, at + 1) >= 0) throw new Error(`the code has “${text}” more than once`)
  return lineOf(code, at) - 1
}
