//! What somebody reads of concerns: the cases they may lead, and what they wrote themselves. Whoever opens one stands in it.

use super::{leaders_of, open_steps};
use crate::{Context, Failed, Never};
use domain::concerns::{Concern, Entry, Leaders, State, Step};
use domain::permissions::{Action, may};
use domain::pupils::Pupil;
use domain::{ConcernId, Day, Instant, PersonId};
use store::{Tx, WriteTx};

/// A concern in a list. Of whom it is and what was seen is read where it is opened, because that is noted (feat:M6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Which one.
    pub id: ConcernId,
    /// When it was raised.
    pub raised_at: Instant,
    /// The day on which its clock began.
    pub raised_on: Day,
    /// How far it is.
    pub state: State,
}

impl Listed {
    /// True until it is closed.
    pub const fn is_open(&self) -> bool {
        !matches!(self.state, State::Closed { .. })
    }
}

impl From<Concern> for Listed {
    fn from(concern: Concern) -> Self {
        let Concern { id, raised: (_, raised_at), raised_on, state, .. } = concern;
        Self { id, raised_at, raised_on, state }
    }
}

/// The concerns of the reader.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Board {
    /// Cases whose whole they read, the newest first.
    pub cases: Vec<Listed>,
    /// What they raised themselves.
    pub own: Vec<Listed>,
}

/// A case, for whoever may lead it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Somebody may take it on: nobody leads it, or whoever did is here no longer.
    pub waits: bool,
    /// Its log.
    pub entries: Vec<Entry>,
    /// What of the clock is open, with its last day.
    pub open: Vec<(Step, Day)>,
    /// It is about the head, who is told nothing.
    pub about_head: bool,
    /// To whom it can be handed over.
    pub candidates: Vec<PersonId>,
    /// The pupils of today, and those who stand in it.
    pub pupils: Vec<Pupil>,
    /// Who opened it, the latest first.
    pub reads: Vec<(Day, PersonId)>,
}

/// A concern, as far as its reader may read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// What was raised.
    pub concern: Concern,
    /// The case; nothing of it for whoever raised it and does not lead it.
    pub case: Option<Case>,
}

fn leads(context: &Context<'_>, concern: &Concern, all: &Leaders) -> bool {
    let leaders = concern.readers(all);
    may(context.actor, &Action::LeadConcern { school: &concern.school, leaders: &leaders }).is_ok()
}

fn read_raised(concern: &Concern) -> Action<'_> {
    let about = concern.named.about.as_ref();
    Action::ReadRaised { school: &concern.school, raiser: &concern.raised.0, about }
}

/// The concerns that the reader may see. Of others nothing tells them, not even a number.
pub async fn board(tx: &mut Tx, context: &Context<'_>) -> Result<Board, Failed<Never>> {
    let school = context.actor.school.clone().ok_or(Failed::NotFound)?;
    may(context.actor, &Action::RaiseConcern(&school))?;
    let all = leaders_of(tx, &school, context.today).await?;
    let mut board = Board::default();
    for concern in store::concerns::of_school(tx, &school).await? {
        if leads(context, &concern, &all) {
            board.cases.push(concern.into());
        } else if may(context.actor, &read_raised(&concern)).is_ok() {
            board.own.push(concern.into());
        }
    }
    Ok(board)
}

/// The pupils whom the reader sees anyway: whoever raises a concern may say which of them it is.
pub async fn known(tx: &mut Tx, context: &Context<'_>) -> Result<Vec<Pupil>, Failed<Never>> {
    match crate::pupils::classes(tx, context).await {
        Ok(classes) => Ok(classes.into_iter().flat_map(|class| class.pupils).collect()),
        // Whoever looks after nobody has no list to choose from.
        Err(Failed::NotFound | Failed::Forbidden) => Ok(Vec::new()),
        Err(other) => Err(other),
    }
}

/// A case with who may lead it, for whoever does; for everybody else there is no such case.
pub(super) async fn led<R>(
    tx: &mut Tx,
    context: &Context<'_>,
    id: &ConcernId,
) -> Result<(Concern, Leaders), Failed<R>> {
    let concern = store::concerns::get(tx, id).await?.ok_or(Failed::NotFound)?;
    let all = leaders_of(tx, &concern.school, context.today).await?;
    let leaders = concern.readers(&all);
    may(context.actor, &Action::LeadConcern { school: &concern.school, leaders: &leaders })?;
    Ok((concern, all))
}

/// True where a pupil stands in a case, or stood: they may have left the school since.
fn stands(concern: &Concern, entries: &[Entry], pupil: &Pupil) -> bool {
    let named = entries.iter().filter_map(|entry| entry.what.named()).chain([&concern.named]);
    named.flat_map(|one| [&one.pupil, &one.harmer]).flatten().any(|id| *id == pupil.id)
}

/// Opens a concern. That the reader did so is noted first: nothing is shown that was not noted.
pub async fn opened(context: &Context<'_>, id: &ConcernId) -> Result<Opened, Failed<Never>> {
    store::change!(context.db, tx => opened_in(&mut tx, context, id))
}

async fn opened_in(tx: &mut WriteTx, context: &Context<'_>, id: &ConcernId) -> Result<Opened, Failed<Never>> {
    let concern = store::concerns::get(tx, id).await?.ok_or(Failed::NotFound)?;
    let all = leaders_of(tx, &concern.school, context.today).await?;
    if !leads(context, &concern, &all) {
        may(context.actor, &read_raised(&concern))?;
        store::concerns::read(tx, &concern, &context.actor.person, context.today).await?;
        return Ok(Opened { concern, case: None });
    }
    store::concerns::read(tx, &concern, &context.actor.person, context.today).await?;
    let mut pupils = store::pupils::of_school(tx, &concern.school).await?;
    let entries = store::concerns::entries(tx, &concern).await?;
    pupils.retain(|pupil| pupil.is_here(context.today) || stands(&concern, &entries, pupil));
    let case = Case {
        waits: concern.waits(&all),
        open: open_steps(tx, &concern, &all).await?,
        about_head: concern.is_about_head(&all),
        candidates: concern.candidates(&all),
        pupils,
        reads: store::concerns::reads(tx, &concern).await?,
        entries,
    };
    Ok(Opened { concern, case: Some(case) })
}
