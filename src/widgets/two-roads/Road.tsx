import type { ReactNode } from 'react'
import { Equation, Readout, Readouts } from '@/figure'

type RoadProps = {
  name: string
  formula: ReactNode
  spoken: string
  shapes: string
  cost: Cost
  children: ReactNode
}
type Cost = { built: number; products: number }

/** One way to the gradient: its formula, its shapes, what it multiplies, what it costs. */
export const Road = ({ name, formula, spoken, shapes, cost, children }: RoadProps) => (
  <div className="road">
    <p className="road-name">{name}</p>
    <Equation spoken={`${spoken}. In shapes: ${shapes}`}>{formula}</Equation>
    <p className="road-shapes">{shapes}</p>
    <div className="road-row">{children}</div>
    <Readouts>
      <Readout label="Numbers built">{cost.built}</Readout>
      <Readout label="Bytes, float64">{cost.built * 8}</Readout>
      <Readout label="Multiply-adds">{cost.products}</Readout>
    </Readouts>
  </div>
)
