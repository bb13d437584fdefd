import type { MDXContent } from 'mdx/types'
import * as v from 'valibot'
import { withNumbers } from '@/prose/chapters'
import { toLesson, type Lesson } from './teach/lesson'

const frontmatter = v.strictObject({
  title: v.pipe(v.string(), v.nonEmpty()),
  /** One sentence: what the reader can do afterwards. */
  summary: v.pipe(v.string(), v.nonEmpty()),
  /** What goes in and what comes out, for the contents page: "matrix in, scalar out". */
  shapes: v.optional(v.string()),
  layout: v.optional(v.picklist(['chapter', 'front'])),
  /** It is for use and not to be found: no search lists it, within the book or outside. */
  noindex: v.optional(v.boolean()),
})

export type Page = v.InferOutput<typeof frontmatter> & {
  path: string
  /** A chapter's number, from its folder; pages without one are not in the contents. */
  number?: number
  Content: MDXContent
}

/** Throws where a file's frontmatter is wrong, with the file and the field. */
function parseFrontmatter<S extends v.GenericSchema>(
  schema: S,
  file: string,
  given: unknown,
): v.InferOutput<S> {
  const parsed = v.safeParse(schema, given ?? {})
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  throw new Error(`${file}:1 frontmatter, ${v.getDotPath(issue) ?? 'as a whole'}: ${issue.message}`)
}

/** A folder of `content/` as a page; a wrong frontmatter is an error that names the file and the field. */
export function toPage(file: string, module: { default: MDXContent; frontmatter?: unknown }): Page {
  const folder = file.split('/').at(-2) ?? ''
  const [, number, name = folder] = /^(\d+)-(.+)$/.exec(folder) ?? []
  return {
    ...parseFrontmatter(frontmatter, file, module.frontmatter),
    path: name === 'home' ? '/' : name === '404' ? '/404.html' : `/${name}/`,
    ...(number ? { number: Number(number) } : {}),
    Content: module.default,
  }
}

const modules = import.meta.glob<{ default: MDXContent; frontmatter?: unknown }>('/content/*/index.mdx', {
  eager: true,
})

/** Every page of the book, in the order of its folders. The only place that looks into `content/`. */
export const pages = Object.entries(modules)
  .map(([file, module]) => toPage(file, module))
  .map((page, _, all) => ({ ...page, summary: withNumbers(page.summary, all, `content${page.path}`) }))
export const chapters = pages.filter((page) => page.number !== undefined)

const slip = v.strictObject({
  /** Where the handout has it. */
  where: v.pipe(v.string(), v.nonEmpty()),
  /** The day on which the book first told of it, for those who follow the errata. */
  since: v.pipe(v.string(), v.isoDate()),
})

const slipModules = import.meta.glob<{ default: MDXContent; frontmatter?: unknown }>(
  '/content/errata/slips/*.mdx',
  {
    eager: true,
  },
)

/** The errata by the numbers that their files are named with. */
export const slips = new Map(
  Object.entries(slipModules).map(([file, { default: Content, frontmatter: given }]) => [
    Number(/(\d+)\.mdx$/.exec(file)?.[1]),
    { ...parseFrontmatter(slip, file, given), Content },
  ]),
)

const lessonModules = import.meta.glob<{ default: MDXContent; frontmatter?: unknown }>(
  '/content/teach/*/*.mdx',
  { eager: true },
)
const lessonTexts = import.meta.glob<string>('/content/teach/*/*.mdx', {
  query: '?raw',
  import: 'default',
  eager: true,
})

const chapterTexts = import.meta.glob<string>('/content/*/index.mdx', {
  query: '?raw',
  import: 'default',
  eager: true,
})
/** How far into the text of its chapter a figure stands. */
const placeOf = ({ chapter, figure }: Lesson) =>
  Object.entries(chapterTexts)
    .find(([file]) => file.endsWith(`-${chapter}/index.mdx`))?.[1]
    .indexOf(` id="${figure}"`) ?? -1

/** What there is for the teachers of figures, in the order in which a chapter has them. */
export const lessons = Object.entries(lessonModules)
  .map(([file, module]) => toLesson(file, module, lessonTexts[file] ?? ''))
  .toSorted((a, b) => placeOf(a) - placeOf(b))
