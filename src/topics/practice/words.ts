import type { Dims } from './facts'

/** "n", "n and d", "n, d and m". */
export const listed = (names: readonly string[]): string =>
  names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '')

export const shapeWords = (shape: Dims): string => (shape.length > 0 ? shape.join(' × ') : 'one number')
const group = (shape: Dims) => (shape.length > 1 ? `(${shape.join(' × ')})` : shape.join(''))
/** The same in an answer of its own, where a bare number would not say that it is a length. */
export const vectorWords = (shape: Dims): string =>
  shape.length === 1 ? `a vector of ${shape[0]}` : shapeWords(shape)
export const groups = (out: Dims, by: Dims): string => `${group(out)} × ${group(by)}`

const sizesText = (sizes: Readonly<Record<string, number>>) =>
  listed(Object.entries(sizes).map(([letter, length]) => `${letter} = ${length}`))

/** “row 1, column 2”, “place 2”. */
export const placeWords = (place: readonly number[]): string => {
  const [i, j, ...more] = place.map((k) => k + 1)
  if (i === undefined) return ''
  if (j === undefined) return `place ${i}`
  return more.length > 0 ? `place (${[i, j, ...more].join(', ')})` : `row ${i}, column ${j}`
}

export const chain = {
  asks: (x: string) => `At x = ${x}: how fast does y move with x?`,
  outer: 'That is the rate of the outer link alone. The inner link stretches the nudge first.',
  inner: 'That is the rate of the inner link alone. The outer one stretches what comes out of it.',
  added: 'The two rates are added there. Along a chain they multiply.',
  early: 'The outer rate is taken at x there. The nudge passes the outer link at u.',
  value: 'That is y itself, not how fast it moves.',
  why: (inner: string, outer: string, rate: string) =>
    `u moves ${inner} times as fast as x, y moves ${outer} times as fast as u: ${inner} · ${outer} = ${rate}.`,
}

export const nudge = {
  asks: (name: string, from: string, by: string, of: string) =>
    `${name} = ${from} is nudged by Δ${name} = ${by}. By how much does ${of} move, to first order?`,
  rate: 'That is the rate. How far it goes is the rate times the nudge.',
  true: 'That is the true change. To first order the remainder is left out.',
  after: 'That is where it ends up. Asked is how far it moves.',
  first: 'That is the part of the first entry alone. Each entry that is nudged adds its part.',
  sizes: 'There all parts are added in size. A part that goes down takes away.',
  why: (rate: string, by: string, change: string) => `The rate is ${rate}, and ${rate} · ${by} = ${change}.`,
  whyMany: (rates: string, by: string, change: string) =>
    `The gradient is ${rates}; its dot product with ${by} is ${change}.`,
}

export const rate = {
  asks: (i: number, j: number, by: string) => `What is the rate of y${lowered(i)} by ${by}${lowered(j)}?`,
  turned: (i: number, j: number, by: string) =>
    `That is the rate of y${lowered(j)} by ${by}${lowered(i)}: row and column have changed places.`,
  other: (i: number, j: number, by: string) => `That is the rate of y${lowered(i)} by ${by}${lowered(j)}.`,
  value: (i: number) => `That is y${lowered(i)} itself, not how fast it moves.`,
  why: (i: number, j: number, by: string, row: string) =>
    `Row ${i + 1} of the Jacobian is ${row}; asked is the entry at ${by}${lowered(j)}.`,
}
const lowered = (k: number) => String(k + 1).replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)] ?? '')

export const jacobianShape = {
  asks: (y: string, by: string) => `Which shape has the generalized Jacobian ∂${y}/∂${by}?`,
  asksVector: (y: string, by: string) => `Which shape has the Jacobian ∂${y}/∂${by}?`,
  turned: (y: string, by: string) =>
    `The axes of the output come first. Here those of ${by} stand before those of ${y}.`,
  gradient: (by: string) =>
    `That is the shape of ${by}, which the gradient of a loss has. Here each entry of the output needs a rate by each entry of ${by}.`,
  output: (y: string, by: string) =>
    `That is the shape of ${y}. Each of its entries needs a rate by each entry of ${by}.`,
  twice: (y: string, by: string) =>
    `There the axes of ${y} stand twice. The second group is that of ${by}, by which ${y} is differentiated.`,
  why: (y: string, by: string, out: string, input: string) =>
    `First the axes of ${y}, ${out}, then those of ${by}, ${input}.`,
}

export const gradientShape = {
  asks: (by: string, y: string, sizes: Readonly<Record<string, number>>) =>
    `With ${sizesText(sizes)}, a loss L stands on top of ${y}. Which shape has ∂L/∂${by}?`,
  turned: (by: string) =>
    `That is the transpose of the right one. The gradient has one rate for each entry of ${by}, in the place of that entry.`,
  output: (y: string) => `That is the shape of ${y}, and so of ∂L/∂${y}, which arrives.`,
  jacobian: (y: string, by: string) =>
    `That is the Jacobian ∂${y}/∂${by}. L is one number, so its gradient has the axes of ${by} alone.`,
  other: (name: string) => `That is the shape of ${name}, and so of ∂L/∂${name}.`,
  why: (by: string, shape: string) => `∂L/∂${by} has the shape of ${by}, ${shape}: one rate for each entry.`,
}

export const nonzeros = {
  asks: (y: string, by: string, sizes: Readonly<Record<string, number>>, all: string) =>
    `Take ${sizesText(sizes)}. Of the ${all} entries of ∂${y}/∂${by}, how many can be other than 0?`,
  all: 'Those are all entries. Most pairs have nothing to do with each other, and there the rate is 0.',
  output: (y: string, by: string) =>
    `That is one for each entry of ${y}. Count for each of them with how many entries of ${by} it moves.`,
  input: (y: string, by: string) =>
    `That is one for each entry of ${by}. Count for each of them how many entries of ${y} move with it.`,
  why: (formula: string, count: string) =>
    formula.includes('−')
      ? `Counted in letters, what two terms share once: ${formula} = ${count}.`
      : `There is one for each choice of the letters that are free: ${formula} = ${count}.`,
}

export const bytes = {
  asks: (y: string, by: string, sizes: Readonly<Record<string, number>>) =>
    `With ${sizesText(sizes)}, at 4 bytes a number: how much memory does ∂${y}/∂${by} take, zeros written out?`,
  gradient: (by: string) =>
    `That is what ∂L/∂${by} takes, with one number for each entry of ${by}. The Jacobian has that many for each entry of the output.`,
  output: (y: string) => `That is what ${y} takes. The Jacobian has a row for each of its entries.`,
  single: 'That counts one byte a number, and each takes four.',
  double: 'That counts eight bytes a number, and each takes four.',
  nonzero: 'That leaves out the zeros. Written out, they take room as well.',
  added: 'There the two counts are added. Each entry of one goes with each of the other: they multiply.',
  why: (out: string, by: string, entries: string) =>
    `${out} entries times ${by} are ${entries}, at 4 bytes each.`,
}

export const transposed = {
  asks: (of: string, from: string) =>
    from === 'y' ? `Which is ∂L/∂${of}?` : `∂L/∂${from} is known. Which is ∂L/∂${of}?`,
}

export const summed = {
  asks: (of: string, from: string) =>
    `∂L/∂${from} is known. Over which letters does an entry of ∂L/∂${of} sum?`,
  over: (letters: readonly string[]) =>
    letters.length > 0 ? `Over ${listed(letters)}` : 'Over none: it is one term',
  free: (letter: string, of: string) =>
    `Each place along ${letter} has an entry of ∂L/∂${of} of its own, so nothing is summed over ${letter}.`,
  why: (line: string) => `In entries: ${line}.`,
  missing: (letter: string, of: string) =>
    `An entry of ${of} acts at every ${letter}, and what comes back from all of them adds up.`,
}

export const steps = {
  'chain rule': 'The chain rule: a sum over all entries that may move with it',
  'each derivative': 'Replace the derivative of each entry by what it is, with δ’s',
  'δ contracted': 'Contract the δ’s: each leaves one term of its sum',
  'read as matrices': 'Read the sum over letters as an operation on whole tensors',
} as const
export type Step = keyof typeof steps

/** What stands in a line, which says what can be done with it. */
export type Stage = { readonly line: boolean; readonly partial: boolean; readonly delta: boolean }

const begins: Readonly<Record<Exclude<Step, 'chain rule'>, string>> = {
  'each derivative': 'No derivative of an entry stands there yet: the chain rule brings it in.',
  'δ contracted': 'There is no δ yet: nothing has been differentiated.',
  'read as matrices': 'There is no sum over letters yet that could be read.',
}

export const nextStep = {
  asksFirst: (of: string, from: string) =>
    `∂L/∂${from} is known, and ∂L/∂${of} is wanted. With which step do you begin?`,
  asks: 'The derivation has come this far. Which step is next?',
  /** Why a step cannot be the next one: each sentence is true of the line as it stands. */
  not(step: Step, { line, partial, delta }: Stage): string {
    if (step === 'chain rule')
      return 'That is done: the sum over all entries that may move stands there already.'
    if (!line) return begins[step]
    if (step === 'each derivative') return 'No derivative of one entry by another is left in the line.'
    if (step === 'δ contracted')
      return partial
        ? 'There is no δ yet. It comes in with the derivative of each entry.'
        : 'No δ is left in the line.'
    if (partial)
      return 'A derivative of one entry by another still stands in the line. It has to be worked out first.'
    return delta
      ? 'A δ still stands in the line. It goes first, and the sums that it ends go with it.'
      : 'Nothing is left to read.'
  },
}

export const wrongLine = {
  asks: (of: string, lines: number) =>
    `These ${lines} lines derive ∂L/∂${of}, and one of them is false. Which?`,
  holds: (k: number, why: string) => `Line ${k + 1} holds. ${why}`,
}

export const whole = {
  asks: (of: string, matrix: boolean) =>
    `What is ∂L/∂${of}? Type it ${matrix ? 'row by row, as [[1, 2], [3, 4]]' : 'as [1, 2]'}.`,
  why: (of: string, gradient: string) => `∂L/∂${of} = ${gradient}.`,
}

export const byHand = {
  asks: (of: string, place: string) =>
    place === '' ? `What is ∂L/∂${of}?` : `Which number stands in ∂L/∂${of} at ${place}?`,
  other: (of: string, place: string) => `That is the entry of ∂L/∂${of} at ${place}.`,
  loss: 'That is L itself, not how fast it moves.',
  planted: (line: string, says: string) => `${line} would give that. ${says}`,
  whole: (of: string, gradient: string) => `All of ∂L/∂${of} is ${gradient}.`,
}

/** What each kind of item is called. */
export const labels = {
  'by-hand': 'Small numbers by hand',
  bytes: 'The bytes of a Jacobian',
  chain: 'Rates along a chain',
  'gradient-shape': 'The shape of a gradient',
  'jacobian-shape': 'The shape of a Jacobian',
  'next-step': 'Which rule comes next',
  nonzeros: 'How full a Jacobian is',
  nudge: 'What a nudge does',
  rate: 'One entry of a Jacobian',
  summed: 'Which axes are summed',
  transposed: 'Which factor is transposed',
  whole: 'A whole gradient by hand',
  'wrong-line': 'Find the false line',
}
