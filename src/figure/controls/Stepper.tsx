import { useEffect, useState, type KeyboardEvent } from 'react'
import { useHush } from '../state/hush'
import { Button } from './Button'
import { words } from './words'

type Props = {
  step: number
  /** A short name for each step, spoken by the slider. */
  names: readonly string[]
  onStep: (step: number) => void
}

const pause = 2400

/** Walks a list of steps: buttons, slider, arrow keys, or by itself at a speed the reader sets. */
export function Stepper({ step, names, onStep }: Props) {
  const [playing, setPlaying] = useState(false)
  const [speed, setSpeed] = useState(1)
  const hush = useHush()
  const last = names.length - 1
  const running = playing && step < last

  useEffect(() => hush(running), [hush, running])
  useEffect(() => {
    if (!running) return
    const timer = setTimeout(() => onStep(step + 1), pause / speed)
    return () => clearTimeout(timer)
  })

  const go = (to: number) => {
    setPlaying(false)
    onStep(Math.min(last, Math.max(0, to)))
  }
  const play = () => {
    if (step === last) onStep(0)
    setPlaying(!running)
  }
  const keys = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLButtonElement)) return
    if (event.key === 'ArrowLeft') go(step - 1)
    else if (event.key === 'ArrowRight') go(step + 1)
    else return
    event.preventDefault()
  }
  return (
    <div className="stepper" role="group" aria-label={words.steps} onKeyDown={keys}>
      <Button aria-label={words.previous} off={step === 0} onClick={() => go(step - 1)}>
        ‹
      </Button>
      <Button className="primary" off={step === last} onClick={() => go(step + 1)}>
        {words.next}
      </Button>
      <input
        type="range"
        aria-label={words.step}
        min={0}
        max={last}
        step={1}
        value={step}
        aria-valuetext={words.stepOf(step, names.length, names[step] ?? '')}
        onChange={(event) => go(Number(event.target.value))}
      />
      <span className="step-count">{words.stepIs(step, names.length)}</span>
      <button type="button" className="play" aria-pressed={running} onClick={play}>
        {running ? words.pause : words.play}
      </button>
      <label className="speed">
        <span className="visually-hidden">{words.speed}</span>
        <select value={speed} onChange={(event) => setSpeed(Number(event.target.value))}>
          <option value={0.5}>½×</option>
          <option value={1}>1×</option>
          <option value={2}>2×</option>
        </select>
      </label>
    </div>
  )
}
