/** A chapter as others point at it: `/linear-layer/`, and its number, which is its folder's. */
export type Numbered = { readonly path: string; readonly number?: number }

/** The number of the chapter of this name; undefined where there is none. */
export const numberOf = (name: string, chapters: readonly Numbered[]): number | undefined =>
  chapters.find(({ path }) => path === `/${name}/`)?.number

const named = /\bchapter \{([\w-]+)\}/gi

/** A text that is no MDX, such as a summary, with “chapter {linear-layer}” as “chapter 6”. */
export const withNumbers = (text: string, chapters: readonly Numbered[], where: string): string =>
  text.replace(named, (words, name: string) => {
    const number = numberOf(name, chapters)
    if (number === undefined) throw new Error(`${where}: there is no chapter “${name}” in “${text}”`)
    return words.replace(`{${name}}`, String(number))
  })
