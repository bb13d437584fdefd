import type { Expression, Program } from 'estree'

function valueOf(node: Expression): unknown {
  switch (node.type) {
    case 'Literal':
      return node.value
    case 'UnaryExpression':
      return node.operator === '-' ? -Number(valueOf(node.argument)) : undefined
    case 'TemplateLiteral':
      return node.quasis.map(({ value }) => value.cooked).join('…')
    case 'ArrayExpression':
      return node.elements.map((each) => (each && each.type !== 'SpreadElement' ? valueOf(each) : undefined))
    case 'ObjectExpression':
      return Object.fromEntries(
        node.properties.flatMap((property) =>
          property.type === 'Property' && property.key.type === 'Identifier'
            ? [[property.key.name, valueOf(property.value as Expression)]]
            : [],
        ),
      )
    default:
      return undefined
  }
}

/** What an attribute in braces says, as far as it is written out. */
export function literal(program: Program | null | undefined): unknown {
  const [statement] = program?.body ?? []
  return statement?.type === 'ExpressionStatement' ? valueOf(statement.expression) : undefined
}
