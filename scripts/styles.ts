import { createHash } from 'node:crypto'

/**
 * The page's policy forbids `style="…"`, and KaTeX writes thousands of them. Each distinct one becomes a class here;
 * `stylesheet()` is all that were asked for since the build began.
 */
const classes = new Map<string, string>()

export function classFor(style: string): string {
  const css = style.trim().replace(/;$/, '')
  const name = 'k' + createHash('sha256').update(css).digest('base64url').replace(/[-_]/g, '').slice(0, 5)
  classes.set(css, name)
  return name
}

// `!important`, because an inline style outranks KaTeX's own rules and a class would not.
const important = (css: string) =>
  css
    .split(';')
    .map((declaration) => `${declaration.trim()}!important`)
    .join(';')

export const stylesheet = () =>
  [...classes]
    .sort()
    .map(([css, name]) => `.${name}{${important(css)}}`)
    .join('\n')
