import { nth } from '@/autodiff'
import { useRef, type ReactNode } from 'react'
import { shapeText } from '@/plot/format'
import { indexText, nest, offsetOf, spread, whole, type Arrangement, type Window } from '@/plot/nesting'
import { untranslated } from '@/plot/untranslated'
import { Cell } from './Cell'
import type { Kind, Role } from './Matrix'
import { useFlight } from './useFlight'
import { useWalk } from './useWalk'
import { words } from './words'

type Index = readonly number[]

type Props = {
  /** As a screen reader says it: "x", "Jacobian of y by x". */
  name: string
  label: ReactNode
  /** The symbol's key: its entries light up as `x.1.2` wherever they stand. */
  sym?: string
  role: Role
  kind?: Kind
  shape: readonly number[]
  /** An entry by its place in row-major order; null: not known yet. */
  value: (offset: number) => number | null
  /** Which axes run down and which across; by default as `spread` has it. */
  arrangement?: Arrangement
  /** What is drawn of it, if not all. */
  window?: Window
  /** Written as the badge instead of the plain shape. */
  badge?: string
  /** The one entry that is picked: outlined. */
  picked?: number | undefined
  /** Entries in play: tinted and heavier. */
  lit?: (offset: number, index: Index) => boolean
  /** Entries that take no part: faint. */
  faint?: (offset: number, index: Index) => boolean
  /** How an entry is called, if not by its own index. */
  entryName?: (index: Index) => string
  /** What stands above a block's first cell, or beside a row. */
  above?: (index: Index) => string
  beside?: (index: Index) => string
  /** `above` belongs to every column of the first row, not to each block. */
  lines?: boolean
  /** What its cells are to each other over time, where the name changes and the entries stay. */
  flight?: string
  /** The entry that takes in one that is no longer drawn. */
  merge?: (offset: number) => number | undefined
  onPick?: (offset: number) => void
  /** An arrow key went over the window's edge. */
  onBeyond?: (axes: readonly number[], by: 1 | -1) => void
  onChange?: (offset: number, value: number) => void
}

/**
 * A tensor of any rank as a grid of grids: one stop for Tab, arrow keys, cells that say their index and value. When
 * the arrangement changes, each cell travels to its new place.
 */
export function TensorGrid(props: Props) {
  const { name, label, sym, role, kind = 'value', shape, value, picked, lit, faint, onPick, onChange } = props
  const { arrangement = spread(shape.length), window = whole(shape), above, beside, onBeyond } = props
  const { rows, columns, entry } = nest(shape, arrangement, window)
  const entries = rows.flatMap((_, i) => columns.map((__, j) => offsetOf(shape, entry(i, j))))
  const { grid, at, setStop, onKeyDown } = useWalk(rows.length, columns.length, (down, across) =>
    onBeyond?.(down ? arrangement.down : arrangement.across, down + across > 0 ? 1 : -1),
  )
  const ghosts = useRef<HTMLDivElement>(null)
  useFlight(grid, ghosts, {
    entries,
    kind: `${props.flight ?? name} ${shape.join()}`,
    place: JSON.stringify([arrangement, window, role]),
    merge: props.merge,
  })
  const starts = (lines: typeof rows, k: number) => k === 0 || (lines[k]?.gap ?? 0) > 0

  const heads = (i: number, j: number) => (props.lines ? i === 0 : starts(rows, i) && starts(columns, j))

  const cell = (i: number, j: number) => {
    const index = entry(i, j)
    const offset = nth(entries, i * columns.length + j)
    const called = props.entryName?.(index) ?? (shape.length ? words.entry(indexText(index)) : words.oneEntry)
    const stands = [
      role,
      kind,
      lit?.(offset, index) && 'lit',
      faint?.(offset, index) && 'faint',
      offset === picked && 'active',
    ]
    return (
      <Cell
        key={j}
        name={words.called(name, called, i + 1, j + 1)}
        {...(sym && { sym: [sym, ...index.map((k) => k + 1)].join('.') })}
        value={value(offset)}
        className={stands.filter(Boolean).join(' ')}
        selected={offset === picked}
        tabIndex={i === at[0] && j === at[1] ? 0 : -1}
        notes={{
          'data-gap': columns[j]?.gap || undefined,
          'data-above': above && heads(i, j) ? above(index) : undefined,
          'data-beside': beside && j === 0 ? beside(index) : undefined,
        }}
        onFocus={() => {
          setStop([i, j])
          onPick?.(offset)
        }}
        {...(onChange && { onChange: (next: number) => onChange(offset, next) })}
      />
    )
  }
  return (
    <div
      className={`matrix tensor ${role}`}
      data-above={above && (props.lines ? 'lines' : '')}
      data-beside={beside && ''}
      {...untranslated}
    >
      <div className="matrix-head">
        <span className="matrix-label" aria-hidden="true">
          {label}
        </span>
        <span className="shape" data-sym={sym && `shape.${sym}`}>
          {props.badge ?? shapeText(shape)}
        </span>
      </div>
      <div
        ref={grid}
        role="grid"
        aria-label={words.tensor(name, rows.length, columns.length)}
        data-sym={sym}
        className="grid"
        onKeyDown={onKeyDown}
      >
        {rows.map(({ gap }, i) => (
          <div role="row" className="grid-row" key={i} data-gap={gap || undefined}>
            {columns.map((_, j) => cell(i, j))}
          </div>
        ))}
      </div>
      <div className="ghosts" ref={ghosts} aria-hidden="true" />
    </div>
  )
}
