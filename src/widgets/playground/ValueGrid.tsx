import { nth } from '@/autodiff'
import { TensorGrid } from '@/figure'
import { shapeText } from '@/plot/format'
import { badge, type Named } from './model'
import { words } from './words'

type Props = { of: Named; gradient?: boolean; onChange?: (offset: number, value: number) => void }

/** The numbers of a name, or of the gradient by it; of a large one the first. */
export function ValueGrid({ of, gradient = false, onChange }: Props) {
  const { name, role, window } = of
  const tensor = gradient ? of.gradient : of.value
  if (!tensor) return null
  const cut = window.some(({ count }, axis) => count < nth(tensor.shape, axis))
  return (
    <div className="playground-grid">
      <TensorGrid
        name={gradient ? words.gradient(name) : words.value(name)}
        label={gradient ? `∂L/∂${name}` : name}
        role={role}
        kind={gradient ? 'gradient' : 'value'}
        shape={tensor.shape}
        window={window}
        badge={badge(of)}
        value={(offset) => nth(tensor.data, offset)}
        {...(onChange && { onChange })}
      />
      {cut && <p className="playground-cut">{words.ofWindow(shapeText(tensor.shape))}</p>}
    </div>
  )
}
