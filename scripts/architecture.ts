// The layers of the source and which imports which, drawn from the code: `npm run fix` writes docs/architecture.svg.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { globSync } from 'tinyglobby'

/** From the core down; each imports only from those above it. `content` is drawn last, since nothing imports it but the app. */
export const layers = [
  { name: 'autodiff', says: 'tensors, ops, derivatives' },
  { name: 'derive', says: 'layers as programs, derivations' },
  { name: 'plot', says: 'numbers and marks' },
  { name: 'figure', says: 'what every figure shares' },
  { name: 'topics', says: 'what some figures share' },
  { name: 'widgets', says: 'one folder a figure' },
  { name: 'prose', says: 'the words of a chapter' },
  { name: 'app', says: 'puts it together' },
  { name: 'content', says: 'one folder a chapter' },
] as const
type Layer = (typeof layers)[number]['name']

const names: readonly string[] = layers.map(({ name }) => name)

function layerOf(file: string): string {
  const [first = '', second = ''] = file.split('/')
  return first === 'content' ? first : second
}

/** The file or folder that an import means, from the root of the project; undefined if it is a package. */
function target(from: string, specifier: string): string | undefined {
  const bare = specifier.replace(/\?.*$/, '')
  if (bare.startsWith('@/')) return `src/${bare.slice(2)}`
  if (bare.startsWith('/')) return bare.slice(1)
  if (bare.startsWith('.')) return path.posix.join(path.posix.dirname(from), bare)
}

/** Which layer imports which, as "from > to", from every source file but the tests. */
export function imports(root = '.'): Set<string> {
  const files = globSync(['src/**/*.{ts,tsx}', 'content/**/*.{ts,tsx,mdx}'], {
    cwd: root,
    ignore: ['**/*.test.*', '**/*.as.ts'],
  })
  const found = new Set<string>()
  for (const file of files) {
    const from = layerOf(file)
    const text = readFileSync(path.join(root, file), 'utf8')
    for (const [, specifier = ''] of text.matchAll(
      /(?:from|import|glob(?:<[^(]*>)?\()\s*['"]([^'"]+)['"]/g,
    )) {
      const to = target(file, specifier)
      const layer = to === undefined ? '' : layerOf(to)
      if (names.includes(from) && names.includes(layer) && layer !== from) found.add(`${from} > ${layer}`)
    }
  }
  return found
}

const [width, height, gap, left] = [250, 44, 22, 230]
const top = (layer: string) => 20 + names.indexOf(layer) * (height + gap)
const middle = (layer: string) => top(layer) + height / 2

const box = ({ name, says }: { name: Layer; says: string }) =>
  `<rect x="${left}" y="${top(name)}" width="${width}" height="${height}" rx="8"/>` +
  `<text x="${left + 14}" y="${middle(name) - 3}" class="name">${name === 'content' ? '' : 'src/'}${name}</text>` +
  `<text x="${left + 14}" y="${middle(name) + 13}">${says}</text>`

/** An arc to the layer that is imported; the wider, the further away it is. Upward arcs stand on the left. */
function arc(edge: string): string {
  const [from = '', to = ''] = edge.split(' > ')
  const up = names.indexOf(to) < names.indexOf(from)
  const side = up ? left : left + width
  const reach = side + (up ? -1 : 1) * (24 + 22 * Math.abs(names.indexOf(from) - names.indexOf(to)))
  const [start, end] = [middle(from) + (up ? -6 : 6), middle(to) + (up ? 6 : -6)]
  return `<path d="M${side} ${start}C${reach} ${start} ${reach} ${end} ${side} ${end}" marker-end="url(#to)"/>`
}

const style = `svg{background:#fffefb}rect{fill:#f7f5ef;stroke:#5d6068}path{fill:none;stroke:#0b57d0;stroke-opacity:.55}text{font:12px system-ui,sans-serif;fill:#5d6068}.name{font-weight:600;fill:#1c1d21}`

/** The picture: the same code gives the same text. */
export function draw(edges: ReadonlySet<string>): string {
  const tall = top('content') + height + 20
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 560 ${tall}" role="img" aria-label="The layers of the source, and which imports which">
<style>${style}</style>
<defs><marker id="to" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" style="fill:#0b57d0;stroke:none"/></marker></defs>
${[...edges].toSorted().map(arc).join('\n')}
${layers.map(box).join('\n')}
</svg>
`
}

export const picture = 'docs/architecture.svg'

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(picture, draw(imports()))
