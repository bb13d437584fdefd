import { programs } from './programs'

/** The two programs that are timed, side by side. */
export const Code = ({ of }: { of: string }) => (
  <div className="loops-code">
    {programs.map(({ title, text }) => (
      <div key={title}>
        <p className="loops-title">{title}</p>
        <pre role="region" tabIndex={0} aria-label={`${title}, the program of ${of}`}>
          <code>{text}</code>
        </pre>
      </div>
    ))}
  </div>
)
