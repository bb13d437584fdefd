import { num } from '@/plot/format'
import type { Descent } from './descent'
import { type Scene, between, type State } from './model'

/** What its parts and controls are called, and what is read out of its formulas. */
export const words = {
  direction: 'direction',
  length: 'length',
  alongGradient: 'Along the gradient',
  alongLevel: 'Along the level line',
  noGradient: ', but there is no gradient here',
  product: (spoken: string) => `Δy ≈ ∂y/∂x₁ · Δx₁ + ∂y/∂x₂ · Δx₂ = ${spoken}`,
  noProduct: 'Δy ≈ ∂y/∂x · Δx needs a gradient, and there is none here',
  tip: 'x + Δx, the tip of the nudge',
  map: 'Map of y with its level lines: x, the nudge Δx, and the gradient',
  directionOf: 'Direction of Δx',
  turnIt: 'Turn the surface',
  solid: (x1: string, x2: string) =>
    `The same as a surface: at (${x1}, ${x2}) lies its tangent plane. Δx leads to a hollow dot on the plane and a full one on the surface. Drag to turn it.`,
  degrees: (turn: number) => `${num(turn)} degrees`,
  turning: 'Change of y against the direction of Δx',
  turningAxis: 'direction of Δx',
  gradient: 'Gradient of y by x',
  nudge: 'The nudge, Δx',
  changePredicted: 'Change of y, predicted',
  predicted: 'Δy predicted',
  changeTrue: 'Change of y, true',
  changeIsTrue: 'Δy true',
  remainderFull: 'Remainder, true less predicted',
  remainder: 'remainder',
  lengthOf: 'Length of Δx',
  inDegrees: 'Direction of Δx in degrees',
  landmarks: { along: 'along ∂y/∂x', against: 'against it' },
  title: 'Every nudge, one vector',
  rate: 'steps down',
  rateFull: 'Size of a step down the slope, as a multiple of the gradient; 0 for none',
}

function where(scene: Scene, turn: number): string {
  if (scene.uphill === undefined) return 'The gradient is zero: to first order, no nudge moves {y}.'
  const angle = between(turn, scene.uphill)
  if (angle < 1) return 'Δ{x} points along the gradient, where the predicted change is largest.'
  if (angle > 179) return 'Δ{x} points against the gradient, where {y} falls fastest.'
  if (Math.abs(angle - 90) < 1)
    return 'Δ{x} points along the level line, where the predicted change vanishes.'
  return `Δ{x} points ${num(angle, 3)}° away from the gradient.`
}

/** What the nudge did, for any numbers. */
export function sentence(scene: Scene, { turn }: Pick<State, 'turn'>): string {
  const { trouble, predicted, change } = scene
  if (trouble) return trouble
  const moves = Number.isFinite(change)
    ? `it moves by ${num(change)}`
    : 'at {x} + Δ{x} it has no value at all'
  return `{y} is predicted to move by ${num(predicted ?? 0)}; ${moves}. ${where(scene, turn)}`
}

/** How a walk down the slope went. */
export function walked(descent: Descent | undefined): string {
  if (!descent)
    return 'Give steps down the slope a size, and a walk starts at {x}: each step goes against the gradient.'
  const { way, from, to, turns, ended } = descent
  const count = way.length - 1
  const steps = count === 1 ? '1 step' : `${count} steps`
  if (ended === 'away')
    return `After ${steps} down the slope the next one leaves the picture${turns > 0 ? ': they overshoot and turn back' : ''}.`
  if (ended === 'nowhere') return `After ${steps} the walk stands where there is no gradient, and ends.`
  const fell = `${steps} down the slope take {y} from ${num(from, 3)} to ${num(to, 3)}`
  return turns > 2 ? `${fell}, and bounce: ${turns} of them turn back on the one before.` : `${fell}.`
}
