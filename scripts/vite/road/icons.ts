import { Resvg } from '@resvg/resvg-js'

export const png = (svg: string, width: number): Uint8Array =>
  new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render().asPng()

/** The drawing on a ground without corners, with room round it: a system cuts such icons to its own shape. */
export function maskable(svg: string): string {
  const [, ground] = /<rect [^>]*fill="([^"]+)"/.exec(svg) ?? []
  if (!ground || !svg.includes('viewBox="0 0 32 32"'))
    throw new Error('public/icon.svg: expected viewBox="0 0 32 32", and a <rect> with a fill as its ground')
  return svg
    .replace('viewBox="0 0 32 32"', 'viewBox="-4 -4 40 40"')
    .replace('<rect ', `<rect x="-4" y="-4" width="40" height="40" fill="${ground}"/><rect `)
}

/** The files of the icons by their names. */
export const icons = (svg: string): Record<string, Uint8Array> => ({
  'icon-192.png': png(svg, 192),
  'icon-512.png': png(svg, 512),
  'icon-maskable.png': png(maskable(svg), 512),
  'icon-touch.png': png(maskable(svg), 180),
})

/** The text of `manifest.webmanifest`: what a system that installs the book has to know. */
export const webManifest = (base: string, ground: string) =>
  JSON.stringify({
    name: 'Nudge: derivatives, Jacobians and backpropagation',
    short_name: 'Nudge',
    description: 'An interactive book in which every number can be moved.',
    lang: 'en',
    id: base,
    start_url: base,
    scope: base,
    display: 'standalone',
    background_color: ground,
    theme_color: ground,
    icons: [
      { src: `${base}icon.svg`, sizes: 'any', type: 'image/svg+xml' },
      { src: `${base}icon-192.png`, sizes: '192x192', type: 'image/png' },
      { src: `${base}icon-512.png`, sizes: '512x512', type: 'image/png' },
      { src: `${base}icon-maskable.png`, sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  })
