import { groupsIn } from './groups'
import { useLayout } from './useLayout'
import { layoutNote } from './layout/words'

type Props = {
  /** ∂y/∂x, as a text. */
  of: string
  output: readonly number[]
  input: readonly number[]
}

/** The shape that a drawn Jacobian has in the reader's layout, where that is not the book's. */
export function LayoutNote({ of, output, input }: Props) {
  const layout = useLayout()
  if (layout === 'output-first') return null
  return <p className="layout-note">{layoutNote(of, groupsIn(layout, output, input))}</p>
}
