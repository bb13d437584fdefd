/** A computation as data: written down, stepped through both ways, told what it will take, set in TeX. */
export { BoundError, estimate, observe, shaped, type Bounds, type Estimate } from '../graph/estimate.ts'
export { label, trace, type Graph, type GraphNode } from '../graph/trace.ts'
export { forwardSteps, gatheredAfter, reverseSteps } from '../graph/steps.ts'
export type { Arrival, ForwardStep, ReverseStep } from '../graph/steps.ts'
export { formulaOf, symbolOf } from '../graph/formula.ts'
export { texOf, toTex } from '../graph/tex.ts'
