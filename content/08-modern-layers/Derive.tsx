import type { ReactNode } from 'react'
import { Link } from '@/prose/Link'
import { programOf } from '@/topics/programs/programs'

type Props = {
  /** A layer of the list, and the input whose gradient is asked for. */
  layer: string
  by: string
  children: ReactNode
}

/** A link to the workbench with this layer on it. */
export default function Derive({ layer, by, children }: Props) {
  const query = new URLSearchParams({ layer: programOf(layer).text, of: by })
    .toString()
    .replaceAll('+', '%20')
  return <Link href={`/workbench/#workbench?v=1&${query}`}>{children}</Link>
}
