import type { Tensor } from '@/autodiff'
import { evaluate, readLayer, type Numbered } from '@/derive'
import { wholes, type Nested } from './draw'
import { computed, lastLine, outputOf, planted, type Dims } from './facts'
import { given } from './given'
import type { Formula } from './item'
import type { PracticeLayer } from './layers'
import { quiet } from './quiet'
import { byHand as words } from './words'

export const arrayOf = (tensor: Tensor): Nested => tensor.toArray() as Nested

/** The layer with 2 for each letter, so that a transpose too many gives a number as well. */
const atTwo = (text: string) =>
  text.replace(/^([^=\n]*:)(.*)$/gm, (_, name: string, shape: string) => name + shape.replace(/[A-Z]/g, '2'))

const twos = (shape: Dims) => shape.map(() => 2)

/** A layer at small whole numbers, two along each axis: what is given, and the gradient that comes of it. */
export function smallNumbers(layer: PracticeLayer, of: string, next: () => number) {
  const { output, shape: out } = outputOf(layer)
  const inputs: Record<string, Nested> = Object.fromEntries(
    readLayer(layer.text).inputs.map(({ name, shape }) => [name, wholes(twos(shape), next)]),
  )
  const loss = out.length === 0
  const arrives = loss ? 1 : wholes(twos(out), next)
  const at = evaluate(atTwo(layer.text), inputs, arrives)
  const named: readonly Formula[] = [
    ...Object.entries(inputs).map(([name, numbers]) => given(name, numbers)),
    ...(loss ? [] : [given(`d${output}`, arrives, `\\frac{\\partial L}{\\partial ${output}}`)]),
  ]
  return { at, gradient: at.value(`d${of}`), given: named, loss }
}

/** What the usual mistakes in the last line give, where they give a tensor of the gradient's shape. */
export function slips(layer: PracticeLayer, of: string, at: Numbered) {
  const line = outputOf(layer).shape.length > 0 ? lastLine(layer, of, 'matrices') : undefined
  const wanted = at.value(`d${of}`).shape.join()
  return (line ? planted(layer, of, line.text, quiet) : []).flatMap(({ text, says }) => {
    const value = computed(at, text)
    return value?.shape.join() === wanted ? [{ value, says: words.planted(text, says) }] : []
  })
}
