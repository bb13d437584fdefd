/** How long a script may take before the figure says so, and how long it then waits before it asks again. */
const patience = 10_000
const pauses = [2_000, 5_000, 15_000, 60_000]

const said = {
  failed: 'The script of this figure did not come, so nothing in it can be changed yet.',
  slow: 'The script of this figure is slow to come; until it has, nothing in the figure can be changed.',
}

const button = (text: string, act: () => void) => {
  const made = document.createElement('button')
  Object.assign(made, { type: 'button', textContent: text })
  made.addEventListener('click', act)
  return made
}

/** A line before a figure whose script does not come. Meanwhile the figure looks as it does without a script. */
function lineFor(element: HTMLElement) {
  const line = document.createElement('p')
  line.className = 'island-trouble'
  line.setAttribute('role', 'status')
  return {
    say(what: keyof typeof said, act: HTMLButtonElement) {
      element.dataset.failed = ''
      // What says something has to be there before it says it.
      if (!line.isConnected) element.before(line)
      requestAnimationFrame(() => line.replaceChildren(said[what], ' ', act))
    },
    over() {
      delete element.dataset.failed
      line.remove()
    },
  }
}

/** Waits until the reader asks again, or the browser is online again, or some time has passed. */
const again = (tries: number, say: (act: HTMLButtonElement) => void) =>
  new Promise<void>((resolve) => {
    const go = () => {
      clearTimeout(timer)
      removeEventListener('online', go)
      resolve()
    }
    const timer = setTimeout(go, pauses[Math.min(tries, pauses.length - 1)])
    addEventListener('online', go)
    say(button('Try again', go))
  })

/** What is `coming`, and what `load` gives, asked as often as it takes; the figure says so if that is long. */
export async function insist<T>(
  element: HTMLElement,
  coming: Promise<T>,
  load: () => Promise<T>,
): Promise<T> {
  const { say, over } = lineFor(element)
  // A request that hangs can't be asked anew but by the whole page.
  const reload = () => button('Load the page again', () => location.reload())
  for (let tries = 0, next = coming; ; tries++) {
    const slow = setTimeout(() => say('slow', reload()), patience)
    try {
      const loaded = await next
      over()
      return loaded
    } catch {
      clearTimeout(slow)
      await again(tries, (act) => say('failed', act))
      next = load()
    } finally {
      clearTimeout(slow)
    }
  }
}
