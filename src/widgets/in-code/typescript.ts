import type { Layer, LossName, Numbers } from '@/topics/linear-layer/model'
import { given, type Given, type Result } from './given'
import type { Laid } from './laid'
import { comment, line, paragraphs, plain, table, toText, type Formula, type Line } from './tokens'

const literal = (value: number) => String(value + 0)
const rounded = (value: number) => String(Number(value.toPrecision(6)))

/** `const x = tensor([[1, 2]])` */
function assign({ name, formula, values, sym, turned = false }: Given): Line<Formula> {
  const before = `const ${name} = tensor(`
  const newline = `\n${' '.repeat(before.length + 1)}`
  return line(formula, before, table(values, { literal, newline, turned, ...(sym && { sym }) }), ')')
}

/** `console.log(dx.toArray()) // [[-1.2, 1.95]]` */
function print(name: string, value: Numbers | number, sym = name, turned = false): Line<never> {
  if (typeof value === 'number')
    return plain(`console.log(Number(${name}.item().toPrecision(6)))`, comment(` // ${rounded(value)}`))
  const before = `console.log(${name}.toArray())`
  const newline = `\n${' '.repeat(before.length + 1)}//  `
  const numbers = table(value, { sym, turned, literal: rounded, newline, role: 'comment' })
  return plain(before, comment(' // '), numbers)
}

const turn = (name: string) => `transpose(${name})`
const times = (left: string, right: string) => `matmul(${left}, ${right})`

const losses: Record<LossName, { forward: [Formula, string][]; dy: string }> = {
  weighted: { forward: [['L weighted', 'const L = sum(mul(c, y))']], dy: 'const dy = c' },
  squared: {
    forward: [['L squared', 'const L = mul(0.5, sum(pow(sub(y, t), 2)))']],
    dy: 'const dy = sub(y, t)',
  },
  softmax: {
    forward: [
      ['logP', 'const logP = logSoftmax(y, { axis: 1 })'],
      ['L softmax', 'const L = neg(sum(mul(t, logP)))'],
    ],
    dy: 'const dy = sub(exp(logP), t)',
  },
}

const ops = ['exp', 'logSoftmax', 'matmul', 'mul', 'neg', 'pow', 'sub', 'sum', 'tensor', 'transpose', 'vjp']

/** What a program imports, a few names a line. */
function imports(program: string): string {
  const names = [...ops.filter((op) => program.includes(`${op}(`)), 'type Tensor']
  const rows = Array.from({ length: Math.ceil(names.length / 6) }, (_, k) => names.slice(6 * k, 6 * k + 6))
  return `import {\n${rows.map((row) => `  ${row.join(', ')},\n`).join('')}} from './autodiff'`
}

export function typescript(of: Layer, { y, L, dx, dw }: Result, laid: Laid): Line<Formula>[] {
  const { w, own, turned } = laid
  const product = (name: 'y' | 'dx' | 'dw') => laid.product(name, turn, times)
  const body = [
    given(of, laid).map(assign),
    [
      line('y', `const y = ${product('y')}`),
      ...losses[of.loss].forward.map(([formula, text]) =>
        line(formula, text.replace('axis: 1', `axis: ${laid.scores}`)),
      ),
    ],
    [
      line(`dy ${of.loss}`, losses[of.loss].dy),
      line('dx', `const dx = ${product('dx')}`),
      line('dw', `const d${w} = ${product('dw')}`),
    ],
    [
      plain(`const [, pull] = vjp((x: Tensor, ${w}: Tensor) => ${product('y')}, [x, ${w}])`),
      line('pull', `const [dxToo, d${w}Too] = pull(dy)`, comment(' // the same by this book’s core')),
    ],
    [
      print('y', own('y', y), 'y', turned('y')),
      print('L', L),
      print('dx', own('x', dx), 'dx', turned('x')),
      print(`d${w}`, own('w', dw), 'dw', turned('w')),
    ],
    [print('dxToo', own('x', dx)), print(`d${w}Too`, own('w', dw))],
  ]
  return paragraphs([plain(imports(toText(body.flat())))], ...body)
}
