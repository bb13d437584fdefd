import type { Code } from './lines'
import type { Mode, Scene, State, Step } from './model'

const nameOf = ({ rows }: Scene, row: number) => rows[row]?.name ?? ''
const madeOf = ({ rows }: Scene, row: number) => rows[row]?.made ?? ''

function happening(step: Step, scene: Scene): string {
  const [name, made] = [nameOf(scene, step.row), madeOf(scene, step.row)]
  switch (step.act) {
    case 'value':
      return `${name} is ${made}. Its value: ${step.made}.`
    case 'rate':
      return `${name} is ${made}. The op’s forward rule makes its rate of theirs: ${step.made}.`
    case 'record':
      return `${name} is ${made}. Its value is ${step.made}, and the tape notes how it was made.`
    case 'arrive':
      return step.sends === 0
        ? `The walk comes to ${name}, which was given: ${step.made} is its gradient.`
        : `The walk comes to ${name}. All that it was to gather is there: ${step.made}.`
    case 'send':
      return `The op of ${name} has a reverse rule. To ${nameOf(scene, step.to)} it sends ${step.made}.`
    case 'gather':
      return step.first
        ? `${nameOf(scene, step.to)} had nothing yet. It now has ${step.made}.`
        : `${nameOf(scene, step.to)} had something from another use. The two add: ${step.made}.`
    case 'level':
      return `${made} meets level ${scene.rows[step.row]?.level}, the innermost of its inputs, which runs it in its own way: ${step.made}.`
    case 'ground':
      return `${made} on plain numbers, which no level follows: ${step.made}.`
  }
}

/** What the step does; a program without an op has none. */
export function sentence(scene: Scene): string {
  const step = scene.steps[scene.index]
  return step ? happening(step, scene) : words.nothing
}

const acts: Readonly<Record<Step['act'], string>> = {
  value: 'value of',
  rate: 'rate of',
  record: 'record',
  arrive: 'come to',
  send: 'send from',
  gather: 'gather at',
  level: 'level',
  ground: 'plain',
}

/** A step's short name, for the stepper. */
export const stepName = (step: Step, scene: Scene): string =>
  `${acts[step.act]} ${step.act === 'gather' ? nameOf(scene, step.to) : nameOf(scene, step.row) || madeOf(scene, step.row)}`

/** The heads of the table's columns, after the value's name and how it was made. */
export const columns: Readonly<Record<Mode, readonly string[]>> = {
  forward: ['value', 'rate'],
  reverse: ['value', 'gathered'],
  nested: ['value', 'rate, level 2', 'rate, level 1', 'both'],
}
export const modeNames: Readonly<Record<Mode, string>> = {
  forward: 'forward',
  reverse: 'reverse',
  nested: 'forward in forward',
}
export const codeNames: Readonly<Record<Code, string>> = {
  bind: 'bind, in core/primitive.ts',
  forward: 'Forward, in core/forward.ts',
  tape: 'Tape, in core/reverse.ts',
  backward: 'backward, in core/reverse.ts',
}
export const resultNames: Readonly<Record<Scene['result'][number]['of'], string>> = {
  value: 'f',
  byX: '∂f/∂x',
  byW: '∂f/∂w',
  second: '∂²f/∂x²',
}

/** What its parts and controls are called, and what is read out of it. */
export const words = {
  titles: {
    forward: 'A number and its rate',
    reverse: 'The tape',
    nested: 'Level upon level',
  } satisfies Record<State['mode'], string>,
  f: 'f(x, w)',
  mode: 'Mode',
  made: 'made by',
  name: 'name',
  level: 'level',
  plain: 'plain',
  table: (mode: Mode) => `What ${modeNames[mode]} mode has by now`,
  nothing: 'The program has no op, so there is nothing to run.',
  unknown: 'not known yet',
  cell: (name: string, column: string) => `${name}, ${column}`,
  acts: 'this line acts',
  codes: 'The code that acts',
}
