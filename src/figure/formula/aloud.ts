type Words = string | ((...found: string[]) => string)
type Form = readonly [written: RegExp, said: Words]

const lowered = '₀₁₂₃₄₅₆₇₈₉'
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const indices: Readonly<Record<string, string>> = { ᵢ: 'i', ⱼ: 'j', ₖ: 'k', ₗ: 'l', ₘ: 'm', ₙ: 'n' }
const digit = (sign: string) => String(Math.max(lowered.indexOf(sign), raised.indexOf(sign)))
const index = (signs = '') =>
  [...signs].map((sign) => (lowered.includes(sign) ? digit(sign) : (indices[sign] ?? ' '))).join('')

const powers: Readonly<Record<string, string>> = { '2': ' squared', '3': ' cubed', T: ' transposed' }
const power = (exponent: string) => powers[exponent] ?? ` to the ${exponent.replace(/^[−-]/, 'minus ')}`

const functions: Readonly<Record<string, string>> = {
  sin: 'the sine',
  cos: 'the cosine',
  tan: 'the tangent',
  tanh: 'the hyperbolic tangent',
  exp: 'the exponential',
  log: 'the logarithm',
  sqrt: 'the square root',
  abs: 'the absolute value',
  max: 'the maximum',
  min: 'the minimum',
  relu: 'ReLU',
}

const greek = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  Δ: 'delta',
  δ: 'delta',
  ε: 'epsilon',
  θ: 'theta',
  λ: 'lambda',
  μ: 'mu',
  π: 'pi',
  σ: 'sigma',
  φ: 'phi',
} as const

/** How each thing that stands in a line of mathematics is said; the earlier ones first. */
export const forms = {
  'spaces that do not break': [/[\u00a0\u2003\u2009\u202f]/g, ' '],
  'a power of ten': [
    / × 10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/gu,
    (_, signs = '') =>
      ` times 10 to the ${[...signs].map((sign) => (sign === '⁻' ? 'minus ' : digit(sign))).join('')}`,
  ],
  'a list of indices': [
    /([\p{L}\p{N}])([₀-₉ᵢⱼₖₗₘₙ]+(?:,[₀-₉ᵢⱼₖₗₘₙ]+)*)/gu,
    (_, name = '', signs = '') => `${name} ${signs.split(',').map(index).join(' ')}`,
  ],
  'a raised number': [/(?<=[\p{L}\p{N})])([⁰¹²³⁴⁵⁶⁷⁸⁹])/gu, (_, sign = '') => power(digit(sign))],
  'e to the x': [/(?<=[\p{L}\p{N})])ˣ/gu, ' to the x'],
  transposed: [/\^\(⊤\)|[ᵀ⊤]|(?<=[\p{L})])\.T\b/gu, ' transposed'],
  'a power': [
    /\^ ?(?:\{?([−-]?[\p{L}\d.]+)\}?|\(([−-]?[\p{L}\d.]+)\))/gu,
    (_, plain, fenced) => power(plain ?? fenced ?? ''),
  ],
  'a power of more': [/\^/g, ' to the power of '],
  'a rate': [/∂ ?([^∂/]{1,9}?) ?\/ ?∂ ?/gu, 'd $1 by d '],
  differential: [/∂ ?/g, 'd '],
  gradient: [/∇ ?/g, 'the gradient of '],
  sum: [/[Σ∑]_? ?/gu, 'the sum over '],
  root: [/√ ?/g, 'the square root of '],
  'a letter of Greek': [
    /[αβγΔδεθλμπσφ]/gu,
    (sign) => ` ${(greek as Readonly<Record<string, string>>)[sign] ?? ''} `,
  ],
  infinity: [/∞/g, 'infinity'],
  'where it holds': [/\[([^[\]]*[<>=≤≥≠][^[\]]*)\]/g, '1 where $1 and 0 elsewhere'],
  'an absolute value': [/\|([^|]+)\|/g, 'the absolute value of $1'],
  'a function': [
    /\b(sin|cos|tanh?|exp|log|sqrt|abs|max|min|relu)\(([^()]*)\)/g,
    (_, name = '', of = '') => `${functions[name] ?? name} of ${of}`,
  ],
  'a number in brackets': [/\(([−-]?[\d.]+)\)/g, '$1'],
  'a shape': [/(?<!× )\((\d+(?: × \d+)*)\)(?! ×)/g, '$1'],
  entrywise: [/ ?⊙ ?/g, ' times, entry by entry, '],
  'outer product': [/ ?⊗ ?/g, ' outer product '],
  'at least': [/ ?(?:≥|>=) ?/g, ' is at least '],
  'at most': [/ ?(?:≤|<=) ?/g, ' is at most '],
  above: [/ ?> ?/g, ' is above '],
  below: [/ ?< ?/g, ' is below '],
  unequal: [/ ?≠ ?/g, ' is not '],
  about: [/ ?≈ ?/g, ' is about '],
  equals: [/ ?=+ ?/g, ' equals '],
  'comes to': [/ ?→ ?/g, ' comes to '],
  'sizes beside each other': [/ ?× ?/g, ' by '],
  times: [/ ?(?:[·⋅*@]) ?/g, ' times '],
  over: [/ ?\/ ?/g, ' over '],
  plus: [/ ?\+ ?/g, ' plus '],
  minus: [/ ?−+ ?|(?<!\p{L}{2})(?<!^)-|^-|-(?!\p{L}{2})/gu, ' minus '],
  'not known': [/(?<=^|\s)\?(?=$|[\s,])/g, 'unknown'],
  dots: [/ ?[…⋯] ?/g, ' and so on '],
  opening: [/[([{]/g, ' open bracket '],
  closing: [/[)\]}]/g, ' close bracket '],
  'a factor in front of a name': [/(\d)(?=\p{L})/gu, '$1 '],
  'an index of a typed name': [/(?<![\p{L}\d])([a-z])_?(?=\d)/gu, '$1 '],
  'the product of the book': [/\bxw\b/g, 'x w'],
  'what is not said': [/[^\p{Ll}\p{Lu}\p{M}\d\s.,:;'’-]/gu, ' '],
  spaces: [
    /\s+(?=[,;:.](?:\s|$))|\s+/g,
    (spaces, ...rest) =>
      /^[,;:.](?:\s|$)/.test(String(rest[1]).slice(Number(rest[0]) + spaces.length)) ? '' : ' ',
  ],
} satisfies Record<string, Form>

/** A line with mathematics in it as it is said: words, letters and numbers, and no sign that a voice would skip. */
export const aloud = (line: string): string =>
  Object.values<Form>(forms)
    .reduce((text, [written, said]) => text.replace(written, said as never), line)
    .trim()
