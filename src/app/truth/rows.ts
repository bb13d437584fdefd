import type { Element, ElementContent, Root } from 'hast'
import { agree, readNumber, type Printed } from './number'

/** A drawn matrix: its printed cells, undefined where one is not known yet; in how many blocks, if in blocks. */
type Grid = { name: string; cells: (Printed | undefined)[][]; blocks: boolean }
type Piece = Grid | { sign: string }
export type Row = { text: string; holds: boolean | 'window' }

export const classes = (node: Element): readonly string[] => {
  const { className } = node.properties
  return Array.isArray(className) ? className.map(String) : []
}
const label = (node: Element) => String(node.properties.ariaLabel ?? '')
export const elements = (node: Root | Element): Element[] =>
  (node.children as ElementContent[]).flatMap((child) =>
    child.type === 'element' ? [child, ...elements(child)] : [],
  )
export const textOf = (node: ElementContent | Root): string =>
  node.type === 'text'
    ? node.value
    : 'children' in node
      ? node.children.map((each) => textOf(each as ElementContent)).join('')
      : ''

/** A cell's number; "1 + 0.5" is one and its nudge. */
function readCell(text: string): Printed | undefined {
  const [, first, sign, second] = /^(\S+) ([+−]) (\S+)$/.exec(text) ?? []
  const [a, b] = [readNumber(first ?? text), readNumber(second ?? '')]
  if (!a || !b) return a
  return { value: a.value + (sign === '−' ? -b.value : b.value), half: a.half + b.half }
}

function gridOf(node: Element): Grid {
  const inside = elements(node)
  const cells = inside
    .filter(({ properties }) => properties.role === 'row')
    .map((row) =>
      elements(row)
        .filter(({ properties }) => properties.role === 'gridcell')
        .map((cell) => readCell(label(cell).split(': ').at(-1) ?? '')),
    )
  const blocks = inside.some(
    ({ properties }) => properties.dataGap !== undefined || properties.dataAbove !== undefined,
  )
  return { name: label(node), cells, blocks }
}

function pieces(node: Element): Piece[] {
  if (node.properties.role === 'grid') return [gridOf(node)]
  if (classes(node).includes('sign')) return [{ sign: textOf(node).trim() }]
  if (node.tagName === 'output' && classes(node).includes('cell')) {
    const found = readNumber(textOf(node).trim())
    return found ? [{ name: label(node), cells: [[found]], blocks: false }] : [{ sign: textOf(node) }]
  }
  return node.children.flatMap((child) => (child.type === 'element' ? pieces(child) : []))
}

type Entry = { value: number; half: number; size: number } | undefined
const range = (length: number) => Array.from({ length }, (_, k) => k)
const none: Entry = { value: 0, half: 0, size: 0 }

const add = (a: Entry, b: Entry, sign = 1): Entry =>
  a && b && { value: a.value + sign * b.value, half: a.half + b.half, size: a.size + b.size }
const times = (a: Entry, b: Entry): Entry =>
  a &&
  b && {
    value: a.value * b.value,
    half: Math.abs(a.value) * b.half + Math.abs(b.value) * a.half + a.half * b.half,
    size: a.size * b.size,
  }

type Table = Entry[][]
const table = ({ cells }: Grid): Table =>
  cells.map((row) => row.map((cell) => cell && { ...cell, size: Math.abs(cell.value) }))
const shape = (of: readonly (readonly unknown[])[]) => [of.length, of[0]?.length ?? 0] as const

/** Every product that two tables of these shapes can have and that has the shape of the third. */
function products(a: Table, b: Table, result: Table): Table[] {
  const [[r1, c1], [r2, c2], [r3, c3]] = [shape(a), shape(b), shape(result)]
  const plain =
    c1 === r2 && r1 === r3 && c2 === c3
      ? [
          range(r3).map((i) =>
            range(c3).map((j) =>
              range(c1).reduce<Entry>((sum, k) => add(sum, times(a[i]?.[k], b[k]?.[j])), none),
            ),
          ),
        ]
      : []
  // Blocks: what contracts are the places inside the blocks of the first with the places of the blocks of the second.
  const [n, m] = [Math.sqrt((r1 * r2) / r3), Math.sqrt((c1 * c2) / c3)]
  const fit = [n, m, r1 / n, c1 / m, r2 / n, c2 / m].every(Number.isInteger)
  const blocks = fit
    ? [
        range(r3).map((i) =>
          range(c3).map((j) => {
            const [p, q] = [r2 / n, c2 / m]
            return range(n * m).reduce<Entry>((sum, at) => {
              const [u, v] = [Math.floor(at / m), at % m]
              const left = a[Math.floor(i / p) * n + u]?.[Math.floor(j / q) * m + v]
              return add(sum, times(left, b[u * p + (i % p)]?.[v * q + (j % q)]))
            }, none)
          }),
        ),
      ]
    : []
  return [...plain, ...blocks]
}

function combined(a: Table, sign: string, b: Table, result: Table): Table[] {
  if (sign === '·') return products(a, b, result)
  if (String(shape(a)) !== String(shape(b))) return []
  const each = sign === '⊙' ? times : (p: Entry, q: Entry) => add(p, q, sign === '−' ? -1 : 1)
  return [a.map((row, i) => row.map((entry, j) => each(entry, b[i]?.[j])))]
}

const isSign = (piece: Piece | undefined): piece is { sign: string } => piece !== undefined && 'sign' in piece

/** What a row makes: its factors multiplied, added or taken entry by entry, from left to right. */
function made(left: readonly Piece[], result: Table): Table[] {
  const [first, ...rest] = left
  if (!first || isSign(first)) return []
  let tables: Table[] = [table(first)]
  for (let k = 0; k < rest.length; k += 2) {
    const [sign, next] = [rest[k], rest[k + 1]]
    if (!isSign(sign) || !next || isSign(next)) return []
    const last = k + 2 >= rest.length
    const right = table(next)
    tables = tables.flatMap((each) => combined(each, sign.sign, right, last ? result : empty(each, right)))
  }
  return tables
}

/** The shape that the product of two tables has. */
const empty = (a: Table, b: Table): Table => a.map(() => (b[0] ?? []).map(() => undefined))

/** A row of matrices with an equals sign, recomputed; undefined where there is none. */
export function rowIn(node: Element, windowed: boolean): Row | undefined {
  const found = pieces(node)
  const at = found.findIndex((piece) => isSign(piece) && ['=', '≈'].includes(piece.sign))
  const [equals, result] = found.slice(at)
  if (at < 0 || !equals || !isSign(equals)) return undefined
  const text = found.map((piece) => (isSign(piece) ? piece.sign : `${piece.name} ${show(piece)}`)).join(' ')
  // Blocks drawn instead of cells have no numbers.
  if (!found.some((piece) => !isSign(piece))) return undefined
  if (!result || isSign(result)) return { text, holds: false }
  const sign = equals.sign as '=' | '≈' // one of the two that were looked for
  const due = table(result)
  const fits = (of: Table) =>
    due.every((row, i) =>
      row.every((cell, j) => {
        const from = of[i]?.[j]
        return !cell || (from !== undefined && agree(sign, from, cell, from.size))
      }),
    )
  // What is not known yet can't be false; but the shapes have to go together.
  const holds = made(found.slice(0, at), due).some(fits)
  return { text, holds: windowed && !holds ? 'window' : holds }
}

const show = ({ cells }: Grid) =>
  `[${cells.map((row) => row.map((cell) => cell?.value ?? '?').join(' ')).join('; ')}]`
