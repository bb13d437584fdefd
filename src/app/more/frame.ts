import { linkOf, preferences } from '@/figure/state'
import { make } from '../make'
import { snippet, type Frame } from './snippet'

const said = {
  title: 'In a page of your own',
  note: 'It starts as you see it here, in the letters that you read in.',
  controls: { name: 'Controls', all: 'all', few: 'few', none: 'none' },
  theme: { name: 'Theme', system: 'the reader’s', light: 'light', dark: 'dark' },
  waits: 'It waits for its prediction',
  fits: 'With a script that keeps its height',
  more: 'What it tells your page',
}

/** A list to choose from, with its name. */
function choice({ name = '', ...options }: Readonly<Record<string, string>>) {
  const select = make(
    'select',
    {},
    ...Object.entries(options).map(([value, text]) => new Option(text, value)),
  )
  return { select, row: make('label', { class: 'pick' }, name, select) }
}

function tick(text: string) {
  const box = make('input', { type: 'checkbox' })
  return { box, row: make('label', { class: 'wait-choice' }, box, text) }
}

/** What can stand in a frame, around the thing of an id; the gallery's figures have no page for that. */
function framed(id: string) {
  if (document.querySelector('main')?.dataset.path?.startsWith('/gallery/')) return undefined
  const at = document.getElementById(id)
  const whole = at?.matches('.question') ? at.closest('.exercise') : (at?.closest('figure') ?? null)
  const title = whole?.getAttribute('aria-label') ?? whole?.querySelector('.figure-title')?.textContent
  return whole && title
    ? { title: title.trim(), height: Math.ceil(whole.getBoundingClientRect().height) + 40 }
    : undefined
}

/** The HTML for someone's own page, and what can be chosen for it; `copied` shows a text with a button that copies it. */
export function framePart(
  id: string,
  copied: (field: HTMLTextAreaElement) => HTMLElement,
  field: HTMLTextAreaElement,
): HTMLElement[] {
  const thing = framed(id)
  if (!thing) return []
  const [controls, theme] = [choice(said.controls), choice(said.theme)]
  const [waits, fits] = [tick(said.waits), tick(said.fits)]
  waits.box.checked = true
  const { layer, jacobian } = preferences.getState()
  const book = new URL(import.meta.env.BASE_URL, location.href).href
  const show = () => {
    const frame: Frame = {
      ...thing,
      id,
      layer,
      jacobian,
      link: linkOf(id),
      controls: controls.select.value as Frame['controls'], // one of the options
      theme: theme.select.value as Frame['theme'], // and here
      waits: waits.box.checked,
      fits: fits.box.checked,
    }
    field.value = snippet(book, frame)
  }
  const waited = document.querySelector(`[data-predict][data-locks="${id}"]`) ? [waits.row] : []
  const options = make('div', { class: 'more-options' }, controls.row, theme.row, ...waited, fits.row)
  options.addEventListener('change', show)
  show()
  const more = make('a', { href: `${import.meta.env.BASE_URL}about/#for-teachers` }, said.more)
  return [make('h3', {}, said.title), make('p', {}, said.note, ' ', more, '.'), options, copied(field)]
}
