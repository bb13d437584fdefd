import { Measured, Sym } from '@/figure'
import type { Product } from './model'
import { words } from './words'

// Made anew by each drawing: an element kept for good would keep what was once drawn round it.
const formulas = {
  y: () => (
    <>
      <Sym of="y" /> = <Sym of="x" /> <Sym of="w" />
    </>
  ),
  dx: () => (
    <>
      <Sym of="dx" /> = <Sym of="dy" /> <Sym of="w" />ᵀ
    </>
  ),
  dw: () => (
    <>
      <Sym of="dw" /> = <Sym of="x" />ᵀ <Sym of="dy" />
    </>
  ),
  all: () => words.allThree,
}
const spoken = { y: 'y', dx: '∂L/∂x', dw: '∂L/∂w', all: words.allThree }

/** The layer's three products: what each costs, and what it took here. */
export const Products = ({ of }: { of: readonly Product[] }) => (
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
          <th scope="row">{formulas[name]()}</th>
          <td>
            <output aria-label={words.operationsOf(spoken[name])} aria-live="off">
              {operations}
            </output>
          </td>
          <td>
            <output aria-label={words.timeOf(spoken[name])} aria-live="off">
              <Measured>{time}</Measured>
            </output>
          </td>
          <td>
            <output aria-label={words.rateOf(spoken[name])} aria-live="off">
              <Measured>{rate}</Measured>
            </output>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
