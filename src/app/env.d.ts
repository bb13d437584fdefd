declare module 'virtual:katex-styles.css'

declare module '*.mdx' {
  import type { MDXContent } from 'mdx/types'
  const Content: MDXContent
  export default Content
}

/** Code cut from a file by name: scripts/vite/listing.ts. */
declare module 'virtual:listing/*' {
  import type { Token } from '@/plot/code'
  export const first: number
  const lines: readonly (readonly Token[])[]
  export default lines
}
