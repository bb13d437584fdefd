import { grouped } from '@/plot/bytes'
import type { Sizes } from '@/topics/linear-layer/model'
import type { LayerLetters } from '@/figure'
import { nameIn } from './inLetters'
import { bytesText, entries, keptBeyond, passes, shapesAt, weights } from './network'
import { words } from './words'

type Props = { sizes: Sizes; bytesEach: 4 | 8; letters: LayerLetters }

const modes = ['forward', 'reverse'] as const
const plural = (count: number) => `${grouped(count)} ${count === 1 ? 'pass' : 'passes'}`

/** What each mode costs at these sizes: passes for every rate, and what has to be kept on the way. */
export function Counts({ sizes, bytesEach, letters }: Props) {
  const counts = passes(sizes)
  const shapes = shapesAt(sizes)
  const cell = (of: 'L' | 'y', mode: (typeof modes)[number]) => (
    <td key={mode} className={counts[of][mode] > Math.min(...Object.values(counts[of])) ? 'more' : undefined}>
      <output aria-label={words.mode(mode, of)} aria-live="off">
        {plural(counts[of][mode])}
      </output>
    </td>
  )
  return (
    <div className="layer-counts">
      <table>
        <caption>{words.passesOf(nameIn('w', letters), sizes.N, sizes.D, sizes.M)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.ratesOf}</th>
            <th scope="col">{words.forward}</th>
            <th scope="col">{words.reverse}</th>
          </tr>
        </thead>
        <tbody>
          {(['L', 'y'] as const).map((of) => (
            <tr key={of}>
              <th scope="row">
                <span className={`sym ${of}`}>{of}</span>
                {of === 'L' ? words.oneNumber : words.numbers(grouped(entries(shapes.y)))}
              </th>
              {modes.map((mode) => cell(of, mode))}
            </tr>
          ))}
          <tr>
            <th scope="row">
              {words.keptBeyond(weights.map((name) => nameIn(name, letters)).join(' and '))}
            </th>
            <td>
              <output aria-label={words.keptForward} aria-live="off">
                {words.nothing}
              </output>
            </td>
            <td>
              <output aria-label={words.keptReverse} aria-live="off">
                {`${keptBeyond.join(', ')}: ${bytesText(keptBeyond, sizes, bytesEach)}`}
              </output>
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  )
}
