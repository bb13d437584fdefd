import { useDrawing } from './drawing'
import { at } from './Link'
import { Ref } from './Ref'

/** The pages for teachers, chapter by chapter, with the figures that they speak of. */
export function Lessons() {
  const { teaching } = useDrawing()
  return (
    <ol className="lessons" aria-label="Pages for teachers">
      {teaching.map(({ path, title, figures }) => (
        <li key={path}>
          <a href={at(path)}>{title}</a>
          <ul>
            {figures.map(({ figure, about }) => (
              <li key={figure}>
                <a href={`${at(path)}#on-${figure}`}>
                  <Ref to={figure} plain starts />
                </a>
                : {about}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
