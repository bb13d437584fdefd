/** kB, gzipped. Those of scripts with all figures are 3% above the largest, so that growth is seen. */
export const limits = {
  scripts: {
    chapter: 128.6,
    derives: 207.8,
    engine: 143.7,
    errata: 155.2,
    front: 64,
    gallery: 108.9,
    heart: 216.7,
    playground: 161.4,
    practice: 152.8,
    reference: 25,
    teach: 12.4,
  },
  scriptsAsleep: 12.3,
  // The styles are in it.
  html: {
    chapter: 66,
    derives: 78.4,
    engine: 32.7,
    errata: 58.9,
    front: 28.4,
    gallery: 32.7,
    heart: 84.7,
    playground: 28.1,
    practice: 27.4,
    reference: 62,
    teach: 27.4,
  },
  /** Pages for frames: what one of them can ask for, by whether it reads formulas, or derives. */
  embed: { plain: 75, formulas: 115, derives: 165.5, html: 12.7 },
  /** All that a first visit brings, fonts too, before a figure is near. */
  firstVisit: 191,
}
