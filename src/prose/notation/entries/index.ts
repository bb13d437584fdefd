import type { Entry } from '../entry'
import { layers } from './layers'
import { rates } from './rates'
import { signs } from './signs'
import { sizes } from './sizes'
import { variables } from './variables'

/** Every symbol of the book by its part of the notation page: the one place that says what each means. */
export const parts = { variables: [...variables, ...layers], rates, sizes, signs } satisfies Record<
  string,
  readonly Entry[]
>
export type Part = keyof typeof parts
