import { symText, type LayerLetters } from '@/figure/pure'
import { conventionOf, isTurned, owners, type Owner } from './conventions'

const isOwner = (letter: string): letter is Owner => owners.some((of) => of === letter)

/** A symbol of the layer as a convention writes it: w.1.2 is W₂,₁ where the weights lie the other way. */
export function nameOf(key: string, letters: LayerLetters): string {
  const [name = '', ...index] = key.split('.')
  const letter = name.replace(/^d(?=.)/, '')
  if (letters === 'handout' || !isOwner(letter)) return symText(key)
  const convention = conventionOf(letters)
  const places = isTurned(convention, letter) ? index.toReversed() : index
  const text = symText([letter, ...places].join('.')).replace(letter, convention.letters[letter])
  return (name === letter ? '' : '∂L/∂') + text
}

/** A figure's sentence with each symbol named as the reader's course names it; it lights up with the same cells. */
export const inLetters = (text: string, letters: LayerLetters): string =>
  letters === 'handout'
    ? text
    : text
        .replace(/(∂[yL]\/∂)w\b/g, (_, before: string) => before + conventionOf(letters).letters.w)
        .replace(/\{([\w.]+)\}/g, (_, key: string) => `{${key}|${nameOf(key, letters)}}`)
