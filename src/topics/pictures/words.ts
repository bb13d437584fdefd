/** What each picture shows, for those who do not see it. */
export const words = {
  slope: 'A curve and the line that its slope draws: they part only a little beside a nudge Δx',
  gradient: 'Level lines, the gradient at right angles to them, and a nudge in another direction',
  jacobian: 'A square, its bent image, and the parallelogram that the Jacobian makes of the square',
  tensors: 'A matrix w, and ∂y/∂w as two blocks shaped like w, each with one column',
  backprop: 'x, y and L in a row: values go forward, gradients come back',
  'linear-layer': 'The gradient by x is the gradient by y times the transpose of w, with numbers',
  vectorization: 'The diagonal Jacobian of ReLU becomes one column, for a product entry by entry',
  'modern-layers': 'Weights of attention, times values, make mixtures',
  engine: 'The steps of a program, recorded forward and read backward',
} as const
