import { mathTex } from './mathTex'

const blocks = 'p, li, h1, h2, h3, dt, dd, tr, div, figcaption, blockquote, pre'

/** What is selected, whole formulas at its ends; undefined if there is no formula in it. */
function selected(): DocumentFragment | undefined {
  const selection = getSelection()
  if (!selection || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0).cloneRange()
  const formulaAt = (node: Node) => (node instanceof Element ? node : node.parentElement)?.closest('.katex')
  const [first, last] = [formulaAt(range.startContainer), formulaAt(range.endContainer)]
  if (first) range.setStartBefore(first)
  if (last) range.setEndAfter(last)
  const part = range.cloneContents()
  return part.querySelector('.katex math') ? part : undefined
}

/** A selection as text, each formula in it as TeX: alone as it is, in a sentence between dollars. */
function textOf(part: DocumentFragment): string {
  const formulas = [...part.querySelectorAll('.katex')]
  const alone = formulas.length === 1 && part.textContent?.trim() === formulas[0]?.textContent?.trim()
  for (const formula of formulas) {
    const math = formula.querySelector('math')
    if (math) formula.replaceWith(alone ? mathTex(math).replace(/\s*[.,;]$/, '') : `$${mathTex(math)}$`)
  }
  for (const block of part.querySelectorAll(blocks)) block.append('\n')
  return (part.textContent ?? '').replace(/\n{3,}/g, '\n\n').trim()
}

/** A formula is copied as TeX, once, and not as its letters twice. */
export function startCopy() {
  document.addEventListener('copy', (event) => {
    const { target } = event
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return
    const part = selected()
    if (!part) return
    event.clipboardData?.setData('text/plain', textOf(part))
    event.preventDefault()
  })
}
