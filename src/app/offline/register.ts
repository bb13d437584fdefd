import css from './edition.css?inline'
import { scriptAddress } from '@/figure/task'

const said = {
  newer: 'A newer edition of the book is here.',
  read: 'Read it',
  later: 'Later',
}

/** The scripts that this page may still ask for; what those ask for follows from them. */
export const needsOf = (page: Document): string[] => {
  const named = JSON.parse(page.getElementById('widgets')?.textContent ?? '{}') as Record<string, string[]>
  const own = page.querySelector<HTMLScriptElement>('script[type=module]')?.src
  return [...(own ? [new URL(own).pathname] : []), ...Object.values(named).flat()]
}

const button = (text: string, act: () => void) => {
  const made = document.createElement('button')
  Object.assign(made, { type: 'button', textContent: text })
  made.addEventListener('click', act)
  return made
}

/** Only the tab whose reader asked shows the new edition at once; the others go on as they are. */
function takeOver(waiting: ServiceWorker) {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waiting.postMessage('take over', [])
}

function offer(waiting: ServiceWorker) {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets.push(sheet)
  const line = document.createElement('p')
  line.className = 'edition'
  line.role = 'status'
  document.querySelector('.edition')?.remove()
  document.body.append(line)
  // What says something has to be there before it says it.
  requestAnimationFrame(() =>
    line.replaceChildren(
      said.newer,
      ' ',
      button(said.read, () => takeOver(waiting)),
      ' ',
      button(said.later, () => line.remove()),
    ),
  )
}

/** Calls `act` for an edition that is here and waits, now or later. */
function onWaiting(registration: ServiceWorkerRegistration, act: (waiting: ServiceWorker) => void) {
  const look = () => {
    // Without one before it, it is the first, and nobody has to be asked.
    if (registration.waiting && registration.active) act(registration.waiting)
  }
  registration.addEventListener('updatefound', () =>
    registration.installing?.addEventListener('statechange', look),
  )
  look()
}

type Sparing = { connection?: { saveData?: boolean } }

/** Not for a frame in someone else's page, nor where data is spared. */
const mayKeep = () =>
  'serviceWorker' in navigator && parent === window && !(navigator as Sparing).connection?.saveData

const loaded = () =>
  new Promise((done) =>
    document.readyState === 'complete' ? done(undefined) : addEventListener('load', done, { once: true }),
  )

/** Lets the book be kept on the device, and offers a newer one once it is here; neither is worth a word if it fails. */
export async function keepOffline() {
  if (!mayKeep()) return
  await loaded()
  const { serviceWorker } = navigator
  serviceWorker.addEventListener('message', ({ data, ports }) => {
    if (data === 'needs') ports[0]?.postMessage(needsOf(document))
  })
  serviceWorker.startMessages()
  const registration = await serviceWorker
    .register(scriptAddress(`${import.meta.env.BASE_URL}sw.js`), { scope: import.meta.env.BASE_URL })
    .catch(() => undefined)
  if (!registration) return
  onWaiting(registration, offer)
  registration.active?.postMessage('tidy', [])
}
