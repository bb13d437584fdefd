import { Measured, Readout } from '@/figure'
import type { Fact } from './model'

/** Lines of what was found, under a title. */
export const Facts = ({ of }: { of: readonly Fact[] }) => (
  <div className="run-facts">
    {of.map(({ label, value }, k) => (
      // The lines are the same ones, also where their numbers change.
      <Readout key={k} label={label}>
        <Measured>{value}</Measured>
      </Readout>
    ))}
  </div>
)
