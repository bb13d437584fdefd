import { expect, test } from 'vitest'
import { entriesOf, symbolEntries } from './entries'

const html = `<header><p>not here</p></header><main id="text"><h1>Layer</h1><p>Before all.</p>
<div class="part"><div class="headed"><h2 id="on-one">One <span class="katex"><span class="katex-mathml"><math><mfrac><mi>a</mi><mi>b</mi></mfrac></math></span><span class="katex-html">ba</span></span></h2><a class="anchor">#</a></div>
<p>Read <b>this</b>.</p>
<div class="equation" id="eq-8"><div class="scroll"><math><msub><mi>x</mi><mn>1</mn></msub></math></div><a class="eqno">(8)</a></div>
<div class="definition"><dfn>slice</dfn><p>one entry held</p></div>
<section class="predict" id="p1" aria-label="Prediction: Which?"><p>Which?</p><details class="fold"><p>secret</p></details></section>
<section class="exercise" aria-label="Exercise: The bias"><p class="tag">Exercise</p><p>Give it.</p><div class="question" id="q1"></div><details class="fold solution"><p>secret</p></details></section>
<figure id="f1"><p class="figure-title"><b>Figure 6.1</b> <span>Walk to <span aria-hidden="true"><span class="katex-html">xL</span></span><span class="visually-hidden">d L by d x</span></span></p><p class="says">It says.</p><div role="grid">1 2</div><button>Reset</button><figcaption>The caption.</figcaption></figure>
</div></main>`

const entries = entriesOf({ path: '/layer/', title: 'The layer', number: 6, summary: 'What it does.', html })
const by = (kind: string) => entries.filter((entry) => entry.kind === kind)

test('a page is found by what stands before its first section, and by its summary', () => {
  expect(by('page')).toMatchObject([
    { name: '6 · The layer', to: 'layer/', text: 'What it does. Before all.' },
  ])
})

test('a section, an equation, a definition, a figure and an exercise are found where they stand', () => {
  expect(by('section')).toMatchObject([{ name: 'One a/b', to: 'layer/#on-one', text: 'Read this.' }])
  expect(by('equation')).toMatchObject([{ name: 'Equation 8', to: 'layer/#eq-8', text: 'x_1' }])
  expect(by('definition')).toMatchObject([{ name: 'slice', to: 'layer/#on-one', text: 'one entry held' }])
  expect(by('figure')).toMatchObject([
    { name: 'Figure 6.1 Walk to ∂L/∂x', to: 'layer/#f1', text: 'It says. The caption.' },
  ])
  expect(by('exercise').map(({ to }) => to)).toEqual(['layer/#p1', 'layer/#q1'])
})

test('no answer is found, and nothing that is said twice', () => {
  const all = JSON.stringify(entries)
  for (const unread of ['secret', 'Reset', 'ba', 'not here', '1 2']) expect(all).not.toContain(unread)
})

test('a page without a text stops the build', () => {
  expect(() => entriesOf({ path: '/x/', title: '', summary: '', html: '<p>' })).toThrow('/x/: no <main>')
})

test('a symbol is found once, with each of its meanings', () => {
  const senses: [number, string, string, string, string, string][] = [
    [0, 'input', 'N×D', 'what goes in', '/layer/#on-one', 'Chapter 6, One'],
  ]
  const found = symbolEntries({
    symbols: { x: { text: 'x', hue: 'x', senses }, X: { text: 'x', hue: 'x', senses } },
  })
  expect(found).toMatchObject([{ kind: 'symbol', name: 'x: input', to: 'layer/#on-one' }])
})
