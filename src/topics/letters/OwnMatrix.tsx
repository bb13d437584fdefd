import type { ComponentProps } from 'react'
import { Matrix, type LayerLetters } from '@/figure'
import { nth } from '@/autodiff'
import { conventionOf, isTurned } from './conventions'
import { owning } from './factors'
import { kit } from './drawn'
import { nameIn, type Factor } from './labels'
import { spokenIn } from './spoken'

type Drawn = ComponentProps<typeof Matrix>
type Props = Drawn & {
  of: Factor['of']
  /** The letters in which it is drawn. */
  letters: LayerLetters
  /** It stands transposed in the product that it is part of. */
  turned?: boolean
}

const transposed = (values: Drawn['values']) =>
  nth(values, 0).map((_, j) => values.map((row) => row[j] ?? null))

const Label = ({ letters, of, turned }: Pick<Props, 'letters' | 'of'> & { turned: boolean }) => {
  const { Formula, labelIn } = kit()
  return <Formula of={labelIn(conventionOf(letters), of, turned)} said />
}

/** A function of a place, of the place on the other side of the diagonal. */
const mirrored = <R, A extends readonly unknown[]>(
  f: ((i: number, j: number, ...rest: A) => R) | undefined,
) => f && ((i: number, j: number, ...rest: A) => f(j, i, ...rest))

/**
 * A matrix of the linear layer in the reader's letters. All that it is given, values and places, is as the handout has
 * it; where it lies the other way, or stands transposed, it is drawn so, and its entries keep their keys.
 */
export function OwnMatrix({ of, letters, turned = false, ...props }: Props) {
  const convention = conventionOf(letters)
  const flipped = isTurned(convention, owning(of)) !== turned
  const { values, active, mark, plus, onChange, onSelect } = props
  const seen = flipped && {
    values: transposed(values),
    ...(active && { active: mirrored(active) }),
    ...(mark && { mark: mirrored(mark) }),
    ...(plus && { plus: mirrored(plus) }),
    ...(onChange && { onChange: mirrored(onChange) }),
    ...(onSelect && { onSelect: mirrored(onSelect) }),
  }
  const renamed = turned || nameIn(convention, of) !== of
  const named = letters !== 'handout' &&
    renamed && {
      name: spokenIn(convention, of, turned),
      label: <Label {...{ letters, of, turned }} />,
    }
  return <Matrix {...(props as Drawn)} {...(seen as Partial<Drawn>)} {...named} transposed={flipped} />
}
