import { Fragment, memo, type ReactNode } from 'react'
import { untranslated } from '@/plot/untranslated'
import type { TexNode, TexSpan } from './typeset'

const slotted = (node: TexNode): boolean =>
  Array.isArray(node) ? node.slice(2).some(slotted) : typeof node === 'number'

const still = new WeakMap<TexSpan, boolean>()

function isStill(node: TexSpan): boolean {
  const known = still.get(node) ?? !slotted(node)
  still.set(node, known)
  return known
}

/**
 * A part without slots never changes: a drag compares only what can differ. No element of it is kept for the next
 * drawing, since Preact writes into an element where it was drawn, and one kept for good would keep all of that too.
 */
const Still = memo(({ of }: { of: TexSpan }) => span(of))

function span([className, sym, ...children]: TexSpan, slots?: readonly ReactNode[], key?: number) {
  return (
    <span
      className={className || undefined}
      data-sym={sym || undefined}
      key={key}
      {...(className === 'katex' && untranslated)}
    >
      {children.map((child, i) => draw(child, slots, i))}
    </span>
  )
}

function draw(node: TexNode, slots?: readonly ReactNode[], key?: number): ReactNode {
  if (typeof node === 'string') return node
  if (typeof node === 'number')
    return (
      <span className="mord" key={key}>
        {slots?.[node]}
      </span>
    )
  if (!Array.isArray(node))
    return (
      <svg
        width={node.width}
        height={node.height}
        viewBox={node.viewBox}
        preserveAspectRatio={node.fit}
        key={key}
      >
        <path d={node.path} />
      </svg>
    )
  return slots && isStill(node) ? <Still of={node} key={key} /> : span(node, slots, key)
}

/**
 * Draws a formula with its slots filled. It is for the eye alone: the equation that holds it says the same in words
 * (see `Equation`).
 */
export const Tex = ({ of, slots = [] }: { of: TexNode; slots?: readonly ReactNode[] }) => (
  <Fragment>{draw(of, slots)}</Fragment>
)
