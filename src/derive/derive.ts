import { differentiate } from './differentiate.ts'
import { LayerError } from './error.ts'
import { readEquation } from './equation.ts'
import { Letters } from './letters.ts'
import { derivationNames, lineValue, readLine, truth } from './lines.ts'
import { someMat, type Mat } from './mat.ts'
import { matTex } from './matTex.ts'
import { matText, writable } from './matText.ts'
import { fold } from './match.ts'
import type { Node } from './name.ts'
import { near, pointOf, type Point } from './point.ts'
import type { Program } from './program.ts'
import { Recognizer } from './recognize.ts'
import { rules, whyMatrices, type RuleName } from './rules.ts'
import { unknown, valueIn, type Names } from './scope.ts'
import { contracted, factored, spreadOut, termsOf, tidy, withoutOnes } from './terms.ts'
import { Tex } from './tex.ts'
import { text } from './text.ts'
import { evaluate } from './value.ts'
import {
  add,
  again,
  at,
  entry,
  key,
  mul,
  places,
  renewed,
  some,
  substitute,
  sum,
  within,
  type Axis,
  type Dim,
  type Entry,
  type Expr,
} from './tree.ts'

export type Form = 'indices' | 'matrices' | 'einsum'

/** A line of a derivation: a whole equation, how it is typeset, which rule made it, and why. */
export interface Line {
  readonly text: string
  readonly tex: string
  readonly rule: string
  readonly why: string
  readonly form: Form
}

/** A value with its matrix form, from which code is written. */
export interface Assignment {
  readonly name: string
  readonly mat: Mat
}

/** Whether a step uses a value in its own line. */
export const uses = (node: Node, name: string): boolean =>
  some(node.body, (e) => e.kind === 'entry' && e.name === name)

/** The names that lie on a way from `of` to the output, `of` first. */
export function onTheWay({ nodes, output }: Program, of: string): Set<string> {
  const after = new Set([of])
  for (const node of nodes) if ([...after].some((name) => uses(node, name))) after.add(node.name)
  const before = new Set([output])
  for (const node of [...nodes].reverse())
    if (before.has(node.name)) for (const name of after) if (uses(node, name)) before.add(name)
  return new Set([...after].filter((name) => before.has(name)))
}

/** The axes of a named value, each a new letter. */
export function axesOf({ inputs, nodes }: Program, name: string): Axis[] {
  const node = nodes.find((one) => one.name === name)
  const input = inputs.find((one) => one.name === name)
  return node ? node.axes.map(again) : (input?.shape ?? []).map(fresh)
}
const fresh = (dim: Dim): Axis =>
  again({ id: 0, dim, base: typeof dim === 'string' ? (/\p{L}/u.exec(dim)?.[0] ?? 'i').toLowerCase() : 'i' })

/** Builds the lines for one layer, each held against the core at two sets of sizes. */
export class Deriver {
  readonly lines: Line[] = []
  readonly assignments: Assignment[] = []
  /** What was found for each gradient, and whether a product of matrices is in it. */
  private readonly results = new Map<string, { letters: readonly Axis[]; body: Expr; product: boolean }>()
  /** What each gradient was found to be. */
  get meanings(): ReadonlyMap<string, { readonly letters: readonly Axis[]; readonly body: Expr }> {
    return this.results
  }
  readonly names: Names
  private readonly avoid: ReadonlySet<string>
  private readonly gradients: ReadonlySet<string>
  readonly points: readonly Point[]

  constructor(readonly program: Program) {
    this.names = derivationNames(program)
    this.avoid = new Set(program.names.shapes.keys())
    this.gradients = new Set(
      [...this.names.shapes.keys()].filter(
        (name) => !program.nodes.some((n) => n.name === name) && !program.inputs.some((n) => n.name === name),
      ),
    )
    this.points = [pointOf(program, 0), pointOf(program, 1)]
  }

  private readonly isOneHot = (name: string): boolean =>
    this.program.inputs.some((input) => input.name === name && input.oneHot === true)

  /** The line in this text is true at all points, read back as a reader's would be. */
  private holds(line: string): boolean {
    try {
      const read = readLine(readEquation(line, valueIn(this.names)), this.names)
      return this.points.every((point) => {
        const wanted = truth(read.subject, point)
        return wanted !== undefined && near(lineValue(read, point, 'direct'), wanted)
      })
    } catch (error) {
      if (error instanceof LayerError || error instanceof Error) return false
      throw error
    }
  }

  private push(line: Line): boolean {
    if (this.lines.some((one) => one.text === line.text) || !this.holds(line.text)) return false
    this.lines.push(line)
    return true
  }

  /** A line of entries; false if it says nothing new, or could not be confirmed. */
  entries(
    left: Entry | Extract<Expr, { kind: 'partial' }>,
    right: Expr,
    rule: RuleName,
    why?: string,
  ): boolean {
    const shown = left.kind === 'entry' ? left.at : [...left.of.at, ...left.by.at]
    const letters = new Letters(this.avoid).see(
      shown.flatMap(({ parts }) => parts.map((p) => p.axis)),
      right,
    )
    const tex = new Tex(letters, this.gradients)
    return this.push({
      text: `${text(left, letters)} = ${text(right, letters)}`,
      tex: `${tex.of(left)} = ${tex.of(right)}`,
      rule,
      why: why ?? rules[rule],
      form: 'indices',
    })
  }

  /** The same as matrices, where it can be written so. */
  matrices(
    name: string,
    axes: readonly Axis[],
    right: Expr,
    rule: RuleName = 'read as matrices',
    like?: string,
  ): Mat {
    const recognizer = new Recognizer(this.names.shapes)
    const letters = axes.map((a) => (a.dim === 1 ? null : a))
    const mat = recognizer.whole(right, { letters, ...(like === undefined ? {} : { like }) })
    this.assignments.push({ name, mat })
    if (!writable(mat)) return mat
    const form = someMat(mat, ({ op }) => op === 'einsum') ? 'einsum' : 'matrices'
    const named = new Letters(this.avoid).see(axes, right)
    this.push({
      text: `${name} = ${matText(mat)}`,
      tex: `${new Tex(named, this.gradients).of(entry(name, []))} = ${matTex(mat, this.gradients)}`,
      rule: form === 'einsum' ? 'read as einsum' : rule,
      why: rule === 'read as matrices' ? whyMatrices(mat, recognizer.joins, named) : rules[rule],
      form,
    })
    return mat
  }

  /** A step that was named on the way. */
  forward(node: Node): void {
    const before = this.lines.length
    this.matrices(node.name, node.axes, node.body, 'name')
    if (this.lines.length === before) this.entries(entry(node.name, places(node.axes)), node.body, 'name')
  }

  /** ∂L/∂name from the gradients of all steps that use it. */
  backward(name: string, way: ReadonlySet<string>): void {
    const letters = axesOf(this.program, name)
    const left = entry(`d${name}`, places(letters))
    const users = this.program.nodes.filter((node) => way.has(node.name) && uses(node, name))
    const parts = users.map((node) => {
      const axes = node.axes.map(again)
      const real = axes.filter(({ dim }) => dim !== 1)
      const here = entry(`d${node.name}`, places(axes))
      const body = substitute(node.body, new Map(node.axes.map((a, k) => [a.id, at(axes[k] ?? a)])))
      const partial: Expr = {
        kind: 'partial',
        of: entry(node.name, places(axes)),
        by: entry(name, places(letters)),
      }
      return {
        chain: sum(real, mul(here, partial)),
        full: sum(real, mul(here, differentiate(body, name, letters))),
      }
    })
    this.entries(
      left,
      add(...parts.map(({ chain }) => chain)),
      parts.length > 1 ? 'chain rule over all ways' : 'chain rule',
    )
    const full = add(...parts.map((part) => part.full))
    const terms = termsOf(full)
    this.entries(left, this.named(spreadOut(terms)), 'each derivative')
    const done = contracted(full)
    this.entries(
      left,
      this.named(spreadOut(done)),
      terms.some(({ of }) => of.some(({ kind }) => kind === 'delta')) ? 'δ contracted' : 'gathered',
    )
    const ones = withoutOnes(done, this.isOneHot)
    this.entries(left, this.named(spreadOut(ones)), 'one-hot')
    const short = tidy(this.named(factored(contracted(this.named(factored(ones))))))
    this.entries(left, short, 'pulled out')
    const mat = this.matrices(`d${name}`, letters, short, 'read as matrices', name)
    this.results.set(name, {
      letters,
      body: short,
      product: someMat(mat, (m) => (m.op === 'matmul' && m.letters.length > 1) || m.op === 'einsum'),
    })
  }

  /** The gradients of the steps between put in, where no product of matrices is on the way: the short form. */
  together(name: string): void {
    const result = this.results.get(name)
    if (!result || result.product) return
    let body = result.body
    const opens = (group: Expr): boolean =>
      some(group, (e) => e.kind === 'delta' || (e.kind === 'entry' && this.gradients.has(e.name)))
    for (let rounds = 0; rounds < 12; rounds++) {
      const inner = [...this.results].find(
        ([one, { product, letters }]) =>
          one !== name && !product && letters.length <= result.letters.length && mentions(body, `d${one}`),
      )
      if (!inner) break
      body = this.named(spreadOut(contracted(put(body, `d${inner[0]}`, inner[1]), opens)))
    }
    if (
      mentionsAny(
        body,
        [...this.results.keys()].filter((one) => one !== name).map((one) => `d${one}`),
      ) ||
      key(body) === key(result.body)
    )
      return
    const alive = tidy(
      this.named(
        factored(
          withoutOnes(contracted(body), this.isOneHot).filter(
            (term) => !this.vanishes(sum(term.over, mul(...term.of)), result.letters),
          ),
        ),
      ),
    )
    this.entries(entry(`d${name}`, places(result.letters)), alive, 'put together')
    const before = this.assignments.length
    this.matrices(`d${name}`, result.letters, alive, 'read as matrices', name)
    this.assignments.splice(before)
  }

  /** Whether a term is 0 whatever the numbers, as the mean of what has its mean taken off. */
  private vanishes(e: Expr, axes: readonly Axis[]): boolean {
    return this.points.every((point) => evaluate(e, axes, point).data.every((v) => Math.abs(v) < 1e-10))
  }

  /** Writes the names of steps where their values stand: tanh(s) is y, a softmax is p. */
  named(e: Expr): Expr {
    return this.program.nodes.filter(worthNaming).reduce<Expr>((rest, node) => fold(rest, node), e)
  }
}

const mentions = (e: Expr, name: string): boolean =>
  some(e, (part) => part.kind === 'entry' && part.name === name)
const mentionsAny = (e: Expr, names: readonly string[]): boolean => names.some((name) => mentions(e, name))

/** Puts what a gradient is in place of its entries. */
export function put(
  e: Expr,
  name: string,
  { letters, body }: { readonly letters: readonly Axis[]; readonly body: Expr },
): Expr {
  if (e.kind === 'entry' && e.name === name)
    return renewed(substitute(body, new Map(letters.map((a, k) => [a.id, e.at[k] ?? at(a)]))))
  return within(e, (part) => put(part, name, { letters, body }))
}

/** A plain multiple of an entry is shorter than a name for it. */
export function worthNaming({ body }: Node): boolean {
  if (body.kind === 'entry' || body.kind === 'num' || body.kind === 'size') return false
  return !(body.kind === 'mul' && body.of.filter(({ kind }) => kind !== 'num' && kind !== 'size').length < 2)
}

/** Throws for a name that the layer has not. */
export function ensureKnown({ inputs, nodes, names }: Program, of: string): void {
  if (![...inputs, ...nodes].some(({ name }) => name === of)) throw unknown(of, [0, of.length], names)
}

/** The derivation of ∂L/∂of, node by node from the output. Throws a LayerError for a name that the layer has not. */
export function derivation(program: Program, of: string): Deriver {
  const deriver = new Deriver(program)
  const { nodes, output } = program
  ensureKnown(program, of)
  const way = onTheWay(program, of)
  for (const node of nodes) if (node.hidden && way.size) deriver.forward(node)
  if (of === output) {
    const axes = axesOf(program, of)
    deriver.entries(entry(`d${of}`, places(axes)), entry('dy', places(axes)), 'given')
    deriver.matrices(`d${of}`, axes, entry('dy', places(axes)), 'given')
    return deriver
  }
  if (!way.has(of)) {
    const axes = axesOf(program, of)
    deriver.entries(entry(`d${of}`, places(axes)), { kind: 'num', value: 0 }, 'no way')
    deriver.matrices(`d${of}`, axes, { kind: 'num', value: 0 }, 'no way', of)
    return deriver
  }
  const order = [
    ...nodes
      .filter(({ name }) => way.has(name) && name !== output && name !== of)
      .reverse()
      .map(({ name }) => name),
    of,
  ]
  for (const name of order) deriver.backward(name, way)
  deriver.together(of)
  return deriver
}
