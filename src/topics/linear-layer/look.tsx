import type { ComponentProps } from 'react'
import { type Matrix, Tex, tex, withEntry } from '@/figure'
import { withGradient, type Layer, type Numbers } from './model'
import { words } from './words'

const kinds = {
  x: { name: 'x', role: 'x', kind: 'value', label: tex`\x`, turned: tex`\x\T` },
  w: { name: 'w', role: 'w', kind: 'value', label: tex`\w`, turned: tex`\w\T` },
  y: { name: 'y', role: 'y', kind: 'value', label: tex`\y`, turned: tex`\y\T` },
  dx: { name: words.dx, role: 'x', kind: 'gradient', label: tex`\dLdx`, turned: tex`\dLdx` },
  dw: { name: words.dw, role: 'w', kind: 'gradient', label: tex`\dLdw`, turned: tex`\dLdw` },
  dy: { name: words.dy, role: 'y', kind: 'gradient', label: tex`\dLdy`, turned: tex`\dLdy` },
} as const

/** What it takes to change a layer: its numbers, and where changes and sentences about bad input go. */
export type Editing = {
  layer: Layer
  set: (change: Partial<Layer>) => void
}

export type LayerMatrixProps = {
  of: keyof typeof kinds
  values: ComponentProps<typeof Matrix>['values']
  /** With it, x and w can be changed, and ∂L/∂y where the loss has a number for each of its entries. */
  editing?: Editing
  /** It stands transposed in a product; values and places are those of the matrix itself. */
  turned?: boolean
} & Partial<Pick<ComponentProps<typeof Matrix>, 'name' | 'active' | 'mark' | 'plus' | 'onSelect'>>

/** The layer with one entry of a matrix changed; undefined for what only follows from others. */
function changed(
  layer: Layer,
  of: LayerMatrixProps['of'],
  i: number,
  j: number,
  value: number,
): Partial<Layer> | undefined {
  if (of === 'dy') return withGradient(layer, i, j, value)
  if (of === 'x' || of === 'w') return { [of]: withEntry(layer[of], i, j, value) satisfies Numbers }
}

/** What a matrix of the layer is drawn with: its name, its hue and texture, and what a change of an entry does. */
export function lookOf({ of, editing, turned = false, ...rest }: LayerMatrixProps) {
  const { label, turned: across, ...look } = kinds[of]
  const editable = editing && (of === 'x' || of === 'w' || (of === 'dy' && editing.layer.loss !== 'softmax'))
  return {
    ...look,
    sym: of,
    label: <Tex of={turned ? across : label} />,
    ...(turned && { name: words.transposed(look.name) }),
    ...(editable && {
      onChange: (i: number, j: number, value: number) =>
        editing.set(changed(editing.layer, of, i, j, value) ?? {}),
    }),
    ...rest,
  }
}
