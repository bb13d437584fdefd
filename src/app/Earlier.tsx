import View from '@/widgets/question/View'
import { Exercise, Solution } from '@/prose/Exercise'
import { at } from '@/prose/Link'
import { answerOf, earlier } from '@/topics/practice/earlier'
import { island } from './island'

const Question = island('question', View)

/** The end of a chapter: three items from the chapters before it, and from itself for the first. */
export function Earlier({ path, number }: { path: string; number: number }) {
  const items = earlier(path.replaceAll('/', ''))
  return (
    <div className="part">
      <div className="headed">
        <h2 id="on-earlier">{number === 1 ? 'Three to mix' : 'From the chapters before'}</h2>
      </div>
      <p>
        {number === 1
          ? 'Three short ones from this chapter, not in its order. '
          : 'Three short ones, so that what you knew stays within reach. A line such as x: N×D gives the shape of x. '}
        There are more in <a href={at('/practice/')}>practice</a>.
      </p>
      {items.map(({ title, ...item }) => (
        <Exercise title={title} key={item.id}>
          <Question {...item} />
          <Solution>
            <p>
              {answerOf(item)}. {item.why}
            </p>
          </Solution>
        </Exercise>
      ))}
    </div>
  )
}
