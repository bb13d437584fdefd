/** A measured value; a dash, and words for the ear, before there is one. */
export const Value = ({ of }: { of: string | undefined }) =>
  of ?? (
    <span className="run-blank">
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">not measured yet</span>
    </span>
  )
