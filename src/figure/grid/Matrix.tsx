import type { ReactNode } from 'react'
import { compact, inFull, settled, shapeText, superscript } from '@/plot/format'
import type { Kind, Role } from '@/plot/role'
import { untranslated } from '@/plot/untranslated'
import { Cell } from './Cell'
import type { Place } from './grid'
import { useWalk } from './useWalk'
import { words } from './words'

export type { Kind, Role }

type Props = {
  /** As a screen reader says it: "x", "gradient of L by x". */
  name: string
  /** As the eye reads it. */
  label: ReactNode
  /** The symbol's key: its entries light up as `x.1.2` wherever they stand. */
  sym?: string
  /** The matrix is that symbol's transpose: its entries keep their own names. */
  transposed?: boolean
  /** It is a vector, lying or standing: its entries are `x.2`, its badge ℝ³. */
  vector?: boolean
  role: Role
  kind?: Kind
  values: readonly (readonly (number | null)[])[]
  /** Cells in play: outlined and heavier. */
  active?: (i: number, j: number) => boolean
  /** Cells that are wrong, or that move: said by a mark and in the cell's name. */
  mark?: (i: number, j: number) => 'wrong' | 'moves' | 'nudged' | undefined
  /** What a nudge adds to an entry. */
  plus?: (i: number, j: number) => number | undefined
  onChange?: (i: number, j: number, value: number) => void
  onSelect?: (i: number, j: number) => void
  /** The cell under the pointer, and undefined once there is none. */
  onHover?: (place: Place | undefined) => void
}

/** A matrix as a grid to walk by arrow keys, one tab stop; its cells say row, column and value. */
export function Matrix(props: Props) {
  const {
    name,
    label,
    sym,
    transposed,
    vector,
    role,
    kind = 'value',
    values,
    active,
    mark,
    plus,
    onChange,
    onSelect,
    onHover,
  } = props
  const rows = values.length
  const columns = values[0]?.length ?? 0
  const { grid, at, setStop, onKeyDown } = useWalk(rows, columns)

  const keyOf = (i: number, j: number) => {
    const index = vector ? [Math.max(i, j)] : transposed ? [j, i] : [i, j]
    return [sym, ...index.map((k) => k + 1)].join('.')
  }
  const cell = (value: number | null, i: number, j: number) => {
    const marked = mark?.(i, j)
    return (
      <Cell
        key={j}
        name={words.cell(name, i + 1, j + 1, marked)}
        {...(sym && { sym: keyOf(i, j) })}
        value={value}
        plus={plus?.(i, j)}
        className={[role, kind, active?.(i, j) && 'active', marked].filter(Boolean).join(' ')}
        inPlay={active?.(i, j) ?? false}
        tabIndex={i === at[0] && j === at[1] ? 0 : -1}
        onFocus={() => {
          setStop([i, j])
          onSelect?.(i, j)
        }}
        {...(onHover && { onHover: () => onHover([i, j]) })}
        {...(onChange && { onChange: (next: number) => onChange(i, j, next) })}
      />
    )
  }
  return (
    <div className={`matrix ${role}`} data-columns={columns} {...untranslated}>
      <div className="matrix-head">
        <span className="matrix-label" aria-hidden="true">
          {label}
        </span>
        <span className="shape" data-sym={sym && !transposed ? `shape.${sym}` : undefined}>
          {vector ? `ℝ${superscript(rows * columns)}` : shapeText([rows, columns])}
        </span>
      </div>
      <div
        ref={grid}
        role="grid"
        aria-label={words.matrix(name, rows, columns)}
        data-sym={transposed ? undefined : sym}
        className="grid"
        onKeyDown={onKeyDown}
        onPointerLeave={() => onHover?.(undefined)}
      >
        {values.map((row, i) => (
          <div role="row" className="grid-row" key={i}>
            {row.map((value, j) => cell(value, i, j))}
          </div>
        ))}
      </div>
    </div>
  )
}

type RowProps = {
  /** What the row is, beside it: "Forward". */
  name?: string
  /** The most rows a matrix in it can have: the height is kept for them. */
  rows?: number
  children: ReactNode
}

/** Matrices and the signs between them, in one row that scrolls by itself when it must. */
export const MatrixRow = ({ name, rows, children }: RowProps) => (
  <div className="matrix-line" data-named={name && ''}>
    {name && <p className="matrix-line-name">{name}</p>}
    <div className="matrix-row" data-rows={rows}>
      {children}
    </div>
  </div>
)

export const Sign = ({ children }: { children: ReactNode }) => (
  <span className="sign" aria-hidden="true">
    {children}
  </span>
)

type EqualsProps = {
  /** Every matrix of the row, in any form: what counts is whether its cells say their numbers in full. */
  of: readonly (readonly (number | null)[])[]
}

/** The sign before what a row of matrices makes: = where the printed cells give it, ≈ where some are printed to a few digits. */
export const Equals = ({ of }: EqualsProps) => (
  <Sign>
    {of.flat().every((value) => value === null || inFull(settled(value), compact(value))) ? '=' : '≈'}
  </Sign>
)
