import { layoutNames, letterNames, type LayerLetters, type Layout } from '@/figure/pure'

/** What a page says where a choice is not the book's own. */
export const notice = {
  name: 'Your letters',
  inYours: 'In your letters: ',
  isOn: (layer: LayerLetters, layout: Layout) =>
    [
      layer !== 'handout' && `${letterNames[layer].equation} (${letterNames[layer].short})`,
      layout !== 'output-first' && `Jacobians ${layoutNames[layout]}`,
    ]
      .filter(Boolean)
      .join(', '),
  before: 'Your letters are on: ',
  /** `following` and `left` are numbers of figures. */
  follows: (exercises: boolean, following: readonly string[], left: readonly string[], layout: boolean) =>
    [
      'Below a formula that a switch changes stands its translation',
      exercises ? '; exercises ask and judge in your letters' : '',
      '. ',
      following.length > 0 ? `${figures(following)} your letters. ` : '',
      layout ? 'Below a drawn Jacobian stands its shape in your layout. ' : '',
      left.length > 0
        ? `The text, its numbered equations, captions and ${left.length === 1 ? 'Figure' : 'Figures'} ${listed(left)}`
        : 'The text, its numbered equations and captions',
      ' keep those of the handout. ',
    ].join(''),
  back: 'Back to the handout’s letters',
}

export const aloud = {
  gradient: (letter: string) => `gradient of L by ${letter}`,
  transposed: (name: string) => `${name} transposed`,
  product: (gives: string, factors: readonly string[]) => `${gives} equals ${factors.join(' times ')}`,
}

const listed = (items: readonly string[]) =>
  items.length > 1 ? `${items.slice(0, -1).join(', ')} and ${items.at(-1)}` : (items[0] ?? '')
const figures = (numbers: readonly string[]) =>
  `${numbers.length === 1 ? 'Figure' : 'Figures'} ${listed(numbers)} ${numbers.length === 1 ? 'has' : 'have'}`

/** What the line at the top of a page is called. */
export const lineName = 'Letters of this page'
