/** What its parts and controls are called, and what is said of the bytes. */
export const words = {
  title: 'One head of attention, in bytes',
  N: 'N, tokens of the text',
  D: 'D, numbers in a row of Q, K and V',
  tokens: 'tokens of the text',
  width: 'numbers in a row of Q, K and V',
  twice: (shape: string) => `2 of ${shape}`,
  keep: (bytes: string) => `Q, K, V and {y} take ${bytes} together.`,
  weights: (bytes: string, times: string, fits: string) =>
    `The weights are one matrix A of ${bytes}, ${times}; it ${fits}.`,
  more: (times: string) => `${times} times as much`,
  less: (times: string) => `and the rest ${times} times as much`,
  again: (bytes: string) =>
    `Made again on the way back, they need ${bytes} instead: one number ℓ for each row.`,
}
