import { expect, test } from 'vitest'
import { optionsOf, sheet } from './options'
import { leads, publicHome, renamed } from './refer'

const paths = ['/slope/', '/linear-layer/']
const home = new URL('https://book.example/sub/')

test('an address asks for the whole book, with answers at its end, or for a chapter without', () => {
  expect(optionsOf('', paths)).toBeUndefined()
  expect(optionsOf('?chapter=all', paths)).toEqual({
    chapters: paths,
    hints: false,
    answers: 'end',
    paper: 'A4',
  })
  expect(optionsOf('?chapter=slope&hints=yes&answers=here&paper=letter', paths)).toEqual({
    chapters: ['/slope/'],
    hints: true,
    answers: 'here',
    paper: 'Letter',
  })
  expect(optionsOf('?chapter=slope&answers=perhaps', paths)).toMatchObject({ answers: 'none' })
  expect(optionsOf('?chapter=slop', paths)).toEqual({
    problem: 'There is no chapter “slop”. There are slope, linear-layer, and all.',
  })
})

test('the sheet has the size that was asked for', () => {
  expect(sheet({ chapters: [], hints: false, answers: 'none', paper: 'Letter' })).toContain('size: Letter;')
})

test.each([
  ['id', 'eq-1', 'slope-eq-1'],
  ['aria-labelledby', 'i0-0 i0-1', 'slope-i0-0 slope-i0-1'],
  ['fill', 'url(#i3-hatch)', 'url(#slope-i3-hatch)'],
  ['class', 'eq-1', undefined],
  ['id', '', undefined],
])('%s="%s" in the chapter on slopes is %s', (attribute, value, expected) => {
  expect(renamed(attribute, value, 'slope')).toBe(expected)
})

test.each([
  ['#eq-1', { href: '#slope-eq-1' }],
  ['#nudge?v=1&x=2', { href: '#slope-nudge' }],
  ['/sub/linear-layer/', { href: '#linear-layer' }],
  ['/sub/linear-layer/#two-roads', { href: '#linear-layer-two-roads' }],
  ['/sub/errata/', { href: 'https://book.example/sub/errata/', note: 'https://book.example/sub/errata/' }],
  ['/', { href: 'https://book.example/', note: 'https://book.example/' }],
  ['https://x.example/a', { href: 'https://x.example/a', note: 'https://x.example/a' }],
])('a link to %s', (href, expected) => {
  expect(leads(href, 'slope', paths, home, home.href)).toEqual(expected)
})

test('a note has the address by which readers know the book', () => {
  const known = publicHome(new URL('http://127.0.0.1:4173/'), 'https://book.example/sub/print/')
  expect(leads('/errata/', 'slope', paths, new URL('http://127.0.0.1:4173/'), known).note).toBe(
    'https://book.example/sub/errata/',
  )
  expect(publicHome(new URL('http://localhost:1/'), undefined)).toBe('/')
  expect(publicHome(home, undefined)).toBe('https://book.example/sub/')
})
