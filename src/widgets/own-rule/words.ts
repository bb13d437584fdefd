import type { Scene } from './model'

/** What its parts and controls are called, and what is said of a rule. */
export const words = {
  title: 'A rule of your own',
  op: 'y',
  rule: 'Reverse rule of the op',
  noValue: 'it has no finite value on random matrices',
  noValueHere: 'With these weights the op has no finite value.',
  cant: (why: string) => `This can’t be an op here: ${why}.`,
  tooLong: (most: number) => `A formula here may have ${most} characters.`,
  right: (points: number) =>
    `Right: as forward mode has it, on ${points} random matrices of different shapes.`,
  noSlope: 'This passes on what arrives. The op’s own slope is missing.',
  noArrival: 'This is how y moves with x. What arrives, dy, is missing: the chain rule multiplies by it.',
  ownPlace:
    'This is right for the way from an entry to its own place. In this op an entry of x moves other entries of y too, and their shares are missing.',
  arrivalTwice: 'What arrives is in it twice: the rule has to be linear in dy.',
  tooMuch: (why: string) => `This rule is not run here: ${why}.`,
  otherShape: (mine: string, wanted: string) =>
    `No gradient comes out: the rule gives ${mine} where x is ${wanted}.`,
  corner: ' Where “?” stands, the two sides differ: the op has a corner or a jump there.',
  noUse: (why: string) => `No gradient comes out: ${why.replace(/\.$/, '')}.`,
  mine: 'gradient of L by w, by your rule',
  differences: 'gradient of L by w, by central differences',
  byYours: 'by your rule',
  byDifferences: 'by central differences',
  w: 'w',
  weights: 'weights',
  shapeOfW: 'The link’s w is not 2 × 3.',
  usedIn:
    'L = sum(c ⊙ y), where y is the op at s = a w. The core walks back through the sum, the product, your rule, and the matrix product.',
  checks: 'Comparisons of the check',
  holds: 'holds',
  fails: 'fails',
}

/** What is happening: the verdict, and what comes of it. */
export function sentence({ verdict, checks, use, unused }: Scene): string {
  const failed = checks.filter(({ ok }) => !ok).length
  const check =
    checks.length === 0
      ? ''
      : failed === 0
        ? ` All ${checks.length} comparisons of the core’s check hold.`
        : ` ${failed} of ${checks.length} comparisons of the core’s check fail.`
  const wrong = use?.wrong.flat().filter(Boolean).length
  const gradient =
    wrong === undefined
      ? unused && ` ${unused}`
      : wrong === 0
        ? ' The gradient below is right.'
        : ` In the gradient below ${wrong} of ${use?.wrong.flat().length} entries are wrong.`
  const corner = use?.differences.flat().includes(null) ? words.corner : ''
  return `${verdict.says}${check}${gradient}${corner}`.trim()
}
