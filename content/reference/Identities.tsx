import { Formula, readTex } from '@/figure/formula'
import { untranslated } from '@/plot/untranslated'
import { groupOf } from '@/topics/identities'
import { entryOf, type Entry, type Gradient } from '@/topics/identities/entry'
import { at } from '@/prose/Link'

const languages = { numpy: 'NumPy', torch: 'PyTorch', jax: 'JAX' } as const

const Set = ({ tex }: { tex: string }) => <Formula of={readTex(tex)} said />

/** The identities of one group, each worked out by the derivation engine while the page is drawn. */
const Identities = ({ of }: { of: string }) => (
  <div className="identities">
    {groupOf(of).of.map((identity) => (
      <Worked key={identity.name} {...entryOf(identity)} />
    ))}
  </div>
)

const Worked = ({ name, label, text, gradients }: Entry) => (
  <div className="identity">
    <div className="headed">
      <h3 id={name}>{label}</h3>
      <a
        className="anchor"
        id={`to-${name}`}
        href={`#${name}`}
        aria-label="Link to"
        aria-labelledby={`to-${name} ${name}`}
      />
    </div>
    <pre {...untranslated}>{text}</pre>
    <dl>
      {gradients.map((gradient) => (
        <By key={gradient.of} {...gradient} />
      ))}
    </dl>
    <div className="identity-ways">
      <a href={opened('playground', { program: text })}>
        Try it<span className="visually-hidden">: {label}</span>
      </a>
      <a href={opened('workbench', { layer: text, of: gradients[0]?.of ?? '' })}>
        Derive it<span className="visually-hidden">: {label}</span>
      </a>
    </div>
    <details>
      <summary>
        Code<span className="visually-hidden"> of {label}</span>
      </summary>
      {(['numpy', 'torch', 'jax'] as const).map((language) => (
        <Programs key={language} {...{ language, gradients }} />
      ))}
    </details>
  </div>
)

/** The address of a page whose figure starts with the program. */
const opened = (page: string, state: Readonly<Record<string, string>>) =>
  at(`/${page}/#${page}?${new URLSearchParams({ v: '1', ...state }).toString().replaceAll('+', '%20')}`)

/** The gradient by one input. */
const By = ({ of, matrices, indices, where, jacobian }: Gradient) => (
  <>
    <dt className="visually-hidden">By {of}</dt>
    <dd>
      {matrices !== undefined && <Set tex={matrices} />}
      <Set tex={indices} />
      {where.length > 0 && (
        <span className="identity-where">
          where{' '}
          {where.map((tex) => (
            <Set key={tex} tex={tex} />
          ))}
        </span>
      )}
      <span className="identity-jacobian">
        <Set tex={jacobian.tex} />{' '}
        <span>
          {jacobian.shape}, not zero: {jacobian.share}
        </span>
      </span>
    </dd>
  </>
)

const Programs = ({
  language,
  gradients,
}: {
  language: keyof typeof languages
  gradients: readonly Gradient[]
}) => (
  <>
    <h4>{languages[language]}</h4>
    <pre {...untranslated}>{gradients.map(({ code }) => code[language]).join('\n\n')}</pre>
  </>
)

export default Identities
