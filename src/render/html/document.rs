//! A document of its own around the fragment.

use crate::address;
use crate::article::Article;

use super::{attribute, escape, lang};

/// Enough to read by, in light and dark.
const STYLE: &str = "\
:root { color-scheme: light dark; }
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1.0625rem/1.75 system-ui, sans-serif; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { line-height: 1.35; }
header p { opacity: 0.7; }
img { max-width: 100%; height: auto; }
figure { margin: 1.5rem 0; }
figcaption { font-size: 0.875em; opacity: 0.7; }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 0.2rem solid; }
pre { padding: 1rem; overflow: auto; border: 1px solid; line-height: 1.5; }
table { border-collapse: collapse; }
section { margin-top: 2rem; border-top: 1px solid; font-size: 0.875em; }
th, td { padding: 0.3rem 0.6rem; border: 1px solid; }
";

/// Writes an article as a document around its `fragment`.
pub(in crate::render) fn document(article: &Article, fragment: &str) -> String {
    let page = &article.page;
    let mut out = format!(
        "<!DOCTYPE html>\n<html{}>\n<head>\n<meta charset=\"utf-8\">\n",
        lang(article)
    );
    out.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    // WeChat's picture host refuses requests that come from elsewhere.
    out.push_str("<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
    escape(page.title.trim(), &mut out);
    out.push_str("</title>\n");
    if let Some(author) = page.author.as_deref().or(page.account.name.as_deref()) {
        out.push_str("<meta name=\"author\"");
        attribute("content", author, &mut out);
        out.push_str(">\n");
    }
    if let Some(url) = page.url.as_deref().and_then(address::link) {
        out.push_str("<link rel=\"canonical\"");
        attribute("href", &url, &mut out);
        out.push_str(">\n");
    }
    out.extend([
        "<style>\n",
        STYLE,
        "</style>\n</head>\n<body>\n",
        fragment,
        "</body>\n</html>\n",
    ]);
    out
}
