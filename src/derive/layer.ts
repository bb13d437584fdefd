import { matText, writable } from './matText.ts'
import { matTex } from './matTex.ts'
import { Letters } from './letters.ts'
import type { Input, Program } from './program.ts'
import { Recognizer } from './recognize.ts'
import { Tex } from './tex.ts'
import { text } from './text.ts'
import { entry, places, type Dim } from './tree.ts'

/** A layer as read: plain data, the source with it. */
export interface Layer {
  readonly source: string
  readonly inputs: readonly Input[]
  /** Every step in order; `hidden` ones were named on the way. */
  readonly steps: readonly Step[]
  readonly output: string
  /** The shape of the output. */
  readonly shape: readonly Dim[]
}

export interface Step {
  readonly name: string
  readonly shape: readonly Dim[]
  readonly hidden: boolean
  /** Counted from 1. */
  readonly line: number
  /** By entries: y[n,m] = Σ_d x[n,d] w[d,m]. */
  readonly text: string
  readonly tex: string
  /** In matrix form, where it has one: y = x w. */
  readonly matrices?: { readonly text: string; readonly tex: string }
}

/** What is told of a program. */
export function layerOf(program: Program): Layer {
  const { source, inputs, nodes, output, names } = program
  const shapes = new Map([
    ...names.shapes,
    ...nodes.map((node) => [node.name, node.axes.map(({ dim }) => dim)] as const),
  ])
  const avoid = new Set(shapes.keys())
  const steps = nodes.map(({ name, axes, body, hidden, line }): Step => {
    const letters = new Letters(avoid).see(axes, body)
    const left = entry(name, places(axes))
    const tex = new Tex(letters, new Set())
    const mat = new Recognizer(shapes).whole(body, { letters: axes.map((a) => (a.dim === 1 ? null : a)) })
    const matrices = writable(mat)
      ? {
          matrices: {
            text: `${name} = ${matText(mat)}`,
            tex: `${tex.of(entry(name, []))} = ${matTex(mat, new Set())}`,
          },
        }
      : {}
    return {
      name,
      shape: axes.map(({ dim }) => dim),
      hidden,
      line,
      text: `${text(left, letters)} = ${text(body, letters)}`,
      tex: `${tex.of(left)} = ${tex.of(body)}`,
      ...matrices,
    }
  })
  return { source, inputs, steps, output, shape: shapes.get(output) ?? [] }
}
