/** A formula set at build time: a text, a slot to fill, a drawing, or [class, symbol key or 0, ...children]. */
export type TexNode = string | number | TexDrawing | TexSpan
/** What no font has: a tall bar, a root. */
export type TexDrawing = { width: string; height: string; viewBox: string; fit?: string; path: string }
export interface TexSpan extends Array<TexNode> {
  0: string
  1: string | 0
}

/** TeX in a widget: a tagged literal without `${}`, replaced by its tree at build time. `\slot{0}` is filled by `<Tex>`. */
export function tex(source: TemplateStringsArray): TexNode {
  throw new Error(`tex\`${source.raw.join('')}\` was not compiled: is the tex plugin in vite.config.ts?`)
}
