type Policy = { createScriptURL(url: string): unknown }
type Factory = { createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): Policy }

/** Under the pages' policy an address counts as a script's only if a rule of ours has looked at it. */
const rules = {
  createScriptURL(url: string): string {
    if (new URL(url, location.href).origin !== location.origin)
      throw new TypeError(`a worker from elsewhere: ${url}`)
    return url
  },
}
let policy: Policy | undefined

/**
 * A module worker from one of the book's own files: `import url from './worker?worker&url'`. (Vite's `?worker`
 * would wrap the address in a way that Trusted Types forbid.)
 */
export function createWorker(url: string): Worker {
  if (!('Worker' in globalThis)) throw new Error('this browser has no workers, which long work needs')
  // Not every browser has Trusted Types; those that lack them take the address as it is.
  const { trustedTypes } = globalThis as { trustedTypes?: Factory }
  policy ??= trustedTypes?.createPolicy('nudge-worker', rules) ?? rules
  return new Worker(policy.createScriptURL(url) as string, { type: 'module' })
}
