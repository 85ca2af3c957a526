//! Papers of candidates (feat:G4; neg:N22): opened by the server's clock, every answer saved when it is given, resumed
//! anywhere with the time that is left, handed in or closed by the clock; texts marked by hand, without names.

use crate::accounts::hex;
use crate::sittings::{admitted_again, course, elsewhere, kept_from, place};
use crate::{Context, Failed};
use domain::courses::Course;
use domain::exams::{AnswerRefused, Closed, NotAdmitted, Sitting, SittingState, State};
use domain::permissions::{Action, may};
use domain::questions::{Answer, Language, Points};
use domain::schools::School;
use domain::{AttemptId, ExamId, PersonId, SchoolId};
use sha2::{Digest, Sha256};
use std::cmp::Reverse;
use store::attempts::Kept;
use store::{Tx, WriteTx};

/// Opens the candidate's paper, with a seed of its own; whoever has one gets that one.
pub async fn open(
    context: &Context<'_>,
    exam: &ExamId,
    language: Language,
) -> Result<AttemptId, Failed<NotAdmitted>> {
    store::change!(context.db, tx => open_in(&mut tx, context, exam, language))
}

async fn open_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    exam: &ExamId,
    language: Language,
) -> Result<AttemptId, Failed<NotAdmitted>> {
    let sitting = store::sittings::get(tx, exam).await?.ok_or(Failed::NotFound)?;
    let person = &context.actor.person;
    may(context.actor, &Action::WritePaper { candidate: person })?;
    let home = context.actor.school.as_ref().ok_or(Failed::NotFound)?;
    let place = if sitting.school == *home { Some(true) } else { place(tx, &sitting, home, person).await? };
    let place = place.filter(|_| sitting.languages.contains(&language)).ok_or(Failed::NotFound)?;
    if let Some(kept) = store::attempts::in_sitting(tx, &sitting.school, exam, person).await? {
        return Ok(kept.id);
    }
    if !place {
        return Err(Failed::Refused(NotAdmitted::NoPlace));
    }
    if waits_for_a_result(tx, &sitting, home, person).await? {
        return Err(Failed::Refused(NotAdmitted::OtherPaper));
    }
    if judged(tx, &sitting, person).await? {
        return Err(Failed::Refused(NotAdmitted::Judged));
    }
    if reads_keys(context, &sitting) {
        return Err(Failed::Refused(NotAdmitted::ReadsKeys));
    }
    // The gates of the own school are looked at again: since somebody took a place, they may have left the course.
    let before = course(tx, home, person).await?.ok_or(Failed::NotFound)?;
    let course = admitted_again(before.clone(), context);
    let bank = store::sittings::bank(tx, &sitting, language).await?;
    let extension = store::sittings::extensions(tx, &sitting).await?.remove(person).unwrap_or_default();
    let seed = u64::from_le_bytes(context.ids.bytes());
    let attempt = sitting
        .open(&course.candidate, false, &bank, extension, seed, context.now)
        .map_err(Failed::Refused)?;
    let id: AttemptId = context.id();
    let (school, home) = (sitting.school.clone(), home.clone());
    let kept = Kept { id, school, home, language, attempt, told: None, version: 0 };
    store::attempts::add(tx, &kept).await?;
    if course != before {
        store::courses::save(tx, &course).await?;
    }
    context.audit(tx, &kept.home, "paper-opened", kept.id.as_str(), "").await?;
    Ok(kept.id)
}

/// Somebody has a paper of another sitting that counts and was not told yet, wherever it was written.
pub(crate) async fn waits_for_a_result(
    tx: &mut Tx,
    sitting: &Sitting,
    home: &SchoolId,
    person: &PersonId,
) -> store::Result<bool> {
    for paper in store::attempts::of_person(tx, home, person).await? {
        if paper.told.is_some() || paper.attempt.exam == sitting.id {
            continue;
        }
        let other = store::sittings::get(tx, &paper.attempt.exam).await?;
        if !other.is_some_and(|other| matches!(other.state, SittingState::CalledOff { .. })) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Somebody has read the questions that this sitting draws from, to judge them: for it, or for another one.
pub(crate) async fn judged(tx: &mut Tx, sitting: &Sitting, person: &PersonId) -> store::Result<bool> {
    for id in store::panels::of_judge(tx, &sitting.school, person).await? {
        let panel = store::panels::get(tx, &id).await?;
        if id == sitting.id || panel.is_some_and(|panel| panel.bank == sitting.bank) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The actor's role opens the keys of the bank from which a sitting draws. That they are kept from it while they are in the
/// course does not make them forget what they read before; in a sitting of another school they write as everybody does.
fn reads_keys(context: &Context<'_>, sitting: &Sitting) -> bool {
    may(context.actor, &Action::KeepQuestions { school: &sitting.school, candidate: false }).is_ok()
}

/// What the page learns of an answer that stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The revision that the page sends with the next one.
    pub revision: u32,
    /// Seconds that are left.
    pub left: u64,
}

/// Saves one answer: one paper is read, one row is written. The same answer sent twice is one; what an older page sends
/// overwrites nothing. An answer leaves no line in the log: its row says when it was given.
pub async fn save(
    context: &Context<'_>,
    id: &AttemptId,
    question: u32,
    answer: &Answer,
    known: u32,
) -> Result<Receipt, Failed<AnswerRefused>> {
    store::change!(context.db, tx => save_in(&mut tx, context, id, question, answer, known))
}

async fn save_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    id: &AttemptId,
    question: u32,
    answer: &Answer,
    known: u32,
) -> Result<Receipt, Failed<AnswerRefused>> {
    let kept = store::attempts::with_answer(tx, id, question).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::WritePaper { candidate: &kept.attempt.person })?;
    let before = kept.attempt.answers.get(&question).map_or(0, |saved| saved.revision);
    let answered = kept.attempt.clone().answer(question, answer.clone(), known, context.now);
    let attempt = answered.map_err(Failed::Refused)?;
    let left = attempt.seconds_left(context.now);
    let Some(saved) = attempt.answers.get(&question) else { return Err(Failed::NotFound) };
    if saved.revision != before {
        store::attempts::answer(tx, &kept, question, saved).await?;
    }
    Ok(Receipt { revision: saved.revision, left })
}

/// The candidate hands the paper in; a second time changes nothing.
pub async fn hand_in(context: &Context<'_>, id: &AttemptId) -> Result<(), Failed<Closed>> {
    store::change!(context.db, tx => hand_in_in(&mut tx, context, id))
}

async fn hand_in_in(tx: &mut WriteTx, context: &Context<'_>, id: &AttemptId) -> Result<(), Failed<Closed>> {
    let kept = own::<Closed>(tx, context, id).await?;
    if matches!(kept.attempt.state, State::HandedIn { .. }) {
        return Ok(());
    }
    let attempt = kept.attempt.clone().hand_in(context.now).map_err(Failed::Refused)?;
    let kept = Kept { attempt, ..kept };
    store::attempts::save(tx, &kept).await?;
    Ok(context.audit(tx, &kept.home, "paper-handed-in", id.as_str(), "").await?)
}

/// The own paper with its answers; somebody else's looks as if it were not there.
pub async fn own<R>(tx: &mut Tx, context: &Context<'_>, id: &AttemptId) -> Result<Kept, Failed<R>> {
    let kept = store::attempts::get(tx, id).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::WritePaper { candidate: &kept.attempt.person })?;
    Ok(kept)
}

/// The same with the answer to one question alone: what a save reads, however long the paper is.
pub async fn own_at<R>(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &AttemptId,
    question: u32,
) -> Result<Kept, Failed<R>> {
    let kept = store::attempts::with_answer(tx, id, question).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::WritePaper { candidate: &kept.attempt.person })?;
    Ok(kept)
}

/// A sitting as its candidate sees it.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The sitting.
    pub sitting: Sitting,
    /// The own paper in it.
    pub paper: Option<Kept>,
    /// Why no paper can be opened now, where the sitting runs and there is none.
    pub shut: Option<NotAdmitted>,
    /// What a candidate of another school learns of it.
    pub visit: Option<Visit>,
}

/// A sitting of another school as one of its guests sees it: which school, and the own place.
#[derive(Clone, Debug)]
pub struct Visit {
    /// The school that holds it.
    pub host: School,
    /// How many places are left.
    pub left: usize,
    /// The actor has one.
    pub has_place: bool,
    /// Why they take none now.
    pub kept_from: Option<NotAdmitted>,
}

impl Visit {
    /// The actor may take a place now.
    pub fn may_take(&self) -> bool {
        !self.has_place && self.kept_from.is_none()
    }

    async fn of(
        tx: &mut Tx,
        context: &Context<'_>,
        sitting: &Sitting,
        course: Option<&Course>,
        has_place: bool,
    ) -> store::Result<Option<Self>> {
        let Some(host) = store::schools::get(tx, &sitting.school).await? else { return Ok(None) };
        let taken = store::sittings::guests(tx, sitting).await?.len();
        let left = usize::from(sitting.places).saturating_sub(taken);
        let kept_from = match course {
            Some(course) if !has_place => kept_from(tx, context, sitting, course).await?,
            _ => None,
        };
        Ok(Some(Self { host, left, has_place, kept_from }))
    }
}

/// Why the actor, who has no paper of a sitting that runs, cannot open one now.
async fn shut(
    tx: &mut Tx,
    context: &Context<'_>,
    sitting: &Sitting,
    course: Option<&Course>,
) -> store::Result<Option<NotAdmitted>> {
    let Some(course) = course else { return Ok(None) };
    if waits_for_a_result(tx, sitting, &course.school, &context.actor.person).await? {
        return Ok(Some(NotAdmitted::OtherPaper));
    }
    if judged(tx, sitting, &context.actor.person).await? {
        return Ok(Some(NotAdmitted::Judged));
    }
    if reads_keys(context, sitting) {
        return Ok(Some(NotAdmitted::ReadsKeys));
    }
    Ok(sitting.admits(&course.candidate, context.now).err())
}

/// Sittings that concern the actor: those of their school and those of the district that are open to it, to come and that
/// run while their course does, and those they have a paper of; the latest first.
pub async fn seen(tx: &mut Tx, context: &Context<'_>) -> store::Result<Vec<Seen>> {
    let Some(school) = &context.actor.school else { return Ok(Vec::new()) };
    let person = &context.actor.person;
    let course = course(tx, school, person).await?.map(|course| admitted_again(course, context));
    let runs = course.as_ref().is_some_and(Course::runs);
    let own = store::sittings::of_school(tx, school).await?.into_iter().map(|sitting| (sitting, true));
    let mut all: Vec<(Sitting, bool)> = own.chain(elsewhere(tx, school, person).await?).collect();
    all.sort_by_key(|(sitting, _)| Reverse(sitting.begins));
    let mut papers = store::attempts::of_person(tx, school, person).await?;
    let mut seen = Vec::new();
    for (sitting, has_place) in all {
        let at = papers.iter().position(|paper| paper.attempt.exam == sitting.id);
        let paper = at.map(|at| papers.swap_remove(at));
        let ahead = matches!(sitting.state, SittingState::Planned | SittingState::Running);
        let off = has_place && matches!(sitting.state, SittingState::CalledOff { .. });
        let concerned = runs && (ahead || (off && sitting.school != *school));
        if paper.is_none() && !concerned {
            continue;
        }
        let shut = if paper.is_some() || sitting.state != SittingState::Running {
            None
        } else if has_place {
            shut(tx, context, &sitting, course.as_ref()).await?
        } else {
            Some(NotAdmitted::NoPlace)
        };
        let visit = if sitting.school == *school {
            None
        } else {
            Visit::of(tx, context, &sitting, course.as_ref(), has_place).await?
        };
        seen.push(Seen { sitting, paper, shut, visit });
    }
    Ok(seen)
}

/// A text that is marked by hand, without the name of who wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Script {
    /// The paper under a name that tells neither who wrote it nor who began first.
    pub paper: String,
    /// The question.
    pub question: u32,
    /// What was asked.
    pub asked: String,
    /// What a good answer holds.
    pub hint: String,
    /// What was written.
    pub words: String,
    /// What it may bring.
    pub worth: Points,
    /// What it got so far.
    pub points: Option<Points>,
}

/// The sitting, for whoever marks its texts.
async fn marked_by<R>(tx: &mut Tx, context: &Context<'_>, exam: &ExamId) -> Result<Sitting, Failed<R>> {
    let sitting = store::sittings::get(tx, exam).await?.ok_or(Failed::NotFound)?;
    may(context.actor, &Action::MarkPapers { marker: sitting.marker.as_ref() })?;
    Ok(sitting)
}

/// Texts of papers that are closed, question by question, in an order that says nothing of who wrote them.
pub async fn scripts<R>(tx: &mut Tx, context: &Context<'_>, exam: &ExamId) -> Result<Vec<Script>, Failed<R>> {
    let sitting = marked_by::<R>(tx, context, exam).await?;
    let mut scripts = Vec::new();
    for kept in store::attempts::of_sitting(tx, &sitting.school, exam).await? {
        if kept.attempt.clone().close_if_due(context.now).state == State::Open {
            continue;
        }
        let marks = store::attempts::marks(tx, &kept).await?;
        for (question, saved) in &kept.attempt.answers {
            let Answer::Written(words) = &saved.answer else { continue };
            let found =
                store::sittings::question(tx, &sitting.school, exam, kept.language, *question).await?;
            let Some(asked) = found.filter(|asked| asked.kind.by_hand()) else { continue };
            if words.trim().is_empty() {
                continue;
            }
            scripts.push(Script {
                paper: veiled(exam, &kept.id),
                question: *question,
                asked: asked.text,
                hint: asked.feedback,
                words: words.clone(),
                worth: asked.worth,
                points: marks.get(question).copied(),
            });
        }
    }
    scripts.sort_by(|one, other| (one.question, &one.paper).cmp(&(other.question, &other.paper)));
    Ok(scripts)
}

/// A paper under another name for its marker: an id tells who began first, and stands beside names on other pages.
fn veiled(exam: &ExamId, paper: &AttemptId) -> String {
    hex(&Sha256::digest(format!("{exam} {paper}")))
}

/// Sittings whose texts wait for the actor's points, each with how many.
pub async fn to_mark<R>(tx: &mut Tx, context: &Context<'_>) -> Result<Vec<(ExamId, usize)>, Failed<R>> {
    let Some(school) = &context.actor.school else { return Ok(Vec::new()) };
    let mut waiting = Vec::new();
    for sitting in store::sittings::of_school(tx, school).await? {
        let counts = matches!(sitting.state, SittingState::Running | SittingState::Closed { .. });
        if !counts || sitting.marker.as_ref() != Some(&context.actor.person) {
            continue;
        }
        let scripts = scripts::<R>(tx, context, &sitting.id).await?;
        let count = scripts.iter().filter(|script| script.points.is_none()).count();
        if count > 0 {
            waiting.push((sitting.id, count));
        }
    }
    Ok(waiting)
}

/// Why a mark is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkRefused {
    /// It is still being written.
    Writing,
    /// Results were told.
    Told,
    /// Below nought, or more than the question brings.
    OffScale {
        /// What it brings.
        worth: Points,
    },
}

/// Whoever is named marks a text, by the name its paper has among [`scripts`]; a later mark takes the place of an earlier
/// one until results are told.
pub async fn mark(
    context: &Context<'_>,
    exam: &ExamId,
    paper: &str,
    question: u32,
    points: Points,
) -> Result<(), Failed<MarkRefused>> {
    store::change!(context.db, tx => mark_in(&mut tx, context, exam, paper, question, points))
}

async fn mark_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    exam: &ExamId,
    paper: &str,
    question: u32,
    points: Points,
) -> Result<(), Failed<MarkRefused>> {
    let sitting = marked_by::<MarkRefused>(tx, context, exam).await?;
    let mut papers = store::attempts::of_sitting(tx, &sitting.school, exam).await?.into_iter();
    let kept = papers.find(|kept| veiled(exam, &kept.id) == paper).ok_or(Failed::NotFound)?;
    let on_paper = kept.attempt.variant.questions.iter().any(|drawn| drawn.number == question);
    let found = store::sittings::question(tx, &sitting.school, exam, kept.language, question).await?;
    let asked = found.filter(|asked| on_paper && asked.kind.by_hand()).ok_or(Failed::NotFound)?;
    let why = match () {
        () if kept.told.is_some() => Some(MarkRefused::Told),
        () if kept.attempt.clone().close_if_due(context.now).state == State::Open => {
            Some(MarkRefused::Writing)
        }
        () if points < Points::default() || points > asked.worth => {
            Some(MarkRefused::OffScale { worth: asked.worth })
        }
        () => None,
    };
    if let Some(why) = why {
        return Err(Failed::Refused(why));
    }
    let marks = store::attempts::marks(tx, &kept).await?;
    if marks.get(&question) == Some(&points) {
        return Ok(());
    }
    let by: &PersonId = &context.actor.person;
    store::attempts::mark(tx, &kept, question, points, by, context.now).await?;
    Ok(context.audit(tx, &kept.school, "paper-marked", exam.as_str(), "").await?)
}
