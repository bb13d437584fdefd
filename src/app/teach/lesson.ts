import type { MDXContent } from 'mdx/types'
import * as v from 'valibot'

const line = v.pipe(v.string(), v.nonEmpty())

const frontmatter = v.strictObject({
  /** What the figure is for, in one line, for lists and headings. */
  about: line,
  /** The states to show. */
  states: v.pipe(
    v.array(
      v.strictObject({
        name: line,
        /** What the figure is set to, as its link has it after the version: `f=sin(x)&x=0&dx=3`. */
        at: line,
        /** Words of the figure in that state; `{x.1.2}` is a symbol. A test looks them up. */
        says: line,
        /** What to point at. Each number in it is one that the figure shows; a test looks them up, too. */
        look: v.optional(line),
      }),
    ),
    v.minLength(2, 'at least two states to show'),
  ),
})

export type Lesson = v.InferOutput<typeof frontmatter> & {
  /** The chapter's name, from the folder, and the figure's id, from the file. */
  chapter: string
  figure: string
  Content: MDXContent
}

/** The line of a file on which its frontmatter has the field at a path, or the nearest field round it. */
export function lineOf(source: string, path: readonly (string | number)[]): number {
  const lines = source.split('\n')
  const end = lines.indexOf('---', 1)
  let at = 0
  for (const key of path) {
    const item = typeof key === 'number'
    const wanted = item ? /^\s*- / : new RegExp(`^[\\s-]*${key}:`)
    let left = item ? key : 0
    const found = lines.findIndex((text, i) => i >= at && i < end && wanted.test(text) && left-- === 0)
    if (found < 0) break
    at = found
  }
  return at + 1
}

/** A file of `content/teach/`; what is wrong in its frontmatter is an error that names the file and the line. */
export function toLesson(
  file: string,
  module: { default: MDXContent; frontmatter?: unknown },
  source: string,
): Lesson {
  const [chapter = '', figure = ''] = file
    .replace(/\.mdx$/, '')
    .split('/')
    .slice(-2)
  const parsed = v.safeParse(frontmatter, module.frontmatter ?? {})
  if (parsed.success) return { ...parsed.output, chapter, figure, Content: module.default }
  const [issue] = parsed.issues
  const path = (issue.path ?? []).map(({ key }) => key as string | number)
  throw new Error(
    `${file}:${lineOf(source, path)} frontmatter, ${v.getDotPath(issue) ?? 'as a whole'}: ${issue.message}`,
  )
}
