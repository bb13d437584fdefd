import type { ComponentProps } from 'react'
import { untranslated } from '@/plot/untranslated'

/** A listing; one that is too wide scrolls, so the keyboard has to reach it. */
export const Code = (props: ComponentProps<'pre'>) => (
  <pre role="group" aria-label="Code" tabIndex={0} {...untranslated} {...props} />
)
