import { difference, type Contender } from './task.ts'

export interface Row {
  readonly name: string
  /** Milliseconds of each round. */
  readonly times: number[]
  /** Largest difference from the right answer; NaN where it was not asked for. */
  readonly error: number
}

/** Everybody once in each round, so that what else the machine does meets all alike; a first round is not counted. */
export async function measure(contenders: readonly Contender[], rounds: number): Promise<Row[]> {
  const rows: Row[] = []
  for (const contender of contenders) {
    await contender.run()
    const result = await contender.result?.()
    rows.push({ name: contender.name, times: [], error: result ? difference(result) : NaN })
  }
  for (let round = 0; round < rounds; round++)
    for (const [k, contender] of contenders.entries()) {
      const start = performance.now()
      await contender.run()
      rows[k]?.times.push(performance.now() - start)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  return rows
}
