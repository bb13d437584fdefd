import { describe, expect, it } from 'vitest'
import { texOf } from '@/autodiff'
import { derive } from '@/derive'
import { pictures } from './pictures'
import { programOf, programs } from '@/topics/programs/programs'
import { asTex, asText, lit, model, withNext, type State } from './model'
import { sentence } from './words'

const linear = programOf('linear')
const start: State = { layer: linear.text, of: 'w', lines: '', letter: '', wires: 'no' }
const whole = (state: State) => {
  const scene = model(state)
  if (!scene.layer) throw new Error(scene.fault.sentence)
  return scene
}

describe('the workbench', () => {
  it('asks for a gradient of the shape of its input, before anything is written', () => {
    expect(sentence(model(start))).toMatch(
      /Given is .* of shape N\s×\sM\. Wanted is ∂L\/∂w, of shape D\s×\sM\./,
    )
    expect(whole(start).next?.text).toBe(derive(start.layer, 'w').lines[0]?.text)
  })

  it('tells by name of a convention in which a wrong line is right', () => {
    const says = (line: string, of = 'x') => whole({ ...start, of, lines: line }).rows[0]?.verdict?.says
    expect(says('dx = dy W')).toMatch(/^That is right for nn\.Linear/)
    expect(says('dx = Wᵀ dy')).toMatch(/^That is right for columns/)
    expect(says('dx = dy wᵀ')).not.toMatch(/That is right for/)
    expect(says('dx = dyᵀ w')).not.toMatch(/That is right for/)
    const nn = programOf('nn-linear')
    const there = whole({ ...start, layer: nn.text, of: 'x', lines: 'dx = dy wᵀ' })
    expect(there.rows[0]?.verdict?.says).toMatch(/^That is right for the handout/)
  })

  it('takes entries and matrices, and knows when it is done', () => {
    for (const line of ['dw = xᵀ dy', 'dw = x.T @ dy', '∂L/∂w = xᵀ dy']) {
      const scene = whole({ ...start, lines: `dw[d,m] = Σ_n dy[n,m] x[n,d]\n${line}` })
      expect(
        scene.rows.map(({ verdict }) => verdict?.kind),
        line,
      ).toEqual(['right', 'right'])
      expect(scene.finished, line).toBe(true)
    }
    const long = whole({ ...start, lines: 'dw[d,m] = Σ_n dy[n,m] x[n,d]' })
    expect(long.shorter).toBe('dw = xᵀ dy')
    expect(sentence(long)).toMatch(/It has a shorter form/)
    expect(whole({ ...start, lines: 'dw[d,m] = Σ_n Σ_i dy[n,i] ∂y[n,i]/∂w[d,m]' }).finished).toBe(false)
  })

  it('names the first line that is false, and judges on', () => {
    const scene = whole({ ...start, lines: 'dw = x dy\ndw = xᵀ dy' })
    expect(scene.firstWrong).toBe(0)
    expect(scene.finished).toBe(false)
    expect(scene.rows[1]?.verdict?.kind).toBe('right')
    expect(sentence(scene)).toMatch(/^Line 1 is the one to look at: ./)
  })

  it('keeps empty lines, without a verdict', () => {
    const { rows } = whole({ ...start, lines: '\ndw = xᵀ dy\n' })
    expect(rows.map(({ verdict }) => verdict?.kind)).toEqual([undefined, 'right', undefined])
  })

  it('says which line of a layer cannot be read, and keeps what was written', () => {
    const scene = model({ ...start, layer: 'x: N×D\nw: D×M\ny = x ww', lines: 'dw = xᵀ dy' })
    expect(scene.layer).toBeUndefined()
    expect(sentence(scene)).toMatch(/^The layer cannot be read yet\. Line 3: .*ww/)
  })

  it('offers the whole text where a name is misspelt, in a line and in the layer', () => {
    const suggested = (lines: string) => whole({ ...start, lines }).rows.at(-1)?.suggestions
    expect(suggested('dw = xᵀ dy\n= xᵀ dyy')).toEqual(['= xᵀ dy'])
    expect(suggested('dw = rleu(xᵀ) dy   # so far')).toEqual(['dw = relu(xᵀ) dy   # so far'])
    expect(suggested('dw[d,m] = Σ_n dyy[n,m] x[n,d]')).toEqual(['dw[d,m] = Σ_n dy[n,m] x[n,d]'])
    expect(suggested('dw = x dy')).toEqual([])
    const { fault } = model({ ...start, layer: 'x: N×D\nw: D×M\ny = x ww   # the product' })
    expect(fault?.suggestions).toEqual(['x: N×D\nw: D×M\ny = x w   # the product'])
    expect(model({ ...start, layer: 'x: N×D\n  y = rleu(x)' }).fault?.suggestions).toEqual([
      'x: N×D\n  y = relu(x)',
    ])
  })

  it('asks for an input where a layer has none', () => {
    expect(sentence(model({ ...start, layer: '1e999' }))).toMatch(/no input to derive by/)
  })

  it('lights an index where it is one, and not where the letter is a name', () => {
    const set = (line: string, letter: string) => {
      const [row] = whole({ ...start, lines: line }).rows
      return row?.formula && texOf(lit(row.formula, letter))
    }
    expect(set('= Σ_n x[n,d] N', 'n')).toBe('= \\sum_{\\htmlClass{lit}{n}}x_{\\htmlClass{lit}{n},d} \\, N')
    expect(set('= x[n,d]', '')).toBe('= x_{n,d}')
  })

  it('gives all lines as TeX and as text', () => {
    const { rows } = whole({ ...start, lines: 'dw = x dy\ndw = xᵀ dy' })
    expect(asTex(rows)).toMatch(/begin\{aligned\}[^]*&=[^]*\\top[^]*end\{aligned\}/)
    expect(asText(rows)).toMatch(/^dw = x dy {4}# .+\ndw = xᵀ dy$/)
  })
})

describe.each(
  programs.flatMap((program) => program.by.map((of) => [program.name, of, program.text] as const)),
)('the derivation of %s by %s, written down as it stands', (_, of, layer) => {
  it('is right in every line, and at its end nothing is left', () => {
    const lines = derive(layer, of)
      .lines.map(({ text }) => text)
      .join('\n')
    const scene = whole({ layer, of, lines, letter: '', wires: 'no' })
    expect(scene.rows.filter(({ verdict, formula }) => verdict?.kind !== 'right' || !formula)).toEqual([])
    expect(scene.finished).toBe(true)
    expect(scene.next).toBeUndefined()
  })
})

it('the next line, asked for again and again, leads to the end', () => {
  let state: State = start
  for (let scene = whole(state); scene.next; scene = whole(state))
    state = { ...state, lines: withNext(state.lines, scene.next) }
  expect(state.lines.split('\n')).toEqual(derive(start.layer, 'w').lines.map(({ text }) => text))
  expect(whole(state).finished).toBe(true)
})

it.each(['∂L/∂w = xᵀ ∂L/∂y', 'dL/dw = x.T @ dy'])('%s is the end: nothing comes next', (lines) => {
  const scene = whole({ ...start, lines })
  expect([scene.finished, scene.next]).toEqual([true, undefined])
})

describe('the pictures of a derivation', () => {
  const draw = (lines: string) => {
    const scene = whole({ ...start, layer: programOf('relu').text, lines })
    return pictures(scene.layer, scene.of, scene.rows)
  }

  it('are the layer with its function as a bubble, the hole in the step that has the weights, and the last line', () => {
    const { layer, gradient, line } = draw('ds = dy ⊙ (s > 0)\ndw[d,m] = Σ_n x[n,d] ds[n,m]')
    expect(layer.map(({ diagram }) => diagram[0]?.nodes.map(({ kind }) => kind))).toEqual([['bubble']])
    expect(gradient.map(({ step }) => step)).toEqual(['s'])
    expect(line?.diagram[0]?.nodes.map(({ name }) => name)).toEqual(['x', '∂L/∂s'])
  })

  it('have no line where none can be read', () => {
    expect(draw('').line).toBeUndefined()
    expect(draw('dw = (').line).toBeUndefined()
  })
})
