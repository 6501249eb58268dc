// As much of JSON Schema as src/npm/schema.json uses: a check of values against it, and its types in TypeScript.

/** What is wrong with a value, as `path: why` lines. */
export function problems(schema, value, root = schema, path = '$') {
  if (schema.$ref) return problems(lookUp(schema.$ref, root), value, root, path)
  if (schema.oneOf) {
    const found = schema.oneOf.map((one) => problems(one, value, root, path))
    if (found.filter((list) => list.length === 0).length === 1) return []
    // The closest is the one with the right `type`.
    return found.find((list) => !list.some((line) => line.startsWith(`${path}.type:`))) ?? [`${path}: fits none`]
  }
  if ('const' in schema) return value === schema.const ? [] : [`${path}: expected ${schema.const}`]
  if (schema.enum) return schema.enum.includes(value) ? [] : [`${path}: expected one of ${schema.enum}`]
  const types = [schema.type].flat()
  if (!types.includes(typeOf(value))) return [`${path}: expected ${types}, got ${typeOf(value)}`]
  if (value < schema.minimum || value > schema.maximum) return [`${path}: ${value} is out of bounds`]
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => problems(schema.items, item, root, `${path}[${index}]`))
  }
  if (typeOf(value) !== 'object') return []
  return [
    ...schema.required.filter((name) => !(name in value)).map((name) => `${path}.${name}: is missing`),
    ...Object.entries(value).flatMap(([name, part]) =>
      schema.properties[name]
        ? problems(schema.properties[name], part, root, `${path}.${name}`)
        : [`${path}.${name}: is not in the schema`],
    ),
  ]
}

/** The definitions of a schema as TypeScript. */
export function typeScript(schema) {
  return Object.entries(schema.$defs)
    .map(([name, definition]) => `export type ${name} = ${typeOfSchema(definition)}\n`)
    .join('')
}

function typeOfSchema(schema) {
  if (schema.$ref) return schema.$ref.replace('#/$defs/', '')
  if (schema.oneOf) return schema.oneOf.map(typeOfSchema).join(' | ')
  if ('const' in schema) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  const names = {
    array: () => `Array<${typeOfSchema(schema.items)}>`,
    integer: () => 'number',
    object: () =>
      `{ ${Object.entries(schema.properties)
        .map(([name, part]) => `${name}${schema.required.includes(name) ? '' : '?'}: ${typeOfSchema(part)}`)
        .join('; ')} }`,
  }
  return [schema.type]
    .flat()
    .map((type) => names[type]?.() ?? type)
    .join(' | ')
}

function typeOf(value) {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return Number.isInteger(value) ? 'integer' : typeof value
}

const lookUp = (ref, root) => root.$defs[ref.replace('#/$defs/', '')]
