//! The characters of mathematics as LaTeX writes them.

/// Characters with a command of their own, each before its command.
const COMMANDS: &str = r"
α\alpha β\beta γ\gamma δ\delta ε\varepsilon ζ\zeta η\eta θ\theta ι\iota κ\kappa λ\lambda μ\mu ν\nu
ξ\xi οo π\pi ρ\rho ς\varsigma σ\sigma τ\tau υ\upsilon φ\varphi χ\chi ψ\psi ω\omega ϵ\epsilon
ϑ\vartheta ϰ\varkappa ϕ\phi ϱ\varrho ϖ\varpi Γ\Gamma Δ\Delta Θ\Theta Λ\Lambda Ξ\Xi Π\Pi Σ\Sigma
Υ\Upsilon Φ\Phi Ψ\Psi Ω\Omega ×\times ÷\div ±\pm ∓\mp ·\cdot ⋅\cdot ∗* −- ∘\circ ∙\bullet ⊕\oplus
⊖\ominus ⊗\otimes ⊙\odot ∧\wedge ∨\vee ∩\cap ∪\cup ∖\setminus ≤\leq ≥\geq ⩽\leqslant ⩾\geqslant
≠\neq ≈\approx ≡\equiv ∼\sim ≃\simeq ≅\cong ∝\propto ≪\ll ≫\gg ≺\prec ≻\succ ≜\triangleq ∈\in
∉\notin ∋\ni ⊂\subset ⊃\supset ⊆\subseteq ⊇\supseteq ⊥\perp ∥\| ∣\mid ⊢\vdash ⊨\models ⊤\top ∑\sum
∏\prod ∐\coprod ∫\int ∬\iint ∭\iiint ∮\oint ⋃\bigcup ⋂\bigcap ⋁\bigvee ⋀\bigwedge ⨁\bigoplus
⨂\bigotimes →\to ←\leftarrow ↔\leftrightarrow ⇒\Rightarrow ⇐\Leftarrow ⇔\Leftrightarrow ↦\mapsto
⟶\longrightarrow ⟵\longleftarrow ⟹\Longrightarrow ⟺\Longleftrightarrow ↑\uparrow ↓\downarrow
⇌\rightleftharpoons ∞\infty ∂\partial ∇\nabla ∅\emptyset ∀\forall ∃\exists ¬\neg ∠\angle △\triangle
□\square ∴\therefore ∵\because ℓ\ell ℏ\hbar ℵ\aleph †\dagger ‡\ddagger …\ldots ⋯\cdots ⋮\vdots
⋱\ddots °^\circ ′' ″'' ⟨\langle ⟩\rangle ⌊\lfloor ⌋\rfloor ⌈\lceil ⌉\rceil ‖\| ı\imath ȷ\jmath
";

/// Those whose command holds a blank, and those of ASCII, which also stand within commands.
const ODD_COMMANDS: [(char, &str); 11] = [
    ('{', "\\{"),
    ('}', "\\}"),
    ('%', "\\%"),
    ('#', "\\#"),
    ('&', "\\&"),
    ('$', "\\$"),
    ('_', "\\_"),
    ('\\', "\\backslash"),
    ('~', "\\sim"),
    ('^', "\\hat{}"),
    ('\u{a0}', "\\ "),
];

/// The command for a character, if it has one.
pub(super) fn command(c: char) -> Option<&'static str> {
    if let Some((_, command)) = ODD_COMMANDS.iter().find(|(odd, _)| *odd == c) {
        return Some(command);
    }
    if c.is_ascii() {
        return None;
    }
    let (_, command) = COMMANDS.split_once(c)?;
    command.split([' ', '\n']).next()
}

/// The functions that LaTeX sets upright by themselves.
pub(super) fn is_function(name: &str) -> bool {
    const FUNCTIONS: &str = "sin cos tan cot sec csc sinh cosh tanh arcsin arccos arctan log ln lg exp lim max min \
        sup inf det dim ker gcd arg deg";
    FUNCTIONS.split(' ').any(|function| function == name)
}

/// How a letter is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Style {
    Upright,
    Italic,
    Bold,
    BoldItalic,
    Script,
    Fraktur,
    Double,
    Sans,
    Mono,
}

impl Style {
    /// The command that draws letters so; none for those that need none.
    pub fn command(self) -> Option<&'static str> {
        Some(match self {
            Style::Upright | Style::Italic => return None,
            Style::Bold => "\\mathbf",
            Style::BoldItalic => "\\boldsymbol",
            Style::Script => "\\mathcal",
            Style::Fraktur => "\\mathfrak",
            Style::Double => "\\mathbb",
            Style::Sans => "\\mathsf",
            Style::Mono => "\\mathtt",
        })
    }
}

/// A character of Unicode's mathematical alphabets as the plain one, and its style.
pub(super) fn plain(c: char) -> (char, Style) {
    use Style::*;
    const LATIN: [Style; 13] = [
        Bold, Italic, BoldItalic, Script, Script, Fraktur, Double, Fraktur, Sans, Sans, Sans, Sans,
        Mono,
    ];
    const GREEK: [Style; 5] = [Bold, Italic, BoldItalic, Sans, Sans];
    const DIGITS: [Style; 5] = [Bold, Double, Sans, Sans, Mono];
    /// The letters that have stood elsewhere since before the alphabets were added.
    const ELSEWHERE: [(char, char, Style); 25] = [
        ('ℎ', 'h', Italic),
        ('ℬ', 'B', Script),
        ('ℰ', 'E', Script),
        ('ℱ', 'F', Script),
        ('ℋ', 'H', Script),
        ('ℐ', 'I', Script),
        ('ℒ', 'L', Script),
        ('ℳ', 'M', Script),
        ('ℛ', 'R', Script),
        ('ℯ', 'e', Script),
        ('ℊ', 'g', Script),
        ('ℴ', 'o', Script),
        ('ℭ', 'C', Fraktur),
        ('ℌ', 'H', Fraktur),
        ('ℑ', 'I', Fraktur),
        ('ℜ', 'R', Fraktur),
        ('ℨ', 'Z', Fraktur),
        ('ℂ', 'C', Double),
        ('ℍ', 'H', Double),
        ('ℕ', 'N', Double),
        ('ℙ', 'P', Double),
        ('ℚ', 'Q', Double),
        ('ℝ', 'R', Double),
        ('ℤ', 'Z', Double),
        ('𝚥', 'j', Italic),
    ];
    let code = u32::from(c);
    let nth = |code: u32, size: u32, styles: &[Style]| {
        let style = usize::try_from(code / size)
            .ok()
            .and_then(|at| styles.get(at));
        (code % size, style.copied().unwrap_or(Upright))
    };
    let letter = |base: char, offset: u32| char::from_u32(u32::from(base) + offset).unwrap_or(c);
    match code {
        0x1d400..=0x1d6a3 => {
            let (at, style) = nth(code - 0x1d400, 52, &LATIN);
            if at < 26 {
                (letter('A', at), style)
            } else {
                (letter('a', at - 26), style)
            }
        }
        0x1d6a8..=0x1d7cb => {
            let (at, style) = nth(code - 0x1d6a8, 58, &GREEK);
            let last = ['∂', 'ϵ', 'ϑ', 'ϰ', 'ϕ', 'ϱ', 'ϖ'];
            let plain = match at {
                17 => 'Θ',
                0..=24 => letter('Α', at),
                25 => '∇',
                26..=50 => letter('α', at - 26),
                _ => usize::try_from(at - 51)
                    .ok()
                    .and_then(|at| last.get(at))
                    .copied()
                    .unwrap_or(c),
            };
            (plain, style)
        }
        0x1d7ce..=0x1d7ff => {
            let (at, style) = nth(code - 0x1d7ce, 10, &DIGITS);
            (letter('0', at), style)
        }
        _ => ELSEWHERE
            .iter()
            .find(|(known, _, _)| *known == c)
            .map_or((c, Upright), |(_, plain, style)| (*plain, *style)),
    }
}
