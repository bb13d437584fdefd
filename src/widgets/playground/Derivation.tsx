import { Choice, CopyText, Formula } from '@/figure'
import { alignedTex } from '@/topics/programs/aligned'
import type { Scene } from './model'
import { useAnswer } from './useAnswer'
import { Waiting } from './Waiting'
import { words } from './words'

type Props = { scene: Scene; source: string; known: boolean; onPick: (of: string) => void }

/** ∂L/∂of derived line by line: indices, then matrices. */
export function Derivation({ scene, source, known, onPick }: Props) {
  const { layer, of } = scene
  const answer = useAnswer('derivation', { source, of }, known)
  const options = layer ? layer.inputs.map(({ name }) => ({ value: name, label: name })) : []
  const chosen = options.some(({ value }) => value === of) ? of : ''
  return (
    <>
      <div className="needs-js">
        <Choice legend={words.by} options={options} value={chosen} onChange={onPick} />
      </div>
      <p className="playground-note">{words.steps(of)}</p>
      {answer.found && answer.fresh && (
        <div className="playground-bar needs-js">
          <CopyText text={alignedTex(answer.found.map(({ formula }) => formula))}>{words.copyTex}</CopyText>
          <CopyText text={answer.found.map(({ text }) => text).join('\n')}>{words.copyText}</CopyText>
        </div>
      )}
      <Waiting on={answer} />
      <ol className="playground-derivation" data-stale={answer.fresh ? undefined : ''}>
        {answer.found?.map(({ text, why, formula }) => (
          <li key={text}>
            <div className="playground-formula">
              {formula ? <Formula of={formula} /> : <code>{text}</code>}
            </div>
            <p>{why}</p>
          </li>
        ))}
      </ol>
    </>
  )
}
