import { existsSync } from 'node:fs'

/** Modules that travel as one file, by their paths without ending; one that is not there stops the build. */
export function group(name: string, folder: string, paths: readonly string[]) {
  const files = paths.map((path) => {
    const found = [`${folder}/${path}.ts`, `${folder}/${path}.tsx`].find((file) => existsSync(file))
    if (!found)
      throw new Error(`vite.config.ts, the group “${name}”: there is no ${folder}/${path}.ts or .tsx`)
    return found
  })
  return { name, test: (id: string) => files.some((file) => id.endsWith(`/${file}`)) }
}
