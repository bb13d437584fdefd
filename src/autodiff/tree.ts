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

/** The tensors of a structure in order, and their paths in it. */
export interface Flat<T> {
  readonly leaves: readonly Tensor[]
  readonly paths: readonly string[]
  /** The same structure again, of other tensors. */
  readonly rebuild: (leaves: readonly Tensor[]) => T
  /** The tensors of another structure that has the same form; a TypeError when it has not. */
  readonly match: (other: unknown) => readonly Tensor[]
}

/** An array of nothing but numbers, however nested, is one tensor; any other array is a structure. */
const isNumbers = (value: unknown): value is NestedNumbers =>
  typeof value === 'number' || (Array.isArray(value) && value.every(isNumbers))

const isLeaf = (value: unknown): value is TensorLike =>
  value instanceof Tensor ||
  value instanceof Float64Array ||
  value instanceof Float32Array ||
  isNumbers(value)

const notTensor = (value: unknown, path: string): TypeError =>
  new TypeError(`${path || 'value'} is ${value === null ? 'null' : typeof value}, not a tensor`)

const leafFlat: Omit<Flat<Tensor>, 'leaves'> = {
  paths: [''],
  rebuild: ([leaf]) => leaf as Tensor, // one leaf, one tensor
  match(other) {
    if (isLeaf(other)) return [toTensor(other)]
    throw notTensor(other, '')
  },
}

/** Takes a structure apart. A TypeError for what is neither a tensor nor a structure of them. */
export function flatten<T>(tree: unknown, path = ''): Flat<T> {
  if (isLeaf(tree)) return { ...leafFlat, leaves: [toTensor(tree)] } as Flat<unknown> as Flat<T>
  if (typeof tree !== 'object' || tree === null) throw notTensor(tree, path)
  return flattenParts<T>(tree, path)
}

/** Takes apart an array or a record; a list of arguments is one even when each is a plain number. */
export function flattenParts<T>(parts: object, path = ''): Flat<T> {
  const keys = Object.keys(parts)
  const flats = Object.entries(parts).map(([key, part]) => flatten(part, path ? `${path}.${key}` : key))
  return {
    leaves: flats.flatMap(({ leaves }) => leaves),
    paths: flats.flatMap(({ paths }, k) => paths.map((rest) => (rest ? `${keys[k]}.${rest}` : `${keys[k]}`))),
    rebuild(values) {
      let taken = 0
      const built = flats.map(({ leaves, rebuild }) => rebuild(values.slice(taken, (taken += leaves.length))))
      return (Array.isArray(parts) ? built : Object.fromEntries(built.map((part, k) => [keys[k], part]))) as T
    },
    match(other) {
      if (typeof other !== 'object' || other === null) throw notTensor(other, path)
      const found = new Map(Object.entries(other))
      if (found.size !== keys.length)
        throw new TypeError(`${keys.length} parts are wanted, ${found.size} are given`)
      return keys.flatMap((key, k) => flats[k]?.match(found.get(key)) ?? [])
    },
  }
}
