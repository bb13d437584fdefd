import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { nth, tensor, type Tensor } from '@/autodiff'
import { evaluate } from '@/derive'
import { programOf } from '@/topics/programs/programs'
import { draw } from './draw'

// The listings of the chapter of today's layers, run as they stand.

const chapter = readFileSync('content/08-modern-layers/index.mdx', 'utf8')
const at = (name: string, inputs: Record<string, Tensor>, dy: Tensor) =>
  evaluate(programOf(name).text, inputs, dy)

const code = [...chapter.matchAll(/```python\n([^]*?)```/g)].map(([, text = '']) => text)

/** What stands before each listing, which names it makes, and what those are by the core. */
const listings = (seed: number) => {
  const [N, M, D, P] = [2, 3, 4, 5]
  const [x, dy] = [draw(seed, [N, D]), draw(seed + 1, [N, D])]
  const w = draw(seed + 2, [D, D])
  const [Q, K, V] = [draw(seed, [N, D]), draw(seed + 1, [M, D]), draw(seed + 2, [M, P])]
  const dv = draw(seed + 3, [N, P])
  const E = draw(seed, [4, D])
  const ids = [1, 3, 1]
  const t = tensor(ids.map((id) => [0, 1, 2, 3].map((v) => Number(v === id))))
  const de = draw(seed + 1, [3, D])
  const [u, v, du] = [draw(seed, [5]), draw(seed + 1, [3]), draw(seed + 2, [3])]
  const said = (given: object, name: string, inputs: Record<string, Tensor>, arriving: Tensor, made: string[]) => ({
    given,
    made: made.map((each) => [each, at(name, inputs, arriving).value(each).toArray()] as const),
  })
  return [
    said({ x: x.toArray(), w: w.toArray(), dy: dy.toArray() }, 'residual', { x, w }, dy, ['y', 'dx', 'dw']),
    said({ x: x.toArray(), dy: dy.toArray() }, 'plain-layer-norm', { x }, dy, ['y', 'dx']),
    said({ Q: Q.toArray(), K: K.toArray(), V: V.toArray(), dy: dv.toArray(), D }, 'attention', { Q, K, V }, dv, ['y', 'dQ', 'dK', 'dV']),
    said({ E: E.toArray(), ids, dy: de.toArray() }, 'embedding', { t, E }, de, ['y', 'dE']),
    said({ x: u.toArray(), w: v.toArray(), dy: du.toArray() }, 'filter', { x: u, w: v }, du, ['dw', 'dx']),
  ]
} // prettier-ignore

const harness = `
import json, sys
import numpy as np
out = []
for text, given, made in json.load(sys.stdin):
    scope = {"np": np, **{k: np.array(v) if isinstance(v, list) else v for k, v in given.items()}}
    exec(text, scope)
    out.append([scope[name].tolist() for name in made])
print(json.dumps(out))
`
const python = (tasks: readonly (readonly [string, object, readonly string[]])[]) => {
  const { stdout, stderr } = spawnSync('python3', ['-c', harness], { input: JSON.stringify(tasks), encoding: 'utf8' })
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout) as (number | number[] | number[][])[][]
} // prettier-ignore
const hasNumpy = spawnSync('python3', ['-c', 'import numpy']).status === 0

describe('the code of the chapter', () => {
  test('stands there for each of the five layers', () => expect(code).toHaveLength(listings(1).length))

  test.skipIf(!hasNumpy)('runs, and gives what the core gives', () => {
    const said = listings(5)
    const found = python(
      said.map(({ given, made }, k) => [nth(code, k), given, made.map(([name]) => name)] as const),
    )
    said.forEach(({ made }, k) =>
      made.forEach(([name, value], i) => {
        const [a, b] = [[found[k]?.[i]].flat(2) as number[], [value].flat(2) as number[]]
        expect(a.length, `${k} ${name}`).toBe(b.length)
        b.forEach((entry, j) => expect(a[j], `${k} ${name}`).toBeCloseTo(entry, 9))
      }),
    )
  })

  test.skipIf(!hasNumpy)('with += in place of add.at, a row keeps the last of what arrives alone', () => {
    const dy = [[1, 2], [3, 4], [5, 6]] // prettier-ignore
    const text = 'dE = np.zeros((4, 2))\ndE[ids] += dy'
    expect(python([[text, { ids: [1, 3, 1], dy }, ['dE']]])[0]?.[0]).toEqual([[0, 0], [5, 6], [0, 0], [3, 4]]) // prettier-ignore
  })
})
