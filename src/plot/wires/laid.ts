import type { Node } from '@/derive'

/** A node as it is drawn: its box, and what stands in it. */
export type Shape = {
  readonly kind: Node['kind'] | 'dot'
  readonly name: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** A matrix that the row meets at its second axis first: in a product it lies transposed. */
  readonly turned: boolean
  /** The letters of its wires. */
  readonly letters: readonly string[]
}
export type Line = { readonly letters: readonly string[]; readonly path: string }
export type Letter = { readonly text: string; readonly x: number; readonly y: number; readonly sign?: true }

/** A drawing in pixels; `base` is the line on which the row stands. */
export type Laid = {
  readonly width: number
  readonly height: number
  readonly base: number
  readonly shapes: readonly Shape[]
  readonly lines: readonly Line[]
  readonly letters: readonly Letter[]
  /** On which sides a wire runs on to the edge, to meet another. */
  readonly open?: { readonly left: boolean; readonly right: boolean }
}

/** All lengths, in pixels. */
export const px = {
  box: 36,
  letter: 9,
  port: 16,
  dot: 10,
  leg: 30,
  end: 20,
  joined: 46,
  apart: 20,
  level: 26,
  pad: 12,
}
export const rim = { top: 26, bottom: 14, side: 8 }

export const widthOf = (text: string) => [...text].length * px.letter

export const empty: Laid = { width: 0, height: 0, base: 0, shapes: [], lines: [], letters: [] }

export function moved(laid: Laid, x: number, y: number): Laid {
  return {
    ...laid,
    shapes: laid.shapes.map((one) => ({ ...one, x: one.x + x, y: one.y + y })),
    lines: laid.lines.map((line) => ({ ...line, path: shifted(line.path, x, y) })),
    letters: laid.letters.map((one) => ({ ...one, x: one.x + x, y: one.y + y })),
  }
}

/** Moves a path whose numbers come in pairs. */
const shifted = (path: string, x: number, y: number) =>
  path.replace(
    /(-?[\d.]+),(-?[\d.]+)/g,
    (_, a: string, b: string) => `${round(Number(a) + x)},${round(Number(b) + y)}`,
  )

export const round = (n: number) => Math.round(n * 10) / 10

/** Drawings on one line, a sign between each two. */
export function beside(parts: readonly Laid[], sign: string): Laid {
  const base = Math.max(0, ...parts.map((part) => part.base))
  const down = Math.max(0, ...parts.map((part) => part.height - part.base))
  let x = 0
  const placed: Laid[] = []
  const letters: Letter[] = []
  for (const [k, part] of parts.entries()) {
    if (k > 0 && sign !== '') {
      const room = widthOf(sign) + px.pad
      letters.push({ text: sign, x: x + room / 2, y: base + 5, sign: true })
      x += room
    }
    placed.push(moved(part, x, base - part.base))
    x += part.width
  }
  return {
    width: x,
    height: base + down,
    base,
    shapes: placed.flatMap(({ shapes }) => shapes),
    lines: placed.flatMap(({ lines }) => lines),
    letters: [...letters, ...placed.flatMap((part) => part.letters)],
  }
}
