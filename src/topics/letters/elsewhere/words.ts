import { letterNames, type LayerLetters } from '@/figure/pure'

/** Of an answer that another convention would take. */
export const elsewhere = {
  right: (name: LayerLetters, asked: LayerLetters, weights: boolean) => {
    const [there, here] = [letterNames[name], letterNames[asked]]
    if (!weights && there.example !== here.example)
      return `That is right where an example is ${there.example}. Here it is ${here.example}.`
    const lies = ({ example, weights: shape }: typeof here) =>
      `an example is ${example} and the weights are ${shape}`
    return `That is right for ${there.short}, ${there.equation}, where ${lies(there)}. Here ${lies(here)}.`
  },
  line: (name: LayerLetters) =>
    `That is right for ${letterNames[name].short}, ${letterNames[name].equation}; the layer here is another.`,
  asks: (shapes: readonly string[]) => `In your letters: ${shapes.join(', ')}.`,
}
