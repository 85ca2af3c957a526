//! What is seen of lanterns: whose light is lit, what the reader is asked, one of them with hours, notes and the questions that
//! are the reader's to read.

use super::{found, school_of, settings, young};
use crate::{Context, Failed, Never, people};
use domain::duties::year_end;
use domain::lanterns::{Hour, Lantern, Note, Question, State, minutes};
use domain::permissions::{Action, may};
use domain::{LanternId, PersonId};
use store::Tx;

/// The lanterns of a school.
#[derive(Clone, Debug)]
pub struct Board {
    /// Those that are lit, with the next open hour of each.
    pub lit: Vec<(Lantern, Option<Hour>)>,
    /// What the reader was recognised for and has not answered.
    pub offered: Vec<Lantern>,
    /// At which lanterns the reader has asked, also where they are over, and whether every question is answered.
    pub asked: Vec<(Lantern, bool)>,
    /// Notes with whose they are, the latest first.
    pub notes: Vec<(Note, PersonId)>,
    /// Whom the reader may recognise.
    pub candidates: Vec<PersonId>,
    /// How many colleagues make a recognition.
    pub least: u16,
}

/// One lantern.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "one for each thing that the page offers")]
pub struct Opened {
    /// It.
    pub lantern: Lantern,
    /// Its hours in the order of time.
    pub hours: Vec<Hour>,
    /// The questions that the reader may read.
    pub questions: Vec<Question>,
    /// Its notes.
    pub notes: Vec<Note>,
    /// The reader holds the small right.
    pub shares: bool,
    /// The reader was recognised and has not answered.
    pub asked: bool,
    /// The reader may change its notes.
    pub keeps: bool,
    /// The reader may end it.
    pub ends: bool,
}

impl Opened {
    /// May the reader ask a question?
    pub fn may_ask(&self, context: &Context<'_>) -> bool {
        self.lantern.is_lit(context.today) && self.lantern.person != context.actor.person
    }
}

/// The lanterns of the actor's school.
pub async fn board(tx: &mut Tx, context: &Context<'_>) -> Result<Board, Failed<Never>> {
    let school = school_of::<Never>(context)?;
    let all = store::lanterns::of_school(tx, &school).await?;
    let mut lit = Vec::new();
    let working = people::working(tx, &school, context.today).await?;
    let shines = |one: &&Lantern| one.is_lit(context.today) && working.contains(&one.person);
    for lantern in all.iter().filter(shines) {
        let hours = store::lanterns::hours(tx, lantern).await?;
        let next = hours.into_iter().find(|hour| !hour.held && hour.day >= context.today);
        lit.push((lantern.clone(), next));
    }
    let questions = store::lanterns::asked(tx, &school, &context.actor.person).await?;
    let answered = |lantern: &Lantern| {
        let mut own = questions.iter().filter(|one| one.lantern == lantern.id).peekable();
        own.peek()?;
        Some((lantern.clone(), own.all(|one| one.answer.is_some())))
    };
    let asked = all.iter().filter_map(answered).collect();
    let holder = |note: Note| {
        let lantern = all.iter().find(|one| one.id == note.lantern)?;
        Some((note, lantern.person.clone()))
    };
    let notes = store::lanterns::notes(tx, &school).await?.into_iter().filter_map(holder).collect();
    let allowed =
        |person: &PersonId| may(context.actor, &Action::Recognise { school: &school, person }).is_ok();
    let candidates = young(tx, &school, context.today).await?.into_iter().filter(allowed).collect();
    let least = settings(tx, &school, context.today).await?.lantern_colleagues;
    Ok(Board { lit, offered: offered(tx, context).await?, asked, notes, candidates, least })
}

/// What the actor was recognised for and has not answered.
pub async fn offered(tx: &mut Tx, context: &Context<'_>) -> store::Result<Vec<Lantern>> {
    let mut own = own(tx, context).await?;
    own.retain(|one| one.state == State::Recognised && context.today < one.until);
    Ok(own)
}

async fn own(tx: &mut Tx, context: &Context<'_>) -> store::Result<Vec<Lantern>> {
    let Some(school) = &context.actor.school else { return Ok(Vec::new()) };
    let all = store::lanterns::of_school(tx, school).await?;
    Ok(all.into_iter().filter(|one| one.person == context.actor.person).collect())
}

/// Minutes of the open hours that the actor held in the present school year, at all their lanterns.
pub async fn own_minutes(tx: &mut Tx, context: &Context<'_>) -> store::Result<u32> {
    let mut held = 0;
    for lantern in own(tx, context).await?.iter().filter(|one| one.until == year_end(context.today)) {
        held += minutes(&store::lanterns::hours(tx, lantern).await?);
    }
    Ok(held)
}

/// How many questions wait for the actor, and at which lantern.
pub async fn unanswered(tx: &mut Tx, context: &Context<'_>) -> store::Result<Vec<(LanternId, usize)>> {
    let mut waiting = Vec::new();
    for lantern in own(tx, context).await?.into_iter().filter(|one| one.is_lit(context.today)) {
        let questions = store::lanterns::questions(tx, &lantern).await?;
        let count = questions.iter().filter(|one| one.answer.is_none()).count();
        if count > 0 {
            waiting.push((lantern.id, count));
        }
    }
    Ok(waiting)
}

/// One lantern with what the actor may read of it.
pub async fn opened(tx: &mut Tx, context: &Context<'_>, id: &LanternId) -> Result<Opened, Failed<Never>> {
    let lantern = found::<Never>(tx, context, id).await?;
    let (school, person) = (&lantern.school, &lantern.person);
    let mut questions = store::lanterns::questions(tx, &lantern).await?;
    questions.retain(|one| {
        let read = Action::ReadLanternQuestion { school, person, asker: &one.asker };
        may(context.actor, &read).is_ok()
    });
    let mut notes = store::lanterns::notes(tx, school).await?;
    notes.retain(|note| note.lantern == lantern.id);
    let lit = lantern.is_lit(context.today);
    let accept = may(context.actor, &Action::AcceptLantern { school, person }).is_ok();
    let end = may(context.actor, &Action::EndLantern { school, person }).is_ok();
    Ok(Opened {
        hours: store::lanterns::hours(tx, &lantern).await?,
        questions,
        notes,
        shares: may(context.actor, &Action::ShareLight { school, person, lit }).is_ok(),
        asked: accept && lantern.state == State::Recognised && context.today < lantern.until,
        keeps: end,
        ends: end && lantern.state != State::Over,
        lantern,
    })
}
