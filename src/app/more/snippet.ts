import type { LayerLetters, Layout } from '@/figure/state'

/** What a teacher chooses for a frame, and what the reader's page shows now. */
export type Frame = {
  id: string
  /** The link to its state, from the hash on. */
  link: string
  title: string
  height: number
  controls: 'all' | 'few' | 'none'
  theme: 'system' | 'light' | 'dark'
  waits: boolean
  layer: LayerLetters
  jacobian: Layout
  /** Whether a script comes with it that keeps the frame as high as it asks to be. */
  fits: boolean
}

/** Where a frame's page is: only what differs from the rest is said. `book` is the whole address of the front page. */
export function frameAddress(book: string, frame: Omit<Frame, 'title' | 'height' | 'fits'>): string {
  const { id, link, controls, theme, waits, layer, jacobian } = frame
  const address = new URL(`embed/${id}/`, book)
  const said = {
    controls: controls !== 'all' && controls,
    theme: theme !== 'system' && theme,
    wait: !waits && 'no',
    layer: layer !== 'handout' && layer,
    jacobian: jacobian !== 'output-first' && jacobian,
  }
  for (const [name, value] of Object.entries(said)) if (value) address.searchParams.set(name, value)
  return address.href + (link.includes('?') ? link : '')
}

const attribute = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')

/** Once on a page, for all frames of the book. */
const fit = `<script>
  addEventListener('message', ({ data, source }) => {
    if (data?.from !== 'nudge') return
    for (const frame of document.querySelectorAll('iframe'))
      if (frame.contentWindow === source) frame.style.height = data.height + 'px'
  })
</script>`

/** What is pasted into a page of one's own. */
export function snippet(book: string, frame: Frame): string {
  const { title, height, fits } = frame
  const address = attribute(frameAddress(book, frame))
  const element = `<iframe src="${address}" title="${attribute(title)}, from Nudge" loading="lazy" style="width: 100%; height: ${height}px; border: 0"></iframe>`
  return fits ? `${element}\n${fit}` : element
}
