//! Awards to pupils who help pupils: the published rule, who is named, the steps up to the handing over, and why a child
//! has what it has, for those who look after the child (docs/decisions/0049). Nowhere do children stand in the order of
//! their points.

mod child;
mod list;
mod show;

use crate::forms::Fields;
use crate::said::Said;
use crate::{Access, Page, PageError, Routes};
use actions::awards::{Named, NominateRefused};
use axum_extra::routing::TypedPath;
use domain::awards::{MOST_NAME, MOST_WORDS, Prize, Rule, Share, read_wishes};
use domain::{AwardId, PupilId};
use serde::Deserialize;

/// The awards of the school; one is published.
#[derive(TypedPath)]
#[typed_path("/awards")]
pub(crate) struct ListPath;

/// An award.
#[derive(TypedPath, Deserialize)]
#[typed_path("/awards/{id}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) id: AwardId,
}

/// A pupil is named.
#[derive(TypedPath, Deserialize)]
#[typed_path("/awards/{id}/nominate", rejection(PageError))]
pub(crate) struct NominatePath {
    pub(crate) id: AwardId,
}

/// The next step is taken.
#[derive(TypedPath, Deserialize)]
#[typed_path("/awards/{id}/step", rejection(PageError))]
pub(crate) struct StepPath {
    pub(crate) id: AwardId,
}

/// The file that anybody draws again.
#[derive(TypedPath, Deserialize)]
#[typed_path("/awards/{id}/file", rejection(PageError))]
pub(crate) struct FilePath {
    pub(crate) id: AwardId,
}

/// The protocol of the commission, in a language.
#[derive(TypedPath, Deserialize)]
#[typed_path("/awards/{id}/protocol/{lang}", rejection(PageError))]
pub(crate) struct ProtocolPath {
    pub(crate) id: AwardId,
    pub(crate) lang: String,
}

/// The order, or the nomination, in a language.
#[derive(TypedPath, Deserialize)]
#[typed_path("/awards/{id}/order/{lang}", rejection(PageError))]
pub(crate) struct OrderPath {
    pub(crate) id: AwardId,
    pub(crate) lang: String,
}

/// What stands about a pupil; an appeal is filed or answered.
#[derive(TypedPath, Deserialize)]
#[typed_path("/awards/{id}/pupils/{pupil}", rejection(PageError))]
pub(crate) struct ChildPath {
    pub(crate) id: AwardId,
    pub(crate) pupil: PupilId,
}

/// Routes of awards. Who looks after whom is a duty, not a role: the door is open and the action decides.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(Access::SignedIn, list::list)
        .post(Access::SignedIn, list::publish)
        .get(Access::SignedIn, show::show)
        .post(Access::SignedIn, show::nominate)
        .post(Access::SignedIn, show::step)
        .get(Access::SignedIn, show::file)
        .get(Access::SignedIn, show::protocol)
        .get(Access::SignedIn, show::order)
        .get(Access::SignedIn, child::show)
        .post(Access::SignedIn, child::send)
}

/// A whole number of a form; what is none is refused.
fn number(fields: &mut Fields, name: &str) -> u32 {
    let typed = fields.text(name, 4);
    let number = typed.parse().ok();
    if number.is_none() && fields.error(name).is_empty() {
        fields.refuse(name, "awards-refused-number", &[]);
    }
    number.unwrap_or_default()
}

/// Wishes and grounds of a form.
fn named(fields: &mut Fields) -> Option<Named> {
    let grounds = fields.text("grounds", MOST_WORDS);
    let typed = fields.optional_text("wishes", MOST_NAME).unwrap_or_default();
    let wishes = read_wishes(&typed);
    if wishes.is_none() {
        fields.refuse("wishes", "awards-refused-wishes", &[]);
    }
    Some(Named { wishes: wishes?, grounds })
}

/// The field and the text of a refusal to name somebody.
const fn not_named(why: NominateRefused) -> (&'static str, &'static str) {
    match why {
        NominateRefused::Frozen => ("pupil", "awards-refused-frozen"),
        NominateRefused::Volunteer => ("pupil", "awards-refused-volunteer"),
        NominateRefused::Wish => ("wishes", "awards-refused-wishes"),
    }
}

/// What there is to wish for, each prize with its number and places.
fn prizes(page: &Page, rule: &Rule) -> Vec<String> {
    let said = |(prize, place): (&Prize, u32)| {
        Said::new("awards-rule-prize")
            .with("place", place)
            .with("name", prize.name.as_str())
            .with("places", prize.places)
            .words(page.lang())
    };
    rule.prizes.iter().zip(1u32..).map(said).collect()
}

/// What somebody has, in words.
fn share(page: &Page, rule: &Rule, share: Share) -> String {
    match share {
        Share::Prize(prize) => rule.prizes.get(prize).map(|one| one.name.clone()).unwrap_or_default(),
        Share::Reserve => page.text("awards-share-reserve"),
        Share::Nothing | Share::Declined => page.text("awards-share-nothing"),
    }
}
