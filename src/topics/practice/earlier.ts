import { nth } from '@/autodiff'
import { num, settled } from '@/plot/format'
import { itemOf, keyOf } from './ask'
import type { Item } from './item'
import { before } from './sequence'

/** The items at the end of a chapter as questions: made while the book is built, so that a page needs no engine for them. */
export const earlier = (chapter: string) =>
  before(chapter).map((ask) => {
    const { asks, given, task } = itemOf(ask, chapter.length)
    return {
      id: `${chapter}-${keyOf(ask).replaceAll('.', '-')}`,
      // With the layer: two exercises of one page need two names.
      title: `${ask.kind.label} · ${ask.layer.label}`,
      layer: ask.layer.text,
      given,
      label: asks,
      ...task,
    }
  })

/** An answer as a reader without a script finds it. */
export const answerOf = (item: Item['task']): string =>
  'options' in item
    ? nth(item.options, item.answer)
    : typeof item.answer === 'string'
      ? item.answer
      : num(settled(item.answer), 7)
