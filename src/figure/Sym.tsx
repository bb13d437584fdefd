import { entry } from '@/plot/format'

/** A symbol in a figure's sentence: `<Sym of="x.1.2" />` is x₁,₂ in its hue, and lights up with its cell. */
export function Sym({ of }: { of: string }) {
  const [name = '', ...index] = of.split('.')
  const gradient = name.length === 2 && name.startsWith('d')
  const letter = gradient ? name.slice(1) : name
  const text = entry(letter, ...index.map(Number))
  return (
    <span className={`sym ${letter === 'b' ? 'w' : letter}`} data-sym={of}>
      {gradient ? `∂L/∂${text}` : text}
    </span>
  )
}
