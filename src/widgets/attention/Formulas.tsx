import { Tex, type TexNode } from '@/figure'

/** Formulas side by side, or below one another where there is no room. */
export const Formulas = ({ of }: { of: readonly TexNode[] }) => (
  <span className="head-formulas">
    {of.map((each, k) => (
      <span key={k}>
        <Tex of={each} />
      </span>
    ))}
  </span>
)
