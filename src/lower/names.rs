//! What the names of elements tell: which hide their content, which begin a line, which stand within one.

use crate::words::Words;

/// Elements whose content no reader sees.
pub(super) fn is_invisible(name: &str) -> bool {
    const LIST: Words = Words::new(
        "script style noscript template head link meta title mp-pay-preview-filter mp-style-type desc defs",
    );
    LIST.has(name)
}

/// Elements that begin a new line.
pub(super) fn is_block(name: &str) -> bool {
    const LIST: Words = Words::new(
        "section p div li tr td article address aside body caption center dd details dl dt fieldset figcaption \
        figure footer form foreignObject header html main nav pre summary svg table tbody tfoot th thead",
    );
    LIST.has(name)
}

/// Elements within a line of text, and those of pictures drawn in SVG, which hold none.
pub(super) fn is_inline(name: &str) -> bool {
    const LIST: Words = Words::new(
        "span strong em b a i u code sup abbr bdi bdo big button cite data del dfn font ins kbd label mark \
        mp-common-blockquote mp-common-link mp-common-plain-music q rp rt ruby s samp small strike sub time tt \
        var wbr animate animateMotion animateTransform circle clipPath ellipse g line linearGradient mask \
        path pattern polygon polyline radialGradient rect set stop symbol text tspan use",
    );
    LIST.has(name)
}
