//! Pupils by class, and the page of one with the consents about them, for those who look after them
//! (docs/visibility.md).

mod apart;
mod consents;
mod hours;
mod list;
mod papers;
mod proofs;
mod readers;
mod references;
mod referrals;
mod show;
mod signed;
mod volunteers;

pub(crate) use referrals::goal_words;

use crate::layout::Shell;
use crate::reports::seals;
use crate::{Access, Page, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::people::Role;
use domain::pupils::Pupil;
use domain::pupils::scans::MOST_BYTES;
use domain::{PupilId, PupilScanId};
use serde::Deserialize;

/// The classes that the reader may see.
#[derive(TypedPath)]
#[typed_path("/pupils")]
pub(crate) struct ListPath;

/// A pupil.
#[derive(TypedPath, Deserialize)]
#[typed_path("/pupils/{id}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) id: PupilId,
}

/// What a paper says is entered.
#[derive(TypedPath, Deserialize)]
#[typed_path("/pupils/{id}/consents", rejection(PageError))]
pub(crate) struct ConsentsPath {
    pub(crate) id: PupilId,
}

/// A consent is withdrawn.
#[derive(TypedPath, Deserialize)]
#[typed_path("/pupils/{id}/withdraw", rejection(PageError))]
pub(crate) struct WithdrawPath {
    pub(crate) id: PupilId,
}

/// The consent about a pupil as a paper to be signed, in a language.
#[derive(TypedPath, Deserialize)]
#[typed_path("/pupils/{id}/paper/{lang}", rejection(PageError))]
pub(crate) struct PaperPath {
    pub(crate) id: PupilId,
    pub(crate) lang: String,
}

/// By what the consents about a pupil can be proved.
#[derive(TypedPath, Deserialize)]
#[typed_path("/pupils/{id}/proofs", rejection(PageError))]
pub(crate) struct ProofsPath {
    pub(crate) id: PupilId,
}

/// The scan of a signed paper is brought.
#[derive(TypedPath, Deserialize)]
#[typed_path("/pupils/{id}/scan", rejection(PageError))]
pub(crate) struct BringPath {
    pub(crate) id: PupilId,
}

/// The scan of a signed paper.
#[derive(TypedPath, Deserialize)]
#[typed_path("/pupils/{id}/scans/{scan}", rejection(PageError))]
pub(crate) struct ScanPath {
    pub(crate) id: PupilId,
    pub(crate) scan: PupilScanId,
}

/// The text of a consent is handed out to be signed, and its signature is brought.
#[derive(TypedPath, Deserialize)]
#[typed_path("/pupils/{id}/signed", rejection(PageError))]
pub(crate) struct SignedPath {
    pub(crate) id: PupilId,
}

/// Most bytes of the form of a scan: a photo as a telephone makes it is read and told by the action to be too large, with
/// what was chosen still there. What is larger still meets the page that says so for all files.
const MOST_FORM: usize = 5 * MOST_BYTES;

/// Those who help others, or want to.
#[derive(TypedPath)]
#[typed_path("/volunteers")]
pub(crate) struct VolunteersPath;

/// Hours for the state's register of volunteer activity.
#[derive(TypedPath)]
#[typed_path("/volunteer-hours")]
pub(crate) struct RegisterPath;

/// A pupil wants to help others.
#[derive(TypedPath, Deserialize)]
#[typed_path("/pupils/{id}/volunteer", rejection(PageError))]
pub(crate) struct NamePath {
    pub(crate) id: PupilId,
}

/// A teacher recommends.
#[derive(TypedPath, Deserialize)]
#[typed_path("/pupils/{id}/recommend", rejection(PageError))]
pub(crate) struct RecommendPath {
    pub(crate) id: PupilId,
}

/// A day of training is written down.
#[derive(TypedPath, Deserialize)]
#[typed_path("/pupils/{id}/train", rejection(PageError))]
pub(crate) struct TrainPath {
    pub(crate) id: PupilId,
}

/// Somebody looked how a volunteer's own studies go.
#[derive(TypedPath, Deserialize)]
#[typed_path("/pupils/{id}/studies", rejection(PageError))]
pub(crate) struct StudiesPath {
    pub(crate) id: PupilId,
}

/// A volunteer stops.
#[derive(TypedPath, Deserialize)]
#[typed_path("/pupils/{id}/stop", rejection(PageError))]
pub(crate) struct StopPath {
    pub(crate) id: PupilId,
}

/// The goals that are offered.
#[derive(TypedPath)]
#[typed_path("/referrals")]
pub(crate) struct ReferralsPath;

/// A goal is offered to a pupil.
#[derive(TypedPath, Deserialize)]
#[typed_path("/pupils/{id}/refer", rejection(PageError))]
pub(crate) struct ReferPath {
    pub(crate) id: PupilId,
}

/// What the child says to it.
#[derive(TypedPath, Deserialize)]
#[typed_path("/pupils/{id}/answer", rejection(PageError))]
pub(crate) struct AnswerPath {
    pub(crate) id: PupilId,
}

/// Help that was offered ends.
#[derive(TypedPath, Deserialize)]
#[typed_path("/pupils/{id}/close", rejection(PageError))]
pub(crate) struct ClosePath {
    pub(crate) id: PupilId,
}

/// Who looked at a pupil, and at what.
#[derive(TypedPath, Deserialize)]
#[typed_path("/pupils/{id}/readers", rejection(PageError))]
pub(crate) struct ReadersPath {
    pub(crate) id: PupilId,
}

/// What is kept apart about a pupil.
#[derive(TypedPath, Deserialize)]
#[typed_path("/pupils/{id}/reason", rejection(PageError))]
pub(crate) struct ReasonPath {
    pub(crate) id: PupilId,
}

/// What the law names is entered.
#[derive(TypedPath, Deserialize)]
#[typed_path("/pupils/{id}/block", rejection(PageError))]
pub(crate) struct BlockPath {
    pub(crate) id: PupilId,
}

/// It is lifted.
#[derive(TypedPath, Deserialize)]
#[typed_path("/pupils/{id}/unblock", rejection(PageError))]
pub(crate) struct UnblockPath {
    pub(crate) id: PupilId,
}

/// The certificate of hours of a pupil who helps, in a language.
#[derive(TypedPath, Deserialize)]
#[typed_path("/volunteers/{pupil}/hours/{lang}", rejection(PageError))]
pub(crate) struct HoursPath {
    pub(crate) pupil: PupilId,
    pub(crate) lang: String,
}

/// With what a volunteer applies.
#[derive(TypedPath, Deserialize)]
#[typed_path("/volunteers/{pupil}/application", rejection(PageError))]
pub(crate) struct ApplicationPath {
    pub(crate) pupil: PupilId,
}

/// The same as a paper to be signed, in a language.
#[derive(TypedPath, Deserialize)]
#[typed_path("/volunteers/{pupil}/application/{lang}", rejection(PageError))]
pub(crate) struct ApplicationPaperPath {
    pub(crate) pupil: PupilId,
    pub(crate) lang: String,
}

/// An adult is asked to write for a volunteer, or is asked no longer.
#[derive(TypedPath, Deserialize)]
#[typed_path("/volunteers/{pupil}/referees", rejection(PageError))]
pub(crate) struct RefereesPath {
    pub(crate) pupil: PupilId,
}

/// Whoever is asked writes.
#[derive(TypedPath, Deserialize)]
#[typed_path("/references/{pupil}", rejection(PageError))]
pub(crate) struct ReferencePath {
    pub(crate) pupil: PupilId,
}

/// Whoever is asked writes none.
#[derive(TypedPath, Deserialize)]
#[typed_path("/references/{pupil}/decline", rejection(PageError))]
pub(crate) struct DeclinePath {
    pub(crate) pupil: PupilId,
}

/// The letter of thanks to a pupil who helps, in a language.
#[derive(TypedPath, Deserialize)]
#[typed_path("/volunteers/{pupil}/thanks/{lang}", rejection(PageError))]
pub(crate) struct ThanksPath {
    pub(crate) pupil: PupilId,
    pub(crate) lang: String,
}

/// Routes of pupils. Who looks after whom is a duty, not a role: the door is open and the action decides. What is told outside
/// the school goes by those who lead it.
pub(crate) fn routes() -> Routes {
    const LEADERS: Access = Access::OneOf(&[Role::Coordinator, Role::Head]);
    Routes::new()
        .get(Access::SignedIn, list::list)
        .get(Access::SignedIn, show::show)
        .post(Access::SignedIn, consents::enter)
        .post(Access::SignedIn, consents::withdraw)
        .get(Access::SignedIn, papers::form)
        .get(Access::SignedIn, proofs::show)
        .post_file(Access::SignedIn, MOST_FORM, proofs::bring)
        .get(Access::SignedIn, proofs::open)
        .post_file(Access::SignedIn, seals::MOST_FORM, signed::sign)
        .get(Access::SignedIn, volunteers::list)
        .get(Access::SignedIn, papers::hours)
        .get(Access::SignedIn, papers::thanks)
        .get(LEADERS, hours::show)
        .post(LEADERS, hours::take)
        .post(Access::SignedIn, volunteers::name)
        .post(Access::SignedIn, volunteers::recommend)
        .post(Access::SignedIn, volunteers::train)
        .post(Access::SignedIn, volunteers::studies)
        .post(Access::SignedIn, volunteers::stop)
        .get(Access::SignedIn, references::show)
        .post(Access::SignedIn, references::apply)
        .get(Access::SignedIn, references::paper)
        .post(Access::SignedIn, references::referees)
        .get(Access::SignedIn, references::write)
        .post(Access::SignedIn, references::give)
        .post(Access::SignedIn, references::decline)
        .get(Access::SignedIn, referrals::list)
        .post(Access::SignedIn, referrals::offer)
        .post(Access::SignedIn, referrals::answer)
        .post(Access::SignedIn, referrals::close)
        .get(Access::SignedIn, readers::show)
        .get(Access::SignedIn, apart::show)
        .post(Access::SignedIn, apart::block)
        .post(Access::SignedIn, apart::unblock)
}

/// Whom a page is about, at its head.
struct Head {
    initials: String,
    name: String,
    class: String,
}

impl Head {
    fn of(pupil: &Pupil) -> Self {
        let name = pupil.name();
        Self { initials: name.initials(), name: name.full(), class: pupil.class_key.clone() }
    }
}

/// The frame of a page about pupils: the helplines stand under each (rules §16).
pub(crate) fn shell(page: &Page) -> Shell {
    Shell { helplines: true, tabs: page.tabs_by_duty(), ..page.shell() }
}
