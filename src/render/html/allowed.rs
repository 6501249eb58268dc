//! What HTML may come out: the one table.

/// Every element that [`Article::to_html`](crate::Article::to_html) can write, with its attributes.
///
/// `href` and `src` hold `https:`, `http:` and `mailto:` addresses, and `src` a path where pictures were given addresses
/// of the caller's own; in notes, `href` also leads to an `id` of the fragment itself.
///
/// For sanitizers that look at what they are given once more.
pub const ALLOWED_HTML: &[(&str, &[&str])] = &[
    ("article", &["lang"]),
    ("header", &[]),
    ("time", &["datetime"]),
    // Blocks.
    ("h1", &[]),
    ("h2", &[]),
    ("h3", &[]),
    ("h4", &[]),
    ("h5", &[]),
    ("h6", &[]),
    ("p", &[]),
    ("ul", &[]),
    ("ol", &["start"]),
    // `fn-…-1`, where a note stands; its number, if it is not the next.
    ("li", &["id", "value"]),
    ("blockquote", &[]),
    ("pre", &[]),
    ("hr", &[]),
    ("figure", &[]),
    ("figcaption", &[]),
    // The notes.
    ("section", &["role"]),
    ("table", &[]),
    ("thead", &[]),
    ("tbody", &[]),
    ("tr", &[]),
    ("th", &["colspan", "rowspan"]),
    ("td", &["colspan", "rowspan"]),
    // Text. `id` is `fnref-…-1`, where a note is called.
    ("a", &["href", "rel", "id", "role"]),
    (
        "img",
        &["src", "alt", "width", "height", "loading", "referrerpolicy"],
    ),
    ("br", &[]),
    // `language-…`
    ("code", &["class"]),
    // `math inline` and `math display`
    ("span", &["class"]),
    ("strong", &[]),
    ("em", &[]),
    ("del", &[]),
    ("u", &[]),
    ("mark", &[]),
    ("sup", &[]),
    ("sub", &[]),
];
