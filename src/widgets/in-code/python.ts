import type { Layer, LossName, Numbers } from '@/topics/linear-layer/model'
import { given, type Given, type Result } from './given'
import { comment, line, paragraphs, plain, table, type Formula, type Line } from './tokens'

type Code = Line<Formula>

type Losses = Record<LossName, { forward: [Formula, string][]; dy: string }>

/** A float in Python, every digit of it: `1.0`, `-0.3`, `1e-7`. */
export const float = (value: number) => {
  const text = String(value + 0)
  return /^-?\d+$/.test(text) ? `${text}.0` : text
}
const rounded = (value: number) => float(Number(value.toPrecision(6)))
/** What Python's `%.10g` writes. */
function formatted(value: number): string {
  const [mantissa = '', power = ''] = (value + 0).toExponential(9).split('e')
  const exponent = Number(power)
  if (exponent >= -4 && exponent < 10) return String(Number((value + 0).toPrecision(10)))
  const digits = String(Math.abs(exponent)).padStart(2, '0')
  return `${Number(mantissa)}e${exponent < 0 ? '-' : '+'}${digits}`
}

/** `x = np.array([[1.0, 2.0]])` */
export function assign<F extends string>(
  { name, formula, values, sym }: Given<F>,
  make: string,
  options = '',
): Line<F> {
  const before = `${name} = ${make}(`
  const newline = `\n${' '.repeat(before.length + 1)}`
  return line(formula, before, table(values, { literal: float, newline, ...(sym && { sym }) }), `${options})`)
}

/** `print(dx)  # [[-1.2, 1.95]]`; a number by `%.10g`, or it would come with all the digits that rounding left in it. */
export function print(name: string, value: Numbers | number): Line<never> {
  if (typeof value === 'number')
    return plain(`print('%.10g' % ${name})`, [{ text: `  # ${formatted(value)}`, role: 'comment' }])
  const before = `print(${name})`
  const newline = `\n${' '.repeat(before.length + 2)}#  `
  const numbers = table(value, { sym: name, literal: rounded, newline, role: 'comment' })
  return plain(before, comment('  # '), numbers)
}

const printed = ({ y, L, dx, dw }: Result) => [print('y', y), print('L', L), print('dx', dx), print('dw', dw)]

const arrayLosses = (lib: 'np' | 'jnp'): Omit<Losses, 'softmax'> => ({
  weighted: { forward: [['L weighted', `L = ${lib}.sum(c * y)`]], dy: 'dy = c' },
  squared: { forward: [['L squared', `L = 0.5 * ${lib}.sum((y - t) ** 2)`]], dy: 'dy = y - t' },
})
const numpyLosses: Losses = {
  ...arrayLosses('np'),
  softmax: {
    forward: [
      ['shifted', 'z = y - y.max(axis=1, keepdims=True)'],
      ['logP', 'log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))'],
      ['L softmax', 'L = -np.sum(t * log_p)'],
    ],
    dy: 'dy = np.exp(log_p) - t',
  },
}
const torchLosses: Losses = {
  weighted: { forward: [['L weighted', 'L = (c * y).sum()']], dy: 'dy = c' },
  squared: { forward: [['L squared', 'L = 0.5 * ((y - t) ** 2).sum()']], dy: 'dy = y - t' },
  softmax: {
    forward: [
      ['logP', 'log_p = torch.log_softmax(y, dim=1)'],
      ['L softmax', 'L = -(t * log_p).sum()'],
    ],
    dy: 'dy = torch.exp(log_p) - t',
  },
}
const jaxLosses: Losses = {
  ...arrayLosses('jnp'),
  softmax: {
    forward: [
      ['logP', 'log_p = jax.nn.log_softmax(y, axis=1)'],
      ['L softmax', 'L = -jnp.sum(t * log_p)'],
    ],
    dy: 'dy = jnp.exp(log_p) - t',
  },
}

const forward = (losses: Losses, loss: LossName) => [
  line('y', 'y = x @ w'),
  ...losses[loss].forward.map(([formula, text]) => line(formula, text)),
]
const backward = (losses: Losses, loss: LossName, indent = '') => [
  line(`dy ${loss}`, indent, losses[loss].dy),
  line('dx', indent, 'dx = dy @ w.T'),
  line('dw', indent, 'dw = x.T @ dy'),
]

export const numpy = (of: Layer, result: Result): Code[] =>
  paragraphs(
    [plain('import numpy as np')],
    given(of).map((each) => assign(each, 'np.array')),
    forward(numpyLosses, of.loss),
    backward(numpyLosses, of.loss),
    printed(result),
  )

export const torch = (of: Layer, result: Result): Code[] =>
  paragraphs(
    [plain('import torch')],
    [plain('torch.set_default_dtype(torch.float64)')],
    given(of).map((each) =>
      assign(each, 'torch.tensor', each.name === 'x' || each.name === 'w' ? ', requires_grad=True' : ''),
    ),
    forward(torchLosses, of.loss),
    [plain('with torch.no_grad():', comment('  # by hand')), ...backward(torchLosses, of.loss, '    ')],
    [
      line('backward', 'L.backward()', comment('  # and by PyTorch')),
      plain('print(torch.allclose(dx, x.grad), torch.allclose(dw, w.grad))', comment('  # True True')),
    ],
    printed(result),
  )

export const jax = (of: Layer, result: Result): Code[] =>
  paragraphs(
    [plain('import jax'), plain('import jax.numpy as jnp')],
    [plain('jax.config.update("jax_enable_x64", True)')],
    given(of).map((each) => assign(each, 'jnp.array')),
    forward(jaxLosses, of.loss),
    backward(jaxLosses, of.loss),
    [
      plain('_, pull = jax.vjp(jnp.matmul, x, w)', comment('  # the same by JAX')),
      line('pull', 'dx_too, dw_too = pull(dy)'),
      plain('print(jnp.allclose(dx, dx_too), jnp.allclose(dw, dw_too))', comment('  # True True')),
    ],
    printed(result),
  )
