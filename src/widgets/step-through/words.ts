import { num } from '@/plot/format'
import type { LayerLetters } from '@/figure/pure'
import { conventionOf, isTurned } from '@/topics/letters/conventions'
import { factorsOf } from '@/topics/letters/factors'
import { sizes } from '@/topics/linear-layer/model'
import type { State, Step, Term } from './model'

/** What its parts and controls are called, and what is read out of its formulas. */
export const words = {
  slice: (target: string, place: string) => `slice of the Jacobian, y by ${target} ${place}`,
  gradientAt: (target: string, place: string) => `gradient of L by ${target} ${place}, one number`,
  sliceOf: (name: string) => `slice of the Jacobian, y by ${name}`,
  gradientOf: (name: string) => `gradient of L by ${name}, one number`,
  entry: 'Entry',
  forward: 'Forward',
  backward: 'Backward',
  loss: 'Loss L',
  gap: 'Largest gap to central differences',
  titleBefore: 'One entry of ',
  target: (target: string) => `∂L by ∂${target}`,
  titleAfter: ' after the other',
  by: 'Gradient by',
  stepForward: (equation: string) => `forward, ${equation}`,
  stepWritten: 'one entry of y',
  stepArrives: '∂L/∂y arrives',
  stepChain: (name: string) => `the chain rule for ${name}`,
  stepSlice: (name: string) => `the slice ∂y/∂${name}`,
  stepDot: (name: string) => `the dot product, ∂L/∂${name}`,
  stepAll: (target: string) => `all of ∂L/∂${target}`,
  stepRecognize: 'the product of two matrices',
  stepCheck: 'against central differences',
}

type Found = { products: readonly Term[]; value: number; L: number; gap: number }

const lossSentence: Record<State['loss'], string> = {
  weighted: 'The loss is a weighted sum of {y}, so its slopes {dy} are the weights themselves.',
  squared:
    'The loss is half the squared distance of {y} from its target, so {dy} is that distance, entry by entry.',
  softmax:
    'The loss is softmax cross-entropy, row by row: {dy} is the probabilities, less 1 at the right column.',
}

const count = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`

/** Which factors have to turn for the product, in letters where the book's own reasoning does not apply. */
function recognized(letters: LayerLetters, of: 'dx' | 'dw'): string {
  const factors = factorsOf(conventionOf(letters), of)
  const said = factors.map(({ of: name, turned }) => `{${name}}${turned ? ' transposed' : ''}`)
  const turns = factors.flatMap(({ of: name, turned }) => (turned ? [`{${name}}`] : []))
  const why =
    turns.length === 0
      ? 'Here both factors lie so already, and nothing is transposed'
      : `For that, ${turns.join(' and ')} ${turns.length === 1 ? 'has' : 'have'} to turn`
  return `A matrix product takes a row of its left factor with a column of its right one. ${why}: {${of}} is ${said.join(' times ')}.`
}

/** What happens at a step, in one or two sentences; `{x.1.2}` stands for a symbol that the page lights up. */
export function sentence(
  state: State,
  { kind, at }: Step,
  { products, value, L, gap }: Found,
  letters: LayerLetters = 'handout',
): string {
  const convention = conventionOf(letters)
  /** A line of a matrix of the handout, as it lies in the reader's letters. */
  const lies = (of: 'x' | 'w' | 'y', line: 'row' | 'column') =>
    isTurned(convention, of) ? (line === 'row' ? 'column' : 'row') : line
  const { N, D, M } = sizes(state)
  const x = state.target === 'x'
  const [row, column] = [at.row + 1, at.column + 1]
  const own = `{${state.target}.${row}.${column}}`
  const wanted = `{d${state.target}.${row}.${column}}`
  const line = x ? `${lies('y', 'row')} ${row}` : `${lies('y', 'column')} ${column}`
  const source = x ? `${lies('w', 'row')} ${column} of {w}` : `${lies('x', 'column')} ${row} of {x}`
  switch (kind) {
    case 'forward':
      return `Forward: each entry of {y} is a ${lies('x', 'row')} of {x} times a ${lies('w', 'column')} of {w}. The loss reads {y} and gives one number, ${num(L)}.`
    case 'written': {
      const y = x ? `{y.${row}.1}` : `{y.1.${column}}`
      return `Written out, ${y} is ${D === 1 ? 'one product' : `a sum of ${D} products`}. Each entry of {x} meets a whole ${lies('w', 'row')} of {w}, and only there.`
    }
    case 'arrives':
      return `Backward begins with what arrives from above: one slope for each entry of {y}. ${lossSentence[state.loss]}`
    case 'chain':
      return `We want ${wanted}: how fast {L} moves with ${own}. The chain rule goes through every entry of {y} that ${own} moves.`
    case 'slice':
      return x
        ? `Nudge ${own} and only ${line} of {y} moves, each entry by its weight. The slice, shaped like {y}, is ${source}${N > 1 ? ` in ${line}, and zeros elsewhere` : ''}.`
        : `Nudge ${own} and only ${line} of {y} moves, each entry by the input beside it. The slice, shaped like {y}, is ${source}${M > 1 ? ` in ${line}, and zeros elsewhere` : ''}.`
    case 'dot':
      return `Multiply what arrives by what moves, entry by entry, and add: ${count(products.length, 'product')}, and that is one number. ${wanted} is ${num(value)}.`
    case 'assemble':
      return `Every entry goes the same way: ${x ? `a ${lies('y', 'row')} of {dy} with a ${lies('w', 'row')} of {w}` : `a ${lies('y', 'column')} of {dy} with a ${lies('x', 'column')} of {x}`}. Put them where ${x ? '{x}' : '{w}'} has its entries.`
    case 'recognize':
      if (letters !== 'handout') return recognized(letters, x ? 'dx' : 'dw')
      return x
        ? `A matrix product takes a row of its left factor with a column of its right one. So the rows of {w} stand up as columns: {dx} is {dy} times {w} transposed.`
        : `A matrix product takes a row of its left factor with a column of its right one. So the columns of {x} lie down as rows: {dw} is {x} transposed times {dy}.`
    case 'check':
      return `Nudge each entry both ways and compare: central differences of {L} agree with the formula to ${num(gap, 2)}.`
  }
}
