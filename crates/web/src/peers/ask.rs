//! A pupil before a pair is looked for: what is known of them, whom the engine proposes, why others are not possible, and
//! what an adult decides.

use super::list::{by_lot, with_pause};
use super::{AskPath, ConfirmPath, ListPath, PausePath, ProfilePath, ShowPath, named, shell};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::Choice;
use crate::pupils::goal_words;
use crate::said::Said;
use crate::{Page, PageError, filters};
use actions::Failed;
use actions::lots::Ticket;
use actions::peers::{Asked, ConfirmRefused, Standing, asked, confirm as do_confirm, keep};
use actions::peers::{pause as do_pause, resume};
use axum::http::StatusCode;
use axum::response::Response;
use domain::peers::fits::{LANGUAGES, MOST_SUBJECTS, Obstacle, Profile};
use domain::peers::weekly::LAST_WEEKDAY;
use domain::peers::{MOST_REASON, PAUSE_DAYS};
use domain::pupils::Pupil;
use domain::{Day, PupilId};

/// Somebody who helps, with what stands between.
type Told = (Pupil, Vec<Obstacle>);

/// Somebody who may help.
struct Possible {
    value: String,
    label: String,
    text: String,
    on: bool,
}

/// The form in which an adult decides.
struct Deciding {
    action: String,
    possible: Vec<Possible>,
    /// Those who are not possible, each with all reasons.
    others: Vec<(String, String)>,
}

/// The form that pauses what the pupil does with others, or takes the reader's own pause back.
struct Pausing {
    action: String,
    text: String,
    /// What is sent.
    go: &'static str,
    /// The key of the button.
    key: &'static str,
}

/// The form for what is known.
struct Known {
    action: String,
    /// What the page was drawn from.
    version: String,
    subjects: String,
    subjects_label: &'static str,
    languages: Vec<Choice>,
    days: Vec<Choice>,
    with: Vec<Choice>,
    apart: Vec<Choice>,
}

#[derive(askama::Template)]
#[template(path = "peers/ask.html")]
struct Ask {
    shell: Shell,
    today: Day,
    title: String,
    text: String,
    /// With what the family can draw the lot again.
    ticket: Vec<String>,
    /// The goal to which the pupil said yes.
    goal: Option<String>,
    /// The pair of a pupil who is helped.
    pair: Option<String>,
    pausing: Option<Pausing>,
    deciding: Option<Deciding>,
    /// What is known, where something may be kept about the pupil.
    known: Option<Known>,
    back: String,
    fields: Fields,
}

pub(super) async fn ask(path: AskPath, page: Page) -> Result<Response, PageError> {
    draw(&page, &path.pupil, Fields::default()).await
}

/// The page; with what was typed where it was not taken.
async fn draw(page: &Page, id: &PupilId, fields: Fields) -> Result<Response, PageError> {
    let asked = asked(&page.context(), id).await?;
    let status = if fields.is_right() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let pair = match &asked.standing {
        Standing::Paired(pair) => Some(ShowPath { id: pair.clone() }.to_string()),
        Standing::Helps | Standing::NotEligible | Standing::NotYet | Standing::Waits { .. } => None,
    };
    page.show_with(
        status,
        &Ask {
            shell: shell(page),
            today: page.today(),
            title: named(&asked.pupil),
            text: with_pause(page, standing(page, &asked), asked.paused),
            ticket: asked.ticket.as_ref().map(|one| ticket(page, one)).unwrap_or_default(),
            goal: asked.goal.as_ref().map(|goal| goal_words(page, goal)),
            pair,
            pausing: pausing(page, &asked),
            deciding: deciding(page, &asked, &fields),
            known: (asked.standing != Standing::NotYet).then(|| known(page, &asked, &fields)),
            back: ListPath.to_string(),
            fields,
        },
    )
}

/// The code of the child, and what was published of the lot.
fn ticket(page: &Page, one: &Ticket) -> Vec<String> {
    let said = Said::new("peers-lot-code").with("code", one.code.as_str());
    let mut lines = vec![said.with("hash", one.list_hash.as_str()).words(page.lang())];
    lines.extend(one.drawn.as_ref().map(|(number, on)| {
        let said = Said::new("lots-drawn").with("day", i18n::day(page.lang(), *on));
        said.with("number", number.as_str()).words(page.lang())
    }));
    lines
}

fn standing(page: &Page, asked: &Asked) -> String {
    let said = match (&asked.standing, asked.by_lot) {
        (Standing::Helps, _) => Said::new("peers-stands-helps").with("most", asked.places),
        (Standing::Paired(_), _) => Said::new("peers-stands-paired"),
        (Standing::NotEligible, _) => Said::new("referrals-not-eligible"),
        (Standing::NotYet, _) => Said::new("peers-stands-not-yet"),
        (Standing::Waits { .. }, _) if asked.paused => Said::new("peers-stands-waits"),
        (Standing::Waits { rests_until: Some(until), .. }, _) if page.today() < *until => {
            Said::new("peers-rests").with("day", i18n::day(page.lang(), *until))
        }
        (Standing::Waits { rests_until: Some(_), .. }, _) => Said::new("peers-adult-decides"),
        (Standing::Waits { .. }, Some(waits)) => by_lot(page, waits),
        (Standing::Waits { proposed: Some(_), .. }, None) => Said::new("peers-stands-proposed"),
        (Standing::Waits { .. }, None) => Said::new("peers-nobody"),
    };
    said.words(page.lang())
}

/// What stands between two, in words for adults.
pub(super) fn obstacle(page: &Page, obstacle: Obstacle) -> String {
    let said = Said::new(format!("peers-obstacle-{}", obstacle.word()));
    let said = match obstacle {
        Obstacle::Grades { least, most } => said.with("least", least).with("most", most),
        Obstacle::Full { places } | Obstacle::Heightened { places } => said.with("places", places),
        Obstacle::Same | Obstacle::Subject | Obstacle::Language | Obstacle::Days | Obstacle::Apart => said,
    };
    said.words(page.lang())
}

fn deciding(page: &Page, asked: &Asked, fields: &Fields) -> Option<Deciding> {
    let Standing::Waits { rests_until, proposed, helpers } = &asked.standing else { return None };
    if asked.paused || rests_until.is_some_and(|until| page.today() < until) {
        return None;
    }
    let (possible, others): (Vec<&Told>, Vec<&Told>) =
        helpers.iter().partition(|(_, obstacles)| obstacles.is_empty());
    let choice = |(pupil, _): &Told| {
        let is_proposed = proposed.as_ref() == Some(&pupil.id);
        let typed = fields.value("helper");
        Possible {
            value: pupil.id.as_str().to_owned(),
            label: named(pupil),
            text: if is_proposed { page.text("peers-is-proposed") } else { String::new() },
            on: if typed.is_empty() { is_proposed } else { typed == pupil.id.as_str() },
        }
    };
    let reasons = |(pupil, obstacles): &Told| {
        let words: Vec<String> = obstacles.iter().map(|one| obstacle(page, *one)).collect();
        (named(pupil), words.join("; "))
    };
    Some(Deciding {
        action: ConfirmPath { pupil: asked.pupil.id.clone() }.to_string(),
        possible: possible.into_iter().map(choice).collect(),
        others: others.into_iter().map(reasons).collect(),
    })
}

/// Whoever paused it takes it back; whoever reads that it is paused, and did not do so, has nothing to decide here.
fn pausing(page: &Page, asked: &Asked) -> Option<Pausing> {
    let (text, go, key) = match asked.own_pause {
        Some(until) => {
            let said = Said::new("peers-pause-own").with("day", i18n::day(page.lang(), until));
            (said, "over", "peers-resume")
        }
        None if asked.paused => return None,
        None => (Said::new("peers-pause-text").with("days", PAUSE_DAYS), "on", "peers-pause"),
    };
    let action = PausePath { pupil: asked.pupil.id.clone() }.to_string();
    Some(Pausing { action, text: text.words(page.lang()), go, key })
}

fn known(page: &Page, asked: &Asked, fields: &Fields) -> Known {
    let profile = &asked.profile;
    let was_sent = fields.has("subjects");
    let ticked = |name: &str, value: &str, stands: bool| {
        if was_sent { fields.values(name).contains(&value) } else { stands }
    };
    let language = |word: &str| Choice {
        chosen: ticked("language", word, profile.languages.iter().any(|one| one == word)),
        ..Choice::new(word, page.text(&format!("peers-language-{word}")))
    };
    let day = |weekday: u8| {
        let value = weekday.to_string();
        let label = i18n::t(page.lang(), "suggestions-weekday", &[("weekday", weekday.into())]);
        Choice {
            chosen: ticked("day", &value, profile.days.contains(&weekday)),
            ..Choice::new(value, i18n::capital(&label))
        }
    };
    let other = |name: &'static str, stands: &[PupilId]| -> Vec<Choice> {
        let choice = |pupil: &Pupil| Choice {
            chosen: ticked(name, pupil.id.as_str(), stands.contains(&pupil.id)),
            ..Choice::new(pupil.id.as_str(), named(pupil))
        };
        asked.others.iter().map(choice).collect()
    };
    let helps = matches!(asked.standing, Standing::Helps);
    Known {
        action: ProfilePath { pupil: asked.pupil.id.clone() }.to_string(),
        version: if was_sent { fields.value("version").to_owned() } else { profile.version.to_string() },
        subjects: if was_sent { fields.value("subjects").to_owned() } else { profile.subjects.join(", ") },
        subjects_label: if helps { "peers-subjects-helps" } else { "peers-subjects-needs" },
        languages: LANGUAGES.map(language).into(),
        days: (1..=LAST_WEEKDAY).map(day).collect(),
        with: other("with", &profile.with),
        apart: other("apart", &profile.apart),
    }
}

/// Says beside each field that differs what stands there since the other one saved; nothing that was typed is lost.
fn show_what_stands(page: &Page, now: &Asked, fields: &mut Fields) {
    let (typed, stands) = (known(page, now, fields), known(page, now, &Fields::default()));
    if typed.subjects.trim() != stands.subjects {
        fields.now_stands("subjects", stands.subjects);
    }
    let chosen = |choices: &[Choice]| -> String {
        let labels = choices.iter().filter(|one| one.chosen).map(|one| one.label.as_str());
        labels.collect::<Vec<_>>().join(", ")
    };
    for (name, typed, stands) in [
        ("language", &typed.languages, &stands.languages),
        ("day", &typed.days, &stands.days),
        ("with", &typed.with, &stands.with),
        ("apart", &typed.apart, &stands.apart),
    ] {
        if chosen(typed) != chosen(stands) {
            fields.now_stands(name, chosen(stands));
        }
    }
    if fields.is_right() {
        fields.refuse("subjects", "forms-now-other", &[]);
    }
    fields.put("version", now.profile.version.to_string());
}

pub(super) async fn profile(
    path: ProfilePath,
    page: Page,
    mut fields: Fields,
) -> Result<Response, PageError> {
    let version = fields.value("version").parse().map_err(|_| PageError::Unreadable)?;
    let subjects = fields.optional_text("subjects", MOST_SUBJECTS).unwrap_or_default();
    if !fields.is_right() {
        return draw(&page, &path.pupil, fields).await;
    }
    let pupils = |name: &str| fields.values(name).into_iter().map(PupilId::from).collect();
    let days = fields.values("day").into_iter().filter_map(|day| day.parse().ok());
    let languages = LANGUAGES.into_iter().filter(|word| fields.values("language").contains(word));
    let profile = Profile {
        subjects: Profile::read_subjects(&subjects),
        languages: languages.map(str::to_owned).collect(),
        days: days.filter(|day| (1..=LAST_WEEKDAY).contains(day)).collect(),
        with: pupils("with"),
        apart: pupils("apart"),
        version,
    };
    match keep(&page.context(), &path.pupil, &profile).await {
        Ok(()) => Ok(page.done(&AskPath { pupil: path.pupil }, "peers-done-kept", &[])),
        Err(Failed::Changed) => {
            let now = asked(&page.context(), &path.pupil).await?;
            show_what_stands(&page, &now, &mut fields);
            draw(&page, &path.pupil, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

pub(super) async fn pause(path: PausePath, page: Page, fields: Fields) -> Result<Response, PageError> {
    let key = if fields.value("go") == "over" {
        resume(&page.context(), &path.pupil).await?;
        "peers-done-resumed"
    } else {
        do_pause(&page.context(), &path.pupil).await?;
        "peers-done-paused"
    };
    Ok(page.done(&AskPath { pupil: path.pupil }, key, &[]))
}

pub(super) async fn confirm(
    path: ConfirmPath,
    page: Page,
    mut fields: Fields,
) -> Result<Response, PageError> {
    let helper = fields.choice("helper", |id| (!id.is_empty()).then(|| PupilId::from(id)));
    let reason = fields.optional_text("reason", MOST_REASON);
    let Some(helper) = helper.filter(|_| fields.is_right()) else {
        return draw(&page, &path.pupil, fields).await;
    };
    match do_confirm(&page.context(), &path.pupil, &helper, reason.as_deref()).await {
        Ok(id) => Ok(page.done(&ShowPath { id }, "peers-done-confirmed", &[])),
        Err(Failed::Refused(why)) => {
            let (field, text) = refusal(&page, why);
            fields.problems.add(field, text);
            draw(&page, &path.pupil, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

/// Under which field a refusal stands, and its words.
fn refusal(page: &Page, why: ConfirmRefused) -> (&'static str, String) {
    match why {
        ConfirmRefused::NotWaiting => ("helper", page.text("peers-refused-not-waiting")),
        ConfirmRefused::Rests(until) => {
            let said = Said::new("peers-rests").with("day", i18n::day(page.lang(), until));
            ("helper", said.words(page.lang()))
        }
        ConfirmRefused::Paused => ("helper", page.text("peers-paused")),
        ConfirmRefused::Helper => ("helper", page.text("peers-refused-helper")),
        ConfirmRefused::Obstacle(one) => ("helper", i18n::capital(&obstacle(page, one))),
        ConfirmRefused::Reason => ("reason", page.text("peers-refused-reason")),
    }
}
