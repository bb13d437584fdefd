/** The box that lets figures wait for predictions, or not; the page's script listens to it (src/app/kept/index.ts). */
export const Waiting = () => (
  <p className="needs-js">
    <label className="wait-choice">
      <input type="checkbox" id="wait" defaultChecked /> Let figures wait for my predictions
    </label>
  </p>
)
