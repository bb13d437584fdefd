import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { clamp, stepSize, tidy } from './number'
import { NumberInput } from './NumberInput'

type Props = {
  /** The accessible name, and what is shown unless `symbol` is given. */
  label: string
  symbol?: ReactNode
  value: number
  min: number
  max: number
  step: number
  onChange: (value: number) => void
  onError: (sentence: string) => void
  /** Where the handle stands for a value, and back; for a logarithmic slider. */
  scale?: { to: (value: number) => number; from: (position: number) => number; step: number }
}

/** A slider with a field beside it. Shift steps coarser, Alt finer, Home and End go to the ends, Escape undoes. */
export function Slider({ label, symbol, value, min, max, step, onChange, onError, scale }: Props) {
  const id = useId()
  const before = useRef(value)
  const { to, from, step: small } = scale ?? { to: (v: number) => v, from: (p: number) => p, step }
  const set = (position: number) => onChange(clamp(from(tidy(position)), min, max))
  const keys = (event: KeyboardEvent) => {
    const sign = /^Arrow(Right|Up)$/.test(event.key) ? 1 : /^Arrow(Left|Down)$/.test(event.key) ? -1 : 0
    if (event.key === 'Escape') onChange(before.current)
    else if (sign === 0 || (!event.shiftKey && !event.altKey)) return
    else set(to(value) + sign * stepSize(small, event))
    event.preventDefault()
  }
  return (
    <div className="slider">
      <label htmlFor={id}>{symbol ?? label}</label>
      <input
        id={id}
        type="range"
        aria-label={label}
        min={to(min)}
        max={to(max)}
        step={small / 10}
        value={to(value)}
        aria-valuetext={String(value)}
        onFocus={() => (before.current = value)}
        onPointerDown={() => (before.current = value)}
        onChange={(event) => set(Number(event.target.value))}
        onKeyDown={keys}
      />
      <NumberInput label={`${label}, as a number`} {...{ value, onChange, onError, min, max, step }} />
    </div>
  )
}
