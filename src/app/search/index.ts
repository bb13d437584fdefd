import css from './search.css?inline'
import { make } from '../make'
import type { Entry } from './entry'
import type { Found } from './find'

const said = {
  search: 'Search the book',
  hint: 'A word, a symbol, the name of a formula',
  results: 'Found',
  loading: 'The index is on its way …',
  failed: 'The index did not come. Close this and open it again to ask anew.',
  none: (query: string) => `Nothing in the book fits “${query}”.`,
  some: (count: number) => `${count} found. Arrow keys choose, Enter goes there.`,
}

const field = make('input', {
  type: 'search',
  role: 'combobox',
  'aria-label': said.search,
  'aria-expanded': 'false',
  'aria-controls': 'search-list',
  'aria-autocomplete': 'list',
  autocomplete: 'off',
  spellcheck: 'false',
  placeholder: said.hint,
})
const list = make('div', { id: 'search-list', role: 'listbox', 'aria-label': said.results })
const status = make('p', { role: 'status' })
const dialog = make('dialog', { class: 'search', 'aria-label': said.search }, field, status, list)

type Find = (query: string) => Found[]
let finding: Promise<Find> | undefined

async function load(): Promise<Find> {
  const [{ finder }, response] = await Promise.all([
    import('./find'),
    fetch(`${import.meta.env.BASE_URL}search.json`),
  ])
  return finder((await response.json()) as Entry[])
}

let chosen = -1

function choose(index: number) {
  const options = list.children
  if (options.length === 0) return
  options[chosen]?.setAttribute('aria-selected', 'false')
  chosen = (index + options.length) % options.length
  const option = options[chosen]
  option?.setAttribute('aria-selected', 'true')
  option?.scrollIntoView({ block: 'nearest' })
  field.setAttribute('aria-activedescendant', option?.id ?? '')
}

function optionOf({ entry, excerpt }: Found, i: number): HTMLElement {
  const texts = excerpt.map(({ text, hit }) => (hit ? make('mark', {}, text) : text))
  const option = make(
    'a',
    {
      role: 'option',
      id: `search-${i}`,
      href: import.meta.env.BASE_URL + entry.to,
      tabindex: '-1',
      'aria-selected': 'false',
    },
    make('b', {}, entry.name),
    ' ',
    make('small', {}, entry.name === entry.on ? '' : entry.on),
    make('span', {}, ...texts),
  )
  option.addEventListener('click', () => dialog.close())
  return option
}

function show(found: readonly Found[], query: string) {
  list.replaceChildren(...found.map(optionOf))
  field.setAttribute('aria-expanded', String(found.length > 0))
  field.removeAttribute('aria-activedescendant')
  status.textContent = query === '' ? '' : found.length > 0 ? said.some(found.length) : said.none(query)
  chosen = -1
  choose(0)
}

async function look() {
  const query = field.value.trim()
  finding ??= load()
  try {
    const find = await finding
    if (query === field.value.trim()) show(query === '' ? [] : find(query), query)
  } catch {
    finding = undefined
    status.textContent = said.failed
  }
}

function onKey(event: KeyboardEvent) {
  const steps: Partial<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }
  const step = steps[event.key]
  if (step) choose(chosen + step)
  else if (event.key === 'Escape') dialog.close()
  else if (event.key === 'Enter') list.querySelector<HTMLElement>('[aria-selected=true]')?.click()
  else return
  event.preventDefault()
}

/** Opens the search; what it takes comes with the first opening. */
export function openSearch() {
  if (dialog.open) return field.select()
  dialog.showModal()
  field.select()
  if (!finding) status.textContent = said.loading
  void look()
}

function start() {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets.push(sheet)
  field.addEventListener('input', () => void look())
  field.addEventListener('keydown', onKey)
  // On the dialog itself is beside what is in it.
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close())
  document.body.append(dialog)
}
start()
