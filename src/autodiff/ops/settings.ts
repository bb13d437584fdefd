import { ShapeError } from '../core/errors.ts'
import type { Primitive } from '../core/primitive.ts'

/** What was given, as a sentence quotes it. */
function quoted(value: unknown): string {
  if (typeof value === 'string') return `“${value}”`
  if (Array.isArray(value)) return `[${value.map(quoted).join(', ')}]`
  return typeof value === 'object' && value !== null ? 'an object' : String(value)
}

/** Some op and its setting, to be named in a sentence. */
type Of = readonly [op: string, setting: string]

function refuse([op, name]: Of, wanted: string, value: unknown): never {
  throw new ShapeError(op, [], `its ${name} is ${wanted}, not ${quoted(value)}`)
}

const isWhole = (value: unknown): value is number => Number.isInteger(value)

/** A setting that is a list of whole numbers; one number alone is a list of one. A ShapeError for anything else. */
export function wholes(of: Of, value: unknown): readonly number[] {
  if (isWhole(value)) return [value]
  if (Array.isArray(value) && value.every(isWhole)) return value as readonly number[]
  return refuse(of, 'a list of whole numbers, such as [2, 3]', value)
}

/** A setting that is one whole number; a list of one is that one. A ShapeError for anything else. */
export function whole(of: Of, value: unknown): number {
  if (isWhole(value)) return value
  const [only, ...more] = Array.isArray(value) ? (value as readonly unknown[]) : []
  return isWhole(only) && more.length === 0 ? only : refuse(of, 'a whole number', value)
}

/** A setting that is one axis, or several, or all of them when it is left out. A ShapeError for anything else. */
export function axes(of: Of, value: unknown): readonly number[] | undefined {
  return value === undefined ? undefined : wholes(of, value)
}

/** A setting that is yes or no; 1 and 0 say the same. A ShapeError for anything else. */
export function flag(of: Of, value: unknown): boolean {
  if (typeof value === 'boolean') return value
  return value === 1 || value === 0 ? value === 1 : refuse(of, 'true or false', value)
}

/** Settings that are gathered into one object; a ShapeError unless they are, or where one has a name not known. */
export function gathered<T extends object>(
  { name, settings = [] }: Pick<Primitive, 'name' | 'settings'>,
  given: T,
): T {
  const known = settings.map((setting) => setting.name)
  const wanted = `{ ${known.join(', ')} }`
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    refuse([name, 'settings'], wanted, given)
  for (const key in given) if (!known.includes(key)) refuse([name, 'settings'], wanted, key)
  return given
}
