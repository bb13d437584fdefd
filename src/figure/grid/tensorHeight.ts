import type { Line } from '@/plot/nesting'

/** The measures of tensor.css, in rem: a head, a row of cells, the gap between groups of rows, room for the labels above. */
const [head, row, gap, labels] = [2, 2.625, 0.8, { grid: 1.2, block: 1.7 }]

/** How tall a tensor is on the page, in rem, so that a figure can keep room for the tallest of its states. */
export const tensorHeight = (rows: readonly Line[], above?: 'blocks' | 'lines') =>
  rows.reduce(
    (height, line) => {
      if (line.gap === 0) return height + row
      return height + row + (above === 'blocks' ? labels.block : gap * Math.min(line.gap, 2))
    },
    above ? head + labels.grid : head,
  )
