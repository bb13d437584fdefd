import type { ReactNode } from 'react'
import {
  Matrix,
  MatrixRow,
  Sign,
  symText,
  TensorGrid,
  type FigureHandle,
  type Kind,
  type Role,
} from '@/figure'
import { words as shared } from '@/topics/flat/words'
import { nth } from '@/autodiff'
import { offsetOf, type Drawn, type Scene } from './model'
import type { Shapes, State } from './state'
import { words } from './words'

type Props = { figure: FigureHandle<State>; shapes: Shapes; scene: Scene }

const roleOf = (letter: string): Role =>
  letter === 'x' || letter === 'w' || letter === 'y' || letter === 'L' ? letter : 'ink'

type ShownProps = {
  of: Drawn
  /** A step on the way: no symbol of the book, so nothing lights up with it. */
  step?: boolean
  kind?: Kind
  active?: (place: number) => boolean
  onPick?: (place: number) => void
  onChange?: (place: number, value: number) => void
}

/** A tensor of any rank: a vector lies, and one with more than two axes is a grid of grids. */
function Shown({
  of: { name, shape, data },
  step = false,
  kind = 'value',
  active,
  onPick,
  onChange,
}: ShownProps) {
  const letter = kind === 'gradient' ? name.slice(1) : name
  const look = {
    name: kind === 'gradient' ? words.gradient(letter) : name,
    label: <span className={`sym ${roleOf(letter)}`}>{symText(name)}</span>,
    role: roleOf(letter),
    kind,
    ...(!step && { sym: name }),
  }
  if (shape.length > 2)
    return (
      <TensorGrid
        {...look}
        shape={shape}
        value={(offset) => nth(data, offset)}
        {...(active && { lit: active })}
        {...(onPick && { onPick })}
        {...(onChange && { onChange })}
      />
    )
  const width = shape.at(-1) ?? 1
  const rows = Array.from({ length: data.length / width }, (_, i) => data.slice(i * width, (i + 1) * width))
  return (
    <Matrix
      {...look}
      vector={shape.length === 1}
      values={rows}
      {...(active && { active: (i, j) => active(i * width + j) })}
      {...(onPick && { onSelect: (i, j) => onPick(i * width + j) })}
      {...(onChange && { onChange: (i, j, value) => onChange(i * width + j, value) })}
    />
  )
}

const withValue = (list: readonly number[], at: number, value: number) =>
  list.map((old, k) => (k === at ? value : old))

/** The layer on the reader's numbers: forward, and below it backward, with what the short formula needs on the way. */
export function Numbers({ figure: { state, set }, shapes, scene }: Props): ReactNode {
  const { by, place, reached, between } = scene
  const isGradient = ({ name }: Drawn) => name.startsWith('d') && name.length > 1
  const pick = (next: number) => set({ place: next })
  const here = (at: number) => at === place
  return (
    <div className="passes">
      <MatrixRow name={shared.forward}>
        {scene.inputs.map((input) => (
          <Shown
            key={input.name}
            of={input}
            onChange={(at, value) =>
              set({ values: withValue(state.values, offsetOf(shapes, input.name) + at, value) })
            }
            {...(input.name === by && { active: here, onPick: pick })}
          />
        ))}
        {between
          .filter((each) => !isGradient(each))
          .flatMap((each) => [
            <Sign key={`to ${each.name}`}>→</Sign>,
            <Shown key={each.name} of={each} step />,
          ])}
        <Sign>→</Sign>
        <Shown of={scene.output} active={(at) => reached.has(at)} />
      </MatrixRow>
      <MatrixRow name={shared.backward}>
        <Shown
          of={scene.arriving}
          kind="gradient"
          active={(at) => reached.has(at)}
          onChange={(at, value) => set({ dy: withValue(state.dy, at, value) })}
        />
        {between
          .filter(isGradient)
          .flatMap((each) => [
            <Sign key={`to ${each.name}`}>→</Sign>,
            <Shown key={each.name} of={each} kind="gradient" step />,
          ])}
        <Sign>→</Sign>
        <Shown of={scene.gradient} kind="gradient" active={here} onPick={pick} />
      </MatrixRow>
    </div>
  )
}
