// A drawing of how time and memory grow: two panels, both axes logarithmic, so that what is linear is a straight line
// of the slope of the grid's diagonal.

const panel = { width: 400, height: 300, left: 70, top: 40 }
const colours = ['#07834b', '#b45309']

const panels = [
  { title: 'time of clean, WebAssembly in Node', of: (point) => point.ms, unit: 'ms', from: -1, to: 5 },
  { title: 'peak memory of the instance', of: (point) => point.memory / 1e6, unit: 'MB', from: 0, to: 4 },
]
const across = { from: 4, to: 8 }

/** An SVG of `lines`: `{ name, points: [{ bytes, ms, memory }] }`. */
export function chart(lines) {
  const width = panels.length * (panel.width + panel.left) + 20
  const height = panel.top + panel.height + 70
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13">
<title>Time and memory of clean by the size of the page</title>
<rect width="${width}" height="${height}" fill="#fff"/>
${panels.map((each, index) => drawn(each, lines, index * (panel.width + panel.left) + panel.left)).join('\n')}
${lines.map(({ name }, index) => legend(name, index, height - 14)).join('\n')}
</svg>
`
}

function drawn({ title, of, unit, from, to }, lines, left) {
  const x = (value) => round(left + ((Math.log10(value) - across.from) / (across.to - across.from)) * panel.width)
  const y = (value) => round(panel.top + panel.height - ((Math.log10(value) - from) / (to - from)) * panel.height)
  const [right, bottom] = [left + panel.width, panel.top + panel.height]
  const parts = [`<text x="${left}" y="${panel.top - 14}" font-weight="bold">${title}</text>`]
  for (let power = across.from; power <= across.to; power++) {
    const at = x(10 ** power)
    parts.push(`<path d="M${at} ${panel.top}V${bottom}" stroke="#ddd"/>`)
    parts.push(`<text x="${at}" y="${bottom + 18}" text-anchor="middle">${size(10 ** power)}</text>`)
  }
  for (let power = from; power <= to; power++) {
    const at = y(10 ** power)
    parts.push(`<path d="M${left} ${at}H${right}" stroke="#ddd"/>`)
    parts.push(`<text x="${left - 6}" y="${at + 4}" text-anchor="end">${10 ** power} ${unit}</text>`)
  }
  lines.forEach(({ points }, index) => {
    const path = points.map((point) => `${x(point.bytes)},${y(of(point))}`).join(' ')
    parts.push(`<polyline points="${path}" fill="none" stroke="${colours[index]}" stroke-width="2"/>`)
  })
  return parts.join('\n')
}

function legend(name, index, y) {
  const x = panel.left + index * panel.width
  const line = `<path d="M${x} ${y - 4}h24" stroke="${colours[index]}" stroke-width="2"/>`
  return `${line}\n<text x="${x + 30}" y="${y}">${name}</text>`
}

const size = (bytes) => (bytes < 1e6 ? `${bytes / 1e3} KB` : `${bytes / 1e6} MB`)
const round = (value) => Math.round(value * 10) / 10
