import type { Span } from '../autodiff/index.ts'
import type { Ast, Letter, Slot } from './ast.ts'
import { LayerError } from './error.ts'
import { arity } from './functions.ts'
import { lettersIn } from './sites.ts'
import { settingsOf } from './operators.ts'
import { Indices } from './indices.ts'
import { unset, type Open } from './lengths.ts'
import { composedNamed, constant, functionNamed, shapeText, unknown, unknownFunction } from './scope.ts'
import * as tree from './tree.ts'
import {
  add,
  at,
  axis,
  call,
  delta,
  div,
  entry,
  mul,
  neg,
  num,
  pow,
  size,
  sum,
  type Dim,
  type Expr,
} from './tree.ts'

/** Reads an expression of one entry. Letters stand left of the “=”, or under a sum. */
export class Entries extends Indices {
  /** The letters of a left side; a length that is known there is given. */
  static letters(given: readonly Letter[], dims?: readonly Dim[]): Open[] {
    const seen = new Set<string>()
    return given.map(({ name, span }, k) => {
      if (name === '0') return { ...axis(1, name) }
      if (seen.has(name))
        throw new LayerError(
          'free index',
          `“${name}” stands twice on the left: each axis has a letter of its own.`,
          span,
        )
      seen.add(name)
      return { ...axis(dims?.[k] ?? unset, name) }
    })
  }

  /** The whole right side. Throws where a letter stands on one side only, or has no length. */
  whole(ast: Ast, { mayLack }: { mayLack: boolean }): Expr {
    this.typed = lettersIn(ast)
    const expr = this.read(ast)
    this.lengths.settle(ast.span, this.left, ({ id }) => this.used.has(id))
    const lacking = this.left.find(({ id, base }) => base !== '0' && !this.used.has(id))
    if (lacking && !mayLack)
      throw new LayerError(
        'free index',
        `“${lacking.base}” stands on the left only: nothing on the right depends on it.`,
        ast.span,
      )
    return expr
  }

  private read(ast: Ast): Expr {
    switch (ast.kind) {
      case 'number':
        return num(ast.value)
      case 'name':
        return this.name(ast.name, ast.span)
      case 'neg':
        return neg(this.read(ast.of))
      case 'binary':
        return this.binary(ast.op, ast.left, ast.right, ast.span)
      case 'index':
        return this.entry(ast)
      case 'over':
        return this.over(ast.fn, ast.letters, ast.body)
      case 'delta':
        return this.delta(ast.slots, ast.span)
      case 'partial':
        return this.partial(ast.of, ast.by)
      case 'call':
        return this.call(ast)
      default:
        throw new LayerError(
          'not supported',
          'Between entries stand products, sums and functions; this belongs to the form of matrices.',
          ast.span,
        )
    }
  }

  private name(name: string, span: Span): Expr {
    const shape = this.names.shapes.get(name)
    if (shape && shape.every((dim) => dim === 1))
      return entry(
        name,
        shape.map(() => tree.place(0)),
      )
    if (shape) {
      const letters = shape.map((dim) => axis(dim).base).join()
      throw new LayerError(
        'index count',
        `“${name}” is ${shapeText(shape)}: between entries write one of its entries, such as ${name}[${letters}].`,
        span,
      )
    }
    if (this.names.sizes.has(name)) return size(name)
    const value = constant(name)
    if (value !== undefined) return num(value)
    throw unknown(name, span, this.names)
  }

  private binary(op: string, l: Ast, r: Ast, span: Span): Expr {
    const [left, right] = [this.read(l), this.read(r)]
    switch (op) {
      case '+':
        return add(left, right)
      case '-':
        return add(left, neg(right))
      case '/':
        return div(left, right)
      case '^':
        return pow(left, right)
      case '>':
        return tree.isNum(right, 0) ? call('step', left) : call('greater', left, right)
      case '<':
        return call('greater', right, left)
      case '>=':
        return add(num(1), neg(call('greater', right, left)))
      case '<=':
        return add(num(1), neg(call('greater', left, right)))
      case '==':
        return call('equal', left, right)
      case '@':
        throw new LayerError(
          'not supported',
          '“@” multiplies matrices; between entries the product is plain.',
          span,
        )
      default:
        return mul(left, right)
    }
  }

  private entry(ast: Ast & { kind: 'index' }): Expr {
    const slots = ast.of.kind === 'index' ? [...ast.of.slots, ...ast.slots] : ast.slots
    const named = ast.of.kind === 'index' ? ast.of.of : ast.of
    if (named.kind === 'partial' && named.by.kind === 'name')
      return this.indexed(`d${named.by.name}`, slots, ast.span)
    if (named.kind !== 'name') throw new LayerError('syntax', 'Only a named tensor has entries.', named.span)
    return this.indexed(named.name, slots, ast.span)
  }

  private over(fn: string, letters: readonly Letter[], body: Ast): Expr {
    if (fn === 'softmax') return this.softmax(letters, body)
    for (const { name, span } of letters) {
      if (this.left.some(({ base }) => base === name))
        throw new LayerError(
          'summed and free',
          `“${name}” is summed here and stands on the left too: a summed letter is gone.`,
          span,
        )
      if (this.bound.flat().some(({ base }) => base === name))
        throw new LayerError(
          'captured index',
          `“${name}” is summed by an outer sum already: take another letter for the inner one.`,
          span,
        )
    }
    const over = Entries.letters(letters)
    this.bound.push(over)
    const inner = this.read(body)
    this.lengths.settle(body.span, over, () => true)
    this.bound.pop()
    if (fn === 'sum') return sum(over, inner)
    if (fn === 'mean') return mul(...over.map((a) => pow(size(a.dim), num(-1))), sum(over, inner))
    return over.reduceRight<Expr>(
      (e, a) => ({ kind: 'row', fn: fn as 'max' | 'logsumexp', over: a, body: e }),
      inner,
    )
  }

  private softmax([letter, ...more]: readonly Letter[], body: Ast): Expr {
    const found = letter && !more.length ? this.find(letter.name) : undefined
    if (!found)
      throw new LayerError(
        'free index',
        'A softmax runs over one letter, which stands on the left too.',
        body.span,
      )
    const inner = this.read(body)
    this.lengths.settle(body.span, [found], () => true)
    const over = tree.again(found)
    return {
      kind: 'row',
      fn: 'softmax',
      over,
      body: tree.substitute(inner, new Map([[found.id, at(over)]])),
      at: at(found),
    }
  }

  private delta(slots: readonly Slot[], span: Span): Expr {
    const [a, b, ...more] = slots
    if (!a || !b || more.length) throw new LayerError('syntax', 'δ takes two letters, as in δ[i,j].', span)
    const [left, right] = [this.index(a, undefined, 'δ', span), this.index(b, undefined, 'δ', span)]
    const [one, other] = [tree.axisOf(left) as Open | undefined, tree.axisOf(right) as Open | undefined]
    if (one && other) this.lengths.pairs.push([one, other, span])
    return delta(left, right)
  }

  private partial(of: Ast, by: Ast): Expr {
    if (of.kind === 'name' && !this.names.shapes.has(of.name)) {
      const inner = by.kind === 'index' ? by : undefined
      const named = inner ? inner.of : by
      if (named.kind === 'name') return this.indexed(`d${named.name}`, inner?.slots ?? [], by.span)
    }
    const [top, below] = [this.read(of), this.read(by)]
    if (top.kind !== 'entry' || below.kind !== 'entry')
      throw new LayerError('syntax', '∂ stands before an entry.', of.span)
    return { kind: 'partial', of: top, by: below }
  }

  private call({ fn, word, args, settings, span }: Ast & { kind: 'call' }): Expr {
    const name = functionNamed(fn === 'max' ? 'maximum' : fn === 'min' ? 'minimum' : fn)
    const [first] = args
    // A name before brackets is no function but a factor.
    if ((this.names.shapes.has(fn) || this.names.sizes.has(fn)) && first && args.length === 1)
      return mul(this.name(fn, span), this.read(first))
    const composed = composedNamed(fn)
    if (composed && first && args.length <= composed.takes + composed.settings.length)
      return composed.made(this.read(first), ...settingsOf(composed, fn, args, settings, span))
    if (!name) throw unknownFunction(fn, word ?? [span[0], span[0] + fn.length])
    if (args.length !== arity(name) || !first)
      throw new LayerError(
        'syntax',
        `${fn} takes ${arity(name)} value${arity(name) > 1 ? 's' : ''} here, not ${args.length}.`,
        span,
      )
    settingsOf({ takes: args.length, settings: [] }, fn, args, settings, span)
    return call(name, ...args.map((arg) => this.read(arg)))
  }
}
