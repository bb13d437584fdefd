/** Something that the reader did before what they did it to was listening. */
export type EarlyAct = {
  type: 'keydown' | 'input' | 'click'
  target: Element
  /** What an input showed after it. */
  value: string
  /** What was pressed. */
  key: KeyboardEventInit
}

declare global {
  interface Window {
    /** Filled by early.ts. */
    earlyActs?: EarlyAct[]
  }
}

type Valued = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
const isValued = (target: Element): target is Valued =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement
const isText = (target: Element | null): target is HTMLInputElement =>
  target instanceof HTMLInputElement && target.type === 'text'

const actsIn = (part: Element) => (window.earlyActs ?? []).filter(({ target }) => part.contains(target))

/** Shows again what was typed or chosen, for what has been drawn anew over it. */
export function showTyped(part: Element) {
  for (const { type, target, value } of actsIn(part))
    if (type === 'input' && isValued(target) && target.value !== value) target.value = value
}

function input(target: Element, value: string) {
  if (!isValued(target)) return
  // Set again, it would lose the place that the reader is at.
  if (target.value !== value) target.value = value
  target.dispatchEvent(new Event('input', { bubbles: true }))
  target.dispatchEvent(new Event('change', { bubbles: true }))
}

function press(target: Element, init: KeyboardEventInit) {
  // A cell that was typed into has by now become a field, which the next key goes to.
  const became = document.activeElement
  const at = target.contains(became) && isText(became) ? became : target
  const free = at.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true }))
  return free && !isText(target)
}

/** What a key writes where a key alone writes nothing: in a field that has taken the focus of a cell. */
function write(target: Element, { key = '', ctrlKey, metaKey }: KeyboardEventInit) {
  const field = document.activeElement
  if (key.length !== 1 || ctrlKey || metaKey || !isText(field) || !target.contains(field)) return
  const { value } = field
  const from = field.selectionStart ?? value.length
  const to = field.selectionEnd ?? value.length
  input(field, value.slice(0, from) + key + value.slice(to))
  field.setSelectionRange(from + 1, from + 1)
}

function click(target: Element) {
  // A fold has opened or closed by itself; pressed again, it does so from where it was.
  const fold = target.closest('summary')?.parentElement
  if (fold instanceof HTMLDetailsElement) fold.open = !fold.open
  if (target instanceof HTMLElement) target.click()
  else target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
}

/** Time to be drawn anew, and none for the reader to do more. */
const drawn = async () => {
  for (let turns = 0; turns < 4; turns++) await Promise.resolve()
}

const without = (acts: readonly EarlyAct[]) => {
  window.earlyActs = (window.earlyActs ?? []).filter((act) => !acts.includes(act))
}

/** Does in a part of the page, now that it listens, what the reader did there before; nothing typed is lost. */
export async function redoEarlyActs(part: HTMLElement) {
  part.dataset.waking = ''
  const acts = actsIn(part)
  without(acts)
  for (const { type, target, value, key } of acts) {
    if (!target.isConnected || target.closest('[inert]')) continue
    if (type === 'input') input(target, value)
    else if (type === 'click') click(target)
    else if (press(target, key)) {
      await drawn()
      write(target, key)
    }
    await drawn()
  }
  // What was done here just now was noted, too.
  without(actsIn(part))
  delete part.dataset.waking
  // For whoever has to wait until the part listens, as the tests do.
  part.dataset.awake = ''
}
