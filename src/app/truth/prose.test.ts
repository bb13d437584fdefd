import { expect, test } from 'vitest'
import { sumsIn } from './sums'

const chapters = import.meta.glob<string>(['/content/*/index.mdx', '/content/teach/*/*.mdx'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

const raised = (digits: string) => digits.replace(/\d/g, (c) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(c)] ?? c)

/** A formula as a line of text; what is set above or below something else is no part of a line. */
const lineOf = (tex: string) =>
  tex
    .replace(/\\htmlClass\{\w+\}/g, '')
    .replace(/\\(?:tfrac|frac|sqrt|sum|begin|end|text)\b/g, ' ⌁ ')
    .replace(/\\cdot\b/g, ' · ')
    .replace(/\\approx\b/g, ' ≈ ')
    .replace(/\\(?:,|;|:|!|quad|left|right|bigl|bigr|Bigl|Bigr)(?![a-zA-Z])/g, ' ')
    .replace(/(\d)\{,\}(?=\d)/g, '$1,')
    .replace(/(\d)\^(?:\{(\d+)\}|(\d))/g, (_, base: string, many = '', one = '') => base + raised(many + one))
    .replace(/-/g, '−')
    .replace(/[_^&{}\\]/g, ' ⌁ ')

test.each(Object.entries(chapters))('every sum that %s works out is right', (_, source) => {
  const formulas = [...source.matchAll(/\$\$([\s\S]*?)\$\$|\$([^$\n]+)\$/g)].map(([, block, inline]) =>
    lineOf(block ?? inline ?? ''),
  )
  const words = source.replace(/\$\$[\s\S]*?\$\$|\$[^$\n]+\$|<[^>]*>|`[^`]*`/g, ' ⌁ ').split('\n')
  const sums = [...formulas, ...words].flatMap(sumsIn)
  expect(sums.filter(({ holds }) => !holds).map(({ text }) => text)).toEqual([])
})

test('there are some', () => {
  const all = Object.values(chapters).flatMap((source) =>
    [...source.matchAll(/\$([^$\n]+)\$/g)].flatMap(([, inline = '']) => sumsIn(lineOf(inline))),
  )
  expect(all.length).toBeGreaterThan(5)
})
