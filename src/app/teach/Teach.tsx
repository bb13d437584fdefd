import type { ComponentProps } from 'react'
import { Says } from '@/figure/frame'
import { vocabulary } from '@/prose'
import { at } from '@/prose/Link'
import { Ref } from '@/prose/Ref'
import { Ask, Misread } from '@/prose/Teaching'
import { lessons, pages } from '../pages'
import type { Lesson } from './lesson'

/** The address of a state, as a figure's link has it. */
const stateLink = (chapter: string, figure: string, state: string) =>
  `${at(`/${chapter}/`)}#${figure}?v=1&${encodeURI(state).replaceAll('+', '%2B')}`

const States = ({ chapter, figure, states }: Lesson) => (
  <ul className="states">
    {states.map(({ name, at: state, says, look }) => (
      <li key={name}>
        <a href={stateLink(chapter, figure, state)}>{name}</a>
        {'. '}
        {look && (
          <>
            <Says text={look} />{' '}
          </>
        )}
        It says: <q>{<Says text={says} />}</q>
      </li>
    ))}
  </ul>
)

/** What stands between the text on a figure and the questions. */
const Before = (lesson: Lesson) => (
  <>
    <h3>States to show</h3>
    <States {...lesson} />
    <h3>Questions for a class</h3>
  </>
)

/** How often a tag stands in what a lesson wrote: three questions, and a misreading at least. */
function checked(lesson: Lesson) {
  const { chapter, figure, Content } = lesson
  const seen = { asked: 0, misread: 0 }
  const components = {
    ...vocabulary,
    Ask: (props: ComponentProps<typeof Ask>) => {
      seen.asked++
      return (
        <>
          {seen.asked === 1 && <Before {...lesson} />}
          <Ask {...props} />
        </>
      )
    },
    Misread: (props: ComponentProps<typeof Misread>) => {
      seen.misread++
      return (
        <>
          {seen.misread === 1 && <h3>Misreadings</h3>}
          <Misread {...props} />
        </>
      )
    },
  }
  const Check = () => {
    if (seen.asked === 3 && seen.misread > 0) return null
    throw new Error(
      `content/teach/${chapter}/${figure}.mdx:1 expected three <Ask> and a <Misread>, found ${seen.asked} and ${seen.misread}`,
    )
  }
  return (
    <>
      <Content components={components} />
      <Check />
    </>
  )
}

const Part = (lesson: Lesson) => (
  <div className="part lesson">
    <div className="headed">
      <h2 id={`on-${lesson.figure}`}>
        <Ref to={lesson.figure} plain starts />: {lesson.about}
      </h2>
    </div>
    <p>
      <Ref to={lesson.figure} /> in its chapter.
    </p>
    {checked(lesson)}
  </div>
)

const taught = pages.flatMap(({ number, title, path }) => {
  const own = lessons.filter(({ chapter }) => path === `/${chapter}/`)
  return number === undefined || own.length === 0 ? [] : [{ number, title, path, lessons: own }]
})

/** What `/teach/` lists, chapter by chapter. */
export const teaching = taught.map(({ path, title, number, lessons: own }) => ({
  path: `/teach${path}`,
  title: `${number} · ${title}`,
  figures: own.map(({ figure, about }) => ({ figure, about })),
}))

/** A page for the teacher of each chapter. */
export const teachPages = taught.map(({ number, title, path, lessons: own }) => ({
  path: `/teach${path}`,
  kind: 'teach' as const,
  title: `For teachers: chapter ${number}, ${title.replace(/^./, (c) => c.toLowerCase())}`,
  summary: `What the main figures of chapter ${number} show, what to ask a class, and how they are misread.`,
  Content: () => (
    <>
      <p>
        For <a href={at(path)}>chapter {number}</a>. Each link to a state opens the chapter with the figure so
        set. <a href={at('/teach/')}>All chapters, and a plan for a course</a>.
      </p>
      {own.map((lesson) => (
        <Part key={lesson.figure} {...lesson} />
      ))}
    </>
  ),
}))
