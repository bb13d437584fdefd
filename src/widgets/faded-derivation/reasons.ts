import { entryOf } from '@/autodiff'
import { entry, num } from '@/plot/format'
import { sliceBy } from '@/topics/linear-layer/model'
import { layerOf, type Blank, type Faded, type options } from './blanks'

export type Verdict = { right: boolean; says: string }
export const yes = (says: string): Verdict => ({ right: true, says: `Yes: ${says}` })
export const no = (says: string): Verdict => ({ right: false, says })

/** One reason for each choice of each blank but the last two. The numbers in them are the reader's. */
export function reasons(of: Faded): {
  [B in Exclude<Blank, 'left' | 'right'>]: Record<(typeof options)[B][number], Verdict>
} {
  const layer = layerOf(of)
  const [N, D, M] = [layer.x.length, layer.w.length, layer.w[0]?.length ?? 0]
  const weight = entry('w', of.d, of.m)
  const rate = entryOf(sliceBy(layer, 'w', of.d - 1, of.m - 1), 0, of.m - 1)
  const noRow = (name: string, i: string, most: number, rows: number) =>
    most > rows ? ` ${name} has ${rows} rows, and ${i} goes up to ${most}.` : ''
  const absent = 'There is no w in line 4. Only x and ∂L/∂y can be in the product.'
  const fixed = (i: string) =>
    no(
      `Wrong axis: ${i} is fixed, it names the weight. What varies is n, the row of y that the nudge reaches; without the sum, n would be left over.`,
    )
  return {
    moves: {
      'x[n,d]': yes(`y[n,m] contains this weight once, multiplied by x[n,d].`),
      'x[d,n]': no(
        `Index order: x is N × D, so n comes first.${noRow('x', 'd', D, N)} x[d,n] is input n of example d.`,
      ),
      'w[d,m]': no(
        `That is the weight itself, ${num(entryOf(layer.w, of.d - 1, of.m - 1))} for ${weight}. How far y moves is what multiplies it: raise ${weight} by 1, and ${entry('y', 1, of.m)} moves by ${num(rate)}.`,
      ),
      'dy[n,m]': no(
        'That is how L moves with y, and line 4 brings it in. Here the question is how y moves with w.',
      ),
    },
    over: {
      n: yes('the weight reaches column m in each row n, so the batch is summed.'),
      d: fixed('d'),
      m: fixed('m'),
    },
    dyAt: {
      'n,m': yes('row n, column m, which is where the nudge arrives.'),
      'm,n': no(`Index order: ∂L/∂y is N × M, so n comes first.${noRow('∂L/∂y', 'm', M, N)}`),
      'd,m': no('Wrong axes: ∂L/∂y has the shape of y, N × M. It has no axis d.'),
    },
    xAt: {
      'n,d': yes('the same x[n,d] as in line 3.'),
      'd,n': no(`Index order: x is N × D, so n comes first.${noRow('x', 'd', D, N)}`),
    },
    row: {
      'd.xT': yes(`column d of x, laid down: ${N} numbers, one for each example.`),
      'n.x': no(
        `Wrong axis: row n of x is one example with all its inputs, ${D} numbers. The sum needs one input of all examples, ${N} numbers.`,
      ),
      'd.x': no(
        `Wrong axis: row d of x is example d with all its inputs. The sum needs column d of x, laid down as a row.`,
      ),
      'd.w': no(absent),
    },
    column: {
      'm.dy': yes(`${N} numbers, one for each example, to meet the ${N} of the row.`),
      'n.dy': no('Wrong axis: n is the index that is summed. It cannot also name a column.'),
      'm.dyT': no(
        `Layout: the columns of (∂L/∂y)ᵀ are examples, with ${M} numbers each. The row to meet has ${N}.`,
      ),
      'm.w': no(absent),
    },
  }
}
