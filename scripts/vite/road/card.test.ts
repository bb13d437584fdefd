import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { cards, pictureStyle } from './card'

test('a sheet with hues that are variables becomes one without, for each hue', () => {
  const style = pictureStyle(
    '.chapter-picture .area:not([fill]) { fill: color-mix(in srgb, var(--hue) 18%, transparent); }',
    { ink: '#000', x: '#00f', w: '#a50', y: '#076', L: '#805', background: '#fff' },
  )
  expect(style).toContain('.x .area{ fill: #00f; fill-opacity: 0.18; }')
  expect(style).toContain('.area.L{ fill: #805; fill-opacity: 0.18; }')
  const all = pictureStyle(readFileSync('src/topics/pictures/pictures.css', 'utf8'), {})
  expect(all).not.toMatch(/var\(|color-mix|:not/)
})

test('the card of a chapter is a PNG of the size that previews have, and what it says is drawn', async () => {
  const page = {
    path: '/slope/',
    kind: 'chapter',
    title: 'The slope',
    summary: 'A & b.',
    number: 1,
    html: '',
  }
  const { slope: first } = await cards([page])
  const { slope: other } = await cards([{ ...page, title: 'Slopes' }])
  const png = Buffer.from(first ?? [])
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630])
  expect(png.equals(Buffer.from(other ?? []))).toBe(false)
})
