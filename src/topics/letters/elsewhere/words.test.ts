import { expect, it } from 'vitest'
import { layerLetters } from '@/figure/pure'
import { elsewhere } from './words'

const pairs = layerLetters.flatMap((there) =>
  layerLetters.filter((here) => here !== there).map((here) => [there, here] as const),
)

it.each(pairs)(
  'what is right in %s, and was asked in %s, is set against what lies another way',
  (there, here) => {
    for (const weights of [true, false]) {
      const [theirs, ours] = elsewhere
        .right(there, here, weights)
        .replace('Here it', 'Here an example')
        .split('Here ')
      expect(theirs).not.toContain(ours?.replace(/\.$/, ''))
    }
  },
)
