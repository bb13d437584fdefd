import { num } from '@/plot/format'
import type { Blank, options } from './blanks'

/** What its parts and controls are called, and what is read out of its formulas. */
export const words = {
  title: 'The slope of {L} by one weight, with blanks',
  sentence: (d: number, m: number, progress: string) =>
    `{w.${d}.${m}} reaches {L} through column ${m} of {y}. ${progress}`,
  thatIsRow: 'That is row',
  timesColumn: 'times column',
  line: (line: number, name: string) => `Line ${line}: ${name}`,
  chainSpoken: 'The gradient of L by w d m is the gradient of L by y, dot, the slice of y by w d m.',
  chainNote: 'Given. The chain rule for one weight: a dot product over all entries of y.',
  layerSpoken: 'y n m is the sum over d of x n d times w d m.',
  layerNote: 'Given. The weight is the wire from input d to output m, so only column m of y moves.',
  raise: 'Raise ',
  weightSpoken: 'w d m',
  byOneAnd: ' by 1, and ',
  outputSpoken: 'y n m',
  movesBy: ' moves by',
  howFar: 'how far y n m moves',
  movesQuestion: `How fast does row n of that column move? Look at line 2.`,
  soGradient: 'So the gradient by w d m is',
  sumIndex: 'index of the sum',
  sumOver: 'the sum over',
  dyIndex: 'index of dy',
  dyAt: 'of d y at',
  xIndex: 'index of x',
  xAt: 'times x at',
  overQuestion: 'Which index does the dot product run over, once d and m are fixed?',
  whichRow: 'which row',
  whichColumn: 'which column',
  productQuestion: 'A matrix product pairs a row with a column. Which ones hold the numbers of line 4?',
  gradientIs: 'The gradient of L by w is',
  left: 'left factor',
  right: 'right factor',
  allAtOnce: 'All entries at once. Fill both factors, and the product is tried on the numbers above.',
  given: 'Lines 1 and 2 are given; fill the blanks from line 3 on.',
  allRight: 'All blanks are right.',
  progress: (done: number, all: number) => `${done} of ${all} blanks are right.`,
  dy: 'gradient of L by y',
  slice: (weight: string) => `slice of y by ${weight}`,
  dw: 'gradient of L by w',
  byLine4: (weight: string) => `∂L/∂${weight} by line 4, once it is right`,
  byCore: (weight: string) => `∂L/∂${weight} from the reverse pass`,
  inView: 'The weight in view',
  disagree: (rows: number, dyRows: number) =>
    `The link's x has ${rows} rows and its dy ${dyRows}; they must agree.`,
  noEntry: (d: number, m: number) => `The link asks for entry ${d},${m}, which w does not have.`,
  indexOf: (index: string, of: string | undefined) => `${index} of ${of}`,
  fits: (count: number) => `D × N meets N × M and gives D × M, and all ${count} entries are right.`,
  layout: (name: string, shape: string, wanted: string) =>
    `Layout: the numbers are right, but ${name} is ${shape}, the transpose of ∂L/∂w, which is ${wanted}.`,
  shape: (name: string, shape: string, wanted: string) =>
    `Wrong shape: ${name} can be multiplied, but gives ${shape}. ∂L/∂w is ${wanted}, like w.`,
  chance: (name: string) =>
    `By chance: with these numbers ${name} is ∂L/∂w, but line 5 pairs other rows and columns. Change a number, or the sizes, and it is not.`,
  values: (name: string) =>
    `Wrong values: at these sizes ${name} has the shape of w, but line 5 pairs other rows and columns.`,
  clash: (says: string) =>
    `The shapes clash. ${says}. A row of the left factor must be as long as a column of the right one.`,
}

export type Verdict = { right: boolean; says: string }
export const yes = (says: string): Verdict => ({ right: true, says: `Yes: ${says}` })
export const no = (says: string): Verdict => ({ right: false, says })

/** The numbers that the reasons name: sizes, the weight in view and its value, the entry of y it moves first, and how fast. */
export type Facts = {
  N: number
  D: number
  M: number
  weight: string
  value: number
  moved: string
  rate: number
}

/** One reason for each choice of each blank but the last two. The numbers in them are the reader's. */
export function reasons({ N, D, M, weight, value, moved, rate }: Facts): {
  [B in Exclude<Blank, 'left' | 'right'>]: Record<(typeof options)[B][number], Verdict>
} {
  const noRow = (name: string, i: string, most: number, rows: number) =>
    most > rows ? ` ${name} has ${rows} rows, and ${i} goes up to ${most}.` : ''
  const absent = 'There is no w in line 4. Only x and ∂L/∂y can be in the product.'
  const fixed = (i: string) =>
    no(
      `Wrong axis: ${i} is fixed, it names the weight. What varies is n, the row of y that the nudge reaches; without the sum, n would be left over.`,
    )
  return {
    moves: {
      'x[n,d]': yes(`y[n,m] contains this weight once, multiplied by x[n,d].`),
      'x[d,n]': no(
        `Index order: x is N × D, so n comes first.${noRow('x', 'd', D, N)} x[d,n] is input n of example d.`,
      ),
      'w[d,m]': no(
        `That is the weight itself, ${num(value)} for ${weight}. How far y moves is what multiplies it: raise ${weight} by 1, and ${moved} moves by ${num(rate)}.`,
      ),
      'dy[n,m]': no(
        'That is how L moves with y, and line 4 brings it in. Here the question is how y moves with w.',
      ),
    },
    over: {
      n: yes('the weight reaches column m in each row n, so the batch is summed.'),
      d: fixed('d'),
      m: fixed('m'),
    },
    dyAt: {
      'n,m': yes('row n, column m, which is where the nudge arrives.'),
      'm,n': no(`Index order: ∂L/∂y is N × M, so n comes first.${noRow('∂L/∂y', 'm', M, N)}`),
      'd,m': no('Wrong axes: ∂L/∂y has the shape of y, N × M. It has no axis d.'),
    },
    xAt: {
      'n,d': yes('the same x[n,d] as in line 3.'),
      'd,n': no(`Index order: x is N × D, so n comes first.${noRow('x', 'd', D, N)}`),
    },
    row: {
      'd.xT': yes(`column d of x, laid down: ${N} numbers, one for each example.`),
      'n.x': no(
        `Wrong axis: row n of x is one example with all its inputs, ${D} numbers. The sum needs one input of all examples, ${N} numbers.`,
      ),
      'd.x': no(
        `Wrong axis: row d of x is example d with all its inputs. The sum needs column d of x, laid down as a row.`,
      ),
      'd.w': no(absent),
    },
    column: {
      'm.dy': yes(`${N} numbers, one for each example, to meet the ${N} of the row.`),
      'n.dy': no('Wrong axis: n is the index that is summed. It cannot also name a column.'),
      'm.dyT': no(
        `Layout: the columns of (∂L/∂y)ᵀ are examples, with ${M} numbers each. The row to meet has ${N}.`,
      ),
      'm.w': no(absent),
    },
  }
}
