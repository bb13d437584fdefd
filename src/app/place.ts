type Box = { left: number; right: number; top: number; bottom: number }
type Size = { width: number; height: number }

/** Between a gloss and what it explains, and between it and the window's edge, in pixels. */
const gap = 6
const edge = 8

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(most, value))

/**
 * Where a gloss of `size` goes, in the window's pixels: above `whole` (the formula or the matrix that the reader looks
 * at) or else below it, centered on the symbol `at`. Never on either. `top` is where the page's bar ends.
 */
export function placeBeside(at: Box, whole: Box, size: Size, pane: Box): { left: number; top: number } {
  const middle = (at.left + at.right - size.width) / 2
  const left = clamp(middle, pane.left + edge, Math.max(pane.left + edge, pane.right - size.width - edge))
  const need = size.height + gap + edge
  const over = (box: Box) => box.top - gap - size.height
  if (whole.top - pane.top >= need) return { left, top: over(whole) }
  if (pane.bottom - whole.bottom >= need) return { left, top: whole.bottom + gap }
  // The whole fills the window: the symbol alone stays free.
  return { left, top: at.top - pane.top >= need ? over(at) : at.bottom + gap }
}
