//! A pupil who wants to help others is named, recommended and trained, and stops whenever they want
//! (feat:I1; doc:B2).

use super::{Class, child, found};
use crate::{Context, Failed, Never};
use domain::PupilId;
use domain::awards::Facts;
use domain::duties::carers;
use domain::organisations::Own;
use domain::permissions::{Action, may};
use domain::pupils::Pupil;
use domain::pupils::consents::Consent;
use domain::settings::Settings;
use domain::visibility::Data;
use domain::volunteers::{
    Achieved, Belongs, NameRefused, Recommendation, State, StepRefused, Studies, Training, Volunteer,
    may_be_named, may_train, trained,
};
use store::{Tx, WriteTx};

/// What stands about a pupil as a volunteer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Volunteering {
    /// The volunteer, where the pupil is or was one.
    pub volunteer: Option<Volunteer>,
    /// Their training.
    pub trainings: Vec<Training>,
    /// What is confirmed of this school year: what a certificate says.
    pub confirmed: Option<Facts>,
    /// Thanks of pupils they helped, as far as they allow them to be shown; without names.
    pub thanks: Vec<String>,
    /// By what somebody is named: those of the programme that runs, or the usual ones.
    pub settings: Settings,
    /// Organisations of the school's own, those that were taken off the list too.
    pub own: Vec<Own>,
    /// What the school's list says of the studies of whoever helps or may help, for whoever sees marks.
    pub achieved: Option<Achieved>,
}

/// Why a recommendation is not taken down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecommendRefused {
    /// Nobody of this id works at the school.
    Person,
    /// Where the volunteer stands.
    Step(StepRefused),
}

/// What stands about a pupil as a volunteer, for whoever was let in.
pub(super) async fn of(tx: &mut Tx, context: &Context<'_>, pupil: &Pupil) -> store::Result<Volunteering> {
    let volunteer = store::volunteers::of_pupil(tx, pupil).await?;
    let trainings = match &volunteer {
        Some(volunteer) => store::volunteers::trainings(tx, volunteer).await?,
        None => Vec::new(),
    };
    let confirmed = crate::awards::of_year(tx, pupil, context.today).await?;
    let thanks = store::thanks::shown(tx, pupil).await?;
    let running = store::programmes::running(tx, &pupil.school, context.today).await?;
    let settings = running.map(|programme| programme.settings).unwrap_or_default();
    let own = store::organisations::of_school(tx, &pupil.school).await?;
    Ok(Volunteering { volunteer, trainings, confirmed, thanks, settings, own, achieved: None })
}

/// What the school's list says of the studies of a pupil who helps or may help today; of nobody else.
pub(super) async fn achieved(
    tx: &mut Tx,
    context: &Context<'_>,
    pupil: &Pupil,
    (volunteering, consents): (&Volunteering, &[Consent]),
) -> store::Result<Option<Achieved>> {
    let helps = volunteering.volunteer.as_ref().is_some_and(|one| one.state != State::Stopped);
    let may_help = may_be_named(pupil, (None, &[]), consents, &volunteering.settings, context.today).is_ok();
    if !(helps || may_help) {
        return Ok(None);
    }
    Ok(Some(Achieved::read(&store::pupils::figures_of(tx, pupil).await?)))
}

/// A pupil whose volunteering the actor keeps; for everybody else there is no such pupil.
async fn kept<R>(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &PupilId,
) -> Result<(Pupil, Volunteering), Failed<R>> {
    let (pupil, carers) = found(tx, context, id).await?;
    may(context.actor, &Action::KeepVolunteer(child(&pupil, &carers)))?;
    let volunteering = of(tx, context, &pupil).await?;
    Ok((pupil, volunteering))
}

/// The same where the pupil must be or have been a volunteer.
async fn volunteer<R>(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &PupilId,
) -> Result<(Volunteer, Vec<Training>), Failed<R>> {
    let (_, volunteering) = kept(tx, context, id).await?;
    let volunteer = volunteering.volunteer.ok_or(Failed::NotFound)?;
    Ok((volunteer, volunteering.trainings))
}

/// A pupil wants to help, for the first time or again.
pub async fn name(
    context: &Context<'_>,
    id: &PupilId,
    organisation: Option<&Belongs>,
) -> Result<(), Failed<NameRefused>> {
    store::change!(context.db, tx => name_in(&mut tx, context, id, organisation))
}

async fn name_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PupilId,
    organisation: Option<&Belongs>,
) -> Result<(), Failed<NameRefused>> {
    let (pupil, volunteering) = kept(tx, context, id).await?;
    let consents = store::pupils::consents::of_pupil(tx, &pupil).await?;
    let under = (organisation, volunteering.own.as_slice());
    let may_be = may_be_named(&pupil, under, &consents, &volunteering.settings, context.today);
    may_be.map_err(Failed::Refused)?;
    if crate::peers::paused(tx, &pupil.school, context.today).await?.contains(&pupil.id) {
        return Err(Failed::Refused(NameRefused::NotNow));
    }
    match volunteering.volunteer {
        Some(volunteer) if volunteer.state == State::Stopped => {
            store::volunteers::save(tx, &volunteer.again(organisation.cloned())).await?;
        }
        // The form came twice.
        Some(_) => return Ok(()),
        None => {
            let named = Volunteer {
                id: context.id(),
                school: pupil.school.clone(),
                pupil: pupil.id.clone(),
                organisation: organisation.cloned(),
                state: State::Named,
                studies: None,
                named: (context.actor.person.clone(), context.now),
                version: 0,
            };
            store::volunteers::add(tx, &named).await?;
        }
    }
    context.audit(tx, &pupil.school, "volunteer-named", pupil.id.as_str(), "").await?;
    Ok(())
}

/// A teacher recommends a volunteer; whoever keeps the page takes the words down.
pub async fn recommend(
    context: &Context<'_>,
    id: &PupilId,
    words: &Recommendation,
) -> Result<(), Failed<RecommendRefused>> {
    store::change!(context.db, tx => recommend_in(&mut tx, context, id, words))
}

async fn recommend_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PupilId,
    words: &Recommendation,
) -> Result<(), Failed<RecommendRefused>> {
    let (volunteer, trainings) = volunteer(tx, context, id).await?;
    let teacher = store::people::get(tx, &words.by).await?;
    if !teacher.is_some_and(|one| one.works_at(&volunteer.school, context.today)) {
        return Err(Failed::Refused(RecommendRefused::Person));
    }
    if volunteer.state.recommendation() == Some(words) {
        // The form came twice.
        return Ok(());
    }
    let recommended = volunteer.recommend(words.clone(), trained(&trainings));
    let recommended = recommended.map_err(|why| Failed::Refused(RecommendRefused::Step(why)))?;
    store::volunteers::save(tx, &recommended).await?;
    context.audit(tx, &recommended.school, "volunteer-recommended", id.as_str(), "").await?;
    Ok(())
}

/// A day of training is written down.
pub async fn train(
    context: &Context<'_>,
    id: &PupilId,
    training: Training,
) -> Result<(), Failed<StepRefused>> {
    store::change!(context.db, tx => train_in(&mut tx, context, id, training))
}

async fn train_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PupilId,
    training: Training,
) -> Result<(), Failed<StepRefused>> {
    let (volunteer, trainings) = volunteer(tx, context, id).await?;
    may_train(&volunteer.state, training, context.today).map_err(Failed::Refused)?;
    if trainings.contains(&training) {
        // The form came twice.
        return Ok(());
    }
    store::volunteers::train(tx, &volunteer, training).await?;
    let minutes = trained(&store::volunteers::trainings(tx, &volunteer).await?);
    let trained = volunteer.train(minutes);
    store::volunteers::save(tx, &trained).await?;
    context.audit(tx, &trained.school, "volunteer-trained", id.as_str(), "").await?;
    Ok(())
}

/// Whoever keeps the page looked how the volunteer's own studies go. The log says that, and not how.
pub async fn look(context: &Context<'_>, id: &PupilId, studies: Studies) -> Result<(), Failed<StepRefused>> {
    store::change!(context.db, tx => look_in(&mut tx, context, id, studies))
}

async fn look_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &PupilId,
    studies: Studies,
) -> Result<(), Failed<StepRefused>> {
    let (volunteer, _) = volunteer(tx, context, id).await?;
    if volunteer.studies == Some((studies, context.today)) {
        // The form came twice.
        return Ok(());
    }
    let looked = volunteer.look(studies, context.today).map_err(Failed::Refused)?;
    store::volunteers::save(tx, &looked).await?;
    context.audit(tx, &looked.school, "volunteer-looked", id.as_str(), "").await?;
    Ok(())
}

/// A volunteer stops. Nobody asks why.
pub async fn stop(context: &Context<'_>, id: &PupilId) -> Result<(), Failed<Never>> {
    store::change!(context.db, tx => stop_in(&mut tx, context, id))
}

async fn stop_in(tx: &mut WriteTx, context: &Context<'_>, id: &PupilId) -> Result<(), Failed<Never>> {
    let (volunteer, _) = volunteer(tx, context, id).await?;
    stopped(tx, context, volunteer).await?;
    Ok(())
}

/// Whoever helps stops with the consent to it.
pub(super) async fn stop_without_consent(
    tx: &mut WriteTx,
    context: &Context<'_>,
    pupil: &Pupil,
) -> store::Result<()> {
    match store::volunteers::of_pupil(tx, pupil).await? {
        Some(volunteer) => stopped(tx, context, volunteer).await,
        None => Ok(()),
    }
}

async fn stopped(tx: &mut WriteTx, context: &Context<'_>, volunteer: Volunteer) -> store::Result<()> {
    // Where they have stopped, the form came twice.
    if volunteer.state == State::Stopped {
        return Ok(());
    }
    let stopped = volunteer.stop();
    store::references::clear(tx, &stopped).await?;
    store::volunteers::save(tx, &stopped).await?;
    crate::peers::end_where(tx, context, &stopped.school, |pair| pair.helper == stopped.pupil).await?;
    context.audit(tx, &stopped.school, "volunteer-stopped", stopped.pupil.as_str(), "").await
}

/// Somebody who helps or wants to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Helping {
    /// The pupil.
    pub pupil: Pupil,
    /// Where they stand.
    pub state: State,
    /// Minutes of training.
    pub minutes: u32,
    /// It is time to look how their own studies go; said to whoever keeps their page.
    pub look_due: bool,
}

/// Those who help or want to and are not paused, of the classes that were let in.
pub async fn of_classes(
    tx: &mut Tx,
    context: &Context<'_>,
    classes: &[Class],
) -> Result<Vec<Helping>, Failed<Never>> {
    let school = context.actor.school.clone().ok_or(Failed::NotFound)?;
    let duties = store::duties::of_school(tx, &school).await?;
    let mut helping = Vec::new();
    let mut volunteers = store::volunteers::of_school(tx, &school).await?;
    let minutes = store::volunteers::minutes(tx, &school).await?;
    let paused = crate::peers::paused(tx, &school, context.today).await?;
    volunteers.retain(|one| one.state != State::Stopped && !paused.contains(&one.pupil));
    for class in classes {
        let carers = carers(&duties, &class.key, context.today);
        for pupil in &class.pupils {
            let see = Action::SeePupil { child: child(pupil, &carers), data: Data::Volunteering };
            let one = volunteers.iter().find(|one| one.pupil == pupil.id);
            if let Some(one) = one.filter(|_| may(context.actor, &see).is_ok()) {
                let keeps = may(context.actor, &Action::KeepVolunteer(child(pupil, &carers))).is_ok();
                helping.push(Helping {
                    pupil: pupil.clone(),
                    state: one.state.clone(),
                    minutes: minutes.get(&one.id).copied().unwrap_or_default(),
                    look_due: keeps && one.is_look_due(context.today),
                });
            }
        }
    }
    Ok(helping)
}
