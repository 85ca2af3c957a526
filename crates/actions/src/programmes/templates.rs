//! With what a programme begins: the usual dates, those of the last year moved, or a template (feat:N1). A school keeps templates
//! of its own and may show them to its district, which offers some to all its schools. No template holds people.

use super::{Outset, basis, managed};
use crate::{Context, Failed};
use domain::calendar::{WorkCalendar, usual_days_off};
use domain::permissions::{Action, may};
use domain::programmes::{Phases, Shift, Template, TemplateRefused, shift, template_name, year_to_set_up};
use domain::settings::{Key, Settings};
use domain::{Day, DistrictId, ProgrammeId, ProgrammeTemplateId, SchoolId};
use store::audit::Line;
use store::formsets::Place;
use store::{Tx, WriteTx, programme_templates};

/// Templates from which a school may begin.
#[derive(Clone, Debug, Default)]
pub struct Templates {
    /// Its own.
    pub own: Vec<Template>,
    /// Those that the district offers.
    pub offered: Vec<Template>,
}

/// The templates of a school, its own and its district's.
pub async fn templates(tx: &mut Tx, school: &SchoolId) -> store::Result<Templates> {
    let own = programme_templates::of(tx, Place::School(school)).await?;
    let offered = match store::schools::get(tx, school).await? {
        Some(found) => programme_templates::of(tx, Place::District(&found.district)).await?,
        None => Vec::new(),
    };
    Ok(Templates { own, offered })
}

/// With what a programme would begin.
#[derive(Clone, Debug)]
pub struct Start {
    /// Dates; they may be changed before it is set up and as long as they are to come.
    pub phases: Phases,
    /// How they were moved, where they come from another year.
    pub shifts: Vec<Shift>,
    /// Settings.
    pub settings: Settings,
    /// On what each stands that is not the usual one.
    pub basis: Vec<(Key, String)>,
    /// The year from which they were copied.
    pub from: Option<i16>,
}

/// With what the programme of a year would begin; `None` where that is not there. A copy where there is nothing to copy is the
/// usual one.
pub async fn start(
    tx: &mut Tx,
    school: &SchoolId,
    first_year: i16,
    outset: &Outset,
) -> store::Result<Option<Start>> {
    let found = match outset {
        Outset::Usual => None,
        Outset::Copied => {
            let before = store::programmes::of_school(tx, school).await?.into_iter();
            let last = before.filter(|one| one.first_year < first_year).max_by_key(|one| one.first_year);
            match last {
                Some(last) => {
                    let basis = basis(tx, &last).await?;
                    Some((last.first_year, last.phases, last.settings, basis, Some(last.first_year)))
                }
                None => None,
            }
        }
        Outset::Template(id) => {
            let Templates { own, offered } = templates(tx, school).await?;
            let Some(found) = own.into_iter().chain(offered).find(|one| one.id == *id) else {
                return Ok(None);
            };
            Some((found.first_year, found.phases, found.settings, found.basis, None))
        }
    };
    let Some((year, phases, settings, basis, from)) = found else {
        let (phases, settings) = (Phases::usual(first_year), Settings::default());
        return Ok(Some(Start { phases, shifts: Vec::new(), settings, basis: Vec::new(), from: None }));
    };
    let calendar = calendar_of(tx, school, first_year).await?;
    let (phases, shifts) = shift(&phases, first_year.saturating_sub(year), &calendar);
    Ok(Some(Start { phases, shifts: shifts.into(), settings, basis, from }))
}

/// The working days of a school year: the usual days off, unless the school has entered another kind of day.
async fn calendar_of(tx: &mut Tx, school: &SchoolId, first_year: i16) -> store::Result<WorkCalendar> {
    let mut days = store::programmes::special_days(tx, school).await?;
    let usual = usual_days_off(first_year).into_iter();
    let usual: Vec<_> = usual.filter(|one| !days.iter().any(|own| own.day == one.day)).collect();
    days.extend(usual);
    Ok(WorkCalendar::of(&days))
}

/// The school year for which a programme can be set up today: this one or the next, whichever has none.
pub async fn free_year(tx: &mut Tx, school: &SchoolId, today: Day) -> store::Result<Option<i16>> {
    let near = year_to_set_up(today);
    for year in [near, near.saturating_add(1)] {
        if !store::programmes::has_year(tx, school, year).await? {
            return Ok(Some(year));
        }
    }
    Ok(None)
}

/// The coordinator keeps dates and settings of a programme under a name.
pub async fn keep_template(
    context: &Context<'_>,
    programme: &ProgrammeId,
    name: &str,
) -> Result<(), Failed<TemplateRefused>> {
    store::change!(context.db, tx => keep_template_in(&mut tx, context, programme, name))
}

async fn keep_template_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    programme: &ProgrammeId,
    name: &str,
) -> Result<(), Failed<TemplateRefused>> {
    let programme = managed(tx, context, programme).await?;
    let template = Template {
        id: context.id(),
        name: template_name(name).map_err(Failed::Refused)?,
        first_year: programme.first_year,
        phases: programme.phases,
        settings: programme.settings.clone(),
        basis: basis(tx, &programme).await?,
        shown: false,
    };
    if add(tx, Place::School(&programme.school), &template).await? {
        let id = template.id.as_str();
        context.audit(tx, &programme.school, "programme-template-kept", id, "").await?;
    }
    Ok(())
}

/// Adds a template; `false` where the form came twice.
async fn add(
    tx: &mut WriteTx,
    place: Place<'_>,
    template: &Template,
) -> Result<bool, Failed<TemplateRefused>> {
    let mut known = programme_templates::of(tx, place).await?.into_iter();
    let Some(known) = known.find(|one| one.name == template.name) else {
        programme_templates::add(tx, place, template).await?;
        return Ok(true);
    };
    if says_the_same(&known, template) {
        return Ok(false);
    }
    Err(Failed::Refused(TemplateRefused::NameTaken))
}

/// Two templates under one name that say the same.
fn says_the_same(one: &Template, other: &Template) -> bool {
    *one == Template { id: one.id.clone(), shown: one.shown, ..other.clone() }
}

/// The deeds in the log by which a form that comes twice is known; the detail of the second is the district.
const REMOVED: &str = "programme-template-removed";
const WITHDRAWN: &str = "programme-template-withdrawn";

/// What a coordinator does with a template of the school.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TemplateStep {
    /// Shows it to the district.
    Show,
    /// Shows it no longer; what the district offers already stays.
    Hide,
    /// Removes it.
    Remove,
}

/// The coordinator shows a template of the school to the district, or removes it.
pub async fn change_template(
    context: &Context<'_>,
    id: &ProgrammeTemplateId,
    step: TemplateStep,
) -> Result<(), Failed<TemplateRefused>> {
    store::change!(context.db, tx => change_template_in(&mut tx, context, id, step))
}

async fn change_template_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ProgrammeTemplateId,
    step: TemplateStep,
) -> Result<(), Failed<TemplateRefused>> {
    let school = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    may(context.actor, &Action::ManageProgramme(school))?;
    let own = programme_templates::of(tx, Place::School(school)).await?;
    let Some(template) = own.into_iter().find(|one| one.id == *id) else {
        // The form came twice.
        let log = store::audit::of_subject(tx, school, id.as_str()).await?;
        let gone = step == TemplateStep::Remove && log.iter().any(|line| line.what == REMOVED);
        return if gone { Ok(()) } else { Err(Failed::NotFound) };
    };
    let what = match step {
        TemplateStep::Show | TemplateStep::Hide => {
            let shown = step == TemplateStep::Show;
            if template.shown == shown {
                return Ok(());
            }
            programme_templates::show(tx, id, shown).await?;
            if shown { "programme-template-shown" } else { "programme-template-hidden" }
        }
        TemplateStep::Remove => {
            programme_templates::remove(tx, id).await?;
            REMOVED
        }
    };
    Ok(context.audit(tx, school, what, id.as_str(), "").await?)
}

/// What an officer finds: what the district offers, and what its schools show it.
#[derive(Clone, Debug, Default)]
pub struct Offers {
    /// What it offers to all its schools.
    pub offered: Vec<Template>,
    /// What schools show and the district does not offer yet; which school, is not said.
    pub shown: Vec<Template>,
}

fn district<'a, R>(context: &Context<'a>) -> Result<&'a DistrictId, Failed<R>> {
    let district = context.actor.district.as_ref().ok_or(Failed::NotFound)?;
    may(context.actor, &Action::OfferTemplates(district))?;
    Ok(district)
}

/// The templates of the actor's district.
pub async fn offers(tx: &mut Tx, context: &Context<'_>) -> Result<Offers, Failed<TemplateRefused>> {
    let district = district(context)?;
    let offered = programme_templates::of(tx, Place::District(district)).await?;
    let mut shown = programme_templates::shown(tx, district).await?;
    shown.retain(|one| !offered.iter().any(|kept| says_the_same(kept, &without_school(one))));
    Ok(Offers { offered, shown })
}

/// A template as other schools read it. On what a setting stands is of its school, papers, perhaps people: they read under
/// which name it was offered.
fn without_school(shown: &Template) -> Template {
    let basis = shown.basis.iter().map(|(key, _)| (*key, shown.name.clone())).collect();
    Template { basis, shown: false, ..shown.clone() }
}

/// An officer offers to all schools of the district what one of them shows.
pub async fn offer(context: &Context<'_>, id: &ProgrammeTemplateId) -> Result<(), Failed<TemplateRefused>> {
    store::change!(context.db, tx => offer_in(&mut tx, context, id))
}

async fn offer_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ProgrammeTemplateId,
) -> Result<(), Failed<TemplateRefused>> {
    let district = district(context)?;
    let shown = programme_templates::shown(tx, district).await?;
    let shown = shown.into_iter().find(|one| one.id == *id).ok_or(Failed::NotFound)?;
    let template = Template { id: context.id(), ..without_school(&shown) };
    if add(tx, Place::District(district), &template).await? {
        context.audit_at(tx, None, "programme-template-offered", template.id.as_str(), "").await?;
    }
    Ok(())
}

/// An officer offers a template no longer; programmes that began from it stay.
pub async fn withdraw(
    context: &Context<'_>,
    id: &ProgrammeTemplateId,
) -> Result<(), Failed<TemplateRefused>> {
    store::change!(context.db, tx => withdraw_in(&mut tx, context, id))
}

async fn withdraw_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &ProgrammeTemplateId,
) -> Result<(), Failed<TemplateRefused>> {
    let district = district(context)?;
    let offered = programme_templates::of(tx, Place::District(district)).await?;
    let Some(found) = offered.iter().find(|one| one.id == *id) else {
        // The form came twice.
        let log = store::audit::above_schools(tx, id.as_str()).await?;
        let own = |line: &Line| line.what == WITHDRAWN && line.detail == district.as_str();
        return if log.iter().any(own) { Ok(()) } else { Err(Failed::NotFound) };
    };
    programme_templates::remove(tx, &found.id).await?;
    Ok(context.audit_at(tx, None, WITHDRAWN, id.as_str(), district.as_str()).await?)
}
