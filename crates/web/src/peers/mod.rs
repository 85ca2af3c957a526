//! Pupils who help pupils: pairs and those who wait for one, a pupil before a pair is looked for, and a pair
//! (feat:I3, I4, I6, I10; docs/visibility.md). One file for each page; the template lies beside it.

mod ask;
mod card;
mod closing;
mod device;
mod list;
mod papers;
mod show;
mod thanks;
mod voice;

pub(crate) use card::address as card_address;
pub(crate) use voice::drawn;

use crate::layout::Shell;
use crate::{Access, Page, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::pupils::Pupil;
use domain::{PeerPairId, PupilId};
use serde::Deserialize;

/// Pairs, and those who wait for one.
#[derive(TypedPath)]
#[typed_path("/peers")]
pub(crate) struct ListPath;

/// A pupil before a pair is looked for.
#[derive(TypedPath, Deserialize)]
#[typed_path("/peers/of/{pupil}", rejection(PageError))]
pub(crate) struct AskPath {
    pub(crate) pupil: PupilId,
}

/// What is known of a pupil is written down.
#[derive(TypedPath, Deserialize)]
#[typed_path("/peers/of/{pupil}/profile", rejection(PageError))]
pub(crate) struct ProfilePath {
    pub(crate) pupil: PupilId,
}

/// An adult pauses what a pupil does with other pupils, or takes that back.
#[derive(TypedPath, Deserialize)]
#[typed_path("/peers/of/{pupil}/pause", rejection(PageError))]
pub(crate) struct PausePath {
    pub(crate) pupil: PupilId,
}

/// An adult decides on a pair.
#[derive(TypedPath, Deserialize)]
#[typed_path("/peers/of/{pupil}/confirm", rejection(PageError))]
pub(crate) struct ConfirmPath {
    pub(crate) pupil: PupilId,
}

/// A pair.
#[derive(TypedPath, Deserialize)]
#[typed_path("/peers/{id}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) id: PeerPairId,
}

/// Both children say yes.
#[derive(TypedPath, Deserialize)]
#[typed_path("/peers/{id}/agree", rejection(PageError))]
pub(crate) struct AgreePath {
    pub(crate) id: PeerPairId,
}

/// What the two agreed on as a paper, in a language.
#[derive(TypedPath, Deserialize)]
#[typed_path("/peers/{id}/paper/{lang}", rejection(PageError))]
pub(crate) struct PaperPath {
    pub(crate) id: PeerPairId,
    pub(crate) lang: String,
}

/// The progress note about one of the two, in a language.
#[derive(TypedPath, Deserialize)]
#[typed_path("/peers/{id}/note/{whose}/{lang}", rejection(PageError))]
pub(crate) struct NotePath {
    pub(crate) id: PeerPairId,
    pub(crate) whose: String,
    pub(crate) lang: String,
}

/// The card of the next meeting of a pair.
#[derive(TypedPath, Deserialize)]
#[typed_path("/peers/{id}/card", rejection(PageError))]
pub(crate) struct CardPath {
    pub(crate) id: PeerPairId,
}

/// The same as a paper, in a language.
#[derive(TypedPath, Deserialize)]
#[typed_path("/peers/{id}/card/{lang}", rejection(PageError))]
pub(crate) struct CardPaperPath {
    pub(crate) id: PeerPairId,
    pub(crate) lang: String,
}

/// The order by which the programme is held as a paper, in a language.
#[derive(TypedPath, Deserialize)]
#[typed_path("/peers/order/{lang}", rejection(PageError))]
pub(crate) struct OrderPath {
    pub(crate) lang: String,
}

/// What both of a pair say of it is written down.
#[derive(TypedPath, Deserialize)]
#[typed_path("/peers/{id}/voice", rejection(PageError))]
pub(crate) struct VoicePath {
    pub(crate) id: PeerPairId,
}

/// The device in the hand of one of the two.
#[derive(TypedPath, Deserialize)]
#[typed_path("/peers/{id}/device", rejection(PageError))]
pub(crate) struct DevicePath {
    pub(crate) id: PeerPairId,
}

/// The device of an adult is handed to one of the two.
#[derive(TypedPath, Deserialize)]
#[typed_path("/peers/{id}/hand", rejection(PageError))]
pub(crate) struct HandPath {
    pub(crate) id: PeerPairId,
}

/// An adult prolongs a pair.
#[derive(TypedPath, Deserialize)]
#[typed_path("/peers/{id}/prolong", rejection(PageError))]
pub(crate) struct ProlongPath {
    pub(crate) id: PeerPairId,
}

/// The closing talk with both is written down.
#[derive(TypedPath, Deserialize)]
#[typed_path("/peers/{id}/talk", rejection(PageError))]
pub(crate) struct TalkPath {
    pub(crate) id: PeerPairId,
}

/// Thanks are written down, opened, or allowed to be shown.
#[derive(TypedPath, Deserialize)]
#[typed_path("/peers/{id}/thanks", rejection(PageError))]
pub(crate) struct ThanksPath {
    pub(crate) id: PeerPairId,
}

/// A pair is over.
#[derive(TypedPath, Deserialize)]
#[typed_path("/peers/{id}/end", rejection(PageError))]
pub(crate) struct EndPath {
    pub(crate) id: PeerPairId,
}

/// Routes of pairs of pupils. Who looks after whom is a duty, not a role: the door is open and the action decides.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(Access::SignedIn, list::list)
        .get(Access::SignedIn, ask::ask)
        .post(Access::SignedIn, ask::profile)
        .post(Access::SignedIn, ask::confirm)
        .post(Access::SignedIn, ask::pause)
        .get(Access::SignedIn, show::show)
        .post(Access::SignedIn, show::agree)
        .get(Access::SignedIn, papers::agreement)
        .get(Access::SignedIn, papers::note)
        .get(Access::SignedIn, card::show)
        .post(Access::SignedIn, card::fill_in)
        .get(Access::SignedIn, card::paper)
        .get(Access::SignedIn, papers::order)
        .post(Access::SignedIn, voice::voice)
        .post(Access::SignedIn, device::hand_over)
        .get(Access::SignedIn, device::device)
        .post(Access::SignedIn, device::answer)
        .post(Access::SignedIn, closing::prolong)
        .post(Access::SignedIn, closing::close)
        .post(Access::SignedIn, thanks::thanks)
        .post(Access::SignedIn, show::end)
}

/// The frame of a page about pupils: the helplines stand under each (rules §16).
pub(crate) fn shell(page: &Page) -> Shell {
    Shell { helplines: true, tabs: page.tabs_by_duty(), ..page.shell() }
}

/// The frame of a page in a child's hand.
pub(crate) fn bare(page: &Page) -> Shell {
    shell(page).handed()
}

/// A pupil in a list: name and class, and nothing else.
pub(crate) fn named(pupil: &Pupil) -> String {
    format!("{}, {}", pupil.name().brief(), pupil.class_key)
}
