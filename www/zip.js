// Packs files into one ZIP. The library is loaded when it is asked for.

/** Long enough to get somewhere, short enough that nobody notices, in milliseconds. */
const BREATH = 40

/** Packs files, each a name and a blob, and resolves to a blob. */
export async function pack(files) {
  const { Zip, ZipDeflate } = await import('./vendor/fflate.js')
  const parts = []
  const zip = new Zip((error, part) => {
    if (error) throw error
    parts.push(part)
  })
  let last = performance.now()
  for (const [name, content] of files) {
    const file = new ZipDeflate(name, { level: 6 })
    zip.add(file)
    file.push(new Uint8Array(await content.arrayBuffer()), true)
    if (performance.now() - last > BREATH) {
      await new Promise((resolve) => setTimeout(resolve))
      last = performance.now()
    }
  }
  zip.end()
  return new Blob(parts, { type: 'application/zip' })
}

/** The names and contents of the good ones of a queue's `items`, in the `formats` given by their endings: two articles of the same name are told apart by a number. */
export function namedFiles(items, formats) {
  const taken = new Set()
  return items
    .filter(({ state }) => state === 'good')
    .flatMap(({ fileName, contents }) => {
      let name = fileName
      // Some file systems do not tell capitals from small letters.
      for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${fileName}-${number}`
      taken.add(name.toLowerCase())
      return formats.map((ending) => [`${name}.${ending}`, contents[ending]])
    })
}
