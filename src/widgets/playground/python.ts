import type { Tensor } from '@/autodiff'
import type { Layer, Passes } from '@/derive'
import { words } from './words'

export type Language = 'numpy' | 'torch' | 'jax'

/** A float in Python, every digit of it. */
const float = (value: number): string => {
  if (Number.isNaN(value)) return "float('nan')"
  if (!Number.isFinite(value)) return value > 0 ? "float('inf')" : "-float('inf')"
  const text = String(value + 0)
  return /^-?\d+$/.test(text) ? `${text}.0` : text
}

/** Nested brackets, a row in a line of its own. */
function literal(value: Tensor, indent: number): string {
  const nested = (shape: readonly number[], from: number, depth: number): string => {
    const [length, ...rest] = shape
    if (length === undefined) return float(value.data[from] ?? Number.NaN)
    const step = rest.reduce((n, d) => n * d, 1)
    const parts = Array.from({ length }, (_, k) => nested(rest, from + k * step, depth + 1))
    return `[${parts.join(rest.length ? `,\n${' '.repeat(indent + depth)}` : ', ')}]`
  }
  return nested(value.shape, 0, 1)
}

const assigned = (name: string, value: Tensor, make: string, options = ''): string => {
  const before = `${name} = ${make}(`
  return `${before}${literal(value, before.length)}${options})`
}

const keywords = new Set(
  'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield np torch jax jnp math forward check pull'.split(
    ' ',
  ),
)
/** A name that Python cannot have, if there is one: a keyword, or one with a prime. */
export const unspeakable = (names: readonly string[]): string | undefined =>
  names.find((name) => keywords.has(name) || !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name))

type Numbers = {
  readonly inputs: Readonly<Record<string, Tensor>>
  readonly arriving: Tensor
}

const indented = (lines: readonly string[]) => lines.map((line) => `    ${line}`)

/** A function of the inputs that gives the output. */
const forwardFunction = ({ inputs, output }: Layer, forward: readonly string[]): string[] => [
  `def forward(${inputs.map(({ name }) => name).join(', ')}):`,
  ...indented([...forward, `return ${output}`]),
]

/** Central differences at every entry of every input, beside the gradients: lines to copy under any such program. */
export const gradientCheck = ({ inputs }: Layer): string[] => {
  const all = (prefix: string) => inputs.map(({ name }) => `${name}=${prefix}${name}`).join(', ')
  return [
    'def check(forward, inputs, gradients, dy, h=1e-6):',
    '    for name, a in inputs.items():',
    '        numeric = np.zeros_like(a)',
    '        for i in np.ndindex(a.shape):',
    '            was = a[i]',
    '            a[i] = was + h; up = np.sum(dy * forward(**inputs))',
    '            a[i] = was - h; down = np.sum(dy * forward(**inputs))',
    '            a[i] = was; numeric[i] = (up - down) / (2 * h)',
    "        print('d' + name, 'differs by at most', np.abs(numeric - gradients[name]).max())",
    `check(forward, dict(${all('')}), dict(${all('d')}), dy)`,
  ]
}

const program = (...paragraphs: readonly (readonly string[])[]): string =>
  `${paragraphs.map((lines) => lines.join('\n')).join('\n\n')}\n`

const numpy = (
  layer: Layer,
  { forward, backward }: Passes['numpy'],
  { inputs, arriving }: Numbers,
): string => {
  const math = [...forward, ...backward].some((line) => line.includes('math.'))
  return program(
    [...(math ? ['import math'] : []), 'import numpy as np'],
    [
      ...Object.entries(inputs).map(([name, value]) => assigned(name, value, 'np.array')),
      assigned('dy', arriving, 'np.array'),
    ],
    forwardFunction(layer, forward),
    [`# ${words.backwardComment}`, ...forward, ...backward],
    layer.inputs.map(({ name }) => `print('d${name} =', d${name})`),
    [`# ${words.checkComment}`, ...gradientCheck(layer)],
  )
}

const torch = (
  layer: Layer,
  { forward, backward }: Passes['torch'],
  { inputs, arriving }: Numbers,
): string => {
  const names = layer.inputs.map(({ name }) => name)
  return program(
    ['import torch', 'torch.set_default_dtype(torch.float64)'],
    [
      ...Object.entries(inputs).map(([name, value]) =>
        assigned(name, value, 'torch.tensor', ', requires_grad=True'),
      ),
      assigned('dy', arriving, 'torch.tensor'),
    ],
    forwardFunction(layer, forward),
    [`with torch.no_grad():  # ${words.byHand}`, ...indented([...forward, ...backward])],
    [
      `forward(${names.join(', ')}).backward(dy)  # ${words.byTorch}`,
      // An input that the output does not depend on has no gradient there.
      ...names
        .filter((name) => !backward.includes(`d${name} = 0 * torch.ones_like(${name})`))
        .map((name) => `print('d${name}', torch.allclose(d${name}, ${name}.grad))`),
    ],
  )
}

const jax = (layer: Layer, { forward, backward }: Passes['jax'], { inputs, arriving }: Numbers): string => {
  const names = layer.inputs.map(({ name }) => name)
  return program(
    ['import jax', 'import jax.numpy as jnp', 'jax.config.update("jax_enable_x64", True)'],
    [
      ...Object.entries(inputs).map(([name, value]) => assigned(name, value, 'jnp.array')),
      assigned('dy', arriving, 'jnp.array'),
    ],
    forwardFunction(layer, forward),
    [`# ${words.backwardComment}`, ...forward, ...backward],
    [
      `_, pull = jax.vjp(forward, ${names.join(', ')})  # ${words.byJax}`,
      `for name, by_hand, by_jax in zip('${names.join(' ')}'.split(), [${names.map((name) => `d${name}`).join(', ')}], pull(dy)):`,
      "    print('d' + name, jnp.allclose(by_hand, by_jax))",
    ],
  )
}

const writers = { numpy, torch, jax } as const

/** The whole program on the reader's numbers: forwards, backwards, and a check of every gradient. */
export const programText = (language: Language, layer: Layer, passes: Passes, numbers: Numbers): string =>
  writers[language](layer, passes[language], numbers)
