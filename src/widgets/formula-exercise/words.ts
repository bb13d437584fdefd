import { shapeText } from '@/plot/format'
import type { Slip } from './kinds'
import type { Result, Verdict } from './model'
import type { Target } from './given'

export type Told = { sentence: string; hint: string }

const gradient = { dw: '∂L/∂w', db: '∂L/∂b' } as const
const owner = { dw: 'w', db: 'b' } as const
const wanted = { dw: 'D × M', db: '1 × M' } as const
const list = (names: readonly string[]) => `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** N × M, which is 3 × 4. */
const shape = (named: readonly string[], numbers: readonly number[]) =>
  named.length && named.join() !== numbers.join()
    ? `${named.join(' × ')} (${shapeText(numbers)})`
    : shapeText(numbers)
const mineShape = ({ named, shape: numbers }: Result) =>
  numbers.length === 0
    ? 'one number'
    : numbers.length === 1
      ? `a vector of ${shape(named, numbers)} numbers`
      : shape(named, numbers)

const start = {
  dw: 'Begin with the shape: ∂L/∂w belongs to w, so it is D × M. Which product of an N × D and an N × M can be that?',
  db: 'Begin with the shape: ∂L/∂b belongs to b, so it is 1 × M, and ∂L/∂y is N × M. What happens to N?',
} as const

function slipHint(slip: Slip | undefined, target: Target): string | undefined {
  if (slip?.slip === 'turn')
    return slip.names.length > 1
      ? `${list(slip.names)} are the right factors. Look at which way each of them stands.`
      : `The factors are right. A product sums over neighboring indices, and the index to sum is n: which factor has to turn for that?`
  if (slip?.slip === 'elements')
    return '* multiplies entry by entry. The matrix product is @, or two names side by side.'
  if (slip?.slip === 'swap')
    return `Put ${slip.meant} where you have ${slip.used}. ${target === 'dw' ? 'What multiplies the weight in y = xw?' : ''}`.trim()
}

function swapped(slip: Slip | undefined): string {
  return slip?.slip === 'swap' ? ` You used ${slip.used} where ${slip.meant} belongs.` : ''
}

function clash(
  { op, says, shapes, sides, slip }: Extract<Verdict, { kind: 'clash' }>,
  part: string,
  target: Target,
): Told {
  const [left, right] = shapes.map((numbers, k) => shape(sides[k] ?? [], numbers))
  const inner = [sides[0]?.at(-1), sides[1]?.at(-2)]
  const counts = [shapes[0]?.at(-1), shapes[1]?.at(-2)]
  const name = (k: number) =>
    inner[k] && inner[k] !== String(counts[k]) ? `${inner[k]} = ${counts[k]}` : `${counts[k]}`
  const meet = (): string => {
    if (op === 'matmul' && shapes.every((numbers) => numbers.length > 1))
      return `${left} meets ${right}, and the inner sizes differ, ${name(0)} and ${name(1)}.`
    if (left === undefined || right === undefined || op === 'matmul') return `${says}.`
    if (op === 'outer' || op === 'dot') return `${op} takes two vectors, and meets ${left} and ${right}.`
    return `${left} against ${right}, entry by entry.`
  }
  return {
    sentence: `Shapes clash in “${part}”: ${meet()}${swapped(slip)}`,
    hint: slipHint(slip, target) ?? start[target],
  }
}

/** The sentence and the hint of a verdict. `text` is the formula it is about. */
export function tell(verdict: Verdict, text: string, target: Target): Told {
  const dL = gradient[target]
  switch (verdict.kind) {
    case 'syntax':
      return {
        sentence: `This can't be read. ${verdict.says}`,
        hint: 'A transpose is x.T or xᵀ, a matrix product is @, and a sum over rows is sum(dy, axis=0).',
      }
    case 'name':
      return verdict.name === 'y'
        ? {
            sentence: `y is not among the names here, which are ${list(verdict.known)}. The backward pass does not need it.`,
            hint: 'Look at the slice: what multiplies the nudge of one entry on its way to y?',
          }
        : {
            sentence: `${verdict.says} The names here are ${list(verdict.known)}.`,
            hint: 'dy stands for ∂L/∂y, the gradient that arrives. Functions such as sum and mean can be used too.',
          }
    case 'clash':
      return clash(verdict, text.slice(...verdict.span), target)
    case 'broken':
      return { sentence: `This can't be computed. ${verdict.says}`, hint: start[target] }
    case 'undefined':
      return {
        sentence: 'With these numbers a cell comes out undefined or infinite.',
        hint: 'The answer adds products. No division, logarithm or root is needed.',
      }
    case 'layout':
      return {
        sentence: `Right numbers, wrong layout: your result is ${mineShape(verdict.mine)}, the transpose of ${dL}.`,
        hint: `${dL} has the shape of ${owner[target]}, ${wanted[target]}. The transpose of a product is the product of the transposes in reverse order.`,
      }
    case 'batch':
      return verdict.left === 'rows'
        ? {
            sentence: `A sum over the batch is missing: your result is ${mineShape(verdict.mine)}. Added up over its first axis it would be ${dL}.`,
            hint: `${owner[target]} is used by every example. Each of them sends a rate back, and the rates add.`,
          }
        : {
            sentence: `A sum over the batch is missing: your result is what one example alone sends back.`,
            hint: `${owner[target]} is used by all N examples. What do the others send?`,
          }
    case 'axis':
      return {
        sentence: `The sum runs over the wrong axis: you have one number for each example, ${mineShape(verdict.mine)}. ${dL} has one for each output.`,
        hint: 'Axis 0 counts the rows of dy, which are the examples. Axis 1 counts its columns, the outputs.',
      }
    case 'zero':
      return {
        sentence: `This is zero, whatever the numbers are, and ${dL} is not.`,
        hint: start[target],
      }
    case 'length':
      return {
        sentence: verdict.upTo
          ? `It is right up to N = ${verdict.N}: the number of rows can be larger.`
          : `It is right for N = ${verdict.N} alone: the number of rows is not always ${verdict.N}.`,
        hint: 'A formula has to hold for every batch. Which op adds up all rows, however many there are?',
      }
    case 'oversum':
      return {
        sentence: `Too much is added up: your result is ${mineShape(verdict.mine)}, and ${dL} is ${wanted[target]}.`,
        hint: `Sum over n only. The answer keeps one number for each entry of ${owner[target]}.`,
      }
    case 'mean':
      return {
        sentence: `Every entry is ${dL} divided by N: you took the mean over the batch where the sum belongs.`,
        hint: 'If the loss is a mean over the batch, its 1/N is in ∂L/∂y already. The layer itself adds.',
      }
    case 'sign':
      return {
        sentence: 'Right but for the sign: every entry is the negative of the right one.',
        hint: 'A gradient says how L rises. The minus comes later, when a training step goes downhill.',
      }
    case 'factor':
      return {
        sentence: `Right but for a factor: every entry is ${verdict.by} times the right one.`,
        hint: 'Look for a number, a mean or a repeated sum that does not belong. Each example counts once.',
      }
    case 'shape':
      return {
        sentence: `It can be computed, but your result is ${mineShape(verdict.mine)}, and ${dL} is ${wanted[target]}, like ${owner[target]}.${swapped(verdict.slip)}`,
        hint: slipHint(verdict.slip, target) ?? start[target],
      }
    case 'values':
      return {
        sentence: `The shape is right, but ${verdict.count} of ${verdict.mine.rows.flat().length} values ${verdict.count === 1 ? 'is wrong; it is' : 'are wrong; they are'} marked.${swapped(verdict.slip)}`,
        hint:
          slipHint(verdict.slip, target) ??
          'Take one marked cell and write its sum over n out by hand. Which numbers does yours use instead?',
      }
    case 'coincidence': {
      const { N, D, M } = verdict.sizes
      return {
        sentence: `It fits these numbers by chance. With random numbers at N = ${N}, D = ${D}, M = ${M} it does not. ${tell(verdict.there, text, target).sentence}`,
        hint: 'A formula has to hold at every size. Let N, D and M differ, and no entry be zero, to see it fail here.',
      }
    }
    case 'right':
      return {
        sentence: `Right, on your numbers and on random ones at other sizes.${
          verdict.dropped
            ? ` Your result is ${mineShape(verdict.mine)}: the sum took its axis away. As the row that b is, write keepdims=true.`
            : ''
        }`,
        hint:
          target === 'dw'
            ? 'The sum over the batch is the sum inside the matrix product.'
            : 'On the way forward one row was copied to N places. On the way back N rates are added into one.',
      }
  }
}

/** What its parts and controls are called, and what is read out of its formulas. */
export const words = {
  title: (target: Target) => `Find {${target}}`,
  placeholder: (names: readonly string[]) => `a formula in ${list(names)}`,
  sumTile: 'sum over rows',
  check: 'Check',
  clear: 'clear',
  tiles: 'Tiles',
  checked: 'Checked: ',
  waits: 'Here you will read what kind of right or wrong your formula is.',
  dw: 'gradient of L by w',
  db: 'gradient of L by b',
  why: 'Why',
  hint: 'Hint',
  mine: 'your result',
  hide: 'Hide the right numbers',
  show: 'Show the right numbers',
  yours: (letter: string) => `Your formula for ∂L/∂${letter}`,
  dySpoken: 'd y, the gradient of L by y',
  empty: 'There is no formula yet: type one, or build it from the tiles.',
  asks: (target: Target, of: 'w' | 'b', here: string, note: string) =>
    `{${target}} has the shape of {${of}}, here ${here}. Which formula gives it, at any size? ${note}`,
}

/** What a tile is called. */
export const tileNames = {
  x: 'x',
  w: 'w',
  b: 'b',
  dy: 'dy',
  turn: 'transpose',
  matmul: 'matrix product',
  times: 'product by elements',
  plus: 'plus',
  sum: 'sum over rows',
  open: 'open bracket',
  close: 'close bracket',
  back: 'delete',
} as const

/** What is wrong with matrices from a link that do not go together. */
export const refusals = {
  w: (columns: number | undefined, rows: number) =>
    `The link's x has ${columns} columns and its w ${rows} rows; they must agree.`,
  dy: (N: number, M: number) => `The link's dy is not of the shape of y, ${N} × ${M}.`,
  b: (M: number) => `The link's b is not 1 × ${M}.`,
}

/** What sizes hide. */
export const hidden = {
  oneRow: 'With N = 1 there is one row, so a missing sum over the batch does not show.',
  axis: 'With N = M a sum over the wrong axis has as many numbers as the right one.',
  turn: 'With D = M a transposed answer has the right shape. Only the numbers tell.',
  product: (size: 'D' | 'M') =>
    `With N = ${size} some wrong products multiply. Let all three sizes differ to see shapes clash.`,
  stretch: (size: 'D' | 'M') => `With ${size} = 1 shapes of length 1 stretch to fit, and hide errors.`,
}
