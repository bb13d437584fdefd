import type { Diagram, Node, Product } from '@/derive'
import { signed } from './layout'

const list = (of: readonly string[]): string =>
  of.length < 2 ? of.join('') : `${of.slice(0, -1).join(', ')} and ${of.at(-1)}`

const called = (node: Node): string => {
  if (node.kind === 'hole') return `the hole of ${node.name}`
  if (node.kind === 'place') return `the place ${node.name.replace('+', ' plus ').replace('-', ' minus ')}`
  if (node.kind === 'tensor') return node.name.replace(/∂(.+)\/∂(.+)/, 'd $1 by d $2')
  const inside = node.inside.map((part) => spoken(part)).join('; and ')
  return node.name === '' ? `the bracket (${inside})` : `${node.name} of (${inside})`
}

/** A product of a diagram, for the ear: what is in it, what each letter joins, which ends are free. */
export function spokenProduct({ nodes, wires, free }: Product): string {
  const names = nodes.map(called)
  const says = wires.map(({ letters }, wire) => {
    const at = nodes.flatMap((node, k) => node.legs.filter((leg) => leg === wire).map(() => names[k] ?? ''))
    const ends = free.filter((one) => one === wire).length
    const letter = letters.join(' and ') || 'a wire'
    if (ends > 0 && at.length === 0) return `${letter} is a bare wire with free ends`
    if (ends > 0) return `${letter} is free at ${list(at)}`
    if (at.length === 1) return `${letter} is summed at ${list(at)} alone`
    return `${letter} joins ${at[0] === at[1] && at.length === 2 ? `${at[0] ?? ''} to itself` : list(at)}`
  })
  return [list(names), ...says].filter((one) => one !== '').join('; ')
}

/** A whole diagram, for the ear. */
export const spoken = (diagram: Diagram): string =>
  diagram.length === 0
    ? 'nothing: it is 0'
    : diagram
        .map((product, k) => {
          const { sign, factor } = signed(product, k)
          const before = [sign === '−' ? 'minus' : sign === '+' ? 'plus' : '', factor].filter(
            (one) => one !== '',
          )
          return [...before, spokenProduct(product)].join(' ')
        })
        .join('. ')

/** An equation of entries for the ear: x[n,d] is x n d. */
export const said = (equation: string): string =>
  equation
    .replace(/\[([^\]]*)\]/g, (_, index: string) => ` ${index.replaceAll(',', ' ')}`)
    .replace(/^∂(.+?)\/∂(.+?) =/, 'the derivative of $1 by $2 =')
