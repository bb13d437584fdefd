import { ShapeError, Tensor } from '@/autodiff'
import type { Numbers, Sizes } from '@/topics/linear-layer/model'
import { differing, fitsShape, isRight } from '@/topics/checking/compare'
import { outcome, read, type Formula, type Span, type Unread } from '@/topics/checking/read'
import {
  envOf,
  letters,
  probes,
  sizeNames,
  tasks,
  trialOf,
  type Given,
  type Target,
  type Trial,
} from './given'
import { kindOf, slipOf, type Kind, type Slip } from './kinds'

/** What a formula came to, as rows; which cells are wrong, where the shape is right. */
export type Result = {
  rows: Numbers
  shape: readonly number[]
  /** The shape in N, D and M, where it can be told. */
  named: readonly string[]
  wrong: readonly (readonly boolean[])[]
}

export type Verdict =
  | Unread
  /** Shapes that clash while the formula is computed; `sides` are theirs in letters. */
  | {
      kind: 'clash'
      span: Span
      op: string
      says: string
      shapes: readonly (readonly number[])[]
      sides: readonly (readonly string[])[]
      slip?: Slip
    }
  /** Computed, but no number comes of it, or nothing that could be computed. */
  | { kind: 'broken'; says: string }
  | { kind: 'undefined'; mine: Result }
  | ((
      | Exclude<Kind, { kind: 'right' }>
      | { kind: 'shape'; slip?: Slip }
      | { kind: 'values'; count: number; slip?: Slip }
    ) & { mine: Result })
  /** Right on the reader's numbers, but not at other sizes, where it is wrong in the way of `there`. */
  | { kind: 'coincidence'; sizes: Sizes; there: Verdict; mine: Result }
  /** `dropped`: the axis of length 1 is gone. */
  | { kind: 'right'; dropped: boolean; mine: Result }

/** A tensor as rows: a vector is one row, a scalar one cell. */
export function rowsOf(value: Tensor): Numbers {
  const width = value.shape.at(-1) ?? 1
  const height = width === 0 ? 0 : value.size / width
  return Array.from({ length: height }, (_, i) => Array.from(value.data.subarray(i * width, (i + 1) * width)))
}

function resultOf(value: Tensor, trial: Trial, formula: Formula, target: Target): Result {
  const rows = rowsOf(value)
  const other = outcome(formula, probes(target)[0].env)
  const comparable = fitsShape(value, trial)
  const off = comparable ? differing(value, trial.truth, trial.tolerance) : []
  return {
    rows,
    shape: value.shape,
    named: other instanceof Tensor ? letters(other.shape) : [],
    wrong: rows.map((row, i) => row.map((_, j) => off[i * row.length + j] ?? false)),
  }
}

function clashOf(error: ShapeError, formula: Formula, target: Target): Verdict {
  const other = outcome(formula, probes(target)[0].env)
  const slip = slipOf(formula.text, target)
  return {
    kind: 'clash',
    span: error.span ?? [0, formula.text.length],
    op: error.op,
    says: error.message,
    shapes: error.shapes,
    sides: other instanceof ShapeError ? other.shapes.map(letters) : [],
    ...(slip && { slip }),
  }
}

/** Where a formula that fits the reader's numbers fails, and how. */
function elsewhere(formula: Formula, target: Target, mine: Result): Verdict | undefined {
  for (const trial of probes(target)) {
    const there = judge(formula, trial, target, false)
    if (there.kind !== 'right') return { kind: 'coincidence', sizes: trial.sizes, there, mine }
  }
}

function judge(formula: Formula, trial: Trial, target: Target, reader = true): Verdict {
  const value = outcome(formula, trial.env)
  if (value instanceof ShapeError) return clashOf(value, formula, target)
  if (value instanceof Error) return { kind: 'broken', says: value.message }
  const mine = resultOf(value, trial, formula, target)
  if (mine.rows.flat().some((entry) => !Number.isFinite(entry))) return { kind: 'undefined', mine }

  const right = isRight(value, trial)
  const kind = kindOf(formula, target)
  const dropped = value.rank < trial.truth.rank
  if (kind?.kind === 'right') return { kind: 'right', dropped, mine }
  if (right)
    return (reader ? elsewhere(formula, target, mine) : undefined) ?? { kind: 'right', dropped, mine }
  if (kind) return { ...kind, mine }
  const slip = slipOf(formula.text, target)
  const extra = slip && { slip }
  if (!fitsShape(value, trial)) return { kind: 'shape', mine, ...extra }
  return { kind: 'values', count: mine.wrong.flat().filter(Boolean).length, mine, ...extra }
}

/** Says of a formula what kind of right or wrong it is, on the reader's numbers and at other sizes. */
export function check(text: string, given: Given, target: Target): Verdict {
  const formula = read(text, [...tasks[target].names, ...sizeNames])
  if ('kind' in formula) return formula.kind === 'name' ? { ...formula, known: tasks[target].names } : formula
  return judge(formula, trialOf(target, envOf(given)), target)
}

/** The right answer's numbers. */
export const answer = (given: Given, target: Target): Numbers => rowsOf(trialOf(target, envOf(given)).truth)
