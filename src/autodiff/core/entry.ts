/** The k-th entry of a list. One that is not there is a mistake of the code, and is told, not read as 0. */
export const nth = <T>(list: ArrayLike<T>, k: number): T => {
  const value = list[k]
  if (value === undefined)
    throw new RangeError(`There is no entry ${k}: the list has ${list.length}, from 0 on.`)
  return value
}

/** The entry in row i and column j; one that is not there is told, as `nth` does. */
export const entryOf = <T>(rows: ArrayLike<ArrayLike<T>>, i: number, j: number): T => {
  const value = rows[i]?.[j]
  if (value === undefined)
    throw new RangeError(
      `There is no entry (${i}, ${j}): there are ${rows.length} rows, and row ${i} has ${rows[i]?.length ?? 'none'}.`,
    )
  return value
}

/** The k-th entry of a list that may end before it, and then `otherwise`. */
export const nthOr = <T>(list: ArrayLike<T>, k: number, otherwise: T): T => list[k] ?? otherwise
