import * as v from 'valibot'
import { readLayer } from '@/derive'
import { preferences } from '@/figure/state'
import { loadJudge } from '@/topics/letters/judging'
import { make } from '../make'
import { assignment, fromForm, verdictOn, type Assignment } from './assignment'
import { pack, unpack } from './pack'
import { most, pileIn, type Row } from './pile'
import { words } from './words'

const at = (path: string) => new URL(import.meta.env.BASE_URL + path.slice(1), location.href).href
const part = (root: ParentNode, name: string) => root.querySelector<HTMLElement>(`[data-part=${name}]`)

function say(root: ParentNode, name: string, ...what: (Node | string)[]) {
  part(root, name)?.replaceChildren(...what)
}

const valueOf = (form: HTMLFormElement, name: string) => String(new FormData(form).get(name) ?? '')

function onSubmit(form: HTMLFormElement | null, act: () => void | Promise<void>) {
  form?.addEventListener('submit', (event) => {
    event.preventDefault()
    void act()
  })
}

/** A link in a field, copied if the clipboard is open. */
async function showLink(root: ParentNode, name: string, link: string, sentence: string) {
  const field = make('textarea', { readonly: '', rows: '3', 'aria-label': 'Link' })
  field.value = link
  const opened = make('a', { href: link }, 'Open it')
  const copied = await navigator.clipboard.writeText(link).then(
    () => words.copied,
    () => words.byHand,
  )
  say(root, name, field, ' ', opened, ` ${sentence} ${copied}.`.replace('..', '.'))
  if (copied === words.byHand) field.select()
}

/** The letters of this reader, and what judges in them. */
async function letters() {
  const { layer } = preferences.getState()
  if (layer !== 'handout') await loadJudge()
  return layer
}

function startSetting(root: HTMLElement) {
  const form = part(root, 'set') as HTMLFormElement | null
  onSubmit(form, async () => {
    if (!form) return
    const [question = '', answer = '', names = '', wrong = ''] = ['question', 'answer', 'names', 'wrong'].map(
      (name) => valueOf(form, name),
    )
    const found = fromForm({ question, answer, names, wrong }, await letters())
    if ('problems' in found) return say(form, 'said', found.problems.join(' '))
    await showLink(form, 'said', `${at('/exercise/')}#asked=${await pack(found.assignment)}`, words.ready)
  })
  const layerForm = part(root, 'layer') as HTMLFormElement | null
  onSubmit(layerForm, async () => {
    if (!layerForm) return
    const [layer, of] = [valueOf(layerForm, 'layer').trim(), valueOf(layerForm, 'of').trim()]
    try {
      const names = readLayer(layer).inputs.map(({ name }) => name)
      if (!names.includes(of)) return say(layerForm, 'said', words.layerBad(words.noInput(of, names)))
    } catch (error) {
      return say(layerForm, 'said', words.layerBad((error as Error).message))
    }
    const query = `v=1&layer=${encodeURIComponent(layer)}&of=${encodeURIComponent(of)}`
    await showLink(layerForm, 'said', `${at('/workbench/')}#workbench?${query}`, words.layerReady)
  })
}

function save(name: string, text: string) {
  const link = make('a', {
    href: URL.createObjectURL(new Blob([text], { type: 'text/plain' })),
    download: name,
  })
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

function startAnswering(root: HTMLElement, of: Assignment) {
  const form = part(root, 'answer') as HTMLFormElement | null
  if (!form) return
  for (const name of ['set', 'layer']) part(root, name)?.remove()
  form.hidden = false
  say(form, 'question', of.question)
  const names = Object.entries(of.names ?? {}).map(([name, shape]) => `${name}${shape && `: ${shape}`}`)
  say(form, 'names', names.join(', '))
  let checked = ''
  onSubmit(form, async () => {
    const text = valueOf(form, 'text').trim()
    if (text === '') return say(form, 'verdict', words.empty)
    checked = text
    say(form, 'verdict', verdictOn(of, text, await letters()).says)
  })
  const handedIn = async () =>
    `${at('/answers/')}#handed=${await pack({ of, name: valueOf(form, 'name').trim(), text: checked })}`
  const acts: Record<string, () => Promise<void>> = {
    hand: async () => showLink(form, 'handed', await handedIn(), words.handed),
    save: async () => {
      save('answer.txt', `${await handedIn()}\n`)
      say(form, 'handed', words.handed)
    },
  }
  for (const button of form.querySelectorAll<HTMLButtonElement>('[data-act]'))
    button.addEventListener('click', () => {
      if (checked === '') say(form, 'handed', words.empty)
      else void acts[button.dataset.act ?? '']?.()
    })
}

const heads = ['Name', 'Question', 'Answer', 'Verdict']

const tableOf = (rows: readonly Row[]) =>
  make(
    'table',
    {},
    make('thead', {}, make('tr', {}, ...heads.map((head) => make('th', { scope: 'col' }, head)))),
    make(
      'tbody',
      {},
      ...rows.map(({ name, question, answer, kind, says }) =>
        make(
          'tr',
          {},
          ...[name || '–', question].map((text) => make('td', {}, text)),
          make('td', {}, make('code', {}, answer)),
          make('td', {}, make('b', {}, kind), says && kind !== words.right ? ` ${says}` : ''),
        ),
      ),
    ),
  )

async function startReading(root: HTMLElement) {
  const form = root.querySelector('form')
  const read = async (texts: readonly { text: string; name: string }[]) => {
    await loadJudge()
    const piles = await Promise.all(texts.map(({ text, name }) => pileIn(text, name)))
    const rows = piles.flatMap((pile) => pile.rows)
    const bad = piles.reduce((sum, pile) => sum + pile.bad, 0)
    const more = piles.some((pile) => pile.more) ? ` ${words.tooMany(most)}` : ''
    say(root, 'said', rows.length + bad === 0 ? words.nothing : words.read(rows.length, bad) + more)
    part(root, 'rows')?.replaceChildren(...(rows.length > 0 ? [tableOf(rows)] : []))
  }
  onSubmit(form, async () => {
    if (!form) return
    const files = new FormData(form).getAll('files').filter((file) => file instanceof File)
    const texts = await Promise.all(files.map(async (file) => ({ text: await file.text(), name: file.name })))
    await read([{ text: valueOf(form, 'pile'), name: '' }, ...texts])
  })
  if (location.hash.startsWith('#handed=')) await read([{ text: location.hash, name: '' }])
}

/** Where questions are set, answered and gathered. */
export async function startAssign(root: HTMLElement) {
  if (root.id === 'answers') return startReading(root)
  // A link that is opened on this very page is another question.
  addEventListener('hashchange', () => location.hash.startsWith('#asked=') && location.reload())
  const [, packed] = /^#asked=([\w-]+)/.exec(location.hash) ?? []
  if (packed === undefined) return startSetting(root)
  const parsed = v.safeParse(assignment, await unpack(packed))
  if (parsed.success) return startAnswering(root, parsed.output)
  startSetting(root)
  const form = part(root, 'set')
  if (form) say(form, 'said', words.broken)
}
