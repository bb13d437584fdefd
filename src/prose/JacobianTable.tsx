import { Formula, readTex } from '@/figure/formula'
import { operations, rowOf } from './operations'

const heads = ['operation', 'shape', 'one entry', 'not zero', 'what replaces it'] as const

/** The Jacobians of what networks are made of, a row each, derived while the page is drawn. */
export const JacobianTable = () => (
  <div className="jacobians scroll" role="group" tabIndex={0} aria-label="Jacobians of nine operations">
    <table>
      <thead>
        <tr>
          {heads.map((head) => (
            <th scope="col" key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {operations.map(rowOf).map(({ name, shape, entry, share, gradient }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td data-head="shape">{shape}</td>
            <td data-head="one entry">
              <Formula of={readTex(entry)} said />
            </td>
            <td data-head="not zero">{share}</td>
            <td data-head="what replaces it">
              <Formula of={readTex(gradient)} said />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
