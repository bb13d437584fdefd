import { parse, ParseError } from '@/autodiff'

/** What is shown beside a formula: how the book writes it, where that differs, or what to take instead of it. */
export type Spelled = { readonly book?: string; readonly suggestions: readonly string[] }

/** The book's spelling of a typed formula in these names; `numbers`: each of them is one number. */
export function spelled(text: string, names: readonly string[], numbers: boolean): Spelled {
  try {
    const { source, respelled } = parse(text, { names, numbers })
    return { suggestions: [], ...(respelled && { book: source }) }
  } catch (error) {
    return { suggestions: error instanceof ParseError ? error.suggestions : [] }
  }
}
