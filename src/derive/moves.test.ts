import { expect, test } from 'vitest'
import { derivation } from './derive.ts'
import { readEquation } from './equation.ts'
import { layers } from './fixtures/layers.ts'
import { derivationNames, lineValue, readLine } from './lines.ts'
import { moves } from './moves.ts'
import { near, pointOf } from './point.ts'
import { readProgram } from './program.ts'
import { rules } from './rules.ts'
import { valueIn } from './scope.ts'

const chosen = /^(linear with bias|residual block|softmax|layer norm|attention head|convolution|masked mean)$/
const lines = layers
  .filter(({ name }) => chosen.test(name))
  .flatMap(({ name, source }) => {
    const program = readProgram(source)
    const names = derivationNames(program)
    const points = [pointOf(program, 0, 5), pointOf(program, 1, 5)]
    return program.inputs.flatMap((input) => {
      const { lines: made, meanings } = derivation(program, input.name)
      const around = { program, points, gradients: meanings, own: new Map() }
      return made.map(({ text }) => ({
        name,
        text,
        around,
        line: readLine(readEquation(text, valueIn(names)), names),
      }))
    })
  })

test.each(moves)(
  '“$name” has a sentence, and leaves every line as large as it is',
  ({ name, way, rewrite }) => {
    expect(rules[name]).toMatch(/\.$/)
    let changed = 0
    for (const { text, line, around } of lines)
      for (const body of rewrite(line.body, around)) {
        if (body !== line.body) changed++
        for (const point of around.points) {
          const wanted = lineValue(line, point, way ?? 'direct')
          expect(near(lineValue({ axes: line.axes, body }, point, way ?? 'direct'), wanted), text).toBe(true)
        }
      }
    expect(changed).toBeGreaterThan(0)
  },
)
