import { useLayoutEffect, useRef, useState, useSyncExternalStore, type KeyboardEvent } from 'react'
import { num } from '@/plot/format'
import { clamp, largest, stepSize, tidy } from './number'
import { NumberInput } from './NumberInput'
import { useDrag } from './useDrag'

type Props = {
  label: string
  value: number
  onChange: (value: number) => void
  min?: number
  max?: number
  step?: number
  className?: string
}

const never = () => () => undefined
/** False on the server and in the first drawing after it: what stands there is text, and no dead control. */
const useAwake = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )

/** A number in a line of text: dragged sideways, stepped by arrow keys, or typed after Enter, a digit or a tap. */
export function InlineNumber(props: Props) {
  const { label, value, onChange, min = -largest, max = largest, step = 0.1, className = '' } = props
  const [editing, setEditing] = useState(false)
  const handle = useRef<HTMLSpanElement>(null)
  const refocus = useRef(false)
  const before = useRef(value)
  const awake = useAwake()
  const set = (next: number) => onChange(clamp(tidy(next), min, max))
  const { undo, ...pointer } = useDrag({ value, step, onChange: set, onTap: () => setEditing(true) })

  useLayoutEffect(() => {
    if (!editing && refocus.current) handle.current?.focus()
    refocus.current = false
  }, [editing])

  const keys = (event: KeyboardEvent) => {
    const sign = /^Arrow(Right|Up)$/.test(event.key) ? 1 : /^Arrow(Left|Down)$/.test(event.key) ? -1 : 0
    if (/^[-−.\d]$/.test(event.key)) return setEditing(true)
    if (event.key === 'Enter') setEditing(true)
    else if (event.key === 'Escape') {
      if (!undo()) onChange(before.current)
    } else if (event.key === 'Home' && min > -largest) set(min)
    else if (event.key === 'End' && max < largest) set(max)
    else if (sign !== 0) set(value + sign * stepSize(step, event))
    else return
    event.preventDefault()
  }
  const done = (keepFocus: boolean) => {
    // Or, not only: the field's own removal may blur it, and that must not take back what Enter asked for.
    refocus.current ||= keepFocus
    setEditing(false)
  }
  const shown = num(value, 6)
  return (
    <span
      ref={handle}
      className={`inline-number ${className}`}
      {...(awake &&
        !editing && {
          role: 'spinbutton',
          tabIndex: 0,
          'aria-label': label,
          'aria-valuenow': value,
          'aria-valuetext': shown,
          ...(min > -largest && { 'aria-valuemin': min }),
          ...(max < largest && { 'aria-valuemax': max }),
          onKeyDown: keys,
          onFocus: () => void (before.current = value),
          ...pointer,
        })}
    >
      {editing ? (
        <NumberInput {...{ label, value, min, max, step }} onChange={set} onDone={done} takeFocus />
      ) : (
        shown
      )}
    </span>
  )
}
