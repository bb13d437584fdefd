import { primitives } from '../ops/primitives.ts'
import type { Ast, Part } from './ast.ts'

/** How tightly a text holds together: what is less than asked comes in brackets. */
type Printed = readonly [text: string, level: number]
const [compare, add, sign, times, side, raised, atom] = [5, 10, 15, 20, 25, 30, 40]

const infix: Readonly<Record<string, readonly [sign: string, level: number, right: number]>> = {
  greater: ['>', compare, add],
  add: ['+', add, sign],
  sub: ['-', add, sign],
  mul: ['*', times, side],
  // 1/2x could be two things.
  div: ['/', times, raised],
  matmul: ['@', times, side],
}

/** A formula as the book writes it: what is read from it is the same tree. */
export const print = (ast: Ast): string => printed(ast)[0]

function inside(ast: Ast, least: number): string {
  const [text, level] = printed(ast)
  return level < least ? `(${text})` : text
}

function printed(ast: Ast): Printed {
  switch (ast.kind) {
    case 'number':
      return number(ast.value, ast.text)
    case 'name':
      return [ast.name, atom]
    case 'text':
      return [`'${ast.text}'`, atom]
    case 'list':
      return [`[${ast.items.map(print).join(', ')}]`, atom]
    case 'index':
      return [`${inside(ast.of, atom)}[${ast.parts.map(part).join(', ')}]`, atom]
    case 'product':
      return beside(...ast.args)
    case 'call':
      return called(ast)
  }
}

function number(value: number, text = String(value)): Printed {
  const plain = Number.isFinite(value) ? text : '1e999'
  return [plain, value < 0 ? sign : atom]
}

function called({ op, args, settings }: Extract<Ast, { kind: 'call' }>): Printed {
  const [a, b] = args
  if (settings.size === 0 && a && !b) {
    if (op === 'neg') return [`-${inside(a, times)}`, sign]
    if (op === 'transpose') return [`${a.kind === 'number' ? `(${print(a)})` : inside(a, atom)}.T`, atom]
  }
  const known = infix[op]
  if (settings.size === 0 && a && b && args.length === 2) {
    // A number on the left of < is what the reader typed: 0 < x is x > 0, and x < 1 stays.
    if (op === 'greater' && a.kind === 'number' && b.kind !== 'number')
      return [`${inside(b, add)} < ${inside(a, add)}`, compare]
    if (op === 'pow') return [`${inside(a, atom)}^${inside(b, atom)}`, raised]
    if (known) return [`${inside(a, Math.max(known[1], add))} ${known[0]} ${inside(b, known[2])}`, known[1]]
  }
  const values = primitives.get(op)?.takesList ? [`[${args.map(print).join(', ')}]`] : args.map(print)
  const texts = [...settings.values()].flatMap((value) => (value.kind === 'text' ? [print(value)] : []))
  const rest = [...settings].flatMap(([name, value]) =>
    value.kind === 'text' ? [] : [`${name}=${print(value)}`],
  )
  return [`${op}(${[...texts, ...values, ...rest].join(', ')})`, atom]
}

/** Two values side by side: a number sticks to what it scales, and a dot stands where a gap would say something else. */
function beside(left: Ast, right: Ast): Printed {
  const isFraction = left.kind === 'call' && left.op === 'div'
  const alone = inside(left, times)
  // x · 2 x would be x times 2x.
  const endsInNumber = left.kind !== 'number' && /(?:^|[^\w.^])[\d.]+(?:e[-+]?\d+)?$/.test(alone)
  const first = isFraction || endsInNumber ? `(${alone})` : alone
  if (left.kind === 'number' && left.value >= 0 && /^[\d.]+$/.test(first)) {
    const second = inside(right, raised)
    if (/^(?![eE]\d)[\p{L}]/u.test(second)) return [first + second, side]
  }
  const second = inside(right, side)
  return [/^\p{L}/u.test(second) ? `${first} ${second}` : `${first} · ${second}`, times]
}

function part(of: Part): string {
  if ('at' in of) return print(of.at)
  return `${of.from ? print(of.from) : ''}:${of.to ? print(of.to) : ''}`
}
