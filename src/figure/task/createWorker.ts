import { scriptAddress } from './scriptAddress'

/**
 * A module worker from one of the book's own files: `import url from './worker?worker&url'`. (Vite's `?worker`
 * would wrap the address in a way that Trusted Types forbid.)
 */
export function createWorker(url: string): Worker {
  if (!('Worker' in globalThis)) throw new Error('this browser has no workers, which long work needs')
  return new Worker(scriptAddress(url), { type: 'module' })
}
