import type { ComponentType, ReactNode } from 'react'
import { renderToStaticMarkup, renderToString } from 'react-dom/server'
import { DrawingContext, numberFigure, useDrawing } from '@/prose/drawing'
import { ErrorBoundary } from '@/figure/frame'
import { idsWith, IdsContext } from '@/plot/ids'
import { StaticSlot } from './slot'

type IslandProps = { id: string; children?: ReactNode } & Record<string, unknown>

/**
 * Server only. A widget as HTML that the browser can wake by itself: its props as JSON, and what stands inside it
 * (a caption with formulas) as markup that is never sent again as JavaScript.
 */
export function island(name: string, View: ComponentType<never>) {
  const Widget = View as ComponentType<IslandProps> & { numbered?: boolean }
  return function Island({ children, ...rest }: IslandProps) {
    const drawing = useDrawing()
    // What says so of itself is part of the text, and no figure.
    const props = Widget.numbered === false ? rest : { ...rest, number: numberFigure(drawing, rest.id) }
    const prefix = `i${drawing.islands++}-`
    const within = (node: ReactNode) => <DrawingContext value={drawing}>{node}</DrawingContext>
    const slot = children === undefined ? undefined : renderToStaticMarkup(within(children))
    const html = renderToString(
      <IdsContext value={idsWith(prefix)}>
        <ErrorBoundary id={rest.id}>
          <Widget {...props}>{slot === undefined ? undefined : <StaticSlot html={slot} />}</Widget>
        </ErrorBoundary>
      </IdsContext>,
    )
    return (
      <div
        className="island"
        data-island={name}
        data-prefix={prefix}
        data-slot={slot === undefined ? undefined : ''}
        data-props={JSON.stringify(props)}
        dangerouslySetInnerHTML={{ __html: html }}
      />
    )
  }
}
