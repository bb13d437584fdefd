import { Dot, Label, NumberLine, Segment, Vector, type Range, type Role, type XY } from '@/plot'
import { words } from './words'

type Props = {
  name: string
  role: Role
  range: Range
  /** Where the change starts; nothing is drawn without it. */
  at: number | undefined
  predicted: number | undefined
  true: number | undefined
}

/** An output on its line: where the slope says that it goes, where it goes, and what lies between. */
export function ChangeLine({ name, role, range, at, predicted, true: change }: Props) {
  const label = words.picture(name)
  return (
    <NumberLine label={label} name={name} role={role} {...range}>
      {at !== undefined && <Changes {...{ role, at, predicted }} true={change} />}
    </NumberLine>
  )
}

const away = (by: number) => (by < 0 ? 'right' : 'left')

function Changes({ role, at, predicted, true: change }: Omit<Props, 'name' | 'range'> & { at: number }) {
  const end = (by: number, height: number): XY => [at + by, height]
  return (
    <>
      {predicted !== undefined && (
        <>
          <Vector role={role} kind="nudge" from={end(0, 0.5)} to={end(predicted, 0.5)} />
          <Label role={role} side={away(predicted)} at={end(0, 0.5)}>
            {words.predicted}
          </Label>
        </>
      )}
      {change !== undefined && (
        <>
          <Vector role={role} from={end(0, 0)} to={end(change, 0)} />
          <Label role={role} side={away(change)} at={end(0, 0)}>
            {words.true}
          </Label>
        </>
      )}
      {predicted !== undefined && change !== undefined && (
        <Segment className="missed" from={end(predicted, 0.25)} to={end(change, 0.25)} />
      )}
      <Dot role={role} at={end(0, 0)} />
    </>
  )
}
