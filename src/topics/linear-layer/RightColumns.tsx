import { Group } from '@/figure'
import { OneTo } from './OneTo'
import { words } from './words'

type Props = {
  /** Counted from 1, one for each row. */
  labels: readonly number[]
  most: number
  /** Examples are columns, and the scores of one of them stand in rows. */
  lies?: boolean
  onChange: (labels: number[]) => void
}

/** For softmax cross-entropy: which column is right in each row. */
export const RightColumns = ({ labels, most, lies = false, onChange }: Props) => (
  <Group name={lies ? words.rightRow : words.rightColumn}>
    {labels.map((label, i) => (
      <OneTo
        key={i}
        label={lies ? words.column(i + 1) : words.row(i + 1)}
        most={most}
        value={label}
        onChange={(column) => onChange(labels.with(i, column))}
      />
    ))}
  </Group>
)
