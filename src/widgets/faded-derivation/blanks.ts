import { handout, resize, type Layer, type Numbers } from '@/topics/linear-layer/model'
import { words } from './words'

const factors = ['x', 'w', 'dy', 'xT', 'wT', 'dyT'] as const
export type Factor = (typeof factors)[number]

/** What each blank offers; the first choice of none is the answer, so that the order gives nothing away. */
export const options = {
  moves: ['w[d,m]', 'x[d,n]', 'dy[n,m]', 'x[n,d]'],
  over: ['d', 'm', 'n'],
  dyAt: ['m,n', 'n,m', 'd,m'],
  xAt: ['d,n', 'n,d'],
  row: ['n.x', 'd.x', 'd.w', 'd.xT'],
  column: ['n.dy', 'm.w', 'm.dy', 'm.dyT'],
  left: factors,
  right: factors,
} as const

export type Blank = keyof typeof options
export const blanks = Object.keys(options) as Blank[]

export const answers: { [B in Blank]: (typeof options)[B][number] } = {
  moves: 'x[n,d]',
  over: 'n',
  dyAt: 'n,m',
  xAt: 'n,d',
  row: 'd.xT',
  column: 'm.dy',
  left: 'xT',
  right: 'dy',
}

/** The numbers, the entry in view (counted from 1), and what stands in each blank (`''`: nothing yet). */
export type Faded = { [B in Blank]: '' | (typeof options)[B][number] } & {
  x: Numbers
  dy: Numbers
  d: number
  m: number
}

/** With a weighted sum as the loss, ∂L/∂y is its weights: whatever the reader sets. */
export const layerOf = ({ x, dy }: Pick<Faded, 'x' | 'dy'>): Layer => ({
  ...resize(handout, { N: x.length, D: x[0]?.length ?? 0, M: dy[0]?.length ?? 0 }),
  x,
  c: dy,
})

const first = resize(handout, { N: 3, D: 2, M: 4 })
export const start: Faded = {
  x: first.x,
  dy: first.c,
  d: 1,
  m: 2,
  moves: '',
  over: '',
  dyAt: '',
  xAt: '',
  row: '',
  column: '',
  left: '',
  right: '',
}

/** What is wrong with numbers from a link that are each right by themselves. */
export function checkFaded({ x, dy, d, m }: Faded): string | undefined {
  if (x.length !== dy.length) return words.disagree(x.length, dy.length)
  if (d > (x[0]?.length ?? 0) || m > (dy[0]?.length ?? 0)) return words.noEntry(d, m)
}

/** A choice as the reader sees it. */
export function label(choice: string): string {
  const [index, name] = choice.includes('.') ? choice.split('.') : [undefined, choice]
  const turned = name?.endsWith('T') ?? false
  const letter = turned ? name?.slice(0, -1) : name
  const shown = letter === 'dy' ? '∂L/∂y' : letter
  const full = turned ? (letter === 'dy' ? `(${shown})ᵀ` : `${shown}ᵀ`) : shown
  return index === undefined ? (full ?? '') : words.indexOf(index, full)
}
