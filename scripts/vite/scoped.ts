/** As much of a PostCSS rule as is used here; Vite runs the plugin. */
type Rule = { selectors: string[]; parent?: { type: string; name?: string } | undefined }
type Sheet = {
  source?: { input: { file?: string | undefined } } | undefined
  walkRules: (each: (rule: Rule) => void) => void
}

/**
 * The same selector, for what stands in one widget alone. `:where` counts for nothing, so that a rule weighs what its
 * author sees, and the scope is said of the last element: those before it may stand outside, as `html.js` does.
 */
export const within = (selector: string, widget: string) =>
  selector.replace(/(?:::[\w-]+(?:\([^)]*\))?)?$/, (end) => `:where([data-island="${widget}"] *)${end}`)

/** What `src/widgets/<name>/style.css` says, with all that it imports, holds in that widget and nowhere else. */
export const scoped = () => ({
  postcssPlugin: 'nudge:scoped',
  Once(sheet: Sheet) {
    const [, widget] = /\/src\/widgets\/([\w-]+)\/style\.css$/.exec(sheet.source?.input.file ?? '') ?? []
    if (!widget) return
    sheet.walkRules((rule) => {
      if (rule.parent?.type === 'atrule' && rule.parent.name?.endsWith('keyframes')) return
      rule.selectors = rule.selectors.map((selector) => within(selector, widget))
    })
  },
})
