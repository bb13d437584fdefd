import { expect, it } from 'vitest'
import { classesIn, withoutUnused } from './unused.ts'

const classes = classesIn(['<span class="katex"><span class="mord mathnormal">x'], ['["mspace k1",0]'])

it('of KaTeX’s rules those stay whose classes the book names, in pages or in scripts', () => {
  const css = '.katex .mathnormal,.katex .mathit{a:b}.katex .mspace{c:d}.katex .mathbf{e:f}'
  expect(withoutUnused(css, classes)).toBe('.katex .mathnormal{a:b}.katex .mspace{c:d}')
})

it('all others stay as they are, also where a comma parts no selectors', () => {
  const css = '@media print{:is(h1,.never) p,.never{a:b}.katex .never{c:d}}'
  expect(withoutUnused(css, classes)).toBe('@media print{:is(h1,.never) p,.never{a:b}}')
})

it('a class that stands for a style of KaTeX’s stays where the page or its scripts name it', () => {
  const css = '.kAb3dE{a:b!important}.kZZZZZ{c:d!important}.known{e:f}'
  expect(withoutUnused(css, classesIn(['<span class="mord kAb3dE">'], []))).toBe(
    '.kAb3dE{a:b!important}.known{e:f}',
  )
})
