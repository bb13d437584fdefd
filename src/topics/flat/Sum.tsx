import { Fragment } from 'react'
import { Says, Sym } from '@/figure'
import { factor } from '@/plot/format'
import type { Summed } from './words'

/** An entry of the gradient as the sum that it is: in symbols, and below with the numbers in place. */
export const Sum = ({ of: { key, terms, sum } }: { of: Summed }) => (
  <span className="layer-sum">
    <span>
      <Sym of={key} />
      {terms.map(({ sym, text }, k) => (
        <Fragment key={sym}>
          {' '}
          <span className="part">
            {k > 0 ? '+' : '='} <Says text={`{${sym}} · ${text}`} />
          </span>
        </Fragment>
      ))}
    </span>
    <span>
      {terms.map(({ sym, dy, rate }, k) => (
        <Fragment key={sym}>
          {' '}
          <span className="part">
            {k > 0 ? '+' : '='}{' '}
            <span className="y" data-sym={sym}>
              {factor(dy)}
            </span>{' '}
            · {factor(rate)}
          </span>
        </Fragment>
      ))}{' '}
      <span className="part">
        {sum.sign} {sum.text}
      </span>
    </span>
  </span>
)
