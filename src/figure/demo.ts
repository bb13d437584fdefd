import type { FigureProps } from './state/useFigure'

/** A named state of a widget: an entry of the gallery, and a case of every page check. */
export type Demo<S> = { name: string; props: FigureProps<S> & Record<string, unknown> }
