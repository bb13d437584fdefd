import { tooLong, useFormulaField } from '@/figure'
import { longestTyped, spell } from './model'

type Props = {
  label: string
  value: string
  /** Why the text can't be read, as a sentence; undefined if it can. */
  problemOf: (text: string) => string | undefined
  onChange: (text: string) => void
}

/** A field for several formulas, with commas between them. */
export function FormulaField({ problemOf, ...props }: Props) {
  const { field, beside } = useFormulaField({
    ...props,
    spell,
    problemOf: (text) => tooLong(text, longestTyped) ?? problemOf(text),
  })
  return (
    <>
      {field}
      {beside}
    </>
  )
}
