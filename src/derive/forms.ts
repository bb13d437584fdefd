import { fit, has } from './fit.ts'
import { lettersOf, scalarMat, transposeMat, type Mat, type MatLetters } from './mat.ts'
import { axisOf, type Axis, type Expr, type Index } from './tree.ts'

/** Divides by what has the letters of one of the factors there; what has those of none becomes a factor of its own. */
export function divided(tensors: readonly Mat[], by: readonly Mat[]): Mat[] {
  return by.reduce<Mat[]>(
    (list, below) => {
      const k = list.findIndex((m) => lettersOf(below).every((l) => has(m, l)))
      const over = (of: Mat): Mat => ({ op: 'over', of, by: fit(below, of.letters), letters: of.letters })
      if (k >= 0) return list.map((m, j) => (j === k ? over(m) : m))
      return [...list, { op: 'over', of: scalarMat(1), by: below, letters: below.letters }]
    },
    [...tensors],
  )
}

/** A sum along axes divided by their lengths is a mean. */
export function meanOf(m: Mat, below: readonly Expr[]): { mat: Mat; gone: readonly Expr[] } | undefined {
  if (m.op !== 'sum') return undefined
  const left = [...below]
  const gone = m.axes.flatMap((k) => {
    const dim = m.of.letters[k]?.dim
    const j = left.findIndex((f) => f.kind === 'size' && f.dim === dim)
    return j < 0 ? [] : left.splice(j, 1)
  })
  return gone.length === m.axes.length ? { mat: { ...m, op: 'mean' }, gone } : undefined
}

export const whereMat = (a: Index, b: Index): Mat => ({
  op: 'where',
  a,
  b,
  letters: [...new Map([...a.parts, ...b.parts].map((p) => [p.axis.id, p.axis])).values()],
})

export function deltaMat(a: Index, b: Index): Mat {
  const [one, two] = [axisOf(a), axisOf(b)]
  if (one && two) return { op: 'eye', dim: one.dim, letters: [one, two] }
  const [along, at] = one ? [one, b] : [two, a]
  if (!along || at.parts.length) return whereMat(a, b)
  // A row of the identity is 1 in one place.
  const eye: Mat = { op: 'eye', dim: along.dim, letters: [{ ...along, id: -1 }, along] }
  return { op: 'slots', of: eye, slots: [at.plus, ':'], letters: [along] }
}

export function einsum(all: readonly Mat[], target: readonly Axis[]): Mat {
  const names = new Map<number, string>()
  const taken = new Set<string>()
  const letter = (a: Axis): string => {
    const known = names.get(a.id)
    if (known) return known
    const name = [a.base, ...'ijklpqrsuvabcefgh'].find((l) => /^[a-z]$/.test(l) && !taken.has(l)) ?? 'z'
    names.set(a.id, name)
    taken.add(name)
    return name
  }
  // An axis of length 1 has no letter, so it goes first.
  const squeezed = all.map((m): Mat =>
    m.letters.includes(null)
      ? { op: 'slots', of: m, slots: m.letters.map((l) => (l ? ':' : 0)), letters: lettersOf(m) }
      : m,
  )
  const spec = `${squeezed.map((m) => lettersOf(m).map(letter).join('')).join(',')}->${target.map(letter).join('')}`
  return { op: 'einsum', spec, all: squeezed, letters: target }
}

/**
 * A matrix and a vector: the matrix first, as in A x; only a gradient stands before the matrix that it comes back
 * through where the layer has rows on the left, as in dy wᵀ.
 */
export function columns(a: Mat, b: Mat, letter: Axis): readonly Mat[] | undefined {
  const [vector, matrix] = a.letters.length === 1 ? [a, b] : [b, a]
  if (vector.letters.length !== 1 || matrix.letters.length !== 2) return undefined
  const second = matrix.letters[1]?.id === letter.id
  // A row on the left of its matrices stays one factor when it comes to stand on the right of others.
  const factors = (m: Mat): readonly Mat[] =>
    m.op === 'matmul' && m.all[0]?.letters.length !== 1 ? m.all : [m]
  const row = vector.op === 'matmul' ? vector.all[0] : vector
  const gradient = row?.op === 'name' && row.letters.length === 1 && row.name.startsWith('d')
  if (gradient && second)
    return [...(vector.op === 'matmul' ? vector.all : [vector]), ...factors(transposeMat(matrix))]
  return [...factors(second ? matrix : transposeMat(matrix)), ...factors(vector)]
}

/** The order of letters that two factors should be written in: as wanted if both have it, else as the first stands. */
export function orientation(a: Mat, b: Mat, want: MatLetters): MatLetters {
  const wanted = want.filter((l) => l && (has(a, l) || has(b, l)))
  const both = new Set([...lettersOf(a), ...lettersOf(b)].map(({ id }) => id))
  return wanted.length === both.size ? wanted : a.letters
}
