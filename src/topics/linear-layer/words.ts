/** What its parts and controls are called, and what is read out of its formulas. */
export const words = {
  dx: 'gradient of L by x',
  dw: 'gradient of L by w',
  dy: 'gradient of L by y',
  transposed: (name: string) => `${name} transposed`,
  weighted: 'weighted sum',
  squared: 'squared error',
  softmax: 'softmax cross-entropy',
  loss: 'Loss',
  row: (n: number) => `row ${n}`,
  rightColumn: 'Right column',
  column: (n: number) => `column ${n}`,
  rightRow: 'Right row',
  sizes: 'Sizes',
  disagree: (columns: number | undefined, D: number) =>
    `The link's x has ${columns} columns and its w ${D} rows; they must agree.`,
  notOfShape: (name: string, N: number, M: number) => `The link's ${name} is not of y's shape, ${N}×${M}.`,
  labels: (N: number, M: number) => `The link's labels must be ${N} numbers from 1 to ${M}, one a row of y.`,
}
