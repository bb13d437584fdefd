import { useRef, type FormEvent } from 'react'
import { useToolbar } from '@/figure'
import { press, type Tile } from './tiles'
import { tileNames, words } from './words'

/** How many characters a formula may have. */
export const longest = 200

const signs: readonly (readonly [Tile, string])[] = [
  ['turn', 'ᵀ'],
  ['matmul', '@'],
  ['times', '*'],
  ['plus', '+'],
  ['sum', words.sumTile],
  ['open', '('],
  ['close', ')'],
  ['back', '⌫'],
]
const hues: Partial<Record<Tile, string>> = { x: 'x', w: 'w', b: 'w', dy: 'y', turn: 'turn' }

type Props = {
  id: string
  label: string
  /** The names that the formula may use, each a tile. */
  names: readonly ('x' | 'w' | 'dy' | 'b')[]
  /** How the weights are written. */
  weight: 'w' | 'W'
  text: string
  onText: (text: string) => void
  onCheck: () => void
  onClear: () => void
}

/** The field for a formula, and the tiles that write into it where its caret is. */
export function Form({ id, label, names, weight, text, onText, onCheck, onClear }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const row = useToolbar()
  const tap = (tile: Tile) => {
    const input = field.current
    const next = press(tile, text, input?.selectionStart ?? text.length, input?.selectionEnd ?? text.length)
    if (!input || next.text.length > longest) return
    // Before React writes the same text, so that the caret stays where the tile puts it.
    const written = next.text.replace(/\bw\b/g, weight)
    input.value = written
    input.setSelectionRange(next.caret, next.caret)
    onText(written)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onCheck()
  }
  return (
    <form className="formula" onSubmit={submit}>
      <label htmlFor={id}>{label}</label>
      <div className="formula-line">
        <input
          ref={field}
          id={id}
          className="formula-input"
          type="text"
          maxLength={longest}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck="false"
          placeholder={words.placeholder(names.map((name) => (name === 'w' ? weight : name)))}
          value={text}
          onChange={(event) => onText(event.target.value)}
        />
        <button type="submit" className="primary needs-js">
          {words.check}
        </button>
      </div>
      <div className="tiles needs-js" role="toolbar" aria-label={words.tiles} {...row.bar}>
        {[...names.map((name) => [name, name] as const), ...signs].map(([tile, sign], i) => (
          <button
            key={tile}
            type="button"
            className={`tile ${hues[tile] ?? ''}`}
            aria-label={tileNames[tile]}
            {...row.item(i)}
            onClick={() => tap(tile)}
          >
            {sign === 'w' ? weight : sign}
          </button>
        ))}
        <button type="button" className="tile" onClick={onClear} {...row.item(names.length + signs.length)}>
          {words.clear}
        </button>
      </div>
    </form>
  )
}
