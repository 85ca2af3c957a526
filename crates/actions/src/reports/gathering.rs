//! What a report gathers from the journal at the moment of opening: nothing is typed twice (feat:F2; essay:E20).
//!
//! Private notes never come here: of the notes on meetings only those «for the document». Neither do the
//! places of meetings, of which their pages promise that the two alone read them, nor their themes, unless whoever wrote
//! one offered it; what the two did stands by its kind.

use super::lessons::{self, together};
use super::{Opened, pupils};
use domain::calendar::local;
use domain::contacts::Contact;
use domain::difficulties::Map;
use domain::meetings::Meeting;
use domain::milestones::Milestone;
use domain::observations::Observation;
use domain::pairs::{Pair, State as PairState};
use domain::plans::Item;
use domain::programmes::Programme;
use domain::reports::{Facts, Kind, Line, List, Party, State, What, due_on, of_place, period};
use domain::{Day, MentorId, NewcomerId, PairId, PersonId};
use i18n::Lang;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;
use store::Tx;
use store::people::Named;

/// Gathers the facts of a report as of a day.
pub async fn gather(tx: &mut Tx, opened: &Opened, today: Day) -> store::Result<Facts> {
    let (from, until) = period(opened.report.term, &opened.programme);
    let until = until.min(today).max(from);
    let mut facts = Facts {
        from,
        until,
        newcomer: None,
        mentor: None,
        order: None,
        lists: Vec::new(),
        figures: Vec::new(),
    };
    match (&opened.pair, opened.report.kind) {
        (Some(pair), kind) => of_pair(tx, kind, pair, &mut facts).await?,
        (None, Kind::Peers) => pupils::gather(tx, &opened.programme, &mut facts).await?,
        (None, _) => of_programme(tx, &opened.programme, &mut facts).await?,
    }
    Ok(facts)
}

async fn party(tx: &mut Tx, person: &PersonId) -> store::Result<Option<Party>> {
    Ok(store::people::get(tx, person).await?.map(|person| {
        let party = crate::orders::party(&person);
        Party { name: party.name, post_kk: party.post.kk, post_ru: party.post.ru }
    }))
}

/// The two, and the order that assigns the mentor.
async fn who(tx: &mut Tx, pair: &Pair, facts: &mut Facts) -> store::Result<()> {
    if let Some((newcomer, mentor)) = crate::consents::persons(tx, pair).await? {
        facts.newcomer = party(tx, &newcomer).await?;
        facts.mentor = party(tx, &mentor).await?;
    }
    facts.order = crate::orders::assigned_by(tx, pair).await?.map(|signed| (signed.number, signed.on));
    Ok(())
}

async fn of_pair(tx: &mut Tx, kind: Kind, pair: &Pair, facts: &mut Facts) -> store::Result<()> {
    who(tx, pair, facts).await?;
    let covered = facts.from..=facts.until;
    // As on the sheet of hours: what one of the two says alone counts once the other one says so, too (docs/decisions/0064).
    let held = store::meetings::of_pair(tx, &pair.school, &pair.id).await?;
    let held = held.into_iter().filter(|one| one.is_confirmed() && covered.contains(&one.day));
    let held: Vec<_> = held.collect();
    let meetings: Vec<Line> =
        held.iter().map(|one| happened(one.kind.word(), one.day, one.minutes)).collect();
    let contacts = store::contacts::of_newcomer(tx, &pair.school, &pair.newcomer).await?;
    let contacts = contacts
        .iter()
        .filter(|one| one.mentor == pair.mentor && one.state.counts() && covered.contains(&one.deed.held_on))
        .map(worked);
    let contacts: Vec<Line> = contacts.collect();
    let lessons = lessons::of_pair(tx, kind, pair, &covered).await?;
    let all = together([meetings.clone(), contacts.clone()].concat(), lessons.of_two);
    let themes = themes(tx, pair, &held).await?;
    let notes = notes(tx, pair, &held).await?;
    push(facts, What::Meetings, meetings);
    push(facts, What::Contacts, contacts);
    push(facts, What::Observations, lessons.observed);
    push(facts, What::Visits, lessons.visited);
    push(facts, What::Together, all);
    push(facts, What::Themes, themes);
    push(facts, What::Notes, notes);
    steps(tx, pair, facts).await?;
    milestones(tx, pair, facts).await?;
    // The map is the newcomer's own: it comes into nobody else's report, and without its marks.
    if kind == Kind::Newcomer {
        let maps = store::difficulties::of_newcomer(tx, &pair.school, &pair.newcomer).await?;
        push(facts, What::Easier, easier(&maps));
    }
    Ok(())
}

fn push(facts: &mut Facts, what: What, lines: Vec<Line>) {
    facts.lists.push(List { what, lines });
}

/// Steps of the work plan, done and open.
async fn steps(tx: &mut Tx, pair: &Pair, facts: &mut Facts) -> store::Result<()> {
    let items = match store::plans::of_pair(tx, &pair.school, &pair.id).await? {
        Some(plan) => crate::plans::items(tx, &plan).await?,
        None => Vec::new(),
    };
    let until = facts.until;
    let (done, open): (Vec<&Item>, Vec<&Item>) = items
        .iter()
        .filter(|item| !item.removed)
        .partition(|item| item.done.as_ref().is_some_and(|done| done.on <= until));
    push(facts, What::StepsDone, done.into_iter().map(|item| step(item, true)).collect());
    push(facts, What::StepsOpen, open.into_iter().map(|item| step(item, false)).collect());
    Ok(())
}

/// Lines of the adaptation checklist, ticked and left.
async fn milestones(tx: &mut Tx, pair: &Pair, facts: &mut Facts) -> store::Result<()> {
    let ticks = crate::milestones::ticks(tx, &pair.school, &pair.newcomer).await?;
    let until = facts.until;
    let ticked: BTreeMap<Milestone, Day> =
        ticks.iter().filter(|tick| tick.on <= until).map(|tick| (tick.milestone, tick.on)).collect();
    let milestone = |one: &Milestone| Line {
        word: Some(one.word().to_owned()),
        day: ticked.get(one).copied(),
        ..Line::default()
    };
    let (done, open): (Vec<&Milestone>, Vec<&Milestone>) =
        Milestone::ALL.iter().partition(|one| ticked.contains_key(one));
    push(facts, What::MilestonesDone, done.into_iter().map(milestone).collect());
    push(facts, What::MilestonesOpen, open.into_iter().map(milestone).collect());
    Ok(())
}

/// Notes «for the document», of meetings that took place.
async fn notes(tx: &mut Tx, pair: &Pair, held: &[Meeting]) -> store::Result<Vec<Line>> {
    let days: BTreeMap<_, Day> = held.iter().map(|one| (&one.id, one.day)).collect();
    let notes = store::meetings::document_notes(tx, &pair.school, &pair.id).await?;
    let lines = notes.into_iter().filter_map(|note| {
        let day = days.get(&note.meeting).copied();
        day.map(|day| Line { text: Some(note.text), day: Some(day), ..Line::default() })
    });
    Ok(lines.collect())
}

/// The themes that were offered, of meetings that took place.
async fn themes(tx: &mut Tx, pair: &Pair, held: &[Meeting]) -> store::Result<Vec<Line>> {
    let offered = store::meetings::offered_themes(tx, &pair.school, &pair.id).await?;
    let of = held.iter().filter(|one| offered.contains(&one.id));
    Ok(of.map(|one| Line { text: one.topic.clone(), day: Some(one.day), ..Line::default() }).collect())
}

/// Joint work beside the meetings.
fn worked(contact: &Contact) -> Line {
    let deed = &contact.deed;
    happened(deed.kind.word(), deed.held_on, deed.minutes)
}

pub(super) fn happened(kind: &str, day: Day, minutes: u16) -> Line {
    Line { word: Some(kind.to_owned()), day: Some(day), minutes: Some(minutes), ..Line::default() }
}

fn step(item: &Item, done: bool) -> Line {
    Line {
        word: item.step.map(|step| step.word().to_owned()),
        text: item.content.text.clone(),
        day: if done { item.done.as_ref().map(|done| done.on) } else { Some(item.content.due) },
        ..Line::default()
    }
}

/// Topics that were marked harder in the first map than in the last.
fn easier(maps: &[Map]) -> Vec<Line> {
    let first = maps.iter().min_by_key(|map| map.season);
    let last = maps.iter().max_by_key(|map| map.season);
    let (Some(first), Some(last)) = (first, last) else { return Vec::new() };
    let lighter =
        first.marks.iter().filter(|(topic, mark)| last.marks.get(topic).is_some_and(|now| now < mark));
    lighter.map(|(topic, _)| Line { word: Some(topic.word().to_owned()), ..Line::default() }).collect()
}

async fn of_programme(tx: &mut Tx, programme: &Programme, facts: &mut Facts) -> store::Result<()> {
    let (school, id) = (&programme.school, &programme.id);
    let mentors = store::mentors::named(tx, school, id).await?;
    let newcomers = store::newcomers::named(tx, school, id).await?;
    let all = store::pairs::of_programme(tx, school, id).await?;
    let until = facts.until;
    let began = |pair: &&Pair| pair.assignment().is_some_and(|one| one.period.from <= until);
    let pairs: Vec<&Pair> = all.iter().filter(began).collect();
    let of_two = |pair: &Pair| {
        let newcomer = newcomers.iter().find(|one| one.id == pair.newcomer).map(|one| one.name.brief());
        let mentor = mentors.iter().find(|one| one.id == pair.mentor).map(|one| one.name.brief());
        let both = [newcomer, mentor].into_iter().flatten().collect::<Vec<_>>().join(" – ");
        (pair.id.clone(), both)
    };
    let names: BTreeMap<PairId, String> = all.iter().map(of_two).collect();
    let covered = facts.from..=until;
    let mut visits = store::observations::of_programme(tx, school, id).await?;
    visits.retain(|one| lessons::counts(one, &covered));
    let done = spent(tx, programme, &pairs, &mentors, (&covered, &visits)).await?;
    let planned: BTreeSet<_> =
        store::plans::of_programme(tx, school, id).await?.into_iter().filter_map(|plan| plan.pair).collect();
    let line = |pair: &&Pair| Line {
        text: names.get(&pair.id).cloned(),
        day: pair.assignment().map(|one| one.period.from),
        minutes: done.minutes.get(&pair.id).copied(),
        ..Line::default()
    };
    let works = |pair: &&&Pair| matches!(pair.state, PairState::Assigned(_));
    let lines = |of: &mut dyn Iterator<Item = &&Pair>| of.map(line).collect::<Vec<Line>>();
    push(facts, What::Pairs, lines(&mut pairs.iter()));
    let unmet = &mut pairs.iter().filter(works).filter(|pair| !done.met.contains(&pair.id));
    push(facts, What::NotMet, lines(unmet));
    let unplanned = &mut pairs.iter().filter(works).filter(|pair| !planned.contains(&pair.id));
    push(facts, What::NoPlan, lines(unplanned));
    push(facts, What::Ended, lines(&mut pairs.iter().filter(|pair| !works(pair))));
    let two = pairs.iter().filter_map(|pair| {
        let mentor = mentors.iter().find(|mentor| mentor.id == pair.mentor)?;
        Some((&pair.newcomer, &mentor.person))
    });
    let whose = (&newcomers[..], &two.collect());
    let lessons = lessons::of_programme(&visits, whose);
    push(facts, What::Observations, lessons.observed);
    push(facts, What::Visits, lessons.visited);
    let in_time = in_time(tx, programme, &names).await?;
    push(facts, What::InTime, in_time);
    Ok(())
}

/// Time of pairs.
struct Spent {
    /// Pairs with a meeting that took place.
    met: BTreeSet<PairId>,
    /// Minutes of each pair: meetings, joint work and lessons, each deed once.
    minutes: BTreeMap<PairId, u16>,
}

/// The time of all pairs. What stands between two people and not in a pair is the last pair's of these two that had
/// begun by then. `visits` are the lessons that count on the covered days.
async fn spent(
    tx: &mut Tx,
    programme: &Programme,
    pairs: &[&Pair],
    mentors: &[Named<MentorId>],
    (covered, visits): (&RangeInclusive<Day>, &[Observation]),
) -> store::Result<Spent> {
    let (school, id) = (&programme.school, &programme.id);
    let of_two = |newcomer: &NewcomerId, mentor: &MentorId, day: Day| {
        let mut same: Vec<&&Pair> =
            pairs.iter().filter(|pair| pair.newcomer == *newcomer && pair.mentor == *mentor).collect();
        let begins = |pair: &Pair| pair.assignment().map(|one| one.period.from);
        same.sort_by_key(|pair| begins(pair));
        let found = same.iter().rfind(|pair| begins(pair) <= Some(day)).or(same.first());
        found.map(|pair| pair.id.clone())
    };
    let mut worked_by: BTreeMap<PairId, Vec<Line>> = BTreeMap::new();
    for one in store::meetings::of_programme(tx, school, id).await? {
        if one.is_confirmed() && covered.contains(&one.day) {
            worked_by.entry(one.pair).or_default().push(happened(one.kind.word(), one.day, one.minutes));
        }
    }
    let met = worked_by.keys().cloned().collect();
    for one in store::contacts::of_programme(tx, school, id).await? {
        if one.state.counts()
            && covered.contains(&one.deed.held_on)
            && let Some(pair) = of_two(&one.newcomer, &one.mentor, one.deed.held_on)
        {
            worked_by.entry(pair).or_default().push(worked(&one));
        }
    }
    let mut watched: BTreeMap<PairId, Vec<Line>> = BTreeMap::new();
    for one in visits {
        let mentor = mentors.iter().find(|mentor| one.party(&mentor.person).is_some());
        if let Some(pair) = mentor.and_then(|mentor| of_two(&one.newcomer, &mentor.id, one.day)) {
            watched.entry(pair).or_default().push(lessons::of_two(one));
        }
    }
    let all: BTreeSet<PairId> = worked_by.keys().chain(watched.keys()).cloned().collect();
    let sum = |pair: PairId| {
        let worked = worked_by.remove(&pair).unwrap_or_default();
        let lines = together(worked, watched.remove(&pair).unwrap_or_default());
        let minutes = lines.iter().filter_map(|line| line.minutes).fold(0, u16::saturating_add);
        (pair, minutes)
    };
    Ok(Spent { met, minutes: all.into_iter().map(sum).collect() })
}

/// Reports whose author signed them by their day.
async fn in_time(
    tx: &mut Tx,
    programme: &Programme,
    names: &BTreeMap<PairId, String>,
) -> store::Result<Vec<Line>> {
    let (school, id) = (&programme.school, &programme.id);
    let offset = store::schools::get(tx, school).await?.map_or(0, |school| school.utc_offset_minutes);
    let signatures = store::reports::signatures_of_programme(tx, school, id).await?;
    let mut lines = Vec::new();
    for report in store::reports::of_programme(tx, school, id).await? {
        let Some(signed) = signatures.get(&report.id).and_then(|own| of_place(own, 0)) else { continue };
        let on = local(signed.at, offset).date();
        let pair = report.pair.as_ref().and_then(|id| names.get(id));
        if let Some(names) = pair
            && report.state != State::Draft
            && on <= due_on(report.kind, report.term, programme)
        {
            let word = format!("{}-{}", report.kind.word(), report.term.word());
            lines.push(Line { word: Some(word), text: Some(names.clone()), day: Some(on), minutes: None });
        }
    }
    Ok(lines)
}

/// What a line says in a language.
pub fn said(lang: Lang, what: What, line: &Line) -> String {
    if what.is_of_pupils() {
        return pupils::said(lang, what, line);
    }
    let key = |word: &String| match what {
        What::Meetings | What::Contacts | What::Together => Some(format!("contacts-kind-{word}")),
        What::StepsDone | What::StepsOpen => Some(format!("plans-step-{word}")),
        What::MilestonesDone | What::MilestonesOpen => Some(format!("milestones-step-{word}")),
        What::Easier => Some(format!("difficulties-topic-{word}")),
        What::InTime => Some(format!("reports-kind-{word}")),
        What::Observations | What::Visits => Some(format!("reports-lesson-{word}")),
        What::Themes
        | What::Notes
        | What::Pairs
        | What::NotMet
        | What::NoPlan
        | What::Ended
        | What::PeerPairs
        | What::PeerKept
        | What::PeerEarly
        | What::PeerHelpers
        | What::PeerMentees => None,
    };
    let of_template = line.word.as_ref().and_then(key).map(|key| i18n::t(lang, &key, &[]));
    match (what, of_template, &line.text) {
        (What::InTime | What::Observations | What::Visits, Some(kind), Some(names)) => {
            format!("{names} · {kind}")
        }
        (_, _, Some(own)) => own.clone(),
        (_, Some(words), None) => words,
        (_, None, None) => String::new(),
    }
}

/// What a list counts, in a language.
pub fn caption(lang: Lang, what: What) -> String {
    i18n::t(lang, &format!("reports-list-{}", what.word()), &[])
}
