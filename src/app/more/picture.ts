import { linkOf } from '@/figure/state'
import { make } from '../make'
import { fileName, usesFamily } from './pictureText'

/** What moves a figure or speaks to the ear is no part of its picture. */
const left = '.controls, .notice, .visually-hidden, .katex-mathml, [aria-live=polite], [role=alert], script'

/** A copy of a figure as it stands, with what is only in its fields written into it. */
function copyOf(figure: HTMLElement): HTMLElement {
  const copy = figure.cloneNode(true) as HTMLElement
  const fields = figure.querySelectorAll('input, select, textarea')
  for (const [i, field] of copy.querySelectorAll('input, select, textarea').entries()) {
    const now = fields[i]
    if (now instanceof HTMLInputElement && field instanceof HTMLInputElement) {
      field.setAttribute('value', now.value)
      field.toggleAttribute('checked', now.checked)
    } else if (now instanceof HTMLSelectElement && field instanceof HTMLSelectElement)
      for (const [k, option] of [...field.options].entries())
        option.toggleAttribute('selected', k === now.selectedIndex)
    else if (now instanceof HTMLTextAreaElement) field.textContent = now.value
  }
  for (const part of copy.querySelectorAll(left)) part.remove()
  // What is seen in one of the page's frames is to be seen in the picture, whose text is not shown bit by bit.
  copy.style.margin = '0'
  return copy
}

const asData = (blob: Blob) =>
  new Promise<string>((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(String(reader.result)))
    reader.addEventListener('error', () => reject(new Error('unread')))
    reader.readAsDataURL(blob)
  })

/** A font's rule with its file in it; nothing where the page has not needed the font. */
async function withFile(rule: CSSFontFaceRule, families: string): Promise<string> {
  const family = rule.style.getPropertyValue('font-family')
  const [, url] = /url\("?([^")]+)"?\)/.exec(rule.cssText) ?? []
  if (!usesFamily(families, family)) return ''
  if (!url || url.startsWith('data:')) return rule.cssText
  const response = await fetch(new URL(url, location.href))
  return rule.cssText.replace(url, await asData(await response.blob()))
}

/** All styles of the page as a text, with the fonts that a part of it is set in. */
async function stylesFor(part: HTMLElement): Promise<string> {
  const families = [part, ...part.querySelectorAll<HTMLElement>('*')].map(
    (one) => getComputedStyle(one).fontFamily,
  )
  const all = [...new Set(families)].join(', ')
  const sheets = [...document.styleSheets, ...document.adoptedStyleSheets]
  const texts = await Promise.all(
    sheets
      .flatMap((sheet) => [...sheet.cssRules])
      .map((rule) => (rule instanceof CSSFontFaceRule ? withFile(rule, all) : rule.cssText)),
  )
  return texts.join('\n')
}

/** A style as the page's policy lets one be set: not as an attribute. */
function styled<E extends HTMLElement | SVGElement>(element: E, css: string): E {
  element.style.cssText = css
  return element
}

const namespace = 'http://www.w3.org/2000/svg'

/** A figure in its present state as SVG: its HTML with the page's styles, its fonts, its title and its address. */
export async function svgOf(figure: HTMLElement): Promise<{ text: string; width: number; height: number }> {
  const address = new URL(linkOf(figure.id), location.href.split(/[?#]/)[0]).href
  const source = styled(
    make('p', {}, address),
    'margin: 8px 0 0; font: 12px/1.4 Inter, sans-serif; opacity: 0.7; overflow-wrap: anywhere',
  )
  const copy = copyOf(figure)
  const width = Math.ceil(figure.getBoundingClientRect().width)
  // Measured where it stands, for a copy without its controls is lower.
  const island = figure.closest<HTMLElement>('[data-island]')?.dataset.island ?? ''
  // What it stands in decides about its styles: src/app/style, and scripts/vite/scoped.ts.
  const part = make('div', { class: 'island', 'data-island': island, inert: '' }, copy, source)
  styled(part, `position: absolute; left: 0; top: 0; visibility: hidden; width: ${width}px`)
  document.querySelector('main')?.append(part)
  const height = Math.ceil(part.getBoundingClientRect().height) + 1
  const css = await stylesFor(part)
  part.remove()
  styled(part, 'margin: 0')
  const { className, dataset } = document.documentElement
  const scheme = dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')
  const main = styled(make('main', { class: 'chapter' }, part), 'max-width: none; margin: 0; padding: 0')
  const body = styled(make('body', {}, main), 'margin: 0')
  const html = styled(
    make('html', { class: className, 'data-theme': scheme }, body),
    `color-scheme: ${scheme}`,
  )
  const svg = document.createElementNS(namespace, 'svg') as SVGSVGElement
  for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` }))
    svg.setAttribute(name, String(value))
  styled(svg, `color-scheme: ${scheme}; background: ${getComputedStyle(document.body).backgroundColor}`)
  const [title, style, frame] = ['title', 'style', 'foreignObject'].map((name) =>
    document.createElementNS(namespace, name),
  )
  if (title) title.textContent = `${figure.querySelector('.figure-title')?.textContent ?? ''} · ${address}`
  if (style) style.textContent = css
  frame?.setAttribute('width', String(width))
  frame?.setAttribute('height', String(height))
  frame?.append(html)
  svg.append(...[title, style, frame].filter((each) => each !== undefined))
  return { text: new XMLSerializer().serializeToString(svg), width, height }
}

/** The same as pixels, two to each of the page's. */
async function pngOf(figure: HTMLElement): Promise<Blob> {
  const { text, width, height } = await svgOf(figure)
  const image = new Image(width * 2, height * 2)
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
  await image.decode()
  const canvas = make('canvas', { width: String(width * 2), height: String(height * 2) })
  canvas.getContext('2d')?.drawImage(image, 0, 0, width * 2, height * 2)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture')))),
  )
}

/** Gives the reader a figure as a file. */
export async function savePicture(figure: HTMLElement, kind: 'svg' | 'png') {
  const blob =
    kind === 'png' ? await pngOf(figure) : new Blob([(await svgOf(figure)).text], { type: 'image/svg+xml' })
  const link = make('a', { href: URL.createObjectURL(blob), download: fileName(figure.id, kind) })
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
