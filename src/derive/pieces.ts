import { nth } from '../autodiff/index.ts'
import type { Span } from '../autodiff/index.ts'
import type { Ast, Slot } from './ast.ts'
import { LayerError } from './error.ts'
import type { Grid } from './grid.ts'
import { number } from './operators.ts'
import { shapeText } from './scope.ts'
import * as tree from './tree.ts'
import { axis, mul, place, places, sum } from './tree.ts'

/** einsum('nd,dm->nm', x, w): what the letters say. */
export function einsum([spec, ...args]: readonly Ast[], grids: readonly Grid[], span: Span): Grid {
  const text = spec?.kind === 'text' ? spec.text.replace(/\s/g, '') : ''
  const [inputs = '', output] = text.split('->')
  const terms = inputs.split(',')
  if (!text || terms.length !== args.length)
    throw new LayerError('syntax', "einsum takes its letters first, as in einsum('nd,dm->nm', x, w).", span)
  const dims = new Map<string, tree.Dim>()
  for (const [k, term] of terms.entries()) {
    const a = grids[k]
    if (!a || a.dims.length !== term.length)
      throw new LayerError(
        'index count',
        `“${term}” has ${term.length} letters for ${shapeText(a?.dims ?? [])}.`,
        args[k]?.span ?? span,
      )
    for (const [j, letter] of [...term].entries()) {
      const dim = nth(a.dims, j)
      if ((dims.get(letter) ?? dim) !== dim)
        throw new LayerError(
          'index length',
          `“${letter}” has two lengths: ${dims.get(letter)} and ${dim}.`,
          span,
        )
      dims.set(letter, dim)
    }
  }
  const left =
    output ??
    [...dims.keys()]
      .filter((l) => inputs.split(l).length === 2)
      .sort()
      .join('')
  const stranger = [...left].find((letter) => !dims.has(letter))
  if (stranger) throw new LayerError('free index', `“${stranger}” stands right of the arrow only.`, span)
  return {
    dims: [...left].map((letter) => dims.get(letter) ?? 1),
    at: (index) => {
      const over = [...dims]
        .filter(([letter]) => !left.includes(letter))
        .map(([letter, dim]) => axis(dim, letter))
      const where = (letter: string): tree.Index =>
        (left.includes(letter)
          ? index[left.indexOf(letter)]
          : places(over.filter((a) => a.base === letter))[0]) ?? place(0)
      return sum(
        over.filter(({ dim }) => dim !== 1),
        mul(...grids.map((a, k) => a.at([...(terms[k] ?? '')].map(where)))),
      )
    },
  }
}

/** x[0], x[:, None]: a place takes its axis away, None makes one of length 1. */
export function sliced(a: Grid, slots: readonly Slot[], span: Span): Grid {
  const kept: ((index: readonly tree.Index[]) => tree.Index)[] = []
  const dims: tree.Dim[] = []
  for (const slot of slots) {
    if (slot.kind === 'new') {
      dims.push(1)
      continue
    }
    const dim = a.dims[kept.length]
    if (dim === undefined)
      throw new LayerError('shape', `${shapeText(a.dims)} has no axis ${kept.length}.`, span)
    if (slot.kind === 'range') {
      if (slot.from || slot.to)
        throw new LayerError(
          'not supported',
          'Ranges are not read here, “:” takes the whole axis: write entries, as in y[t] = x[t+1].',
          span,
        )
      const k = dims.push(dim) - 1
      kept.push((index) => index[k] ?? place(0))
    } else {
      const typed = number(slot.of)
      const at = typed !== undefined && typed < 0 && typeof dim === 'number' ? typed + dim : typed
      if (at === undefined || at < 0 || (typeof dim === 'number' && at >= dim))
        throw new LayerError('shape', `A place on an axis of length ${dim} is a number from 0.`, slot.of.span)
      kept.push(() => place(at))
    }
  }
  for (const dim of a.dims.slice(kept.length)) {
    const k = dims.push(dim) - 1
    kept.push((index) => index[k] ?? place(0))
  }
  return { dims, at: (index) => a.at(kept.map((take) => take(index))) }
}
