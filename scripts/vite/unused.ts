/** The classes that pages and scripts name; among a script's words are some that are none. */
export const classesIn = (pages: readonly string[], scripts: readonly string[]): ReadonlySet<string> =>
  new Set(
    [
      ...pages.flatMap((html) => [...html.matchAll(/class="([^"]*)"/g)]),
      ...scripts.flatMap((script) => [...script.matchAll(/["'`]([\w -]+)["'`]/g)]),
    ].flatMap(([, names = '']) => names.split(' ')),
  )

/**
 * KaTeX's sheet has a rule for all that TeX can say. The book's formulas are set by the build and there are no others,
 * so each page is spared the rules that none of them needs: nine tenths.
 */
export const withoutUnused = (css: string, classes: ReadonlySet<string>): string =>
  css.replace(/([^{}]+)(\{[^{}]*\})/g, (_, selectors: string, body: string) => {
    const used = selectors.split(',').filter((selector) => {
      const names = [...selector.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name)
      return !selector.trim().startsWith('.katex ') || names.every((name) => classes.has(name))
    })
    return used.length > 0 ? used.join(',') + body : ''
  })
