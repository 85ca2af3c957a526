//! With what a volunteer applies, and the adults who write for them (doc:B2; essay:E37, E43; docs/decisions/0079).

mod printing;

pub use printing::print_application;

use super::{child, found};
use crate::{Context, Failed, Never};
use domain::organisations::Own;
use domain::peers::fits::Profile;
use domain::permissions::{Action, may};
use domain::pupils::Pupil;
use domain::visibility::Data;
use domain::volunteers::references::{Answer, Application, Referee, Reference, may_ask};
use domain::volunteers::{Recommendation, State, Volunteer, trained};
use domain::{PersonId, PupilId};
use i18n::{Lang, t};
use store::pupils::reads::What;
use store::{Tx, WriteTx};

/// With what a volunteer applies, as far as its reader may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// Who it is.
    pub pupil: Pupil,
    /// The same as a volunteer.
    pub volunteer: Volunteer,
    /// Organisations of the school's own, those that were taken off the list too.
    pub own: Vec<Own>,
    /// What they can help with, in which languages, on which days: said once, before a pair is looked for.
    pub profile: Profile,
    /// Their own words.
    pub application: Application,
    /// Who is asked to write for them, for whoever reads that.
    pub referees: Option<Vec<Referee>>,
}

/// Why nobody is asked to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskRefused {
    /// Nobody of this id works at the school.
    Person,
    /// The rule.
    Rule(domain::volunteers::references::AskRefused),
}

/// What a referee is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// For whom.
    pub pupil: Pupil,
    /// What they answered so far.
    pub answer: Answer,
}

/// What somebody can help with, in which languages, on which days: captions with their words, empty where nobody said.
pub fn helps(lang: Lang, profile: &Profile) -> [(&'static str, String); 3] {
    let language = |word: &String| t(lang, &format!("peers-language-{word}"), &[]);
    let day = |weekday: &u8| t(lang, "suggestions-weekday", &[("weekday", (*weekday).into())]);
    let languages: Vec<String> = profile.languages.iter().map(language).collect();
    let days: Vec<String> = profile.days.iter().map(day).collect();
    [
        ("peers-subjects-helps", profile.subjects.join(", ")),
        ("peers-languages", languages.join(", ")),
        ("peers-days", days.join(", ")),
    ]
}

/// The volunteer that a pupil is, as long as they help or want to.
async fn helping<R>(tx: &mut Tx, pupil: &Pupil) -> Result<Volunteer, Failed<R>> {
    let volunteer = store::volunteers::of_pupil(tx, pupil).await?;
    volunteer.filter(|one| one.state != State::Stopped).ok_or(Failed::NotFound)
}

/// An application that the actor keeps; for everybody else there is none.
async fn load<R>(tx: &mut Tx, context: &Context<'_>, id: &PupilId) -> Result<Applied, Failed<R>> {
    let (pupil, carers) = found(tx, context, id).await?;
    let child = child(&pupil, &carers);
    may(context.actor, &Action::KeepVolunteer(child))?;
    let reads = may(context.actor, &Action::SeePupil { child, data: Data::References }).is_ok();
    let volunteer = helping(tx, &pupil).await?;
    let mut referees = None;
    if reads {
        referees = Some(store::references::of_volunteer(tx, &volunteer).await?);
    }
    let mut profiles = store::peers::profiles(tx, &pupil.school).await?;
    Ok(Applied {
        own: store::organisations::of_school(tx, &pupil.school).await?,
        profile: profiles.remove(&pupil.id).unwrap_or_default(),
        application: store::references::application(tx, &volunteer).await?,
        referees,
        volunteer,
        pupil,
    })
}

/// Opens an application. That the reader did so is noted, as on the pupil's own page.
pub async fn applied(context: &Context<'_>, id: &PupilId) -> Result<Applied, Failed<Never>> {
    store::change!(context.db, tx => applied_in(&mut tx, context, id))
}

async fn applied_in(tx: &mut WriteTx, context: &Context<'_>, id: &PupilId) -> Result<Applied, Failed<Never>> {
    let applied = load(tx, context, id).await?;
    store::pupils::reads::add(tx, What::Page, &applied.pupil, &context.actor.person, context.today).await?;
    Ok(applied)
}

/// Writes down why a pupil wants to help, and whom, over what the page had; [`Failed::Changed`] where somebody else saved
/// something else meanwhile.
pub async fn apply(
    context: &Context<'_>,
    id: &PupilId,
    application: &Application,
) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => apply_in(&mut tx, context, id, application))
}

async fn apply_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PupilId,
    application: &Application,
) -> Result<(), Failed<Never>> {
    let stands = load(tx, context, id).await?;
    if (&stands.application.motive, &stands.application.wish) == (&application.motive, &application.wish) {
        // It stands already, whoever wrote it down.
        return Ok(());
    }
    store::references::apply(tx, &stands.volunteer, application).await?;
    Ok(context.audit(tx, &stands.pupil.school, "volunteer-applied", id.as_str(), "").await?)
}

/// Whoever reads references, with those who are asked.
async fn asking<R>(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &PupilId,
) -> Result<(Volunteer, Vec<Referee>), Failed<R>> {
    let applied = load(tx, context, id).await?;
    Ok((applied.volunteer, applied.referees.ok_or(Failed::NotFound)?))
}

/// An adult of the school is asked to write for a volunteer.
pub async fn ask(context: &Context<'_>, id: &PupilId, person: &PersonId) -> Result<(), Failed<AskRefused>> {
    store::change!(context.db, tx => ask_in(&mut tx, context, id, person))
}

async fn ask_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PupilId,
    person: &PersonId,
) -> Result<(), Failed<AskRefused>> {
    let (volunteer, referees) = asking(tx, context, id).await?;
    if referees.iter().any(|one| one.person == *person) {
        // The form came twice, or they have answered: nobody is asked again.
        return Ok(());
    }
    let adult = store::people::get(tx, person).await?;
    if !adult.is_some_and(|one| one.works_at(&volunteer.school, context.today)) {
        return Err(Failed::Refused(AskRefused::Person));
    }
    may_ask(&volunteer.state, &referees).map_err(|why| Failed::Refused(AskRefused::Rule(why)))?;
    store::references::ask(tx, &volunteer, person).await?;
    Ok(context.audit(tx, &volunteer.school, "referee-asked", id.as_str(), "").await?)
}

/// Somebody who has not answered is asked no longer.
pub async fn take_off(
    context: &Context<'_>,
    id: &PupilId,
    person: &PersonId,
) -> Result<(), Failed<AskRefused>> {
    store::change!(context.db, tx => take_off_in(&mut tx, context, id, person))
}

async fn take_off_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PupilId,
    person: &PersonId,
) -> Result<(), Failed<AskRefused>> {
    let (volunteer, referees) = asking(tx, context, id).await?;
    if !referees.iter().any(|one| one.person == *person && one.answer == Answer::Waiting) {
        // The form came twice, or they were faster.
        return Ok(());
    }
    store::references::take_off(tx, &volunteer, person).await?;
    Ok(context.audit(tx, &volunteer.school, "referee-taken-off", id.as_str(), "").await?)
}

/// What the actor is asked to write; for everybody who is not asked there is nothing.
async fn own<R>(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &PupilId,
) -> Result<(Pupil, Volunteer, Referee), Failed<R>> {
    let pupil = store::pupils::get(tx, id).await?.ok_or(Failed::NotFound)?;
    let volunteer = helping(tx, &pupil).await?;
    let mut referees = store::references::of_volunteer(tx, &volunteer).await?;
    referees.retain(|one| one.person == context.actor.person);
    let referee = referees.pop().ok_or(Failed::NotFound)?;
    may(context.actor, &Action::AnswerReference { school: &pupil.school, referee: &referee.person })?;
    Ok((pupil, volunteer, referee))
}

/// Opens what the actor is asked to write. That they did so is noted, as on the pupil's own page.
pub async fn asked(context: &Context<'_>, id: &PupilId) -> Result<Asked, Failed<Never>> {
    store::change!(context.db, tx => asked_in(&mut tx, context, id))
}

async fn asked_in(tx: &mut WriteTx, context: &Context<'_>, id: &PupilId) -> Result<Asked, Failed<Never>> {
    let (pupil, _, referee) = own(tx, context, id).await?;
    if referee.answer == Answer::Declined {
        return Err(Failed::NotFound);
    }
    store::pupils::reads::add(tx, What::Page, &pupil, &context.actor.person, context.today).await?;
    Ok(Asked { pupil, answer: referee.answer })
}

/// The actor writes for a volunteer, for the first time or in better words.
pub async fn give(context: &Context<'_>, id: &PupilId, reference: &Reference) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => give_in(&mut tx, context, id, reference))
}

async fn give_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PupilId,
    reference: &Reference,
) -> Result<(), Failed<Never>> {
    let (pupil, volunteer, referee) = own(tx, context, id).await?;
    if let Answer::Given(stands) = &referee.answer
        && (stands.seen, &stands.words) == (reference.seen, &reference.words)
    {
        // The form came twice.
        return Ok(());
    }
    let given = referee.give(reference.clone()).ok_or(Failed::NotFound)?;
    store::references::save(tx, &volunteer, &given).await?;
    recommend(tx, volunteer, &given.person).await?;
    Ok(context.audit(tx, &pupil.school, "reference-answered", id.as_str(), "").await?)
}

/// Whoever writes for a volunteer recommends them. What they wrote stays where it is read by the few.
async fn recommend(tx: &mut WriteTx, volunteer: Volunteer, by: &PersonId) -> Result<(), Failed<Never>> {
    if volunteer.state.recommendation().is_some() {
        return Ok(());
    }
    let minutes = trained(&store::volunteers::trainings(tx, &volunteer).await?);
    let words = Recommendation { by: by.clone(), words: String::new() };
    let recommended = volunteer.recommend(words, minutes).map_err(|_| Failed::NotFound)?;
    Ok(store::volunteers::save(tx, &recommended).await?)
}

/// The actor writes nothing for a volunteer. Nobody asks why, and the log reads as if they had written.
pub async fn decline(context: &Context<'_>, id: &PupilId) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => decline_in(&mut tx, context, id))
}

async fn decline_in(tx: &mut WriteTx, context: &Context<'_>, id: &PupilId) -> Result<(), Failed<Never>> {
    let (pupil, volunteer, referee) = own(tx, context, id).await?;
    if referee.answer == Answer::Declined {
        // The form came twice.
        return Ok(());
    }
    let declined = referee.decline().ok_or(Failed::NotFound)?;
    store::references::save(tx, &volunteer, &declined).await?;
    Ok(context.audit(tx, &pupil.school, "reference-answered", id.as_str(), "").await?)
}

/// The pupils for whom the reader is asked to write and has not answered.
pub async fn waiting(tx: &mut Tx, context: &Context<'_>) -> store::Result<Vec<Pupil>> {
    let Some(school) = &context.actor.school else { return Ok(Vec::new()) };
    let mut pupils = Vec::new();
    for id in store::references::waiting(tx, school, &context.actor.person).await? {
        pupils.extend(store::pupils::get(tx, &id).await?);
    }
    Ok(pupils)
}
