/** What goes on paper. */
export type Options = {
  /** The paths of its chapters, in order. */
  chapters: readonly string[]
  hints: boolean
  /** Answers of predictions and solutions of exercises: nowhere, where they are asked for, or at the end of all. */
  answers: 'none' | 'here' | 'end'
  paper: 'A4' | 'Letter'
}

/**
 * What an address asks for (`?chapter=slope&hints=yes&answers=here&paper=letter`); undefined where it asks for nothing.
 * The whole book (`?chapter=all`) has its answers at the end if nothing else is said, a chapter has none. A chapter that
 * is not there is a sentence.
 */
export function optionsOf(
  search: string,
  paths: readonly string[],
): Options | { problem: string } | undefined {
  const query = new URLSearchParams(search)
  const chapter = query.get('chapter')
  if (chapter === null) return undefined
  const whole = chapter === 'all'
  const chapters = whole ? paths : paths.filter((path) => path === `/${chapter}/`)
  if (chapters.length === 0) {
    const names = paths.map((path) => path.replaceAll('/', ''))
    return {
      problem: `There is no chapter “${chapter.slice(0, 40)}”. There are ${names.join(', ')}, and all.`,
    }
  }
  const asked = query.get('answers')
  return {
    chapters,
    hints: query.get('hints') === 'yes',
    answers: asked === 'none' || asked === 'here' || asked === 'end' ? asked : whole ? 'end' : 'none',
    paper: query.get('paper')?.toLowerCase() === 'letter' ? 'Letter' : 'A4',
  }
}

/** The sheet: its size, its margins, a number at its foot. */
export const sheet = ({ paper }: Options): string =>
  `@page { size: ${paper}; margin: 17mm 16mm 19mm; @bottom-center { content: counter(page); font: 9pt sans-serif; } } @page :first { @bottom-center { content: none; } }`
