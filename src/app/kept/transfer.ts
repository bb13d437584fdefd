import { readKept, type Preferences } from '@/figure/state'

export const said = {
  saved: 'Saved as nudge.json.',
  taken: 'Taken from the file.',
  cleared: 'Cleared.',
  undone: 'As it was.',
  notJson: 'This file could not be read: it is not JSON. Expected is a file that this page has saved.',
  notOurs: 'This file holds something else. Expected is a file that this page has saved.',
  so: (answers: number, pages: number) =>
    `${answers} ${answers === 1 ? 'answer' : 'answers'}, ${pages} ${pages === 1 ? 'page' : 'pages'} begun.`,
}

/** What a file that the book saved begins with. */
const mark = 'nudge'

/** The text of a file with all that is kept. */
export const toFile = (kept: Preferences): string => `${JSON.stringify({ book: mark, version: 1, kept })}\n`

/** What such a file holds, or a sentence about what it is not. */
export function fromFile(text: string): Preferences | { problem: string } {
  let file: unknown
  try {
    file = JSON.parse(text)
  } catch {
    return { problem: said.notJson }
  }
  if (
    typeof file !== 'object' ||
    file === null ||
    !('book' in file) ||
    file.book !== mark ||
    !('kept' in file)
  )
    return { problem: said.notOurs }
  return readKept(file.kept) ?? { problem: said.notOurs }
}

const farther = (a: Preferences['progress'], b: Preferences['progress']) =>
  Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].map((path) => [
      path,
      Math.max(...[a[path], b[path]].filter((part) => part !== undefined)),
    ]),
  )

/** What is here with what a file brings: no page is read less far than before, and no answer is lost. */
export const joined = (here: Preferences, brought: Preferences): Preferences => ({
  ...brought,
  progress: farther(here.progress, brought.progress),
  answers: { ...here.answers, ...brought.answers },
  programs: { ...here.programs, ...brought.programs },
  practice: {
    answered: Math.max(here.practice.answered, brought.practice.answered),
    hard: { ...here.practice.hard, ...brought.practice.hard },
  },
})
