import type { ReactNode } from 'react'
import { aloud } from './aloud'
import { Tex } from './Tex'
import type { TexNode } from './typeset'

type Props = { words: string; of: TexNode; slots?: readonly ReactNode[] }

/** A formula in a line of text: drawn for the eye, in words for the ear, which would get a fraction's lower half first. */
export const Spoken = ({ words, of, slots = [] }: Props) => (
  <>
    <span aria-hidden="true">
      <Tex of={of} slots={slots} />
    </span>
    <span className="visually-hidden">{aloud(words)}</span>
  </>
)
