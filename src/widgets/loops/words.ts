/** What its parts and controls are called, and what is read out of its formulas. */
export const words = {
  program: (title: string, of: string) => `${title}, the program of ${of}`,
  timesLoops: '× the loops',
  error: 'relative error',
  atLargest: 'at the largest n that all did',
  atN: (n: number) => `at n = ${n}`,
  allThree: 'all three',
  chart: (label: string, series: string) => `${label} over n, both axes logarithmic: ${series}`,
  largest: 'Largest n',
  starting: 'Starting',
  plain: 'WebAssembly did not come here, so the kernel’s products are by the core’s loops, too.',
  broke: (problem: string) => `The race broke off: ${problem}.`,
  title: 'One gradient, three ways to multiply',
  upTo: ' up to',
  time: 'Time them here',
  loops: 'nested loops',
  products: 'products, by the core’s loops',
  kernel: 'products, by the kernel',
  foretold: (largest: number, count: string) =>
    `{dx} and {dw} of a layer with N = D = M = ${largest} are ${count} multiplications and additions, whether nested loops do them one by one or two matrix products do.`,
  timed: (
    n: number,
    loops: string | undefined,
    products: string | undefined,
    kernel: string | undefined,
    gain: string | undefined,
    count: string,
  ) =>
    `With N = D = M = ${n}, the loops took ${loops} for {dx} and {dw}, the core’s products ${products}, and the kernel ${kernel}: ${gain} times as fast as the loops, with the same ${count} operations.`,
  loopsTitle: 'Nested loops',
  productsTitle: 'Matrix products',
}
