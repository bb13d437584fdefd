import { entryOf } from '@/autodiff'
import { most } from '@/topics/vector-function/model'
import { words } from './words'

const range = (length: number) => Array.from({ length }, (_, k) => k)

/** Coefficients with one decimal, of different sizes and signs, none of them zero. */
const weights = [
  [0.6, -0.4, 0.3, 0.5, -0.2, 0.1],
  [-0.3, 0.7, 0.4, -0.5, 0.2, 0.6],
  [0.8, 0.2, -0.6, 0.3, 0.5, -0.4],
  [-0.5, 0.4, 0.2, -0.7, 0.3, 0.6],
  [0.3, -0.8, 0.4, 0.6, -0.5, 0.2],
  [0.4, 0.3, -0.7, -0.2, 0.9, -0.5],
]

const mixture = (i: number, N: number) =>
  range(N)
    .map((j) => {
      const weight = entryOf(weights, i, j)
      const sign = j === 0 ? (weight < 0 ? '-' : '') : weight < 0 ? ' - ' : ' + '
      return `${sign}${Math.abs(weight)} x${j + 1}`
    })
    .join('')

/** One kind of formula a row, each of its own two inputs. */
const templates = [
  (a: string, b: string) => `${a} * ${b}`,
  (a: string) => `sin(${a})`,
  (a: string, b: string) => `${a}^2 - ${b}`,
  (a: string) => `exp(${a} / 2)`,
  (a: string, b: string) => `${a} + 2 ${b}`,
  (a: string, b: string) => `cos(${a}) * ${b}`,
]

/** Functions ℝᴺ→ℝᴹ to choose from: row i, counted from 0, of one with N inputs, and what to look for in its Jacobian. */
export const functions = {
  mixed: {
    name: words.mixed,
    row: (i: number, N: number) =>
      templates[i % templates.length]?.(`x${(i % N) + 1}`, `x${((i + 1) % N) + 1}`) ?? '',
  },
  neighbors: {
    name: words.neighbors,
    row: (i: number, N: number) => `x${(i % N) + 1} * x${((i + 1) % N) + 1}`,
  },
  alone: { name: words.alone, row: (i: number, N: number) => `x${(i % N) + 1}^2` },
  linear: { name: words.sums, row: mixture },
  layer: { name: words.squashed, row: (i: number, N: number) => `tanh(${mixture(i, N)})` },
} as const

export type Preset = keyof typeof functions
export const presets = Object.keys(functions) as Preset[]

/** The M formulas of a preset. */
export const formulasOf = (preset: Preset, N: number, M: number) =>
  range(Math.min(M, most)).map((i) => functions[preset].row(i, N))
