import {
  gradientWires,
  layerWires,
  lineWires,
  type Diagram,
  type Drawing,
  type GradientDrawing,
  type Layer,
} from '@/derive'
import type { Row } from './model'

/** A layer, what comes back through it, and a line, as tensor diagrams. */
export type Pictures = {
  readonly layer: readonly Drawing[]
  /** Each step that has the input in a product: with a hole there, and the gradient of the step hung on. */
  readonly gradient: readonly GradientDrawing[]
  /** The last of the reader's lines that can be read. */
  readonly line: { readonly number: number; readonly text: string; readonly diagram: Diagram } | undefined
}

/** More products than this are no picture to look at. */
const most = 8
const few = (diagram: Diagram) => diagram.length <= most

/** All that is drawn as wires; lines and steps of too many products are left out. */
export function pictures(layer: Layer, of: string, rows: readonly Row[]): Pictures {
  const last = rows.findLastIndex(({ verdict }) => verdict?.read === true)
  const text = rows[last]?.text ?? ''
  const diagram = last < 0 ? undefined : lineWires(layer, text.startsWith('=') ? `d${of} ${text}` : text)
  return {
    layer: layerWires(layer).filter((one) => few(one.diagram)),
    gradient: gradientWires(layer, of).filter(({ hung }) => few(hung)),
    line: diagram && few(diagram) ? { number: last, text, diagram } : undefined,
  }
}
