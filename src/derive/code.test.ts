import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { layers } from './fixtures/layers.ts'
import { others } from './fixtures/outside.ts'
import { derive } from './index.ts'
import { pointOf } from './point.ts'
import { readProgram } from './program.ts'

const harness = fileURLToPath(new URL('fixtures/run.py', import.meta.url))
/** A Python that has a library; Debian's packages are not seen by a Python of one's own. */
const pythonWith = (library: string): string | undefined =>
  ['python3', '/usr/bin/python3'].find(
    (command) => spawnSync(command, ['-c', `import ${library}`], { stdio: 'ignore' }).status === 0,
  )

const cases = [...layers, ...others].flatMap(({ name, source }) => {
  const program = readProgram(source)
  const point = pointOf(program, 0)
  const array = (value: string) => point.values.get(value)?.toArray()
  const inputs = Object.fromEntries(program.inputs.map((input) => [input.name, array(input.name)]))
  return program.inputs.map(({ name: of }) => ({
    name,
    of,
    inputs,
    dy: array(`d${program.output}`),
    wanted: array(`d${of}`),
    code: derive(source, of).code,
  }))
})

const frameworks = [
  { framework: 'numpy', python: pythonWith('numpy') },
  { framework: 'torch', python: pythonWith('torch') },
  // Without JAX on the machine, what it is told runs on NumPy.
  { framework: 'jax', python: pythonWith('jax') ?? pythonWith('numpy') },
] as const

for (const { framework, python } of frameworks)
  test.skipIf(!python)(
    `the code for ${framework} runs as it stands and leaves the gradient, in Python`,
    { timeout: 120_000 },
    () => {
      const { stdout, stderr, status } = spawnSync(python ?? '', [harness, framework], {
        input: JSON.stringify(cases),
        encoding: 'utf8',
      })
      expect(stdout + stderr).toBe('')
      expect(status).toBe(0)
    },
  )
