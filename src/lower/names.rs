//! What the names of elements tell: which hide their content, which begin a line, which stand within one.

use crate::words::is_word;

/// Elements whose content no reader sees.
pub(super) fn is_invisible(name: &str) -> bool {
    const LIST: &str = "\
        script style noscript template head link meta title mp-pay-preview-filter mp-style-type desc defs";
    is_word(LIST, name)
}

/// Elements that begin a new line.
pub(super) fn is_block(name: &str) -> bool {
    const LIST: &str = "\
        address article aside body caption center dd details div dl dt fieldset figcaption figure footer \
        form foreignObject header html li main nav p pre section summary svg table tbody td tfoot th thead \
        tr";
    is_word(LIST, name)
}

/// Elements within a line of text, and those of pictures drawn in SVG, which hold none.
pub(super) fn is_inline(name: &str) -> bool {
    const LIST: &str = "\
        a abbr b bdi bdo big button cite code data del dfn em font i ins kbd label mark mp-common-blockquote \
        mp-common-link mp-common-plain-music q rp rt ruby s samp small span strike strong sub sup time tt u \
        var wbr animate animateMotion animateTransform circle clipPath ellipse g line linearGradient mask \
        path pattern polygon polyline radialGradient rect set stop symbol text tspan use";
    is_word(LIST, name)
}
