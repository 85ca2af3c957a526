//! The hours sheet of a mentor, for attestation and portfolio (feat:J5; essay:E19, E35): nobody writes it, it is made of the
//! meetings that both of each pair say took place. What they talked about is not in it.

use super::journal::name;
use crate::lists::{Cell, Column, List, Year};
use crate::{Context, Failed, Never};
use documents::tables::Kind;
use domain::Day;
use domain::meetings::Meeting;
use domain::pairs::Pair;
use domain::permissions::{Action, may};
use i18n::{Lang, t};
use store::Tx;

/// A pair under an order, with what both confirmed.
struct Line {
    first_year: i16,
    newcomer: String,
    from: Day,
    until: Option<Day>,
    meetings: u32,
    minutes: u32,
}

async fn line(tx: &mut Tx, first_year: i16, pair: &Pair) -> store::Result<Option<Line>> {
    let Some(period) = pair.assignment().map(|assignment| assignment.period) else { return Ok(None) };
    let mut meetings = store::meetings::of_pair(tx, &pair.school, &pair.id).await?;
    meetings.retain(Meeting::is_confirmed);
    let newcomer = store::newcomers::get(tx, &pair.newcomer).await?;
    let newcomer = match newcomer {
        Some(newcomer) => name(tx, &newcomer.person).await?,
        None => String::new(),
    };
    Ok(Some(Line {
        first_year,
        newcomer,
        from: period.from,
        until: period.last_day(),
        meetings: u32::try_from(meetings.len()).unwrap_or(u32::MAX),
        minutes: meetings.iter().map(|meeting| u32::from(meeting.minutes)).sum(),
    }))
}

fn row(line: &Line) -> Vec<Cell> {
    vec![
        Cell::words(i18n::school_year(line.first_year)),
        Cell::words(line.newcomer.as_str()),
        Cell::Day(line.from),
        line.until.map_or_else(|| Cell::words(""), Cell::Day),
        Cell::Number(line.meetings),
        Cell::Number(line.minutes),
    ]
}

fn total(lang: Lang, lines: &[Line]) -> Vec<Cell> {
    let sum = |of: fn(&Line) -> u32| Cell::Number(lines.iter().map(of).sum());
    let blank = || Cell::words("");
    let all = Cell::words(t(lang, "meetings-hours-total", &[]));
    vec![all, blank(), blank(), blank(), sum(|line| line.meetings), sum(|line| line.minutes)]
}

fn columns(lang: Lang) -> Vec<Column> {
    let column = |tail: &str, width, kind| Column::new(lang, &format!("meetings-hours-{tail}"), width, kind);
    vec![
        column("year", 12, Kind::Text),
        column("newcomer", 34, Kind::Text),
        column("from", 16, Kind::Day),
        column("until", 16, Kind::Day),
        column("meetings", 12, Kind::Number),
        column("minutes", 12, Kind::Number),
    ]
}

/// True where there is a sheet: the actor has mentored under an order, this year or in an earlier one.
pub async fn is_any(tx: &mut Tx, context: &Context<'_>) -> store::Result<bool> {
    let Some(school) = &context.actor.school else { return Ok(false) };
    for mentor in store::mentors::every_of_person(tx, school, &context.actor.person).await? {
        let pairs = store::pairs::of_mentor(tx, school, &mentor.id).await?;
        if pairs.iter().any(|pair| pair.assignment().is_some()) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The sheet of the actor, over all years; for whoever never mentored there is none.
pub async fn list(context: &Context<'_>, lang: Lang) -> Result<List, Failed<Never>> {
    let mut tx = context.db.read().await?;
    let (school, person) = (context.actor.school.as_ref().ok_or(Failed::NotFound)?, &context.actor.person);
    may(context.actor, &Action::BeMentor { school, person })?;
    let mut lines = Vec::new();
    // The heading names the school year of the latest programme.
    let mut first = None;
    for mentor in store::mentors::every_of_person(&mut tx, school, person).await? {
        let programme = store::programmes::get(&mut tx, school, &mentor.programme).await?;
        let programme = programme.ok_or(Failed::NotFound)?;
        for pair in store::pairs::of_mentor(&mut tx, school, &mentor.id).await? {
            lines.extend(line(&mut tx, programme.first_year, &pair).await?);
        }
        first = first.max(Some(programme.first_year));
    }
    let first = first.filter(|_| !lines.is_empty()).ok_or(Failed::NotFound)?;
    lines.sort_by_key(|line| line.from);
    let about = t(lang, "meetings-hours-of", &[("name", name(&mut tx, person).await?.into())]);
    let mut rows: Vec<Vec<Cell>> = lines.iter().map(row).collect();
    rows.push(total(lang, &lines));
    Ok(List {
        year: Year { school: school.clone(), first },
        lang,
        title: t(lang, "meetings-hours", &[]),
        about: vec![about, t(lang, "meetings-hours-how", &[])],
        columns: columns(lang),
        rows,
    })
}
