/** The figures, by their folders, that are drawn in the reader's letters. */
export const follow: readonly string[] = [
  'step-through',
  'two-roads',
  'nudge-cell',
  'formula-exercise',
  'workbench',
  'in-code',
  'other-letters',
]

/** Those that speak of the linear layer and keep the handout's letters. */
export const keep: readonly string[] = [
  'layer',
  'memory',
  'run-it',
  'printed-formula',
  'faded-derivation',
  'wires',
  'transposes',
  'other-layers',
  'loops',
  'ladder',
  'network',
]
