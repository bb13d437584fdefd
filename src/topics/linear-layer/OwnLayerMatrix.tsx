import type { LayerLetters } from '@/figure'
import { OwnMatrix } from '@/topics/letters/OwnMatrix'
import { lookOf, type LayerMatrixProps } from './look'

/** One matrix of the linear layer as the reader's course writes it. */
export const OwnLayerMatrix = ({ letters, ...props }: LayerMatrixProps & { letters: LayerLetters }) => (
  <OwnMatrix {...lookOf(props)} of={props.of} letters={letters} turned={props.turned ?? false} />
)
