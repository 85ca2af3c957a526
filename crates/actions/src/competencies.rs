//! Evidence for what a newcomer can do: attached and taken back by the newcomer, suggested by the mentor of now, counted
//! for the coordinator (feat:E3; essay:E4, E5).

mod adding;
mod facts;
mod keeping;

pub use adding::{add, remove};
pub use facts::{Found, said};
pub use keeping::{attach, share, suggest, take_back, take_step};

use crate::Context;
use crate::milestones::beside;
use domain::competencies::{Evidence, Item, Line, Proof, State, counted, frame};
use domain::newcomers::Newcomer;
use domain::permissions::{Action, Two, may};
use domain::programmes::Programme;
use domain::{NewcomerId, PersonId};
use i18n::Lang;
use store::Tx;

/// A newcomer's frame, as far as the actor may read it.
#[derive(Clone, Debug)]
pub struct Opened {
    /// Whose it is.
    pub newcomer: Newcomer,
    /// The mentor of now, if there is one.
    pub mentor: Option<PersonId>,
    /// The programme.
    pub programme: Programme,
    /// The lines of the year.
    pub frame: Vec<Line>,
    /// The evidence that the actor may read.
    pub evidence: Vec<Evidence>,
    /// The newcomer shows it to the mentor of now.
    pub shared: bool,
    /// The facts of the journal that the actor may read.
    pub facts: Vec<Found>,
}

impl Opened {
    fn two(&self) -> Two<'_> {
        let mentor = self.mentor.as_ref().unwrap_or(&self.newcomer.person);
        Two { school: &self.newcomer.school, newcomer: &self.newcomer.person, mentor }
    }

    /// A line of the frame.
    pub fn line(&self, item: &Item) -> Option<&Line> {
        self.frame.iter().find(|line| line.item == *item)
    }

    /// The evidence of a line in a state.
    pub fn of(&self, item: &Item, state: State) -> impl Iterator<Item = &Evidence> {
        self.evidence.iter().filter(move |one| one.item == *item && one.state == state)
    }

    /// The fact that some evidence is, where it still stands in the journal.
    pub fn fact(&self, evidence: &Evidence) -> Option<&Found> {
        let Proof::Fact(fact) = &evidence.proof else { return None };
        self.facts.iter().find(|found| found.fact == *fact)
    }

    /// The facts that a line has not yet, those that fit it first.
    pub fn free(&self, line: &Line) -> Vec<(&Found, bool)> {
        let of_line: Vec<&Proof> =
            self.evidence.iter().filter(|one| one.item == line.item).map(|one| &one.proof).collect();
        let taken = |found: &Found| {
            of_line.iter().any(|proof| matches!(proof, Proof::Fact(fact) if *fact == found.fact))
        };
        let free = self.facts.iter().filter(|found| !taken(found));
        let mut free: Vec<(&Found, bool)> = free.map(|found| (found, found.fits(line))).collect();
        free.sort_by_key(|(_, fits)| !fits);
        free
    }
}

/// What a line says in a language.
pub fn words(lang: Lang, line: &Line) -> String {
    match (&line.words, lang) {
        (Some(words), Lang::Kk) => words.kk.clone(),
        (Some(words), Lang::Ru | Lang::En) => words.ru.clone(),
        (None, _) => i18n::t(lang, &format!("competencies-item-{}", line.item.word()), &[]),
    }
}

/// A newcomer's frame with everything that stands on it, whoever asks; facts as the actor may read them.
async fn whole(tx: &mut Tx, context: &Context<'_>, id: &NewcomerId) -> store::Result<Option<Opened>> {
    let Some(around) = beside(tx, context, id).await? else { return Ok(None) };
    let (newcomer, mentor) = (around.newcomer, around.mentor);
    let Some(programme) = store::programmes::get(tx, &newcomer.school, &newcomer.programme).await? else {
        return Ok(None);
    };
    let additions = store::competencies::additions(tx, &newcomer.school).await?;
    let evidence = store::competencies::evidence(tx, &newcomer.school, id).await?;
    let shared = store::competencies::is_shared(tx, &newcomer.school, id).await?;
    let facts = facts::gather(tx, context, &newcomer, mentor.as_ref()).await?;
    let frame = frame(programme.first_year, &additions);
    Ok(Some(Opened { newcomer, mentor, programme, frame, evidence, shared, facts }))
}

/// The actor's own frame as newcomer of a programme.
pub async fn own(tx: &mut Tx, context: &Context<'_>, programme: &Programme) -> store::Result<Option<Opened>> {
    let me = &context.actor.person;
    let Some(newcomer) = store::newcomers::of_person(tx, &programme.id, me).await? else { return Ok(None) };
    if may(context.actor, &Action::KeepCompetencies { newcomer: &newcomer.person }).is_err() {
        return Ok(None);
    }
    whole(tx, context, &newcomer.id).await
}

/// A newcomer's frame for the mentor of now: the lines alone where it is not shared, else the evidence that the mentor
/// may read elsewhere, and own lines. `None` for everybody else.
pub async fn shown(tx: &mut Tx, context: &Context<'_>, id: &NewcomerId) -> store::Result<Option<Opened>> {
    let Some(mut opened) = whole(tx, context, id).await? else { return Ok(None) };
    if may(context.actor, &Action::SeeCompetencies(opened.two())).is_err() {
        return Ok(None);
    }
    let readable = |one: &Evidence| matches!(one.proof, Proof::Words(_)) || opened.fact(one).is_some();
    let evidence = opened.evidence.iter().filter(|one| opened.shared && readable(one)).cloned().collect();
    opened.evidence = evidence;
    if !opened.shared {
        opened.facts.clear();
    }
    Ok(Some(opened))
}

/// How a newcomer's frame stands in counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// Whose.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Lines with evidence.
    pub with: usize,
    /// Lines without.
    pub without: usize,
}

/// The counts of a programme, in no order of theirs: whoever shows them sorts by name, never by number. `None` for whoever may not see them.
pub async fn counts(
    tx: &mut Tx,
    context: &Context<'_>,
    programme: &Programme,
) -> store::Result<Option<Vec<Count>>> {
    if may(context.actor, &Action::CountCompetencies(&programme.school)).is_err() {
        return Ok(None);
    }
    let additions = store::competencies::additions(tx, &programme.school).await?;
    let lines = frame(programme.first_year, &additions);
    let mut attached = store::competencies::attached(tx, &programme.school, &programme.id).await?;
    let named = store::newcomers::named(tx, &programme.school, &programme.id).await?;
    let count = |one: store::people::Named<NewcomerId>| {
        let (with, without) = counted(&lines, &attached.remove(&one.id).unwrap_or_default());
        Count { person: one.person, name: one.name.brief(), with, without }
    };
    Ok(Some(named.into_iter().map(count).collect()))
}
