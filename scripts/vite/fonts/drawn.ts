/** Printable ASCII, the Greek alphabet, and how the book writes numbers: what a reader's own formula may bring. */
const typed = [
  ...Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)),
  ...'αβγδεζηθικλμνξοπρστυφχψωΓΔΘΛΞΠΣΦΨΩ',
  ...'\u00a0−×·…≈≠→∞±√∂⁰¹²³⁴⁵⁶⁷⁸⁹⁻₀₁₂₃₄₅₆₇₈₉ᵀ',
]

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }
const decode = (html: string) =>
  html
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)

/** The text of a page that is drawn in its fonts: MathML is for the ear. */
export const textOf = (html: string) =>
  decode(html.replace(/<(script|style|math)\b[^>]*>[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]*>/g, ''))

const unescape = (script: string) =>
  script.replace(/\\u(?:\{([0-9a-f]+)\}|([0-9a-f]{4}))/gi, (_, long?: string, short?: string) =>
    String.fromCodePoint(parseInt(long ?? short ?? '', 16)),
  )

/** No mark of its own: a line's end, a joiner. */
const unseen = /[\p{Cc}\p{Cf}\ufffd]/u

/** What a page or a script draws in black board letters: in HTML, and in the trees of `scripts/vite/compileTex.ts`. */
const board = [
  /class="[^"]*\bmathbb\b[^"]*"[^>]*>([^<]+)</g,
  /\bmathbb[^"'`]*["'`],(?:0|(["'`])[^"'`]*\1),["'`]([^"'`]+)/g,
]

export type Drawn = {
  all: ReadonlySet<string>
  /** Those that are drawn for certain: what a script holds may be there only to be read. */
  certain: ReadonlySet<string>
  board: ReadonlySet<string>
}

const signsIn = (texts: readonly string[]) =>
  new Set(texts.flatMap((text) => [...new Set(text)]).filter((c) => !unseen.test(c)))

/** The characters that the book can draw: those of its pages, those that its scripts write, and those that a reader types. */
export function drawnBy(pages: readonly string[], scripts: readonly string[]): Drawn {
  const texts = [...typed, ...pages.map(textOf)]
  return {
    certain: signsIn(texts),
    all: signsIn([...texts, ...scripts.map(unescape)]),
    board: new Set(
      [...pages, ...scripts].flatMap((text) =>
        board.flatMap((pattern) => [...text.matchAll(pattern)].flatMap((match) => [...(match.at(-1) ?? '')])),
      ),
    ),
  }
}
