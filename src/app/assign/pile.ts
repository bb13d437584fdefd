import * as v from 'valibot'
import { model } from '@/widgets/workbench/model'
import { handed, problemsOf, verdictOn } from './assignment'
import { unpack } from './pack'
import { words } from './words'

/** An answer that was handed in, as a list shows it. */
export type Row = { name: string; question: string; answer: string; kind: string; says: string }
export type Pile = { rows: Row[]; bad: number; more: boolean }

export const most = 400

const kinds = { right: words.right, wrong: words.wrong, unread: words.unreadKind }

async function answerRow(packed: string): Promise<Row | undefined> {
  const parsed = v.safeParse(handed, await unpack(packed))
  // The verdict is computed anew: what a link says of itself is nothing to trust.
  if (!parsed.success || problemsOf(parsed.output.of).length > 0) return undefined
  const { of, name, text } = parsed.output
  const { kind, says } = verdictOn(of, text)
  return { name, question: of.question, answer: text, kind: kinds[kind], says }
}

function workbenchRow(query: string, name: string): Row | undefined {
  const asked = new URLSearchParams(query)
  const [layer, of, lines] = ['layer', 'of', 'lines'].map((key) => asked.get(key) ?? '')
  if (!layer || !of || !lines || layer.length + lines.length > 3000) return undefined
  const scene = model({ layer, of, lines, letter: '', wires: 'no' })
  if (!scene.layer) return undefined
  const { firstWrong, finished } = scene
  const kind =
    firstWrong === undefined ? (finished ? words.derived : words.unfinished) : words.falseLine(firstWrong + 1)
  const last = lines.trim().split('\n').at(-1) ?? ''
  return {
    name,
    question: `${words.gradient(of)}: ${layer.split('\n').at(-1)?.trim()}`,
    answer: last,
    kind,
    says: '',
  }
}

/** Every answer in a text of links, whatever stands between them; `name` is for those that bring none. */
export async function pileIn(text: string, name = ''): Promise<Pile> {
  const found = [...text.matchAll(/#(?:handed=([\w-]+)|workbench\?(\S+))/g)]
  const rows = await Promise.all(
    found
      .slice(0, most)
      .map(([, packed, query]) => (packed ? answerRow(packed) : workbenchRow(query ?? '', name))),
  )
  const read = rows.filter((row) => row !== undefined)
  return { rows: read, bad: rows.length - read.length, more: found.length > most }
}
