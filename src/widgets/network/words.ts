import { tex, type TexNode } from '@/figure/pure'
import { num } from '@/plot/format'
import type { LayerLetters } from '@/figure/pure'
import { conventionOf, isTurned } from '@/topics/letters/conventions'
import { textIn } from './inLetters'
import { made, steps, type Made, type NodeName, type Scene } from './model'

export type Look = {
  /** As a sentence and a screen reader say it. */
  text: string
  label: TexNode
  gradient: TexNode
  role: 'x' | 'w' | 'L' | 'ink'
}

export const looks: Record<NodeName, Look> = {
  x: { text: 'x', label: tex`\x`, gradient: tex`\dLdx`, role: 'x' },
  w1: {
    text: 'w₁',
    label: tex`\htmlClass{w}{w_1}`,
    gradient: tex`\htmlClass{w}{\frac{\partial \L}{\partial w_1}}`,
    role: 'w',
  },
  b1: {
    text: 'b₁',
    label: tex`\htmlClass{w}{b_1}`,
    gradient: tex`\htmlClass{w}{\frac{\partial \L}{\partial b_1}}`,
    role: 'w',
  },
  w2: {
    text: 'w₂',
    label: tex`\htmlClass{w}{w_2}`,
    gradient: tex`\htmlClass{w}{\frac{\partial \L}{\partial w_2}}`,
    role: 'w',
  },
  b2: {
    text: 'b₂',
    label: tex`\htmlClass{w}{b_2}`,
    gradient: tex`\htmlClass{w}{\frac{\partial \L}{\partial b_2}}`,
    role: 'w',
  },
  s1: {
    text: 's₁',
    label: tex`s_1`,
    gradient: tex`\frac{\partial \L}{\partial s_1}`,
    role: 'ink',
  },
  a: {
    text: 'a',
    label: tex`a`,
    gradient: tex`\frac{\partial \L}{\partial a}`,
    role: 'ink',
  },
  h: {
    text: 'h',
    label: tex`h`,
    gradient: tex`\frac{\partial \L}{\partial h}`,
    role: 'ink',
  },
  s2: {
    text: 's₂',
    label: tex`s_2`,
    gradient: tex`\frac{\partial \L}{\partial s_2}`,
    role: 'ink',
  },
  z: {
    text: 'z',
    label: tex`z`,
    gradient: tex`\frac{\partial \L}{\partial z}`,
    role: 'ink',
  },
  logp: {
    text: 'log p',
    label: tex`\log p`,
    gradient: tex`\frac{\partial \L}{\partial \log p}`,
    role: 'ink',
  },
  e: {
    text: 'e',
    label: tex`e`,
    gradient: tex`\frac{\partial \L}{\partial e}`,
    role: 'ink',
  },
  c: { text: 'c', label: tex`c`, gradient: tex`c`, role: 'ink' },
  L: { text: 'L', label: tex`\L`, gradient: tex`\frac{\partial \L}{\partial \L}`, role: 'L' },
}

type Rule = {
  forward: TexNode
  /** The formulas of what it sends back, in the order of its inputs. */
  backward: TexNode
  words: string
  /** What happens on the way back, after the name of the node. */
  back: string
}

const product =
  'the product sends back one matrix product to each factor, with the other factor, as it stands there, transposed'
const bias = 'adding a bias passes the gradient on as it is, and sums it over the batch for the bias'

/** What each node does, forward and back. */
export const rules: Record<Made, Rule> = {
  s1: {
    forward: tex`s_1 = \x \, \htmlClass{w}{w_1}`,
    backward: tex`\dLdx = \frac{\partial \L}{\partial s_1} \, \htmlClass{w}{w_1}\T \qquad \htmlClass{w}{\frac{\partial \L}{\partial w_1}} = \x\T \, \frac{\partial \L}{\partial s_1}`,
    words: 's₁ = x w₁',
    back: product,
  },
  a: {
    forward: tex`a_{n,:} = (s_1)_{n,:} + \htmlClass{w}{b_1}`,
    backward: tex`\frac{\partial \L}{\partial s_1} = \frac{\partial \L}{\partial a} \qquad \htmlClass{w}{\frac{\partial \L}{\partial b_1}} = {\textstyle\sum_n} \left(\frac{\partial \L}{\partial a}\right)_{\!n,:}`,
    words: 'a = s₁ + b₁, in every row',
    back: bias,
  },
  h: {
    forward: tex`h = \max(0, a)`,
    backward: tex`\frac{\partial \L}{\partial a} = \frac{\partial \L}{\partial h} \odot [a > 0]`,
    words: 'h = max(0, a)',
    back: 'ReLU lets the gradient through where a is positive, and stops it elsewhere',
  },
  s2: {
    forward: tex`s_2 = h \, \htmlClass{w}{w_2}`,
    backward: tex`\frac{\partial \L}{\partial h} = \frac{\partial \L}{\partial s_2} \, \htmlClass{w}{w_2}\T \qquad \htmlClass{w}{\frac{\partial \L}{\partial w_2}} = h\T \, \frac{\partial \L}{\partial s_2}`,
    words: 's₂ = h w₂',
    back: product,
  },
  z: {
    forward: tex`z_{n,:} = (s_2)_{n,:} + \htmlClass{w}{b_2}`,
    backward: tex`\frac{\partial \L}{\partial s_2} = \frac{\partial \L}{\partial z} \qquad \htmlClass{w}{\frac{\partial \L}{\partial b_2}} = {\textstyle\sum_n} \left(\frac{\partial \L}{\partial z}\right)_{\!n,:}`,
    words: 'z = s₂ + b₂, in every row',
    back: bias,
  },
  logp: {
    forward: tex`\log p_{n,:} = z_{n,:} - \log {\textstyle\sum_k} e^{z_{n,k}}`,
    backward: tex`\frac{\partial \L}{\partial z_{n,:}} = q_{n,:} - p_{n,:} {\textstyle\sum_k} q_{n,k} = \tfrac1N (p_{n,:} - t_{n,:}), \quad q = \frac{\partial \L}{\partial \log p}`,
    words: 'log p is the logarithm of the softmax of each row of z',
    back: 'with the two nodes after it, this comes to p less the one-hot label, over N',
  },
  e: {
    forward: tex`e = c \odot \log p, \quad c = -\tfrac1N \, t`,
    backward: tex`\frac{\partial \L}{\partial \log p} = \frac{\partial \L}{\partial e} \odot c`,
    words: 'e = c ⊙ log p, where c is minus the one-hot label over N',
    back: 'a product entry by entry sends back the other factor, entry by entry',
  },
  L: {
    forward: tex`\L = {\textstyle\sum_{n,k}} \, e_{n,k}`,
    backward: tex`\frac{\partial \L}{\partial e_{n,k}} = \frac{\partial \L}{\partial \L} = 1`,
    words: 'L is the sum of all entries of e',
    back: 'the way back begins with 1, the rate of L by itself, and a sum copies what arrives to every entry',
  },
}

/** How a batch and the weights lie: an example is a line of this kind, its numbers are lines of the other. */
function linesIn(letters: LayerLetters) {
  const convention = conventionOf(letters)
  const columns = isTurned(convention, 'y')
  return {
    example: columns ? 'column' : 'row',
    scores: columns ? 'rows' : 'columns',
    units: isTurned(convention, 'w') ? 'rows' : 'columns',
  }
}
type Lines = ReturnType<typeof linesIn>

const forward = ({ example, scores, units }: Lines): Record<Made, string> => ({
  s1: `Each ${example} of x, a point of the plane, meets the ${units} of w₁: one number for each hidden unit.`,
  a: `The same bias is added to every ${example}.`,
  h: 'Negative entries become 0. What is left is a bend, and bends are what a linear layer lacks.',
  s2: 'Again a matrix product, from the hidden units to two scores.',
  z: `And again a bias. The two ${scores} are the scores of the two classes.`,
  logp: `Softmax turns the scores of each ${example} into probabilities; the figure keeps their logarithms.`,
  e: 'Only the right class of each point counts, each with weight −1/N.',
  L: 'Everything is added into one number, the loss.',
})

const count = made.length

/** What a node does as its equation has it, for the ear: s₁ = x w₁, in the reader's letters. */
export function aheadIn(node: Made, letters: LayerLetters): string {
  if (letters === 'handout') return rules[node].words
  const { example } = linesIn(letters)
  const said = rules[node].words.replace(/\brow\b/, example)
  const factors = node === 's1' ? (['x', 'w₁'] as const) : node === 's2' ? (['h', 'w₂'] as const) : undefined
  if (!factors) return said
  const [x, w] = factors
  return textIn(
    `${said.slice(0, said.indexOf('='))}= ${letters === 'columns' ? `${w} ${x}` : `${x} ${w}ᵀ`}`,
    conventionOf(letters),
  )
}

/** What the present step does, in the reader's letters. */
export const sentence = (scene: Scene, letters: LayerLetters = 'handout'): string =>
  textIn(told(scene, linesIn(letters)), conventionOf(letters))

function told({ step, index, L, gaps, kinks }: Scene, lines: Lines): string {
  if (step.kind === 'given')
    return 'Three points with their labels, two layers’ weights and biases: all that is given. Every other number follows.'
  if (step.kind === 'check')
    return kinks > 0
      ? `An entry of a stands on ReLU’s kink at 0, where there is no derivative: central differences see the slopes of both sides, and differ by up to ${num(Math.max(...gaps.map(({ value }) => value)), 2)}.`
      : `Each entry of every given matrix was nudged up and down. What {L} does agrees with all ${gaps.length} gradients to ${num(Math.max(...gaps.map(({ value }) => value)), 2)}.`
  const name = looks[step.node].text
  if (step.kind === 'forward')
    return `Forward, ${index} of ${count}. ${forward(lines)[step.node]}${step.node === 'L' ? ` It is ${num(L)}.` : ''}`
  return `Backward, ${index - count} of ${count}. At ${name}, ${rules[step.node].back}.`
}

/** A short name for each step, as the slider says it; no weights are in it. */
export const stepNames = steps.map((step) =>
  step.kind === 'given'
    ? 'what is given'
    : step.kind === 'check'
      ? 'the check by central differences'
      : `${step.kind} through ${looks[step.node].text}`,
)

/** What its parts and controls are called, and what is read out of its formulas. */
export const words = {
  refused: (name: string, height: number, width: number) =>
    `The link's ${name} is not ${height} × ${width}, as the rest of it asks for.`,
  gradient: (of: string) => `gradient of L by ${of}`,
  with: 'with',
  rest: 'the network: L of x',
  loss: 'Loss L',
  witness: 'Each gradient’s largest distance from central differences',
  gapOf: (of: string) => `Gradient by ${of} against central differences`,
  title: 'A whole network, node by node',
  hidden: 'Hidden units H',
  pointsFrom: 'Points from',
  moons: 'moons',
  spiral: 'spiral',
  nodes: 'Nodes of the network',
  both: 'value and gradient known',
  valueOnly: 'value known, gradient not yet',
  neither: 'not known yet',
  goTo: (text: string) => `Go to ${text}`,
}
