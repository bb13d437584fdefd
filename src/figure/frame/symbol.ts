import { entry } from '@/plot/format'

/** {x.1.2} in a sentence: a symbol's key; {w.1.2|W₂,₁} is that symbol under another name. */
export const marker = /\{([\w.]+(?:\|[^}]*)?)\}/g

/** A symbol's key taken apart: `dx.1.2` is the gradient of x at (1, 2). */
export const parts = (key: string) => {
  const [name = '', ...index] = key.split('.')
  const gradient = name.length === 2 && name.startsWith('d')
  return { gradient, letter: gradient ? name.slice(1) : name, index: index.map(Number) }
}

/** A symbol's key as text: `dx.1.2` is ∂L/∂x₁,₂. */
export function symText(marked: string): string {
  const [key = '', name] = marked.split('|')
  if (name !== undefined) return name
  const { gradient, letter, index } = parts(key)
  return (gradient ? '∂L/∂' : '') + entry(letter, ...index)
}

/** The same sentence for the ear. */
export const spoken = (text: string) => text.replace(marker, (_, key: string) => symText(key))
