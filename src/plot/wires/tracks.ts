/** A link that does not run straight, between two places of the row; -1 and the number of items are its two sides. */
type Span = { readonly from: number; readonly to: number }
export type Track = { readonly side: 'above' | 'below'; readonly level: number }

const overlap = (a: Span, b: Span): boolean => {
  if (a.from === a.to) return b.from < a.from && a.to < b.to
  if (b.from === b.to) return overlap(b, a)
  return a.from < b.to && b.from < a.to
}

/** Leads each link above or below the row, the short ones nearest, so that no two lie on each other. */
export function tracksOf(spans: readonly Span[]): Track[] {
  const taken: { span: Span; track: Track }[] = []
  const found: Track[] = []
  const order = [...spans.keys()].sort((a, b) => length(spans, a) - length(spans, b) || a - b)
  for (const k of order) {
    const span = spans[k] as Span // the keys are those of the list
    const isFree = (track: Track) =>
      !taken.some(
        (other) =>
          other.track.side === track.side &&
          (other.track.level >= track.level ? overlap(span, other.span) : false),
      )
    let track: Track | undefined
    for (let level = 0; !track; level++)
      track = (['above', 'below'] as const).map((side) => ({ side, level })).find(isFree)
    taken.push({ span, track })
    found[k] = track
  }
  return found
}

const length = (spans: readonly Span[], k: number): number => {
  const span = spans[k]
  return span ? span.to - span.from : 0
}
