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
  follows: (exercises: boolean, following: readonly string[], left: readonly string[]) =>
    [
      'Below a formula that a switch changes stands its translation',
      exercises ? '; exercises ask and judge in your letters' : '',
      '. ',
      following.length > 0 ? `${figures(following)} your letters. ` : '',
      'The text, its numbered equations, captions',
      left.length > 0 ? ` and ${left.length === 1 ? 'Figure' : 'Figures'} ${listed(left)}` : '',
      ' keep those of the handout. ',
    ].join(''),
  back: 'Back to the handout’s letters',
}

export const aloud = {
  gradient: (letter: string) => `gradient of L by ${letter}`,
  transposed: (name: string) => `${name} transposed`,
}

/** Of an answer that another convention would take. */
export const elsewhere = {
  right: (name: LayerLetters, asked: LayerLetters, weights: boolean) => {
    const [there, here] = [letterNames[name], letterNames[asked]]
    if (!weights) return `That is right where an example is ${there.example}. Here it is ${here.example}.`
    const lies = ({ example, weights: shape }: typeof here) =>
      `an example is ${example} and the weights are ${shape}`
    return `That is right for ${there.short}, ${there.equation}, where ${lies(there)}. Here ${lies(here)}.`
  },
  line: (name: LayerLetters) =>
    `That is right for ${letterNames[name].short}, ${letterNames[name].equation}; the layer here is another.`,
  asks: (shapes: readonly string[]) => `In your letters: ${shapes.join(', ')}.`,
}

const listed = (items: readonly string[]) =>
  items.length > 1 ? `${items.slice(0, -1).join(', ')} and ${items.at(-1)}` : (items[0] ?? '')
const figures = (numbers: readonly string[]) =>
  `${numbers.length === 1 ? 'Figure' : 'Figures'} ${listed(numbers)} ${numbers.length === 1 ? 'has' : 'have'}`

/** What the line at the top of a page is called. */
export const lineName = 'Letters of this page'
