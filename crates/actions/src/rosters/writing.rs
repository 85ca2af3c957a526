//! Writing what was assessed, and reverting it.

use super::rows::{BORN_ON, CLASS, CLASS_KEY, CODE, IDENTITY, LANGUAGE, ROOM};
use super::{Assessment, Line, records};
use crate::people::{Ends, Parting, leave_in, stay_in};
use crate::pupils::left;
use crate::{Context, Failed};
use domain::people::{Person, Role};
use domain::pupils::Pupil;
use domain::rosters::{CREATED, Change, Kind, LEFT_ON, Undone, Values, Verdict, staff, taken};
use domain::timetables::Lesson;
use domain::{Day, PersonId, SchoolId};
use std::collections::BTreeMap;
use store::rosters::Import;
use store::{StoreError, WriteTx};

/// Writes every line that makes or changes something, and ends who has left.
pub(super) async fn write<R>(
    tx: &mut WriteTx,
    context: &Context<'_>,
    import: &Import,
    assessment: &Assessment,
) -> Result<(), Failed<R>> {
    let stands = records::values(tx, &import.school, import.kind).await?;
    for line in &assessment.lines {
        let (id, changes) = match &line.verdict {
            Verdict::Create => (new_id(context, import.kind, line), creation(line)),
            Verdict::Update { id, changes, .. } => (id.clone(), changes.clone()),
            Verdict::Unchanged { id, .. } => (id.clone(), Vec::new()),
            Verdict::Decide { .. } | Verdict::Skipped | Verdict::Fault(_) => continue,
        };
        remember(tx, import, line, &id).await?;
        if !changes.is_empty() {
            let done = put(tx, context, import, &id, stands.get(&id), &changes, Parting::Left).await?;
            store::rosters::add_changes(tx, &import.school, &import.id, &id, &done).await?;
        }
        for change in changes.iter().filter(|change| import.choices.file_wins.contains(&change.field)) {
            store::rosters::unmark_edited(tx, &import.school, &id, &change.field).await?;
        }
    }
    for one in assessment.leaving() {
        let id = &one.absent.id;
        let end = ending(import.kind, stands.get(id), context.today);
        let done = put(tx, context, import, id, stands.get(id), &end, Parting::Left).await?;
        store::rosters::add_changes(tx, &import.school, &import.id, id, &done).await?;
    }
    Ok(())
}

/// Writes changes that turn an import round. Gives what was done, by record.
pub(super) async fn revert<R>(
    tx: &mut WriteTx,
    context: &Context<'_>,
    import: &Import,
    undone: &Undone,
) -> Result<BTreeMap<String, Vec<Change>>, Failed<R>> {
    let stands = records::values(tx, &import.school, import.kind).await?;
    let mut done = BTreeMap::new();
    for (id, changes) in &undone.changes {
        let why = if undone.unmade.contains(id) { Parting::Unmade } else { Parting::Left };
        done.insert(id.clone(), put(tx, context, import, id, stands.get(id), changes, why).await?);
    }
    Ok(done)
}

/// A lesson's place in the week is its id.
fn new_id(context: &Context<'_>, kind: Kind, line: &Line) -> String {
    match (kind, line.row.keys.first()) {
        (Kind::Timetable, Some(key)) => key.clone(),
        _ => context.id(),
    }
}

fn creation(line: &Line) -> Vec<Change> {
    let change = |(field, value): (&String, &String)| Change {
        field: field.clone(),
        before: None,
        after: Some(value.clone()),
    };
    line.row.values.iter().map(change).collect()
}

fn ending(kind: Kind, stands: Option<&Values>, today: Day) -> Vec<Change> {
    match kind {
        Kind::Staff | Kind::Pupils => {
            vec![Change { field: LEFT_ON.to_owned(), before: None, after: Some(today.to_string()) }]
        }
        // A lesson is nothing but its values.
        Kind::Timetable => stands
            .into_iter()
            .flatten()
            .map(|(field, value)| Change { field: field.clone(), before: Some(value.clone()), after: None })
            .collect(),
    }
}

/// A line without keys that made or met a record is known from now on.
async fn remember(tx: &mut WriteTx, import: &Import, line: &Line, id: &str) -> store::Result<()> {
    for key in line.row.keys.iter().filter(|key| key.starts_with(IDENTITY)) {
        store::rosters::remember(tx, &import.school, import.kind, key, id).await?;
    }
    Ok(())
}

/// Puts changes into a record, makes it where it is not there. Gives what is kept of it with the import.
async fn put<R>(
    tx: &mut WriteTx,
    context: &Context<'_>,
    import: &Import,
    id: &str,
    stands: Option<&Values>,
    changes: &[Change],
    why: Parting,
) -> Result<Vec<Change>, Failed<R>> {
    let mut after = stands.cloned().unwrap_or_default();
    for change in changes {
        match &change.after {
            Some(value) => after.insert(change.field.clone(), value.clone()),
            None => after.remove(&change.field),
        };
    }
    let mut kept = changes.to_vec();
    match import.kind {
        Kind::Staff => {
            let ends = put_person(tx, context, &import.school, id, &after, changes, why).await?;
            kept.extend(ends.requests.iter().map(taken::of_request));
            kept.extend(ends.pairs.iter().map(taken::of_pair));
        }
        Kind::Pupils => put_pupil(tx, context, &import.school, id, &after).await?,
        Kind::Timetable => put_lesson(tx, &import.school, id, &after).await?,
    }
    if stands.is_none() && import.kind != Kind::Timetable {
        kept.push(Change { field: CREATED.to_owned(), before: None, after: Some("yes".to_owned()) });
    }
    Ok(kept)
}

/// Roles beyond teaching are given by people, never by a file. Gives what ended with a leaving, which the log names as
/// `why` says.
async fn put_person<R>(
    tx: &mut WriteTx,
    context: &Context<'_>,
    school: &SchoolId,
    id: &str,
    after: &Values,
    changes: &[Change],
    why: Parting,
) -> Result<Ends, Failed<R>> {
    let id = PersonId::from(id);
    let Some(mut person) = store::people::get(tx, &id).await? else {
        let person = Person { id, school: Some(school.clone()), ..records::person_of(after) };
        store::people::add(tx, &person, None).await?;
        store::people::open_role(tx, &person.id, Role::Teacher, context.today).await?;
        return Ok(Ends::default());
    };
    let unreadable = StoreError::Unreadable("value of an import");
    for change in changes.iter().filter(|change| change.field != LEFT_ON) {
        if !staff::set(&mut person, &change.field, change.after.as_deref()) {
            return Err(unreadable.into());
        }
    }
    match changes.iter().find(|change| change.field == LEFT_ON).map(|change| &change.after) {
        Some(Some(day)) => {
            let day = day.parse().map_err(|_| unreadable)?;
            return leave_in(tx, context, person, school, day, why).await;
        }
        Some(None) => {
            stay_in(tx, context, person, school).await?;
            store::people::open_role(tx, &id, Role::Teacher, context.today).await?;
        }
        None => store::people::save(tx, &person).await?,
    }
    Ok(Ends::default())
}

async fn put_pupil(
    tx: &mut WriteTx,
    context: &Context<'_>,
    school: &SchoolId,
    id: &str,
    after: &Values,
) -> store::Result<()> {
    let text = |field: &str| after.get(field).cloned();
    let day = |field: &str| after.get(field).and_then(|day| day.parse().ok());
    let pupil = Pupil {
        id: id.into(),
        school: school.clone(),
        code: text(CODE),
        family: text(staff::FAMILY).unwrap_or_default(),
        given: text(staff::GIVEN).unwrap_or_default(),
        patronymic: text(staff::PATRONYMIC),
        class: text(CLASS).unwrap_or_default(),
        class_key: text(CLASS_KEY).unwrap_or_default(),
        born_on: day(BORN_ON),
        language: text(LANGUAGE),
        left_on: day(LEFT_ON),
    };
    store::pupils::put(tx, &pupil).await?;
    left(tx, context, &pupil).await?;
    let own = records::pupil_values(&pupil, None);
    let figures: Values = after
        .iter()
        .filter(|(field, _)| !own.contains_key(*field))
        .map(|(f, v)| (f.clone(), v.clone()))
        .collect();
    store::pupils::put_figures(tx, school, id, &figures).await
}

async fn put_lesson(tx: &mut WriteTx, school: &SchoolId, id: &str, after: &Values) -> store::Result<()> {
    let mut parts = id.rsplitn(3, ' ');
    let (number, weekday, person) = (parts.next(), parts.next(), parts.next());
    let number = number.and_then(|number| number.parse().ok());
    let weekday = weekday.and_then(|weekday| weekday.parse().ok());
    let (Some(number), Some(weekday), Some(person)) = (number, weekday, person) else {
        return Err(StoreError::Unreadable("place of a lesson"));
    };
    let person = PersonId::from(person);
    let Some(class) = after.get(CLASS).cloned() else {
        return store::timetables::remove(tx, school, &person, weekday, number).await;
    };
    let lesson =
        Lesson { school: school.clone(), person, weekday, number, class, room: after.get(ROOM).cloned() };
    store::timetables::put(tx, &lesson).await
}
