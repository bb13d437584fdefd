import { Choice, type LayerLetters } from '@/figure'
import { sizes, type Layer, type LossName } from './model'
import { RightColumns } from './RightColumns'
import { words } from './words'

type Props = {
  layer: Layer
  set: (change: Partial<Layer>) => void
  /** The letters of the figure; those of the handout if not said. */
  letters?: LayerLetters
}

const losses: readonly { value: LossName; label: string }[] = [
  { value: 'weighted', label: words.weighted },
  { value: 'squared', label: words.squared },
  { value: 'softmax', label: words.softmax },
]

/** Which loss makes one number of y and, for softmax cross-entropy, which column is right in each row. */
export const LossChoice = ({ layer, set, letters }: Props) => (
  <>
    <Choice legend={words.loss} options={losses} value={layer.loss} onChange={(loss) => set({ loss })} />
    {layer.loss === 'softmax' && (
      <RightColumns
        lies={letters === 'columns'}
        labels={layer.labels}
        most={sizes(layer).M}
        onChange={(labels) => set({ labels })}
      />
    )}
  </>
)
