import { spellings } from './spellings.ts'

/** A text as it is read, each of its characters with the place in the source that it comes from. */
export interface Cleaned {
  readonly text: string
  /** One place more than there are characters: the last is the end. */
  readonly at: readonly number[]
  /** Whether it holds what the book would write differently. */
  readonly respelled: boolean
}

const invisible = /[\p{Cf}\p{Variation_Selector}\u034f]/u
// An invisible times or application stands between two parts; without it they would run together.
const parting = /[\u2061\u2062]/
const raised =
  /[\u00b2\u00b3\u00b9\u02b0-\u02b8\u02e1-\u02e3\u1d2c-\u1d3f\u1d41-\u1d56\u1d58-\u1d61\u2070\u2071\u2074-\u207f]/
const lowered = /[\u1d62-\u1d6a\u2090-\u209c]/
const vulgar = /[\u00bc-\u00be\u2150-\u215e\u2189]/
const own = /[\x20-\x7e−–×÷·⋅⊙ᵀ²³¹⁰⁴-⁹⁻₀-₉\p{Script=Greek}∂∑¼-¾]/u
const nothing: ReadonlySet<string> = new Set(
  'left right big Big bigl bigr Bigl Bigr displaystyle mathrm mathbf mathsf mathit mathbb mathcal bm boldsymbol text textrm operatorname limits'.split(
    ' ',
  ),
)

const signs: ReadonlyMap<string, string> = new Map(
  Object.entries(spellings.sign).flatMap(([book, typed]) =>
    Array.from(typed, (sign) => [sign, book] as const),
  ),
)
const commands: ReadonlyMap<string, string> = new Map(Object.entries(spellings.tex))

/** Collects the cleaned text; one step takes one character, or one command of TeX. */
class Cleaner {
  text = ''
  readonly at: number[] = []
  respelled = false
  private isRaised = false
  /** For each brace that is open, what closes it. */
  private readonly braces: string[] = []

  put(text: string, place: number): void {
    this.text += text
    for (let k = 0; k < text.length; k++) this.at.push(place)
  }

  /** Takes what stands at a place of the source; returns how long it was. */
  step(source: string, place: number, letter: string): number {
    const up = raised.test(letter)
    if (up !== this.isRaised) this.put(up ? '⁽' : '⁾', place)
    this.isRaised = up
    if (letter === '\\') return this.command(source, place)
    if (!own.test(letter) && plain(letter) !== letter)
      this.respelled ||= !invisible.test(letter) || parting.test(letter)
    if (letter === '{' || letter === '}') this.put(this.brace(letter), place)
    else if (letter === '_' && source[place + 1] === '{') return this.index(source, place)
    else this.put(plain(letter), place)
    return letter.length
  }

  end(source: string): Cleaned {
    if (this.isRaised) this.put('⁾', source.length)
    return { text: this.text, at: [...this.at, source.length], respelled: this.respelled }
  }

  private brace(letter: string): string {
    this.respelled = true
    if (letter === '}') return this.braces.pop() ?? ')'
    this.braces.push(')')
    return '('
  }

  /** x_{12}: an index in braces belongs to the name. */
  private index(source: string, place: number): number {
    const [whole, name = ''] = /^_\{\s*(\w*)\s*\}/.exec(source.slice(place, place + 40)) ?? ['_']
    this.put(`_${name}`, place)
    return whole.length
  }

  private command(source: string, place: number): number {
    this.respelled = true
    const rest = source.slice(place, place + 60)
    const [short, over, under] = /^\\[dt]?frac\s*(\d)\s*(\d)/.exec(rest) ?? []
    if (short !== undefined) {
      this.put(`(${over}/${under})`, place)
      return short.length
    }
    const [whole, name = '', brace = ''] = /^\\([a-zA-Z]+|[^a-zA-Z]?)\*?\s*(\{?)/.exec(rest) ?? ['\\']
    const book = commands.get(name)
    if (book === undefined && nothing.has(name)) {
      if (brace) this.braces.push(' ')
      return whole.length
    }
    this.put(
      book ??
        (name === '' ? '\\' : name + (/^[_^({[\d]/.test(source.slice(place + whole.length)) ? '' : ' ')),
      place,
    )
    return whole.length - brace.length
  }
}

function plain(letter: string): string {
  if (parting.test(letter)) return ' '
  if (invisible.test(letter)) return ''
  if (vulgar.test(letter)) return letter
  const sign = signs.get(letter)
  if (sign !== undefined) return sign
  const same = letter.normalize('NFKC')
  return (lowered.test(letter) ? '_' : '') + (signs.get(same) ?? same)
}

/**
 * Leaves out what can't be seen, and writes look-alikes, full-width letters, letters of mathematical alphabets and TeX
 * in plain signs. What is raised, as in x²³ or e⁻ˣ, comes between ⁽ and ⁾.
 */
export function clean(source: string): Cleaned {
  const cleaner = new Cleaner()
  let place = 0
  while (place < source.length) {
    const [letter = ''] = source.slice(place, place + 2)
    place += cleaner.step(source, place, letter)
  }
  return cleaner.end(source)
}
