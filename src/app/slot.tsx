/** Markup from the server inside an island. The browser passes '' and React leaves what is there. */
export const StaticSlot = ({ html }: { html: string }) => (
  <div suppressHydrationWarning dangerouslySetInnerHTML={{ __html: html }} />
)
