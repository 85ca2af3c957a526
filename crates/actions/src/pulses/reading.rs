//! What is read of the pulse: the own line as a table, groups of a half-year that is over, and whom to ask how it goes.

use super::{own, words};
use crate::lists::{Cell, Column, List};
use crate::surveys::partners;
use crate::{Context, Failed, Never};
use documents::tables::Kind as CellKind;
use domain::PersonId;
use domain::permissions::{Action, may};
use domain::programmes::{Phase, Programme};
use domain::pulses::{Given, Half, Question, Said, Source, Wordings, middle};
use domain::sides::Side;
use domain::surveys::{Item, Mark};
use i18n::{Lang, t};
use measure::scales::{Share, Told, marks, share};
use std::collections::{BTreeMap, BTreeSet};
use store::{Tx, WriteTx};

/// One question in the words in which it was asked, and what came of it: other words are another line.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The question.
    pub question: Question,
    /// The number of its words.
    pub version: u16,
    /// The middles.
    pub told: Told,
}

/// What may be read of one side in one half-year.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The half-year.
    pub half: Half,
    /// Who.
    pub side: Side,
    /// How it went and how meetings went, each where enough have said so, then the second questions; each person counts
    /// once, with the middle of their answers. Nothing where the group is too small, and how small stays unknown.
    pub lines: Option<Vec<Line>>,
    /// How many skipped it at least once.
    pub skipped: Share,
}

/// The groups of a programme in the half-years that are over, in their order. `None` for whoever may not see them.
pub async fn groups(
    tx: &mut Tx,
    context: &Context<'_>,
    programme: &Programme,
) -> store::Result<Option<Vec<Group>>> {
    if may(context.actor, &Action::SeeSurveys(&programme.school)).is_err() {
        return Ok(None);
    }
    let given = store::pulses::of_programme(tx, programme).await?;
    let words = store::pulses::wordings(tx, programme).await?;
    let least = u32::from(programme.settings.min_cell);
    let over = Half::BOTH.into_iter().filter(|half| half.is_over(programme, context.today));
    let group = |(half, side): (Half, Side)| {
        let of: Vec<&Given> = given
            .iter()
            .filter(|one| one.side == side && Half::of(one.fortnight, programme) == half)
            .collect();
        group((half, side), &of, &words, least)
    };
    Ok(Some(over.flat_map(|half| Side::BOTH.map(|side| (half, side))).map(group).collect()))
}

fn group((half, side): (Half, Side), given: &[&Given], words: &Wordings, least: u32) -> Group {
    let people: BTreeSet<&PersonId> = given.iter().map(|one| &one.person).collect();
    let skipped: BTreeSet<&PersonId> =
        given.iter().filter(|one| one.said == Said::Skipped).map(|one| &one.person).collect();
    let count = |people: &BTreeSet<&PersonId>| u32::try_from(people.len()).unwrap_or(u32::MAX);
    let lines = |question: Question| -> Vec<Line> {
        let version = |one: &Given| words.version(question, one.wording);
        let asked = given.iter().filter(|one| is_asked(one, question));
        let versions: BTreeSet<u16> = asked.map(|one| version(one)).collect();
        let line = |of: u16| {
            let told = told(given, |one| answered(one, question).filter(|_| version(one) == of), least);
            Line { question, version: of, told }
        };
        versions.into_iter().map(line).collect()
    };
    let firsts: Vec<Line> = Source::BOTH
        .into_iter()
        .flat_map(|source| lines(Question::First(source)))
        .filter(|line| line.told != Told::Hidden)
        .collect();
    let lines = (!firsts.is_empty()).then(|| {
        let seconds = Item::of(side).flat_map(|item| lines(Question::Second(item)));
        firsts.into_iter().chain(seconds).collect()
    });
    Group { half, side, lines, skipped: share(count(&skipped), count(&people), least) }
}

/// What was answered to a question.
fn answered(given: &Given, question: Question) -> Option<Mark> {
    match (question, given.said) {
        (Question::First(source), said) => said.going().filter(|_| given.source == source),
        (Question::Second(item), Said::Answered { second: Some((of, mark)), .. }) if of == item => Some(mark),
        (Question::Second(_), _) => None,
    }
}

/// Somebody was asked it: a first question as often as it was put, a second one when it had its turn.
fn is_asked(given: &Given, question: Question) -> bool {
    match question {
        Question::First(source) => given.source == source,
        Question::Second(item) => given.fortnight.second(given.side) == item,
    }
}

/// The middles of the people who have one.
fn told(given: &[&Given], read: impl Fn(&Given) -> Option<Mark>, least: u32) -> Told {
    let mut each: BTreeMap<&PersonId, Vec<Mark>> = BTreeMap::new();
    for one in given.iter().copied() {
        if let Some(mark) = read(one) {
            each.entry(&one.person).or_default().push(mark);
        }
    }
    let middles: Vec<u8> = each.values().filter_map(|marks| middle(marks)).collect();
    marks(&middles, Mark::HIGH, least)
}

/// Whom the actor is asked to ask how it goes; never the other one of an own pair. Why stays unknown. A sign ends with its
/// programme: nobody is asked about a year that is over.
pub async fn signs(
    tx: &mut Tx,
    context: &Context<'_>,
    programme: &Programme,
) -> store::Result<Vec<PersonId>> {
    if programme.phase(context.today) == Phase::Closed {
        return Ok(Vec::new());
    }
    let all = partners(tx, programme).await?;
    let working = crate::people::working(tx, &programme.school, context.today).await?;
    let found = store::pulses::signs(tx, programme).await?.into_iter();
    Ok(found
        .filter(|sign| !sign.is_asked)
        .map(|sign| sign.person)
        .filter(|person| working.contains(person) && sees(context, programme, person, &all).is_ok())
        .collect())
}

fn sees(
    context: &Context<'_>,
    programme: &Programme,
    person: &PersonId,
    all: &BTreeMap<PersonId, Vec<PersonId>>,
) -> Result<(), Failed<Never>> {
    let partners = all.get(person).map(Vec::as_slice).unwrap_or_default();
    may(context.actor, &Action::SeeTalk { school: &programme.school, person, partners })?;
    Ok(())
}

/// The coordinator has asked somebody: the sign is taken away.
pub async fn settle(
    context: &Context<'_>,
    programme: &Programme,
    person: &PersonId,
) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => settle_in(&mut tx, context, programme, person))
}

async fn settle_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    programme: &Programme,
    person: &PersonId,
) -> Result<(), Failed<Never>> {
    let all = partners(tx, programme).await?;
    sees(context, programme, person, &all)?;
    // A sign that was taken away already is one: the form came twice.
    if !store::pulses::signs(tx, programme).await?.iter().any(|sign| sign.person == *person) {
        return Err(Failed::NotFound);
    }
    Ok(store::pulses::settle(tx, programme, person).await?)
}

/// The own line as a table to take along.
pub async fn list(context: &Context<'_>, programme: &Programme, lang: Lang) -> Result<List, Failed<Never>> {
    let me = &context.actor.person;
    may(context.actor, &Action::AnswerSurvey { person: me })?;
    let mut tx = context.db.read().await?;
    let lines = own(&mut tx, context, programme).await?;
    let mut rows = Vec::new();
    for (of, given) in &lines {
        rows.push(row(lang, of, given, &store::pulses::wordings(&mut tx, of).await?));
    }
    let columns = [
        ("pulses-column-from", 14, CellKind::Day),
        ("pulses-column-until", 14, CellKind::Day),
        ("pulses-column-source", 24, CellKind::Text),
        ("pulses-going", 14, CellKind::Text),
        ("pulses-column-second", 40, CellKind::Text),
        ("pulses-column-mark", 14, CellKind::Text),
    ];
    Ok(List {
        year: programme.into(),
        lang,
        title: t(lang, "pulses-title", &[]),
        about: vec![t(lang, "surveys-scale", &[]), t(lang, "pulses-no-test", &[])],
        columns: columns.map(|(key, width, kind)| Column::new(lang, key, width, kind)).into(),
        rows,
    })
}

fn row(lang: Lang, programme: &Programme, given: &Given, wordings: &Wordings) -> Vec<Cell> {
    let number = |mark: Mark| Cell::words(mark.number().to_string());
    let (going, second, mark) = match given.said {
        Said::Answered { going, second } => {
            let text = second.map(|(item, _)| words(lang, wordings, Question::Second(item), given.wording));
            let mark = second.map_or_else(|| Cell::words(""), |(_, mark)| number(mark));
            (number(going), text.unwrap_or_default(), mark)
        }
        Said::Skipped | Said::Silent => {
            let words = t(lang, &format!("pulses-said-{}", given.said.word()), &[]);
            (Cell::words(words), String::new(), Cell::words(""))
        }
    };
    let (from, until) = (given.fortnight.first_day(programme), given.fortnight.last_day(programme));
    let source = Cell::words(t(lang, &format!("pulses-source-{}", given.source.word()), &[]));
    vec![Cell::Day(from), Cell::Day(until), source, going, Cell::words(second), mark]
}
