import { asBibtex, asText } from './cite'
import { citedBy } from './found'
import { framePart } from './frame'
import { make } from '../make'
import css from './more.css?inline'

const said = {
  title: 'Share and cite',
  close: 'Close',
  address: 'Address',
  text: 'Citation',
  bibtex: 'BibTeX',
  html: 'HTML',
  large: 'Show it on the whole screen (p)',
  copy: (what: string) => `Copy ${what === 'BibTeX' || what === 'HTML' ? what : what.toLowerCase()}`,
  picture: (kind: string) => `Save as ${kind}`,
  noPicture: 'This browser gave no picture of it. As SVG it may, and a newer browser does.',
  copied: 'Copied',
  closed: 'The clipboard is closed to this page. The text is selected: copy it by hand.',
}

const status = make('p', { role: 'status' })
const body = make('div', {})
const close = make('button', { type: 'button' }, said.close)
const heading = make('h2', { id: 'more-title' }, said.title)
const dialog = make(
  'dialog',
  { class: 'more', 'aria-labelledby': 'more-title' },
  heading,
  body,
  status,
  close,
)

/** How many letters there are to a line, about: a text is seen whole. */
const lineLength = 60

/** A text in a field of its own. */
function fieldOf(name: string, text: string) {
  const rows = String(text.split('\n').reduce((sum, line) => sum + Math.ceil(line.length / lineLength), 0))
  const field = make('textarea', { readonly: '', rows, 'aria-label': name, spellcheck: 'false' })
  field.value = text
  return field
}

/** A text with a button that copies it. */
function copied(name: string, text: string, field = fieldOf(name, text)): HTMLElement {
  const button = make('button', { type: 'button' }, said.copy(name))
  button.addEventListener('click', () => {
    navigator.clipboard.writeText(field.value).then(
      () => (status.textContent = said.copied),
      () => {
        field.select()
        status.textContent = said.closed
      },
    )
  })
  return make('section', {}, field, button)
}

/** For those who project it: src/app/lecture. */
function large(id: string): HTMLElement[] {
  if (!document.getElementById(id)?.matches('main .island > .figure')) return []
  const button = make('button', { type: 'button' }, said.large)
  button.addEventListener('click', () => {
    dialog.close()
    // No network: the next press asks again.
    void import('../lecture').then(({ openLecture }) => openLecture(id)).catch(() => undefined)
  })
  return [make('section', {}, button)]
}

/** A figure as a picture, in the state in which it stands. */
function pictures(id: string): HTMLElement[] {
  const figure = document.getElementById(id)
  if (!figure?.matches('figure.figure')) return []
  const buttons = (['SVG', 'PNG'] as const).map((kind) => {
    const button = make('button', { type: 'button' }, said.picture(kind))
    button.addEventListener('click', () => {
      void import('./picture')
        .then(({ savePicture }) => savePicture(figure, kind === 'SVG' ? 'svg' : 'png'))
        .catch(() => (status.textContent = said.noPicture))
    })
    return button
  })
  return [make('section', { class: 'row' }, ...buttons)]
}

/** Opens the address and the citation of a heading, an equation or a figure. */
export function openMore(id: string) {
  if (dialog.open) return
  const cited = citedBy(id)
  const today = new Date()
  status.textContent = ''
  body.replaceChildren(
    ...large(id),
    ...pictures(id),
    copied(said.address, cited.url),
    copied(said.text, asText(cited, today)),
    copied(said.bibtex, asBibtex(cited, today).trim()),
    ...framePart(id, (field) => copied(said.html, '', field), fieldOf(said.html, '\n'.repeat(5))),
  )
  dialog.showModal()
}

function start() {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets.push(sheet)
  close.addEventListener('click', () => dialog.close())
  // On the dialog itself is beside what is in it.
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close())
  document.body.append(dialog)
}
start()
