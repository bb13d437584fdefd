import { someMat } from './mat.ts'
import { Code, type Framework } from './matCode.ts'
import { derivation, type Assignment } from './derive.ts'
import type { Program } from './program.ts'
import { Recognizer } from './recognize.ts'
import type { Dim } from './tree.ts'

/** The same program of assignments in three frameworks: from the inputs and dy to the gradient in d<of>. */
export type CodeTexts = Readonly<Record<Framework, string>>

/** Where a length is read off: x.shape[0], or sums of these. */
function sizeReader({ inputs, nodes }: Program): (dim: Dim) => string {
  const one = (letter: string): string => {
    for (const { name, shape } of inputs)
      if (shape.includes(letter)) return `${name}.shape[${shape.indexOf(letter)}]`
    for (const { name, axes } of nodes) {
      const k = axes.findIndex(({ dim }) => dim === letter)
      if (k >= 0) return `${name}.shape[${k}]`
    }
    return letter
  }
  return (dim) => {
    if (typeof dim === 'number') return String(dim)
    const terms = dim.split(/(?=[+-])/)
    const all = terms.map((term) => {
      const [, sign = '', letter = ''] = /^([+-]?)(.+)$/.exec(term) ?? []
      return (sign ? ` ${sign} ` : '') + (/^\d/.test(letter) ? letter : one(letter))
    })
    return terms.length > 1 ? `(${all.join('')})` : all.join('')
  }
}

/** The steps of a layer as assignments, in order. */
function forwardOf({ names, nodes }: Program): Assignment[] {
  const shapes = new Map([
    ...names.shapes,
    ...nodes.map((node) => [node.name, node.axes.map(({ dim }) => dim)] as const),
  ])
  return nodes.map(({ name, axes, body }): Assignment => {
    const letters = axes.map((a) => (a.dim === 1 ? null : a))
    return { name, mat: new Recognizer(shapes).whole(body, { letters }) }
  })
}

/** The lines of both passes, in each framework. */
export type Passes = Readonly<
  Record<Framework, { readonly forward: readonly string[]; readonly backward: readonly string[] }>
>

/** Both passes as assignments: every step, then every gradient, each once though several ways lead over it. */
export function onePass(program: Program): {
  readonly forward: readonly Assignment[]
  readonly backward: readonly Assignment[]
} {
  const forward = forwardOf(program)
  const known = new Set([...forward.map(({ name }) => name), 'dy'])
  const gradients = program.inputs.flatMap(({ name }) => derivation(program, name).assignments)
  const backward = gradients.filter(({ name }) => {
    const fresh = !known.has(name)
    known.add(name)
    return fresh
  })
  return { forward, backward }
}

/** Both passes whole, as code. */
export function wholeCode(program: Program): Passes {
  const { output, names } = program
  const { forward, backward } = onePass(program)
  const start = output === 'y' || names.shapes.has(`d${output}`) ? [] : [`d${output} = dy`]
  const write = (framework: Framework) => {
    const code = new Code(framework, sizeReader(program))
    const line = ({ name, mat }: Assignment): string => `${name} = ${code.of(mat)}`
    return { forward: forward.map(line), backward: [...start, ...backward.map(line)] }
  }
  return { numpy: write('numpy'), torch: write('torch'), jax: write('jax') }
}

/** Code for a derivation: the forward pass as far as it is needed, then one line for each gradient. */
export function codeOf(program: Program, of: string, assignments: readonly Assignment[]): CodeTexts {
  const { nodes, output, names } = program
  const backward = assignments.filter(({ name }) => !nodes.some((node) => node.name === name))
  const forward = forwardOf(program)
  const needed = neededBy(backward, forward)
  const start = output !== 'y' && !names.shapes.has(`d${output}`) && of !== output ? [`d${output} = dy`] : []
  const write = (framework: Framework): string => {
    const code = new Code(framework, sizeReader(program))
    const line = ({ name, mat }: Assignment): string => `${name} = ${code.of(mat)}`
    const zero =
      backward.length === 1 &&
      backward[0]?.mat.op === 'times' &&
      backward[0].mat.all.some((m) => m.op === 'num' && m.value === 0)
    if (zero) return line(backward[0] as Assignment)
    return [...forward.filter((one) => needed.has(one.name)).map(line), ...start, ...backward.map(line)].join(
      '\n',
    )
  }
  const numpy = write('numpy')
  // NumPy has no erf of its own.
  return {
    numpy: numpy.includes('math.') ? `import math\n${numpy}` : numpy,
    torch: write('torch'),
    jax: write('jax'),
  }
}

/** The steps of the forward pass whose values are used on the way back. */
function neededBy(backward: readonly Assignment[], forward: readonly Assignment[]): ReadonlySet<string> {
  const needed = new Set<string>()
  const uses = (one: Assignment, name: string): boolean =>
    someMat(one.mat, (m) => (m.op === 'name' && m.name === name) || (m.op === 'ones' && m.like === name))
  for (const one of [...forward].reverse()) {
    const later = [...backward, ...forward.filter(({ name }) => needed.has(name))]
    if (later.some((other) => uses(other, one.name))) needed.add(one.name)
  }
  return needed
}
