import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { advice, findFirefox } from '../../scripts/otherBrowsers'
import { size, type Engine } from './driver'
import { begin, eventually } from './process'
import { overWebDriver, type Send } from './webdriver'

/** Marionette's names for the commands of WebDriver. */
const names = {
  navigate: 'WebDriver:Navigate',
  execute: 'WebDriver:ExecuteScript',
  actions: 'WebDriver:PerformActions',
}

type Answer = [kind: 1, id: number, error: { error: string; message: string } | null, value: unknown]
type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void }

/** Firefox's own remote protocol: JSON messages, each with its length in bytes and a colon before it. */
function marionette(socket: Socket) {
  const waiting = new Map<number, Waiting>()
  let rest = Buffer.alloc(0)
  const take = ([, id, error, value]: Answer) => {
    const one = waiting.get(id)
    waiting.delete(id)
    if (error) one?.reject(new Error(`Firefox: ${error.error}: ${error.message}`))
    else one?.resolve(value)
  }
  socket.on('data', (data) => {
    rest = Buffer.concat([rest, Buffer.from(data)])
    for (let colon = rest.indexOf(':'); colon > 0; colon = rest.indexOf(':')) {
      const end = colon + 1 + Number(rest.subarray(0, colon))
      if (rest.length < end) return
      const message = JSON.parse(rest.subarray(colon + 1, end).toString()) as Answer | object
      rest = rest.subarray(end)
      // The first message is a greeting.
      if (Array.isArray(message)) take(message as Answer)
    }
  })
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('Firefox went away.'))
  })
  let last = 0
  return (name: string, parameters: object = {}) =>
    new Promise<unknown>((resolve, reject) => {
      waiting.set(++last, { resolve, reject })
      const message = JSON.stringify([0, last, name, parameters])
      socket.write(`${Buffer.byteLength(message)}:${message}`)
    })
}

/** Firefox without a window, with a new profile, on a port that it chooses itself. */
async function start() {
  const profile = mkdtempSync(path.join(tmpdir(), 'nudge-firefox-'))
  const settings = { 'marionette.port': 0, 'datareporting.policy.dataSubmissionEnabled': false }
  const lines = Object.entries(settings).map(
    ([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`,
  )
  writeFileSync(path.join(profile, 'user.js'), lines.join('\n'))
  const words = ['--headless', '--marionette', '--no-remote', '--profile', profile]
  const browser = begin(findFirefox() ?? '', [...words, `--width=${size.width}`, `--height=${size.height}`])
  const port = await eventually(
    () => Number(readFileSync(path.join(profile, 'MarionetteActivePort'), 'utf8')) || undefined,
  )
  const socket = connect(port, '127.0.0.1')
  const call = marionette(socket)
  await call('WebDriver:NewSession')
  const send: Send = async (command, body) =>
    ((await call(names[command], body)) as { value: unknown } | null)?.value
  return overWebDriver(send, async () => {
    socket.destroy()
    await browser.end()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  })
}

export const firefox: Engine = {
  name: 'Firefox',
  missing: () => (findFirefox() ? undefined : advice.firefox),
  start,
}
