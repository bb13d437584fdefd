import { entry } from '@/plot/format'

const parts = (key: string) => {
  const [name = '', ...index] = key.split('.')
  const gradient = name.length === 2 && name.startsWith('d')
  return { gradient, letter: gradient ? name.slice(1) : name, index: index.map(Number) }
}

/** A symbol's key as text: `dx.1.2` is ∂L/∂x₁,₂. */
export function symText(key: string): string {
  const { gradient, letter, index } = parts(key)
  return (gradient ? '∂L/∂' : '') + entry(letter, ...index)
}

/** A symbol in a figure's sentence: `<Sym of="x.1.2" />` is x₁,₂ in its hue, and lights up with its cell. */
export function Sym({ of }: { of: string }) {
  const { letter } = parts(of)
  return (
    <span className={`sym ${letter === 'b' ? 'w' : letter}`} data-sym={of}>
      {symText(of)}
    </span>
  )
}
