import type { LayerLetters } from '@/figure'
import { nameOf } from '@/topics/letters/sentences'
import type { Sizes } from '@/topics/linear-layer/model'
import type { Place, Target } from './model'
import { words } from './words'

type Props = {
  letters?: LayerLetters
  target: Target
  shape: Sizes
  at: Place
  onChange: (at: Place) => void
}

/** Which entry the derivation begins with. */
export function EntryChoice({ letters = 'handout', target, shape: { N, D, M }, at, onChange }: Props) {
  const [rows, columns] = target === 'x' ? [N, D] : [D, M]
  const places = Array.from({ length: rows * columns }, (_, k) => ({
    row: Math.floor(k / columns),
    column: k % columns,
  }))
  return (
    <label className="one-to">
      {words.entry}
      <select
        value={at.row * columns + at.column}
        onChange={(event) => onChange(places[Number(event.target.value)] ?? at)}
      >
        {places.map(({ row, column }, k) => (
          <option key={k} value={k}>
            {nameOf(`${target}.${row + 1}.${column + 1}`, letters)}
          </option>
        ))}
      </select>
    </label>
  )
}
