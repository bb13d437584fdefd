import type { Rung } from './rungs'

const names: Record<Rung, string> = {
  loops: 'nested loops',
  products: 'the core’s products',
  kernel: 'the kernel',
  cores: 'all cores',
  card: 'the graphics card',
  half: 'the card, 16 bits',
}

/** What its parts and controls are called, and what each step changes. */
export const words = {
  title: 'One layer, from loops to a graphics card',
  N: 'N, examples in the batch; D = M = 64·N',
  climb: 'Climb',
  starting: 'Starting',
  expecting: 'Entries in double precision, to check with',
  steps: 'The steps, the slowest first',
  names,
  changes: {
    loops: 'Entry by entry, each multiplication after the one before.',
    products: 'Fewer passes through memory: each number fetched serves several sums.',
    kernel: 'Four numbers at once, in one instruction, on tiles that stay near the processor.',
    cores: 'More hands: each core has a slice of the columns, and their parts of {dx} are added up.',
    card: 'Thousands of hands, each with a few entries; the numbers lie on the card already.',
    half: 'Half the bits for each number of {x}, {w} and {dy}: three digits, and half as much to fetch.',
  } satisfies Record<Rung, string>,
  time: 'time',
  rate: 'GFLOP/s',
  key: 'Bars: the time, to scale. Dots: GFLOP/s, on a logarithmic axis.',
  speed: (rate: string) => `${rate} GFLOP/s`,
  ofRung: (rung: Rung, what: string) => `${names[rung]}: ${what}`,
  axis: (ticks: string) => `The logarithmic axis of GFLOP/s: ${ticks}`,
  absent: (why: string) => `Not here: ${why}.`,
  same: (off: string) => `Same answer, off by ${off} of the largest entry.`,
  exact: 'Same answer, to the last digit of the entries looked at.',
  wrong: (off: string) => `Another answer, off by ${off} of the largest entry: not to be used.`,
  sampled: (share: string) => `Made for ${share} of the entries; the time is for all, at that speed.`,
  threads: (count: number) => `${count} threads.`,
  card: (adapter: string, software: boolean) =>
    software ? `${adapter}: the processor plays a card here, which is right and not fast.` : `${adapter}.`,
  noKernel: 'WebAssembly did not come',
  oneCore: 'this device offers one core',
  noHalf: 'this card multiplies no numbers of 16 bits',
  broke: (problem: string) => `The climb broke off: ${problem}.`,
  before: (shape: string, operations: string) =>
    `With ${shape}, forward and both gradients are ${operations} operations on each step, and the answer is the same.`,
  one: (shape: string, time: string, operations: string) =>
    `With ${shape}, nested loops take ${time} for ${operations} operations.`,
  after: (shape: string, slow: string, fast: string, rung: Rung, gain: string, operations: string) =>
    `With ${shape}, nested loops take ${slow}, and ${names[rung]} ${names[rung].endsWith('s') ? 'take' : 'takes'} ${fast}: ${gain} times as fast, with the same ${operations} operations.`,
  notDone: (bytes: string, times: string) =>
    `Done on no step: ∂y/∂x, which is ${bytes}. To make it with a pass back for each entry of y, and to multiply by it, would take ${times} times as many operations.`,
}
