import { preferences } from '@/figure/state'
import { knowWidgets, wakeIsland } from '../waking'
import { printed, type Printed } from './chapter'
import { optionsOf, sheet, type Options } from './options'
import css from './print.css?inline'

const said = {
  coming: 'The pages are coming …',
  failed: 'Not every page came. Load this page again to try once more.',
  ready: (chapters: number) =>
    chapters === 1 ? 'The chapter is ready to print.' : `${chapters} chapters are ready to print.`,
  book: 'Nudge',
  about: [
    'An interactive book on derivatives, Jacobians and backpropagation',
    'Text CC BY 4.0, code MIT. After the CS231n handout “Derivatives, Backpropagation, and Vectorization” by Justin Johnson.',
  ],
  contents: 'Contents',
  answers: 'Answers',
  chapter: (number: string, title: string) => `${number} ${title}`,
}

/** The page's policy asks who makes markup out of text: whoever reads the book's own pages, and no other. */
const policy = window.trustedTypes?.createPolicy('nudge-page', { createHTML: (html: string) => html })

type Fetched = { page: Document; styles: readonly string[] }
const inStyle = /<style>([^]*?)<\/style>/g

/** A page of the book as a document. Its styles come apart: those in a document are refused by the policy of this one. */
async function fetched(path: string): Promise<Fetched> {
  const response = await fetch(import.meta.env.BASE_URL + path.slice(1))
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  const text = await response.text()
  const html = text.replace(inStyle, '')
  const page = new DOMParser().parseFromString((policy?.createHTML(html) ?? html) as string, 'text/html')
  return { page, styles: [...text.matchAll(inStyle)].map(([, style = '']) => style) }
}

function adopt(...texts: string[]) {
  for (const text of texts) {
    const made = new CSSStyleSheet()
    made.replaceSync(text)
    document.adoptedStyleSheets.push(made)
  }
}

function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...children: (Node | string)[]
) {
  const made = document.createElement(tag)
  if (className) made.className = className
  made.append(...children)
  return made
}

function linkTo(id: string, ...children: (Node | string)[]) {
  const link = make('a', '', ...children)
  link.href = `#${id}`
  return link
}

function contentsOf(chapters: readonly Printed[], hasAnswers: boolean) {
  const items = chapters.map(({ name, number, title, sections }) =>
    make(
      'li',
      '',
      linkTo(name, said.chapter(number, title)),
      make(
        'ol',
        '',
        ...sections.map(({ id, heading }, i) => make('li', '', linkTo(id, `${number}.${i + 1} `, heading))),
      ),
    ),
  )
  const last = hasAnswers ? [make('li', '', linkTo('answers', said.answers))] : []
  return make('nav', 'printed-contents', make('h2', '', said.contents), make('ol', '', ...items, ...last))
}

function answersOf(chapters: readonly Printed[]) {
  const parts = chapters.flatMap(({ number, title, answers }) =>
    answers.length > 0 ? [make('h2', '', said.chapter(number, title)), ...answers] : [],
  )
  if (parts.length === 0) return undefined
  const part = make(
    'article',
    'printed-chapter chapter printed-answers',
    make('h1', '', said.answers),
    ...parts,
  )
  part.id = 'answers'
  return part
}

/** Figures whose state this browser keeps are woken, so that they stand on paper as the reader left them. */
async function wakeKept(root: HTMLElement) {
  const { answers } = preferences.getState()
  const kept = [...root.querySelectorAll<HTMLElement>('[data-island]')].filter(({ dataset }) => {
    const { id = '' } = JSON.parse(dataset.props ?? '{}') as { id?: string }
    return answers[id] !== undefined
  })
  await Promise.all(kept.map((island) => wakeIsland(island)))
}

/** What the formulas of the pages are set in; paper does not wait for a font. */
async function loadFonts(pages: readonly Fetched[]) {
  const named = pages.flatMap(({ page }) =>
    (page.querySelector<HTMLMetaElement>('meta[name=fonts]')?.content ?? '').split(' '),
  )
  const faces = [...document.fonts].filter(({ family }) => named.includes(family.replaceAll('"', '')))
  await Promise.all([document.fonts.ready, ...faces.map((face) => face.load())])
}

async function assemble(root: HTMLElement, options: Options) {
  const pages = await Promise.all(options.chapters.map(fetched))
  // Each style once: a page has only those that it needs itself. The fonts are the book's, and here already: declared
  // anew they would come too late for paper.
  const styles = new Set(
    pages.flatMap((page) => page.styles).filter((style) => !style.startsWith('@font-face')),
  )
  adopt(...styles, css, sheet(options))
  for (const { page } of pages) knowWidgets(page)
  const home = new URL(import.meta.env.BASE_URL, location.href)
  const chapters = pages.map(({ page }, i) => printed(page, options.chapters[i] ?? '', options, home))
  const answers = answersOf(chapters)
  const lines = said.about.map((line) => make('p', '', line))
  root.replaceChildren(
    make('header', 'printed-title', make('p', 'printed-name', said.book), ...lines),
    contentsOf(chapters, answers !== undefined),
    ...chapters.map(({ main }) => main),
    ...(answers ? [answers] : []),
  )
  await wakeKept(root)
  await loadFonts(pages)
  return chapters.length
}

/** The form's choices as they are in the address. */
function fill(form: HTMLFormElement) {
  const asked = new URLSearchParams(location.search)
  for (const field of form.querySelectorAll<HTMLSelectElement | HTMLInputElement>('[name]')) {
    const value = asked.get(field.name)
    if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = value === 'yes'
    else if (value !== null) field.value = value
  }
}

/** The page that puts chapters on paper. */
export async function startPrint(form: HTMLFormElement) {
  const status = form.querySelector('[role=status]')
  const root = document.getElementById('printed')
  const say = (text: string) => status && (status.textContent = text)
  fill(form)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const data = [...new FormData(form)].map(([name, value]) => [name, String(value)])
    location.search = String(new URLSearchParams(data))
  })
  const paths = [...form.querySelectorAll<HTMLOptionElement>('[name=chapter] option')]
    .map(({ value }) => `/${value}/`)
    .filter((path) => path !== '/all/')
  const options = optionsOf(location.search, paths)
  if (!options || !root) return
  if ('problem' in options) return say(options.problem)
  say(said.coming)
  try {
    say(said.ready(await assemble(root, options)))
    const button = form.querySelector<HTMLButtonElement>('[data-act=print]')
    if (button) button.hidden = false
    button?.addEventListener('click', () => print())
    document.documentElement.dataset.printed = ''
  } catch {
    say(said.failed)
  }
}
