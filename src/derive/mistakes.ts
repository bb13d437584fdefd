import type { Ast } from './ast.ts'
import * as other from './instead.ts'
import * as letters from './insteadLetters.ts'
import { sites } from './sites.ts'

/** What a verdict can be. */
export type Kind =
  | 'right'
  | 'shape'
  | 'free index'
  | 'layout'
  | 'order'
  | 'lost sum'
  | 'summed too much'
  | 'wrong axis'
  | 'swapped index'
  | 'factor'
  | 'elementwise'
  | 'wrong name'
  | 'value'

/** A mistake: what is said of it, and what a part would be without it. */
export interface Mistake {
  readonly kind: Exclude<Kind, 'right' | 'free index' | 'value'>
  readonly form: 'matrices' | 'indices' | 'both'
  readonly says: (part: string, instead: Ast) => string
  readonly instead: (node: Ast, context: other.Context) => readonly Ast[]
}

/** Which vector stands as a column, where one does. */
function column(instead: Ast): string {
  const found = sites(instead).find(
    ({ node }) => node.kind === 'index' && node.slots.some(({ kind }) => kind === 'new'),
  )
  const name = found && other.named(found.node)
  return name ? `, and with ${name} as a column, ${name}[:, None]` : ''
}

/** The mistakes that are looked for, in this order: the first without which the line is right is named. */
export const mistakes: readonly Mistake[] = [
  {
    kind: 'wrong axis',
    form: 'matrices',
    says: (part) => `${part} runs along the wrong axis.`,
    instead: other.otherAxis,
  },
  {
    kind: 'layout',
    form: 'matrices',
    says: (part, instead) =>
      instead.kind === 'transpose'
        ? `${part} has to lie transposed here.`
        : `${part} lies transposed here, and should not.`,
    instead: other.turned,
  },
  {
    kind: 'order',
    form: 'matrices',
    says: (part) =>
      `The factors of ${part} stand in the wrong order: a product of matrices cannot be turned round.`,
    instead: other.swapped,
  },
  {
    kind: 'summed too much',
    form: 'matrices',
    says: (part) => `${part} sums what is not to be summed.`,
    instead: other.unsummed,
  },
  {
    kind: 'summed too much',
    form: 'indices',
    says: (part) => `${part} sums over a letter too many.`,
    instead: letters.fewerLetters,
  },
  {
    kind: 'lost sum',
    form: 'matrices',
    says: (part) => `A sum over ${part} is missing.`,
    instead: other.summedUp,
  },
  {
    kind: 'lost sum',
    form: 'indices',
    says: (part, instead) =>
      `${instead.kind === 'over' ? instead.letters.map(({ name }) => `Σ_${name}`).join(' ') : 'A sum'} is missing before ${part}.`,
    instead: letters.summedOver,
  },
  {
    kind: 'swapped index',
    form: 'indices',
    says: (part) => `${part} has a letter in the wrong place.`,
    instead: letters.otherLetters,
  },
  {
    kind: 'swapped index',
    form: 'indices',
    says: (part) => `A sign is wrong in the index of ${part}.`,
    instead: letters.otherSigns,
  },
  {
    kind: 'shape',
    form: 'matrices',
    says: (part, { kind }) =>
      kind === 'call'
        ? `${part} has lost the axis along which it is broadcast: with keepdims=True it keeps it.`
        : `${part} has to stand as a column here: ${part}[:, None].`,
    instead: other.asColumn,
  },
  {
    kind: 'elementwise',
    form: 'matrices',
    says: (part, instead) =>
      instead.kind === 'binary' && instead.op === '*'
        ? `${part} should go entry by entry, with ⊙${column(instead)}.`
        : instead.kind === 'call'
          ? `${part} goes entry by entry; here each entry of one meets each of the other, an outer product.`
          : `${part} goes entry by entry; here stands a product of matrices.`,
    instead: other.otherProduct,
  },
  {
    kind: 'factor',
    form: 'both',
    says: (part) => `A sign or a number is wrong in ${part}.`,
    instead: other.otherFactor,
  },
  {
    kind: 'factor',
    form: 'both',
    says: (part) => `A sign is missing before ${part}.`,
    instead: other.negated,
  },
  {
    kind: 'wrong name',
    form: 'both',
    says: (part, instead) => `${part} is not what belongs here: try ${other.named(instead)}.`,
    instead: other.otherName,
  },
  {
    kind: 'wrong name',
    form: 'matrices',
    says: (part, instead) => {
      const fits = other.namesOf(instead).find((name) => !part.split(/[^\p{L}\p{N}_]+/u).includes(name))
      return `One name is wrong at each of its places${fits === undefined ? '' : `: try ${fits}`}.`
    },
    instead: other.otherNameThroughout,
  },
  {
    kind: 'factor',
    form: 'both',
    says: (_, { kind, ...rest }) =>
      `What arrives is missing: the chain rule multiplies by ${kind === 'binary' && 'right' in rest ? other.named(rest.right) : 'it'}.`,
    instead: other.withGradient,
  },
  {
    kind: 'wrong name',
    form: 'indices',
    says: (part) => `${part} is not what belongs here.`,
    instead: letters.otherEntry,
  },
  { kind: 'factor', form: 'both', says: (part) => `A factor is missing at ${part}.`, instead: other.scaled },
]
