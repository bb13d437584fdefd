type Props = {
  /** From −1 to 1: how far the arrow reaches to either side of the middle. */
  reach: number
  /** Where a second, dashed arrow reaches: what was predicted. */
  predicted?: number
}

const place = (reach: number) => `${50 + 46 * Math.max(-1, Math.min(1, reach))}%`

/** A change as an arrow from the middle of a line. Percentages, so that it fits any width without scaling its text. */
export function Arrow({ reach, predicted }: Props) {
  const tip = reach < 0 ? 'M0 0l8 -5v10z' : 'M0 0l-8 -5v10z'
  return (
    <svg className="arrow" height="28" width="100%" aria-hidden="true">
      <line className="axis" x1="2%" x2="98%" y1="14" y2="14" />
      <line className="zero" x1="50%" x2="50%" y1="6" y2="22" />
      {predicted !== undefined && <line className="predicted" x1="50%" x2={place(predicted)} y1="6" y2="6" />}
      <line className="shaft" x1="50%" x2={place(reach)} y1="14" y2="14" />
      {Math.abs(reach) > 0.001 && (
        <svg x={place(reach)} y="14" overflow="visible">
          <path className="tip" d={tip} />
        </svg>
      )}
    </svg>
  )
}
