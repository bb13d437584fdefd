import { texOf, type Piece } from '@/autodiff'

/** Equations as TeX, one a line, aligned at their equals signs; those that have no form are left out. */
export const alignedTex = (formulas: readonly (Piece | undefined)[]): string =>
  `\\begin{aligned}\n${formulas
    .flatMap((formula) => (formula ? [`  ${texOf(formula).replace('=', '&=')}`] : []))
    .join(' \\\\\n')}\n\\end{aligned}`
