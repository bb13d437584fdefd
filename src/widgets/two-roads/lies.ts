import { nth } from '@/autodiff'
import type { LayerLetters } from '@/figure/pure'
import { conventionOf, isTurned } from '@/topics/letters/conventions'
import { factorsOf } from '@/topics/letters/factors'
import { nameOf } from '@/topics/letters/sentences'
import { spokenIn } from '@/topics/letters/spoken'
import type { Block, Entry, model, State } from './model'
import { words } from './words'

const over = <T>(table: readonly (readonly T[])[]): T[][] =>
  nth(table, 0).map((_, j) => table.map((row) => nth(row, j)))
const turnedIf = <T>(yes: boolean, table: T[][]): T[][] => (yes ? over(table) : table)

type Scene = Pick<ReturnType<typeof model>, 'blocks' | 'turned' | 'shape' | 'N' | 'M'>

/** What the figure draws, as it lies in the reader's letters; nothing is computed anew. */
export function lies(scene: Scene, by: State['by'], letters: LayerLetters) {
  const convention = conventionOf(letters)
  const [y, own] = [isTurned(convention, 'y'), isTurned(convention, by)]
  const other = by === 'x' ? 'w' : 'x'
  const factors = factorsOf(convention, `d${by}`)
  const isOver = factors.some(({ of, turned }) => of === other && turned) !== isTurned(convention, other)
  // The model has the factor transposed.
  const factor: Entry[][] = turnedIf(!isOver, scene.turned)
  const blocks: Block[][] = turnedIf(y, scene.blocks).map((line) =>
    line.map((block) => ({
      ...block,
      ...(y && { name: nameOf(`y.${block.n + 1}.${block.m + 1}`, letters) }),
      entries: turnedIf(own, block.entries),
    })),
  )
  const ordered = (shape: readonly number[], yes: boolean) => (yes ? shape.toReversed() : [...shape])
  const shapeY = ordered([scene.N, scene.M], y)
  const shapeOf = ({ of, turned }: (typeof factors)[number]) =>
    of === 'dy' ? ordered(shapeY, turned) : [factor.length, nth(factor, 0).length]
  return {
    blocks,
    factor,
    shapeY,
    shape: ordered(scene.shape, own),
    meeting: factors.map(shapeOf),
    spoken: words.product(
      spokenIn(convention, `d${by}`),
      factors.map(({ of, turned }) => spokenIn(convention, of, turned)),
    ),
    other: factors.find(({ of }) => of === other),
  }
}
