import { LettersChoice } from '@/prose/LettersChoice'
import { at } from '@/prose/Link'

/** Stands for the list of a page's sections until the page is drawn and its headings are known. */
export const sectionsMark = '\u0002sections\u0002'

/** What the header leads to, beside the front page. */
const ways = [
  { path: '/', name: 'Chapters' },
  { path: '/practice/', name: 'Practice' },
  { path: '/workbench/', name: 'Workbench' },
  { path: '/playground/', name: 'Playground' },
  { path: '/reference/', name: 'Reference' },
  { path: '/notation/', name: 'Notation' },
  { path: '/errata/', name: 'Errata' },
]

export const Ways = () => (
  <nav className="ways" aria-label="The book">
    {ways.map(({ path, name }) => (
      <a key={path} href={at(path)}>
        {name}
      </a>
    ))}
  </nav>
)

/** Where there is no room beside the text: a list that unfolds from the header, without a script too. */
export const Menu = ({ chapter }: { chapter: boolean }) => (
  <details className={chapter ? 'menu' : 'menu front-menu'} id="menu">
    <summary>{chapter ? 'Contents' : 'Book'}</summary>
    <div className="menu-panel">
      {chapter && <LettersChoice />}
      {chapter && (
        <nav aria-label="Sections of this chapter" className="sections">
          {sectionsMark}
        </nav>
      )}
      <Ways />
    </div>
  </details>
)

/** Beside the text, on a wide screen. */
export const Margin = () => (
  <nav aria-label="Sections" className="sections in-margin">
    {sectionsMark}
    <LettersChoice />
  </nav>
)

/** A drawn page with its own sections in the places that wait for them. */
export function withSections(html: string, sections: readonly { id: string; text: string }[]): string {
  const items = sections.map(({ id, text }) => `<li><a href="#${id}">${text}</a></li>`).join('')
  return html.replaceAll(sectionsMark, items && `<ol>${items}</ol>`)
}
