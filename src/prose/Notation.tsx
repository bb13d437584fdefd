import { Tex } from '@/figure'
import { Says } from '@/figure/frame'
import { useDrawing } from './drawing'
import { at } from './Link'
import { parts, type Part } from './notation/entries'
import type { PlacedEntry } from './notation/places'
import { placeText } from './sections'

const Symbol = ({ keys, symbol, text, senses }: PlacedEntry) => (
  <li id={`symbol-${keys[0]}`}>
    <span className="notation-symbol katex" aria-hidden="true">
      <Tex of={symbol} />
    </span>
    <span className="visually-hidden">{text}</span>
    <ul aria-label={`What ${text} stands for`}>
      {senses.map(({ name, shape, meaning, first }) => (
        <li key={first.href + name}>
          <span className="notation-meaning">
            <b>{name}</b> <Says text={meaning} />
          </span>
          <span className="notation-shape">{shape}</span>
          <a href={at(first.href)}>{placeText(first)}</a>
        </li>
      ))}
    </ul>
  </li>
)

/** The symbols of one kind: what each means, its shape, and the section that it first stands in. */
export const Notation = ({ of }: { of: Part }) => (
  <ul className="notation">
    {useDrawing()
      .notation()
      .filter(({ keys: [key] }) => parts[of].some(({ keys }) => keys[0] === key))
      .map((entry) => (
        <Symbol key={entry.text} {...entry} />
      ))}
  </ul>
)
