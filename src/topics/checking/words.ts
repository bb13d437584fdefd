/** What its parts and controls are called, and what is read out of its formulas. */
export const words = {
  one: 'one number',
  vector: (length: string) => `a vector of ${length}`,
  sign: 'The size is right, the sign is not.',
  inverse: 'That is the inverse: one over the right number.',
  signAndFactor: (by: string) => `The sign is wrong, and a factor of ${by} as well.`,
  factor: (large: boolean, by: string) => `Too ${large ? 'large' : 'small'} by a factor of ${by}.`,
  orElse: ' Or else: ',
  noValue: 'There is no value',
  noNumber: (digits: string) =>
    `“${digits}” does not come to a number. Type one, such as −0.5, 1.2e3 or 2/3.`,
}
