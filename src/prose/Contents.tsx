import { useDrawing } from './drawing'
import { at } from './Link'

/** The chapters with what each is for; how far the reader got is filled in by the page. */
export const Contents = () => (
  <ol className="contents" aria-label="Chapters">
    {useDrawing().chapters.map(({ number, title, summary, shapes, path }) => (
      <li key={path}>
        <a href={at(path)}>
          <span className="contents-number">{number}</span>
          <span className="contents-title">{title}</span>
        </a>
        {shapes && <span className="contents-shapes">{shapes}</span>}
        <p>{summary}</p>
        <span className="read" data-read={path} />
      </li>
    ))}
  </ol>
)
