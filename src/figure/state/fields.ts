import type { Scale } from '../controls/number'
import { words } from './words'

/** One value of a figure's state, as it stands in a link. `parse` throws what it expected, as the end of a sentence. */
export type Field<T> = { parse(text: string): T; format(value: T): string; readonly bounds?: Bounds }
export type Fields<S> = { [K in keyof S]: Field<S[K]> }

/** What a number may be, said once: for its link and for the control that moves it. */
export type Bounds = {
  readonly min: number
  readonly max: number
  /** One key press. */
  readonly step: number
  readonly integer: boolean
  /** How it is called; else by its name in the state. */
  readonly label?: string
  /** For a logarithmic slider. */
  readonly scale?: Scale
}
type Asked = Partial<Pick<Bounds, 'step' | 'label' | 'scale'>>
type Numeric = Field<number> & { readonly bounds: Bounds }

const expected = (what: string, found: string) => new Error(`expected ${what}, found “${found.slice(0, 40)}”`)

const said = (limit: number) => String(limit).replace('-', '−')

export const real = (min: number, max: number, { step = 0.1, ...asked }: Asked = {}): Numeric => ({
  bounds: { min, max, step, integer: false, ...asked },
  parse(text) {
    const value = Number(text)
    if (text.trim() === '' || !(value >= min && value <= max))
      throw expected(words.aNumber(said(min), said(max)), text)
    return value
  },
  format: String,
})

export const integer = (min: number, max: number, { step = 1, ...asked }: Asked = {}): Numeric => ({
  bounds: { min, max, step, integer: true, ...asked },
  parse(text) {
    const value = Number(text)
    if (!/^-?\d+$/.test(text) || value < min || value > max)
      throw expected(words.aWhole(said(min), said(max)), text)
    return value
  },
  format: String,
})

export const choice = <T extends string>(...options: T[]): Field<T> => ({
  parse(text) {
    const found = options.find((option) => option === text)
    if (found === undefined) throw expected(words.oneOf(options.join(', ')), text)
    return found
  },
  format: (value) => value,
})

export const text = (longest: number): Field<string> => ({
  parse(value) {
    if (value.length > longest) throw expected(words.characters(longest), value)
    return value
  },
  format: (value) => value,
})

/** Rows of numbers: `1,2;3,4`. */
export const matrix = (most: number, limit: number): Field<readonly (readonly number[])[]> => ({
  parse(source) {
    const cell = real(-limit, limit)
    const rows = source.split(';').map((row) => row.split(',').map((entry) => cell.parse(entry)))
    const width = rows[0]?.length ?? 0
    if (rows.length > most || width > most) throw expected(words.rowsAndColumns(most), source)
    if (rows.some((row) => row.length !== width)) throw expected(words.oneLength, source)
    return rows
  },
  format: (rows) => rows.map((row) => row.join(',')).join(';'),
})

/** For a value that may be absent. */
export const optional = <T>(field: Field<T>): Field<T | undefined> => ({
  parse: (source) => (source === '' ? undefined : field.parse(source)),
  format: (value) => (value === undefined ? '' : field.format(value)),
})

/** Values side by side: `2,1,3`. */
export const list = <T>(field: Field<T>, most: number): Field<readonly T[]> => ({
  parse(source) {
    const parts = source.split(',')
    if (parts.length > most) throw expected(words.values(most), source)
    return parts.map((part) => field.parse(part))
  },
  format: (values) => values.map((value) => field.format(value)).join(','),
})
