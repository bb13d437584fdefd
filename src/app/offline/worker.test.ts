import { beforeEach, expect, test } from 'vitest'
import { keeps } from './index'
import { startWorker, type Asked, type Client, type Edition, type Events, type Scope } from './worker'

const origin = 'https://book.test'
const first: Edition = {
  id: 'one',
  base: '/sub/',
  files: { '': 'sha256-a', 'slope/': 'sha256-b', '404.html': 'sha256-c', 'assets/old.js': '' },
}
const second: Edition = {
  ...first,
  id: 'two',
  files: { '': 'sha256-d', 'slope/': 'sha256-b', '404.html': 'sha256-c', 'assets/new.js': '' },
}

/** What stands on the server, by path, and the paths that were asked for. */
let server: Record<string, string>
let asked: string[]
let caches: Map<string, Map<string, Response>>
let pages: Client[]

beforeEach(() => {
  server = {
    '/sub/': 'home',
    '/sub/slope/': 'slope',
    '/sub/404.html': 'nothing here',
    '/sub/assets/old.js': 'old',
    '/sub/gallery/': 'gallery',
  }
  asked = []
  caches = new Map()
  pages = []
})

const storage: Scope['caches'] = {
  async open(name) {
    const cache = caches.get(name) ?? new Map<string, Response>()
    caches.set(name, cache)
    return { put: async (key, response) => void cache.set(String(key), response) }
  },
  match: async (key) => [...caches.values()].flatMap((cache) => cache.get(key)?.clone() ?? [])[0],
  keys: async () => [...caches.keys()],
  delete: async (name) => caches.delete(name),
}

/** A worker of an edition in a browser of its own making. */
function worker(edition: Edition) {
  const listeners: { [K in keyof Events]?: (event: Events[K]) => void } = {}
  let took = 0
  startWorker(
    {
      caches: storage,
      location: { origin },
      registration: { waiting: null, installing: null },
      clients: { claim: async () => undefined, matchAll: async () => pages },
      skipWaiting: async () => void took++,
      async fetch(what) {
        const { pathname } = new URL(typeof what === 'string' ? what : what.url)
        asked.push(pathname)
        const text = server[pathname]
        if (text === undefined) throw new TypeError('no network')
        return new Response(text)
      },
      addEventListener: (type, listener) => void Object.assign(listeners, { [type]: listener }),
    },
    edition,
  )
  const waited = async (tell: (waits: { waitUntil(what: Promise<unknown>): void }) => void) => {
    const all: Promise<unknown>[] = []
    tell({ waitUntil: (what) => void all.push(what) })
    await Promise.all(all)
  }
  return {
    took: () => took,
    install: () => waited((event) => listeners.install?.(event)),
    tell: (data: string) => waited((event) => listeners.message?.({ ...event, data })),
    /** What a page gets, as text; undefined where the worker leaves it to the browser. */
    async get(path: string, mode: Asked['mode'] = 'navigate', method = 'GET') {
      let answer: Promise<Response> | Response | undefined
      listeners.fetch?.({
        request: { url: new URL(path, origin).href, mode, method },
        respondWith: (response) => (answer = response),
      })
      const response = await answer
      return (
        response && {
          status: response.status,
          text: await response.text(),
          to: response.headers.get('location'),
        }
      )
    },
  }
}

const opened = (needs: unknown): Client => ({
  postMessage: (_, [port]) => port instanceof MessagePort && port.postMessage(needs),
})

test('an edition is kept whole, and read without a network', async () => {
  const { install, get } = worker(first)
  await install()
  server = {}
  expect(await get('/sub/')).toMatchObject({ text: 'home', status: 200 })
  expect(await get('/sub/slope/?wait=no')).toMatchObject({ text: 'slope' })
  expect(await get('/sub/assets/old.js', 'cors')).toMatchObject({ text: 'old' })
  expect(await get('/sub/slope?wait=no')).toMatchObject({ status: 301, to: `${origin}/sub/slope/?wait=no` })
})

test('what is not kept comes from the network, or else as the page that says so; strangers are left alone', async () => {
  const { install, get } = worker(first)
  await install()
  expect(await get('/sub/gallery/')).toMatchObject({ text: 'gallery' })
  server = {}
  expect(await get('/sub/gallery/')).toMatchObject({ text: 'nothing here', status: 503 })
  expect(await get('/sub/toString')).toMatchObject({ status: 503 })
  expect(await get('/other/')).toBeUndefined()
  expect(await get('https://elsewhere.test/sub/')).toBeUndefined()
  expect(await get('/sub/', 'cors', 'POST')).toBeUndefined()
})

test('half of an edition is none', async () => {
  delete server['/sub/slope/']
  await expect(worker(first).install()).rejects.toThrow('no network')
})

test('the next edition asks only for what changed, and waits until it is asked', async () => {
  await worker(first).install()
  asked = []
  server['/sub/'] = 'new home'
  server['/sub/assets/new.js'] = 'new'
  const next = worker(second)
  await next.install()
  expect(asked.toSorted()).toEqual(['/sub/', '/sub/assets/new.js'])
  expect(next.took()).toBe(0)
  await next.tell('take over')
  expect(next.took()).toBe(1)
})

test('what an open page of the old edition needs stays, and goes with it', async () => {
  await worker(first).install()
  Object.assign(server, { '/sub/assets/new.js': 'new' })
  delete server['/sub/assets/old.js']
  const next = worker(second)
  await next.install()
  for (const page of [opened(['/sub/assets/old.js']), opened('nothing that it knows')]) {
    pages = [page]
    await next.tell('tidy')
    expect(await next.get('/sub/assets/old.js', 'cors')).toMatchObject({ text: 'old' })
  }
  pages = [opened(['/sub/assets/new.js'])]
  await next.tell('tidy')
  expect([...caches.keys()]).toEqual(['nudge /sub/ two'])
})

test('a page asks to be kept where the host is secure; on a developer’s machine only if told so', () => {
  expect(keeps({ protocol: 'https:', search: '' })).toBe(true)
  expect(keeps({ protocol: 'http:', search: '' })).toBe(false)
  expect(keeps({ protocol: 'http:', search: '?offline=yes' })).toBe(true)
})
