import type { Kind } from '../item'
import { byHand } from './byHand'
import { bytes } from './bytes'
import { chain } from './chain'
import { gradientShape } from './gradientShape'
import { jacobianShape } from './jacobianShape'
import { nextStep } from './nextStep'
import { nonzeros } from './nonzeros'
import { nudge } from './nudge'
import { rate } from './rate'
import { summed } from './summed'
import { transposed } from './transposed'
import { whole } from './whole'
import { wrongLine } from './wrongLine'

/** The kinds of items: one object each, asked of every layer and input that it fits. */
export const kinds: readonly Kind[] = [
  chain,
  nudge,
  rate,
  jacobianShape,
  nonzeros,
  gradientShape,
  bytes,
  transposed,
  summed,
  nextStep,
  wrongLine,
  byHand,
  whole,
]
