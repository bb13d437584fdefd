/** What its parts and controls are called, and what is read out of its formulas. */
export const words = {
  picture: (name: string) => `${name}, where the slope says it goes, and where it goes`,
  predicted: 'predicted',
  true: 'true',
  step: 'a step at 0',
  unusable: (source: string, error: string) =>
    `The link has a function that can't be used, “${source}”: ${error}`,
  exp: (letter: string) => `e to the ${letter}`,
}
