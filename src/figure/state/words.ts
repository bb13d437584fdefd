import type { LayerLetters, Layout } from './letters'
/** What is said of links and of what this browser stored. */
export const words = {
  stoppedHere: (message: string) => `stopped this figure: ${message}.`,
  stoppedPage: 'stopped the page the last time. Load the page again to try it once more.',
  aNumber: (from: string, to: string) => `a number from ${from} to ${to}`,
  aWhole: (from: string, to: string) => `a whole number from ${from} to ${to}`,
  oneOf: (options: string) => `one of ${options}`,
  characters: (longest: number) => `at most ${longest} characters`,
  rowsAndColumns: (most: number) => `at most ${most} rows and columns`,
  oneLength: 'rows of one length',
  values: (most: number) => `at most ${most} values`,
  version: (source: string, found: string, here: string) =>
    `${source} is of version “${found}”, and this page reads version ${here}.`,
  unknown: (source: string, key: string) => `${source} sets “${key}”, which this figure does not have.`,
  unusable: (source: string, key: string, why: string) =>
    `${source} sets ${key} to something that can't be used: ${why}`,
  theLink: 'The link',
  refused: (source: string, trouble: string) => `${source} ${trouble} The figure shows its start instead.`,
  stays: (error: string) => `${error} What was here stays.`,
  showsStart: (error: string) => `${error} The figure shows its start instead.`,
  stored: 'What this browser stored',
}

/** How a convention is called, how an example lies in it, and what shape its weights have. */
export const letterNames: Readonly<
  Record<LayerLetters, { short: string; equation: string; example: string; weights: string }>
> = {
  handout: { short: 'the handout', equation: 'y = xw', example: 'a row', weights: 'D × M' },
  'nn.Linear': { short: 'nn.Linear', equation: 'y = xWᵀ', example: 'a row', weights: 'M × D' },
  columns: { short: 'columns', equation: 'y = Wx', example: 'a column', weights: 'M × D' },
}

export const layoutNames: Readonly<Record<Layout, string>> = {
  'output-first': 'output first',
  'input-first': 'input first',
}

/** What is chosen. */
export const letterChoices = { layer: 'The linear layer', jacobian: 'A Jacobian, laid out' }
