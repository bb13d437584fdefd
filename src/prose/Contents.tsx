import { useDrawing } from './drawing'
import { at } from './Link'

/** The chapters with what each is for; how far the reader got is filled in by the page. */
export function Contents() {
  const { chapters, picture } = useDrawing()
  return (
    <ol className="contents" aria-label="Chapters">
      {chapters.map(({ number, title, summary, shapes, path }) => (
        <li key={path}>
          <a href={at(path)}>
            <span className="contents-number">{number}</span>
            <span className="contents-title">{title}</span>
          </a>
          {picture(path)}
          {shapes && <span className="contents-shapes">{shapes}</span>}
          <p>{summary}</p>
          <span className="read" data-read={path} />
        </li>
      ))}
    </ol>
  )
}
