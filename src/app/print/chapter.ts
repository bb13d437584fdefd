import { leads, publicHome, renamed } from './refer'
import type { Options } from './options'

/** A chapter as it goes into the document, and what of it stands at the end. */
export type Printed = {
  name: string
  title: string
  number: string
  main: HTMLElement
  sections: { id: string; heading: Node }[]
  answers: HTMLElement[]
}

const all = (part: ParentNode, selector: string) => [...part.querySelectorAll<HTMLElement>(selector)]

/** What has no place on paper, whatever was asked for. */
const useless =
  '.needs-js, .noscript, noscript, .neighbours, .anchor, .printed-links, sup.print-only, .lock-line, [role=status], [role=alert], [aria-live=polite], script'

/** Names of a chapter become names of the document; a figure keeps what its script knows it by in its props. */
function rename(main: HTMLElement, chapter: string) {
  for (const element of [main, ...all(main, '*')])
    for (const { name, value } of Array.from(element.attributes)) {
      const next = renamed(name, value, chapter)
      if (next !== undefined) element.setAttribute(name, next)
    }
}

/** Each link leads within the document, or has its address in a note; the notes stand at the chapter's end. */
function link(main: HTMLElement, chapter: string, { chapters }: Options, home: URL) {
  const notes: string[] = []
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href
  const known = publicHome(home, canonical)
  for (const anchor of all(main, 'a[href]')) {
    const { href, note } = leads(anchor.getAttribute('href') ?? '', chapter, chapters, home, known)
    anchor.setAttribute('href', href)
    if (note === undefined) continue
    if (!notes.includes(note)) notes.push(note)
    const mark = document.createElement('sup')
    mark.textContent = `[${notes.indexOf(note) + 1}]`
    anchor.append(mark)
  }
  if (notes.length === 0) return
  const list = document.createElement('ol')
  list.className = 'notes'
  list.setAttribute('aria-label', 'Links')
  for (const note of notes) list.append(Object.assign(document.createElement('li'), { textContent: note }))
  main.append(list)
}

/** Exercises and predictions are counted, so that an answer at the end says whose it is. */
function count(main: HTMLElement, number: string, selector: string) {
  for (const [i, part] of all(main, selector).entries()) {
    const tag = part.querySelector('.tag')
    const label = `${selector === '.predict' ? 'Prediction' : 'Exercise'} ${number}.${i + 1}`
    part.dataset.label = label
    const name = tag?.querySelector('span')
    if (tag) tag.replaceChildren(label, ...(name ? [' ', name] : []))
  }
}

const isAnswer = (fold: Element) => fold.matches('.solution') || fold.closest('.predict') !== null

/** Folds stay unfolded, go to the end, or go. */
function unfold(main: HTMLElement, { hints, answers }: Options): HTMLElement[] {
  const atEnd: HTMLElement[] = []
  for (const fold of all(main, 'details')) {
    const whose = fold.closest<HTMLElement>('.predict, .exercise')
    const answer = isAnswer(fold)
    if (fold.matches('.hint') ? hints : !answer || answers === 'here') {
      fold.setAttribute('open', '')
      continue
    }
    if (answer && answers === 'end') atEnd.push(answerOf(fold, whose))
    fold.remove()
  }
  return atEnd
}

function answerOf(fold: HTMLElement, whose: HTMLElement | null): HTMLElement {
  const part = document.createElement('section')
  part.className = 'answer-at-end'
  const label = document.createElement('p')
  label.className = 'tag'
  label.textContent = whose?.dataset.label ?? ''
  part.append(
    label,
    ...[...fold.childNodes].filter((node) => !(node instanceof Element && node.matches('summary'))),
  )
  return part
}

/** A chapter's page, made ready for the document. */
export function printed(page: Document, path: string, options: Options, home: URL): Printed {
  const name = path.replaceAll('/', '')
  const main = page.querySelector<HTMLElement>('main')
  if (!main) throw new Error(`${path} is no page of the book`)
  for (const part of all(main, useless)) part.remove()
  const number = main.dataset.chapter ?? ''
  count(main, number, '.predict')
  count(main, number, '.exercise')
  rename(main, name)
  link(main, name, options, home)
  const answers = unfold(main, options)
  const headings = all(main, 'h2')
  const sections = headings.map((heading, i) => {
    const copy = heading.cloneNode(true) as Element
    copy.querySelector('sup')?.remove()
    heading.prepend(`${number}.${i + 1} `)
    return { id: heading.id, heading: wrapped(copy) }
  })
  const article = document.createElement('article')
  article.id = name
  article.className = 'printed-chapter chapter'
  article.append(...main.childNodes)
  return {
    name,
    title: article.querySelector('h1')?.textContent ?? '',
    number,
    main: article,
    sections,
    answers,
  }
}

function wrapped(heading: Element): HTMLElement {
  const span = document.createElement('span')
  span.append(...heading.childNodes)
  return span
}
