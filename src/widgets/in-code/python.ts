import type { Layer, LossName, Numbers } from '@/topics/linear-layer/model'
import { given, type Given, type Result } from './given'
import type { Laid } from './laid'
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
  { name, formula, values, sym, turned = false }: Given<F>,
  make: string,
  options = '',
): Line<F> {
  const before = `${name} = ${make}(`
  const newline = `\n${' '.repeat(before.length + 1)}`
  return line(
    formula,
    before,
    table(values, { literal: float, newline, turned, ...(sym && { sym }) }),
    `${options})`,
  )
}

/** `print(dx)  # [[-1.2, 1.95]]`; a number by `%.10g`, or it would come with all the digits that rounding left in it. */
export function print(name: string, value: Numbers | number, sym = name, turned = false): Line<never> {
  if (typeof value === 'number')
    return plain(`print('%.10g' % ${name})`, [{ text: `  # ${formatted(value)}`, role: 'comment' }])
  const before = `print(${name})`
  const newline = `\n${' '.repeat(before.length + 2)}#  `
  const numbers = table(value, { sym, turned, literal: rounded, newline, role: 'comment' })
  return plain(before, comment('  # '), numbers)
}

const printed = ({ y, L, dx, dw }: Result, { w, own, turned }: Laid) => [
  print('y', own('y', y), 'y', turned('y')),
  print('L', L),
  print('dx', own('x', dx), 'dx', turned('x')),
  print(`d${w}`, own('w', dw), 'dw', turned('w')),
]
const turn = (name: string) => `${name}.T`
const times = (left: string, right: string) => `${left} @ ${right}`
/** Where the scores of an example stand in a column, sums over them run down it. */
const along = (text: string, { scores }: Laid) => text.replace(/(axis|dim)=1/g, `$1=${scores}`)

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

const forward = (losses: Losses, loss: LossName, laid: Laid) => [
  line('y', `y = ${laid.product('y', turn, times)}`),
  ...losses[loss].forward.map(([formula, text]) => line(formula, along(text, laid))),
]
const backward = (losses: Losses, loss: LossName, laid: Laid, indent = '') => [
  line(`dy ${loss}`, indent, losses[loss].dy),
  line('dx', indent, `dx = ${laid.product('dx', turn, times)}`),
  line('dw', indent, `d${laid.w} = ${laid.product('dw', turn, times)}`),
]

export const numpy = (of: Layer, result: Result, laid: Laid): Code[] =>
  paragraphs(
    [plain('import numpy as np')],
    given(of, laid).map((each) => assign(each, 'np.array')),
    forward(numpyLosses, of.loss, laid),
    backward(numpyLosses, of.loss, laid),
    printed(result, laid),
  )

export const torch = (of: Layer, result: Result, laid: Laid): Code[] =>
  paragraphs(
    [plain('import torch')],
    [plain('torch.set_default_dtype(torch.float64)')],
    given(of, laid).map((each) =>
      assign(each, 'torch.tensor', each.name === 'x' || each.name === laid.w ? ', requires_grad=True' : ''),
    ),
    forward(torchLosses, of.loss, laid),
    [plain('with torch.no_grad():', comment('  # by hand')), ...backward(torchLosses, of.loss, laid, '    ')],
    [
      line('backward', 'L.backward()', comment('  # and by PyTorch')),
      plain(
        `print(torch.allclose(dx, x.grad), torch.allclose(d${laid.w}, ${laid.w}.grad))`,
        comment('  # True True'),
      ),
    ],
    printed(result, laid),
  )

/** The layer as a function: one that JAX has, or written out. */
const pulled = (laid: Laid) =>
  laid.letters === 'handout' ? 'jnp.matmul' : `lambda x, ${laid.w}: ${laid.product('y', turn, times)}`

export const jax = (of: Layer, result: Result, laid: Laid): Code[] =>
  paragraphs(
    [plain('import jax'), plain('import jax.numpy as jnp')],
    [plain('jax.config.update("jax_enable_x64", True)')],
    given(of, laid).map((each) => assign(each, 'jnp.array')),
    forward(jaxLosses, of.loss, laid),
    backward(jaxLosses, of.loss, laid),
    [
      plain(`_, pull = jax.vjp(${pulled(laid)}, x, ${laid.w})`, comment('  # the same by JAX')),
      line('pull', `dx_too, d${laid.w}_too = pull(dy)`),
      plain(
        `print(jnp.allclose(dx, dx_too), jnp.allclose(d${laid.w}, d${laid.w}_too))`,
        comment('  # True True'),
      ),
    ],
    printed(result, laid),
  )
