//! Programmes: set up with their dates, dates and settings changed, days off kept (feat:C1; rules §18), stopped and set aside (feat:N1).

mod stopping;
mod templates;

pub use stopping::{Ends, Stopped, ends, shelve, stop, take_out};
pub use templates::{
    Offers, Start, TemplateStep, Templates, change_template, free_year, keep_template, offer, offers, start,
    templates, withdraw,
};

use crate::{Context, Failed, Never};
use domain::calendar::{SpecialDay, WorkCalendar, usual_days_off};
use domain::permissions::{Action, may};
use domain::programmes::{Phases, Programme, SetUpRefused, may_set_up};
use domain::settings::{Key, Settings};
use domain::{Day, ProgrammeId, ProgrammeTemplateId, SchoolId};
use store::programmes::SettingChange;
use store::{Tx, WriteTx};

/// With what a programme begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outset {
    /// With the usual settings.
    Usual,
    /// With the settings of the last programme before it, as they stand now (feat:N1); the usual ones where there is none.
    Copied,
    /// With the settings of a template, the school's own or one that its district offers (feat:N1).
    Template(ProgrammeTemplateId),
}

/// The coordinator sets up the programme of a school year; the usual days off are put into the calendar.
pub async fn create(
    context: &Context<'_>,
    school: &SchoolId,
    first_year: i16,
    phases: Phases,
    outset: Outset,
) -> Result<ProgrammeId, Failed<SetUpRefused>> {
    store::change!(context.db, tx => create_in(&mut tx, context, school, (first_year, phases), &outset))
}

/// On what each setting of a programme stands that is not the usual one, as it was said last.
async fn basis(tx: &mut Tx, programme: &Programme) -> store::Result<Vec<(Key, String)>> {
    let changes = store::programmes::changes(tx, &programme.school, &programme.id).await?;
    let usual = Settings::default();
    let other = Key::ALL.into_iter().filter(|key| programme.settings.get(*key) != usual.get(*key));
    let last = |key: Key| changes.iter().rfind(|change| change.key == key);
    Ok(other.filter_map(|key| last(key).map(|change| (key, change.reason.clone()))).collect())
}

async fn create_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    school: &SchoolId,
    (first_year, phases): (i16, Phases),
    outset: &Outset,
) -> Result<ProgrammeId, Failed<SetUpRefused>> {
    may(context.actor, &Action::ManageProgramme(school))?;
    let begun = start(tx, school, first_year, outset).await?.ok_or(Failed::NotFound)?;
    let settings = begun.settings;
    may_set_up(first_year, &phases, &settings, context.today).map_err(Failed::Refused)?;
    if store::programmes::has_year(tx, school, first_year).await? {
        return Err(Failed::Refused(SetUpRefused::YearTaken));
    }
    let programme =
        Programme { phases, settings, ..Programme::usual(context.id(), school.clone(), first_year) };
    store::programmes::add(tx, &programme).await?;
    crate::proposals::begin_draw(tx, context, &programme).await?;
    store::programmes::seed_days(tx, school, &usual_days_off(first_year)).await?;
    for (key, reason) in begun.basis {
        let value = programme.settings.get(key).word();
        let (from, person) = (context.today, context.actor.person.clone());
        store::programmes::add_change(tx, &programme, &SettingChange { key, value, from, person, reason })
            .await?;
    }
    let detail = begun.from.map_or_else(|| first_year.to_string(), |from| format!("{first_year} {from}"));
    context.audit(tx, school, "programme-created", programme.id.as_str(), &detail).await?;
    Ok(programme.id)
}

/// A programme that the actor may change; somebody else's looks as if it were not there.
async fn managed<R>(tx: &mut Tx, context: &Context<'_>, id: &ProgrammeId) -> Result<Programme, Failed<R>> {
    let school = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    let programme = store::programmes::get(tx, school, id).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::ManageProgramme(&programme.school))?;
    Ok(programme)
}

/// The coordinator moves dates that are still to come. `seen` is the version that was on the screen.
pub async fn reschedule(
    context: &Context<'_>,
    id: &ProgrammeId,
    seen: i64,
    phases: Phases,
) -> Result<(), Failed<SetUpRefused>> {
    store::change!(context.db, tx => reschedule_in(&mut tx, context, id, seen, phases))
}

async fn reschedule_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ProgrammeId,
    seen: i64,
    phases: Phases,
) -> Result<(), Failed<SetUpRefused>> {
    let programme = managed(tx, context, id).await?;
    // So they stand: nothing was changed, or the form came twice.
    if programme.phases == phases {
        return Ok(());
    }
    if programme.version != seen {
        return Err(Failed::Changed);
    }
    let moved = programme.reschedule(phases, context.today).map_err(Failed::Refused)?;
    store::programmes::save(tx, &moved).await?;
    let days = moved.phases.days().map(|day| day.to_string()).join(" ");
    context.audit(tx, &moved.school, "programme-rescheduled", id.as_str(), &days).await?;
    Ok(())
}

/// The coordinator changes a setting from today on, and says on what the change stands.
pub async fn change_setting(
    context: &Context<'_>,
    id: &ProgrammeId,
    key: Key,
    value: &str,
    reason: &str,
) -> Result<(), Failed<SetUpRefused>> {
    store::change!(context.db, tx => change_setting_in(&mut tx, context, id, key, value, reason))
}

async fn change_setting_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ProgrammeId,
    key: Key,
    value: &str,
    reason: &str,
) -> Result<(), Failed<SetUpRefused>> {
    let programme = managed(tx, context, id).await?;
    if reason.trim().is_empty() {
        return Err(Failed::Refused(SetUpRefused::ReasonNeeded));
    }
    let before = programme.settings.get(key);
    let changed = programme.change_setting(key, value, context.today).map_err(Failed::Refused)?;
    let value = changed.settings.get(key);
    if value == before {
        return Ok(());
    }
    store::programmes::save(tx, &changed).await?;
    let change = SettingChange {
        key,
        value: value.word(),
        from: context.today,
        person: context.actor.person.clone(),
        reason: reason.trim().to_owned(),
    };
    store::programmes::add_change(tx, &changed, &change).await?;
    let detail = format!("{}={}", key.word(), change.value);
    context.audit(tx, &changed.school, "programme-setting-changed", id.as_str(), &detail).await?;
    Ok(())
}

/// A change of a setting with what held before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The change.
    pub change: SettingChange,
    /// The value before, as a word.
    pub before: String,
}

/// Every change of a programme's settings, the latest first. Before the first change of a setting its default
/// held.
pub async fn history(tx: &mut Tx, programme: &Programme) -> store::Result<Vec<Changed>> {
    let mut history: Vec<Changed> = Vec::new();
    for change in store::programmes::changes(tx, &programme.school, &programme.id).await? {
        let last = history.iter().rfind(|earlier| earlier.change.key == change.key);
        let before = last.map_or_else(
            || Settings::default().get(change.key).word(),
            |earlier| earlier.change.value.clone(),
        );
        history.push(Changed { change, before });
    }
    history.reverse();
    Ok(history)
}

/// The coordinator enters or corrects a day off or a working weekend of the school's calendar.
pub async fn set_day(
    context: &Context<'_>,
    school: &SchoolId,
    special: SpecialDay,
) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => set_day_in(&mut tx, context, school, special))
}

async fn set_day_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    school: &SchoolId,
    special: SpecialDay,
) -> Result<(), Failed<Never>> {
    may(context.actor, &Action::ManageProgramme(school))?;
    store::programmes::set_day(tx, school, special).await?;
    context.audit(tx, school, "calendar-day-set", &special.day.to_string(), special.kind.word()).await?;
    Ok(())
}

/// The coordinator takes a day out of the school's calendar: it is again what its weekday says.
pub async fn remove_day(context: &Context<'_>, school: &SchoolId, day: Day) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => remove_day_in(&mut tx, context, school, day))
}

async fn remove_day_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    school: &SchoolId,
    day: Day,
) -> Result<(), Failed<Never>> {
    may(context.actor, &Action::ManageProgramme(school))?;
    if store::programmes::remove_day(tx, school, day).await? {
        context.audit(tx, school, "calendar-day-removed", &day.to_string(), "").await?;
    }
    Ok(())
}

/// The programme of whose papers people are reminded: the one that runs, unless it was stopped (neg:N10).
pub(crate) async fn reminding(
    tx: &mut Tx,
    school: &SchoolId,
    today: Day,
) -> store::Result<Option<Programme>> {
    let running = store::programmes::running(tx, school, today).await?;
    Ok(running.filter(|programme| programme.stopped_on.is_none()))
}

/// The working days of a school.
pub async fn calendar(tx: &mut Tx, school: &SchoolId) -> store::Result<WorkCalendar> {
    Ok(WorkCalendar::of(&store::programmes::special_days(tx, school).await?))
}
