/** What the browser keeps for the reader, to be carried elsewhere or cleared; the page's script fills it (src/app/kept/). */
export const Kept = () => (
  <div className="needs-js kept" id="kept">
    <p>
      <output aria-label="Kept so far" />
    </p>
    <p>
      <button type="button" data-act="save">
        Save to a file
      </button>{' '}
      <button type="button" data-act="take">
        Take from a file
      </button>{' '}
      <button type="button" data-act="clear">
        Clear all of it
      </button>{' '}
      <button type="button" data-act="undo" hidden>
        Undo
      </button>
    </p>
    <p role="status" className="kept-said" />
  </div>
)
