/** Markup from the server inside an island: what stands between a widget's tags in the text. */
export const StaticSlot = ({ html }: { html: string }) => (
  <div data-slotted="" dangerouslySetInnerHTML={{ __html: html }} />
)

// The page's policy asks for a TrustedHTML even where the markup is none.
const policy = globalThis.window?.trustedTypes?.createPolicy('nudge-empty', {
  createHTML: (html: string) => html,
})
const none = policy?.createHTML('') ?? ''

/**
 * The same in the browser, where the markup is never sent a second time: hydration leaves the server's nodes where they
 * are, and a figure that starts anew after an error gets them back.
 */
export const LastingSlot = ({ nodes }: { nodes: readonly Node[] }) => (
  <div
    data-slotted=""
    dangerouslySetInnerHTML={{ __html: none }}
    ref={(slot) => {
      if (slot && !slot.hasChildNodes()) slot.append(...nodes)
    }}
  />
)
