// Where in the shown article a piece that was set aside had stood.
//
// The core tells it as a number of blocks before the piece. Most blocks are one element of the fragment each, but a
// block without anything to show is none, and a card with choices is two: so both lists are walked together.

/** The elements that a block of each type can become; a card is a paragraph and, with choices, a list. */
const NAMES = {
  paragraph: ['P'],
  heading: ['H2', 'H3', 'H4', 'H5', 'H6'],
  list: ['UL', 'OL'],
  quote: ['BLOCKQUOTE'],
  code: ['PRE'],
  table: ['TABLE'],
  formula: ['P'],
  image: ['FIGURE', 'P'],
  embed: ['P'],
  divider: ['HR'],
}

/**
 * For each number of blocks, from none to all of them, the element of `article` before which a piece there stood;
 * null for the end. Where `images` are `drop`, pictures leave their captions alone.
 */
export function placesOf(blocks, article, { images }) {
  let next = article.querySelector(':scope > header')?.nextElementSibling ?? article.firstElementChild
  const places = []
  for (const block of blocks) {
    places.push(next)
    if (!next || (images === 'drop' && isBlankWithoutPictures(block)) || !isShownAs(block, next)) continue
    next = next.nextElementSibling
    if (block.type === 'embed' && block.choices.length > 0 && next?.tagName === 'UL') next = next.nextElementSibling
  }
  return [...places, next]
}

function isShownAs(block, node) {
  if (!NAMES[block.type]?.includes(node.tagName)) return false
  // Of two paragraphs the first may be blank and thus not there.
  return !('content' in block) || node.tagName === 'FIGURE' || !isBlank(block.content)
}

function isBlank(content) {
  return content.every((part) => part.type === 'break' || (part.type === 'text' && !part.text.trim()))
}

/** Whether a block has nothing but pictures. */
function isBlankWithoutPictures(block) {
  if (block.type === 'image') return isBlank(block.caption)
  if (block.type === 'quote') return block.blocks.every(isBlankWithoutPictures)
  if (block.type === 'list') return block.items.flat().every(isBlankWithoutPictures)
  return 'content' in block && isBlank(block.content.filter(({ type }) => type !== 'image'))
}
