//! What a newcomer takes upon themselves before choosing: short, ticked one by one, in the way of nothing (feat:B8).
//! Mentors tick theirs on their own card.

mod own;

use crate::{Access, Page, Routes};
use axum_extra::routing::TypedPath;
use domain::commitments::Duty;
use domain::people::Role;
use domain::sides::Side;

/// The newcomer's own duties.
#[derive(TypedPath)]
#[typed_path("/commitments")]
pub(crate) struct OwnPath;

/// Routes of commitments.
pub(crate) fn routes() -> Routes {
    const NEWCOMER: Access = Access::OneOf(&[Role::Newcomer]);
    Routes::new().get(NEWCOMER, own::show).post(NEWCOMER, own::commit)
}

/// A duty as a box to tick.
pub(crate) struct Ticked {
    pub(crate) word: &'static str,
    /// What it says.
    pub(crate) text: String,
    pub(crate) on: bool,
}

/// The duties of a side with those ticks.
pub(crate) fn duties(page: &Page, side: Side, ticked: &[&str]) -> Vec<Ticked> {
    let one = |duty: &Duty| Ticked {
        word: duty.word(),
        text: page.text(&format!("commitments-{}-{}", side.word(), duty.word())),
        on: ticked.contains(&duty.word()),
    };
    Duty::of(side).iter().map(one).collect()
}

/// What was ticked.
pub(crate) fn read(side: Side, ticked: &[&str]) -> Vec<Duty> {
    ticked.iter().filter_map(|word| Duty::from_word(side, word)).collect()
}
