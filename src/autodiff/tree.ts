import { Tensor, toTensor, type NestedNumbers, type TensorLike } from './tensor.ts'

/**
 * What functions take and return: tensors, or arrays and records of such to any depth. (Its type says no more,
 * because a recursive one sends the compiler round in circles; flatten checks it.)
 */
export type Tree = unknown

/** The same structure with anything that can be made a tensor in place of each tensor. */
export type Like<T> = Tensor extends T ? TensorLike : { readonly [K in keyof T]: Like<T[K]> }
/** The same for a list of arguments. */
export type Args<A extends Tree[]> = { [K in keyof A]: Like<A[K]> }
/** What comes back in the place of each argument: tensors, even for one that may be given as numbers. */
export type Results<A extends Tree[]> = { -readonly [K in keyof A]: Tensor extends A[K] ? Tensor : A[K] }

/** The tensors of a structure in order, their paths, and the way to build the structure again from others. */
export interface Flat<T> {
  readonly leaves: readonly Tensor[]
  readonly paths: readonly string[]
  readonly rebuild: (leaves: readonly Tensor[]) => T
}

/** An array of nothing but numbers, however nested, is one tensor; any other array is a structure. */
const isNumbers = (value: unknown): value is NestedNumbers =>
  typeof value === 'number' || (Array.isArray(value) && value.every(isNumbers))

const isLeaf = (value: unknown): value is TensorLike =>
  value instanceof Tensor ||
  value instanceof Float64Array ||
  value instanceof Float32Array ||
  isNumbers(value)

/** Takes a structure apart. A TypeError for what is neither a tensor nor a structure of them. */
export function flatten<T>(tree: unknown): Flat<T> {
  const leaves: Tensor[] = []
  const paths: string[] = []
  type Build = (next: () => Tensor) => unknown
  const walk = (node: unknown, path: string): Build => {
    if (isLeaf(node)) {
      leaves.push(toTensor(node))
      paths.push(path)
      return (next) => next()
    }
    if (typeof node !== 'object' || node === null)
      throw new TypeError(`${path || 'value'} is ${node === null ? 'null' : typeof node}, not a tensor`)
    const parts = Object.entries(node).map(
      ([key, inner]) => [key, walk(inner, path ? `${path}.${key}` : key)] as const,
    )
    if (Array.isArray(node)) return (next) => parts.map(([, build]) => build(next))
    return (next) => Object.fromEntries(parts.map(([key, build]) => [key, build(next)]))
  }
  const build = walk(tree, '')
  const rebuild = (values: readonly Tensor[]): T => {
    const queue = values[Symbol.iterator]()
    return build(() => queue.next().value as Tensor) as T // as many values as leaves
  }
  return { leaves, paths, rebuild }
}

/** A list of arguments is always a structure, even when each is a plain number. */
export function flattenAll<A extends Tree[]>(args: readonly unknown[]): Flat<A> {
  const flats = args.map((arg) => flatten<Tree>(arg))
  return {
    leaves: flats.flatMap(({ leaves }) => leaves),
    paths: flats.flatMap(({ paths }, k) => paths.map((path) => (path ? `${k}.${path}` : `${k}`))),
    rebuild(values) {
      let taken = 0
      const next = ({ leaves, rebuild }: Flat<Tree>): Tree =>
        rebuild(values.slice(taken, (taken += leaves.length)))
      return flats.map(next) as Tree[] as A // one per argument, in order
    },
  }
}
