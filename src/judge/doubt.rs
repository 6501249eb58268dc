//! Which removals a reader should look at first.
//!
//! Four things can speak against a piece: its own words or kind; its place, before or after all prose; its company,
//! with nothing kept on either side; its shape, which is no sentence and no photograph. Where three of them agree, the
//! removal is as good as certain. Where only one or two do, such as a paragraph taken for its words alone, or a picture
//! because it stands by a prompt, a person can tell better. What no rule knew by a phrase is always looked at. What no one could miss is certain in any case: the page's own
//! labels, what no one sees, and ornaments.

use super::place::Place;
use super::seen::Kind;
use super::{Category, Phase, Rule};

/// How many of the four must agree.
const ENOUGH: usize = 3;

/// Up to how many letters a line without an end to its sentence states nothing.
const LINE: usize = 36;

/// Whether the removal of a piece by a rule rests on little, given what is left of the article.
pub(super) fn is_uncertain(place: &Place<'_>, rule: &Rule) -> bool {
    let tells_itself = matches!(rule.phase, Phase::Alone | Phase::Recurring);
    let is_plain = match rule.category {
        Category::Chrome | Category::Hidden => true,
        Category::Decor => tells_itself || place.kind() == Kind::Divider,
        _ => false,
    };
    let signs = [
        tells_itself,
        place.is_outside_prose(),
        place.is_among_removed(),
        states_nothing(place),
    ];
    rule.phase == Phase::Likely
        || !is_plain && signs.into_iter().filter(|sign| *sign).count() < ENOUGH
}

/// Whether the piece has the shape of furniture: a line that is no sentence, links, a card, a code, a strip.
fn states_nothing(place: &Place<'_>) -> bool {
    match place.kind() {
        Kind::Text | Kind::Heading => {
            place.is_links() || place.n_letters() <= LINE && !place.text().ends_with(['。', '；'])
        }
        Kind::Image => place.picture().is_some_and(|picture| {
            let is_strip_or_code = |ratio| ratio < 0.35 || (0.95..1.05).contains(&ratio);
            picture.is_linked || picture.n_uses > 1 || picture.ratio.is_some_and(is_strip_or_code)
        }),
        Kind::Embed(_) => true,
        Kind::Matter | Kind::Source | Kind::Divider => false,
    }
}
