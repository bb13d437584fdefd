import { useDrawing } from './drawing'

/** What goes on paper, chosen; the page's script puts it together (src/app/print/). */
export function Paper() {
  const { chapters } = useDrawing()
  return (
    <>
      <form className="page-form needs-js" id="print">
        <label>
          What{' '}
          <select name="chapter">
            <option value="all">The whole book</option>
            {chapters.map(({ path, number, title }) => (
              <option key={path} value={path.replaceAll('/', '')}>
                {number} · {title}
              </option>
            ))}
          </select>
        </label>
        <label>
          Answers{' '}
          <select name="answers">
            <option value="">As usual</option>
            <option value="none">Without</option>
            <option value="here">Where they are asked for</option>
            <option value="end">At the end</option>
          </select>
        </label>
        <label>
          Paper{' '}
          <select name="paper">
            <option value="A4">A4</option>
            <option value="letter">Letter</option>
          </select>
        </label>
        <label>
          <input type="checkbox" name="hints" value="yes" /> With hints
        </label>
        <button type="submit" className="primary">
          Put it together
        </button>{' '}
        <button type="button" data-act="print" hidden>
          Print
        </button>
        <p role="status" />
      </form>
      <div id="printed" />
    </>
  )
}
