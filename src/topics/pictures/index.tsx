import type { ComponentType } from 'react'
import { wide, tall } from './marks'
import { words } from './words'
import { Attention, Backprop, Engine, LinearLayer, Tensors, Vectorization } from './layers'
import { Gradient, Jacobian, Slope } from './numbers'

/** Of each chapter, by its name, the one picture that says it: on the front page and at its end. */
export const pictures: Readonly<Record<keyof typeof words, ComponentType>> = {
  slope: Slope,
  gradient: Gradient,
  jacobian: Jacobian,
  tensors: Tensors,
  backprop: Backprop,
  'linear-layer': LinearLayer,
  vectorization: Vectorization,
  'modern-layers': Attention,
  engine: Engine,
}

const has = (name: string): name is keyof typeof words => name in words

/** The picture of a chapter, drawn from the core while the page is built; nothing where a chapter has none. */
export function ChapterPicture({ path }: { path: string }) {
  const name = path.replaceAll('/', '')
  if (!has(name)) return null
  const Marks = pictures[name]
  return (
    <svg className="chapter-picture" viewBox={`0 0 ${wide} ${tall}`} role="img" aria-label={words[name]}>
      <Marks />
    </svg>
  )
}
