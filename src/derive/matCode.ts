import { functions, type Spelling } from './functions.ts'
import { someMat, type Mat } from './mat.ts'
import type { Axis, Dim, Index } from './tree.ts'

export type Framework = keyof Spelling

/** How a framework is told what NumPy calls np, axis and keepdims. */
const dialects: Readonly<
  Record<Framework, { readonly np: string; readonly axis: string; readonly keep: string }>
> = {
  numpy: { np: 'np', axis: 'axis', keep: 'keepdims' },
  torch: { np: 'torch', axis: 'dim', keep: 'keepdim' },
  jax: { np: 'jnp', axis: 'axis', keep: 'keepdims' },
}

/** Prints matrix expressions as code; `size` says where a length is read off, such as x.shape[0]. */
export class Code {
  constructor(
    private readonly framework: Framework,
    private readonly size: (dim: Dim) => string,
  ) {}

  private get np(): string {
    return dialects[this.framework].np
  }

  of(m: Mat): string {
    // PyTorch neither adds what is true or false nor multiplies matrices of it.
    return this.framework === 'torch' && isTest(m) ? `${this.plain(m)}.to(dy.dtype)` : this.plain(m)
  }

  private plain(m: Mat): string {
    const part = (one: Mat): string => (tight(one) ? this.of(one) : `(${this.of(one)})`)
    switch (m.op) {
      case 'num':
        return String(m.value)
      case 'size':
        return this.size(m.dim)
      case 'name':
        return m.name
      case 'T':
        return m.letters.length === 2 ? `${part(m.of)}.T` : this.swapped(this.of(m.of))
      case 'permute':
        return this.framework === 'torch'
          ? `torch.permute(${this.of(m.of)}, (${m.order.join(', ')}))`
          : `${this.np}.transpose(${this.of(m.of)}, (${m.order.join(', ')}))`
      case 'matmul':
        return m.all.map(part).join(' @ ')
      case 'times':
        return this.times(m.all.map((one) => [one, this.factor(one, m.all)] as const))
      case 'plus':
        return m.all
          .map((term) => this.of(term))
          .join(' + ')
          .replaceAll(' + -', ' - ')
      case 'over':
        return `${m.of.op === 'times' ? this.of(m.of) : part(m.of)} / ${part(m.by)}`
      case 'pow':
        return `${part(m.of)} ** ${part(m.power)}`
      case 'call':
        return this.call(m.fn, m.all)
      case 'sum':
      case 'mean':
      case 'max':
      case 'logsumexp':
        return this.reduction(m)
      case 'softmax':
        return this.softmax(m.of, m.axis)
      case 'slots':
        return `${part(m.of)}[${m.slots.map((s) => (s === null ? 'None' : String(s))).join(', ')}]`
      case 'einsum':
        return `${this.np}.einsum('${m.spec}', ${m.all.map((one) => this.of(one)).join(', ')})`
      case 'outer':
        return `${this.np}.outer(${this.of(m.left)}, ${this.of(m.right)})`
      case 'diag':
      case 'trace':
        return `${this.np}.${m.op}(${this.of(m.of)})`
      case 'ones':
        return `${this.np}.ones_like(${m.like})`
      case 'eye':
        return `${this.np}.eye(${this.size(m.dim)}${this.framework === 'torch' ? ', dtype=dy.dtype' : ''})`
      case 'where':
        return this.where(m.letters as readonly Axis[], [m.a, m.b])
    }
  }

  /** Beside numbers, a test is a number too. */
  private factor(one: Mat, all: readonly Mat[]): string {
    const beside = all.some((other) => other.letters.length > 0 && !isTest(other))
    if (isTest(one) && beside) return this.plain(one)
    return tight(one) ? this.of(one) : `(${this.of(one)})`
  }

  private times(all: readonly (readonly [Mat, string])[]): string {
    const value = all.reduce((product, [m]) => product * (m.op === 'num' ? m.value : 1), 1)
    const others = all.flatMap(([m, text]) => (m.op === 'num' ? [] : [text]))
    const number = Math.abs(value) === 1 && others.length ? [] : [String(Math.abs(value))]
    return (value < 0 ? '-' : '') + [...number, ...others].join(' * ')
  }

  private swapped(of: string): string {
    return this.framework === 'torch' ? `torch.swapaxes(${of}, -1, -2)` : `${this.np}.swapaxes(${of}, -1, -2)`
  }

  private call(fn: string, all: readonly Mat[]): string {
    const spelling = functions[fn]?.code?.[this.framework]
    const [first] = all
    const args = all.map((one) => (one === first && fn === 'where' ? this.plain(one) : this.of(one)))
    // A length is a plain number, which torch.sqrt does not take.
    if (fn === 'sqrt' && first && !someMat(first, ({ op }) => op === 'name'))
      return `(${tight(first) ? args[0] : `(${args[0]})`} ** 0.5)`
    if (!spelling) return this.named(fn, args)
    if (fn === 'where' && first && isTest(first)) return `${this.np}.where(${args.join(', ')})`
    return spelling.replace(/\$(\d)/g, (_, k: string) => {
      const one = all[Number(k) - 1]
      return one
        ? tight(one) || (spelling.includes(`($${k}`) && !spelling.includes(' '))
          ? this.of(one)
          : `(${this.of(one)})`
        : ''
    })
  }

  private named(fn: string, args: readonly string[]): string {
    // torch.maximum takes tensors alone.
    const tensors = this.framework === 'torch' && /^(maximum|minimum)$/.test(fn)
    const given = tensors
      ? args.map((arg) => (/^-?[\d.]+$/.test(arg) ? `torch.tensor(${arg}, dtype=dy.dtype)` : arg))
      : args
    return `${this.np}.${fn}(${given.join(', ')})`
  }

  private reduction(m: Extract<Mat, { op: 'sum' | 'mean' | 'max' | 'logsumexp' }>): string {
    const { axis, keep } = dialects[this.framework]
    const all = m.axes.length === m.of.letters.length && !m.keep
    const axes = m.axes.length === 1 ? String(m.axes[0]) : `(${m.axes.join(', ')})`
    const where = `${all && m.op !== 'logsumexp' ? '' : `, ${axis}=${axes}`}${m.keep ? `, ${keep}=True` : ''}`
    const of = this.of(m.of)
    if (m.op === 'logsumexp') {
      if (this.framework === 'numpy') return `np.logaddexp.reduce(${of}${where})`
      return this.framework === 'torch' ? `torch.logsumexp(${of}${where})` : `jax.nn.logsumexp(${of}${where})`
    }
    return `${this.np}.${m.op === 'max' && this.framework === 'torch' ? 'amax' : m.op}(${of}${where})`
  }

  private softmax(of: Mat, axis: number): string {
    const inner = this.of(of)
    if (this.framework === 'torch') return `torch.softmax(${inner}, dim=${axis})`
    if (this.framework === 'jax') return `jax.nn.softmax(${inner}, axis=${axis})`
    return `np.exp(${inner} - np.logaddexp.reduce(${inner}, axis=${axis}, keepdims=True))`
  }

  /** 1.0 where two indices are the same place. */
  private where(letters: readonly Axis[], pair: readonly Index[]): string {
    const place = (index: Index): string => {
      const parts = index.parts.map(({ axis, sign }, k) => {
        const k0 = letters.findIndex(({ id }) => id === axis.id)
        const slots = letters.map((_, j) => (j === k0 ? ':' : 'None')).join(', ')
        return `${sign < 0 ? '-' : k ? '+ ' : ''}${this.np}.arange(${this.size(axis.dim)})${letters.length > 1 ? `[${slots}]` : ''}`
      })
      const plus = index.plus || !parts.length ? [`${parts.length ? '+ ' : ''}${index.plus}`] : []
      return [...parts, ...plus].join(' ')
    }
    const [a, b] = pair.map(place)
    // What is true or false becomes a number of the kind that is computed with.
    return `(${a ?? ''} == ${b ?? ''})${this.framework === 'torch' ? '.to(dy.dtype)' : ' * 1.0'}`
  }
}

const isTest = (m: Mat): boolean => m.op === 'call' && /^(step|greater|equal)$/.test(m.fn)

/** Whether it binds more tightly than any operator around it. */
function tight(m: Mat): boolean {
  if (m.op === 'num') return m.value >= 0
  if (m.op === 'call') return true
  return [
    'name',
    'sum',
    'mean',
    'max',
    'logsumexp',
    'softmax',
    'slots',
    'einsum',
    'outer',
    'ones',
    'eye',
    'diag',
    'trace',
    'permute',
    'T',
    'size',
  ].includes(m.op)
}
