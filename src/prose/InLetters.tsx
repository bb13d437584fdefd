import type { Shown } from '@/figure'

/**
 * Below a formula of the text: the same in the reader's letters, where those are not the handout's. `of` lists what it
 * says; the page's script fills it in from the layer's program (src/app/inLetters.tsx).
 */
export const InLetters = ({
  of,
  body = 'linear',
}: {
  of: readonly Shown[]
  body?: 'linear' | 'bias' | 'tanh'
}) => <p className="in-letters needs-js" data-in-letters={of.join(' ')} data-body={body} hidden />
