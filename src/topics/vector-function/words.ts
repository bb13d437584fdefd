/** What its parts and controls are called, and what is read out of its formulas. */
export const words = {
  function: 'The function',
  own: 'Your own',
  tooMany: (count: number, most: number) =>
    `${count} formulas are too many: the figure has room for ${most} outputs.`,
  inOutput: (name: string, error: string) => `In ${name}: ${error}`,
}
