export const kinds = [
  'page',
  'section',
  'figure',
  'definition',
  'equation',
  'exercise',
  'identity',
  'symbol',
] as const
export type Kind = (typeof kinds)[number]

/** What can be found: a place of the book. */
export type Entry = {
  readonly kind: Kind
  readonly name: string
  /** The page that it stands on, as it is listed: “6 · The linear layer”. */
  readonly on: string
  /** From the book's base on: `linear-layer/#eq-8`. */
  readonly to: string
  /** What is read there, without what a reader is to find out. */
  readonly text: string
}
