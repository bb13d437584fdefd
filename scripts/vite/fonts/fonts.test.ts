import { expect, it } from 'vitest'
import { drawnBy, textOf } from './drawn.ts'
import { faces } from './faces.ts'
import { partsOf, rangeOf } from './index.ts'

it('what a page draws is its text, with its entities, without what is for the ear', () => {
  const html = '<p>a &lt; &#x3b4; &#960;</p><math><mi>ℵ</mi></math><script>"ℶ"</script><style>ℷ</style>'
  expect(textOf(html).replace(/\s/g, '')).toBe('a<δπ')
})

it('what scripts write is drawn too, and black board letters are found in HTML and in trees', () => {
  const drawn = drawnBy(
    ['<span class="mord mathbb" data-sym="R">R</span>'],
    ['["mord mathbb",0,"Z"]', '[`mord mathbb`,`N`,`N`]', '"\\u2248"', "'✗'"],
  )
  expect(drawn.certain).not.toContain('✗')
  expect([...drawn.board].toSorted()).toEqual(['N', 'R', 'Z'])
  for (const sign of '≈✗aδ') expect(drawn.all).toContain(sign)
})

it('neighbors are one range', () => {
  expect(rangeOf(['c', 'a', 'b', 'δ'])).toBe('U+61-63,U+3B4')
})

const inter = faces.find(({ family }) => family === 'Inter')

it('each character of a text comes from the first font that has it', async () => {
  if (!inter) throw new Error('the book has no Inter')
  const { parts } = await partsOf(inter, {
    all: new Set('aδ∂⁴＝'),
    certain: new Set('aδ∂⁴'),
    board: new Set(),
  })
  expect(parts.map(({ characters }) => characters.join(''))).toEqual(['a', 'δ', '∂', '⁴'])
  expect(parts[0]?.font.toString('latin1', 0, 4)).toBe('wOF2')
})

it('a character that none has stops the build and is named', async () => {
  if (!inter) throw new Error('the book has no Inter')
  const all = new Set(['a', '\u{13000}'])
  const drawn = { all, certain: all, board: new Set<string>() }
  await expect(partsOf(inter, drawn)).rejects.toThrow('for Inter has "\u{13000}" (U+13000)')
})
