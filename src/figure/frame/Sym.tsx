import { untranslated } from '@/plot/untranslated'
import { parts, symText } from './symbol'

/** A symbol in a figure's sentence: `<Sym of="x.1.2" />` is x₁,₂ in its hue, and lights up with its cell. */
export function Sym({ of }: { of: string }) {
  const { letter } = parts(of)
  return (
    <span className={`sym ${letter === 'b' ? 'w' : letter}`} data-sym={of} {...untranslated}>
      {symText(of)}
    </span>
  )
}
