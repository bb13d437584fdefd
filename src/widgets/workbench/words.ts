import { shapeInLine } from '@/plot/format'
import type { Scene } from './model'

/** What is happening now. */
export function sentence(scene: Scene): string {
  if (!scene.layer) return `The layer cannot be read yet. Line ${scene.fault.line}: ${scene.fault.sentence}`
  const { layer, of, rows, firstWrong, finished, shorter } = scene
  const input = layer.inputs.find(({ name }) => name === of)
  const wanted = `∂L/∂${of}, of shape ${shapeInLine(input?.shape ?? [])}`
  if (firstWrong !== undefined)
    return `Line ${firstWrong + 1} is the one to look at: ${rows[firstWrong]?.verdict?.says ?? ''}`
  if (finished && shorter !== undefined)
    return `The last line is ${wanted}. It has a shorter form: write that as the next line, and you are done.`
  if (finished) return `Done: the last line is ${wanted}, and it holds for any sizes that fit.`
  const written = rows.filter(({ verdict }) => verdict !== undefined).length
  if (written === 0)
    return `Given is ∂L/∂${layer.output}, written d${layer.output}, of shape ${shapeInLine(layer.shape)}. Wanted is ${wanted}.`
  return `${written === 1 ? 'One line holds' : `${written} lines hold`} so far. Wanted is ${wanted}.`
}

export const marks = { right: '✓', wrong: '✗' } as const

export const words = {
  noInput: 'It has no input to derive by: begin with a line such as x: N×D.',
  title: 'Derive it line by line',
  task: (of: string) => `Derive ∂L/∂${of}, line by line`,
  layer: 'Layer',
  own: 'one of your own',
  program: 'Program of the layer: shapes first, then its steps',
  by: 'Gradient by',
  line: (k: number) => `Line ${k + 1}`,
  placeholder: 'dw[d,m] = … or dw = …',
  next: 'Next line for me',
  hint: 'A hint',
  light: 'Light up an index',
  none: 'none',
  add: 'Add a line',
  copyTex: 'Copy as TeX',
  copyText: 'Copy as text',
  copied: 'Copied.',
  refused: 'The browser did not let the text be copied.',
  done: 'There is nothing left to add.',
  wires: 'As wires',
  hidden: 'hidden',
  shown: 'shown',
  wiresOf: (name: string) => `${name} as wires`,
  hole: (of: string, step: string) => `${of} taken out, ∂L/∂${step} hung on`,
  keys: 'Enter adds a line, Alt and the up arrow copy the one above, Backspace in an empty line takes it away.',
  unscripted: 'With JavaScript on, you write your own lines here, and each is checked as you type.',
}
