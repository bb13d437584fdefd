import type { Plugin } from 'vite'

// The alias `@` may have been resolved before this plugin is asked.
const view = /^(?:@|\/src)\/widgets\/([\w-]+)\/View$/
const prefix = '\0island:'
/** Vite's own loader of modules, in every page: what it asks for ahead, the page's list of scripts has (head.ts). */
const preloader = '\0vite/preload-helper.js'

/**
 * A chapter imports a widget's `View` as it is, so that its props are checked and an editor can follow it. At build
 * time what the chapter gets is an island: the widget drawn as HTML, with what it takes to wake it in the browser.
 */
export function asIslands(): Plugin {
  return {
    name: 'nudge:as-islands',
    enforce: 'pre',
    resolveId(source, importer) {
      const name = view.exec(source)?.[1]
      if (name && importer?.endsWith('.mdx')) return prefix + name
    },
    load(id) {
      if (id === preloader) return 'export const __vitePreload = (load) => load()'
      if (!id.startsWith(prefix)) return
      const name = id.slice(prefix.length)
      return `import View from '/src/widgets/${name}/View.tsx'
import { island } from '/src/app/island.tsx'
export default island(${JSON.stringify(name)}, View)`
    },
  }
}
