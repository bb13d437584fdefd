import { Handle } from '@/figure'
import { Curve, Dot, Label, Plane, rangeOf, Segment, type Tick } from '@/plot'
import { Key } from '@/plot/Key'
import { landmarks, type Scene, type State } from './model'
import { words } from './words'

type Props = { scene: Scene; state: State; set: (change: Partial<State>) => void }

const turns: readonly Tick[] = [0, 90, 180, 270, 360].map((value) => ({ value, label: `${value}°` }))

/** Δy for Δx of this length in every direction: what is predicted is a cosine. */
export function Turning({ scene, state, set }: Props) {
  const { round, change, predicted } = scene
  const heights = [...round.truth, ...(round.predicted ?? [])].map(([, height]) => height)
  const range = rangeOf([0, ...heights], 0.16)
  const marks = landmarks(scene)
  return (
    <div className="field-turning">
      <Plane
        label={words.turning}
        x={{ min: 0, max: 360, ticks: turns, label: words.turningAxis }}
        y={{ ...range, count: 5, label: 'Δy', role: 'y' }}
        ratio={2.2}
      >
        <g aria-hidden="true">
          <Segment from={[0, 0]} to={[360, 0]} className="thin soft" />
          {marks.map(({ turn, which, side }) => (
            <g key={which}>
              <Segment from={[turn, range.min]} to={[turn, range.max]} role="x" className="thin soft" />
              <Label at={[turn, range.max]} side={side} role="x">
                {words.landmarks[which]}
              </Label>
            </g>
          ))}
          <Curve points={round.truth} role="y" />
          {round.predicted && <Curve points={round.predicted} role="y" kind="nudge" />}
          {predicted !== undefined && <Dot at={[state.turn, predicted]} role="y" hollow />}
        </g>
        <Handle
          label={words.directionOf}
          role="y"
          at={[state.turn, Number.isFinite(change) ? change : 0]}
          along="x"
          step={5}
          text={words.degrees(state.turn)}
          onMove={([turn]) => set({ turn })}
        />
      </Plane>
      <Key
        of={[
          { name: 'true', role: 'y' },
          { name: 'predicted', role: 'y', kind: 'nudge' },
        ]}
      />
    </div>
  )
}
