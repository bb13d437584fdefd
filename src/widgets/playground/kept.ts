import { words } from './words'

export const longestName = 40
const mostKept = 30

/** The programs with one more under a name, or why it is not kept, as a sentence. */
export function withKept(
  programs: Readonly<Record<string, string>>,
  name: string,
  program: string,
): { readonly programs?: Record<string, string>; readonly problem: string } {
  const plain = name.trim().slice(0, longestName)
  if (plain === '') return { problem: words.noName }
  if (!Object.hasOwn(programs, plain) && Object.keys(programs).length >= mostKept)
    return { problem: words.tooManyKept(mostKept) }
  return { programs: Object.fromEntries([...Object.entries(programs), [plain, program]]), problem: '' }
}
