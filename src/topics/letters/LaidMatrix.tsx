import type { ComponentProps } from 'react'
import { Matrix } from '@/figure'
import { nth } from '@/autodiff'

export type Drawn = ComponentProps<typeof Matrix>

const transposed = (values: Drawn['values']) =>
  nth(values, 0).map((_, j) => values.map((row) => row[j] ?? null))

/** A function of a place, of the place on the other side of the diagonal. */
const mirrored = <R, A extends readonly unknown[]>(
  f: ((i: number, j: number, ...rest: A) => R) | undefined,
) => f && ((i: number, j: number, ...rest: A) => f(j, i, ...rest))

/** A matrix that may lie on its side: values and places are given as it stands, and its entries keep their keys. */
export function LaidMatrix({ lies, ...props }: Drawn & { lies: boolean }) {
  const { values, active, mark, plus, onChange, onSelect } = props
  const seen = lies && {
    values: transposed(values),
    ...(active && { active: mirrored(active) }),
    ...(mark && { mark: mirrored(mark) }),
    ...(plus && { plus: mirrored(plus) }),
    ...(onChange && { onChange: mirrored(onChange) }),
    ...(onSelect && { onSelect: mirrored(onSelect) }),
  }
  return <Matrix {...props} {...(seen as Partial<Drawn>)} transposed={lies} />
}
