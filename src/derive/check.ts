import type { Ast } from './ast.ts'
import type { Tensor, Span } from '../autodiff/index.ts'
import { derivation, ensureKnown, type Deriver } from './derive.ts'
import { Diagnoser, valuesOf, type Numbers, type Read, type Verdict } from './diagnose.ts'
import { readEquation, type Equation } from './equation.ts'
import { LayerError, type Fault } from './error.ts'
import { derivationNames, gradientSpelling, readLine, truth } from './lines.ts'
import type { Kind } from './mistakes.ts'
import type { Around, Meaning } from './moves.ts'
import { near, pointOf } from './point.ts'
import type { Program } from './program.ts'
import { valueIn, type Names } from './scope.ts'
import { lengthOfAst, replaced, sites } from './sites.ts'
import { stepBetween } from './steps.ts'
import { some, type Expr } from './tree.ts'

interface Judged {
  readonly line: Read
  readonly values: readonly Tensor[]
  readonly right: boolean
  kind: Kind
}

/** Which mistake a fault in reading is, when nothing more is known of it. */
const kinds: Partial<Record<Fault, Kind>> = {
  'free index': 'free index',
  'index length': 'shape',
  'index count': 'shape',
  'summed and free': 'swapped index',
  'captured index': 'swapped index',
  'three of one letter': 'free index',
  'unknown name': 'wrong name',
  'unknown function': 'wrong name',
  shape: 'shape',
}
/** The mistakes that can lie behind a fault in reading: a letter that is taken twice is that, and no other. */
function among(fault: Fault): (kind: Kind) => boolean {
  if (fault === 'free index' || fault === 'three of one letter') return (kind) => kind === 'lost sum'
  return () => fault !== 'summed and free' && fault !== 'captured index' && fault !== 'unknown name'
}

class Checker {
  private names: Names
  private readonly points: readonly Numbers[]
  private readonly last = new Map<string, Judged>()
  private above: Read | undefined

  /** Looks for mistakes with the names that there are now. */
  private get diagnoser(): Diagnoser {
    return new Diagnoser(this.names, this.points, this.program)
  }

  private readonly own = new Map<string, Meaning>()
  private get around(): Around {
    const { program, own, points } = this
    return { program, own, points: points.map(({ point }) => point), gradients: this.found.meanings }
  }

  private known: Deriver | undefined
  /** The derivation as it is made here. */
  private get found(): Deriver {
    this.known ??= derivation(this.program, this.of)
    return this.known
  }

  constructor(
    private readonly program: Program,
    private readonly of: string,
  ) {
    this.names = derivationNames(program)
    this.points = [0, 1].map((which) => {
      const point = pointOf(program, which, 11)
      return { values: new Map(point.values), point }
    })
  }

  line(text: string): Verdict {
    const bare = text.replace(/#.*$/, '')
    if (!bare.trim()) return { read: true, true: true, follows: true, kind: 'right', says: '' }
    const skip = /^\s*=(?!=)/.exec(bare)?.[0].length ?? 0
    const moved = ([from, to]: Span): Span => [from + skip, to + skip]
    let equation: Equation
    try {
      equation = readEquation(bare.slice(skip), valueIn(this.names), gradientSpelling(this.names))
    } catch (error) {
      if (!(error instanceof LayerError)) throw error
      return {
        read: false,
        true: false,
        follows: false,
        kind: 'value',
        says: error.message,
        span: moved(error.place),
      }
    }
    const verdict = this.equation(equation, bare.slice(skip))
    return verdict.span ? { ...verdict, span: moved(verdict.span) } : verdict
  }

  private equation(equation: Equation, text: string): Verdict {
    let line: Read
    try {
      line = readLine(equation, this.names, this.above)
    } catch (error) {
      if (!(error instanceof LayerError)) throw error
      const left = equation.left ?? this.above?.left
      const found = left && this.diagnoser.diagnosed({ left, right: equation.right }, text, among(error.kind))
      return (
        found ?? {
          read: true,
          true: false,
          follows: false,
          kind: kinds[error.kind] ?? 'value',
          says: error.message,
          span: error.place,
          ...(error.instead !== undefined && { instead: error.instead }),
        }
      )
    }
    this.above = line
    return this.judged(line, text)
  }

  private judged(line: Read, text: string): Verdict {
    const { subject } = line
    const wanted = this.points.map(({ point, values }) => truth(subject, { ...point, values }))
    if (wanted.some((value) => value === undefined)) return this.defined(line)
    const values = valuesOf(line, this.points)
    const right = values.some((way) => way.every((value, k) => near(value, wanted[k] as Tensor)))
    const key = JSON.stringify(subject)
    const before = this.last.get(key)
    const circular =
      subject.kind === 'value' && some(line.body, (e) => e.kind === 'entry' && e.name === subject.name)
    if (circular)
      return {
        read: true,
        true: false,
        follows: false,
        kind: 'wrong name',
        says: `${subject.name} is what is to be found: it cannot stand on the right.`,
        span: line.right.span,
      }
    const now: Judged = { line, values: values.at(-1) ?? [], right, kind: 'right' }
    this.last.set(key, now)
    if (right) return this.rightLine(line, before)
    const follows =
      before !== undefined &&
      !before.right &&
      (values.at(-1) ?? []).every((value, k) => near(value, before.values[k] as Tensor))
    const verdict: Verdict = follows
      ? {
          read: true,
          true: false,
          follows,
          kind: before.kind,
          says: 'It follows from the line above, which is wrong.',
        }
      : (this.diagnoser.diagnosed({ left: line.left, right: line.right }, text, () => true, line) ??
        this.diagnoser.unexplained(line, wanted as Tensor[], values.at(-1) ?? []))
    now.kind = verdict.kind
    return verdict
  }

  /** A name of the reader's own: it stands for this value from here on. */
  private defined({ subject, axes, body }: Read): Verdict {
    if (subject.kind !== 'value' || /^d./.test(subject.name)) {
      const name = subject.kind === 'value' ? subject.name : `∂${subject.of}/∂${subject.by}`
      return {
        read: true,
        true: false,
        follows: false,
        kind: 'wrong name',
        says: `Nothing is called “${name.replace(/^d/, '')}” here: say first what it is, as in ${name.replace(/^d/, '')} = …`,
      }
    }
    const { name } = subject
    const shape = axes.map(({ dim }) => dim)
    const [values = []] = valuesOf({ axes, body }, this.points)
    const shapes = new Map([...this.names.shapes, [name, shape] as const])
    for (const [k, { values: known }] of this.points.entries()) known.set(name, values[k] as Tensor)
    const same = this.program.nodes.find(({ name: node }) =>
      this.points.every(({ point }, k) => near(values[k] as Tensor, point.values.get(node) as Tensor)),
    )
    if (same) {
      shapes.set(`d${name}`, shape)
      for (const { values: known, point } of this.points)
        known.set(`d${name}`, point.values.get(`d${same.name}`) as Tensor)
    }
    this.own.set(name, { letters: axes, body })
    this.names = { ...this.names, shapes }
    return {
      read: true,
      true: true,
      follows: true,
      kind: 'right',
      rule: 'name',
      says: `${name} stands for this value from here on.`,
    }
  }

  private rightLine(line: Read, before: Judged | undefined): Verdict {
    const step = stepBetween(before?.right ? before.line : undefined, line, this.around)
    const broken = before !== undefined && !before.right
    const end = this.finish(line)
    const follows = !broken && step.follows
    const parts = [
      follows
        ? step.says
        : broken
          ? 'True, but it does not follow from the line above.'
          : 'True, but a long step.',
      end.says,
    ]
    return {
      read: true,
      true: true,
      follows,
      kind: 'right',
      ...(follows ? { rule: step.rule } : {}),
      says: parts.filter(Boolean).join(' '),
      ...(end.finished && { finished: end.finished }),
      ...(end.shorter !== undefined && { shorter: end.shorter }),
    }
  }

  /** Whether the derivation has ended, and whether there is a shorter form. */
  private finish({ subject, body, right }: Read): { says: string; finished?: true; shorter?: string } {
    if (subject.kind !== 'value' || subject.name !== `d${this.of}`) return { says: '' }
    const ends = this.found.meanings.get(this.of)?.body
    const left = (e: Expr | undefined, kind: Expr['kind']): boolean =>
      e !== undefined && some(e, (part) => part.kind === kind)
    // Where one place is picked out, a δ stays to the end.
    if (left(body, 'partial') || (left(body, 'delta') && !left(ends, 'delta'))) return { says: '' }
    const done = 'No ∂ and no δ is left: finished.'
    const short = this.shortest()
    if (!short || lengthOfAst(this.spelledOut(short.right, right)) >= lengthOfAst(right))
      return { says: done, finished: true }
    return { says: `${done} The short form is ${short.text}.`, finished: true, shorter: short.text }
  }

  /** The short form in the reader's own terms: a gradient on the way that the reader does without is written out. */
  private spelledOut(short: Ast, own: Ast): Ast {
    const has = (ast: Ast, name: string): boolean =>
      sites(ast).some(({ node }) => node.kind === 'name' && node.name === name)
    const named = [...this.found.meanings.keys()].map((name) => `d${name}`)
    return named.reduceRight((ast, name) => {
      const line = has(ast, name) && !has(own, name) && this.endOf(name)
      return line ? replaced(ast, name, line) : ast
    }, short)
  }

  /** The last line about a gradient in matrix form. */
  private endOf(name: string): Ast | undefined {
    const line = this.found.lines.findLast(
      ({ text, form }) => form !== 'indices' && text.startsWith(`${name} =`),
    )
    return line && readEquation(line.text, valueIn(this.names)).right
  }

  private short: { text: string; right: Ast } | undefined
  private shortest(): { text: string; right: Ast } | undefined {
    if (this.short) return this.short
    const about = this.found.lines.filter(
      ({ text, form }) => form !== 'indices' && text.startsWith(`d${this.of} =`),
    )
    const last = about.at(-1)
    this.short = last && {
      text: last.text,
      right: readEquation(last.text, valueIn(this.names)).right,
    }
    return this.short
  }
}

const [mostLines, mostLetters] = [200, 4000]
const tooLong: Verdict = {
  read: false,
  true: false,
  follows: false,
  kind: 'value',
  says: `A derivation may have ${mostLines} lines of ${mostLetters} characters.`,
}

/** Judges the lines of a derivation of ∂L/∂of, in order. */
export function verdictsOf(program: Program, of: string, lines: readonly string[]): Verdict[] {
  ensureKnown(program, of)
  const checker = new Checker(program, of)
  return lines.map((line, k) =>
    k < mostLines && line.length <= mostLetters ? checker.line(line) : { ...tooLong },
  )
}
