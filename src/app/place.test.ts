import { describe, expect, it } from 'vitest'
import { placeBeside } from './place'

const pane = { left: 0, right: 400, top: 50, bottom: 700 }
const size = { width: 200, height: 100 }
const box = (left: number, top: number, width = 20, height = 20) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
})
const overlap = (a: typeof pane, b: typeof pane) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

describe('the gloss', () => {
  it('stands above what it explains, centered on it, and below where there is no room', () => {
    const symbol = box(190, 300)
    expect(placeBeside(symbol, symbol, size, pane)).toEqual({ left: 100, top: 194 })
    const high = box(190, 100)
    expect(placeBeside(high, high, size, pane)).toEqual({ left: 100, top: 126 })
  })

  it('stays inside the window at its sides, even in one that is narrower than itself', () => {
    expect(placeBeside(box(0, 300), box(0, 300), size, pane).left).toBe(8)
    expect(placeBeside(box(390, 300), box(390, 300), size, pane).left).toBe(192)
    expect(placeBeside(box(50, 300), box(50, 300), size, { ...pane, right: 100 }).left).toBe(8)
  })

  it('never lies on the symbol, nor on its formula or matrix while there is room beside it', () => {
    for (let top = 50; top < 680; top += 10)
      for (const height of [20, 100, 300, 640]) {
        const whole = box(100, top, 200, Math.min(height, 700 - top))
        const symbol = box(150, top + 5, 10, 10)
        const at = placeBeside(symbol, whole, size, pane)
        const gloss = box(at.left, at.top, size.width, size.height)
        expect(overlap(gloss, symbol)).toBe(false)
        const room = whole.top - pane.top > 120 || pane.bottom - whole.bottom > 120
        if (room) expect(overlap(gloss, whole)).toBe(false)
      }
  })
})
