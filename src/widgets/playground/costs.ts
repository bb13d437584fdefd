import { nth } from '@/autodiff'
import { exactly, type Layer } from '@/derive'
import { bothCounts, binary, grouped, ratio, decimal } from '@/plot/bytes'
import { num, superscript } from '@/plot/format'
import { fits, formats, type FormatName } from '@/topics/memory/model'
import type { Counted } from './calls'
import { lettersOf, shapeAt } from './numbers'
import type { Counts } from './state'
import { words } from './words'

/** What a letter often is in a network; 1,024 where nothing is known of it. */
const typical: Counts = {
  N: 64,
  D: 4096,
  M: 4096,
  H: 16384,
  P: 128,
  T: 2048,
  C: 512,
  O: 512,
  K: 3,
  R: 16,
  V: 50257,
}

/** A letter that is in no list is as long as the layers of today are wide. */
const otherwise = 1024
const sizeOf = (letter: string, chosen: Counts) => chosen[letter] ?? typical[letter] ?? otherwise

/** What each letter is where costs are counted. */
export const largeSizes = (layer: Layer, chosen: Counts): Record<string, number> =>
  Object.fromEntries(lettersOf(layer).map((letter) => [letter, sizeOf(letter, chosen)]))

export type CostRow = {
  readonly what: string
  /** In letters: 2·N·D·M, with a power for a letter that stands several times. */
  readonly formula: string
  readonly text: readonly string[]
  readonly fits: string
}

/** N·N·D as N²·D. */
export const powers = (formula: string): string =>
  formula.replace(/([^\s·]+)((?:·\1(?=$|[\s·]))+)/gu, (_, one: string, more: string) => {
    const times = 1 + more.split('·').length - 1
    return `${one}${superscript(times)}`
  })

const large = (count: bigint): string => (count < 10n ** 12n ? grouped(count) : num(Number(count), 4))

type Tensors = readonly { readonly name: string; readonly shape: readonly (string | number)[] }[]

/** How many numbers these have together. */
const numbersIn = (tensors: Tensors, sizes: Counts): bigint =>
  tensors.reduce(
    (sum, { shape }) => sum + shapeAt(shape, sizes).reduce((n, length) => n * BigInt(length), 1n),
    0n,
  )

const formulaOf = (tensors: Tensors): string =>
  tensors
    .map(({ shape }) => shape.map((dim) => (/[+-]/.test(String(dim)) ? `(${dim})` : dim)).join('·') || '1')
    .join(' + ') || '0'

/** A share in percent with as many digits as tell it from 0 and from all. */
const share = (part: bigint, all: bigint): string => `${ratio(100n * part, all)}%`

/** What both passes take at these sizes, beside what the Jacobian would; or why this cannot be told, as a sentence. */
export function costsAt(
  layer: Layer,
  { forward, backward, kept, jacobian }: Counted,
  of: string,
  sizes: Counts,
  format: FormatName,
): { readonly rows: readonly CostRow[]; readonly says: string; readonly nonzeros: string } | string {
  const all = [...layer.inputs, ...layer.steps]
  for (const { name, shape } of all)
    for (const dim of shape)
      if (!(nth(shapeAt([dim], sizes), 0) >= 1)) return words.tooShort(name, String(dim))
  const { bytes } = formats[format]
  const operations = (what: string, formula: string): CostRow => ({
    what,
    formula: powers(formula),
    text: [`${large(exactly(formula, sizes))} ${words.operations}`],
    fits: '',
  })
  const memory = (what: string, formula: string, count: bigint): CostRow => ({
    what,
    formula: powers(formula),
    text: bothCounts(count * bytes),
    fits: count > 0n ? fits(count * bytes) : '',
  })
  const [forth, back, entries] = [forward, backward, jacobian.entries].map((formula) =>
    exactly(formula, sizes),
  ) as [bigint, bigint, bigint]
  const steps = kept.filter(({ input }) => !input)
  const explicit = entries * bytes
  const many = numbersIn(all, sizes) * 2n
  const differ = exactly(jacobian.nonzeros, sizes)
  return {
    rows: [
      operations(words.forward, forward),
      operations(words.backward, backward),
      memory(words.kept(steps.map(({ name }) => name)), formulaOf(steps), numbersIn(steps, sizes)),
      { ...memory(words.held, formulaOf(all), many), formula: '' },
      memory(words.explicit(layer.output, of), jacobian.entries, entries),
      operations(words.contracted(layer.output, of), `2·${jacobian.entries}`),
    ],
    says: words.costsSay(
      forth > 0n ? ratio(back, forth) : '0',
      of,
      explicit < 1000n ? decimal(explicit) : binary(explicit),
      fits(explicit),
      back > 0n ? ratio(2n * entries, back) : '0',
    ),
    nonzeros: words.ofNonzeros(large(differ), share(differ, entries)),
  }
}
