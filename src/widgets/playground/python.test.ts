import { spawnSync } from 'node:child_process'
import { describe, expect, it, test } from 'vitest'
import { nth } from '@/autodiff'
import { passes } from '@/derive'
import { programs } from '@/topics/programs/programs'
import { calls } from './calls'
import { model } from './model'
import { startOf } from './state'
import { gradientCheck, programText, unspeakable } from './python'
import { passSays } from './words'

/** Runs programs, each by itself, and gives what each printed. */
const harness = `
import contextlib, io, json, sys, warnings
warnings.simplefilter('error')
out = []
for text in json.load(sys.stdin):
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(text, {})
    out.append(printed.getvalue())
print(json.dumps(out))
`
function runPython(texts: string[]): string[] {
  const { stdout, stderr } = spawnSync('python3', ['-c', harness], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
  })
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout) as string[]
}
/** Which of the libraries this machine has. */
const look = 'import importlib.util as u; print(*[n for n in ("numpy", "torch", "jax") if u.find_spec(n)])'
const installed = (spawnSync('python3', ['-c', look], { encoding: 'utf8' }).stdout ?? '').split(/\s+/)

const sceneOf = (program: string) => model({ ...startOf(program), seed: 3, panel: 'code' })

const textOf = (language: 'numpy' | 'torch' | 'jax', program: string): string => {
  const { layer, inputs, arriving } = sceneOf(program)
  if (!layer || !arriving) throw new Error('the layer could not be computed')
  return programText(language, layer, passes(layer), { inputs, arriving })
}

const longer = { timeout: 120_000 }
const all = programs.map(({ text }) => text)

it.skipIf(!installed.includes('numpy'))('runs in NumPy as it stands, and its check holds', longer, () => {
  const said = runPython(all.map((text) => textOf('numpy', text)))
  for (const [k, text] of all.entries()) {
    const differences = [...nth(said, k).matchAll(/differs by at most (\S+)/g)].map(([, value]) =>
      Number(value),
    )
    expect(differences, text).toHaveLength(sceneOf(text).layer?.inputs.length ?? 0)
    expect(Math.max(...differences), text).toBeLessThan(1e-5)
  }
})

for (const language of ['torch', 'jax'] as const)
  it.skipIf(!installed.includes(language))(`agrees with ${language}`, longer, () => {
    for (const said of runPython(all.map((text) => textOf(language, text)))) {
      expect(said).toMatch(/True/)
      expect(said).not.toMatch(/False/)
    }
  })

test('the check to copy has ten lines', () => {
  const { layer } = sceneOf('x: N\ny = x * x')
  expect(layer && gradientCheck(layer)).toHaveLength(10)
})

test('a name that Python cannot have is told', () => {
  expect(unspeakable(['x', 'lambda'])).toBe('lambda')
  expect(unspeakable(['x′'])).toBe('x′')
  expect(unspeakable(['σ', 'w1'])).toBeUndefined()
})

describe('a backward pass of the reader’s', () => {
  const source = 'x: N×D\nw: D×M\nb: M\ns = x @ w + b\ny = relu(s)'
  const judged = (...lines: string[]) => calls.verdicts({ source, lines })
  const kinds = (...lines: string[]) => judged(...lines).map(({ verdict }) => verdict?.kind)

  it('is right in the book’s, NumPy’s and PyTorch’s spelling, by way of gradients of steps', () => {
    const lines = [
      'import numpy as np',
      'def backward(dy):',
      '    ds = dy * (s > 0)   # the mask of the forward pass',
      '    dx = ds @ w.T;',
      '    dw = torch.matmul(x.t(), ds)',
      '    db = np.sum(ds, axis=0)',
      '    return dx, dw, db',
    ]
    expect(kinds(...lines)).toEqual([undefined, undefined, 'right', 'right', 'right', 'right', undefined])
    expect(passSays(judged(...lines), ['dx', 'dw', 'db'])).toMatch(/Your backward pass is right/)
  })

  it('says what is still wanted', () => {
    expect(passSays(judged('dx = (dy * (s > 0)) @ w.T'), ['dx', 'dw', 'db'])).toMatch(
      /Still wanted: dw and db/,
    )
    expect(passSays(judged(''), ['dx'])).toMatch(/Wanted: dx/)
  })

  it.each([
    ['ds = dy', 'value'],
    ['dw = ds @ x', 'shape'],
    ['dw = x @ ds', 'layout'],
    ['db = ds', 'lost sum'],
    ['dx = -ds @ w.T', 'factor'],
    ['dq = ds', 'wrong name'],
  ])('%s is not: %s', (line, kind) => {
    const lines = judged('ds = dy * (s > 0)', line)
    const { verdict } = nth(lines, 1)
    expect(verdict?.says.length).toBeGreaterThan(10)
    expect(verdict?.kind).toBe(kind)
    expect(passSays(lines, ['dx'])).toMatch(/^Line 2 is the first that is wrong/)
  })
})
