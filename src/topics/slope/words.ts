/** What its parts and controls are called, and what is read out of its formulas. */
export const words = {
  picture: (name: string) => `${name}, where the slope says it goes, and where it goes`,
  predicted: 'predicted',
  true: 'true',
  step: 'a step at 0',
  square: 'A square with sides of length x, and what it gains when they grow by Δx: two strips and a corner',
  was: 'x²',
  strips: 'two strips, x·Δx each',
  corner: 'the corner, Δx²',
  unusable: (source: string, error: string) =>
    `The link has a function that can't be used, “${source}”: ${error}`,
  exp: (letter: string) => `e to the ${letter}`,
}
