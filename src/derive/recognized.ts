import type { Ast } from './ast.ts'
import type { Diagram } from './diagram.ts'
import { readEquation } from './equation.ts'
import { LayerError } from './error.ts'
import { Letters } from './letters.ts'
import { leftLetters, readRight } from './program.ts'
import { matTex } from './matTex.ts'
import { matText, writable } from './matText.ts'
import { Recognizer } from './recognize.ts'
import { whyMatrices } from './rules.ts'
import { below, lettersIn, summedIn } from './sites.ts'
import { lettersBeside } from './subscripts.ts'
import { Tex } from './tex.ts'
import { text } from './text.ts'
import { entry, places, type Dim } from './tree.ts'
import { diagramOf } from './wires.ts'

/** An expression of entries, and the product of matrices that it is. */
export interface Recognized {
  /** What the letters say of each tensor: a letter's axis is as long as its capital says. */
  readonly shapes: readonly { readonly name: string; readonly shape: readonly Dim[] }[]
  readonly text: string
  readonly tex: string
  /** As matrices, where they have a form for it; else by einsum. */
  readonly matrices: { readonly text: string; readonly tex: string } | undefined
  readonly why: string
  readonly diagram: Diagram
}

type Index = Extract<Ast, { kind: 'index' }>
const longest = 300

/** Every entry in it, left to right. */
const indices = (ast: Ast): Index[] => (ast.kind === 'index' ? [ast] : below(ast)[0].flatMap(indices))

/** x_nd as x[n,d] everywhere: here nothing else can be meant. */
function spreadOut(ast: Ast): Ast {
  if (ast.kind === 'name') {
    const [, of, letters] = /^(.+)_(\p{Ll}+)$/u.exec(ast.name) ?? []
    if (of === undefined || letters === undefined) return ast
    const slots = lettersBeside(letters, [ast.span[1] - letters.length, ast.span[1]])
    return { kind: 'index', of: { kind: 'name', name: of, span: ast.span }, slots, span: ast.span }
  }
  const [parts, built] = below(ast)
  return parts.length ? built(parts.map(spreadOut)) : ast
}

function letterOf({ slots, span }: Index, k: number): string {
  const slot = slots[k]
  if (slot?.kind === 'one' && slot.of.kind === 'name' && slot.of.name.length === 1) return slot.of.name
  throw new LayerError(
    'not supported',
    'Each place in square brackets is one small letter here, as in w[d,m].',
    slot?.kind === 'one' ? slot.of.span : span,
  )
}

/** Letters on the same axis of one tensor run equally far, and so on through all of them. */
function shapesOf(all: readonly Index[]): Map<string, Dim[]> {
  const same = new Map<string, string>()
  const root = (letter: string): string => {
    const next = same.get(letter)
    return next === undefined ? letter : root(next)
  }
  const first = new Map<string, string[]>()
  for (const index of all) {
    const name = index.of.kind === 'name' ? index.of.name : ''
    if (!name)
      throw new LayerError('not supported', 'Square brackets stand behind a name, as in w[d,m].', index.span)
    const letters = index.slots.map((_, k) => letterOf(index, k))
    const known = first.get(name) ?? letters
    if (known.length !== letters.length)
      throw new LayerError(
        'index count',
        `“${name}” has ${known.length} letters in one place and ${letters.length} in another.`,
        index.span,
      )
    first.set(name, known)
    for (const [k, letter] of letters.entries()) {
      const [a, b] = [root(known[k] ?? letter), root(letter)]
      if (a !== b) same.set(b, a)
    }
  }
  return new Map([...first].map(([name, letters]) => [name, letters.map((l) => root(l).toUpperCase())]))
}

/** The left side, or one made of the letters that are not summed. */
function leftOf(left: Ast | undefined, right: Ast): { name: string; index: Ast } {
  const stands = left && spreadOut(left)
  if (stands?.kind === 'index' && stands.of.kind === 'name') return { name: stands.of.name, index: stands }
  if (stands && stands.kind !== 'name')
    throw new LayerError(
      'syntax',
      'Left of “=” stands a name with its letters, such as dx[n,d].',
      stands.span,
    )
  const summed = new Set(summedIn(right))
  const free = [...new Set(lettersIn(right))].filter((letter) => !summed.has(letter))
  const { span } = right
  const of: Ast = { kind: 'name', name: stands?.name ?? 'y', span }
  return { name: of.name, index: { kind: 'index', of, slots: lettersBeside(free.join(''), span), span } }
}

/**
 * Reads an expression of entries by itself, as `dx[n,d] = Σ_m dy[n,m] w[d,m]` or its right side alone. The shapes come
 * from the letters. Throws a LayerError with its place and a sentence.
 */
export function recognized(source: string): Recognized {
  if (source.length > longest)
    throw new LayerError('too long', `One expression may have ${longest} characters.`, [0, 1])
  const equation = readEquation(source)
  const right = spreadOut(equation.right)
  const entries = indices(right)
  if (!entries.length)
    throw new LayerError(
      'syntax',
      'Write entries with their letters, such as Σ_m dy[n,m] w[d,m].',
      right.span,
    )
  const shapes = shapesOf(entries)
  const { name, index } = leftOf(equation.left, right)
  const names = { shapes, sizes: new Set<string>() }
  const slots = index.kind === 'index' ? index.slots : []
  leftLetters(slots, index.span)
  const { axes, body } = readRight({ left: index, right }, names)
  const gradients = new Set([...shapes.keys(), name].filter((one) => /^d\p{L}/u.test(one)))
  const letters = new Letters(new Set(shapes.keys())).see(axes, body)
  const tex = new Tex(letters, gradients)
  const recognizer = new Recognizer(shapes)
  const mat = recognizer.whole(body, { letters: axes })
  const left = entry(name, places(axes))
  return {
    shapes: [...shapes].map(([one, shape]) => ({ name: one, shape })),
    text: `${text(left, letters)} = ${text(body, letters)}`,
    tex: `${tex.of(left)} = ${tex.of(body)}`,
    matrices: writable(mat)
      ? {
          text: `${name} = ${matText(mat)}`,
          tex: `${tex.of(entry(name, []))} = ${matTex(mat, gradients)}`,
        }
      : undefined,
    why: whyMatrices(mat, recognizer.joins, letters),
    diagram: diagramOf(body, axes, { shapes, gradients, avoid: new Set(shapes.keys()) }),
  }
}
