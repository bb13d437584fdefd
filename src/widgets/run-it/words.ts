import { num } from '@/plot/format'

/** What its parts and controls are called, and what is read out of its formulas. */
export const words = {
  withoutKernel: 'TypeScript: WebAssembly did not come here',
  foretold: (certain: string, between: string) =>
    `${certain}${certain ? ', ' : ': '}${between} at the speeds of those built here`,
  chart: (label: string, built: number, layers: number) =>
    `${label} over N, both axes logarithmic: ${built} measured for ∂y/∂x, ${layers} for the layer`,
  theLayer: 'the layer',
  allThree: 'all three',
  product: 'product',
  operations: 'operations',
  oneThread: 'one thread',
  operationsOf: (of: string) => `Operations of ${of}`,
  timeOf: (of: string) => `Time of ${of}`,
  rateOf: (of: string) => `GFLOP/s of ${of}`,
  N: 'N, examples in the batch; D = M = 64·N',
  broke: (problem: string) => `The run broke off: ${problem}.`,
  refused: (problem: string) => `${problem}. A smaller N may help`,
  layer: 'The layer',
  road: 'The explicit road, ∂L/∂y · ∂y/∂x',
  differences: 'Differences, as parts of the largest entry',
  title: 'The whole layer, computed here',
  compute: 'Compute the layer',
  build: 'Build small Jacobians',
  about: (time: string) => `about ${time}`,
  range: (low: string, high: string) => `${low} to ${high}`,
  oneCore: 'this device offers one',
  noGain: 'no gain',
  threads: (count: number, time: string, told: string, shared: boolean) =>
    `${count} threads: ${time}, ${told}${shared ? ', memory shared' : ''}`,
  memory: 'memory taken',
  computedBy: 'computed by',
  gain: 'all threads, and the gain',
  numbers: 'numbers in ∂y/∂x',
  operationsToBuild: 'operations to build and contract it',
  largestBuilt: 'largest built here',
  atOwnSpeed: 'those operations, at the layer’s own speed',
  atTheirs: (N: string | number) => `at the speeds of those built, N = ${N}`,
  recomputed: (count: number) => `${count} entries, recomputed in double precision`,
  againstAll: 'one thread against all',
  againstShort: 'the explicit road against ∂L/∂y·wᵀ',
  layerTook: (time: string, bytes: string) => `took ${time} here, on ${bytes}`,
  layerTakes: (operations: string, bytes: string) => `take ${operations} operations and ${bytes}`,
  took: (time: string, size: string) => `took ${time}, and ${size}`,
  takes: (times: string, foretold: string, size: string) =>
    `takes ${times} times as many operations${foretold}, and ${size}`,
  says: (shape: string, layer: string, jacobian: string) =>
    `With ${shape}, forward and both gradients ${layer}. To build ∂y/∂x on the way to {dx} ${jacobian}.`,
  ownSpeed: (time: string) => `: ${time} at the layer’s own speed`,
  needs: (N: number, bytes: string) => `With N = ${N} the layer needs ${bytes}`,
  smaller: 'Choose a smaller N.',
  addressable: (needs: string, most: string, advice: string) =>
    `${needs}, and a kernel in WebAssembly can address ${most}. ${advice}`,
  quarter: (needs: string, gibibytes: number, advice: string) =>
    `${needs}, more than a quarter of the ${num(gibibytes)} GiB that this device reports. ${advice}`,
  making: 'Making the numbers',
  forwardAndBack: 'Forward, and both gradients',
  checking: 'Checking',
  sameOn: (count: number) => `The same, on ${count} threads`,
  building: (N: number) => `Building ∂y/∂x for N = ${N}`,
  starting: 'Starting',
}
