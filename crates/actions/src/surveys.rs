//! The survey of both sides: opened by the coordinator, answered or skipped by each person, closed by the coordinator or
//! by its day (doc:A14; essay:E35). Decision 0015 says what anybody reads of it.

mod answering;
mod closing;
mod printing;
mod reading;

pub use answering::{Form, answer, form, skip};
pub(crate) use closing::finish;
pub use closing::{close, end_passed, remind, talked};
pub use measure::scales::{Share, Summary, Told};
pub use printing::list;
pub use reading::{Before, Outcome, SideResult, results, talks};

use crate::letters::{Letter, promise};
use crate::{Context, Failed};
use domain::pairs::State as PairState;
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::secrets::Secret;
use domain::sides::Side;
use domain::surveys::{OpenRefused, State, Survey, open as may_open};
use domain::{Day, MentorId, PersonId, SurveyId};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use store::{Tx, WriteTx};

/// Everybody whom a wave asks today, with their side: newcomers who work here, and whoever is the mentor of one in a
/// pair that has not ended.
pub async fn asked(
    tx: &mut Tx,
    programme: &Programme,
    today: Day,
) -> store::Result<BTreeMap<PersonId, Side>> {
    let (school, id) = (&programme.school, &programme.id);
    let pairs = store::pairs::of_programme(tx, school, id).await?;
    let works = |mentor: &MentorId| {
        pairs.iter().any(|pair| pair.mentor == *mentor && !matches!(pair.state, PairState::Ended { .. }))
    };
    let mentors = store::mentors::of_programme(tx, school, id).await?.into_iter();
    let mentors = mentors.filter(|one| works(&one.id)).map(|one| (one.person, Side::Mentor));
    let newcomers = store::newcomers::of_programme(tx, school, id).await?.into_iter();
    let newcomers = newcomers.map(|one| (one.person, Side::Newcomer));
    let mut asked: BTreeMap<PersonId, Side> = mentors.chain(newcomers).collect();
    let working = crate::people::working(tx, school, today).await?;
    asked.retain(|person, _| working.contains(person));
    Ok(asked)
}

/// The other ones of everybody's pairs, those that have ended too: they never read anything of each other here.
pub(crate) async fn partners(
    tx: &mut Tx,
    programme: &Programme,
) -> store::Result<BTreeMap<PersonId, Vec<PersonId>>> {
    let (school, id) = (&programme.school, &programme.id);
    let newcomers = store::newcomers::of_programme(tx, school, id).await?;
    let mentors = store::mentors::of_programme(tx, school, id).await?;
    let mut partners: BTreeMap<PersonId, Vec<PersonId>> = BTreeMap::new();
    for pair in store::pairs::of_programme(tx, school, id).await? {
        let newcomer = newcomers.iter().find(|one| one.id == pair.newcomer).map(|one| &one.person);
        let mentor = mentors.iter().find(|one| one.id == pair.mentor).map(|one| &one.person);
        if let (Some(newcomer), Some(mentor)) = (newcomer, mentor) {
            partners.entry(newcomer.clone()).or_default().push(mentor.clone());
            partners.entry(mentor.clone()).or_default().push(newcomer.clone());
        }
    }
    Ok(partners)
}

/// The ticket under which somebody's answers lie: nobody finds it without the secret.
fn ticket(secret: &Secret, person: &PersonId) -> String {
    let mut text = String::new();
    for byte in Sha256::digest(format!("{}:{person}", secret.as_str())) {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// The wave that is open in the actor's school today.
pub async fn running(tx: &mut Tx, programme: &Programme, today: Day) -> store::Result<Option<Survey>> {
    let all = store::surveys::of_programme(tx, &programme.school, &programme.id).await?;
    Ok(all.into_iter().find(|survey| survey.runs(today).is_some()))
}

/// The coordinator opens the wave of today until a day; everybody who is asked gets one letter.
pub async fn open(context: &Context<'_>, until: Day) -> Result<SurveyId, Failed<OpenRefused>> {
    store::change!(context.db, tx => open_in(&mut tx, context, until))
}

async fn open_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    until: Day,
) -> Result<SurveyId, Failed<OpenRefused>> {
    let school = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    may(context.actor, &Action::ManageSurveys(school))?;
    let running = store::programmes::running(tx, school, context.today).await?;
    let programme = running.ok_or(Failed::NotFound)?;
    let known = store::surveys::of_programme(tx, school, &programme.id).await?;
    let same = |one: &&Survey| one.runs(context.today).is_some() && one.until == until;
    if let Some(same) = known.iter().find(same) {
        // The form came twice.
        return Ok(same.id.clone());
    }
    let asked = asked(tx, &programme, context.today).await?;
    let waves: Vec<_> = known.iter().map(|one| one.wave).collect();
    let wave = may_open(&waves, asked.len(), until, &programme, context.today).map_err(Failed::Refused)?;
    let secret = context.secret();
    let survey = Survey {
        id: context.id(),
        school: school.clone(),
        programme: programme.id.clone(),
        wave,
        until,
        opened_at: context.now,
        opened_by: context.actor.person.clone(),
        state: State::Open(secret.clone()),
        version: 0,
    };
    // The one before may have ended by its day before a schedule closed it.
    for passed in known.into_iter().filter(|one| matches!(one.state, State::Open(_))) {
        closing::finish(tx, context, &programme, passed).await?;
    }
    store::surveys::add(tx, &survey, &secret).await?;
    context.audit(tx, school, "survey-opened", survey.id.as_str(), wave.word()).await?;
    for person in asked.keys() {
        promise(context, tx, person, Letter::SurveyOpened, survey.id.as_str()).await?;
    }
    Ok(survey.id)
}
