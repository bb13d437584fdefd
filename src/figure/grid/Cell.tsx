import { useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { compact, typed } from '@/plot/format'
import { clamp, largest, stepSize, tidy } from '../controls/number'
import { NumberInput } from '../controls/NumberInput'
import { useDrag } from '../controls/useDrag'
import { words } from './words'

export type CellProps = {
  /** "x, row 1, column 2": the value is added. */
  name: string
  sym?: string
  /** null: not known yet. */
  value: number | null
  /** What a nudge adds to it: written below it. */
  plus?: number | undefined
  className: string
  tabIndex: number
  /** It is the one that the reader has picked. */
  selected?: boolean | undefined
  /** It takes part in what happens now. */
  inPlay?: boolean
  /** Where the cell stands among blocks, for the style: the gap before it, what is written above and beside it. */
  notes?: { readonly [key: `data-${string}`]: string | number | undefined }
  onFocus: () => void
  onHover?: () => void
  onChange?: (value: number) => void
}

/** Longer numbers are set smaller, and on a phone sooner. */
const lengthClass = ({ length }: string) =>
  length > 6 ? ' long' : length > 5 ? ' longish' : length > 4 ? ' five' : ''

const startsTyping = /^[-−.\d]$/

/** A matrix's cell. One that can be changed is dragged sideways, or typed into after Enter, a digit, or a tap. */
export function Cell({
  name,
  sym,
  value,
  plus,
  className,
  tabIndex,
  selected,
  inPlay = false,
  notes,
  onFocus,
  onHover,
  onChange,
}: CellProps) {
  const [editing, setEditing] = useState(false)
  const cell = useRef<HTMLDivElement>(null)
  const refocus = useRef(false)
  const before = useRef(value)
  const set = (next: number) => onChange?.(clamp(next, -largest, largest))
  const drag = useDrag({ value: value ?? 0, step: 0.1, onChange: set, onTap: () => setEditing(true) })

  useLayoutEffect(() => {
    if (!editing && refocus.current) cell.current?.focus()
    refocus.current = false
  }, [editing])

  /** Escape after the drag or the typing: back to what the focus found here. */
  const undo = () => {
    if (before.current === null || before.current === value) return false
    set(before.current)
    return true
  }
  const focus = ({ target }: FocusEvent) => {
    // A focus that comes back from the cell's own field belongs to the same visit.
    if (target === cell.current && !refocus.current) before.current = value
    onFocus()
  }
  const keys = (event: KeyboardEvent) => {
    if (editing || !onChange) return
    const page = event.key === 'PageUp' ? 1 : event.key === 'PageDown' ? -1 : 0
    if (event.key === 'Enter' || event.key === 'F2' || startsTyping.test(event.key)) setEditing(true)
    else if (page !== 0) set(tidy((value ?? 0) + page * stepSize(0.1, event)))
    else if (event.key !== 'Escape' || !(drag.undo() || undo())) return
    if (!startsTyping.test(event.key)) event.preventDefault()
  }
  const done = (keepFocus: boolean) => {
    // Or, not only: the field's own removal may blur it, and that must not take back what Enter asked for.
    refocus.current ||= keepFocus
    setEditing(false)
  }
  const { undo: _, ...pointer } = drag
  const added = plus === undefined ? '' : `${plus < 0 ? '−' : '+'} ${typed(Math.abs(plus))}`
  const shown = value === null ? '?' : onChange ? typed(value) : compact(value)
  return (
    <div
      ref={cell}
      role="gridcell"
      className={`cell ${className}${onChange ? ' editable' : ''}${lengthClass(shown)}`}
      data-sym={sym}
      data-zero={value === 0 ? '' : undefined}
      {...notes}
      tabIndex={editing ? -1 : tabIndex}
      aria-label={`${name}: ${value === null ? words.unknown : `${shown} ${added}`.trim()}`}
      aria-readonly={!onChange}
      aria-selected={selected}
      aria-description={inPlay ? words.inPlay : undefined}
      onFocus={focus}
      onPointerEnter={onHover}
      onKeyDown={keys}
      {...(onChange && !editing && pointer)}
    >
      {editing && onChange ? (
        <NumberInput label={name} value={value ?? 0} onChange={set} onDone={done} takeFocus />
      ) : (
        shown
      )}
      {added && !editing && <small className="plus">{added}</small>}
    </div>
  )
}
