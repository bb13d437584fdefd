/** More threads than this gain little: they share one memory's speed. */
const mostThreads = 8

/** What the device says of itself, where it does: gibibytes, and threads that run at once. */
export const device = () => {
  const { deviceMemory, hardwareConcurrency = 1 } = navigator as Navigator & { deviceMemory?: number }
  return { gibibytes: deviceMemory, threads: Math.min(mostThreads, hardwareConcurrency) }
}
