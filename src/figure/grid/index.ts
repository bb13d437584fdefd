/** Matrices and tensors whose entries can be picked and typed into. */
export { withEntry, type Place } from './grid'
export { Equals, Matrix, MatrixRow, Sign, type Kind, type Role } from './Matrix'
export { TensorGrid } from './TensorGrid'
export { tensorHeight } from './tensorHeight'
export { WindowPlace } from './WindowPlace'
