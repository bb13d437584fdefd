/** The figures, by their folders, that are drawn in the reader's letters. */
export const follow: readonly string[] = [
  'step-through',
  'two-roads',
  'nudge-cell',
  'formula-exercise',
  'workbench',
  'in-code',
  'other-letters',
  'layer',
  'memory',
  'run-it',
  'wires',
  'transposes',
  'loops',
  'ladder',
  'network',
]

/** Those that speak of the linear layer and keep the handout's letters: one quotes the handout. */
export const keep: readonly string[] = ['printed-formula', 'faded-derivation', 'other-layers', 'fold']
