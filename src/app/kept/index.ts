import { keptNow, preferences, replaceKept, setWait, unread, type Preferences } from '@/figure/state'
import { fromFile, joined, said, toFile } from './transfer'

/** Calls `show` now and whenever something else is kept. */
function follow(show: (kept: Preferences) => void) {
  preferences.subscribe(show)
  show(preferences.getState())
}

/** From this share on a page counts as read; its end is links. */
const whole = 0.95

/** How far each page was read, where pages are listed; the one that was begun last and is open yet is where the reader is. */
function showRead({ progress }: Preferences) {
  const begun = Object.entries(progress).filter(([, share]) => share > 0 && share <= whole)
  const [here] = begun.at(-1) ?? []
  for (const element of document.querySelectorAll<HTMLElement>('[data-read]')) {
    const { read = '' } = element.dataset
    const share = progress[read]
    const part = share ? (share > whole ? 'read' : `${Math.round(share * 100)}% read`) : ''
    element.textContent = read === here ? `${part}: you are here` : part
    element.closest('li')?.toggleAttribute('data-here', read === here)
  }
}

function startWait(box: HTMLInputElement) {
  box.addEventListener('change', () => setWait(box.checked))
  follow(({ wait }) => (box.checked = wait))
}

function download(name: string, text: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** A file of the reader's choice as text. */
const chosen = () =>
  new Promise<string>((resolve) => {
    const input = document.createElement('input')
    Object.assign(input, { type: 'file', accept: '.json,application/json' })
    input.addEventListener('change', () => void input.files?.[0]?.text().then(resolve))
    input.click()
  })

function startKeeping(part: HTMLElement) {
  const status = part.querySelector('[role=status]')
  const undo = part.querySelector<HTMLButtonElement>('[data-act=undo]')
  let before: Preferences | undefined
  const say = (text: string) => status && (status.textContent = text)
  const replace = (next: Preferences, text: string) => {
    before = keptNow()
    replaceKept(next)
    if (undo) undo.hidden = false
    say(text)
  }
  const acts: Record<string, () => void | Promise<void>> = {
    save() {
      download('nudge.json', toFile(keptNow()))
      say(said.saved)
    },
    async take() {
      const brought = fromFile(await chosen())
      if ('problem' in brought) say(brought.problem)
      else replace(joined(keptNow(), brought), said.taken)
    },
    clear: () => replace(unread(), said.cleared),
    undo() {
      if (before) replaceKept(before)
      part.querySelector<HTMLElement>('[data-act=clear]')?.focus()
      if (undo) undo.hidden = true
      say(said.undone)
    },
  }
  for (const button of part.querySelectorAll<HTMLButtonElement>('[data-act]'))
    button.addEventListener('click', () => void acts[button.dataset.act ?? '']?.())
  follow(({ answers, progress }) => {
    const output = part.querySelector('output')
    if (output) output.textContent = said.so(Object.keys(answers).length, Object.keys(progress).length)
  })
}

/** What few pages show of what is kept: how far each page was read, whether figures wait, and all of it in a file. */
export function startKept() {
  follow(showRead)
  const box = document.querySelector<HTMLInputElement>('#wait')
  if (box) startWait(box)
  const part = document.getElementById('kept')
  if (part) startKeeping(part)
}
