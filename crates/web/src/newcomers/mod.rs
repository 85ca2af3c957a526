//! Newcomers, for the coordinator: who is enrolled and what is missing, enrolling, the provisional mentor.

mod appoint;
mod enrol;
mod for_now;
mod list;
mod provisional;
mod show;

pub(crate) use for_now::{for_now, for_now_own};

use crate::{Access, Page, PageError, Routes, rounds};
use actions::newcomers::Overview;
use axum_extra::routing::TypedPath;
use domain::NewcomerId;
use domain::mentors::Rule;
use domain::newcomers::{EnrolRefused, ProvisionalRefused, Standing, Unpaired, WithdrawRefused};
use domain::pairs::{Pair, State as PairState};
use domain::people::Role;
use i18n::{Arg, Lang};
use serde::Deserialize;

/// Everybody enrolled; a form sent here enrols more.
#[derive(TypedPath)]
#[typed_path("/newcomers")]
pub(crate) struct ListPath;

/// One newcomer.
#[derive(TypedPath, Deserialize)]
#[typed_path("/newcomers/{id}", rejection(PageError))]
pub(crate) struct ShowPath {
    pub(crate) id: NewcomerId,
}

/// A provisional mentor is named.
#[derive(TypedPath, Deserialize)]
#[typed_path("/newcomers/{id}/provisional", rejection(PageError))]
pub(crate) struct NamePath {
    pub(crate) id: NewcomerId,
}

/// The provisional mentor is taken back.
#[derive(TypedPath, Deserialize)]
#[typed_path("/newcomers/{id}/take-back", rejection(PageError))]
pub(crate) struct TakeBackPath {
    pub(crate) id: NewcomerId,
}

/// A mentor is appointed, with a reason.
#[derive(TypedPath, Deserialize)]
#[typed_path("/newcomers/{id}/appoint", rejection(PageError))]
pub(crate) struct AppointPath {
    pub(crate) id: NewcomerId,
}

/// An enrolment by mistake is taken back.
#[derive(TypedPath, Deserialize)]
#[typed_path("/newcomers/{id}/withdraw", rejection(PageError))]
pub(crate) struct WithdrawPath {
    pub(crate) id: NewcomerId,
}

const COORDINATOR: Access = Access::OneOf(&[Role::Coordinator]);

/// Routes of newcomers.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get(COORDINATOR, list::list)
        .post(COORDINATOR, enrol::enrol)
        .get(COORDINATOR, show::show)
        .post(COORDINATOR, provisional::name)
        .post(COORDINATOR, provisional::take_back)
        .post(COORDINATOR, provisional::withdraw)
        .post(COORDINATOR, appoint::appoint)
}

/// What a newcomer needs now: a sentence, what follows from it, one act.
struct Need {
    title: String,
    text: String,
    href: String,
    act: String,
}

/// What is to be done for a newcomer; nothing where nothing is missing.
fn need(page: &Page, one: &Overview) -> Option<Need> {
    let lang = page.lang();
    let named = one.provisional().is_some();
    let card = ShowPath { id: one.newcomer.id.clone() };
    let own = format!("{card}#provisional");
    let (key, day, href) = match one.standing {
        Standing::Late(due) if named => ("late-named", i18n::day_short(lang, due), "/orders".to_owned()),
        Standing::Late(due) => ("late", i18n::day_short(lang, due), own),
        Standing::Alone => ("alone", String::new(), own),
        Standing::Open(due) => ("open", i18n::by_day(lang, due), own),
        Standing::Named(due) => ("named", i18n::by_day(lang, due), "/orders".to_owned()),
        Standing::Unpaired if one.unpaired == Some(Unpaired::LooksOn) => {
            ("looks-on", String::new(), rounds::ListPath.to_string())
        }
        Standing::Unpaired if one.after_choice => ("after-choice", String::new(), format!("{card}#pair")),
        Standing::Unpaired => ("unpaired", String::new(), "/proposals".to_owned()),
        Standing::Settled | Standing::Stopped | Standing::Finished | Standing::Left => return None,
    };
    let args = [("name", Arg::Words(one.person.name.polite())), ("day", Arg::Words(day))];
    Some(Need {
        title: i18n::t(lang, &format!("newcomers-board-{key}"), &args),
        text: page.text(&format!("newcomers-board-{key}-text")),
        act: page.text(&format!("newcomers-act-{key}")),
        href,
    })
}

/// How a pair stands: chip, icon, key of its word. A provisional pair waits for the order alone: the law asks no
/// consent for it.
fn pair_chip(pair: &Pair) -> (&'static str, &'static str, String) {
    let (look, icon) = match pair.state {
        PairState::Agreed => ("act", "heart-handshake"),
        PairState::Published => ("act", "writing-sign"),
        PairState::Assigned(_) => ("done", "circle-check"),
        PairState::Ended { .. } => ("", "minus"),
    };
    let word = match (pair.is_provisional(), &pair.state) {
        (true, PairState::Published) => "provisional",
        (_, state) => state.word(),
    };
    (look, icon, format!("newcomers-pair-{word}"))
}

/// What the coordinator reads where somebody cannot be enrolled.
const fn enrol_refusal(why: EnrolRefused) -> &'static str {
    match why {
        EnrolRefused::NotNow(_) => "newcomers-refused-not-now",
        EnrolRefused::DoesNotWork => "newcomers-refused-does-not-work",
        EnrolRefused::NoHireDay => "newcomers-refused-no-hire-day",
        EnrolRefused::Mentors => "newcomers-refused-mentors",
    }
}

/// What the coordinator reads where a provisional mentor cannot be named or taken back.
const fn provisional_refusal(why: ProvisionalRefused) -> &'static str {
    match why {
        ProvisionalRefused::NotNow(_) => "newcomers-refused-naming-not-now",
        ProvisionalRefused::HasMentor => "newcomers-refused-has-mentor",
        ProvisionalRefused::HasOrder => "newcomers-refused-has-order",
        ProvisionalRefused::NotEligible(Rule::Works) => "newcomers-refused-does-not-work",
        ProvisionalRefused::NotEligible(Rule::NotNewcomer) => "newcomers-refused-is-newcomer",
        ProvisionalRefused::NotEligible(Rule::NoSanction) => "newcomers-refused-sanction",
        ProvisionalRefused::NotEligible(Rule::Exam) => "newcomers-refused-exam",
        ProvisionalRefused::NotEligible(Rule::CategoryAtLeast(_)) => "newcomers-refused-category",
        ProvisionalRefused::NotEligible(Rule::YearsAtLeast(_)) => "newcomers-refused-years",
        ProvisionalRefused::NotEligible(Rule::PlacesAtMost(_)) => "newcomers-refused-places",
    }
}

const fn withdraw_refusal(why: WithdrawRefused) -> &'static str {
    match why {
        WithdrawRefused::NotNow(_) => "newcomers-refused-not-now",
        WithdrawRefused::HasTraces => "newcomers-refused-traces",
    }
}

/// The facts that stand beside a name: subject and first day of work.
pub(crate) fn facts(lang: Lang, person: &domain::people::Person, hired_on: domain::Day) -> String {
    let works = i18n::t(lang, "newcomers-works-since", &[("day", i18n::day_short(lang, hired_on).into())]);
    match &person.subject {
        Some(subject) => format!("{subject}, {works}"),
        None => works,
    }
}

/// Puts people into the order of the reader's alphabet.
fn by_name<T>(lang: Lang, items: Vec<T>, name: impl Fn(&T) -> String) -> Vec<T> {
    let mut keyed: Vec<(String, T)> = items.into_iter().map(|item| (name(&item), item)).collect();
    i18n::sort_by_name(lang, &mut keyed, |(name, _)| name);
    keyed.into_iter().map(|(_, item)| item).collect()
}
