import type { ComponentProps } from 'react'
import { Matrix, Tex, withEntry, type FigureHandle } from '@/figure'
import type { Numbers } from '@/topics/linear-layer/model'
import type { Name } from './back'
import { looks } from './looks'
import { given, type State } from './model'
import { words } from './words'

type MatrixProps = ComponentProps<typeof Matrix>

type Props = {
  of: Name
  values: Numbers
  turned?: boolean
  /** With it, what the reader has set can be changed. */
  figure?: FigureHandle<State>
} & Partial<Pick<MatrixProps, 'active' | 'mark' | 'plus' | 'onSelect'>>

const isSet = (name: Name): name is 'Q' | 'K' | 'V' | 'dy' =>
  name === 'dy' || given.some((each) => each === name)

/** A matrix of the head under its name; one that stands transposed keeps its entries' names, and is only read. */
export function HeadMatrix({ of, values, turned = false, figure, ...more }: Props) {
  const { name, label, turned: over, role, kind, sym } = looks[of]
  return (
    <Matrix
      {...more}
      name={turned ? words.turned(name) : name}
      label={<Tex of={turned && over !== undefined ? over : label} />}
      role={role}
      kind={kind}
      values={values}
      transposed={turned}
      {...(sym !== undefined && { sym })}
      {...(figure &&
        isSet(of) &&
        !turned && {
          onChange: (i: number, j: number, value: number) =>
            figure.set({ [of]: withEntry(figure.state[of], i, j, value) }),
        })}
    />
  )
}
