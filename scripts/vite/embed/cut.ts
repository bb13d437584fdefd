/** One thing of a page, to stand alone in a frame of someone else's page. */
export type Embed = {
  id: string
  /** “Figure 6.1 Walk through it”, “Exercise: The bias”. */
  title: string
  /** Where it stands in the book. */
  home: string
  html: string
}

export type Source = { path: string; title: string; html: string }
/** What the things of the book are called, by their address without the first slash: `slope/#zoom`. */
export type Names = ReadonlyMap<string, string>

type Piece = { kind: 'exercise' | 'predict' | 'island'; from: number; to: number; tag: string }
type Thing = { id: string; piece: Piece; exercise: Piece | undefined; numbered: boolean; locks: string }

/** Where an element ends. The pages are the build's own: each tag is closed, and no attribute holds a `<`. */
function endOf(html: string, from: number, name: string): number {
  const tags = new RegExp(`<(/?)${name}\\b`, 'g')
  tags.lastIndex = from
  let depth = 0
  for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
    depth += tag[1] ? -1 : 1
    if (depth === 0) return html.indexOf('>', tag.index) + 1
  }
  throw new Error(`a ${name} that never closes: ${html.slice(from, from + 80)}`)
}

const kindOf = (tag: string): Piece['kind'] | undefined =>
  (['exercise', 'predict', 'island'] as const).find((kind) => tag.includes(` class="${kind}"`))

const pieces = (html: string): Piece[] =>
  [...html.matchAll(/<(div|section)\b(?:[^">]|"[^"]*")*>/g)].flatMap(
    ({ 0: tag, 1: name = '', index: from }) => {
      const kind = kindOf(tag)
      return kind ? [{ kind, from, to: endOf(html, from, name), tag }] : []
    },
  )

const unescaped = (text: string) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
const attribute = (tag: string, name: string) =>
  unescaped(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '')

/** Figures, questions and predictions, in their order, with the exercise that each stands in. */
function thingsIn(html: string): Thing[] {
  const all = pieces(html)
  return all.flatMap((piece) => {
    if (piece.kind === 'exercise') return []
    const exercise = all.find(
      ({ kind, from, to }) => kind === 'exercise' && from < piece.from && piece.to < to,
    )
    if (piece.kind === 'predict') {
      const id = attribute(piece.tag, 'id')
      return [{ id, piece, exercise: undefined, numbered: false, locks: attribute(piece.tag, 'data-locks') }]
    }
    const { id, number } = JSON.parse(attribute(piece.tag, 'data-props')) as { id: string; number?: string }
    return [{ id, piece, exercise, numbered: number !== undefined, locks: '' }]
  })
}

/** A question is nothing without the text round it; a figure that follows it in an exercise is something alone. */
function wholeOf({ piece, exercise, numbered }: Thing, all: readonly Thing[]): Piece {
  if (!exercise) return piece
  const first = all.find((each) => each.exercise === exercise)
  return numbered && first?.piece !== piece ? piece : exercise
}

/** Links that lead out of what was cut: to the book, in a tab of their own, since the frame is the host's. */
export function withLinksOut(html: string, page: string): string {
  const ids = new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id))
  return html.replace(/(<a\b[^>]*? )href="([^"]*)"/g, (whole, before: string, to: string) => {
    if (to.startsWith('#') && ids.has(/^#([^?]*)/.exec(to)?.[1])) return whole
    return `${before}href="${to.startsWith('#') ? page + to : to}" target="_blank" rel="noopener"`
  })
}

/** All that can stand alone on a page; `base` is what addresses of the book begin with. */
export function embedsOf({ path, title, html }: Source, names: Names, base: string): Embed[] {
  const page = path.slice(1)
  const things = thingsIn(html)
  return things.map((thing) => {
    const whole = wholeOf(thing, things)
    // What a figure waits for comes with it.
    const asked = things.filter(({ locks }) => locks === thing.id).map(({ piece }) => piece)
    const name =
      whole.kind === 'exercise' ? attribute(whole.tag, 'aria-label') : names.get(`${page}#${thing.id}`)
    return {
      id: thing.id,
      title: name ?? `Part of “${title}”`,
      home: `${base}${page}#${thing.id}`,
      html: withLinksOut([...asked, whole].map(({ from, to }) => html.slice(from, to)).join(''), base + page),
    }
  })
}

/** Those of all pages; an id that stands on two of them stops the build, since it is an address here. */
export function embedsOfAll(pages: readonly Source[], names: Names, base: string): Embed[] {
  const all = pages.flatMap((page) => embedsOf(page, names, base))
  const seen = new Map<string, string>()
  for (const { id, home } of all) {
    const before = seen.get(id)
    if (before !== undefined)
      throw new Error(`two things of the book are called “${id}”: ${before} and ${home}`)
    seen.set(id, home)
  }
  return all
}
