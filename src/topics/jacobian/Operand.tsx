import { nth } from '@/autodiff'
import { useState } from 'react'
import { TensorGrid, Tex, tex, type TexNode } from '@/figure'
import { carried, fit, indexOf, offsetOf, pan, reach, type Shape } from '@/plot/nesting'
import { arrangement } from './ops'

const most = { rows: 6, columns: 8 }

type GridProps = Parameters<typeof TensorGrid>[0]
type WindowedProps = Omit<GridProps, 'value' | 'window' | 'onBeyond'> & {
  values: ArrayLike<number>
  /** How many rows and columns there is room for. */
  room?: typeof most
}

/** A tensor that is seen through a window where it is large; the window holds the picked entry. */
export function Windowed({ values, room = most, ...rest }: WindowedProps) {
  const { shape, picked, onPick } = rest
  const drawn = rest.arrangement ?? arrangement(shape)
  const [from, setFrom] = useState<readonly number[]>([])
  const first = fit(shape, drawn, room, from)
  const at = picked === undefined ? undefined : indexOf(shape, picked)
  const window = at ? fit(shape, drawn, room, reach(first, at)) : first
  return (
    <TensorGrid
      {...rest}
      arrangement={drawn}
      window={window}
      value={(k) => nth(values, k)}
      onBeyond={(axes, by) => {
        const next = pan(shape, window, axes, by)
        if (!next) return
        setFrom(next)
        // The picked entry stays under the focus, so the window's move is its move.
        if (at) onPick?.(offsetOf(shape, carried(at, window, next)))
      }}
    />
  )
}

const labels: Record<'x' | 'w' | 'y', TexNode> = { x: tex`\x`, w: tex`\w`, y: tex`\y` }

type Props = {
  of: 'x' | 'w' | 'y'
  shape: Shape
  values: ArrayLike<number>
  /** With it, numbers can be changed. */
  onChange?: (values: number[]) => void
} & Partial<Pick<GridProps, 'picked' | 'lit' | 'onPick' | 'arrangement'>>

/** x, w or y, each in its hue. */
export const Operand = ({ of, values, onChange, ...rest }: Props) => (
  <Windowed
    name={of}
    label={<Tex of={labels[of]} />}
    sym={of}
    role={of}
    values={values}
    {...(onChange && { onChange: (k: number, value: number) => onChange(Array.from(values).with(k, value)) })}
    {...rest}
  />
)
