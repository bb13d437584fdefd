import { nth } from '@/autodiff'
import { spawnSync } from 'node:child_process'
import { transformWithOxc } from 'vite'
import { describe, expect, it } from 'vitest'
import * as core from '@/autodiff'
import { handout, pass, resize, type Layer, type LossName, type Numbers } from '@/topics/linear-layer/model'
import { layerLetters, type LayerLetters } from '@/figure/pure'
import { laidIn } from './laid'
import { model, type Language } from './model'
import { toText } from './tokens'

const awkward: Layer = {
  ...resize(handout, { N: 2, D: 3, M: 2 }),
  x: [
    [0.1 + 0.2, -1e-7, 1e6],
    [-0, 1 / 3, -2.5],
  ],
}
const layers = [handout, resize(handout, { N: 4, D: 4, M: 4 }), awkward].flatMap((of) =>
  (['weighted', 'squared', 'softmax'] satisfies LossName[]).map((loss): Layer => ({ ...of, loss })),
)
const programOf = (of: Layer, language: Language, letters: LayerLetters = 'handout') =>
  toText(model(of, language, letters).program)
/** A program of other letters with the book's names, so that its answers can be read; w is no name in it. */
const renamed = (program: string) => program.replace(/\bdW(Too|_too)?\b/g, 'dw$1').replace(/\bW\b/g, 'w')
/** What a program of other letters gives, laid as the handout has it. */
const laid = (found: Answer | undefined, letters: LayerLetters): Answer | undefined => {
  if (!found) return undefined
  const { own } = laidIn(letters)
  const back = (of: 'x' | 'w' | 'y', values: Numbers) => own(of, values).map((row) => [...row])
  return {
    L: found.L,
    y: back('y', found.y),
    dy: back('y', found.dy),
    dx: back('x', found.dx),
    dw: back('w', found.dw),
  }
}

/** Runs a TypeScript program as its reader would, save that its import comes from here. */
async function runTypeScript(text: string): Promise<Record<string, core.Tensor>> {
  const [imports = '', used] = /^import \{([^}]*)type Tensor,\s*\} from '.\/autodiff'/.exec(text) ?? []
  const { code } = await transformWithOxc(text.slice(imports.length), 'layer.ts', { sourcemap: false })
  const found = 'return { y, L, dy, dx, dw, dxToo, dwToo }'
  // oxlint-disable-next-line typescript/no-implied-eval -- the test is that this text runs
  const run = new Function('core', 'console', `const { ${used} } = core\n${code}\n${found}`)
  return run(core, { log: () => undefined }) as Record<string, core.Tensor>
}

/** Runs Python programs, each by itself, and reads what they assigned and printed. */
const harness = `
import contextlib, io, json, sys
out = []
for text in json.load(sys.stdin):
    scope, printed = {}, io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(text, scope)
    found = {name: scope[name].tolist() for name in ("y", "L", "dy", "dx", "dw")}
    out.append({**found, "printed": printed.getvalue()})
print(json.dumps(out))
`
function runPython(texts: string[]): (Answer & { printed: string })[] {
  const { stdout, stderr } = spawnSync('python3', ['-c', harness], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
  })
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout) as (Answer & { printed: string })[]
}

/** Which of the libraries this machine has. */
const look = 'import importlib.util as u; print(*[n for n in ("numpy", "torch", "jax") if u.find_spec(n)])'
const installed = (spawnSync('python3', ['-c', look], { encoding: 'utf8' }).stdout ?? '').split(/\s+/)

type Answer = { y: number[][]; L: number; dy: number[][]; dx: number[][]; dw: number[][] }

/** The largest difference, as a share of the largest number: libraries add up in other orders. */
function apart(found: Answer | undefined, wanted: Answer): number {
  const gap = (name: keyof Answer) => {
    const [a, b] = [[found?.[name] ?? []].flat(2), [wanted[name]].flat(2)]
    if (a.length !== b.length) return Infinity
    return Math.max(...b.map((value, k) => Math.abs(nth(a, k) - value))) / Math.max(1, ...b.map(Math.abs))
  }
  return Math.max(gap('y'), gap('L'), gap('dy'), gap('dx'), gap('dw'))
}

describe('a program runs as it stands and gives the numbers of the core', () => {
  it('in TypeScript', async () => {
    for (const [of, letters] of layers.flatMap((one) => layerLetters.map((name) => [one, name] as const))) {
      const found = await runTypeScript(renamed(programOf(of, 'typescript', letters)))
      const rows = (name: string) => found[name]?.toArray() as number[][]
      const byHand = {
        y: rows('y'),
        L: found.L?.item() ?? NaN,
        dy: rows('dy'),
        dx: rows('dx'),
        dw: rows('dw'),
      }
      expect(apart(laid(byHand, letters), pass(of)), letters).toBeLessThan(1e-14)
      const too = { ...byHand, dx: rows('dxToo'), dw: rows('dwToo') }
      expect(apart(laid(too, letters), pass(of)), letters).toBeLessThan(1e-14)
    }
  })

  for (const language of ['numpy', 'torch', 'jax'] as const)
    it.skipIf(!installed.includes(language))(`in Python, with ${language}`, { timeout: 120_000 }, () => {
      for (const letters of layerLetters) {
        const answers = runPython(layers.map((of) => renamed(programOf(of, language, letters))))
        for (const [k, of] of layers.entries())
          expect(apart(laid(answers[k], letters), pass(of)), letters).toBeLessThan(1e-12)
      }
      const found = runPython(layers.map((of) => programOf(of, language)))
      for (const [k, of] of layers.entries()) {
        expect(apart(found[k], pass(of))).toBeLessThan(1e-12)
        // A number is printed as the comment beside it says, not with what rounding left of it.
        const told = /^print\('%\.10g' % L\) {2}# (.*)$/m.exec(programOf(of, language))?.[1]
        expect(found[k]?.printed.split('\n')).toContain(told)
        // What the library's own backward pass says of the one by hand.
        if (language !== 'numpy') expect(found[k]?.printed).toContain('True True')
      }
    })
})
