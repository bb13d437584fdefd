import type { Run } from '../network/train'
import { num } from '@/plot/format'
import { deadUnits } from './model'

/** What its parts and controls are called, and what is read out of its formulas. */
export const words = {
  points: (count: number, wrong: number) => `${count} points, ${wrong} of them on the wrong side`,
  map: 'Points of two classes, and where the network changes from one class to the other',
  onWrongSide: 'on the wrong side',
  taken: 'taken for class 2',
  pointsName: 'Points',
  lossAfter: 'Loss after each step',
  hidden: 'Hidden units H',
  seedFull: 'Seed',
  rateFull: 'Learning rate',
  stepsDone: 'Steps done',
  loss: 'Loss L',
  wrongSide: 'Points on the wrong side',
  title: 'Train it',
  pause: 'Pause',
  play: 'Play',
  steps: (by: number) => `${by} steps`,
  over: 'Start over',
  training: 'Training',
  data: 'Data',
  rate: 'rate',
  seed: 'seed',
}

const times = (steps: number) => (steps === 1 ? '1 step' : `${steps} steps`)

function deadText(dead: number, H: number): string {
  if (dead === 0) return ''
  if (dead === H) return ' Every hidden unit is off at every point, so no gradient reaches the first layer.'
  return ` Of ${H} hidden units ${dead} ${dead === 1 ? 'is' : 'are'} off at every point, so no gradient reaches ${dead === 1 ? 'its' : 'their'} weights.`
}

/** What the training has come to, and where it fails, why. */
export function sentence(run: Run, wrong: number): string {
  const { losses, data, stopped, settings } = run
  const [first = 0, last = 0] = [losses[0], losses.at(-1)]
  const done = losses.length - 1
  const sides =
    wrong === 0
      ? `all ${data.x.length} points are on their side`
      : `${wrong} of ${data.x.length} points ${wrong === 1 ? 'is' : 'are'} on the wrong side`
  if (done === 0 && !stopped)
    return `Before the first step, on the ${settings.data}: the weights are drawn by seed ${settings.seed}, {L} is ${num(last, 3)}, and ${sides}.`
  const dead = deadUnits(run)
  const why = deadText(dead, settings.H)
  if (stopped)
    return `Stopped after ${times(done)}: the next one leads to numbers beyond a million. The learning rate is too large, so each step overshoots, the slopes there are steeper, and the next step is longer still.`
  if (last > first)
    return `After ${times(done)} {L} has risen from ${num(first, 3)} to ${num(last, 3)}: the learning rate is too large, and each step jumps across the valley and lands higher.${why}`
  return `After ${times(done)} {L} has fallen from ${num(first, 3)} to ${num(last, 3)}, and ${sides}.${why}`
}
