import { Measured, Sym } from '@/figure'
import type { Product } from './model'

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
  all: () => 'all three',
}
const spoken = { y: 'y', dx: '∂L/∂x', dw: '∂L/∂w', all: 'all three' }

/** The layer's three products: what each costs, and what it took here. */
export const Products = ({ of }: { of: readonly Product[] }) => (
  <table className="run-products">
    <thead>
      <tr>
        <th scope="col">product</th>
        <th scope="col">operations</th>
        <th scope="col">one thread</th>
        <th scope="col">GFLOP/s</th>
      </tr>
    </thead>
    <tbody>
      {of.map(({ name, operations, time, rate }) => (
        <tr key={name}>
          <th scope="row">{formulas[name]()}</th>
          <td>
            <output aria-label={`Operations of ${spoken[name]}`} aria-live="off">
              {operations}
            </output>
          </td>
          <td>
            <output aria-label={`Time of ${spoken[name]}`} aria-live="off">
              <Measured>{time}</Measured>
            </output>
          </td>
          <td>
            <output aria-label={`GFLOP/s of ${spoken[name]}`} aria-live="off">
              <Measured>{rate}</Measured>
            </output>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
