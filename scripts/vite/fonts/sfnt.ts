/** What a font file says of itself, in parts of the em. */
export type Metrics = {
  /** The width of each character that it has. */
  widths: ReadonlyMap<string, number>
  ascent: number
  descent: number
}

/** Where each table of an OpenType file (sfnt, not compressed) begins. */
function tables(font: Buffer): (name: string) => Buffer {
  const found = new Map(
    Array.from({ length: font.readUInt16BE(4) }, (_, i) => {
      const at = 12 + 16 * i
      return [font.toString('latin1', at, at + 4), font.subarray(font.readUInt32BE(at + 8))]
    }),
  )
  return (name) => {
    const table = found.get(name)
    if (!table) throw new Error(`a font has no table ${name}`)
    return table
  }
}

/** The pairs of a subtable of format 4: segments of characters, each with what to add for the glyph. */
function* segments(table: Buffer): Generator<[code: number, glyph: number]> {
  const count = table.readUInt16BE(6) / 2
  for (let i = 0; i < count; i++) {
    const [end, start, delta, place] = [14, 16 + 2 * count, 16 + 4 * count, 16 + 6 * count].map(
      (at) => at + 2 * i,
    ) as [number, number, number, number]
    const offset = table.readUInt16BE(place)
    for (let code = table.readUInt16BE(start); code <= table.readUInt16BE(end) && code < 0xffff; code++) {
      const glyph = offset
        ? table.readUInt16BE(place + offset + 2 * (code - table.readUInt16BE(start)))
        : code
      yield [code, (glyph + table.readUInt16BE(delta)) & 0xffff]
    }
  }
}

/** The same of format 12: groups of characters that follow each other, as their glyphs do. */
function* groups(table: Buffer): Generator<[code: number, glyph: number]> {
  for (let i = 0; i < table.readUInt32BE(12); i++) {
    const [first, last, glyph] = [16, 20, 24].map((at) => table.readUInt32BE(at + 12 * i)) as [
      number,
      number,
      number,
    ]
    for (let code = first; code <= last; code++) yield [code, glyph + code - first]
  }
}

function characters(cmap: Buffer): Map<number, number> {
  const found = new Map<number, number>()
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const table = cmap.subarray(cmap.readUInt32BE(8 + 8 * i))
    const format = table.readUInt16BE(0)
    const pairs = format === 4 ? segments(table) : format === 12 ? groups(table) : []
    for (const [code, glyph] of pairs) if (glyph !== 0) found.set(code, glyph)
  }
  return found
}

export function metricsOf(font: Buffer): Metrics {
  const table = tables(font)
  const em = table('head').readUInt16BE(18)
  const [hhea, hmtx] = [table('hhea'), table('hmtx')]
  const last = hhea.readUInt16BE(34) - 1
  const width = (glyph: number) => hmtx.readUInt16BE(4 * Math.min(glyph, last)) / em
  return {
    widths: new Map(
      [...characters(table('cmap'))].map(([code, glyph]) => [String.fromCodePoint(code), width(glyph)]),
    ),
    ascent: hhea.readInt16BE(4) / em,
    descent: -hhea.readInt16BE(6) / em,
  }
}
