//! Appeals against results of the exam (feat:G7): the candidate files one within the working days of the course's rules and
//! may take it back; somebody who leads the school and neither marked nor is bound to the candidate decides
//! (docs/decisions/0036). What it brings happens in the same transaction.

mod deciding;
mod reading;

pub use deciding::decide;
pub(crate) use reading::decides;
pub use reading::{Asked, Board, CameTo, Case, Own, Pending, Waiting, board, case, guest, own, pending};

use crate::letters::{Letter, promise};
use crate::{Context, Failed};
use domain::appeals::{
    About, Appeal, FileRefused, Filing, Outcome, State, StepRefused, deciders, file as may_file,
};
use domain::calendar::{USUAL_OFFSET_MINUTES, local};
use domain::courses::Rules;
use domain::exams::{Commission, Hearing, HearingState};
use domain::people::{Actor, Role};
use domain::permissions::{Action, may};
use domain::{AppealId, Day, PersonId, SchoolId};
use std::collections::BTreeSet;
use store::attempts::Kept;
use store::{Tx, WriteTx};

/// What an appeal is about, as it is kept.
#[derive(Clone, Debug)]
enum Exam {
    /// A paper.
    Paper(Box<Kept>),
    /// A practice with its commission.
    Practice(Box<(Hearing, Commission)>),
}

/// A result with what decides about an appeal against it.
#[derive(Clone, Debug)]
struct Scene {
    /// The school that held the exam, and decides.
    school: SchoolId,
    outcome: Outcome,
    /// Who marked it.
    marked: BTreeSet<PersonId>,
    exam: Exam,
}

impl Scene {
    async fn load(tx: &mut Tx, about: &About) -> store::Result<Option<Self>> {
        match about {
            About::Theory(id) => {
                let Some(kept) = store::attempts::get(tx, id).await? else { return Ok(None) };
                Ok(Some(Self::of_paper(tx, about, kept).await?))
            }
            About::Practice(id) => {
                let Some(hearing) = store::commissions::hearing(tx, id).await? else { return Ok(None) };
                let found = store::commissions::get(tx, &hearing.commission).await?;
                let Some(commission) = found else { return Ok(None) };
                Ok(Some(Self::of_practice(tx, about, hearing, commission).await?))
            }
        }
    }

    async fn of_paper(tx: &mut Tx, about: &About, kept: Kept) -> store::Result<Self> {
        let told = kept.told.as_ref();
        let mut marked = store::attempts::marked_by(tx, &kept).await?;
        marked.extend(told.and_then(|told| told.second.as_ref()).map(|second| second.decision.by.clone()));
        marked.extend(told.into_iter().flat_map(|told| told.looked.iter().cloned()));
        let outcome = Outcome {
            about: about.clone(),
            person: kept.attempt.person.clone(),
            home: kept.home.clone(),
            told_on: told.and_then(|told| told.on),
            passed: told.and_then(store::attempts::Told::passed) == Some(true),
        };
        Ok(Self { school: kept.school.clone(), outcome, marked, exam: Exam::Paper(Box::new(kept)) })
    }

    async fn of_practice(
        tx: &mut Tx,
        about: &About,
        hearing: Hearing,
        commission: Commission,
    ) -> store::Result<Self> {
        let here = store::schools::get(tx, &hearing.school).await?;
        let offset = here.map_or(USUAL_OFFSET_MINUTES, |school| school.utc_offset_minutes);
        let (told_on, passed) = match &hearing.state {
            HearingState::Told { at, practice, .. } => (Some(local(*at, offset).date()), practice.passed),
            HearingState::Waiting | HearingState::Begun { .. } => (None, false),
        };
        let (about, person, home) = (about.clone(), hearing.candidate.clone(), hearing.home.clone());
        Ok(Self {
            school: hearing.school.clone(),
            outcome: Outcome { about, person, home, told_on, passed },
            marked: hearing.examiners(),
            exam: Exam::Practice(Box::new((hearing, commission))),
        })
    }

    /// The last day for an appeal against it, where one is possible.
    async fn until(&self, tx: &mut Tx) -> store::Result<Option<Day>> {
        let course = crate::sittings::course(tx, &self.outcome.home, &self.outcome.person).await?;
        let days = course.map_or_else(Rules::default, |course| course.rules).appeal_days;
        let calendar = crate::programmes::calendar(tx, &self.school).await?;
        Ok(self.outcome.until(days, &calendar))
    }

    /// May somebody, of those who decide, read it and decide?
    fn opens_to(&self, actor: &Actor, deciders: &BTreeSet<PersonId>) -> bool {
        let deciders: Vec<PersonId> = deciders.iter().cloned().collect();
        may(actor, &Action::DecideAppeal { school: &self.school, deciders: &deciders }).is_ok()
    }

    /// Who decides on a day; nobody where whoever leads the school marked or is bound to the candidate, here or in the school
    /// of the candidate.
    async fn deciders(&self, tx: &mut Tx, day: Day) -> store::Result<BTreeSet<PersonId>> {
        let mut leaders = BTreeSet::new();
        for role in [Role::Coordinator, Role::Head] {
            leaders.extend(store::people::with_role(tx, &self.school, role, day).await?);
        }
        let (candidate, home) = (&self.outcome.person, &self.outcome.home);
        let ties = crate::commissions::ties(tx, home, &[self.school.clone()].into(), candidate).await?;
        Ok(deciders(&leaders, candidate, &self.marked, &ties, day))
    }

    /// Numbers of the questions of the paper; a practice has none.
    fn on_paper(&self) -> BTreeSet<u32> {
        match &self.exam {
            Exam::Paper(kept) => kept.attempt.variant.questions.iter().map(|drawn| drawn.number).collect(),
            Exam::Practice(_) => BTreeSet::new(),
        }
    }
}

/// The result of a paper may still be appealed against, or an appeal against it waits.
pub(crate) async fn runs(tx: &mut Tx, kept: &Kept, today: Day) -> store::Result<bool> {
    let about = About::Theory(kept.id.clone());
    let filed = store::appeals::of_person(tx, &kept.home, &kept.attempt.person).await?;
    if filed.iter().any(|one| one.about == about && one.is_open()) {
        return Ok(true);
    }
    let scene = Scene::of_paper(tx, &about, kept.clone()).await?;
    Ok(scene.until(tx).await?.is_some_and(|until| today <= until))
}

/// A result of the actor's own; somebody else's looks as if it were not there.
async fn mine<R>(tx: &mut Tx, context: &Context<'_>, about: &About) -> Result<Scene, Failed<R>> {
    let scene = Scene::load(tx, about).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::FileAppeal { candidate: &scene.outcome.person })?;
    Ok(scene)
}

/// The candidate files an appeal; whoever decides is told. The same form that comes twice files one.
pub async fn file(
    context: &Context<'_>,
    about: &About,
    filing: &Filing,
) -> Result<AppealId, Failed<FileRefused>> {
    store::change!(context.db, tx => file_in(&mut tx, context, about, filing))
}

async fn file_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    about: &About,
    filing: &Filing,
) -> Result<AppealId, Failed<FileRefused>> {
    let scene = mine::<FileRefused>(tx, context, about).await?;
    let before = store::appeals::of_person(tx, &scene.outcome.home, &scene.outcome.person).await?;
    let same = |one: &&Appeal| {
        one.is_open()
            && (&one.about, one.ground, one.words.as_str()) == (about, filing.ground, filing.words.trim())
    };
    if let Some(same) = before.iter().find(same) {
        return Ok(same.id.clone());
    }
    let until = scene.until(tx).await?;
    let (school, days) = (scene.school.clone(), (until, context.today));
    let appeal = may_file(context.id(), school, &scene.outcome, filing, &before, days);
    let appeal = appeal.map_err(Failed::Refused)?;
    store::appeals::add(tx, &appeal).await?;
    context.audit(tx, &appeal.home, "appeal-filed", appeal.id.as_str(), "").await?;
    for decider in scene.deciders(tx, context.today).await? {
        promise(context, tx, &decider, Letter::AppealFiled, appeal.id.as_str()).await?;
    }
    Ok(appeal.id)
}

/// The candidate takes an appeal back. Gives what it was about.
pub async fn take_back(context: &Context<'_>, id: &AppealId) -> Result<About, Failed<StepRefused>> {
    store::change!(context.db, tx => take_back_in(&mut tx, context, id))
}

async fn take_back_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &AppealId,
) -> Result<About, Failed<StepRefused>> {
    let appeal = store::appeals::get(tx, id).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::FileAppeal { candidate: &appeal.person })?;
    if matches!(appeal.state, State::TakenBack { .. }) {
        // The form came twice.
        return Ok(appeal.about);
    }
    let taken = appeal.take_back(context.today).map_err(Failed::Refused)?;
    store::appeals::save(tx, &taken).await?;
    context.audit(tx, &taken.home, "appeal-taken-back", id.as_str(), "").await?;
    Ok(taken.about)
}
