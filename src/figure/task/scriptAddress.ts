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

/** The address of a worker's script, one of the book's own files, as a browser with Trusted Types takes it. */
export function scriptAddress(url: string): string {
  // Not every browser has them; those that lack them take the address as it is.
  const { trustedTypes } = globalThis as { trustedTypes?: Factory }
  policy ??= trustedTypes?.createPolicy('nudge-worker', rules) ?? rules
  return policy.createScriptURL(url) as string
}
