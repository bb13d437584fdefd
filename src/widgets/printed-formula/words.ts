import { num } from '@/plot/format'
import type { model, Slip } from './model'

/** What its parts and controls are called, and what is read out of its formulas. */
export const words = {
  titleBefore: 'The formula as printed, ',
  titleAfter: ', and the right one',
  jacobian: 'Jacobian of y by x, flat',
  jacobianTurned: 'Jacobian of y by x, flat, transposed',
  nudge: 'nudge of x',
  change: 'change of y',
  printedProduct: 'the printed product',
  printed: 'printed',
  asPrinted: 'As printed',
  right: 'Right',
  printedShape: 'Shape of the printed product',
  neededShape: 'Shape that is needed',
  nothing: 'nothing to compare',
  offBy: 'Off by, at the worst entry',
  oneExample: (rows: number) => `The link's x has ${rows} rows; this figure takes one example.`,
}

/** The printed formulas, read out. */
export const spoken: Record<Slip, string> = {
  5: 'the sum over i of ∂y by ∂x at i, j, times Δx at i',
  6: '∂y by ∂x times ∂L by ∂y',
  7: '∂L by ∂y times the transpose of x',
}

type Scene = ReturnType<typeof model>

const lines = (count: number, of: 'row' | 'column') => `${count} ${of}${count === 1 ? '' : 's'}`
const meet = (columns: number, rows: number) =>
  `${lines(columns, 'column')} ${columns === 1 ? 'meets' : 'meet'} ${lines(rows, 'row')}, so the product does not exist`

const refused: Record<Slip, (scene: Scene) => string> = {
  5: ({ D, M }) =>
    `The printed sum runs down the columns of the Jacobian. So its transpose, ${D}×${M}, has to meet Δx, ${D}×1: ${meet(M, D)}. The Jacobian itself, ${M}×${D}, fits.`,
  6: ({ D, M }) =>
    `The Jacobian, laid flat, is ${M}×${D} and {dy} is 1×${M}: ${meet(D, 1)}. The other way round, ${lines(M, 'column')} meet ${lines(M, 'row')}.`,
  7: ({ N, D, M }) =>
    `{dy} is ${N}×${M} and {x} transposed is ${D}×${N}: ${meet(M, D)}. With {w} transposed, ${M}×${D}, it does.`,
}

/** When the printed product exists at all. */
const exists: Record<Slip, string> = { 5: 'M = D', 6: 'D = 1', 7: 'M = D' }
const same: Record<Slip, string> = { 5: 'D = M', 6: 'D = M = 1', 7: 'N = D = M' }
const chance: Record<Slip, string> = {
  5: 'and this Jacobian is its own transpose, so the printed sum happens to be right',
  6: 'and single numbers may change places',
  7: 'and on these numbers the two products happen to agree. Change any entry, and they part',
}

/** What the reader sees when the printed formula meets these shapes. */
export function sentence(scene: Scene): string {
  const { slip, tried, N, D } = scene
  switch (tried.kind) {
    case 'refused':
      return refused[slip](scene)
    case 'shape': {
      const side = tried.values.length
      return `Here ${exists[slip]}, so the product exists: ${side}×${side}. But {x} is ${N}×${D}, and its gradient must have that shape. It can't be right.`
    }
    case 'values':
      return tried.off > 1e-9
        ? `Here ${same[slip]}, and even the shape is right. The numbers are not: the worst entry is off by ${num(tried.off)}. No error message will tell you.`
        : `Here ${same[slip]}, ${chance[slip]}.`
  }
}
