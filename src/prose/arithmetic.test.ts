import { readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { describe, expect, it } from 'vitest'
import { parse } from '@/autodiff'

/** TeX as the book's own expressions are written; undefined where letters are left. */
function plain(tex: string): string | undefined {
  const text = tex
    .replaceAll('{,}', '')
    .replaceAll(/\\[,;!]|\\quad|\\;|&/g, ' ')
    .replaceAll('\\cdot', '*')
    .replaceAll(/\\t?frac(?:\{(\d+)\}\{(\d+)\}|(\d)(\d))/g, '(($1$3)/($2$4))')
    .replaceAll(/\^\{([^{}]*)\}/g, '^($1)')
    .replace(/[.,]\s*$/, '')
    .trim()
  return /^[\d\s.+*/^()-]+$/.test(text) && /\d/.test(text) ? text : undefined
}

const value = (tex: string): number | undefined => {
  const text = plain(tex)
  return text === undefined ? undefined : parse(text, { names: [] }).f({}).item()
}

/** Half a unit in the last digit that a number is printed with. */
const rounding = (tex: string) => 0.5 * 10 ** -(/\.(\d+)[.,\s]*$/.exec(tex.trim())?.[1]?.length ?? 0)

type Claim = { left: string; sign: string; right: string }

/** The equations between numbers alone that a page prints. */
function claimsIn(mdx: string): Claim[] {
  const formulas = [...mdx.matchAll(/\$\$([^$]+)\$\$|\$([^$\n]+)\$/g)].map(
    ([, block, line]) => block ?? line ?? '',
  )
  return formulas.flatMap((formula) => {
    const parts = formula.split(/(=|\\approx)/)
    return parts.flatMap((left, i): Claim[] => {
      const [sign, right] = [parts[i + 1], parts[i + 2]]
      if (i % 2 || sign === undefined || right === undefined) return []
      return value(left) === undefined || value(right) === undefined ? [] : [{ left, sign, right }]
    })
  })
}

const holds = ({ left, sign, right }: Claim) => {
  const [a, b] = [value(left) ?? NaN, value(right) ?? NaN]
  return (
    Math.abs(a - b) <=
    (sign === '=' ? 1e-9 * Math.max(1, Math.abs(a)) : Math.max(rounding(right), 0.02 * Math.abs(a)))
  )
}

describe('arithmetic in the text', () => {
  const pages = globSync('content/**/*.mdx').map((file) => ({
    file,
    claims: claimsIn(readFileSync(file, 'utf8')),
  }))

  it('is there to be checked', () =>
    expect(pages.reduce((sum, { claims }) => sum + claims.length, 0)).toBeGreaterThan(20))

  it('is right', () =>
    expect(
      pages.flatMap(({ file, claims }) =>
        claims
          .filter((claim) => !holds(claim))
          .map(({ left, sign, right }) => `${file}: ${left}${sign}${right}`),
      ),
    ).toEqual([]))
})
