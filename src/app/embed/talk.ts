import { scores, setTheme } from '@/figure/state'
import { asked, ofAll, ofEvent, ofHeight, ofWork, request, type Told } from './messages'
import { onWork, present, restore, score } from './work'

/** While something is dragged, the host hears of it so often. */
const pause = 250

const whole = () => Math.ceil(document.body.getBoundingClientRect().height)

/** Tells the host what the reader does, and does what the host asks for. In a window of its own the page is silent. */
export function talk(id: string) {
  if (parent === window) return
  const here = location.href
  // Not crypto.randomUUID, which plain http does not have.
  const newId = () => Math.random().toString(36).slice(2)
  const first = newId()
  // Whoever shows the book's pages may know what is done on them: nothing here is secret.
  const send = (message: object) => parent.postMessage(message, '*')
  const now = (): Told => ({ id, height: whole(), state: present(), score: score() })
  const work = ({ state, score: share }: Told) => JSON.stringify([state, share])
  let told = work(now())
  let timer: ReturnType<typeof setTimeout> | undefined

  const tell = () => {
    clearTimeout(timer)
    timer = undefined
    const all = now()
    if (work(all) === told) return
    told = work(all)
    send(ofWork(all, newId(), here))
    send(ofAll(all))
  }
  let height = 0
  const measure = () => {
    if (whole() === height) return
    height = whole()
    send(ofHeight(height, newId()))
    send(ofAll(now()))
  }

  addEventListener('message', ({ data, source }: MessageEvent<unknown>) => {
    const wish = source === parent ? asked(data, first) : undefined
    if (!wish) return
    if (wish.theme !== undefined) showTheme(wish.theme)
    if (wish.state) restore(wish.state)
    if (wish.tell) send(ofAll(now()))
  })
  onWork(() => (timer ??= setTimeout(tell, pause)))
  scores.subscribe((after, before) => {
    for (const [of, share] of Object.entries(after))
      if (before[of] !== undefined && before[of] !== share)
        send(ofEvent('answered', { id: of, score: share }, newId(), here))
  })
  // Whoever leaves has nothing pending.
  addEventListener('pagehide', tell)
  new ResizeObserver(measure).observe(document.body)
  send(request(first, here))
}

/** The host's theme, for its page may change it. */
export function showTheme(theme: string) {
  if (theme === 'light' || theme === 'dark' || theme === 'system') setTheme(theme)
}
