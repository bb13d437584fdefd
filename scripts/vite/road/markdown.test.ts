import { readFileSync } from 'node:fs'
import katex from 'katex'
import { globSync } from 'tinyglobby'
import { expect, test } from 'vitest'
import { katexOptions } from '../../katex'
import { toMarkdown, type Known } from './markdown'
import { plainTex } from './tex'

const chapters = globSync('content/[0-9]*-*/index.mdx').toSorted()
const known: Known = {
  page: '/layer/',
  address: (path) => `/sub${path}`,
  target: (to) => ({ name: to === 'backprop' ? 'chapter 5' : 'Figure 6.2 Two roads', href: `/layer/#${to}` }),
  slip: (number) => ({ where: 'Section 2', text: `<Printed>\n\nslip ${number}\n\n</Printed>` }),
}
const convert = (mdx: string) => toMarkdown(mdx, known).trim()

/** What KaTeX says in MathML, without how it was written. */
const said = (tex: string, options: object) =>
  katex
    .renderToString(tex, { ...options, output: 'mathml', displayMode: true })
    .replace(/<annotation[^]*?<\/annotation>/g, '')
    .replace(/<[^>]*>/g, '')

test.each([
  [String.raw`\dLdxe{1}{2} = \w\T`, String.raw`\frac{\partial L}{\partial x_{1,2}} = w^{\mathrm T}`],
  [String.raw`\htmlClass{wide}{\{\x\}}`, String.raw`\{x\}`],
  [String.raw`\frac12 \Delta \x`, String.raw`\frac12 \Delta x`],
])('%s is written out', (tex, expected) => {
  expect(plainTex(tex)).toBe(expected)
})

test.each(chapters)('every formula of %s, written out, says the same to TeX without macros', (file) => {
  const formulas = [...readFileSync(file, 'utf8').matchAll(/\$\$([^$]+)\$\$|\$([^$\n]+)\$/g)]
  expect(formulas.length).toBeGreaterThan(10)
  for (const [, display, inline] of formulas) {
    const tex = display ?? inline ?? ''
    expect(said(plainTex(tex), { strict: 'error' }), tex).toBe(said(tex, katexOptions))
  }
})

test('figures are captions with a link, and what is marked keeps its mark', () => {
  expect(convert('<TwoRoads id="two-roads">\n\nThe caption, $\\x$.\n\n</TwoRoads>')).toBe(
    '**[Figure 6.2 Two roads](/layer/#two-roads)**\n\nThe caption, $x$.',
  )
  expect(convert('<Sidenote>\n\nBy the way.\n\n</Sidenote>')).toBe('> **Note.** By the way.')
  expect(convert('<Hint>\n\nLook.\n\n</Hint>')).toBe('**Hint.** Look.')
  expect(
    convert('See <Ref to="two-roads" />. <Ref to="backprop" starts /> [too](#eq-3), [here](/slope/).'),
  ).toBe(
    'See [Figure 6.2](/layer/#two-roads). [Chapter 5](/layer/#backprop) [too](/layer/#eq-3), [here](/sub/slope/).',
  )
  expect(convert('<Erratum number={6}>\n\nMore.\n\n</Erratum>')).toBe(
    '> **Erratum 6 of the handout, Section 2.**\n>\n> **Printed:** slip 6\n>\n> More.',
  )
})

test('a prediction has its question, its options, and its answer', () => {
  const options = "options={['{y.1.1}', 'All']} answer={1}"
  expect(convert(`<Predict id="p" question="Which of {dx}?" ${options}>\n\nBecause.\n\n</Predict>`)).toBe(
    '**Predict.** Which of ∂L/∂x?\n\n- y\\[1,1]\n- All\n\n**Answer.** All.\n\nBecause.',
  )
})

test.each(chapters)('%s as Markdown has its headings, and nothing of MDX', (file) => {
  const mdx = readFileSync(file, 'utf8')
  const markdown = convert(mdx)
  expect(markdown.match(/^## .+$/gm)?.length).toBe(mdx.match(/^## .+$/gm)?.length)
  const prose = markdown.replace(/```[^]*?```|\$\$[^]*?\$\$|\$[^$\n]*\$|`[^`\n]*`/g, '')
  expect(prose).not.toMatch(/(?<!\\)<\/?[A-Z]|^import |\{\[|\\dLd/m)
})
