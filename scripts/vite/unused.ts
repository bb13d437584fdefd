/** The classes that pages and scripts name; among a script's words are some that are none. */
export const classesIn = (pages: readonly string[], scripts: readonly string[]): ReadonlySet<string> =>
  new Set(
    [
      ...pages.flatMap((html) => [...html.matchAll(/class="([^"]*)"/g)]),
      ...scripts.flatMap((script) => [...script.matchAll(/["'`]([\w -]+)["'`]/g)]),
    ].flatMap(([, names = '']) => names.split(' ')),
  )

/** A selector of KaTeX's sheet, or one of the classes that stand for its styles (scripts/styles.ts). */
const ofFormulas = /^(?:\.katex |\.k[A-Za-z\d]{5}$)/

/**
 * KaTeX's sheet has a rule for all that TeX can say. The book's formulas are set by the build and there are no others,
 * so each page is spared the rules that none of its own needs.
 */
export const withoutUnused = (css: string, classes: ReadonlySet<string>): string =>
  css.replace(/([^{}]+)(\{[^{}]*\})/g, (_, selectors: string, body: string) => {
    const used = selectors.split(',').filter((selector) => {
      const names = [...selector.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name)
      return !ofFormulas.test(selector.trim()) || names.every((name) => classes.has(name))
    })
    return used.length > 0 ? used.join(',') + body : ''
  })
