import { figureMark } from './drawing'

/** "Figure 6.4", as a link; the number is the page's own count, and a wrong name stops the build. */
export const Ref = ({ to }: { to: string }) => <a href={`#${to}`}>Figure {figureMark(to)}</a>
