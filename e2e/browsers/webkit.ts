import type { Readable } from 'node:stream'
import { advice, findWebKit } from '../../scripts/otherBrowsers'
import { freePort } from '../helpers/port'
import { size, type Engine } from './driver'
import { begin, eventually } from './process'
import { overWebDriver, type Send } from './webdriver'

const paths = { navigate: 'url', execute: 'execute/sync', actions: 'actions' }

/** WebKitGTK draws on a screen alone: one in memory, whose number Xvfb chooses and tells. */
async function screen(file: string) {
  const stdio = ['ignore', 'ignore', 'ignore', 'pipe'] as const
  const geometry = `${size.width}x${size.height + 100}x24`
  const words = ['-displayfd', '3', '-screen', '0', geometry, '-nolisten', 'tcp']
  const { child, end } = begin(file, words, {}, [...stdio])
  const told = child.stdio[3] as Readable
  const number = await new Promise<string>((resolve, reject) => {
    told.once('data', (data: Buffer) => resolve(data.toString().trim()))
    child.once('close', () => reject(new Error('Xvfb did not start.')))
  })
  return { display: `:${number}`, end }
}

async function start() {
  const { driver, xvfb } = findWebKit() ?? {}
  if (!driver || !xvfb) throw new Error(advice.webkit)
  const shown = await screen(xvfb)
  const port = await freePort()
  const env = {
    DISPLAY: shown.display,
    GDK_BACKEND: 'x11',
    // There is no graphics card to draw with, and the sandbox wants what a container does not give.
    WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
  }
  const browser = begin(driver, [`--port=${port}`], env)
  const call = async (method: string, path: string, body: object = {}) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(method === 'POST' && { body: JSON.stringify(body) }),
    })
    const { value } = (await response.json()) as { value: unknown }
    if (!response.ok) throw new Error(`WebKit: ${JSON.stringify(value)}`)
    return value
  }
  await eventually(() => call('GET', '/status'))
  const { sessionId } = (await call('POST', '/session', { capabilities: {} })) as { sessionId: string }
  const session = `/session/${sessionId}`
  const send: Send = (command, body) => call('POST', `${session}/${paths[command]}`, body)
  await call('POST', `${session}/window/rect`, size)
  return overWebDriver(send, async () => {
    await call('DELETE', session).catch(() => undefined)
    await browser.end()
    await shown.end()
  })
}

export const webkit: Engine = {
  name: 'WebKit',
  missing: () => (findWebKit() ? undefined : advice.webkit),
  start,
}
