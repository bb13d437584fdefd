import { expect, test } from 'vitest'
import { frameAddress, snippet, type Frame } from './snippet'

const frame: Frame = {
  id: 'nudge',
  link: '#nudge',
  title: 'Figure 1.3 Nudge',
  height: 640,
  controls: 'all',
  theme: 'system',
  waits: true,
  layer: 'handout',
  jacobian: 'output-first',
  fits: false,
}
const book = 'https://book.example/sub/'

test('an address says only what is not the rule', () => {
  expect(frameAddress(book, frame)).toBe('https://book.example/sub/embed/nudge/')
  const all = { ...frame, controls: 'few', theme: 'dark', waits: false, layer: 'nn.Linear' } as const
  expect(frameAddress(book, { ...all, jacobian: 'input-first', link: '#nudge?v=1&x=2' })).toBe(
    'https://book.example/sub/embed/nudge/?controls=few&theme=dark&wait=no&layer=nn.Linear&jacobian=input-first#nudge?v=1&x=2',
  )
})

test('a snippet is one element whose attributes hold whatever a title or a state says', () => {
  const text = snippet(book, { ...frame, title: 'x < "y"', link: '#nudge?v=1&f=a"b' })
  expect(text).toMatch(/^<iframe src="[^"]*" title="[^"]*" loading="lazy" style="[^"]*"><\/iframe>$/)
  expect(text).toContain('title="x &lt; &quot;y&quot;, from Nudge"')
  expect(text).toContain('v=1&amp;f=')
  expect(snippet(book, { ...frame, fits: true })).toContain("data?.from !== 'nudge'")
})
