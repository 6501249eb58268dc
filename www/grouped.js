/** The `items` in lists by what `keyOf` gives of each, in a map in the order met. What `Map.groupBy` does in newer browsers. */
export function grouped(items, keyOf) {
  const groups = new Map()
  for (const item of items) {
    const key = keyOf(item)
    if (!groups.has(key)) groups.set(key, [])
    groups.get(key).push(item)
  }
  return groups
}
