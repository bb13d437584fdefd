import { layoutGraph, type Edge } from '@/plot/graph'
import { GraphPicture, type Wire } from '@/plot/GraphPicture'
import { MiniTensor } from '@/plot/MiniTensor'
import type { LayerLetters } from '@/figure'
import type { Sizes } from '@/topics/linear-layer/model'
import type { Mode, Scene } from './model'
import { lies, nameIn } from './inLetters'
import { bytesText, kept, nameOf, shapesAt, shapesIn, type Name } from './network'
import { roles } from './Rule'
import { words } from './words'

type Props = { scene: Scene; mode: Mode; sizes: Sizes; bytesEach: 4 | 8; letters: LayerLetters }

const sides = {
  right: { box: { width: 100, height: 72 }, gap: { layers: 86, boxes: 34 }, grid: 36 },
  down: { box: { width: 96, height: 70 }, gap: { layers: 46, boxes: 26 }, grid: 34 },
} as const

/** The network as a graph: what each node holds by now, and on each wire the shape and the bytes that it carries. */
export function NetworkPicture({ scene, mode, sizes, bytesEach, letters }: Props) {
  const { graph, step, values, gradients, nudged } = scene
  const shapes = shapesIn(shapesAt(sizes), (name) => lies(name, letters))
  const list = (names: Iterable<Name>) => [...names].map((name) => nameIn(name, letters)).join(', ')
  const named = (id: number): Name => {
    const node = graph.nodes[id]
    return node ? nameOf(node) : 'c'
  }
  const wire = ({ from, to }: Edge): Wire => {
    const [source, target] = [named(from), named(to)]
    const back = source !== 'c' && gradients.has(source)
    const flow = back ? 'backward' : values.has(target) ? 'forward' : undefined
    const active = step.to
      ? step.to === source && step.at === target
      : step.kind === 'forward' && step.at === target
    return {
      lines: [shapes[source].join('×'), bytesText([source], sizes, bytesEach)],
      role: roles[source],
      active,
      ...(flow && { flow }),
    }
  }
  const most = Math.max(...Object.values(scene.sizes), 2)
  const node = (id: number, room: number, width: number) => {
    const name = named(id)
    const cell = Math.floor(room / most)
    const shape = graph.nodes[id]?.shape ?? []
    const [rows = 1, columns = 1] = lies(name, letters) ? shape.toReversed() : shape
    const acts = step.to ? step.to === name : step.kind === 'forward' && step.at === name
    const second = mode === 'forward' ? nudged : gradients
    const grid = { rows, columns, cell, role: roles[name] }
    const top = 30
    return (
      <g className={roles[name]}>
        <rect className={`graph-box${acts ? ' active' : ''}`} width={width} height={top + room + 6} rx="9" />
        <text className="graph-name" x="10" y="20">
          {nameIn(name, letters)}
        </text>
        {mode === 'reverse' && kept.includes(name) && values.has(name) && (
          <text className="graph-note" x={width - 9} y="19" textAnchor="end">
            {words.kept}
          </text>
        )}
        <MiniTensor {...grid} x={10} y={top} kind="value" full={values.has(name)} />
        {name !== 'c' && (
          <MiniTensor
            {...grid}
            x={width / 2 + 4}
            y={top}
            kind={mode === 'forward' ? 'nudge' : 'gradient'}
            full={second.has(name)}
          />
        )}
      </g>
    )
  }
  const known = words.known(list(values), mode, list(mode === 'forward' ? nudged : gradients))
  return (['right', 'down'] as const).map((direction) => {
    const { box, gap, grid } = sides[direction]
    return (
      <GraphPicture
        key={direction}
        direction={direction}
        layout={layoutGraph(graph.nodes, { direction, box, gap })}
        label={words.network(nameIn('w', letters), known)}
        wire={wire}
      >
        {({ id, width }) => node(id, grid, width)}
      </GraphPicture>
    )
  })
}
