//! The home of a coordinator: what to do, the most pressing first; then who has worked with whom and where the
//! people are. No text of a request, no impression, no star is ever loaded here.

mod funnel;
mod tasks;

use super::tasks::Task;
use crate::contacts::matrix::{self, Done, Matrix};
use crate::names::Names;
use crate::pairs::Share;
use crate::said::Said;
use crate::{Page, PageError};
use domain::calendar::WorkCalendar;
use domain::consents::Consent;
use domain::contacts::Contact;
use domain::endings::State as EndingState;
use domain::mentors::{Mentor, State as MentorState};
use domain::milestones::Tick;
use domain::newcomers::Newcomer;
use domain::orders::{Kind, State as OrderState};
use domain::pairs::{Next, Pair};
use domain::permissions::{Action, may};
use domain::programmes::{Phase, Programme};
use domain::requests::Request;
use domain::rotations::{Turn, window};
use domain::sides::Side;
use domain::{Day, HandoverId, Instant, MentorId, NewcomerId, PairId, ProposalId, SchoolId};
use std::collections::BTreeSet;
use store::Tx;

pub(super) use funnel::Step;

/// What a coordinator may know of a programme, loaded once.
#[derive(Clone, Debug)]
pub(super) struct Facts {
    programme: Programme,
    now: Instant,
    today: Day,
    calendar: WorkCalendar,
    names: Names,
    /// Newcomers who work here.
    newcomers: Vec<Newcomer>,
    /// Candidatures of people who work here.
    mentors: Vec<Mentor>,
    pairs: Vec<Pair>,
    consents: Vec<Consent>,
    /// Pairs whose first meeting is planned or that have met.
    begun: Vec<PairId>,
    /// Meetings that pairs remember differently.
    disputes: usize,
    /// Pairs whose agreed meetings fall away again and again.
    to_talk: usize,
    contacts: Vec<Contact>,
    requests: Vec<Request>,
    /// Planned meetings in every state.
    turns: Vec<Turn>,
    /// Planned meetings to come at which one of the two cannot be any more.
    clashing: usize,
    /// Sealed lists handed in, by newcomers and by mentors.
    ranked: (usize, usize),
    /// The proposal that waits to be published.
    draft: Option<ProposalId>,
    /// A proposal from the last choice is published.
    published: bool,
    /// Pairs that wait to be put into an order.
    to_order: usize,
    /// How many of those wait for an order that ends them.
    to_end: usize,
    /// Drafts of orders that wait for the head.
    with_head: usize,
    /// Changes of mentor that wait for a talk: where, and with whom.
    handovers: Vec<(HandoverId, String)>,
    /// Pairs that have a work plan.
    planned: BTreeSet<PairId>,
    /// Pairs that have closed as planned: nobody is missing there.
    closed: BTreeSet<PairId>,
    /// What is ticked of everybody's adaptation checklist.
    ticks: Vec<Tick>,
}

impl Facts {
    /// Loads everything; `None` where the reader does not run the programme.
    pub(super) async fn load(
        page: &Page,
        tx: &mut Tx,
        programme: &Programme,
        names: &Names,
    ) -> Result<Option<Self>, PageError> {
        let (school, id) = (&programme.school, &programme.id);
        if may(page.actor(), &Action::ManageProgramme(school)).is_err() {
            return Ok(None);
        }
        let working = actions::people::working(tx, school, page.today()).await?;
        let newcomers = store::newcomers::of_programme(tx, school, id).await?;
        let mentors = store::mentors::of_programme(tx, school, id).await?;
        let ranked = store::choices::counts(tx, programme).await?;
        let orders = store::orders::of_programme(tx, school, id).await?;
        let pairs = store::pairs::of_programme(tx, school, id).await?;
        let consents = store::consents::of_programme(tx, school, id).await?;
        let to_order = actions::orders::waiting_among(tx, programme, &pairs, &consents).await?;
        let meetings = store::meetings::of_programme(tx, school, id).await?;
        let disputed = meetings.iter().filter(|one| one.state == domain::meetings::State::Disputed);
        let counted = |count: i64| usize::try_from(count).unwrap_or_default();
        Ok(Some(Self {
            now: page.context().now,
            today: page.today(),
            calendar: actions::programmes::calendar(tx, school).await?,
            names: names.clone(),
            newcomers: newcomers.into_iter().filter(|one| working.contains(&one.person)).collect(),
            mentors: mentors.into_iter().filter(|one| working.contains(&one.person)).collect(),
            pairs,
            consents,
            begun: actions::meetings::begun(tx, programme).await?,
            disputes: disputed.count(),
            to_talk: domain::meetings::to_talk(&meetings, page.offset()).len(),
            contacts: store::contacts::of_programme(tx, school, id).await?,
            requests: store::requests::of_programme(tx, school, id).await?,
            turns: store::rotations::of_programme(tx, school, id).await?,
            clashing: actions::rotations::clashing(tx, programme, page.today()).await?,
            ranked: (counted(ranked.newcomers), counted(ranked.mentors)),
            published: actions::proposals::is_published(tx, programme).await?,
            draft: store::proposals::draft(tx, school, id).await?.map(|draft| draft.id),
            to_end: to_order
                .iter()
                .filter(|((kind, _), _)| *kind == Kind::Ending)
                .map(|(_, pairs)| pairs.len())
                .sum(),
            to_order: to_order.values().map(Vec::len).sum(),
            with_head: orders.iter().filter(|order| order.state == OrderState::Draft).count(),
            handovers: handovers(page, tx, programme, names).await?,
            closed: closed(tx, school).await?,
            ticks: actions::milestones::ticks_of_programme(tx, school, id).await?,
            planned: store::plans::of_programme(tx, school, id)
                .await?
                .into_iter()
                .filter_map(|plan| plan.pair)
                .collect(),
            programme: programme.clone(),
        }))
    }

    pub(super) fn tasks(&self) -> Vec<Task> {
        tasks::all(self)
    }

    pub(super) fn share(&self) -> Share {
        Share::of(&self.pairs)
    }

    /// Family and given name of a newcomer.
    fn newcomer(&self, id: &NewcomerId) -> String {
        self.names.newcomer(id).map(|named| named.name.brief()).unwrap_or_default()
    }

    /// Family and given name of a mentor.
    fn mentor(&self, id: &MentorId) -> String {
        self.names.mentor(id).map(|named| named.name.brief()).unwrap_or_default()
    }

    fn next(&self, pair: &Pair) -> Next {
        pair.next(&self.consents, self.begun.contains(&pair.id))
    }

    /// Mentors who may be chosen.
    fn approved(&self) -> impl Iterator<Item = &Mentor> {
        self.mentors.iter().filter(|mentor| mentor.state == MentorState::Approved)
    }

    /// Approved mentors with whom a newcomer has done something.
    fn met(&self, newcomer: &NewcomerId) -> BTreeSet<&MentorId> {
        let done = |contact: &&Contact| contact.newcomer == *newcomer && contact.state.counts();
        let met: BTreeSet<&MentorId> =
            self.contacts.iter().filter(done).map(|contact| &contact.mentor).collect();
        self.approved().map(|mentor| &mentor.id).filter(|id| met.contains(id)).collect()
    }

    fn settled(&self, newcomer: &NewcomerId) -> Option<&Pair> {
        self.pairs.iter().find(|pair| pair.newcomer == *newcomer && pair.is_settled())
    }

    /// How many may rank at all: those without a mentor of choice, those with a free place.
    fn rankers(&self, side: Side) -> usize {
        let taken = |mentor: &Mentor| {
            self.pairs.iter().filter(|pair| pair.mentor == mentor.id && pair.place.is_some()).count()
        };
        match side {
            Side::Newcomer => self.newcomers.iter().filter(|one| self.settled(&one.id).is_none()).count(),
            Side::Mentor => {
                self.approved().filter(|mentor| taken(mentor) < usize::from(mentor.card.places)).count()
            }
        }
    }
}

async fn closed(tx: &mut Tx, school: &SchoolId) -> Result<BTreeSet<PairId>, PageError> {
    let ends = store::endings::of_school(tx, school).await?.into_iter();
    Ok(ends.filter(|end| end.state == EndingState::Closed).map(|end| end.pair).collect())
}

/// Those that the reader may know of: never where they are the other one of the pair.
async fn handovers(
    page: &Page,
    tx: &mut Tx,
    programme: &Programme,
    names: &Names,
) -> Result<Vec<(HandoverId, String)>, PageError> {
    let mut open = Vec::new();
    for (handover, pair) in actions::handovers::all_decidable(tx, &page.context(), programme).await? {
        let asker = match handover.asked_by {
            Side::Newcomer => &names.newcomer(&pair.newcomer)?.name,
            Side::Mentor => &names.mentor(&pair.mentor)?.name,
        };
        if handover.is_open(&pair) {
            open.push((handover.id, asker.brief()));
        }
    }
    Ok(open)
}

pub(super) struct View {
    /// Who has worked with whom.
    pub(super) matrix: Matrix,
    pub(super) steps: Vec<Step>,
    /// People met and people that could be met, for the board; none outside the selection.
    pub(super) coverage: Option<(usize, usize)>,
}

pub(super) fn view(page: &Page, facts: &Facts) -> View {
    let mentors = facts.approved().filter_map(|mentor| facts.names.mentor(&mentor.id).ok()).collect();
    let newcomers = facts.newcomers.iter().filter_map(|one| facts.names.newcomer(&one.id).ok()).collect();
    let done = Done { contacts: &facts.contacts, turns: &facts.turns, today: facts.today };
    let mut matrix = matrix::of(page.lang(), mentors, newcomers, &done);
    matrix.plannable = window(&facts.programme, facts.today).is_ok();
    let all = matrix.mentors * matrix.newcomers;
    let selection = facts.programme.phase(facts.today) == Phase::Selection;
    View {
        steps: funnel::steps(page.lang(), facts),
        coverage: (selection && all > 0).then_some((all - matrix.missing, all)),
        matrix,
    }
}

/// What the board says where nothing presses.
pub(super) fn quiet(programme: &Programme, today: Day) -> Said {
    let phase = programme.phase(today);
    match phase {
        Phase::Hiring => Said::new("home-quiet-hiring").day(programme.phases.selection_from),
        Phase::Closed => Said::new("home-quiet-closed"),
        _ => Said::new(format!("home-quiet-{}", phase.word())).day(programme.phases.span(phase).1),
    }
}
