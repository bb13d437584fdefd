import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useId } from '@/plot/ids'
import { clamp, slide, stepSize, tidy, type Scale } from './number'
import { NumberInput } from './NumberInput'
import { words } from './words'

type Props = {
  /** The accessible name, and what is shown unless `symbol` is given. */
  label: string
  symbol?: ReactNode
  value: number
  min: number
  max: number
  step: number
  onChange: (value: number) => void
  /** For a logarithmic slider. */
  scale?: Scale
  /** Whole numbers only. */
  integer?: boolean
}

/** A slider with a field beside it. Shift steps coarser, Alt finer, Home and End go to the ends, Escape undoes. */
export function Slider(props: Props) {
  const { label, symbol, value, min, max, step, onChange, integer = false } = props
  const id = useId()
  const before = useRef(value)
  const scale = props.scale ?? { to: (v: number) => v, from: (p: number) => p, step }
  const { to, from, step: small } = scale
  const whole = (found: number) => (integer ? Math.round(found) : found)
  const set = (position: number) => onChange(clamp(whole(from(tidy(position))), min, max))
  const keys = (event: KeyboardEvent) => {
    const sign = /^Arrow(Right|Up)$/.test(event.key) ? 1 : /^Arrow(Left|Down)$/.test(event.key) ? -1 : 0
    if (event.key === 'Escape') onChange(before.current)
    else if (sign === 0) return
    else onChange(clamp(slide(value, sign * stepSize(small, event), scale, integer), min, max))
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
      <NumberInput label={words.asNumber(label)} {...{ value, onChange, min, max, step, integer }} />
    </div>
  )
}
