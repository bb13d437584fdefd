import type { Kind, Scene, State } from './model'

/** The names of tensors, lit as symbols; W is w in other letters. */
const lit = (text: string) =>
  text.replace(/(?<![\p{L}{])(dy|dx|dw|dW|x|w|W)(?![\p{L}}])/gu, (name) => `{${name.replace('W', 'w')}}`)

/** What this step shows. */
export function sentence({ by }: State, { kind, hole, why }: Scene): string {
  const [first = '', second = ''] = hole
  const bare = by === 'x' ? 'n' : 'm'
  const says: Record<Kind, string> = {
    product:
      'Each tensor is a node, each index a wire. The wire d joins {x} and {w}: d is summed. The ends of n and m are free, and these are the two axes of {y}.',
    hole: `Take {${by}} out. Its wires ${first} and ${second} now end in a hole. What is left is ∂y/∂${by}, with the axes of {y} and those of {${by}}. The wire ${bare} runs bare from one to the other: it is the δ of the equation.`,
    hung: `Hang {dy} on the axes of {y}. Only the two ends at the hole are free now, so what is left has the axes of {${by}}: it is {d${by}}.`,
    read: `Pull it straight, from ${first} to ${second}. ${lit(why)}`,
  }
  return says[kind]
}

export const words = {
  title: 'The gradient is the diagram with a hole',
  by: 'Take out',
  picture: 'Tensor diagram',
} as const

/** What each step is called. */
export const names: Record<Kind, string> = {
  product: 'the product',
  hole: 'a node taken out',
  hung: '∂L/∂y hung on',
  read: 'read as a product',
}
