import { Fragment } from 'react'
import { Sym, symText } from './Sym'

const marker = /\{([\w.]+)\}/g

/** "Nudge {x.1.1} and …" with each symbol in its hue, lighting up with its cell. */
export const Says = ({ text }: { text: string }) =>
  text
    .split(marker)
    .map((part, i) => (i % 2 ? <Sym of={part} key={i} /> : <Fragment key={i}>{part}</Fragment>))

/** The same sentence for the ear. */
export const spoken = (text: string) => text.replace(marker, (_, key: string) => symText(key))
