/** Milliseconds of work to time at once, or the clock could not tell; browsers round it. */
const discernible = 4

/**
 * Milliseconds of one piece of work, as the quickest of several tries: the first also compiles it, and others may want
 * the processor. Short work is repeated until the clock can tell; no try begins after `enough` milliseconds.
 */
export function quickest<T>(
  work: () => T,
  enough = 150,
  now: () => number = () => performance.now(),
): { milliseconds: number; result: T } {
  const time = (count: number) => {
    const start = now()
    let result = work()
    for (let k = 1; k < count; k++) result = work()
    return { result, took: now() - start }
  }
  const { result, took: first } = time(1)
  let [best, spent, count] = [first, first, 1]
  let rough = first < discernible
  while (spent < enough) {
    const { took } = time(count)
    spent += took
    best = rough ? took / count : Math.min(best, took / count)
    rough = took < discernible
    if (rough) count *= 4
  }
  return { milliseconds: best, result }
}
