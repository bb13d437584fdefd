import { serve } from '@/figure/pure'
import type { Damage } from './damage'
import { report } from './model'

const calls = {
  check: ({ name, damage }: { name: string; damage: Damage }) => report(name, damage, 2),
}
export type Calls = typeof calls
serve(calls)
