import type { Element, ElementContent, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { classes, elements, rowIn, type Row } from './rows'
import { sumsIn, type Sum } from './sums'

const inline = new Set('span i b em strong sub sup small a output code abbr tspan'.split(' '))
/** Set one above the other: read in a line, they would be another number. */
const stacked = ['mfrac', 'msupsub', 'mtable', 'f-fraction', 'f-table', 'subtraction', 'op-limits']
const rowClasses = ['matrix-row', 'factor-row', 'factors']

/** The texts of a page, one a block, as a reader reads them. */
function texts(node: Root | Element): string[] {
  const blocks: string[] = []
  let line = ''
  const flush = () => {
    if (line.trim()) blocks.push(line.replace(/\s+/g, ' '))
    line = ''
  }
  const visit = (child: ElementContent) => {
    if (child.type === 'text') line += child.value
    if (child.type !== 'element') return
    if (child.properties.role === 'gridcell') return
    const block = !inline.has(child.tagName)
    const apart =
      child.tagName === 'sup' ||
      child.tagName === 'sub' ||
      classes(child).some((name) => stacked.includes(name))
    if (block) flush()
    if (apart) line += '⌁'
    // A label and its output stand apart to the eye.
    if (child.tagName === 'output') line += ' '
    for (const inner of child.children) visit(inner)
    if (apart) line += '⌁'
    if (block) flush()
  }
  for (const child of node.children) visit(child as ElementContent)
  flush()
  return blocks
}

/** What a voice says, as it is written: an index belongs to its letter, and so does a power to what it raises. */
const written = (spoken: string) =>
  spoken
    .replaceAll(/[\d.]+ to the (?:minus )?[\d.]+/g, '⌁')
    .replaceAll(/(?<=(?<!\p{L})\p{L} )\d+(?: \d+)*(?![.\d])/gu, '⌁')
    .replaceAll('open bracket', '(')
    .replaceAll('close bracket', ')')

export type Statement = { kind: 'row' | 'sum' } & (Row | Sum)

/** Every row of matrices with = and every printed product or sum of a page, each recomputed. */
export function statements(html: string): Statement[] {
  const page = fromHtml(html, { fragment: true })
  const all = elements(page)
  const windowed = all.some((node) => classes(node).includes('window-place'))
  const rows = all
    .filter((node) => classes(node).some((name) => rowClasses.includes(name)))
    .flatMap((node) => rowIn(node, windowed) ?? [])
  const labels = all
    .filter(({ properties }) => properties.role !== 'gridcell')
    .flatMap(({ properties }) =>
      [properties.ariaLabel, properties.ariaValueText].map((each) => String(each ?? '')),
    )
  const sums = [...texts(page), ...labels.map(written)].flatMap(sumsIn)
  return [
    ...rows.map((row) => ({ kind: 'row' as const, ...row })),
    ...sums.map((sum) => ({ kind: 'sum' as const, ...sum })),
  ]
}
