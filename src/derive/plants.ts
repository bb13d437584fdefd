import type { Kind } from './mistakes.ts'

/** One planted mistake: what a line of a derivation becomes, if it can have this mistake, and what it is then called. */
export interface Plant {
  readonly name: string
  readonly kinds: readonly Kind[]
  readonly plant: (line: string) => string | undefined
}

/** The usual mistakes, as changes of a line's text: what the checks are tried on, and where practice has wrong lines from. */
export const plants: readonly Plant[] = [
  {
    name: 'layout',
    kinds: ['layout'],
    plant: (line) => (/^\S+ = .*ᵀ/.test(line) ? line.replace('ᵀ', '') : undefined),
  },
  {
    name: 'transposed',
    kinds: ['layout'],
    plant: (line) => (/^\w+ = \w+ \w+$/.test(line) ? `${line}ᵀ` : undefined),
  },
  {
    name: 'order',
    // Of a vector and a matrix, the other order is the other layout.
    kinds: ['order', 'layout'],
    plant: (line) =>
      /^(\w+) = (\w+ᵀ?) (\w+ᵀ?)$/.test(line)
        ? line.replace(/^(\w+) = (\S+) (\S+)$/, '$1 = $3 $2')
        : undefined,
  },
  {
    name: 'lost sum',
    kinds: ['lost sum'],
    plant: (line) => (/^\S+\] = [^δ∂]*Σ_\S+ [^Σδ∂]*$/.test(line) ? line.replace(/Σ_\S+ /, '') : undefined),
  },
  {
    name: 'wrong axis',
    kinds: ['wrong axis'],
    plant: (line) => (/^\w+ = sum\(.*axis=0\)$/.test(line) ? line.replace('axis=0', 'axis=1') : undefined),
  },
  { name: 'sign', kinds: ['factor'], plant: (line) => line.replace(/ = (.*)$/, ' = -($1)') },
  { name: 'twice', kinds: ['factor'], plant: (line) => line.replace(/ = (.*)$/, ' = 2 ($1)') },
  {
    name: 'elementwise',
    // Of a vector and a matrix, the product is the entries' products summed.
    kinds: ['elementwise', 'lost sum'],
    plant: (line) => (/^\w+ = \w+ᵀ? \w+ᵀ?$/.test(line) ? line.replace(/ (\S+)$/, ' ⊙ $1') : undefined),
  },
  {
    name: 'matrix product',
    kinds: ['elementwise'],
    plant: (line) => (/^\w+ = \w+ ⊙ step\(\w+\)$/.test(line) ? line.replace('⊙', '@') : undefined),
  },
  {
    name: 'summed too much',
    kinds: ['summed too much'],
    plant: (line) => (/^\w+ = \w+ᵀ? \w+ᵀ?$/.test(line) ? line.replace(/ = (.*)$/, ' = sum($1)') : undefined),
  },
  {
    name: 'name',
    kinds: ['wrong name'],
    plant: (line) =>
      / = .*\bdy\b/.test(line) && !/[∂δ]/.test(line) ? line.replace(/( = .*)\bdy\b/, '$1y') : undefined,
  },
  {
    name: 'swapped index',
    kinds: ['swapped index'],
    plant: (line) =>
      / = .*(?!δ)[\p{L}\d]\[[a-z],[a-z]\]/u.test(line)
        ? line.replace(/( = .*(?!δ)[\p{L}\d])\[([a-z]),([a-z])\]/u, '$1[$3,$2]')
        : undefined,
  },
  {
    // The one where another tensor is largest, wherever that is: so it can be written at any size.
    name: 'one entry off',
    kinds: ['value'],
    plant: (line) =>
      /^d\w+ = \w+ᵀ? \w+ᵀ?$/.test(line) ? line.replace(/^d(\w+) = .*$/, '$& + ($1 == max($1))') : undefined,
  },
  { name: 'free', kinds: ['free index'], plant: (line) => line.replace(/(Σ.*),[a-z]\]( .*)?$/, '$1,zz]$2') },
]
