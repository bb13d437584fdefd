import type { Plugin } from 'vite'

const swaps: Record<string, string> = {
  react: 'preact/compat',
  'react-dom': 'preact/compat',
  'react-dom/client': 'preact/compat/client',
  'react/jsx-runtime': 'preact/jsx-runtime',
}

/**
 * The book is written in React and prerendered by it; what wakes the figures in a reader's browser is Preact, which
 * does the same in a seventh of the bytes. Only the browser's production build is swapped, the one that e2e runs on.
 */
export function preact(): Plugin {
  return {
    name: 'nudge:preact',
    enforce: 'pre',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    async resolveId(source, importer) {
      const swap = swaps[source]
      return swap ? this.resolve(swap, importer, { skipSelf: true }) : undefined
    },
  }
}
