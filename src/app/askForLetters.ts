import { layerLetters, layouts, setLayer, setLayout } from '@/figure/state'

/** Links may say which letters a course uses: `?layer=nn.Linear&jacobian=input-first`. */
export function askForLetters() {
  const query = new URLSearchParams(location.search)
  const layer = layerLetters.find((name) => name === query.get('layer'))
  const layout = layouts.find((name) => name === query.get('jacobian'))
  if (layer) setLayer(layer)
  if (layout) setLayout(layout)
}
