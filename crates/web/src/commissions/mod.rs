//! Commissions of the practice, for whoever leads the course: a list, one that is named, and one with its candidates
//! (feat:G5, G6; doc:A17). Sheets and results are in [`crate::hearings`].

mod examiners;
mod list;
mod new;
mod show;
mod steps;

use crate::{Access, Page, PageError, Routes};
use actions::commissions::{Refused, criterion};
use axum_extra::routing::TypedPath;
use domain::exams::{
    Commission, Conflict, Disagreement, Hearing, HearingRefused, MarkFault, MustStay, PracticeRefused,
    RecutRefused, Rubric, TieKind,
};
use domain::people::Role;
use domain::{CommissionId, PersonId, SchoolId};
pub(crate) use examiners::signed;
use i18n::Arg;
use serde::Deserialize;
use std::collections::BTreeMap;
use store::Tx;

/// All commissions.
#[derive(TypedPath)]
#[typed_path("/commissions")]
pub(crate) struct ListPath;

/// How far examiners agree.
#[derive(TypedPath)]
#[typed_path("/commissions/examiners")]
pub(crate) struct ExaminersPath;

/// The cut of the practice for commissions that are named from now on.
#[derive(TypedPath)]
#[typed_path("/commissions/examiners/cut")]
pub(crate) struct RecutPath;

/// One is named.
#[derive(TypedPath)]
#[typed_path("/commissions/new")]
pub(crate) struct NewPath;

/// One of them.
#[derive(TypedPath, Deserialize)]
#[typed_path("/commissions/{id}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) id: CommissionId,
}

/// Another day, hour or place.
#[derive(TypedPath, Deserialize)]
#[typed_path("/commissions/{id}/change", rejection(PageError))]
pub(crate) struct ChangePath {
    pub(crate) id: CommissionId,
}

/// It was named by mistake.
#[derive(TypedPath, Deserialize)]
#[typed_path("/commissions/{id}/remove", rejection(PageError))]
pub(crate) struct RemovePath {
    pub(crate) id: CommissionId,
}

/// A candidate is put before it.
#[derive(TypedPath, Deserialize)]
#[typed_path("/commissions/{id}/admit", rejection(PageError))]
pub(crate) struct AdmitPath {
    pub(crate) id: CommissionId,
}

/// Somebody takes the place of an examiner.
#[derive(TypedPath, Deserialize)]
#[typed_path("/commissions/{id}/replace", rejection(PageError))]
pub(crate) struct ReplacePath {
    pub(crate) id: CommissionId,
}

/// A candidate begins, is told the result, is taken off.
#[derive(TypedPath, Deserialize)]
#[typed_path("/commissions/{id}/step", rejection(PageError))]
pub(crate) struct StepPath {
    pub(crate) id: CommissionId,
}

/// One more examiner for a candidate.
#[derive(TypedPath, Deserialize)]
#[typed_path("/commissions/{id}/third", rejection(PageError))]
pub(crate) struct ThirdPath {
    pub(crate) id: CommissionId,
}

/// Routes of commissions.
pub(crate) fn routes() -> Routes {
    const COORDINATOR: Access = Access::OneOf(&[Role::Coordinator]);
    Routes::new()
        .get(COORDINATOR, list::list)
        .get(COORDINATOR, examiners::show)
        .post(COORDINATOR, examiners::recut)
        .get(COORDINATOR, new::blank)
        .post(COORDINATOR, new::name)
        .get(COORDINATOR, show::show)
        .post(COORDINATOR, steps::change)
        .post(COORDINATOR, steps::remove)
        .post(COORDINATOR, steps::admit)
        .post(COORDINATOR, steps::replace)
        .post(COORDINATOR, steps::step)
        .post(COORDINATOR, steps::third)
}

/// Names of the school's people.
pub(crate) type Names = BTreeMap<PersonId, String>;

pub(crate) async fn names(page: &Page, tx: &mut Tx) -> Result<Names, PageError> {
    let people = store::people::of_school(tx, page.school_id()?).await?;
    Ok(people.into_iter().map(|person| (person.id, person.name.full())).collect())
}

/// The same with people of other schools, each with their school.
pub(crate) async fn with_guests(
    page: &Page,
    tx: &mut Tx,
    people: BTreeMap<PersonId, SchoolId>,
) -> Result<Names, PageError> {
    let (mut names, own) = (names(page, tx).await?, page.school_id()?);
    let others = people.into_iter().filter(|(_, school)| school != own).collect();
    for (person, (name, school)) in actions::commissions::called(tx, others).await? {
        names.insert(person, crate::sittings::guest_text(page, &name, &school));
    }
    Ok(names)
}

/// Those who sit in a commission, those before it and those who mark them, each with their school.
fn everybody(commission: &Commission, hearings: &[Hearing]) -> BTreeMap<PersonId, SchoolId> {
    let members = commission.members.iter().map(|one| (one.clone(), commission.home_of(one).clone()));
    members.chain(hearings.iter().flat_map(Hearing::people)).collect()
}

/// The name of a criterion by its place.
pub(crate) fn criterion_name(page: &Page, rubric: &Rubric, at: usize) -> String {
    let word = rubric.criteria.get(at).map(|one| one.word.as_str()).unwrap_or_default();
    criterion(word, page.lang()).unwrap_or_default().name
}

/// Hundredths of a mark as people write them: «2,75», in English «2.75».
pub(crate) fn hundredths(page: &Page, all: u32) -> String {
    let comma = if page.lang() == i18n::Lang::En { "." } else { "," };
    format!("{}{comma}{:02}", all / 100, all % 100)
}

const fn tie_key(kind: TieKind) -> &'static str {
    match kind {
        TieKind::Oneself => "commissions-tie-oneself",
        TieKind::Mentor => "commissions-tie-mentor",
        TieKind::Pair => "commissions-tie-pair",
        TieKind::Superior => "commissions-tie-superior",
        TieKind::Earlier => "commissions-tie-earlier",
    }
}

/// Who must not mark, each with the tie.
fn bound(page: &Page, found: &[Conflict], names: &Names) -> String {
    let one = |conflict: &Conflict| {
        let name = names.get(&conflict.examiner).cloned().unwrap_or_default();
        i18n::t(page.lang(), tie_key(conflict.kind), &[("name", name.into())])
    };
    found.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn gaps_words(page: &Page, gaps: &[Disagreement], rubric: &Rubric) -> String {
    let one = |gap: &Disagreement| {
        format!("{} ({}–{})", criterion_name(page, rubric, gap.criterion), gap.lowest, gap.highest)
    };
    gaps.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// What is read where nothing is done; names and ties are said, and criteria as the commission's rubric has them.
pub(crate) fn refusal(
    page: &Page,
    why: &Refused,
    names: &Names,
    rubric: &Rubric,
) -> (&'static str, Vec<(&'static str, Arg)>) {
    match why {
        Refused::Past => ("commissions-refused-past", vec![]),
        Refused::Members | Refused::Hearing(HearingRefused::Examiners) => {
            ("commissions-refused-members", vec![])
        }
        Refused::Stranger => ("commissions-refused-stranger", vec![]),
        Refused::NotACandidate => ("commissions-refused-candidate", vec![]),
        Refused::Elsewhere => ("commissions-refused-elsewhere", vec![]),
        Refused::SameSituation => ("commissions-refused-situation", vec![]),
        Refused::Places => {
            let most = u32::from(actions::commissions::MOST_PLACES);
            ("commissions-refused-places", vec![("most", most.into())])
        }
        Refused::Full => ("commissions-refused-full", vec![]),
        Refused::Late => ("commissions-refused-late", vec![]),
        Refused::Begun => ("commissions-refused-begun", vec![]),
        Refused::Heard => ("commissions-refused-heard", vec![]),
        Refused::OwnExam => ("commissions-refused-own", vec![]),
        Refused::Recut(RecutRefused::NoReason) => ("commissions-refused-cut-reason", vec![]),
        Refused::Recut(RecutRefused::OffScale { lowest, highest }) => {
            let (low, high) = (u32::from(*lowest), u32::from(*highest));
            ("commissions-refused-cut", vec![("low", low.into()), ("high", high.into())])
        }
        Refused::Conflicts { candidate, found } => {
            let name = names.get(candidate).cloned().unwrap_or_default();
            let ties = bound(page, found, names);
            ("commissions-refused-bound", vec![("name", name.into()), ("ties", ties.into())])
        }
        Refused::Hearing(HearingRefused::Conflicts(found)) => {
            let ties = bound(page, found, names);
            ("commissions-refused-ties", vec![("ties", ties.into())])
        }
        Refused::Hearing(why) => hearing_refusal(page, why, names, rubric),
    }
}

fn hearing_refusal(
    page: &Page,
    why: &HearingRefused,
    names: &Names,
    rubric: &Rubric,
) -> (&'static str, Vec<(&'static str, Arg)>) {
    match why {
        HearingRefused::TooEarly { day } => {
            ("commissions-refused-early", vec![("day", i18n::day(page.lang(), *day).into())])
        }
        HearingRefused::Mark(MarkFault::Sealed) => ("commissions-refused-sealed", vec![]),
        HearingRefused::Mark(MarkFault::Open { criterion }) => {
            let name = criterion_name(page, rubric, *criterion);
            ("commissions-refused-open", vec![("name", name.into())])
        }
        HearingRefused::Mark(MarkFault::Count | MarkFault::OffScale { .. }) => {
            ("commissions-refused-scale", vec![])
        }
        HearingRefused::NoReason => ("commissions-refused-no-reason", vec![]),
        HearingRefused::Stay(MustStay::Sealed) => ("commissions-refused-stays", vec![]),
        HearingRefused::Stay(_) => ("commissions-refused-not-there", vec![]),
        HearingRefused::Practice(PracticeRefused::Open(open)) => {
            let name = |id: &PersonId| names.get(id).cloned().unwrap_or_default();
            let open = open.iter().map(name).collect::<Vec<_>>().join(", ");
            ("commissions-refused-waits", vec![("names", open.into())])
        }
        HearingRefused::Practice(PracticeRefused::Gaps(gaps)) => {
            ("commissions-refused-gaps", vec![("gaps", gaps_words(page, gaps, rubric).into())])
        }
        HearingRefused::NotHere
        | HearingRefused::NoGap
        | HearingRefused::Conflicts(_)
        | HearingRefused::Examiners
        | HearingRefused::Practice(PracticeRefused::TooFew) => ("commissions-refused-not-here", vec![]),
    }
}
