// oxlint-disable no-underscore-dangle -- Preact's short names: parent, children, what was drawn, component.
import { options, type VNode } from 'preact'

type Virtual = VNode & {
  __?: Virtual | null
  __k?: readonly (Virtual | null)[] | null
  __e?: ChildNode | null
  __c?: { __P?: Element } | null
}
/** An element, a text or a component knows the virtual node that it was last drawn from. */
type Drawn = object & { drawnFrom?: Virtual }

const hooks = options as typeof options & {
  __r?: (node: Virtual) => void
  __c?: (root: Virtual, queue: unknown) => void
}

/** Whether Preact takes a node to be where it drew it. */
export const stands = (node: Node): boolean => (node as Drawn).drawnFrom?.__e === node

const drawnBy = (children: Virtual['__k']): ChildNode[] =>
  (children ?? []).flatMap((child) =>
    typeof child?.type === 'function' ? drawnBy(child.__k) : child?.__e ? [child.__e] : [],
  )

/** What Preact has drawn in an element, in the order of the page. */
export function drawnIn(element: Element): ChildNode[] {
  // Of the element that an island is, Preact keeps the root alone.
  const { drawnFrom, __k: root } = element as Element & Drawn & { __k?: Virtual }
  return drawnBy(drawnFrom?.__k ?? (root && [root]))
}

/** Calls `listener` before a component is drawn, with the element that it stands in. */
export function beforeDrawing(listener: (parent: Element) => void) {
  const { __r: before } = hooks
  hooks.__r = (node) => {
    const parent = node.__c?.__P
    if (parent) listener(parent)
    before?.(node)
  }
}

let past: Virtual[] = []

const { diffed, __c: committed } = hooks
hooks.diffed = (vnode) => {
  diffed?.(vnode)
  const node = vnode as Virtual
  const drawn = (typeof node.type === 'function' ? node.__c : node.__e) as Drawn | null | undefined
  if (!drawn) return
  if (drawn.drawnFrom && drawn.drawnFrom !== node) past.push(drawn.drawnFrom)
  drawn.drawnFrom = node
}

/**
 * A virtual node that another has taken the place of lets go of what is round it. Preact leaves it its parent, children
 * and elements, so that whoever holds one node of an earlier drawing (a listener, by the props of its component, or a
 * caption, which is made once) holds all of that drawing, and by the listeners in it the one before, down to the first.
 */
hooks.__c = (root, queue) => {
  committed?.(root, queue)
  for (const node of past) node.__ = node.__k = node.__e = node.__c = null
  past = []
}
