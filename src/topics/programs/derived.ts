import { derive, jacobian, readLayer, type Layer, type Pattern } from '@/derive'
import { programOf } from './programs'

/** What is derived of a gradient: its short formula, with the lines that name what stands in it. */
export type Gradient = {
  readonly name: string
  /** The last is the formula. */
  readonly lines: readonly { readonly text: string; readonly tex: string }[]
  /** What stands in them besides inputs, output and gradients by those: steps of the layer, and gradients by steps. */
  readonly between: readonly string[]
  /** Where the Jacobian is not zero, whatever the numbers. */
  readonly pattern: Pattern
}

/** A layer with all that takes the engine of derivations long: plain data, made while the page is drawn. */
export type Derived = Pick<Layer, 'inputs' | 'output' | 'shape'> & {
  readonly label: string
  readonly text: string
  readonly gradients: readonly Gradient[]
}

type Line = ReturnType<typeof derive>['lines'][number]

const namesIn = (text: string): string[] => text.match(/(?!ᵀ)[\p{L}\p{N}_′](?:(?!ᵀ)[\p{L}\p{N}_′])*/gu) ?? []
const named = ({ text }: Line): string => namesIn(text)[0] ?? ''

/** The names on the right side, and for a gradient what it is the gradient by. */
const uses = ({ text }: Line): string[] =>
  namesIn(text.split(' = ')[1] ?? '').flatMap((name) => (/^d./u.test(name) ? [name, name.slice(1)] : [name]))

/** The last line of a derivation, and before it the last ones that say what the names in it are. */
export function short(lines: readonly Line[]): Line[] {
  const kept = lines.slice(-1)
  for (const line of lines.slice(0, -1).toReversed()) {
    const known = kept.some((other) => named(other) === named(line))
    if (!known && kept.some((other) => uses(other).includes(named(line)))) kept.unshift(line)
  }
  return kept
}

/** A layer of the list with its gradients derived. Throws for a name that is not there. */
export function derived(name: string): Derived {
  const { label, text, by } = programOf(name)
  const { inputs, output, shape, steps } = readLayer(text)
  const inner = steps.map((step) => step.name).filter((step) => step !== output)
  const names = new Set(inner.flatMap((step) => [step, `d${step}`]))
  const gradients = by.map((of): Gradient => {
    const lines = short(derive(text, of).lines)
    const found = new Set(lines.flatMap((line) => namesIn(line.text)).filter((each) => names.has(each)))
    return {
      name: of,
      lines: lines.map((line) => ({ text: line.text, tex: line.tex })),
      between: [...found],
      pattern: jacobian(text, of).pattern,
    }
  })
  return { label, text, inputs, output, shape, gradients }
}
