//! The journal on paper and as a table (doc:B6; essay:E41): the meetings of the school year up to a week, as far as the reader
//! keeps them. Pupils stand by their codes where the school gives any; what the two said of a meeting is not in it.

use super::Written;
use crate::lists::{Cell, Column, List, Year};
use crate::peers::Ground;
use crate::{Context, Failed, Never};
use documents::tables::Kind as CellKind;
use domain::duties::year_end;
use domain::journals::topics::About;
use domain::journals::{Entry, Mark, Signature, is_week};
use domain::pupils::Pupil;
use domain::{Day, PersonId, PupilId};
use i18n::{Lang, t};
use jiff::ToSpan;
use std::collections::{BTreeMap, BTreeSet};
use store::pupils::reads::What;
use store::{Tx, WriteTx};

/// Names of those who signed.
type Signers = BTreeMap<PersonId, String>;

/// A meeting with all that a line says of it.
struct Meeting<'a> {
    entry: &'a Entry,
    two: (&'a Pupil, &'a Pupil),
    /// Kind and topic, where they met.
    about: Option<About>,
    signature: Option<&'a Signature>,
}

/// The meetings of those whose journal the actor keeps, in the order of time.
fn meetings<'a>(ground: &'a Ground, context: &Context<'_>, written: &'a Written) -> Vec<Meeting<'a>> {
    let one = |entry: &'a Entry| {
        let pair = ground.pairs.iter().find(|pair| pair.id == entry.pair)?;
        let (helper, mentee) = ground.two(pair).filter(|(_, mentee)| ground.keeps(context, mentee))?;
        if !ground.keeps_of(context, mentee, &entry.class) {
            return None;
        }
        let weekly = &pair.state.agreement()?.weekly;
        let about = written.about(&pair.id, weekly, entry.week).0;
        let is_theirs = |one: &&Signature| one.class == entry.class && one.week == entry.week;
        Some(Meeting {
            entry,
            two: (helper, mentee),
            about: (entry.mark == Mark::Met).then_some(about),
            signature: written.signatures.iter().find(is_theirs),
        })
    };
    let mut all: Vec<Meeting<'a>> = written.entries.iter().filter_map(one).collect();
    let place = |one: &Meeting<'_>| (one.entry.week, one.entry.class.clone());
    all.sort_by_cached_key(place);
    all
}

/// By the code, where the school gives one (doc:B6).
fn named(pupil: &Pupil) -> String {
    pupil.code.clone().unwrap_or_else(|| pupil.name().brief())
}

fn row(lang: Lang, one: &Meeting<'_>, signers: &Signers) -> Vec<Cell> {
    let (helper, mentee) = one.two;
    let is_there_still = one.entry.class == mentee.class_key;
    let class = if is_there_still { &mentee.class } else { &one.entry.class };
    let kind = one.about.as_ref().map(|about| t(lang, &format!("journals-kind-{}", about.kind.word()), &[]));
    let topic = one.about.as_ref().and_then(|about| about.topic.clone());
    let by = one.signature.and_then(|signature| signers.get(&signature.by.0));
    let minutes = one.about.as_ref().map(|_| Cell::Number(one.entry.minutes.into()));
    vec![
        Cell::Day(one.entry.week),
        Cell::words(class.as_str()),
        Cell::words(format!("{} – {}", named(helper), named(mentee))),
        Cell::words(t(lang, &format!("journals-mark-{}", one.entry.mark.word()), &[])),
        Cell::words(kind.unwrap_or_default()),
        Cell::words(topic.unwrap_or_default()),
        minutes.unwrap_or_else(|| Cell::words("")),
        Cell::words(by.cloned().unwrap_or_default()),
    ]
}

fn columns(lang: Lang) -> Vec<Column> {
    let column = |key: &str, width, kind| Column::new(lang, key, width, kind);
    vec![
        column("journals-paper-week", 12, CellKind::Day),
        column("journals-paper-class", 8, CellKind::Text),
        column("journals-column-pair", 28, CellKind::Text),
        column("journals-paper-mark", 10, CellKind::Text),
        column("journals-kind", 20, CellKind::Text),
        column("journals-topic", 22, CellKind::Text),
        column("journals-paper-minutes", 8, CellKind::Number),
        column("journals-paper-signed", 20, CellKind::Text),
    ]
}

async fn signers(tx: &mut Tx, all: &[Meeting<'_>]) -> store::Result<Signers> {
    let people: BTreeSet<&PersonId> = all.iter().filter_map(|one| Some(&one.signature?.by.0)).collect();
    let mut signers = Signers::new();
    for person in people {
        if let Some(person) = store::people::get(tx, person).await? {
            signers.insert(person.id, person.name.brief());
        }
    }
    Ok(signers)
}

/// The journal up to a week, for whoever keeps it; where nobody of theirs has met, there is none. It is noted with each of
/// the pupils in it: a paper leaves the school more easily than a page.
pub async fn list(context: &Context<'_>, week: Day, lang: Lang) -> Result<List, Failed<Never>> {
    store::change!(context.db, tx => list_in(&mut tx, context, week, lang))
}

async fn list_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    week: Day,
    lang: Lang,
) -> Result<List, Failed<Never>> {
    let ground = Ground::load::<Never>(tx, context).await?;
    if !is_week(week, ground.today) {
        return Err(Failed::NotFound);
    }
    let year = year_end(week).saturating_sub(1.year());
    let written = Written::load(tx, &ground, (year, week)).await?;
    let meetings = meetings(&ground, context, &written);
    if meetings.is_empty() {
        return Err(Failed::NotFound);
    }
    let signers = signers(tx, &meetings).await?;
    let pupils = meetings.iter().flat_map(|one| [one.two.0, one.two.1]);
    let pupils: BTreeMap<&PupilId, &Pupil> = pupils.map(|pupil| (&pupil.id, pupil)).collect();
    for pupil in pupils.into_values() {
        store::pupils::reads::add(tx, What::Page, pupil, &context.actor.person, context.today).await?;
    }
    Ok(List {
        year: Year { school: ground.school.clone(), first: year.year() },
        lang,
        title: t(lang, "journals-paper", &[]),
        about: vec![t(lang, "journals-paper-about", &[])],
        columns: columns(lang),
        rows: meetings.iter().map(|one| row(lang, one, &signers)).collect(),
    })
}
