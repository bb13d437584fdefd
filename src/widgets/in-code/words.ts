import type { Formula } from './tokens'
import { num } from '@/plot/format'

/** What its parts and controls are called, and what is read out of its formulas. */
export const words = {
  copy: 'Copy the program',
  followed: 'the step-by-step figure',
  language: 'Language',
  program: (label: string) => `${label} program`,
  title: (label: string) => `The layer in ${label}`,
  ownNumbers: 'The program holds your own numbers. Reset brings back those of ',
  holds: 'The program holds the numbers of ',
  change: '. Change one there, or change it here and this figure keeps its own.',
  spoken: (label: string, own: boolean, L: number) =>
    `The layer in ${label}, on ${own ? 'your own numbers' : 'the numbers of the step-by-step figure'}. L is ${num(L)}.`,
}

/** Each statement in the book's notation, for the ear. */
export const statements: Record<Formula, string> = {
  x: 'the input x, N by D',
  w: 'the weights w, D by M',
  c: 'the weights of the loss, N by M',
  t: 'the target, N by M',
  oneHot: 'the target, a one in the right column of each row',
  y: 'y equals x w',
  shifted: 'z is y less the largest entry of its row, which leaves p as it is',
  logP: 'the logarithm of softmax, row by row',
  'L weighted': 'L is the sum of c times y',
  'L squared': 'L is half the sum of the squares of y minus t',
  'L softmax': 'L is minus the sum of t times log p',
  'dy weighted': 'the gradient of L by y is c',
  'dy squared': 'the gradient of L by y is y minus t',
  'dy softmax': 'the gradient of L by y is p minus t',
  dx: 'the gradient of L by x is the gradient of L by y times w transposed',
  dw: 'the gradient of L by w is x transposed times the gradient of L by y',
  pull: 'the gradient of L by y times both Jacobians, without building them',
  backward: 'the gradients of L by x and by w',
}

/** Statements in other letters than the handout's, for the ear. */
export const laidWords = {
  shaped: (name: string, shape: string) => `${name}, ${shape}`,
  both: (gradients: readonly string[]) => `the ${gradients.join(' and the ')}`,
}
