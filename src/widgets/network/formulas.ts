import { pieces, type Piece } from '@/autodiff'
import { isTurned, type Convention } from '@/topics/letters/conventions'
import { factorsOf } from '@/topics/letters/factors'
import type { Factor } from '@/topics/letters/labels'
import { ownerOf } from './inLetters'
import type { Made, NodeName, Step } from './model'

const subscripts: Partial<Record<NodeName, readonly [letter: string, below: number]>> = {
  w1: ['w', 1],
  w2: ['w', 2],
  b1: ['b', 1],
  b2: ['b', 2],
  s1: ['s', 1],
  s2: ['s', 2],
}

const loss = pieces.hue('L', pieces.letter('L'))
const change = (of: Piece) => pieces.row(pieces.letter('∂'), of)

/** A node by its letter, in its hue. */
export function symbolIn({ letters }: Convention, name: NodeName): Piece {
  const [letter, below] = subscripts[name] ?? [name, undefined]
  const own = pieces.letter(letter === 'w' ? letters.w : letter)
  const set = below === undefined ? own : pieces.row(own, pieces.lowered(pieces.numeral(below)))
  const role = ownerOf(name) === 'y' ? (name === 'x' ? 'x' : undefined) : 'w'
  return role === undefined ? set : pieces.hue(role, set)
}

/** ∂L/∂ of a node. */
export function slopeIn(convention: Convention, name: NodeName): Piece {
  const set = pieces.fraction(change(loss), change(symbolIn(convention, name)))
  const role = name === 'x' ? 'x' : ownerOf(name) === 'y' ? undefined : 'w'
  return role === undefined ? set : pieces.hue(role, set)
}

/** The nodes that a product of the network is made of, where the layer has x, w and y. */
type Layer = Readonly<Record<'x' | 'w' | 'y', NodeName>>
const products: Partial<Record<Made, Layer>> = {
  s1: { x: 'x', w: 'w1', y: 's1' },
  s2: { x: 'h', w: 'w2', y: 's2' },
}
const biases: Partial<Record<Made, Layer>> = {
  a: { x: 's1', w: 'b1', y: 'a' },
  z: { x: 's2', w: 'b2', y: 'z' },
}

const turned = (of: Piece, fence: boolean) =>
  pieces.row(fence ? pieces.fenced(of) : of, pieces.raised(pieces.letter('⊤')))

function factors(convention: Convention, of: 'y' | 'dx' | 'dw', layer: Layer): Piece {
  const factor = ({ of: name, turned: across }: Factor) => {
    const set = name === 'dy' ? slopeIn(convention, layer.y) : symbolIn(convention, layer[name as 'x' | 'w'])
    return across ? turned(set, name === 'dy') : set
  }
  const [left, right] = factorsOf(convention, of)
  return pieces.row(factor(left), pieces.space(), factor(right))
}

const equal = (left: Piece, right: Piece) => pieces.row(left, pieces.sign('='), right)
const both = (first: Piece, second: Piece) =>
  pieces.row(first, pieces.space(true), pieces.space(true), second)

/** A number of an example, by n and what counts along it: zₙ,ₖ where examples are rows; aₙ,: is the whole of it. */
function entry(convention: Convention, of: Piece, along = ':'): Piece {
  const index = isTurned(convention, 'y') ? [along, 'n'] : ['n', along]
  return pieces.row(of, pieces.lowered(pieces.joined(index.map(pieces.letter), pieces.mark(','))))
}

const over = (letters: string) =>
  pieces.row(
    pieces.sign('∑'),
    pieces.lowered(pieces.joined(letters.split(',').map(pieces.letter), pieces.mark(','))),
    pieces.space(),
  )

/** z = W₂ max(0, …) + b₂: the network without its loss. */
function whole(convention: Convention): Piece {
  const plus = (product: Piece, name: NodeName) =>
    pieces.row(product, pieces.sign('+'), symbolIn(convention, name))
  const product = (x: Piece, w: NodeName) => {
    const parts = factorsOf(convention, 'y').map(({ of, turned: across }) => {
      const set = of === 'x' ? x : symbolIn(convention, w)
      return across ? turned(set, false) : set
    })
    return pieces.joined(parts, pieces.space())
  }
  const hidden = plus(product(symbolIn(convention, 'x'), 'w1'), 'b1')
  const relu = pieces.row(pieces.named('max'), pieces.fenced(pieces.listed([pieces.numeral(0), hidden])))
  return equal(pieces.letter('z'), plus(product(relu, 'w2'), 'b2'))
}

/** The last nodes name entries, which lie the other way with examples in columns. */
const ends: Partial<Record<Made, Record<'forward' | 'backward', (convention: Convention) => Piece>>> = {
  logp: {
    forward: (convention) => {
      const [z, p] = [pieces.letter('z'), pieces.row(pieces.named('log'), pieces.letter('p'))]
      const power = pieces.row(pieces.letter('e'), pieces.raised(entry(convention, z, 'k')))
      const sum = pieces.row(pieces.named('log'), pieces.space(), over('k'), power)
      return equal(entry(convention, p), pieces.row(entry(convention, z), pieces.sign('−'), sum))
    },
    backward: (convention) => {
      const [p, q, t] = ['p', 'q', 't'].map((name) => entry(convention, pieces.letter(name)))
      if (!p || !q || !t) return pieces.word('')
      const sum = pieces.row(over('k'), entry(convention, pieces.letter('q'), 'k'))
      const apart = pieces.row(q, pieces.sign('−'), p, pieces.space(), sum)
      const mean = pieces.fraction(pieces.numeral(1), pieces.letter('N'))
      const short = pieces.row(mean, pieces.fenced(pieces.row(p, pieces.sign('−'), t)))
      const rate = pieces.fraction(change(loss), change(entry(convention, pieces.letter('z'))))
      const log = pieces.row(pieces.named('log'), pieces.letter('p'))
      const named = equal(pieces.letter('q'), pieces.fraction(change(loss), change(log)))
      return both(equal(equal(rate, apart), short), named)
    },
  },
  L: {
    forward: (convention) => equal(loss, pieces.row(over('n,k'), entry(convention, pieces.letter('e'), 'k'))),
    backward: (convention) => {
      const rate = pieces.fraction(change(loss), change(entry(convention, pieces.letter('e'), 'k')))
      return equal(equal(rate, pieces.fraction(change(loss), change(loss))), pieces.numeral(1))
    },
  },
}

/** A step's formula where other letters have it otherwise: the products, the biases, and what counts rows. */
export function ownStep(step: Step): ((convention: Convention) => Piece) | undefined {
  if (step.kind === 'given') return whole
  if (step.kind === 'check') return undefined
  const [product, bias] = [products[step.node], biases[step.node]]
  const forward = step.kind === 'forward'
  if (product)
    return (convention) =>
      forward
        ? equal(symbolIn(convention, product.y), factors(convention, 'y', product))
        : both(
            equal(slopeIn(convention, product.x), factors(convention, 'dx', product)),
            equal(slopeIn(convention, product.w), factors(convention, 'dw', product)),
          )
  if (!bias) return ends[step.node]?.[step.kind]
  return (convention) => {
    const at = (of: Piece, fence = false) => entry(convention, fence ? pieces.fenced(of) : of)
    const [x, b, y] = [bias.x, bias.w, bias.y].map((name) => symbolIn(convention, name))
    if (!x || !b || !y) return pieces.word('')
    if (forward) return equal(at(y), pieces.row(at(x, true), pieces.sign('+'), b))
    return both(
      equal(slopeIn(convention, bias.x), slopeIn(convention, bias.y)),
      equal(slopeIn(convention, bias.w), pieces.row(over('n'), at(slopeIn(convention, bias.y), true))),
    )
  }
}
