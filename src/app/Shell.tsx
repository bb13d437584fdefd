import type { ReactNode } from 'react'
import { useDrawing } from '@/prose/drawing'
import { at } from '@/prose/Link'
import { browserList } from './browsers'
import { Earlier } from './Earlier'
import { chapters } from './pages'
import { Margin, Menu, Ways } from './Sections'

type Props = { path: string; number?: number; title: string; summary: string; children: ReactNode }

const name = ({ number, title }: { number?: number; title: string }) =>
  number ? `${number} · ${title}` : title

const Header = (page: Props) => (
  <header className="bar">
    <a className="skip" href="#text">
      Skip to the text
    </a>
    <a className="book" href={at('/')}>
      Nudge
    </a>
    {page.path !== '/' && <span className="here">{name(page)}</span>}
    <Menu chapter={page.number !== undefined} />
    <Ways />
    <SearchButton />
    <button type="button" id="theme" className="quiet needs-js">
      Theme<span>: system</span>
    </button>
    <div className="progress" id="progress" />
  </header>
)

const SearchButton = () => (
  <button
    type="button"
    id="search"
    className="quiet needs-js"
    aria-label="Search"
    title="Search: / or Ctrl K"
    aria-keyshortcuts="/ Control+K"
  >
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d="M10.5 10.5 15 15M12 6.5a5.5 5.5 0 1 1-11 0a5.5 5.5 0 0 1 11 0" />
    </svg>
  </button>
)

/** Shown by early.ts, by a class of the page, where the figures will not wake. */
const Unscripted = ({ path }: { path: string }) => (
  <>
    <p className="stored-notice if-old">
      This page is complete as it stands, but its figures need a newer browser: {browserList}, or newer.
    </p>
    <p className="stored-notice if-unscripted">
      The script of this page did not come, so its figures stand still.{' '}
      <a href={at(path)}>Load the page again</a>
    </p>
  </>
)

/** The chapters on either side, in reading order. */
function Neighbours({ path }: { path: string }) {
  const i = chapters.findIndex((chapter) => chapter.path === path)
  if (i < 0) return
  const [before, after] = [chapters[i - 1], chapters[i + 1]]
  return (
    <nav className="neighbours" aria-label="Chapters">
      {before && (
        <a rel="prev" href={at(before.path)}>
          <small>Previous</small> {name(before)}
        </a>
      )}
      {after && (
        <a rel="next" href={at(after.path)}>
          <small>Next</small> {name(after)}
        </a>
      )}
    </nav>
  )
}

/** The outward links of the page, for paper. */
function PrintedLinks() {
  const { links } = useDrawing()
  if (links.length === 0) return
  return (
    <ol className="print-only printed-links" aria-label="Links">
      {links.map((link) => (
        <li key={link}>{link}</li>
      ))}
    </ol>
  )
}

const Footer = () => (
  <footer className="foot">
    <p>
      After the CS231n handout <cite>Derivatives, Backpropagation, and Vectorization</cite> by Justin Johnson.
      Text <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>, code MIT.{' '}
      <a href={at('/workbench/')}>Workbench</a> · <a href={at('/playground/')}>Playground</a> ·{' '}
      <a href={at('/practice/')}>Practice</a> · <a href={at('/reference/')}>Reference</a> ·{' '}
      <a href={at('/notation/')}>Notation</a> · <a href={at('/errata/')}>Errata</a> ·{' '}
      <a href={at('/about/')}>About the book</a> · <a href={at('/teach/')}>For teachers</a> ·{' '}
      <a href={at('/print/')}>On paper</a> · <a href={at('/gallery/')}>All figures</a>
    </p>
  </footer>
)

/** What stands round every page. */
export const Shell = (page: Props) => (
  <>
    <Header {...page} />
    <p className="stored-notice" id="stored-notice" role="status" hidden />
    <Unscripted path={page.path} />
    {page.number !== undefined && <Margin />}
    <main
      id="text"
      className={page.number ? 'chapter' : 'front'}
      data-path={page.path}
      data-chapter={page.number}
    >
      {page.number && <p className="chapter-number">Chapter {page.number}</p>}
      {page.path !== '/' && <h1>{page.title}</h1>}
      <noscript>
        <p className="noscript">
          This page is complete as it stands. With JavaScript on, every number in its figures can be changed,
          and the derivations walk step by step.
        </p>
      </noscript>
      {page.children}
      {page.number && <Earlier path={page.path} number={page.number} />}
      <Neighbours path={page.path} />
      <PrintedLinks />
    </main>
    <Footer />
  </>
)
