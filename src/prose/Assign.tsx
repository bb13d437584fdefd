const Field = ({ name, label, rows, note }: { name: string; label: string; rows: number; note?: string }) => (
  <div className="form-field">
    <label htmlFor={`set-${name}`}>{label}</label>
    {note && <small id={`set-${name}-note`}>{note}</small>}
    <textarea
      id={`set-${name}`}
      name={name}
      rows={rows}
      spellCheck="false"
      aria-describedby={note && `set-${name}-note`}
    />
  </div>
)

/** Where a teacher sets a question and a student answers it; the page's script does the rest (src/app/assign/). */
export const Assign = () => (
  <div className="needs-js" id="assign">
    <form className="page-form" data-part="answer" hidden>
      <p data-part="question" className="asked-question" />
      <p data-part="names" />
      <label>
        Your answer <input type="text" name="text" maxLength={200} autoComplete="off" autoCapitalize="none" />
      </label>
      <button type="submit" className="primary">
        Check
      </button>
      <p role="status" data-part="verdict" />
      <label>
        Your name <input type="text" name="name" maxLength={80} autoComplete="name" />
      </label>
      <div className="form-row">
        <button type="button" data-act="hand">
          Copy a link to hand in
        </button>{' '}
        <button type="button" data-act="save">
          Save a file to hand in
        </button>
      </div>
      <p role="status" data-part="handed" />
    </form>
    <form className="page-form" data-part="set">
      <Field name="question" label="The question" rows={3} />
      <Field name="answer" label="The right answer: a number, or a formula" rows={1} />
      <Field
        name="names"
        label="Names that a formula may use"
        rows={3}
        note="One a line with its shape, as dy: N×M. None for a number."
      />
      <Field
        name="wrong"
        label="Wrong answers that you expect"
        rows={3}
        note="One a line, each with what to say to it, as dy.T @ x | The right one, transposed."
      />
      <button type="submit" className="primary">
        Make the link
      </button>
      <p role="status" data-part="said" />
    </form>
    <form className="page-form" data-part="layer">
      <Field name="layer" label="Or a layer to derive, as a program" rows={4} />
      <label>
        Gradient by <input type="text" name="of" maxLength={12} autoComplete="off" />
      </label>
      <button type="submit">Make the link to the workbench</button>
      <p role="status" data-part="said" />
    </form>
  </div>
)

/** Where a teacher reads what was handed in. */
export const Answers = () => (
  <div className="needs-js" id="answers">
    <form className="page-form">
      <Field name="pile" label="Links that were handed in, one a line or as they come" rows={6} />
      <label>
        Files <input type="file" name="files" multiple accept=".txt,text/plain" />
      </label>
      <button type="submit" className="primary">
        Read them
      </button>
      <p role="status" data-part="said" />
    </form>
    <div data-part="rows" className="scroll" />
  </div>
)
