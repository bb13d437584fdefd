import type { Piece } from '@/autodiff'
import { costs, derive, LayerError, readLayer, typeset, type Layer } from '@/derive'
import { short } from '@/topics/programs/derived'
import { namesIn } from './reading'

type Shape = readonly (string | number)[]

/** A value of the program, and the values that its line takes, as places in the list. */
export type GraphNode = {
  readonly id: number
  readonly name: string
  readonly shape: Shape
  readonly inputs: readonly number[]
}

/** One step of a pass: a line on the way forward, or what a line hands back to one of its values. */
export type Move = {
  readonly kind: 'forward' | 'backward'
  /** The value of the line. */
  readonly at: string
  /** Whose gradient gets a part. */
  readonly to?: string
  /** Which part that is of how many, counted from 1. */
  readonly part?: readonly [number, number]
  /** The line, or the local rule with what its names are; none where the line alone is no layer. The last is the rule. */
  readonly lines: readonly { readonly text: string; readonly formula: Piece | undefined }[]
  /** What the line takes on its way forward, as a formula of the sizes. */
  readonly operations?: string
  /** The line as a layer of its own. */
  readonly local: string
}

export type PassGraph = { readonly nodes: readonly GraphNode[]; readonly moves: readonly Move[] }

/** What stands behind the colon where a name is declared: its shape, and whether it is one-hot. */
function declaredAs(layer: Layer, name: string): string {
  const line = layer.source.split('\n').find((each) => each.includes(':') && namesIn(each).includes(name))
  const behind = line?.slice(line.indexOf(':') + 1).replace(/#.*$/, '')
  return behind?.trim() ?? ''
}

const shapeOf = (layer: Layer, name: string): Shape =>
  [...layer.inputs, ...layer.steps].find((one) => one.name === name)?.shape ?? []

/** The names of values that a line takes, in its order. */
function takenBy(line: string, known: readonly string[]): string[] {
  const right = line.slice(line.indexOf('=') + 1).replaceAll('ᵀ', ' ')
  const words = right.match(/[\p{L}_][\p{L}\p{N}_′]*/gu) ?? []
  return [...new Set(words)].filter((word) => known.includes(word))
}

/** A line of the program as a program of its own, its values declared. */
function localOf(layer: Layer, line: string, taken: readonly string[]): string {
  const given = layer.inputs.map(({ name }) => name)
  const declared = taken.map((name) => {
    const as = given.includes(name) ? declaredAs(layer, name) : shapeOf(layer, name).join('×')
    return `${name}: ${as}`
  })
  const implicit = layer.source.split('\n').filter((each) => /^\s*implicit sums\s*$/.test(each))
  return [...implicit, ...declared, line].join('\n')
}

type Line = { readonly name: string; readonly taken: readonly string[]; readonly local: string }

function linesIn(layer: Layer): Line[] {
  const source = layer.source.split('\n')
  const known = layer.inputs.map(({ name }) => name)
  return layer.steps
    .filter(({ hidden }) => !hidden)
    .map(({ name, line }) => {
      const text = (source[line - 1] ?? '').replace(/#.*$/, '')
      const taken = takenBy(text, known)
      known.push(name)
      return { name, taken, local: localOf(layer, text, taken) }
    })
}

/** Reads what may be no layer by itself: a line that names a size which none of its values has. */
function tried<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof LayerError) return undefined
    throw error
  }
}

const set = (local: string, texts: readonly string[]): Move['lines'] =>
  texts.map((text) => ({ text, formula: tried(() => typeset(local, text)) }))

const forwardMove = ({ name, local }: Line): Move => {
  const operations = tried(() => costs(local).forward)
  return {
    kind: 'forward',
    at: name,
    lines: set(local, [local.split('\n').at(-1)?.trim() ?? '']),
    local,
    ...(operations !== undefined && { operations }),
  }
}

/** The rule by which a line hands back, after what stands in it and has no line of its own. */
const ruleOf = (local: string, to: string): string[] => short(derive(local, to).lines).map(({ text }) => text)

const backwardMove = ({ name, local }: Line, to: string): Move => ({
  kind: 'backward',
  at: name,
  to,
  lines: set(local, tried(() => ruleOf(local, to)) ?? []),
  local,
})

/** Which part of a gradient each step back brings, where a value was used more than once. */
function numbered(moves: readonly Move[]): Move[] {
  const seen = new Map<string, number>()
  return moves.map((move) => {
    const { to } = move
    if (to === undefined) return move
    const part = (seen.get(to) ?? 0) + 1
    seen.set(to, part)
    return { ...move, part: [part, moves.filter((other) => other.to === to).length] }
  })
}

/**
 * The program as a graph of its values, and both passes as a list of steps over it: each line forward, then from the last
 * line back, for each of its values the local rule, derived from that line alone. Values that nothing is learned of, such
 * as one-hot rows, get no gradient. Throws a LayerError for a program that cannot be read.
 */
export function graphOf(source: string): PassGraph {
  const layer = readLayer(source)
  const lines = linesIn(layer)
  const names = [...layer.inputs.map(({ name }) => name), ...lines.map(({ name }) => name)]
  const learned = (name: string) => !/\bone[- ]hot\b/.test(declaredAs(layer, name))
  // A line whose value reaches the output nowhere gets nothing back.
  const reached = new Set([layer.output])
  const back = [...lines].reverse().flatMap((line) => {
    if (!reached.has(line.name)) return []
    line.taken.forEach((name) => reached.add(name))
    return line.taken.filter(learned).map((name) => backwardMove(line, name))
  })
  return {
    nodes: names.map((name, id) => ({
      id,
      name,
      shape: shapeOf(layer, name),
      inputs: (lines.find((line) => line.name === name)?.taken ?? []).map((one) => names.indexOf(one)),
    })),
    moves: [...lines.map(forwardMove), ...numbered(back)],
  }
}
