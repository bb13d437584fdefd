import { num, shapeInLine, shapeText } from '@/plot/format'
import type { Judged } from './calls'
import type { Checked } from './differences'
import type { Move } from './graph'
import type { Scene } from './model'
import type { Panel } from './state'

const large = (count: number): string =>
  count < 1e6 ? count.toLocaleString('en') : `about ${num(count, 1).replaceAll(' ', '\u00a0')}`
const listed = (parts: readonly (string | number)[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

/** What is happening now. */
export function sentence({ layer, refused, broken }: Scene): string {
  const unread =
    broken.length === 0
      ? ''
      : ` ${broken.length === 1 ? `Line ${broken[0]} cannot be read, and is` : `Lines ${listed(broken)} cannot be read, and are`} left out.`
  if (!layer) return `${refused}${unread}`
  const { inputs, output, shape } = layer
  const measured = shape.length > 4 ? shapeText(shape) : shapeInLine(shape)
  const out = shape.length === 0 ? `${output}, a number,` : `${output} of shape ${measured}`
  const goes = `${listed(inputs.map(({ name }) => name))} ${inputs.length === 1 ? 'goes' : 'go'} in, ${out} comes out.`
  return [goes, refused || 'Hatched beside each value stands the gradient of L by it.', unread.trim()]
    .filter(Boolean)
    .join(' ')
}

/** What is said of the reader's backward pass as a whole. */
export function passSays(judged: readonly Judged[], wanted: readonly string[]): string {
  const lines = judged.flatMap(({ verdict, about }, k) => (verdict ? [{ verdict, about, k }] : []))
  if (lines.length === 0) return `Wanted: ${listed(wanted)}. Write or paste the lines that compute them.`
  const wrong = lines.find(({ verdict }) => verdict.kind !== 'right')
  if (wrong)
    return `Line ${wrong.k + 1} is the first that is wrong (${wrong.verdict.kind}): ${wrong.verdict.says}`
  const missing = wanted.filter((name) => !lines.some(({ about }) => about === name))
  return missing.length
    ? `Every line so far is right. Still wanted: ${listed(missing)}.`
    : 'Your backward pass is right: every line is the gradient that it says it is.'
}

const panelNames: Readonly<Record<Panel, string>> = {
  derivation: 'Derivation',
  passes: 'Graph and passes',
  code: 'Code',
  backward: 'Your backward pass',
  costs: 'Costs',
  jacobian: 'Jacobian',
  check: 'Gradient check',
}

export const marks = { right: '✓', wrong: '✗' } as const

export const words = {
  title: 'Your own layer',
  valuesAtMost: (most: number) => `${most} values at most`,
  nameAndNumber: (least: number, most: number) => `a name and a number from ${least} to ${most}, as in N=3`,
  nothingReads: 'No line that computes something can be read yet.',
  waits: (name: string, line: number) => `It waits for line ${line}, which says what ${name} is.`,
  tooShort: (name: string, dim: string) =>
    `${name} has an axis of length ${dim}, which is less than 1 at these sizes: no numbers can be shown. Change a size.`,
  tooMany: (wanted: number, most: number) =>
    `At these sizes a pass would make ${large(wanted)} numbers; ${most.toLocaleString('en')} are computed here at most. Make a size smaller.`,
  breaks: (name: string) =>
    `${name} has an entry that is no number: a division by 0, a logarithm or root of a number below 0, or more than a number can hold. What comes after it has none, either.`,
  tooLong: (seconds: number) =>
    `This took more than ${seconds} seconds, and was stopped. Give long parts of a line names in lines of their own.`,
  stopped: 'Stopped. Change a line to begin anew.',
  working: 'Working it out …',
  cancel: 'Cancel',
  layer: 'Start from',
  own: 'a program of your own',
  line: (k: number) => `Line ${k + 1} of the program`,
  placeholder: 'x: N×D',
  value: (name: string) => `value of ${name}`,
  gradient: (name: string) => `gradient of L by ${name}`,
  ofWindow: (shape: string) => `The first entries of ${shape}.`,
  seed: 'Other numbers',
  back: 'Undo my entries',
  sizes: 'Sizes',
  numbers: 'Numbers',
  shown: 'shown',
  hidden: 'hidden',
  panel: 'Show',
  panelName: (panel: Panel) => panelNames[panel],
  by: 'Gradient by',
  steps: (of: string) =>
    `From ∂L/∂y to ∂L/∂${of}: each line is tried on the core at two sets of sizes before it is shown.`,
  language: 'Language',
  copyTex: 'Copy as TeX',
  copyText: 'Copy as text',
  keptHead: 'Kept on this device',
  keepName: 'Name for this program',
  keep: 'Keep',
  open: (name: string) => `Open ${name}`,
  forget: (name: string) => `Forget ${name}`,
  isKept: (name: string) => `It is kept as ${name}, on this device alone.`,
  isForgotten: (name: string) => `${name} is kept no longer.`,
  noName: 'Give it a name first.',
  tooManyKept: (most: number) => `${most} programs are kept here at most: forget one first.`,
  jacobianOf: 'Jacobian of',
  jacobianBy: 'by',
  jacobianName: (head: string, by: string) => `Jacobian of ${head} by ${by}`,
  rateOf: (head: string, i: string, by: string, j: string) =>
    `rate of ${head}${i && ` ${i}`} by ${by}${j && ` ${j}`}`,
  pattern: (shape: string, { entries, nonzeros }: { entries: number; nonzeros: number }) =>
    `Its shape is ${shape}. At these sizes it has ${entries.toLocaleString('en')} entries, and ${nonzeros.toLocaleString('en')} of them, ${((100 * nonzeros) / entries).toPrecision(3)}%, may differ from 0.`,
  firstBlocks: 'The first blocks; the others are made the same way.',
  checkNote: (h: string) =>
    `Each entry is moved by h = ${h} up and down, and what the weighted output does is set beside the gradient in reverse mode and in forward mode.`,
  noSuchInput: (of: string) => `${of} is no input: only inputs are moved.`,
  tooManyChecked: (of: string, size: number, most: number) =>
    `${of} has ${size.toLocaleString('en')} entries, and ${most} are checked here at most: make a size smaller.`,
  worst: 'Worst entry',
  byReverse: 'reverse mode',
  byForward: 'forward mode',
  byDifferences: 'central differences',
  apart: (name: string) => `distance between differences and the gradient by ${name}`,
  apartLabel: (name: string) => `off, ∂L/∂${name}`,
  errorPlot: 'How far central differences are off at the worst entry, over the step h',
  errorAxis: 'off by',
  checkSays(name: string, { reverse, forward, numeric, worst }: Checked): string {
    const modes = Math.max(...reverse.map((value, k) => Math.abs(value - (forward[k] ?? Number.NaN))))
    const off = Math.abs((numeric[worst] ?? Number.NaN) - (reverse[worst] ?? Number.NaN))
    if (!Number.isFinite(off + modes))
      return `Some entries of ∂L/∂${name} are no number, and cannot be compared.`
    const scale = Math.max(1, ...reverse.map(Math.abs))
    const agree = off < 1e-6 * scale
    const much = (value: number) => num(value, 2).replaceAll(' ', '\u00a0')
    const modesSay =
      modes === 0
        ? 'The two modes agree in every digit.'
        : `The two modes differ by at most ${much(modes)}, which is ${modes < 1e-9 * scale ? 'rounding' : 'more than rounding'}.`
    return `${modesSay} ${
      agree
        ? `Differences agree with them in every entry; at the worst they are ${much(off)} off.`
        : `Differences are ${much(off)} off at the worst entry: there the function has a corner within h, or is steep.`
    }`
  },
  graph: 'The values of the program',
  oneNumber: 'a number',
  forwardTo: (name: string) => `forward, ${name}`,
  backTo: (name: string, to: string) => `back through ${name} to ${to}`,
  graphLabel: (values: readonly string[], gradients: readonly string[]) =>
    `The values of the program as a graph. Known so far: ${listed(values)}${gradients.length ? `; of the gradients, those by ${listed(gradients)}` : ''}.`,
  move({ kind, at, to, part, lines }: Move, operations: bigint | undefined): string {
    if (kind === 'forward') {
      const takes =
        operations === undefined
          ? ''
          : ` It takes ${operations.toLocaleString('en')} ${operations === 1n ? 'operation' : 'operations'}.`
      return `Forward: ${at} is computed.${takes}`
    }
    const [k, all] = part ?? [1, 1]
    const sum = k < all ? 'the sum waits for the rest' : `the parts add up to ∂L/∂${to}`
    const brings =
      all === 1
        ? `what it brings is ∂L/∂${to}, whole.`
        : `it is part ${k} of ${all}, because ${to} is used ${all === 2 ? 'twice' : `${all} times`}; ${sum}.`
    return `Back through ${at} to ${to}: ${brings}${lines.length === 0 ? ' The line names a size that its own values lack, so its rule stands in the derivation alone.' : ''}`
  },
  format: 'Number format',
  lengthOf: (letter: string) => `${letter}, for the costs`,
  largeSizes: 'Sizes for the costs',
  costsTable: 'What the passes take',
  operations: 'operations',
  forward: 'Forward pass',
  backward: 'Backward pass, all gradients',
  kept: (names: readonly string[]) =>
    names.length
      ? `Kept for the way back: ${listed(names)}`
      : 'Kept for the way back, beside the inputs: nothing',
  held: 'Inputs, steps and their gradients',
  explicit: (output: string, of: string) => `∂${output}/∂${of}, built`,
  contracted: (output: string, of: string) => `∂L/∂${output} times ∂${output}/∂${of}`,
  what: 'What',
  much: 'At these sizes',
  memory: 'Memory',
  ofNonzeros: (count: string, share: string) => `${count} of its entries may differ from 0: ${share}.`,
  costsSay: (times: string, of: string, explicit: string, fits: string, more: string) =>
    `The way back takes ${times} times the operations of the way forward. To build the Jacobian by ${of} would take ${explicit}, which ${fits}; to contract it, ${more} times the operations of the whole way back.`,
  counted:
    'Counted from the code of both passes: an addition, a multiplication, a function of an entry is one operation. Nothing is computed.',
  copyProgram: 'Copy the program',
  copyCheck: 'Copy the check alone',
  copyLines: 'Copy the program’s lines',
  programIn: (language: string) => `The program in ${language}`,
  unspeakable: (name: string) =>
    `Python cannot have a name such as ${name}: give it another, and the code is here.`,
  noNumbers: 'The code needs numbers, and at these sizes there are none.',
  codeHolds:
    'Both passes on the numbers above, and a check by differences in ten lines: it runs as it stands.',
  backwardComment: 'both passes, each step by name',
  checkComment: 'check: every entry of every input moved by h',
  byHand: 'by hand',
  byTorch: 'and by PyTorch',
  byJax: 'and by JAX',
  backwardLine: (k: number) => `Line ${k + 1} of your backward pass`,
  backwardPlaceholder: 'dx = dy @ w.T',
  right: (name: string) => `Right: this is ∂L/∂${name}.`,
  rightName: 'A name for a value: it may be used below.',
  holds: 'Right.',
  readOnly: 'Lines are read, never run. NumPy, PyTorch and the book’s spelling are taken.',
  keys: 'Enter adds a line, Alt and the up arrow copy the one above, Backspace in an empty line takes it away. Many lines can be pasted at once.',
}
