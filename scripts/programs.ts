// Programs of the machine: found, looked at, run.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

export const root = process.getuid?.() === 0

/** Where a program of this name may be. */
export const onPath = (name: string) =>
  [...(process.env.PATH ?? '').split(path.delimiter), '/usr/bin', '/snap/bin'].map((folder) =>
    path.join(folder, name),
  )

/** A file that is there may still not start: libraries are missing, or it is a stub that only says what to install. */
export const starts = (file: string) =>
  existsSync(file) &&
  (process.platform === 'win32' ||
    spawnSync(file, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0)

/** Runs a program, whose lines go to the terminal; whether it succeeded. */
export function run(command: string, ...words: string[]): boolean {
  console.log(`$ ${command} ${words.join(' ')}`)
  const env = {
    ...process.env,
    DEBIAN_FRONTEND: 'noninteractive',
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000',
  }
  const stdio = ['ignore', 'inherit', 'inherit'] as const
  return spawnSync(command, words, { env, stdio: [...stdio], timeout: 300_000 }).status === 0
}
