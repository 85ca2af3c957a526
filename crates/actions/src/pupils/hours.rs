//! Hours of pupils who help, as a table that somebody enters by hand into the state's register of volunteer activity: no register
//! is connected (doc:B13; docs/decisions/0080).

use crate::awards::facts;
use crate::lists::{Cell, Column, List, Year};
use crate::people::coordinators_of;
use crate::{Context, Failed};
use documents::tables::Kind as CellKind;
use domain::PupilId;
use domain::certificates::first_year;
use domain::permissions::{Action, may};
use domain::pupils::Pupil;
use domain::schools::School;
use domain::volunteers::register::{Period, PeriodRefused, may_be_told};
use i18n::{Lang, t};
use std::collections::BTreeSet;
use store::{Tx, WriteTx};

/// What the table of some days holds. Nobody is named here: whose hours they are the table alone says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Summary {
    /// How many pupils.
    pub pupils: usize,
    /// Their hours.
    pub hours: u32,
    /// Pupils with hours who are not in it: no text that names the register is signed for them.
    pub left_out: usize,
}

/// Pupils with their hours, and how many are left out.
struct Gathered {
    school: School,
    told: Vec<(Pupil, u32)>,
    left_out: usize,
}

async fn gather(
    tx: &mut Tx,
    context: &Context<'_>,
    period: Period,
) -> Result<Gathered, Failed<PeriodRefused>> {
    let id = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    may(context.actor, &Action::TakeOutHours(id))?;
    period.may_be_told(context.today).map_err(Failed::Refused)?;
    let school = store::schools::get(tx, id).await?.ok_or(Failed::NotFound)?;
    let volunteers = store::volunteers::of_school(tx, id).await?;
    let volunteers: Vec<PupilId> = volunteers.into_iter().map(|one| one.pupil).collect();
    let confirmed = facts(tx, id, (period.from, period.to), &volunteers).await?;
    let consents = store::pupils::consents::of_school(tx, id).await?;
    let mut gathered = Gathered { school, told: Vec::new(), left_out: 0 };
    for pupil in store::pupils::of_school(tx, id).await? {
        let hours = confirmed.get(&pupil.id).map_or(0, |facts| facts.hours);
        let signed = consents.get(&pupil.id).map(Vec::as_slice).unwrap_or_default();
        match hours {
            0 => {}
            _ if may_be_told(signed, pupil.born_on, context.today) => gathered.told.push((pupil, hours)),
            _ => gathered.left_out += 1,
        }
    }
    Ok(gathered)
}

/// How much the table of some days holds.
pub async fn summary(
    tx: &mut Tx,
    context: &Context<'_>,
    period: Period,
) -> Result<Summary, Failed<PeriodRefused>> {
    let gathered = gather(tx, context, period).await?;
    Ok(Summary {
        pupils: gathered.told.len(),
        hours: gathered.told.iter().map(|(_, hours)| hours).sum(),
        left_out: gathered.left_out,
    })
}

/// The table in a language. That it was taken out stands in the log, and whoever took it out with each pupil in it.
pub async fn list(context: &Context<'_>, period: Period, lang: Lang) -> Result<List, Failed<PeriodRefused>> {
    store::change!(context.db, tx => list_in(&mut tx, context, period, lang))
}

async fn list_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    period: Period,
    lang: Lang,
) -> Result<List, Failed<PeriodRefused>> {
    let Gathered { school, told, .. } = gather(tx, context, period).await?;
    let ids: BTreeSet<&PupilId> = told.iter().map(|(pupil, _)| &pupil.id).collect();
    let reading = (&context.actor.person, context.today);
    store::pupils::reads::add_all(tx, &school.id, &ids, reading).await?;
    let days = format!("{} {}", period.from, period.to);
    context.audit(tx, &school.id, "volunteer-hours-taken", "", &days).await?;
    let of_all = OfAll { coordinators: coordinators_of(tx, &school.id, context.today).await?, period, lang };
    let mut rows: Vec<(String, Vec<Cell>)> =
        told.iter().map(|(pupil, hours)| (pupil.name().full(), of_all.row(&school, pupil, *hours))).collect();
    i18n::sort_by_name(lang, &mut rows, |(name, _)| name);
    Ok(List {
        year: Year { school: school.id, first: first_year(period.to) },
        lang,
        title: t(lang, "pupils-register", &[]),
        about: Vec::new(),
        columns: columns(lang),
        rows: rows.into_iter().map(|(_, row)| row).collect(),
    })
}

/// What the register asks (Law 42-VI Art. 1 p. 7): the volunteer, who organises and coordinates, the programme, place and time.
fn columns(lang: Lang) -> Vec<Column> {
    let column = |name: &str, width, kind| Column::new(lang, &format!("pupils-register-{name}"), width, kind);
    vec![
        column("family", 12, CellKind::Text),
        column("given", 12, CellKind::Text),
        column("patronymic", 12, CellKind::Text),
        column("born", 8, CellKind::Day),
        column("organiser", 16, CellKind::Text),
        column("bin", 8, CellKind::Text),
        column("coordinator", 14, CellKind::Text),
        column("programme", 12, CellKind::Text),
        column("place", 10, CellKind::Text),
        column("from", 8, CellKind::Day),
        column("to", 8, CellKind::Day),
        column("hours", 6, CellKind::Number),
    ]
}

/// What stands in every row alike.
struct OfAll {
    coordinators: Vec<String>,
    period: Period,
    lang: Lang,
}

impl OfAll {
    fn row(&self, school: &School, pupil: &Pupil, hours: u32) -> Vec<Cell> {
        let (name, place) = match self.lang {
            Lang::Kk => (&school.name_kk, &school.place_kk),
            Lang::Ru | Lang::En => (&school.name_ru, &school.place_ru),
        };
        vec![
            Cell::words(pupil.family.as_str()),
            Cell::words(pupil.given.as_str()),
            Cell::words(pupil.patronymic.as_deref().unwrap_or_default()),
            pupil.born_on.map_or_else(|| Cell::words(""), Cell::Day),
            Cell::words(name.as_str()),
            Cell::words(school.bin.as_str()),
            Cell::Lines(self.coordinators.clone()),
            Cell::words(t(self.lang, "pupils-register-name", &[])),
            Cell::words(place.as_str()),
            Cell::Day(self.period.from),
            Cell::Day(self.period.to),
            Cell::Number(hours),
        ]
    }
}
