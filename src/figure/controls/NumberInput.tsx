import { useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { useWarn } from '../state/warn'
import { clamp, largest, parseNumber, stepSize, tidy } from './number'

type Props = {
  label: string
  value: number
  onChange: (value: number) => void
  min?: number
  max?: number
  step?: number
  /** Whole numbers only. */
  integer?: boolean
  /** Takes the focus as soon as it is there: a cell has become a field under the reader's hands. */
  takeFocus?: boolean
  /** After Enter (`true`), Escape (`true`) or when focus leaves (`false`); the argument says whether to keep the focus. */
  onDone?: (keepFocus: boolean) => void
}

/**
 * A field to type a number in: valid text counts at once, and text that is none leaves the number as it was before the
 * typing; arrow keys step, Escape brings back what was there.
 */
export function NumberInput(props: Props) {
  const {
    label,
    value,
    onChange,
    min = -largest,
    max = largest,
    step = 0.1,
    integer = false,
    takeFocus = false,
    onDone,
  } = props
  const warn = useWarn()
  const [draft, setDraft] = useState<string>()
  const before = useRef(value)
  const untyped = useRef(value)
  const field = useRef<HTMLInputElement>(null)

  useLayoutEffect(() => {
    if (takeFocus) field.current?.focus()
  }, [takeFocus])

  const type = (text: string) => {
    if (draft === undefined) untyped.current = value
    setDraft(text)
    const typed = parseNumber(text, min, max, integer)
    // Not what its first digits say: of 1048576 where 1000000 is the most, 104857 would be left.
    onChange('value' in typed ? typed.value : untyped.current)
    warn('error' in typed ? typed.error : '')
  }
  const leave = (keepFocus: boolean) => {
    setDraft(undefined)
    onDone?.(keepFocus)
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault()
      const sign = event.key === 'ArrowUp' ? 1 : -1
      setDraft(undefined)
      const by = stepSize(step, event)
      onChange(clamp(tidy(value + sign * (integer ? Math.max(1, by) : by)), min, max))
    } else if (event.key === 'Escape') {
      // To the cell round this field, these two keys mean something else.
      event.stopPropagation()
      onChange(before.current)
      warn('')
      leave(true)
    } else if (event.key === 'Enter' && 'value' in parseNumber(draft ?? String(value), min, max, integer)) {
      event.stopPropagation()
      before.current = value
      leave(true)
    }
  }
  const focus = (event: FocusEvent<HTMLInputElement>) => {
    before.current = value
    event.target.select()
  }
  return (
    <input
      ref={field}
      className="number-input"
      type="text"
      inputMode={integer ? 'numeric' : 'text'}
      autoComplete="off"
      aria-label={label}
      aria-invalid={draft !== undefined && 'error' in parseNumber(draft, min, max, integer)}
      value={draft ?? String(value).replaceAll('-', '−')}
      onChange={(event) => type(event.target.value)}
      onKeyDown={keys}
      onFocus={focus}
      onBlur={() => leave(false)}
    />
  )
}
