/** How the linear layer is written: as in the handout, as PyTorch keeps it, or with examples in columns. */
export const layerLetters = ['handout', 'nn.Linear', 'columns'] as const
/** Which axes of a Jacobian come first. */
export const layouts = ['output-first', 'input-first'] as const
export type LayerLetters = (typeof layerLetters)[number]
export type Layout = (typeof layouts)[number]

/** What can be said of a layer in a reader's letters: how its tensors lie, the layer, a gradient, the chain rule by an input. */
export type Shown = 'shapes' | 'y' | 'dx' | 'dw' | 'db' | 'chain-x' | 'chain-w'
