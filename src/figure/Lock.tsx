import { skip } from './locks'

/** Stands over a figure's controls while they wait for a prediction; one press on Skip ends that. */
export const Lock = ({ figure, prediction }: { figure: string; prediction: string }) => (
  <div className="lock">
    <p>
      <span>
        These controls wait for <a href={`#${prediction}`}>your prediction</a>.
      </span>
      <button type="button" onClick={() => skip(figure)}>
        Skip
      </button>
    </p>
  </div>
)
