import { fromPrograms } from './fromPrograms'
import { identity, type Group, type Identity } from './identity'

const entrywise = (name: string, label: string, body: string): Identity =>
  identity(name, label, `x: N×M\ny = ${body}`)

export const functions: Group = {
  name: 'functions',
  title: 'Functions entry by entry',
  of: [
    entrywise('relu-entries', 'ReLU', 'relu(x)'),
    entrywise('leaky-relu', 'Leaky ReLU', 'maximum(x, 0.01 x)'),
    entrywise('sigmoid', 'Sigmoid', 'sigmoid(x)'),
    entrywise('tanh', 'Hyperbolic tangent', 'tanh(x)'),
    entrywise('softplus', 'Softplus', 'softplus(x)'),
    entrywise('silu', 'SiLU', 'x * sigmoid(x)'),
    entrywise('gelu', 'GELU', 'gelu(x)'),
    entrywise('exp', 'Exponential', 'exp(x)'),
    entrywise('log', 'Logarithm', 'log(x)'),
    entrywise('sqrt', 'Square root', 'sqrt(x)'),
    entrywise('reciprocal', 'Reciprocal', '1 / x'),
    fromPrograms('square'),
    entrywise('cube', 'Cube of each entry', 'x^3'),
    entrywise('sine', 'Sine', 'sin(x)'),
    entrywise('absolute', 'Absolute value', 'abs(x)'),
    identity('quotient', 'Quotient entry by entry', 'x: N×M\nz: N×M\ny = x / z'),
    identity('power', 'Power with its exponent', 'x: N×M\np:\ny = abs(x)^p', ['x', 'p']),
  ],
}
