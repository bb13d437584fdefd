import { programOf } from '../programs/programs'
import type { Identity } from './identity'

/** A layer that the book offers by name, as an identity. */
export function fromPrograms(name: string): Identity {
  const { label, text, by } = programOf(name)
  return { name, label, text, by }
}
