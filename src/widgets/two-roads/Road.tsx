import type { ReactNode } from 'react'
import { Equation, Readout, Readouts } from '@/figure'
import { words } from './words'

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
    <Equation spoken={words.inShapes(spoken, shapes)}>{formula}</Equation>
    <p className="road-shapes">{shapes}</p>
    <div className="road-row">{children}</div>
    <Readouts>
      <Readout label={words.numbers}>{cost.built}</Readout>
      <Readout label={words.bytes}>{cost.built * 8}</Readout>
      <Readout label={words.multiplyAdds}>{cost.products}</Readout>
    </Readouts>
  </div>
)
