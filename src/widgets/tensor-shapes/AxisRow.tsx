import { NumberInput, Slider } from '@/figure'
import { longest } from './model'
import { words } from './words'

type Props = {
  axis: number
  /** What the axis often stands for. */
  meaning: string
  length: number
  at: number
  onLength: (length: number) => void
  onAt: (at: number) => void
}

/** One axis: how long it is, and where on it the index stands. */
export const AxisRow = ({ axis, meaning, length, at, onLength, onAt }: Props) => (
  <div className="axis-row">
    <span className="axis-name">
      {words.axis(axis + 1)}
      <small>{meaning}</small>
    </span>
    <div className="axis-length">
      <span>{words.length}</span>
      <NumberInput
        label={words.lengthOf(axis + 1)}
        value={length}
        min={1}
        max={longest}
        step={1}
        integer
        onChange={onLength}
      />
    </div>
    <Slider
      label={words.indexOn(axis + 1)}
      symbol={words.index}
      value={at + 1}
      min={1}
      max={length}
      step={1}
      integer
      onChange={(place) => onAt(place - 1)}
    />
  </div>
)
