/** The browsers that the book is made for, each with its oldest version; what older ones get is the text alone. */
export const browsers = [
  { name: 'Chrome', from: 117 },
  { name: 'Edge', from: 117 },
  { name: 'Firefox', from: 125 },
  { name: 'Safari', from: 17 },
] as const

/** The year of JavaScript that all of them read, for the test of what was built. */
export const syntax = 2023

/** The same for the build: `chrome117` and so on. */
export const targets = browsers.map(({ name, from }) => `${name.toLowerCase()}${from}`)

const listed = browsers.map(({ name, from }) => `${name} ${from}`)
/** "Chrome 117, Edge 117, Firefox 125 or Safari 17". */
export const browserList = `${listed.slice(0, -1).join(', ')} or ${listed.at(-1) ?? ''}`
