import { LaidMatrix } from '@/topics/letters/LaidMatrix'
import { lookOf, type LayerMatrixProps } from './look'

/** One matrix of the linear layer under its name, in its hue and texture, in the handout's letters. */
export const LayerMatrix = (props: LayerMatrixProps) => (
  <LaidMatrix {...lookOf(props)} lies={props.turned ?? false} />
)
