import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'

type Said = {
  subject?: string
  from?: string
  height?: number
  score?: number
  state?: Record<string, string>
}
type Host = Window & { said: Record<string, Said[]> }

/** A course's page that frames what it is given, does as it is told, and keeps what the frames say. */
const html = (
  frames: Readonly<Record<string, string>>,
  saved: Readonly<Record<string, unknown>>,
) => `<!doctype html>
<html lang="en"><title>A course</title>
${Object.entries(frames)
  .map(([id, src]) => `<iframe title="${id}" id="${id}" src="${src}" width="700" height="150"></iframe>`)
  .join('\n')}
<script>
  const saved = ${JSON.stringify(saved)}
  window.said = {}
  addEventListener('message', ({ data, source }) => {
    const frame = [...document.querySelectorAll('iframe')].find((each) => each.contentWindow === source)
    if (!frame) return
    ;(said[frame.id] ??= []).push(data)
    if (data.subject === 'lti.frameResize') frame.height = data.height
    if (data.subject === 'SPLICE.getState')
      source.postMessage({ subject: 'SPLICE.getState.response', message_id: data.message_id, state: saved[frame.id] }, '*')
  })
</script></html>`

/** Serves a course at an origin of its own; another port is another origin. */
export async function startCourse(frames: Readonly<Record<string, string>>) {
  let saved: Record<string, unknown> = {}
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(html(frames, saved))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}/`,
    /** What the course has of each frame, from the next visit on. */
    keep: (states: Record<string, unknown>) => (saved = states),
    close: () => server.close(),
  }
}

/** The last thing that a frame said on a subject. */
export const lastSaid = (page: Page, frame: string, subject: string) =>
  page.evaluate(
    ([of, what]) => (window as unknown as Host).said[of]?.findLast((each) => each.subject === what),
    [frame, subject] as const,
  )
