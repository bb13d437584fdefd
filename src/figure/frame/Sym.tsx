import { untranslated } from '@/plot/untranslated'
import { parts, symText } from './symbol'

/** A symbol in a figure's sentence: `<Sym of="x.1.2" />` is x₁,₂ in its hue, and lights up with its cell. */
export function Sym({ of }: { of: string }) {
  const [key = ''] = of.split('|')
  const { letter } = parts(key)
  return (
    <span className={`sym ${letter === 'b' ? 'w' : letter}`} data-sym={key} {...untranslated}>
      {symText(of)}
    </span>
  )
}
