import { Measured, type LayerLetters } from '@/figure'
import { ProductText } from '@/topics/letters/ProductText'
import { nameOf } from '@/topics/letters/sentences'
import type { Product } from './model'
import { words } from './words'

const spoken = (name: Product['name'], letters: LayerLetters) =>
  name === 'all' ? words.allThree : nameOf(name, letters)

/** The layer's three products: what each costs, and what it took here. */
export const Products = ({ of, letters }: { of: readonly Product[]; letters: LayerLetters }) => (
  <table className="run-products">
    <thead>
      <tr>
        <th scope="col">{words.product}</th>
        <th scope="col">{words.operations}</th>
        <th scope="col">{words.oneThread}</th>
        <th scope="col">GFLOP/s</th>
      </tr>
    </thead>
    <tbody>
      {of.map(({ name, operations, time, rate }) => (
        <tr key={name}>
          <th scope="row">{name === 'all' ? words.allThree : <ProductText of={name} letters={letters} />}</th>
          <td>
            <output aria-label={words.operationsOf(spoken(name, letters))} aria-live="off">
              {operations}
            </output>
          </td>
          <td>
            <output aria-label={words.timeOf(spoken(name, letters))} aria-live="off">
              <Measured>{time}</Measured>
            </output>
          </td>
          <td>
            <output aria-label={words.rateOf(spoken(name, letters))} aria-live="off">
              <Measured>{rate}</Measured>
            </output>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
