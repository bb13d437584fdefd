import { expect, test } from 'vitest'
import type { TexNode } from '../../src/figure/formula/typeset.ts'
import { texTree } from './compileTex.ts'

const drawings = (node: TexNode): string[] =>
  typeof node !== 'object'
    ? []
    : Array.isArray(node)
      ? node.slice(2).flatMap((child) => drawings(child as TexNode))
      : [node.path]

test('what no font has is drawn in figures too: tall bars, norms, roots', () => {
  expect(drawings(texTree(String.raw`\Bigl|\,\slot{0}\,\Bigr|`))).toHaveLength(2)
  expect(drawings(texTree(String.raw`\Bigl\|\frac{a}{b}\Bigr\|`))).toHaveLength(2)
  expect(drawings(texTree(String.raw`\sqrt{x}`))).toHaveLength(1)
  expect(drawings(texTree(String.raw`\Bigl(\frac{a}{b}\Bigr)`))).toEqual([])
})
