import type { Chapter } from './chapters'
import type { PracticeLayer } from './layers'

/** A formula as text and as TeX. */
export type Formula = { readonly text: string; readonly tex: string }
/** What is said of a wrong answer: of an option, by its place, or of a number. */
export type Reason = { readonly is: number; readonly says: string }

type Told = {
  readonly wrong: readonly Reason[]
  /** What is said of the right answer. */
  readonly why: string
}
export type Choice = Told & {
  readonly options: readonly string[]
  /** The options as TeX, where they are formulas. */
  readonly set?: readonly string[]
  /** The place of the right one. */
  readonly answer: number
}
/** A number to type. */
export type Typed = Told & { readonly answer: number; readonly tolerance: number }

/** A matrix or a vector to type, as a formula without names is. */
export type Grid = Omit<Told, 'wrong'> & {
  readonly wrong: readonly { readonly is: string; readonly says: string }[]
  readonly answer: string
  readonly names: Readonly<Record<string, never>>
}

/** One item of practice: what is given, what is asked, and what is said of each answer. */
export type Item = {
  readonly asks: string
  /** What is given beside the layer: numbers, or a derivation so far. */
  readonly given: readonly Formula[]
  readonly task: Choice | Typed | Grid
}

/**
 * A kind of item. `teaches` is the chapter in which one learns to answer it, on layers that are no harder than that
 * chapter's: an item is asked from the later of `teaches` and the layer's own `from`.
 */
export type Kind = {
  readonly name: string
  /** What it asks for, in a word or two. */
  readonly label: string
  readonly teaches: Chapter
  /** Whether it can be asked of a layer by one of its inputs; then `make` gives an item, whatever is drawn. */
  readonly fits: (layer: PracticeLayer, of: string) => boolean
  /** Draws an item; undefined where the layer has none. */
  readonly make: (layer: PracticeLayer, of: string, next: () => number) => Item | undefined
}
