import { nth } from '@/autodiff'
import type { Node, Product } from '@/derive'
import { clear, pathOf } from './bend'
import { moved, px, round, type Laid, type Letter, type Line, type Shape } from './laid'
import type { LayoutOptions } from './layout'
import type { End } from './links'
import { portsOf, type Plan, type Spanned } from './plan'
import type { Track } from './tracks'

type Side = 'left' | 'right'

/** Draws a product whose plan is made: lines first, then what stands on them. */
export class Drawing {
  readonly laid: Laid
  private readonly shapes: Shape[] = []
  private readonly lines: Line[] = []
  private readonly letters: Letter[] = []
  private readonly starts: number[] = []
  private readonly width: number
  private readonly base: number
  private readonly up: number
  private readonly down: number

  constructor(
    private readonly product: Product,
    private readonly plan: Plan,
    private readonly options: LayoutOptions,
  ) {
    const { placed, straight, bent, tracks, items } = plan
    const ends = (side: Side) =>
      [...straight.values(), ...bent].some(({ from, to }) =>
        [from, to].some((end) => 'side' in end && end.side === side),
      )
    let x = this.meets('left') ? px.end : ends('left') ? px.end + px.leg : 4
    for (const [k, one] of placed.entries()) {
      if (k > 0) x += straight.has(k - 1) ? px.joined : px.apart
      this.starts.push(x)
      x += one.width
    }
    this.width = x + (this.meets('right') ? px.end : ends('right') ? px.end + px.leg : 4)
    const levels = (side: Track['side']) =>
      Math.max(0, ...tracks.filter((t) => t.side === side).map((t) => t.level + 1))
    this.up = Math.max(px.box / 2, ...placed.map((one) => one.up))
    this.down = Math.max(px.box / 2, ...placed.map((one) => one.down))
    const above = levels('above')
    this.base = this.up + above * px.level + (above > 0 ? 16 : 3)
    const deepest = levels('below')
    const below = deepest * px.level + (deepest > 0 ? 6 : 0)
    for (const link of straight.values()) this.straightLine(link)
    for (const k of bent.keys()) this.bentLine(k)
    for (const k of items.keys()) this.item(k)
    this.laid = {
      width: this.width,
      height: this.base + this.down + below + 3,
      base: this.base,
      shapes: this.shapes,
      lines: this.lines,
      letters: this.letters,
      open: { left: this.meets('left'), right: this.meets('right') },
    }
  }

  /** The straight end on a side meets a wire outside of the rim. */
  private meets(side: Side): boolean {
    const link = this.plan.straight.get(side === 'left' ? -1 : this.plan.items.length - 1)
    const end = link && (side === 'left' ? link.from : link.to)
    const letter = this.options.meets?.[side]
    return end !== undefined && 'side' in end && letter !== undefined && end.letter === letter
  }

  private lettersOf = (wire: number): readonly string[] => this.product.wires[wire]?.letters ?? []

  private straightLine(link: Spanned): void {
    const { a, b, from, to, wire, letter } = link
    const count = this.plan.items.length
    const x1 =
      a < 0 ? (this.meets('left') ? 0 : px.end) : nth(this.starts, a) + nth(this.plan.placed, a).width
    const x2 = b === count ? this.width - (this.meets('right') ? 0 : px.end) : nth(this.starts, b)
    this.lines.push({
      letters: this.lettersOf(wire),
      path: `M${round(x1)},${round(this.base)}L${round(x2)},${round(this.base)}`,
    })
    this.ends(from, to, this.base)
    if (letter !== '' && a >= 0 && b < count)
      this.letters.push({ text: letter, x: (x1 + x2) / 2, y: this.base - 6 })
  }

  /** The letters at free ends. */
  private ends(from: End, to: End, y: number): void {
    for (const end of [from, to]) {
      if ('item' in end || (y === this.base && this.meets(end.side))) continue
      const x = end.side === 'left' ? px.end / 2 : this.width - px.end / 2
      this.letters.push({ text: end.letter, x, y: y + 5 })
    }
  }

  /** Where a bent link leaves an item. */
  private port(k: number, link: number, last: boolean): number {
    const item = nth(this.plan.items, k)
    const { width } = nth(this.plan.placed, k)
    const start = nth(this.starts, k)
    if (item.kind !== 'node') return start + width / 2
    const { side } = nth(this.plan.tracks, link)
    const ports = portsOf(k, this.plan.bent, this.plan.tracks)[side === 'above' ? 0 : 1]
    const at = last ? ports.lastIndexOf(link) : ports.indexOf(link)
    return start + (width * (at + 1)) / (ports.length + 1)
  }

  private bentLine(k: number): void {
    const link = nth(this.plan.bent, k)
    const { side, level } = nth(this.plan.tracks, k)
    const sign = side === 'above' ? -1 : 1
    const edge = side === 'above' ? this.up : this.down
    const y = this.base + sign * (edge + 10 + level * px.level)
    const end = (where: End, last: boolean) => {
      if (!('item' in where)) return { x: where.side === 'left' ? px.end : this.width - px.end, y }
      const at = last ? link.b : link.a
      const one = nth(this.plan.placed, at)
      return {
        x: this.port(at, k, last),
        y: this.base + sign * (side === 'above' ? one.up : one.down) - sign * 2,
      }
    }
    const [one, two] = [end(link.from, false), end(link.to, true)]
    this.lines.push({ letters: this.lettersOf(link.wire), path: pathOf(one, two, y) })
    this.ends(link.from, link.to, y)
    if (link.letter !== '') {
      const crossings = this.plan.bent.flatMap(({ a, b }, j) =>
        j === k || nth(this.plan.tracks, j).side !== side || nth(this.plan.tracks, j).level <= level
          ? []
          : [a, b].flatMap((at, last) =>
              at < 0 || at >= this.plan.items.length ? [] : [this.port(at, j, last === 1)],
            ),
      )
      this.letters.push({
        text: link.letter,
        x: clear(one.x, two.x, crossings),
        y: side === 'above' ? y - 5 : y + 15,
      })
    }
  }

  private item(k: number): void {
    const item = nth(this.plan.items, k)
    const { width, up, down, inner } = nth(this.plan.placed, k)
    const x = nth(this.starts, k)
    const box = { x, y: this.base - up, width, height: up + down }
    if (item.kind === 'bare') {
      this.lines.push({
        letters: this.lettersOf(item.wire),
        path: `M${round(x)},${round(this.base)}L${round(x + width)},${round(this.base)}`,
      })
      return
    }
    if (item.kind === 'dot') {
      this.shapes.push({ ...box, kind: 'dot', name: '', turned: false, letters: this.lettersOf(item.wire) })
      return
    }
    const { node } = item
    const letters = node.legs.flatMap(this.lettersOf)
    this.shapes.push({ ...box, kind: node.kind, name: node.name, turned: this.turned(k, node), letters })
    if (!inner) return
    const beside = (width - inner.width) / 2
    const put = moved(inner, x + beside, this.base - inner.base)
    const across = (from: number) =>
      `M${round(from)},${round(this.base)}L${round(from + beside)},${round(this.base)}`
    const through = (side: -1 | 0) => this.lettersOf(this.plan.straight.get(k + side)?.wire ?? -1)
    if (inner.open?.left) this.lines.push({ letters: through(-1), path: across(x) })
    if (inner.open?.right) this.lines.push({ letters: through(0), path: across(x + width - beside) })
    this.shapes.push(...put.shapes)
    this.lines.push(...put.lines)
    this.letters.push(...put.letters)
  }

  private turned(k: number, { kind, legs }: Node): boolean {
    const [first, second] = legs
    if (kind !== 'tensor' || legs.length !== 2 || first === second) return false
    const [before, after] = [this.plan.straight.get(k - 1), this.plan.straight.get(k)]
    return before?.wire === second && after?.wire === first
  }
}
