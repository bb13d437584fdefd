/** The root's font size in pixels, from the largest; a figure's own measures follow it. */
const sizes = [34, 30, 27, 24, 22, 20, 18, 16]
/** Of a figure with more than fits, its largest part is seen, and what is below it scrolls. */
const least = [20, 18, 16, 14]
/** Where the controls stand, and how much of its room a picture takes: plots are as high as they are wide. */
const layouts = [
  { controls: 'below', share: 1 },
  { controls: 'beside', share: 1 },
  { controls: 'below', share: 0.8 },
  { controls: 'beside', share: 0.8 },
  { controls: 'below', share: 0.6 },
  { controls: 'beside', share: 0.6 },
] as const

type Layout = (typeof layouts)[number]

/** A pixel of rounding is nothing that a reader misses. */
const isWhole = ({ scrollHeight, clientHeight, scrollWidth, clientWidth }: Element) =>
  scrollHeight <= clientHeight + 1 && scrollWidth <= clientWidth + 1

/** Rows of matrices scroll by themselves, and then a part of them is not seen. */
const rows = '.matrix-row, .flat-scroll'

const areaOf = (element: Element) => {
  const { width, height } = element.getBoundingClientRect()
  return width * height
}

/** The part of a picture that takes most room: a plot, a matrix, a drawing. */
const largestIn = (picture: Element) =>
  [...picture.querySelectorAll('svg, [role=grid], table, pre')].reduce<Element | undefined>(
    (most, each) => (most && areaOf(most) >= areaOf(each) ? most : each),
    undefined,
  )

const sees = (picture: Element, part: Element | undefined) =>
  !part || part.getBoundingClientRect().bottom <= picture.getBoundingClientRect().bottom + 1

function set(figure: HTMLElement, size: number, { controls, share }: Layout) {
  const { style } = document.documentElement
  style.setProperty('--lecture-size', `${size}px`)
  style.setProperty('--lecture-share', String(share))
  figure.dataset.lecture = controls
}

/** The first of the sizes, from the largest, at which a layout passes; false if none does. */
const tried = (figure: HTMLElement, of: readonly number[], passes: () => boolean) =>
  of.some((size) =>
    layouts.some((layout) => {
      set(figure, size, layout)
      return passes()
    }),
  )

/**
 * Makes a figure as large as the window lets it be, with its sentence, its picture and its controls in sight; where that
 * takes small type, with as much of its picture as has its largest part in it.
 */
export function fit(figure: HTMLElement) {
  const picture = figure.querySelector<HTMLElement>(':scope > .figure-body')
  const controls = figure.querySelector<HTMLElement>(':scope > .controls')
  if (!picture || !controls) return
  picture.scrollTop = 0
  const round = [figure, controls]
  const whole = [...round, picture, ...picture.querySelectorAll(rows)]
  if (tried(figure, sizes, () => whole.every(isWhole))) return
  const largest = largestIn(picture)
  if (tried(figure, least, () => round.every(isWhole) && sees(picture, largest))) return
  set(figure, 16, { controls: 'beside', share: 1 })
}
