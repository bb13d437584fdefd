import { parseArgs } from 'node:util'

export type StartOptions = { base: string; port: number; host: string }

export const usage = `npm start takes
  -- --port=4173        the port to serve at
  -- --host=localhost   the address to listen at
  -- --base=/           the path that the book stands under, with a slash at both ends`

const known = {
  base: { type: 'string', default: '/' },
  port: { type: 'string', default: '4173' },
  host: { type: 'string', default: 'localhost' },
} as const

/** Node names the option, and then goes on about how to escape it. */
const firstSentence = (message: string) => `${message.split(/[.\n]/)[0] ?? message}.`

/** What `npm start` was asked for, or a sentence about what it can't take. */
export function readOptions(words: readonly string[]): StartOptions | { error: string } {
  try {
    const { base, port, host } = parseArgs({ args: [...words], options: known }).values
    if (!/^\d+$/.test(port) || Number(port) > 65_535)
      return { error: `--port is “${port}”, and a port is a whole number from 0 to 65535.` }
    if (!/^\/(.*\/)?$/.test(base))
      return { error: `--base is “${base}”, and a base begins and ends with a slash, as /sub/ does.` }
    return { base, port: Number(port), host }
  } catch (error) {
    return { error: firstSentence((error as Error).message) }
  }
}
