//! Two or three mentors side by side: first what the reader keeps for themselves, then what the two did together,
//! then what stands on the cards.

use super::cards::{self, Card};
use super::common;
use super::hall::Hall;
use super::list;
use super::{ComparePath, ListPath};
use crate::contacts::{self, kind_key};
use crate::forms::Fields;
use crate::layout::Shell;
use crate::layout::parts::{Criterion, Head, Side};
use crate::{Page, PageError, filters};
use axum::extract::RawQuery;
use axum::response::Response;
use domain::contacts::{Contact, Impression};
use domain::mentors::Mentor;
use domain::newcomers::Newcomer;
use domain::people::Name;
use domain::suggestions::Common;
use i18n::Arg;
use store::Tx;

/// How many fit beside each other and into one's head.
const SIDE_BY_SIDE: std::ops::RangeInclusive<usize> = 2..=3;

/// One of them, with what the reader knows.
struct Known {
    mentor: Mentor,
    card: Card,
    common: Common,
    /// Joint work with them, the earliest first.
    works: Vec<Contact>,
    /// What the reader keeps about it, the latest first.
    kept: Vec<Impression>,
}

/// The last row: one act for each.
struct Step {
    given: String,
    card: Card,
    /// Where a joint work is written down, while there was none.
    record: String,
}

#[derive(askama::Template)]
#[template(path = "mentors/compare.html")]
struct Compare {
    shell: Shell,
    date: String,
    names: String,
    until: String,
    heads: Vec<Head>,
    criteria: Vec<Criterion>,
    steps: Vec<Step>,
}

/// The address at which the favourites among these cards stand side by side; empty where they are not two or three.
pub(super) fn favourites(cards: &[Card]) -> String {
    let own = |card: &&Card| card.own.as_ref().is_some_and(cards::Own::favourite);
    let ids: Vec<String> = cards.iter().filter(own).map(|card| format!("with={}", card.id)).collect();
    if SIDE_BY_SIDE.contains(&ids.len()) { format!("{ComparePath}?{}", ids.join("&")) } else { String::new() }
}

pub(super) async fn compare(
    _: ComparePath,
    RawQuery(query): RawQuery,
    page: Page,
) -> Result<Response, PageError> {
    let query = Fields::read(page.lang(), &query.unwrap_or_default());
    let mut wanted: Vec<&str> = Vec::new();
    for id in query.values("with") {
        if !wanted.contains(&id) {
            wanted.push(id);
        }
    }
    let mut tx = page.read().await?;
    let Some(hall) = Hall::load(&page, &mut tx).await? else { return Ok(page.go(&ListPath)) };
    let newcomer = hall.newcomer_of(&page.actor().person).ok_or(PageError::NotFound)?;
    if !SIDE_BY_SIDE.contains(&wanted.len()) {
        drop(tx);
        return list::refuse(&page, &query, "suggestions-compare-refused").await;
    }
    let mut mentors = Vec::new();
    for id in wanted {
        let mentor = hall.mentor(&id.to_owned().into()).ok_or(PageError::NotFound)?;
        if !cards::is_public(&page, &hall, mentor) {
            return Err(PageError::NotFound);
        }
        mentors.push(mentor.clone());
    }
    let known = known(&page, &mut tx, &hall, newcomer, mentors).await?;
    page.show(&Compare {
        shell: page.shell(),
        date: i18n::day_with_weekday(page.lang(), page.today()),
        names: known.iter().map(|one| one.card.name.brief()).collect::<Vec<_>>().join(", "),
        until: i18n::day_until(page.lang(), hall.programme.phases.selection_until),
        heads: known.iter().map(|one| head(&one.card.name)).collect(),
        criteria: criteria(&page, &known),
        steps: known.into_iter().map(step).collect(),
    })
}

async fn known(
    page: &Page,
    tx: &mut Tx,
    hall: &Hall,
    newcomer: &Newcomer,
    mentors: Vec<Mentor>,
) -> Result<Vec<Known>, PageError> {
    let (context, programme) = (page.context(), &hall.programme);
    let common = actions::suggestions::common_with(tx, &context, programme, newcomer, &mentors).await?;
    let contacts = store::contacts::of_newcomer(tx, &newcomer.school, &newcomer.id).await?;
    let impressions = store::contacts::impressions(tx, &newcomer.school, &page.actor().person).await?;
    let mut known = Vec::with_capacity(mentors.len());
    for (mentor, common) in mentors.into_iter().zip(common) {
        let works = works_with(&contacts, &mentor);
        let of = |kept: &&Impression| works.iter().any(|work| work.id == kept.contact);
        let mut kept: Vec<Impression> = impressions.iter().filter(of).cloned().collect();
        kept.sort_by_key(|one| std::cmp::Reverse(one.written_at));
        let card = cards::one(page, tx, hall, &mentor).await?;
        known.push(Known { mentor, card, common, works, kept });
    }
    Ok(known)
}

/// Joint work with a mentor that counts, the earliest first.
pub(super) fn works_with(contacts: &[Contact], mentor: &Mentor) -> Vec<Contact> {
    let with = |contact: &&Contact| contact.mentor == mentor.id && contact.state.counts();
    let mut works: Vec<Contact> = contacts.iter().filter(with).cloned().collect();
    works.sort_by_key(|work| work.deed.held_on);
    works
}

pub(super) fn head(name: &Name) -> Head {
    Head { initials: name.initials(), name: name.brief(), given: name.given.clone() }
}

fn step(one: Known) -> Step {
    let alone = one.works.is_empty() && !one.card.write().is_empty();
    let record = if alone { contacts::NewPath::with(&one.mentor.id) } else { String::new() };
    Step { given: one.card.name.given.clone(), card: one.card, record }
}

/// Own impressions first, facts last. Nothing is added up, and nobody is put in order.
fn criteria(page: &Page, known: &[Known]) -> Vec<Criterion> {
    let own = known.iter().any(|one| !one.kept.is_empty()).then(|| Criterion {
        title: page.text("suggestions-own"),
        private: true,
        common: false,
        sides: known.iter().map(|one| impression(page, &one.kept)).collect(),
    });
    let row = |key: &str, lines: &dyn Fn(&Known) -> Vec<String>| {
        Criterion::of(page.text(key), known.iter().map(lines))
    };
    let rows = [
        row("suggestions-works", &|one| works(page, &one.works)),
        row("suggestions-common", &|one| or(page, common::words(page, &one.common), "suggestions-unknown")),
        row("mentors-gives", &|one| vec![one.card.gives.clone()]),
        row("mentors-works", &|one| vec![one.card.works.clone()]),
        row("mentors-motive", &|one| vec![one.card.motive.clone()]),
        row("mentors-languages", &|one| vec![one.card.languages.clone()]),
        row("mentors-places", &|one| vec![list::places(page, one.card.taken.into(), one.card.places)]),
        row("mentors-answering", &|one| vec![page.text(&one.card.answering)]),
        row("suggestions-facts", &|one| vec![one.card.facts.clone()]),
    ];
    // A field that the programme closed is empty on every card.
    let says = |side: &Side| side.lines.iter().any(|line| !line.is_empty());
    let open = rows.into_iter().filter(|row| row.sides.iter().any(says));
    own.into_iter().chain(open).collect()
}

fn or(page: &Page, lines: Vec<String>, key: &str) -> Vec<String> {
    if lines.is_empty() { vec![page.text(key)] } else { lines }
}

pub(super) fn works(page: &Page, works: &[Contact]) -> Vec<String> {
    let line = |work: &Contact| {
        let kind = page.text(&kind_key(work.deed.kind));
        let day = i18n::day_short(page.lang(), work.deed.held_on);
        i18n::t(page.lang(), "suggestions-work", &[("kind", Arg::from(kind)), ("day", day.into())])
    };
    or(page, works.iter().map(line).collect(), "requests-met-not")
}

/// The latest mark on each scale, the latest words, and when they were written.
fn impression(page: &Page, kept: &[Impression]) -> Side {
    let scale = |name: &str, mark: &dyn Fn(&Impression) -> Option<domain::contacts::Mark>| {
        let mark = kept.iter().find_map(mark)?.number();
        let asked = page.text(&format!("contacts-impression-{name}"));
        Some((asked, mark, page.text(&format!("contacts-mark-{mark}"))))
    };
    let scales = [
        scale("useful", &|one| one.useful),
        scale("ease", &|one| one.ease),
        scale("asking", &|one| one.asking),
    ];
    let written = |one: &Impression| {
        let day = i18n::day_short(page.lang(), page.local(one.written_at).date());
        i18n::t(page.lang(), "contacts-impression-written", &[("day", day.into())])
    };
    let nothing = if kept.is_empty() { vec![page.text("suggestions-own-none")] } else { Vec::new() };
    Side {
        lines: nothing,
        scale: scales.into_iter().flatten().collect(),
        note: kept.iter().find(|one| !one.note.is_empty()).map(|one| one.note.clone()).unwrap_or_default(),
        written: kept.first().map(written).unwrap_or_default(),
    }
}
