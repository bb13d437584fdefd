import bindLines from 'virtual:listing/src/autodiff/core/primitive.ts#bind'
import forwardLines from 'virtual:listing/src/autodiff/core/forward.ts#Forward.process'
import backwardLines from 'virtual:listing/src/autodiff/core/reverse.ts#backward'
import tapeLines from 'virtual:listing/src/autodiff/core/reverse.ts#Tape.process'
import type { Token } from '@/plot/code'

/** The code that acts, as it stands in the core's files. */
export const codes = {
  bind: bindLines,
  forward: forwardLines,
  tape: tapeLines,
  backward: backwardLines,
} satisfies Record<string, readonly (readonly Token[])[]>
export type Code = keyof typeof codes

/** Each kind of step, by the code and a text on the line that does it. */
const acting = {
  value: ['forward', 'output = bind(op'],
  rate: ['forward', 'const tangent = moved('],
  record: ['tape', 'return this.record(output'],
  arrive: ['backward', 'arrives = gathered[id]'],
  send: ['backward', 'made.op.vjp(arrives, i, made)'],
  gather: ['backward', 'gather(gathered, to, value)'],
  level: ['bind', 'innermost.process('],
  ground: ['bind', 'op.forward(inputs, params)'],
} as const satisfies Record<string, readonly [Code, string]>
export type Act = keyof typeof acting

const textOf = (line: readonly Token[]): string => line.map(({ text }) => text).join('')

/** The code and the line of it on which a step is done; the one line that has its text. */
export function lineOf(act: Act): { readonly code: Code; readonly line: number } {
  const [code, text] = acting[act]
  const found = codes[code].flatMap((line, k) => (textOf(line).includes(text) ? [k] : []))
  const [line, ...more] = found
  if (line === undefined || more.length > 0)
    throw new Error(`“${text}” stands ${found.length} times in the code of ${code}`)
  return { code, line }
}
