import type { State } from './model'

/** The numbers that every layer of the chapter starts from. */
export const start: State = {
  layer: 'relu',
  by: 'x',
  N: 2,
  x: [
    [1, -2, 0.5],
    [-0.5, 1.5, 2],
    [2, -1, -1.5],
  ],
  w: [
    [1.2, 0.4],
    [-0.3, 0.9],
    [0.6, -1.4],
  ],
  b: [[0.5, -1, 2]],
  dy: [
    [0.5, -1, 2],
    [1.5, 0.5, -0.5],
    [-1, 2, 1],
  ],
  labels: [3, 1, 2],
  row: 0,
  column: 0,
  language: 'numpy',
}
