import { memo } from 'react'
import { same } from '@/plot/same'

type Option = { readonly value: string | number; readonly name: string | number }

/** What a list offers. */
export const Options = memo(
  ({ of }: { of: readonly Option[] }) =>
    of.map(({ value, name }) => (
      <option key={value} value={value}>
        {name}
      </option>
    )),
  same,
)
