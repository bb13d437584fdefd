import path from 'node:path'
import type { Element, ElementContent, Root } from 'hast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import type { Plugin } from 'vite'
import { highlight, type Token } from '../../src/plot/code.ts'
import { lineWith } from '../listing/cut.ts'
import { cutFrom } from '../listing/source.ts'

type Tag = Extract<ElementContent, { type: 'mdxJsxFlowElement' }>

const element = (
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element => ({ type: 'element', tagName, properties, children })
const text = (value: string): ElementContent => ({ type: 'text', value })

/** What an attribute says; an attribute without a value says yes. Computed ones can't be known here. */
function given(tag: Tag, name: string): string | undefined {
  for (const attribute of tag.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || attribute.name !== name) continue
    if (typeof attribute.value === 'object' && attribute.value !== null)
      throw new Error(`${tag.name}: “${name}” has to be a text in quotes`)
    return attribute.value ?? 'yes'
  }
  return undefined
}

function needed(tag: Tag, name: string): string {
  const value = given(tag, name)
  if (value === undefined) throw new Error(`${tag.name} needs “${name}”`)
  return value
}

const piece = ({ text: value, role }: Token): ElementContent =>
  role ? element('span', { className: [role] }, [text(value)]) : text(value)

/** Some lines of code in a box; the first has the number of its note, which is drawn, and not copied with the code. */
function chunk(lines: readonly Token[][], note: number): Element {
  const pieces = lines.flatMap((line, k): ElementContent[] => [
    ...line.map(piece),
    ...(k === 0 && note > 0
      ? [element('i', { className: ['mark'], dataNote: note, ariaHidden: 'true' }, [])]
      : []),
    ...(k < lines.length - 1 ? [text('\n')] : []),
  ])
  return element('code', {}, pieces)
}

type Note = { readonly tag: Tag; readonly line: number; readonly at: string }

/** A note in the row of the lines that it is about, which it names for those who can't see that. */
const noteItem = ({ tag, at }: Note, row: number): Element =>
  element('li', { style: `grid-row:${row}` }, [
    element('span', { className: ['visually-hidden'] }, [
      text('On '),
      element('code', {}, [text(at)]),
      text(': '),
    ]),
    ...tag.children,
  ])

/** The code as rows, one from each line that has a note, and the notes beside them. */
function rows(code: string, tag: Tag): ElementContent[] {
  const notes = tag.children.flatMap((child): Note[] => {
    if (child.type === 'text' && child.value.trim() === '') return []
    if (child.type !== 'mdxJsxFlowElement' || child.name !== 'Note')
      throw new Error('a Listing holds nothing but Notes')
    const at = needed(child, 'at')
    return [{ tag: child, at, line: lineWith(code, at) }]
  })
  const starts = notes.map(({ line }) => line)
  for (const [k, line] of starts.entries())
    if (k > 0 && line <= Number(starts[k - 1]))
      throw new Error(`the note at “${notes[k]?.at}” has to come before the one above it: notes go by lines`)
  const lines = highlight(code)
  const ahead = starts[0] === 0 ? [] : [chunk(lines.slice(0, starts[0]), 0)]
  const noted = starts.map((line, k) => chunk(lines.slice(line, starts[k + 1]), k + 1))
  const all = [...ahead, ...noted]
  const listed = notes.map((note, k) => noteItem(note, ahead.length + k + 1))
  const span = `grid-row:1/span ${all.length}`
  const pre = element('pre', { className: ['listing-code'], style: span }, all)
  return listed.length === 0
    ? [pre]
    : [pre, element('ol', { className: ['listing-notes'], style: span }, listed)]
}

const files = new WeakMap<VFile, readonly string[]>()
/** The files that a chapter's listings were cut from. */
export const listed = (file: VFile): readonly string[] => files.get(file) ?? []

/**
 * `<Listing of="src/autodiff/core/reverse.ts" name="vjp">` is filled with the code of that name, as it stands in the
 * file, and with its notes, each beside the line on which the text that it is anchored to begins. A name or an anchor
 * that is not there stops the build, with the line of the chapter.
 */
export const rehypeListing = () => (tree: Root, file: VFile) =>
  visit(tree, 'mdxJsxFlowElement', (tag) => {
    if (tag.name !== 'Listing') return
    try {
      const of = needed(tag, 'of')
      const { text: code, first, last } = cutFrom(of, needed(tag, 'name'), given(tag, 'bare') !== undefined)
      tag.children = rows(code, tag)
      tag.attributes.push(
        { type: 'mdxJsxAttribute', name: 'first', value: String(first) },
        { type: 'mdxJsxAttribute', name: 'last', value: String(last) },
      )
      files.set(file, [...listed(file), of])
    } catch (error) {
      file.fail((error as Error).message, tag.position ? { place: tag.position } : undefined)
    }
  })

const scheme = 'virtual:listing/'

/** `import lines from 'virtual:listing/src/autodiff/core/reverse.ts#vjp'`: the same for a figure, as lines of tokens. */
export function listings(): Plugin {
  return {
    name: 'nudge:listings',
    enforce: 'pre',
    resolveId: (source) => (source.startsWith(scheme) ? `\0${source}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${scheme}`)) return
      const [file = '', name = ''] = id.slice(scheme.length + 1).split('#')
      this.addWatchFile(path.resolve(file))
      const { text: code, first } = cutFrom(file, name, true)
      return `export const first = ${first}\nexport default ${JSON.stringify(highlight(code))}`
    },
  }
}
