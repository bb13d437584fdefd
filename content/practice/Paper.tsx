import { Line } from '@/widgets/question/Options'
import { Given } from '@/widgets/question/Given'
import { itemOf, keyOf } from '@/topics/practice/ask'
import { answerOf } from '@/topics/practice/earlier'
import { drawOf, sequence } from '@/topics/practice/sequence'

const items = sequence(1, 6).map((ask, at) => ({ ask, key: keyOf(ask), item: itemOf(ask, drawOf(1, at)) }))

/** The first items of the first set, with their answers at the end: for paper, and where no script runs. */
const Paper = () => (
  <section className="practice-paper" aria-label="Items on paper">
    <h2>Six items on paper</h2>
    <ol>
      {items.map(({ ask, key, item: { asks, given, task } }) => (
        <li key={key}>
          <Given layer={ask.layer.text} given={given} />
          <p>{asks}</p>
          {'options' in task && (
            <ul>
              {task.options.map((option, k) => (
                <li key={option}>
                  {task.set?.[k] === undefined ? option : <Line text={option} tex={task.set[k]} />}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
    <h2>Their answers</h2>
    <ol>
      {items.map(({ key, item: { task } }) => (
        <li key={key}>
          <p>
            {answerOf(task)}. {task.why}
          </p>
        </li>
      ))}
    </ol>
  </section>
)

export default Paper
