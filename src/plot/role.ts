/** Hue says which variable. */
export type Role = 'x' | 'w' | 'y' | 'L' | 'ink'
/** Texture says which kind of thing: a value plain, a nudge dashed, a gradient hatched. */
export type Kind = 'value' | 'nudge' | 'gradient'
