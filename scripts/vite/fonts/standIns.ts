import type { Metrics } from './sfnt.ts'

/**
 * What systems have in place of a font, under all its names, and how much larger it has to be set for a paragraph of
 * the book to come out as long, kerning included. Who has Liberation Serif has a Times New Roman by its measures.
 */
const systems: Record<'serif' | 'sans', readonly { names: readonly string[]; size: number }[]> = {
  serif: [
    { names: ['Times New Roman', 'TimesNewRomanPSMT', 'Liberation Serif', 'Tinos'], size: 1.159 },
    { names: ['Noto Serif', 'NotoSerif'], size: 0.979 },
    { names: ['DejaVu Serif', 'DejaVuSerif'], size: 0.908 },
  ],
  sans: [
    { names: ['Arial', 'ArialMT', 'Liberation Sans', 'Arimo'], size: 1.064 },
    { names: ['Roboto', 'Roboto-Regular'], size: 1.068 },
    { names: ['DejaVu Sans', 'DejaVuSans'], size: 0.931 },
  ],
}

const percent = (part: number) => `${(100 * part).toFixed(2)}%`

/** A face that takes the room of a font of the book while that is on its way, so that nothing moves when it comes. */
export const standIns = (kind: keyof typeof systems, { ascent, descent }: Metrics) =>
  systems[kind].map(({ names, size }) => ({
    src: names.map((name) => `local("${name}")`).join(','),
    descriptors: [
      `size-adjust:${percent(size)}`,
      `ascent-override:${percent(ascent / size)}`,
      `descent-override:${percent(descent / size)}`,
      'line-gap-override:0%',
    ].join(';'),
  }))
