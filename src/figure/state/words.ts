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
