import type { Look } from './pattern'

/** Why a Jacobian by x or w looks as it does. */
export function why(by: 'x' | 'w', look: Look): string {
  const other = by === 'x' ? '{w}' : '{x}'
  if (look.kind === 'diagonal')
    return `A row of {y} comes from the same row of {${by}} alone. So only the blocks on the diagonal, one for each of the ${look.along} rows, can differ from zero. Each is a copy of ${other}${look.turned ? 'ᵀ' : ''}.`
  if (look.kind === 'inner')
    return `A column of {y} comes from the same column of {${by}} alone. So each block is zero off its own diagonal. Along it stands one entry of ${other}, ${look.along} times.`
  return `A column of {y} comes from the same row of {${by}} alone. So each block is zero but for one ${look.line}, where a row of ${other} stands.`
}

/** What its parts and controls are called, and what is read out of its formulas. */
export const words = {
  asMuch: 'as much',
  timesAsMuch: (times: string, exact: boolean) => `${exact ? '' : 'about '}${times} times as much`,
  shown: (part: { N: number; D: number; M: number } | undefined) =>
    `${part ? `Shown for N\u00a0=\u00a0${part.N}, D\u00a0=\u00a0${part.D}, M\u00a0=\u00a0${part.M}.` : 'Shown whole.'} Blank is zero.`,
  asMatrix: (shape: string) => `as a matrix, ${shape}`,
  scaleHead: 'To scale.',
  scale: (across: string, seen: boolean) =>
    `The bars above stand on an axis of powers of ten, where a thousand times as much looks a little longer. Here areas are numbers. The large square is ∂y/∂w, and ${across} by ${across} of the square in its corner fill it: that one is {w}${seen ? '' : ', too small to be seen'}.`,
  timesAsLarge: (times: string) =>
    `∂y/∂w is N·M = ${times} times as large as {w}, and ∂y/∂x as many times as large as {x}: a Jacobian has its variable’s shape once for each entry of {y}.`,
  allProducts: (products: string) =>
    `In both, N·D·M = ${products} entries can differ from zero: one for each product of an entry of {x} and one of {w} that the layer adds up.`,
  pattern: (name: string, N: number, D: number, M: number, rows: number, columns: number, filled: number) =>
    `Pattern of ${name} for N = ${N}, D = ${D}, M = ${M}: ${rows} by ${columns} entries, ${filled} of them not zero`,
  N: 'examples in the batch',
  D: 'numbers into each',
  M: 'numbers out of each',
  layer: 'Layer',
  own: 'Your own sizes',
  numbers: (name: string) => `Numbers in ${name}`,
  canDiffer: 'can differ from zero',
  canDifferIn: (name: string) => `Numbers in ${name} that can differ from zero`,
  thatIs: 'that is',
  share: (name: string) => `Share of ${name} that can differ from zero`,
  bytes: (name: string) => `Bytes of ${name}, exactly`,
  timesOwn: (w: string) => `times x, ${w}, y, ∂L/∂y`,
  against: (w: string, name: string) => `${name} against x, ${w}, y and ∂L/∂y together`,
  fitsIn: 'fits in',
  memories: (name: string) => `Memories that ${name} fits in`,
  toScale: (w: string, across: string) =>
    `To scale: a square for ∂y/∂${w}, and one for ${w}, ${across} of which go along its side`,
  ofN: 'N, examples in the batch',
  ofD: 'D, numbers into each',
  ofM: 'M, numbers out of each',
  title: 'A layer’s numbers, and its two Jacobians',
  handout: 'The handout’s',
  tiny: 'The book’s tiny one',
  mnist: 'MLP on MNIST, first layer',
  transformer: 'Transformer, feed-forward',
  extremes: 'Every size at its end',
  about: (root: string) => `about ${root}`,
  anyEntry: 'any entry of it can differ from zero',
  zeros: (zeros: string) => `${zeros} of it is zeros`,
  ownTake: (bytes: string) => `{x}, {w}, {y} and {dy} take ${bytes} together.`,
  xTakes: (bytes: string, times: string, zero: string) => `∂y/∂x takes ${bytes}, ${times}, and ${zero}.`,
  itFits: (fits: string) => `It ${fits}.`,
  wTakes: (bytes: string, fits: string) => `∂y/∂w takes ${bytes} and ${fits}.`,
  all: 'all of them',
  oneIn: (share: string, zeros: string) => `1 in ${share}; ${zeros} are zeros`,
}
