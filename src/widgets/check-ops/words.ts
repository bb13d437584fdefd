import { num } from '@/plot/format'
import type { Damage } from './damage'
import type { Report, summary } from './model'

export const damageNames: Readonly<Record<Damage, string>> = {
  none: 'whole',
  sign: 'sign',
  factor: 'factor',
  sum: 'lost sum',
  transpose: 'transposed',
}

const broken: Readonly<Record<Exclude<Damage, 'none'>, string>> = {
  sign: 'has the wrong sign',
  factor: 'is twice what it should be',
  sum: 'follows one path from each entry and forgets the others',
  transpose: 'multiplies by J where it should by its transpose',
}
const harmless: Readonly<Record<Exclude<Damage, 'none'>, string>> = {
  sign: 'its derivative is zero, and has no sign to lose',
  factor: 'its derivative is zero, and twice zero is zero',
  sum: 'each entry of its input reaches one entry of its output at most, so there is no sum to lose',
  transpose: 'at its test points J is its own transpose, or is not square, so this can’t be done to it',
}

const times = (ratio: number) => (Number.isFinite(ratio) ? `${num(ratio, 2)} times` : 'infinitely many times')

/** What the check made of the op in view. */
export function sentence({ name, comparisons, ok, worst, changed }: Report, damage: Damage): string {
  const count = `${comparisons} comparisons`
  if (damage === 'none')
    return ok
      ? `${name}, as the book runs it: ${count} hold. The worst uses ${num(worst, 2)} of what is allowed.`
      : `${name} fails: an error is ${times(worst)} what is allowed.`
  if (!changed) return `Nothing to break in ${name}: ${harmless[damage]}. All ${count} hold.`
  return ok
    ? `The reverse rule of ${name} now ${broken[damage]}, and the check did not see it.`
    : `The reverse rule of ${name} now ${broken[damage]}. The check finds it: an error is ${times(worst)} what is allowed.`
}

/** What is known of all ops. */
export function allOps(
  { checked, comparisons, failed, worst }: ReturnType<typeof summary>,
  of: number,
): string {
  if (checked === 0) return `${of} ops wait. Press “Check every op” to run them all here.`
  const found =
    failed.length === 0 ? 'all hold' : `${failed.join(', ')} ${failed.length === 1 ? 'fails' : 'fail'}`
  const part = checked < of ? `${checked} of ${of} ops` : `All ${of} ops`
  return `${part}, ${num(comparisons, 6)} comparisons: ${found}. The worst of those that hold uses ${num(worst, 2)} of what is allowed.`
}

/** What its parts and controls are called, and what is read out of it. */
export const words = {
  title: 'The check over every op',
  op: 'Op',
  rule: 'Reverse rule',
  run: 'Check every op',
  checking: (name: string) => `checking ${name}`,
  starting: 'starting',
  comparison: 'comparison',
  at: 'at',
  off: 'off by',
  allowed: 'allowed',
  holds: 'holds?',
  yes: 'yes',
  no: 'no',
  offOf: (modes: string) => `${modes}: off by`,
  allowedOf: (modes: string) => `${modes}: allowed`,
  every: 'Every op of the book',
  waits: 'not checked yet',
  right: 'holds',
  wrong: 'fails',
  broke: (why: string) => `The check broke off: ${why}.`,
}
