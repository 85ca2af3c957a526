//! Reports: opened with their facts gathered, written, signed in a chain, printed, checked (feat:F1–F10, F12; doc:A12,
//! A13, A21, B15).

mod edit;
mod folder;
mod forms;
mod history;
mod list;
mod lists;
pub(crate) mod seals;
mod show;
mod sign;
mod write;

use crate::formsets::asking::{name_of, unfit};
use crate::{Access, Page, PageError, Routes};
use axum_extra::routing::TypedPath;
use domain::ReportId;
use domain::people::Role;
use domain::reports::{Kind, Label, Refused, Term};
use i18n::Lang;
use serde::Deserialize;

/// The reports that the reader may open, and those to begin.
#[derive(TypedPath)]
#[typed_path("/reports")]
pub(crate) struct ListPath;

/// A report is begun.
#[derive(TypedPath)]
#[typed_path("/reports/begin")]
pub(crate) struct BeginPath;

/// Everything that waits for the reader's signature; signed together by POST.
#[derive(TypedPath)]
#[typed_path("/reports/folder")]
pub(crate) struct FolderPath;

/// The forms of the school, or of the district.
#[derive(TypedPath)]
#[typed_path("/reports/forms")]
pub(crate) struct FormsPath;

/// The school begins or stops to use a form.
#[derive(TypedPath)]
#[typed_path("/reports/forms/use")]
pub(crate) struct UsePath;

/// The body of a form and who signs it.
#[derive(TypedPath, Deserialize)]
#[typed_path("/reports/forms/{kind}", rejection(PageError))]
pub(crate) struct EditPath {
    pub(crate) kind: String,
}

/// One report.
#[derive(TypedPath, Deserialize)]
#[typed_path("/reports/{id}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) id: ReportId,
}

/// The author's words are kept, and may be said to be ready.
#[derive(TypedPath, Deserialize)]
#[typed_path("/reports/{id}/write", rejection(PageError))]
pub(crate) struct WritePath {
    pub(crate) id: ReportId,
}

/// The author takes it back.
#[derive(TypedPath, Deserialize)]
#[typed_path("/reports/{id}/take-back", rejection(PageError))]
pub(crate) struct TakeBackPath {
    pub(crate) id: ReportId,
}

/// It is signed.
#[derive(TypedPath, Deserialize)]
#[typed_path("/reports/{id}/sign", rejection(PageError))]
pub(crate) struct SignPath {
    pub(crate) id: ReportId,
}

/// What a qualified signature signs; by POST the file with it.
#[derive(TypedPath, Deserialize)]
#[typed_path("/reports/{id}/seal", rejection(PageError))]
pub(crate) struct SealPath {
    pub(crate) id: ReportId,
}

/// It is returned with a comment.
#[derive(TypedPath, Deserialize)]
#[typed_path("/reports/{id}/return", rejection(PageError))]
pub(crate) struct ReturnPath {
    pub(crate) id: ReportId,
}

/// It was read and goes into the folder.
#[derive(TypedPath, Deserialize)]
#[typed_path("/reports/{id}/read", rejection(PageError))]
pub(crate) struct ReadPath {
    pub(crate) id: ReportId,
}

/// One of its lists.
#[derive(TypedPath, Deserialize)]
#[typed_path("/reports/{id}/lists/{what}", rejection(PageError))]
pub(crate) struct ListOfPath {
    pub(crate) id: ReportId,
    pub(crate) what: String,
}

/// The same to download.
#[derive(TypedPath, Deserialize)]
#[typed_path("/reports/{id}/lists/{what}/{form}", rejection(PageError))]
pub(crate) struct TablePath {
    pub(crate) id: ReportId,
    pub(crate) what: String,
    pub(crate) form: String,
}

/// Who did what.
#[derive(TypedPath, Deserialize)]
#[typed_path("/reports/{id}/history", rejection(PageError))]
pub(crate) struct HistoryPath {
    pub(crate) id: ReportId,
}

/// The paper in a language.
#[derive(TypedPath, Deserialize)]
#[typed_path("/reports/{id}/paper/{lang}", rejection(PageError))]
pub(crate) struct PaperPath {
    pub(crate) id: ReportId,
    pub(crate) lang: String,
}

/// Routes of reports. Whoever mentors provisionally need not have the right of the programme, so every teacher may come,
/// and a report shows itself to those whose it is.
pub(crate) fn routes() -> Routes {
    const READERS: Access =
        Access::OneOf(&[Role::Newcomer, Role::Mentor, Role::Teacher, Role::Coordinator, Role::Head]);
    const LEADERS: Access = Access::OneOf(&[Role::Coordinator, Role::Head]);
    const COORDINATOR: Access = Access::OneOf(&[Role::Coordinator]);
    const FORMS: Access = Access::OneOf(&[Role::Coordinator, Role::DistrictOfficer]);
    Routes::new()
        .get(READERS, list::list)
        .post(READERS, write::begin)
        .get(LEADERS, folder::show)
        .post(LEADERS, folder::sign)
        .get(FORMS, forms::show)
        .post(COORDINATOR, forms::set_used)
        .get(FORMS, edit::show)
        .post(FORMS, edit::keep)
        .get(READERS, show::show)
        .post(READERS, write::write)
        .post(READERS, write::take_back)
        .post(READERS, sign::sign)
        .get(READERS, seals::content)
        .post_file(READERS, seals::MOST_FORM, seals::bring)
        .post(LEADERS, sign::give_back)
        .post(LEADERS, sign::mark_read)
        .get(READERS, lists::show)
        .get(READERS, lists::table)
        .get(READERS, history::show)
        .get(READERS, show::paper)
}

/// The key of a report's name.
pub(crate) fn kind_key(kind: Kind, term: Term) -> String {
    format!("reports-kind-{}-{}", kind.word(), term.word())
}

/// A label in a language.
fn label(lang: Lang, label: &Label) -> String {
    actions::formsets::label(lang, label).clone()
}

/// Under which field a refusal stands, and its key.
fn refusal(why: &Refused) -> (String, &'static str) {
    match why {
        Refused::NotOpen => ("secret".to_owned(), "reports-refused-not-open"),
        Refused::NotYours => ("secret".to_owned(), "reports-refused-not-yours"),
        Refused::Missing(key) => (name_of(key), "reports-refused-missing"),
        Refused::TooLong(key) if key == "comment" => (key.clone(), "reports-refused-too-long"),
        Refused::TooLong(key) => (name_of(key), "reports-refused-too-long"),
        Refused::Unfit(key, why) => (name_of(key), unfit(*why)),
        Refused::NoComment => ("comment".to_owned(), "reports-refused-no-comment"),
        Refused::NotAssigned => ("pair".to_owned(), "reports-refused-not-assigned"),
        Refused::Changed => ("secret".to_owned(), "reports-refused-changed"),
        Refused::Wrong => ("secret".to_owned(), "reports-refused-wrong"),
        Refused::NoPassword => ("secret".to_owned(), "reports-sign-no-password"),
    }
}

/// The look of a state: its tone and sign.
const fn look(state: domain::reports::State) -> (&'static str, &'static str) {
    use domain::reports::State;
    match state {
        State::Draft => ("", "pencil"),
        State::Ready => ("act", "file-text"),
        State::Signed => ("act", "writing-sign"),
        State::Returned { .. } => ("soon", "arrow-back-up"),
        State::Approved => ("done", "circle-check"),
    }
}

/// Day and time of an instant as people read them.
fn moment(page: &Page, at: domain::Instant) -> String {
    i18n::day_and_time(page.lang(), page.local(at))
}
