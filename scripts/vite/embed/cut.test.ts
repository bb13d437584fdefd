import { expect, test } from 'vitest'
import { embedsOf, embedsOfAll, withLinksOut } from './cut'

const props = (id: string, more = {}) => JSON.stringify({ id, ...more }).replace(/"/g, '&quot;')
const island = (id: string, inside: string, number?: string) =>
  `<div class="island" data-island="w" data-props="${props(id, number === undefined ? {} : { number })}">${inside}</div>`

const html = `<main><p>Text.</p><section aria-label="Prediction: Which?" class="predict" id="p" data-predict="1" data-locks="f"><a href="#f">Figure 6.1</a></section>
<p>More text.</p>${island('f', '<figure id="f"><div><div>deep</div></div><a href="#eq-1">(1)</a></figure>', '6.1')}
<section aria-label="Exercise: The bias" class="exercise"><p>Give it.</p>${island('q1', '<div id="q1"></div>')}<p>And?</p>${island('q2', '<div id="q2"></div>')}${island('w', '<figure id="w"></figure>', '6.2')}</section></main>`
const page = { path: '/layer/', title: 'The layer', html }
const names = new Map([
  ['layer/#f', 'Figure 6.1 Walk'],
  ['layer/#w', 'Figure 6.2 Work'],
])
const embeds = embedsOf(page, names, '/sub/')
const by = (id: string) => embeds.find((embed) => embed.id === id)

test('figures, questions and predictions stand alone, each at its id', () => {
  expect(embeds.map(({ id }) => id)).toEqual(['p', 'f', 'q1', 'q2', 'w'])
  expect(by('f')).toMatchObject({ title: 'Figure 6.1 Walk', home: '/sub/layer/#f' })
})

test('a figure brings the prediction that it waits for, and no text of the chapter', () => {
  expect(by('f')?.html).toMatch(/^<section .*data-locks="f".*<\/section><div class="island".*<\/div>$/)
  expect(by('f')?.html).not.toContain('ext.')
  expect(by('p')?.html).toMatch(/^<section .*<\/section>$/)
})

test('a question brings its exercise; a figure that follows it there is something alone', () => {
  for (const id of ['q1', 'q2']) {
    expect(by(id)?.html).toMatch(/^<section .*Give it.*And\?.*<\/section>$/s)
    expect(by(id)?.title).toBe('Exercise: The bias')
  }
  expect(by('w')?.html).toMatch(/^<div class="island"[^>]*><figure id="w"><\/figure><\/div>$/)
})

test('what leads out leads to the book, in a tab of its own', () => {
  expect(by('f')?.html).toContain('<a href="/sub/layer/#eq-1" target="_blank" rel="noopener">')
  // The figure came along.
  expect(by('f')?.html).toContain('<a href="#f">')
  expect(by('p')?.html).toContain('<a href="/sub/layer/#f" target="_blank"')
  expect(withLinksOut('<i id="a"></i><a class="b" href="#a?v=1">', '/x/')).not.toContain('_blank')
})

test('an id on two pages stops the build, and so does a tag that never closes', () => {
  expect(() => embedsOfAll([page, { ...page, path: '/other/' }], names, '/')).toThrow(
    'two things of the book are called “p”: /layer/#p and /other/#p',
  )
  expect(() => embedsOf({ ...page, html: '<section class="exercise"><p>' }, names, '/')).toThrow(
    'never closes',
  )
})
