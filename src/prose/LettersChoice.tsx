import { layerLetters, layouts, layoutNames, letterChoices as choices, letterNames as names } from '@/figure'

/** The two switches of a course's letters; the page's script listens to them (src/app/letters.ts). */
export const LettersChoice = () => (
  <div className="letters-choice needs-js">
    <label>
      {choices.layer}
      <select data-letters="layer" autoComplete="off">
        {layerLetters.map((name) => (
          <option key={name} value={name}>
            {names[name].equation}, {names[name].short}
          </option>
        ))}
      </select>
    </label>
    <label>
      {choices.jacobian}
      <select data-letters="jacobian" autoComplete="off">
        {layouts.map((name) => (
          <option key={name} value={name}>
            {layoutNames[name]}
          </option>
        ))}
      </select>
    </label>
  </div>
)
