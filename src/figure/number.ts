/** What a reader may put into a cell: beyond this, sums of products stop being exact enough to read. */
export const largest = 1e6

export type Typed = { value: number } | { error: string }

/** A number as people type it (true minus, decimal comma, 1e-3), or a sentence that says what is wrong with it. */
export function parseNumber(text: string, min = -largest, max = largest): Typed {
  const clean = text
    .trim()
    .replace(/[−–]/g, '-')
    .replace(/^(-?\d+),(\d+)$/, '$1.$2')
  if (clean === '') return { error: 'The field is empty: type a number such as −0.5.' }
  const value = Number(clean)
  if (!/^[-+.\d]/.test(clean) || Number.isNaN(value))
    return { error: `“${text.trim()}” is not a number: write it like −0.5 or 1.2e3.` }
  if (value < min || value > max)
    return { error: `${text.trim()} is out of range: this field takes numbers from ${min} to ${max}.`.replace(/-/g, '−') }
  return { value: value === 0 ? 0 : value }
}

/** How far one key press or drag step moves a number: Shift is ten times coarser, Alt ten times finer. */
export const stepSize = (step: number, { shiftKey, altKey }: { shiftKey: boolean; altKey: boolean }) =>
  step * (shiftKey ? 10 : 1) * (altKey ? 0.1 : 1)

/** Keeps 0.1 + 0.2 at 0.3: rounds to a tenth of the smallest step, which no reader can have typed past by stepping. */
export const tidy = (value: number) => Number(value.toFixed(6)) + 0

export const clamp = (value: number, min: number, max: number) => Math.min(max, Math.max(min, value))
