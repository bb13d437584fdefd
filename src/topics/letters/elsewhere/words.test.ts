import { expect, it } from 'vitest'
import { layerLetters, letterNames } from '@/figure/pure'
import { elsewhere } from './words'

const pairs = layerLetters.flatMap((there) =>
  layerLetters.filter((here) => here !== there).map((here) => [there, here] as const),
)

it.each(pairs)(
  'what is right in %s, and was asked in %s, is set against what lies another way',
  (there, here) => {
    for (const weights of [true, false]) {
      const [theirs, ours] = elsewhere.right(there, here, weights).split('Here ')
      const { example } = letterNames[here]
      if (theirs?.endsWith(`${example}. `)) expect(ours).not.toContain(example)
    }
  },
)
