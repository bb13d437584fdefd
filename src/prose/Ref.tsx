import { targetMark } from './drawing'

type Props = {
  /** A figure's id, on whatever page, or a chapter's name: that of its folder. */
  to: string
  /** It begins a sentence: “Chapter 6”. */
  starts?: boolean
  /** The words alone, where a link stands near or round them. */
  plain?: boolean
}

/** “Figure 6.4” or “chapter 6”, as a link; the numbers are the book's own count, and a wrong name stops the build. */
export function Ref({ to, starts = false, plain = false }: Props) {
  const words = targetMark(starts ? 'Words' : 'words', to)
  return plain ? words : <a href={targetMark('href', to)}>{words}</a>
}
