/** The chapters in their order, by the names that their folders have; a test holds it against `content/`. */
export const chapters = [
  'slope',
  'gradient',
  'jacobian',
  'tensors',
  'backprop',
  'linear-layer',
  'vectorization',
] as const
export type Chapter = (typeof chapters)[number]

const placeOf = (chapter: Chapter) => chapters.indexOf(chapter)
/** A chapter that teaches no kind of item stands behind all that do. */
const placeOfAny = (chapter: string) => {
  const place = chapters.findIndex((name) => name === chapter)
  return place < 0 ? chapters.length : place
}

/** The later of two chapters: what needs both is taught there. */
export const later = (a: Chapter, b: Chapter): Chapter => (placeOf(a) > placeOf(b) ? a : b)

/** What a chapter may ask at its end: what those before it teach, and the first what it teaches itself. */
export const mayAsk = (at: string, taught: Chapter): boolean => placeOf(taught) < Math.max(placeOfAny(at), 1)
