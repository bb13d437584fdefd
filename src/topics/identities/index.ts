import { attention } from './attention'
import { forms } from './forms'
import { functions } from './functions'
import type { Group } from './identity'
import { layers } from './layers'
import { losses } from './losses'
import { norms } from './norms'
import { products } from './products'
import { reductions } from './reductions'

/** The identities of the reference, group by group. */
export const groups: readonly Group[] = [
  products,
  forms,
  norms,
  functions,
  reductions,
  losses,
  layers,
  attention,
]

/** A group by its name; throws for one that is not there. */
export function groupOf(name: string): Group {
  const group = groups.find((one) => one.name === name)
  if (!group) throw new Error(`no group of identities is called “${name}”`)
  return group
}
