export type Place = readonly [row: number, column: number]

/** Where a key takes the focus in a grid of `rows` × `columns`; undefined if the key is not one that walks. */
export function walk(
  key: string,
  [i, j]: Place,
  rows: number,
  columns: number,
  ctrl = false,
): Place | undefined {
  const last = [rows - 1, columns - 1] as const
  switch (key) {
    case 'ArrowUp':
      return [Math.max(0, i - 1), j]
    case 'ArrowDown':
      return [Math.min(last[0], i + 1), j]
    case 'ArrowLeft':
      return [i, Math.max(0, j - 1)]
    case 'ArrowRight':
      return [i, Math.min(last[1], j + 1)]
    case 'Home':
      return ctrl ? [0, 0] : [i, 0]
    case 'End':
      return ctrl ? last : [i, last[1]]
  }
}

/** A copy of `values` with one entry changed. */
export const withEntry = (
  values: readonly (readonly number[])[],
  i: number,
  j: number,
  value: number,
): number[][] => values.map((row, k) => row.map((old, l) => (k === i && l === j ? value : old)))
