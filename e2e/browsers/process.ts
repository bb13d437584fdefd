import { spawn, type StdioOptions } from 'node:child_process'

/** Starts a program that stays, in a group of its own, so that all that it starts ends with it. */
export function begin(
  file: string,
  words: string[],
  env: NodeJS.ProcessEnv = {},
  stdio: StdioOptions = 'ignore',
) {
  const group = process.platform !== 'win32'
  const child = spawn(file, words, { env: { ...process.env, ...env }, stdio, detached: group })
  const gone = new Promise<void>((resolve) =>
    child.once('close', () => resolve()).once('error', () => resolve()),
  )
  const kill = () => {
    try {
      if (group && child.pid !== undefined) process.kill(-child.pid)
      else child.kill()
    } catch {
      // It has ended by itself.
    }
  }
  // A run that is cut short leaves nothing behind.
  process.once('exit', kill)
  const end = async () => {
    process.off('exit', kill)
    kill()
    await Promise.race([gone, new Promise((done) => setTimeout(done, 5000))])
  }
  return { child, end }
}

/** What `look` finds, once it finds something; what it throws counts as nothing yet. */
export async function eventually<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  let reason: unknown
  for (let tries = 0; tries < 300; tries++) {
    try {
      const found = await look()
      if (found !== undefined) return found
    } catch (error) {
      reason = error
    }
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error(`It did not start in 30 s. ${String(reason ?? '')}`)
}
