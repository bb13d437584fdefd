// The service worker of the book, which keeps all of it on the reader's device. The build puts this file into sw.js by
// itself, with the list of its files (scripts/vite/road/offline.ts): it can import nothing.

/** One build of the book. */
export type Edition = {
  id: string
  /** The path that the book stands under. */
  base: string
  /** The files by their addresses from there on, each with its hash; '' where the name changes with the contents. */
  files: Readonly<Record<string, string>>
}

/** A page of the book in some tab. */
export type Client = { postMessage(message: unknown, transfer: Transferable[]): void }
type Waits = { waitUntil(what: Promise<unknown>): void }
export type Asked = Pick<Request, 'method' | 'url' | 'mode'>
export type Events = {
  install: Waits
  activate: Waits
  message: Waits & { data: unknown }
  fetch: { request: Asked; respondWith(answer: Promise<Response> | Response): void }
}
/** What a worker finds round itself. */
export type Scope = {
  caches: {
    open(name: string): Promise<Pick<Cache, 'put'>>
    match(key: string): Promise<Response | undefined>
    keys(): Promise<string[]>
    delete(name: string): Promise<boolean>
  }
  fetch(what: string | Asked, how?: RequestInit): Promise<Response>
  location: { origin: string }
  clients: {
    claim(): Promise<void>
    matchAll(options: { type: 'window'; includeUncontrolled: true }): Promise<readonly Client[]>
  }
  registration: { waiting: unknown; installing: unknown }
  skipWaiting(): Promise<void>
  addEventListener<K extends keyof Events>(type: K, listener: (event: Events[K]) => void): void
}

/** How long a page may take to say what it needs. */
const patience = 2000

/**
 * Answers from what it keeps, and asks the network for all else. An edition is kept as a whole or not at all. The next
 * one is fetched beside it and waits until the reader asks for it or has left; what open pages of the old one need stays.
 */
export function startWorker(scope: Scope, { id, base, files }: Edition) {
  const family = `nudge ${base} `
  const own = family + id
  const root = scope.location.origin + base
  const has = (path: string) => Object.hasOwn(files, path)
  const keyOf = (path: string) => root + path + (files[path] && `?${encodeURIComponent(files[path])}`)

  async function fetchFile(path: string): Promise<Response> {
    const hash = files[path]
    // A file of the next deploy, which may happen meanwhile, would not fit.
    const response = await scope.fetch(root + path, {
      priority: 'low',
      ...(hash ? { cache: 'no-cache', integrity: hash } : {}),
    })
    if (!response.ok) throw new Error(`${path}: ${response.status}`)
    // Pages from a redirect are refused by browsers.
    return response.redirected ? new Response(response.body, { headers: response.headers }) : response
  }

  async function install() {
    const cache = await scope.caches.open(own)
    const keep = async (path: string) =>
      cache.put(keyOf(path), (await scope.caches.match(keyOf(path))) ?? (await fetchFile(path)))
    await Promise.all(Object.keys(files).map(keep))
  }

  const needsOf = (page: Client) =>
    new Promise<unknown>((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', ({ data }) => resolve(data))
      port1.start()
      setTimeout(resolve, patience, undefined)
      page.postMessage('needs', [port2])
    })

  /** Is all that an open page may still load in this edition? One that does not answer may be of another. */
  async function served(page: Client) {
    const needs = await needsOf(page)
    return Array.isArray(needs) && needs.every((path: unknown) => has(String(path).slice(base.length)))
  }

  /** Older editions go once nobody reads them. */
  async function tidy() {
    if (scope.registration.waiting || scope.registration.installing) return
    const pages = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true })
    if ((await Promise.all(pages.map(served))).includes(false)) return
    for (const name of await scope.caches.keys())
      if (name.startsWith(family) && name !== own) await scope.caches.delete(name)
  }

  const kept = async (key: string, request: Asked) => (await scope.caches.match(key)) ?? scope.fetch(request)

  async function elsewhere(request: Asked): Promise<Response> {
    try {
      return await scope.fetch(request)
    } catch (error) {
      const page = await scope.caches.match(keyOf('404.html'))
      if (!page) throw error
      return new Response(page.body, { status: 503, headers: page.headers })
    }
  }

  scope.addEventListener('install', (event) => event.waitUntil(install()))
  scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()))
  scope.addEventListener('message', (event) => {
    if (event.data === 'take over') event.waitUntil(scope.skipWaiting())
    if (event.data === 'tidy') event.waitUntil(tidy())
  })
  scope.addEventListener('fetch', (event) => {
    const { request } = event
    const { origin, pathname, search } = new URL(request.url)
    if (request.method !== 'GET' || origin !== scope.location.origin || !pathname.startsWith(base)) return
    const path = pathname.slice(base.length)
    if (has(path)) event.respondWith(kept(keyOf(path), request))
    else if (has(`${path}/`)) event.respondWith(Response.redirect(`${root}${path}/${search}`, 301))
    // Of an older edition, for a page that is still open.
    else if (path.startsWith('assets/')) event.respondWith(kept(root + path, request))
    else if (request.mode === 'navigate') event.respondWith(elsewhere(request))
  })
}
