import { useState } from 'react'
import { Choice, CopyText } from '@/figure'
import { untranslated } from '@/plot/untranslated'
import type { Scene } from './model'
import { gradientCheck, programText, unspeakable, type Language } from './python'
import { useAnswer } from './useAnswer'
import { Waiting } from './Waiting'
import { words } from './words'

const languages: readonly { value: Language; label: string }[] = [
  { value: 'numpy', label: 'NumPy' },
  { value: 'torch', label: 'PyTorch' },
  { value: 'jax', label: 'JAX' },
]

type Props = { scene: Scene; source: string; known: boolean }

/** Both passes as a program in three frameworks, with the reader's numbers and a check of every gradient. */
export function Code({ scene: { layer, inputs, arriving }, source, known }: Props) {
  const [language, setLanguage] = useState<Language>('numpy')
  const answer = useAnswer('passes', { source }, known)
  if (!layer) return null
  const odd = unspeakable([...layer.inputs, ...layer.steps].map(({ name }) => name))
  if (odd !== undefined) return <p>{words.unspeakable(odd)}</p>
  if (!arriving) return <p>{words.noNumbers}</p>
  const text =
    answer.found && answer.fresh ? programText(language, layer, answer.found, { inputs, arriving }) : ''
  const label = languages.find((one) => one.value === language)?.label ?? ''
  return (
    <>
      <p className="playground-note">{words.codeHolds}</p>
      <div className="playground-bar needs-js">
        <Choice legend={words.language} options={languages} value={language} onChange={setLanguage} />
        <CopyText text={text} primary>
          {words.copyProgram}
        </CopyText>
        <CopyText text={gradientCheck(layer).join('\n')}>{words.copyCheck}</CopyText>
      </div>
      <Waiting on={answer} />
      <pre
        className="playground-code"
        role="region"
        tabIndex={0}
        aria-label={words.programIn(label)}
        {...untranslated}
      >
        {text}
      </pre>
    </>
  )
}
