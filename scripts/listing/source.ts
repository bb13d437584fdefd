import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { cut, type Cut } from './cut.ts'

/** Cuts code by name from a file of the repository, whose path is told from its root. Errors name the file. */
export function cutFrom(file: string, name: string, bare = false): Cut {
  const full = path.resolve(file)
  if (!existsSync(full)) throw new Error(`there is no file ${file}`)
  return cut(file, readFileSync(full, 'utf8'), name, bare)
}
