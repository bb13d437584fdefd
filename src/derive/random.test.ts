import { expect, test } from 'vitest'
import { random } from '../autodiff/index.ts'
import { check, derive, readLayer } from './index.ts'
import { readEquation } from './equation.ts'
import { derivationNames, lineValue, readLine, truth } from './lines.ts'
import { near, pointOf } from './point.ts'
import { readProgram } from './program.ts'
import { valueIn } from './scope.ts'

type Shape = readonly string[]

/** A layer of random ops on random inputs, a few of them used twice. */
function randomLayer(seed: number): string {
  const next = random(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T
  const inputs: { name: string; shape: Shape }[] = []
  const input = (shape: Shape): string => {
    const known = inputs.find((one) => one.shape.join() === shape.join())
    if (known && next() < 0.5) return known.name
    const name = 'xwvabuqk'[inputs.length] ?? `x${inputs.length}`
    inputs.push({ name, shape })
    return name
  }
  const functions = ['relu', 'tanh', 'sigmoid', 'exp', 'sin', 'silu']
  const of = (shape: Shape, depth: number): string => {
    if (depth === 0 || next() < 0.12) return input(shape)
    const inner = (other: Shape = shape): string => of(other, depth - 1)
    const [rows = 'N', columns] = shape
    const along = pick(['N', 'D', 'M'])
    const chance = next()
    if (chance < 0.25 && columns) return `(${inner([rows, along])} @ ${inner([along, columns])})`
    if (chance < 0.4) return `${pick(functions)}(${inner()})`
    if (chance < 0.55)
      return `(${inner()} ${pick(['+', '-'])} ${inner(next() < 0.4 ? shape.slice(1) : shape)})`
    if (chance < 0.68) return `(${inner()} * ${inner(next() < 0.4 ? shape.slice(1) : shape)})`
    if (chance < 0.76 && shape.length) return `softmax(${inner()}, axis=${shape.length - 1})`
    if (chance < 0.86 && shape.length === 1)
      return `${pick(['sum', 'mean', 'max'])}(${inner([rows, along])}, axis=1)`
    if (chance < 0.9 && columns) return `${inner([columns, rows])}.T`
    if (chance < 0.95 && columns) return `(${inner()} / sqrt(1 + mean(${inner()}^2, axis=1, keepdims=True)))`
    return `(2 * ${inner()})`
  }
  const output = of(pick([['N', 'D'], ['N', 'M'], ['N', 'N'], ['N']]), 3)
  return [...inputs.map(({ name, shape }) => `${name}: ${shape.join('×')}`), `y = ${output}`].join('\n')
}

test.each(Array.from({ length: 14 }, (_, k) => ({ seed: 400 + k, source: randomLayer(400 + k) })))(
  'a random layer, seed $seed: $source',
  ({ source }) => {
    const program = readProgram(source)
    const names = derivationNames(program)
    const point = pointOf(program, 1, 91)
    for (const { name } of readLayer(source).inputs) {
      const { lines } = derive(source, name)
      for (const { text } of lines) {
        const line = readLine(readEquation(text, valueIn(names)), names)
        const wanted = truth(line.subject, point)
        expect(wanted && near(lineValue(line, point, 'direct'), wanted), text).toBe(true)
      }
      expect(lines.at(-1)?.text).toMatch(new RegExp(`^d${name} = [^∂δ]*$`))
      expect(check(source, name, lines).filter((verdict) => !verdict.true || !verdict.follows)).toEqual([])
    }
  },
)
