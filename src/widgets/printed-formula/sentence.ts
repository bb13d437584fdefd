import { num } from '@/plot/format'
import type { model } from './model'

/** What the reader sees when the printed formula meets these shapes. */
export function sentence({ printed, N, D, M }: ReturnType<typeof model>): string {
  const shapes = `{dy} is ${N}×${M} and {x} transposed is ${D}×${N}`
  switch (printed.kind) {
    case 'refused':
      return `${shapes}: ${M} columns meet ${D} ${D === 1 ? 'row' : 'rows'}, so the product does not exist. With {w} transposed, ${M}×${D}, it does.`
    case 'shape':
      return `Here M = D, so the product exists: ${N}×${N}. But {x} is ${N}×${D}, and its gradient must have that shape. It can't be right.`
    case 'values':
      return printed.off > 1e-9
        ? `Here N = D = M, and even the shape is right. The numbers are not: the worst entry is off by ${num(printed.off)}. No error message will tell you.`
        : `Here N = D = M, and on these numbers the two products happen to agree. Change any entry, and they part.`
  }
}
