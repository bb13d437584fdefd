import { derive, jacobian, readLayer, type Derivation, type Line } from '@/derive'
import type { Identity } from './identity'
import { shapeOf, shareOf } from '@/plot/jacobianShape'

/** The gradient by one input, with the Jacobian that it stands for: all as TeX, made from the program. */
export type Gradient = {
  readonly of: string
  /** ∂L/∂of as matrices, and by entries; where no product of matrices says it, by entries alone. */
  readonly matrices: string | undefined
  readonly indices: string
  /** What the letters in it stand for, in the order in which they can be computed. */
  readonly where: readonly string[]
  /** One entry of ∂y/∂of, its shape, and the share of entries that need not be 0. */
  readonly jacobian: { readonly tex: string; readonly shape: string; readonly share: string }
  readonly code: Derivation['code']
}

export type Entry = Identity & { readonly gradients: readonly Gradient[] }

const names = /\p{L}[\p{L}\p{N}_]*/gu
const subjectOf = ({ text }: Line): string => text.match(names)?.[0] ?? ''
const last = (lines: readonly Line[], is: (line: Line) => boolean): Line | undefined =>
  lines.filter(is).at(-1)

/** The lines that name what `line` uses, and what these use, the first needed first. */
function namedIn(line: Line, lines: readonly Line[], known = new Set([subjectOf(line)])): Line[] {
  return [...new Set(line.text.match(names))].flatMap((name) => {
    if (known.has(name)) return []
    known.add(name)
    const found = last(lines, (one) => subjectOf(one) === name && one.form !== 'indices')
    return found ? [...namedIn(found, lines, known), found] : []
  })
}

function gradientOf({ text }: Identity, of: string): Gradient {
  const { lines, code } = derive(text, of)
  const [indices, matrices] = (['indices', 'matrices'] as const).map((form) =>
    last(lines, (line) => line.form === form && subjectOf(line) === `d${of}`),
  )
  if (!indices) throw new Error(`no line by entries: ∂L/∂${of} of ${text}`)
  const found = jacobian(text, of)
  return {
    of,
    matrices: matrices?.tex,
    indices: indices.tex,
    where: namedIn(matrices ?? indices, lines).map(({ tex }) => tex),
    jacobian: { tex: found.tex, shape: shapeOf(found), share: shareOf(found) },
    code,
  }
}

/** An identity worked out. Throws a LayerError for a program that cannot be read. */
export function entryOf(identity: Identity): Entry {
  const by = identity.by ?? readLayer(identity.text).inputs.map(({ name }) => name)
  return { ...identity, gradients: by.map((of) => gradientOf(identity, of)) }
}
