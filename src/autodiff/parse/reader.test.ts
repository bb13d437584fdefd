import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse, ParseError, print, type Ast } from './index.ts'

/** What a tree means, without the places of its parts. */
const meant = (ast: Ast): string =>
  JSON.stringify(ast, (key, inner: unknown) =>
    key === 'span' || key === 'text' ? undefined : inner instanceof Map ? [...inner] : inner,
  )

/** Pieces of all that readers write, in any order. */
const pieces = fc.constantFrom(
  ...'x,w1,dy,dout,dL/dy,2,.5,½,1ᵀ,sin,sum,max,cot,log,np.,torch.,.sum(0),.T,.t(),.dot(,cosh(,(,),[,],+,-,*,@,^,ᵀ,²,⁻¹,ⁿ,:,=, ,·,$,√,|,<,>=,^T,xe,2xy,\\frac,{,},\\cdot,\\top,_1,_{2},\u200b,\u2062,0,5,１,𝑥'.split(
    ',',
  ),
  ',',
  "einsum('ij,jk->ik', ",
  '1,5',
)
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
)
const lists = [undefined, ['x', 'w1', 'dy', 'N'], ['x', 'y', 'e'], []]

test('any text is read, the same again in the book’s spelling, or refused with a ParseError inside the text', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom(...lists), fc.boolean(), (text, names, numbers) => {
      try {
        const { source, ast, respelled } = parse(text, { names, numbers })
        const again = parse(source, { names, numbers })
        expect(meant(again.ast), source).toBe(meant(ast))
        if (respelled) expect(again.respelled, source).toBe(false)
      } catch (thrown) {
        expect(thrown, String((thrown as Error).stack)).toBeInstanceOf(ParseError)
        const { span, suggestions } = thrown as ParseError
        expect(span[0]).toBeLessThanOrEqual(text.length)
        expect(span[1]).toBeGreaterThanOrEqual(span[0])
        for (const suggestion of suggestions) expect(suggestion).not.toBe(text)
      }
    }),
    { numRuns: 2000 },
  )
})

test('no text takes long, however it repeats or nests', () => {
  const unit = fc.array(pieces, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''))
  const nested = [
    'cosh(',
    'sin ',
    '√',
    '|',
    '(0<',
    '\\frac{x}{',
    'sin(x)^',
    'x>=(',
    'cosh(cosh(',
    '-',
    'x.T.sum(',
    '[',
  ]
  const long = fc.tuple(fc.oneof(unit, fc.constantFrom(...nested)), fc.nat(4000)).map(([text, length]) => {
    const times = Math.floor(length / text.length)
    return `${text.repeat(times)}x${')'.repeat(times)}`.slice(0, 4000)
  })
  fc.assert(
    fc.property(long, fc.constantFrom(...lists), (text, names) => {
      try {
        expect(parse(text, { names }).source.length).toBeLessThan(40_000)
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(ParseError)
      }
    }),
    { numRuns: 100 },
  )
}, 60_000)

const atoms = fc.constantFrom('x', 'w1', '2', '0.5', 'pi', 'e', 'dy')
const formulas = fc.letrec<{ formula: string }>((tie) => ({
  formula: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    atoms,
    fc
      .tuple(
        tie('formula'),
        fc.constantFrom('+', '-', '*', '/', '@', '·', ' ', '^', '>', '<'),
        tie('formula'),
      )
      .map(([a, sign, b]) => `(${a})${sign}(${b})`),
    tie('formula').map((a) => `-(${a})`),
    tie('formula').map((a) => `(${a})ᵀ`),
    tie('formula').map((a) => `(${a})²`),
    tie('formula').map((a) => `sin(${a})`),
    tie('formula').map((a) => `sum(${a}, axis=0)`),
    tie('formula').map((a) => `(${a})[0, 1:]`),
    fc.tuple(tie('formula'), tie('formula')).map(([a, b]) => `[${a}, ${b}]`),
    fc.tuple(tie('formula'), tie('formula')).map(([a, b]) => `concat([${a}, ${b}], axis=1)`),
  ),
})).formula

test('what is printed is read as the same tree, and is the book’s spelling', () => {
  fc.assert(
    fc.property(formulas, (text) => {
      const { ast } = parse(text, { names: ['x', 'w1', 'dy'] })
      const again = parse(print(ast), { names: ['x', 'w1', 'dy'] })
      expect(meant(again.ast), print(ast)).toBe(meant(ast))
      expect(again.respelled, print(ast)).toBe(false)
    }),
    { numRuns: 1000 },
  )
})
