import { check } from '@/derive'
import { layerLetters, type LayerLetters } from '@/figure/pure'
import { programAs } from '@/topics/programs/programs'

/**
 * The convention in which a line of a derivation is right that is wrong in that of the layer; undefined for other layers,
 * and for a line that is right in none.
 */
export function lineElsewhere(source: string, of: string, line: string): LayerLetters | undefined {
  const here = layerLetters.find((letters) => programAs('linear', letters, of).program.text === source)
  if (here === undefined) return undefined
  return layerLetters.find((letters) => {
    if (letters === here) return false
    const { program, by } = programAs('linear', letters, of)
    return check(program.text, by, [line])[0]?.kind === 'right'
  })
}
