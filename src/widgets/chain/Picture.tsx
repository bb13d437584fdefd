import { Handle } from '@/figure'
import { Label, NumberLine, Vector, type XY } from '@/plot'
import { num } from '@/plot/format'
import { ChangeLine } from '@/topics/slope/ChangeLine'
import { Link } from './Link'
import { around, done, fan, type Change, type Scene, type State } from './model'
import { words } from './words'

type Props = { state: State; scene: Scene; travel: number; onNudge: (dx: number) => void }

const above = 0.55
const show = (value: number | undefined) => (value === undefined ? words.noRate : `× ${num(value, 3)}`)

/** Three lines of one scale, x above y above z, and what happens between them. */
export function Picture({ state: { x, dx }, scene, travel, onNudge }: Props) {
  const { f, g, y, z, rates, dy, dz, reach } = scene
  const [xs, ys, zs] = [around(x, reach), around(y, reach), around(z, reach)]
  const tip: XY = [x + done(travel, 0) * dx, above]
  /** An arrow comes in as long as the one before it, and is stretched by its rate. */
  const stretched = (leg: number, before: number | undefined, change: Change) => {
    if (travel <= leg) return { predicted: undefined, true: undefined }
    if (travel >= leg + 1 || before === undefined || change.predicted === undefined) return change
    return { predicted: before + done(travel, leg) * (change.predicted - before), true: undefined }
  }
  const moving = (leg: number) => (travel > leg && travel < leg + 1 ? done(travel, leg) : undefined)
  return (
    <div className="chain-picture">
      <NumberLine label={words.picture} name="x" role="x" {...xs}>
        <Vector role="x" kind="nudge" from={[x, above]} to={tip} />
        <Label role="x" at={[x + dx / 2, above]}>
          Δx
        </Label>
        <Handle
          label="x + Δx"
          hollow
          role="x"
          along="x"
          at={[x + dx, above]}
          step={0.1}
          text={`Δx = ${num(dx)}`}
          onMove={([to]) => onNudge(to - x)}
        />
      </NumberLine>
      <Link
        name="f"
        rate={show(rates.f)}
        from={xs}
        to={ys}
        fan={y === undefined ? [] : fan(f, x, y, reach)}
        start={y === undefined ? undefined : [x, y]}
        end={y === undefined || dy.true === undefined ? undefined : [x + dx, y + dy.true]}
        travel={moving(1)}
      />
      <ChangeLine name="y" role="y" range={ys} at={y} {...stretched(2, dx, dy)} />
      <Link
        name="g"
        rate={show(rates.g)}
        from={ys}
        to={zs}
        fan={y === undefined || z === undefined ? [] : fan(g, y, z, reach)}
        start={y === undefined || z === undefined ? undefined : [y, z]}
        end={
          y === undefined || z === undefined || dy.true === undefined || dz.true === undefined
            ? undefined
            : [y + dy.true, z + dz.true]
        }
        travel={moving(3)}
      />
      <ChangeLine name="z" role="ink" range={zs} at={z} {...stretched(4, dy.predicted, dz)} />
    </div>
  )
}
