//! Formulas, wherever their LaTeX is kept or has to be read back from.

use super::{assert_becomes, blocks, outline};

#[test]
fn latex_that_the_page_keeps() {
    assert_becomes(&[
        (
            "<p>由 <span class='span-inline-equation' data-formula='a &lt; b^2'><svg><path></path></svg></span> 得</p>",
            "p 由 $a < b^2$ 得",
        ),
        (
            "<p>即</p><span class='span-block-equation'><section class='block-equation' data-formula='\\sum_i&#10;x_i'><svg></svg></section></span><p>。</p>",
            "p 即\nformula \\sum_i\nx_i\np 。",
        ),
        (
            "<p>得 <span data-formula='x' display='true'></span></p>",
            "p 得\nformula x",
        ),
        ("<section data-math-raw='$$x$$'></section>", "formula x"),
        (
            "<p>由 <span class='katex'><span class='katex-mathml'><math><semantics><mi>x</mi><annotation encoding='application/x-tex'>x^2</annotation></semantics></math></span><span class='katex-html'>x2</span></span> 得</p>",
            "p 由 $x^2$ 得",
        ),
        (
            "<p>由 <img src='https://www.zhihu.com/equation?tex=x%5E2+%2B%20%CE%B1'> 得</p>",
            "p 由 $x^2 + α$ 得",
        ),
        // Alone on its line.
        ("<p><span data-formula='x'></span></p>", "formula x"),
        // Nothing kept, nothing drawn.
        ("<p>由 <span data-formula=' '>x</span> 得</p>", "p 由 x 得"),
    ]);
}

/// What becomes of the inside of a `<math>`.
fn latex(math: &str) -> String {
    let formula = outline(&blocks(&format!("<math>{math}</math>")));
    formula.trim_start_matches("formula ").to_owned()
}

#[test]
fn latex_from_mathml() {
    for (math, expected) in [
        ("<mi>a</mi><mo>+</mo><mn>1</mn>", "a+1"),
        ("<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>", "x_i^2"),
        (
            "<msup><mrow><mi>a</mi><mi>b</mi></mrow><mrow><mn>1</mn><mn>0</mn></mrow></msup>",
            "{ab}^{10}",
        ),
        ("<msup><mi>f</mi><mo>′</mo></msup>", "f'"),
        ("<mfrac><mi>π</mi><mi>n</mi></mfrac>", "\\frac{\\pi}{n}"),
        (
            "<mrow><mo>(</mo><mfrac linethickness='0'><mi>n</mi><mi>k</mi></mfrac><mo>)</mo></mrow>",
            "\\binom{n}{k}",
        ),
        (
            "<msqrt><mi>x</mi><mo>−</mo><mn>1</mn></msqrt>",
            "\\sqrt{x-1}",
        ),
        ("<mroot><mi>x</mi><mn>3</mn></mroot>", "\\sqrt[3]{x}"),
        (
            "<munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover><mi>α</mi><mi>b</mi>",
            "\\sum_i^n\\alpha b",
        ),
        (
            "<munder><mi>lim</mi><mrow><mi>x</mi><mo>→</mo><mn>0</mn></mrow></munder>",
            "\\lim_{x\\to0}",
        ),
        (
            "<mover><mi>x</mi><mo>^</mo></mover><mover><mi>v</mi><mo>→</mo></mover>",
            "\\hat{x}\\vec{v}",
        ),
        (
            "<munder><munder><mi>a</mi><mo>⏟</mo></munder><mi>n</mi></munder>",
            "\\underbrace{a}_n",
        ),
        (
            "<mover><mi>a</mi><mtext>记</mtext></mover>",
            "\\overset{\\text{记}}{a}",
        ),
        (
            "<mi>𝐀</mi><mo>∈</mo><mi>ℝ</mi><mi>𝜃</mi><mi>𝟎</mi>",
            "\\mathbf{A}\\in\\mathbb{R}\\theta\\mathbf{0}",
        ),
        (
            "<mi>rank</mi><mi>sin</mi><mi>x</mi>",
            "\\operatorname{rank}\\sin x",
        ),
        (
            "<mrow><mo>[</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd></mtr></mtable><mo>]</mo></mrow>",
            "\\begin{bmatrix}1 & 2 \\\\ 3\\end{bmatrix}",
        ),
        (
            "<mrow><mo>(</mo><mi>a</mi><mo>)</mo></mrow>",
            "\\left(a\\right)",
        ),
        // What is not known gives its characters.
        (
            "<mnew><mi>a</mi></mnew><mnew>字{1}</mnew>",
            "a\\text{字\\{1\\}}",
        ),
    ] {
        assert_eq!(latex(math), expected, "{math}");
    }
}

#[test]
fn latex_from_drawings() {
    let draw =
        |drawn: &str| format!("<p>由 <svg><g><g data-mml-node='math'>{drawn}</g></g></svg> 得</p>");
    for (drawn, expected) in [
        // Raised before lowered, told apart by height.
        (
            "<g data-mml-node='msubsup'><g data-mml-node='mi'><path data-c='1D465'></path></g>\
             <g data-mml-node='mn' transform='translate(605,413) scale(0.7)'><use data-c='32'></use></g>\
             <g data-mml-node='mi' transform='translate(605,-247) scale(0.7)'><use xlink:href='#MJX-1-TEX-I-1D456'></use></g></g>",
            "x_i^2",
        ),
        // The root's own sign is no part of it; what it stands over is grouped.
        (
            "<g data-mml-node='mroot'><g><g data-mml-node='mi'><path data-c='1D465'></path></g></g>\
             <g data-mml-node='mn'><path data-c='33'></path></g><g data-mml-node='mo'><path data-c='221A'></path></g><rect></rect></g>",
            "\\sqrt[3]{x}",
        ),
        (
            "<g data-mml-node='mfrac'><g data-mml-node='mi'><path data-c='64'></path></g><g data-mml-node='TeXAtom'><g data-mml-node='mi'><path data-c='1D6FC'></path></g></g><rect></rect></g>",
            "\\frac{\\mathrm{d}}{\\alpha}",
        ),
        // A tall bracket in pieces.
        (
            "<g data-mml-node='mrow'><g data-mml-node='mo'><path data-c='239B'></path><path data-c='239D'></path><path data-c='239C'></path></g>\
             <g data-mml-node='mi'><path data-c='1D44E'></path></g><g data-mml-node='mo'><path data-c='239E'></path></g></g>",
            "\\left(a\\right)",
        ),
        (
            "<g data-mml-node='mtext'><path data-c='69'></path><path data-c='A0'></path><text>字</text></g>",
            "\\text{i 字}",
        ),
    ] {
        assert_eq!(
            outline(&blocks(&draw(drawn))),
            format!("p 由 ${expected}$ 得"),
            "{drawn}"
        );
    }
    // A drawing that is no formula.
    assert_becomes(&[("<p>由 <svg><g><path></path></g></svg> 得</p>", "p 由\np 得")]);
}
