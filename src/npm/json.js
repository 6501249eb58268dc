/** An article in JSON, as the native command writes it. */
export function jsonOf({ markdown, html, document, text, fileName, ...facts }) {
  // So that a script may hold it as it is, and a terminal show it.
  const json = JSON.stringify(facts, null, 2).replaceAll('</', '<\\/').replaceAll('<!', '\\u003c!')
  return `${json.replace(/[\x7f-\x9f]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`)}\n`
}
