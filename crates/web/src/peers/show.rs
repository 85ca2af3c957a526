//! A pair of pupils: whether both said yes, the meeting of the week, and the end.

use super::list::state;
use super::voice::{Panel, panel};
use super::{AgreePath, EndPath, ListPath, ShowPath, card, closing, named, papers, shell, thanks};
use crate::commissions::{Names, names};
use crate::concerns::NewPath;
use crate::forms::Fields;
use crate::journals::ListPath as JournalsPath;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::pupils::goal_words;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::peers::closings::parting;
use actions::peers::voices::heard;
use actions::peers::{AgreeRefused, Seen, agree as do_agree, end as do_end, open};
use actions::people::working;
use axum::http::StatusCode;
use axum::response::Response;
use domain::peers::weekly::{Form, LAST_WEEKDAY, MINUTES, MOST_PLACE, Weekly, WeeklyRefused};
use domain::permissions::{Action, may};
use domain::pupils::consents::{Missing, Part};
use domain::{Day, PeerPairId, PersonId};
use std::collections::BTreeSet;

/// The form of what the two agree on.
struct Agreeing {
    action: String,
    key: &'static str,
    forms: Vec<Choice>,
    weekdays: Vec<Choice>,
    adults: Vec<Choice>,
    at: String,
    minutes: String,
    place: String,
    off_site: bool,
}

#[derive(askama::Template)]
#[template(path = "peers/show.html")]
struct Show {
    shell: Shell,
    today: Day,
    title: String,
    helper: (String, String),
    mentee: (String, String),
    state: String,
    /// The goal that it serves.
    goal: Option<String>,
    /// The meeting of the week.
    weekly: Option<String>,
    /// What they agreed on as a paper, for those who keep the pair while it stands.
    papers: Vec<(String, &'static str)>,
    /// Progress notes about either, for whoever reads trends.
    notes: Vec<(String, &'static str)>,
    /// The card of the next meeting, for the same.
    card: Option<String>,
    /// Why it was decided so, for those who decide.
    reason: Option<String>,
    agreeing: Option<Agreeing>,
    /// How it goes, for those who keep the pair.
    voice: Option<Panel>,
    concern: String,
    /// How it ends, for those who keep the pair.
    closing: Option<closing::Panel>,
    /// Thanks, for those who look after one of the two.
    thanks: Option<thanks::Panel>,
    /// Where the pair is ended, with what that means.
    end: Option<(String, &'static str)>,
    journals: String,
    back: String,
    fields: Fields,
}

pub(super) async fn show(path: ShowPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.id, Fields::default()).await
}

/// The page; with what was typed where it was not taken.
pub(super) async fn draw(page: &Page, id: &PeerPairId, fields: Fields) -> Result<Response, PageError> {
    let seen = open(&page.context(), id).await?;
    let mut tx = page.read().await?;
    let names = names(page, &mut tx).await?;
    let here = working(&mut tx, page.school_id()?, page.today()).await?;
    let began = seen.keeps && seen.pair.state.agreement().is_some();
    let said = if began { Some(heard(&mut tx, &page.context(), id).await?) } else { None };
    let parting = if began { Some(parting(&mut tx, &page.context(), id).await?) } else { None };
    let thanks = thanks::panel(page, &mut tx, id, &fields).await?;
    drop(tx);
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let weekly = seen.pair.state.agreement().map(|agreement| &agreement.weekly);
    let changes = seen.keeps && seen.pair.is_open();
    let trends = may(page.actor(), &Action::ReadTrends(page.school_id()?)).is_ok();
    let end = if weekly.is_some() { "peers-end-text" } else { "peers-decline-text" };
    page.show_with(
        status,
        &Show {
            shell: shell(page),
            today: page.today(),
            title: format!("{} – {}", seen.helper.name().brief(), seen.mentee.name().brief()),
            helper: (seen.helper.name().initials(), named(&seen.helper)),
            mentee: (seen.mentee.name().initials(), named(&seen.mentee)),
            state: state(page, &seen),
            goal: seen.goal.as_ref().map(|goal| goal_words(page, goal)),
            weekly: weekly.map(|weekly| meeting(page, weekly, (&names, &here))),
            papers: if changes && weekly.is_some() { papers::addresses(id) } else { Vec::new() },
            notes: if trends && weekly.is_some() { papers::notes(id) } else { Vec::new() },
            card: card::address(page, &seen.pair, seen.paused).filter(|_| seen.keeps),
            reason: seen.pair.reason.clone().filter(|_| seen.keeps),
            agreeing: (changes && !seen.paused).then(|| agreeing(page, &seen, (&names, &here), &fields)),
            voice: said.map(|said| panel(page, &seen, &said, &fields)),
            concern: NewPath.to_string(),
            thanks,
            closing: parting.map(|parting| closing::panel(page, &seen, &parting, &fields)),
            end: changes.then(|| (EndPath { id: id.clone() }.to_string(), end)),
            journals: JournalsPath.to_string(),
            back: ListPath.to_string(),
            fields,
        },
    )
}

/// The meeting of the week, in words.
fn meeting(page: &Page, weekly: &Weekly, (names, here): (&Names, &BTreeSet<PersonId>)) -> String {
    let key = if weekly.off_site { "peers-weekly-outside" } else { "peers-weekly" };
    // Whoever has left the school is on duty no more: the meeting needs somebody else.
    let adult = names.get(&weekly.adult).filter(|_| here.contains(&weekly.adult)).cloned();
    Said::new(key)
        .with("form", page.text(&format!("peers-form-{}", weekly.form.word())))
        .with("weekday", page.weekday(weekly.weekday))
        .with("time", i18n::time(weekly.at))
        .with("minutes", weekly.minutes)
        .with("place", weekly.place.as_str())
        .with("adult", adult.unwrap_or_else(|| page.text("peers-adult-gone")))
        .words(page.lang())
}

fn agreeing(
    page: &Page,
    seen: &Seen,
    (names, here): (&Names, &BTreeSet<PersonId>),
    fields: &Fields,
) -> Agreeing {
    let stands = seen.pair.state.agreement().map(|agreement| &agreement.weekly);
    let was_sent = fields.has("place");
    let value = |name: &str, stood: Option<String>| {
        if was_sent { fields.value(name).to_owned() } else { stood.unwrap_or_default() }
    };
    let form = value("form", stands.map(|weekly| weekly.form.word().to_owned()));
    let day = value("weekday", stands.map(|weekly| weekly.weekday.to_string()));
    let adult = value("adult", stands.map(|weekly| weekly.adult.as_str().to_owned()));
    let mut adults: Vec<Choice> = names
        .iter()
        .filter(|(id, _)| here.contains(*id))
        .map(|(id, name): (&PersonId, &String)| Choice::new(id.as_str(), name.as_str()).chosen_if(&adult))
        .collect();
    i18n::sort_by_name(page.lang(), &mut adults, |one| &one.label);
    let form_choice = |one: Form| {
        Choice::new(one.word(), page.text(&format!("peers-form-{}", one.word()))).chosen_if(&form)
    };
    let weekday_choice = |one: u8| Choice::new(one.to_string(), page.weekday(one)).chosen_if(&day);
    Agreeing {
        action: AgreePath { id: seen.pair.id.clone() }.to_string(),
        key: if stands.is_some() { "peers-agree-again" } else { "peers-agree" },
        forms: Form::ALL.map(form_choice).into(),
        weekdays: (1..=LAST_WEEKDAY).map(weekday_choice).collect(),
        adults,
        at: value("at", stands.map(|weekly| i18n::time(weekly.at))),
        minutes: value("minutes", stands.map(|weekly| weekly.minutes.to_string())),
        place: value("place", stands.map(|weekly| weekly.place.clone())),
        off_site: if was_sent { fields.ticked("off_site") } else { stands.is_some_and(|one| one.off_site) },
    }
}

/// Everything that was typed, or nothing where a field is wrong.
fn read(fields: &mut Fields) -> Option<Weekly> {
    let form = fields.choice("form", Form::from_word);
    let weekday = fields.choice("weekday", |day| day.parse::<u8>().ok());
    let at = fields.time("at");
    let minutes = fields.text("minutes", 4).parse::<u16>().unwrap_or_default();
    let place = fields.text("place", MOST_PLACE);
    let adult = fields.choice("adult", |id| (!id.is_empty()).then(|| PersonId::from(id)));
    let off_site = fields.ticked("off_site");
    let weekly = Weekly { form: form?, weekday: weekday?, at: at?, minutes, place, adult: adult?, off_site };
    fields.is_right().then_some(weekly)
}

pub(super) async fn agree(path: AgreePath, page: Page, mut fields: Fields) -> Result<Response, PageError> {
    let both = fields.ticked("helper_yes") && fields.ticked("mentee_yes");
    let Some(weekly) = read(&mut fields) else { return draw(&page, &path.id, fields).await };
    match do_agree(&page.context(), &path.id, &weekly, both).await {
        Ok(()) => Ok(page.done(&ShowPath { id: path.id }, "peers-done-agreed", &[])),
        Err(Failed::Refused(why)) => {
            let (field, said) = refusal(&page, why);
            fields.problems.add(field, said.words(page.lang()));
            draw(&page, &path.id, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

/// Under which field a refusal stands, and its words.
pub(super) fn refusal(page: &Page, why: AgreeRefused) -> (&'static str, Said) {
    match why {
        AgreeRefused::Children => ("helper_yes", Said::new("peers-refused-children")),
        AgreeRefused::Over => ("form", Said::new("peers-refused-over")),
        AgreeRefused::Helper => ("helper_yes", Said::new("peers-refused-helper")),
        AgreeRefused::Paused => ("form", Said::new("peers-paused")),
        AgreeRefused::Full => ("at", Said::new("peers-refused-full")),
        AgreeRefused::Adult => ("adult", Said::new("peers-refused-adult")),
        AgreeRefused::Weekly(why) => not_so(page, why),
    }
}

fn not_so(page: &Page, why: WeeklyRefused) -> (&'static str, Said) {
    match why {
        WeeklyRefused::Weekday => ("weekday", Said::new("forms-choose")),
        WeeklyRefused::Minutes => {
            let said = Said::new("peers-refused-minutes").with("least", u32::from(*MINUTES.start()));
            ("minutes", said.with("most", u32::from(*MINUTES.end())))
        }
        WeeklyRefused::Lesson(whose) => ("at", Said::new(format!("peers-refused-lesson-{}", whose.word()))),
        WeeklyRefused::Teaches => ("adult", Said::new("peers-refused-teaches")),
        WeeklyRefused::Elsewhere => ("at", Said::new("peers-refused-elsewhere")),
        WeeklyRefused::NotAWalk => ("off_site", Said::new("peers-refused-not-a-walk")),
        WeeklyRefused::Missing(whose, missing) => {
            let (Missing::Representative(part) | Missing::Child(part)) = missing;
            let field = if part == Part::OffSite { "off_site" } else { "form" };
            let name = page.text(&format!("pupils-part-{}", part.word()));
            (field, Said::new(format!("peers-refused-missing-{}", whose.word())).with("part", name))
        }
    }
}

pub(super) async fn end(path: EndPath, page: Page) -> Result<Response, PageError> {
    do_end(&page.context(), &path.id).await?;
    Ok(page.done(&ShowPath { id: path.id }, "peers-done-ended", &[]))
}
