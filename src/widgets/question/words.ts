import { num } from '@/plot/format'

/** "x", "x and y", "x, w and dy". */
export const listed = (names: readonly string[]) =>
  names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? '')

/** What its parts and controls are called, and what is read out of its formulas. */
export const words = {
  turned: (names: readonly string[]) =>
    `The factors are right. Look at which way ${listed(names)} ${names.length > 1 ? 'stand' : 'stands'}.`,
  clear: 'Clear',
  yourAnswer: 'Your answer',
  aNumber: 'a number',
  yourFormula: 'Your formula',
  aFormula: 'a formula',
  empty: 'The field is empty: type an answer, then check it.',
  check: 'Check',
  cantCompute: (message: string | undefined) => `This can't be computed. ${message ?? ''}`,
  comesTo: (mine: string, wanted: string) => `It comes to ${mine}; the answer is ${wanted}.`,
  shapeRight: (wanted: string, counted: string) => `The shape is right, ${wanted}, and ${counted}.`,
  notTheValues: 'the values are not',
  wrongValues: (wrong: number, all: number, drawn: boolean) =>
    `${wrong} of ${all} values ${wrong === 1 ? 'is' : 'are'} wrong${drawn ? ' on random numbers' : ''}`,
  at: (point: string) => `At ${point}`,
  onRandom: 'On random numbers',
  gives: (where: string, mine: number, right: number) =>
    `${where} it gives ${num(mine, 3)}, and should give ${num(right, 3)}.`,
  hasNone: (where: string, right: number) => `${where} it has no value, and should give ${num(right, 3)}.`,
  zero: 'This is zero, whatever the numbers are, and the answer is not.',
  transposed: 'Right numbers, wrong layout: this is the transpose of the answer.',
  sign: 'Right but for the sign.',
  sumMissing: (axis: string) => `A sum over ${axis} is missing.`,
  tooMuchAdded: 'Too much is added up: the answer keeps an axis that this sums over.',
  factor: (by: string) => `Right but for a factor: everywhere ${by} times the answer.`,
  axisOfLength: (letter: string) => `the axis of length ${letter}`,
  axis: (axis: number) => `axis ${axis}`,
  wrongAxis: 'The sum runs over the wrong axis.',
  elements: '* multiplies entry by entry. The matrix product is @.',
  product: 'Side by side, with · or @, is the matrix product. Entry by entry is *.',
  order: 'The factors are right, their order is not: A·B and B·A differ.',
  swapped: (used: string, meant: string) => `You used ${used} where ${meant} belongs.`,
  inPart: (part: string) => ` in “${part}”`,
  meets: (left: string, right: string) => `${left} meets ${right}`,
  twoVectors: (op: string, left: string, right: string) =>
    `${op} takes two vectors, and meets ${left} and ${right}`,
  against: (left: string, right: string) => `${left} against ${right}, entry by entry`,
  clash: (part: string, meet: string, more: string) => `Shapes clash${part}: ${meet}. ${more}`,
  names: (known: string) => ` The names here are ${known}.`,
  rightToo: 'Right, on random numbers too.',
  assigned: (assigned: string, asked: string) => `This is given as ${assigned}, and asked is ${asked}.`,
  onlyFor: (letter: string, { most, upTo }: { most: number; upTo: boolean }) =>
    `It is right ${upTo ? 'up to' : 'for'} ${letter} = ${most}${upTo ? '' : ' alone'}, and ${letter} can be any number.`,
  noOption: 'There is no such option.',
  right: 'Right.',
  notThis: 'It is not this one.',
  moves: 'It is not that. Does the quantity move at all?',
  notZero: 'It is not zero: the quantity does move.',
  byOne: 'Off by one.',
  moreDigits: 'Right as far as it goes. Give one or two digits more.',
  near: 'Near, and wrong all the same: it is not rounding.',
  signAndSize: 'Both the sign and the size are off.',
  rightExactly: (exact: string) => `Right: ${exact}.`,
}
