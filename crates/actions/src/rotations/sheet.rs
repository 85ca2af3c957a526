//! What a plan depends on, loaded once: plain data for a pure function.

use crate::meetings::FIRST_MEETING_MINUTES;
use crate::people::working;
use crate::programmes::calendar;
use domain::calendar::WorkCalendar;
use domain::meetings::Span;
use domain::mentors::State as MentorState;
use domain::observations::State as Watching;
use domain::pairs::{Pair, State as PairState};
use domain::programmes::Programme;
use domain::rotations::{Hours, State, Turn, Window};
use domain::sides::Side;
use domain::timetables::Bells;
use domain::{Day, MentorId, NewcomerId, PairId, PersonId};
use jiff::ToSpan;
use std::collections::{BTreeMap, BTreeSet};
use store::Tx;

/// Everything a plan depends on besides the coordinator's wish.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Newcomers who work here, and who they are.
    pub newcomers: BTreeMap<NewcomerId, PersonId>,
    /// Approved mentors who work here, and who they are.
    pub mentors: BTreeMap<MentorId, PersonId>,
    /// Newcomers who have a mentor of their choice already: nobody sends them on.
    pub chosen: BTreeSet<NewcomerId>,
    /// The lessons of the week.
    pub hours: Hours,
    /// Days off.
    pub calendar: WorkCalendar,
    /// The days of the plan; missing where no day is left.
    pub window: Option<Window>,
    /// Who have done something together.
    pub met: BTreeSet<(NewcomerId, MentorId)>,
    /// Meetings that stand, today or later or with another day asked for, and those of this week that took place.
    pub standing: Vec<Turn>,
}

/// Who of a programme is there today: newcomers who work here, approved mentors who work here.
pub async fn there(
    tx: &mut Tx,
    programme: &Programme,
    today: Day,
) -> store::Result<(BTreeMap<NewcomerId, PersonId>, BTreeMap<MentorId, PersonId>)> {
    let (school, id) = (&programme.school, &programme.id);
    let working = working(tx, school, today).await?;
    let newcomers = store::newcomers::of_programme(tx, school, id).await?.into_iter();
    let mentors = store::mentors::of_programme(tx, school, id).await?.into_iter();
    Ok((
        newcomers.filter(|one| working.contains(&one.person)).map(|one| (one.id, one.person)).collect(),
        mentors
            .filter(|one| one.state == MentorState::Approved && working.contains(&one.person))
            .map(|one| (one.id, one.person))
            .collect(),
    ))
}

/// The lessons of the week, and what everybody has agreed on beside joint work: meetings of pairs and their first one,
/// observed lessons (feat:D3); days on which they are away, times at which they do not meet.
pub(super) async fn hours(
    tx: &mut Tx,
    programme: &Programme,
    pairs: &[Pair],
    newcomers: &BTreeMap<NewcomerId, PersonId>,
    mentors: &BTreeMap<MentorId, PersonId>,
) -> store::Result<Hours> {
    let (school, id) = (&programme.school, &programme.id);
    let open = |pair: &&Pair| !matches!(pair.state, PairState::Ended { .. });
    let two: BTreeMap<&PairId, Vec<&PersonId>> = pairs
        .iter()
        .filter(open)
        .map(|pair| {
            let two = [newcomers.get(&pair.newcomer), mentors.get(&pair.mentor)];
            (&pair.id, two.into_iter().flatten().collect())
        })
        .collect();
    let mut taken = Vec::new();
    let mut keep = |pair: &PairId, span: Span| {
        let people = two.get(pair).into_iter().flatten();
        taken.extend(people.map(|person| ((*person).clone(), span)));
    };
    for meeting in store::meetings::of_programme(tx, school, id).await? {
        if let Some(span) = meeting.span().filter(|_| meeting.state.is_planned()) {
            keep(&meeting.pair, span);
        }
    }
    for (pair, first) in store::pairs::first_meetings(tx, school, id).await? {
        keep(&pair, Span { day: first.on, at: first.at, minutes: FIRST_MEETING_MINUTES });
    }
    for lesson in store::observations::of_programme(tx, school, id).await? {
        if lesson.state == Watching::Planned {
            let span = lesson.span();
            taken.extend([(lesson.observed, span), (lesson.observer, span)]);
        }
    }
    let (begins, ends) = (programme.phases.starts_on, programme.phases.work_until);
    for own in store::reservations::of_school(tx, school).await? {
        taken.extend(own.spans(begins, ends).into_iter().map(|span| (own.person.clone(), span)));
    }
    for absence in store::absences::of_school(tx, school).await? {
        taken.extend(absence.spans().map(|span| (absence.person.clone(), span)));
    }
    let bells = Bells::of_settings(&programme.settings);
    Ok(Hours::of(&store::timetables::of_school(tx, school).await?).keeping(bells, taken))
}

impl Sheet {
    /// Loads it.
    pub async fn load(tx: &mut Tx, programme: &Programme, window: Window, today: Day) -> store::Result<Self> {
        let (school, id) = (&programme.school, &programme.id);
        let (newcomers, mentors) = there(tx, programme, today).await?;
        let pairs = store::pairs::of_programme(tx, school, id).await?;
        let contacts = store::contacts::of_programme(tx, school, id).await?;
        let counted = contacts.into_iter().filter(|contact| contact.state.counts());
        let met: BTreeSet<_> = counted.map(|contact| (contact.newcomer, contact.mentor)).collect();
        let hours = hours(tx, programme, &pairs, &newcomers, &mentors).await?;
        let settled = pairs.into_iter().filter(Pair::is_settled);
        let mut standing = store::rotations::of_programme(tx, school, id).await?;
        let monday = monday(window.from);
        standing.retain(|turn| {
            let took_place = matches!(turn.state, State::Held { .. })
                && turn.slot.day >= monday
                && met.contains(&(turn.newcomer.clone(), turn.mentor.clone()));
            let concerns = newcomers.contains_key(&turn.newcomer) && mentors.contains_key(&turn.mentor);
            concerns && (turn.stands(today) || took_place)
        });
        Ok(Self {
            newcomers,
            mentors,
            chosen: settled.map(|pair| pair.newcomer).collect(),
            hours,
            calendar: calendar(tx, school).await?,
            window: Some(window),
            met,
            standing,
        })
    }

    /// Planned meetings to come at which one of the two cannot be any more: the timetable has changed, something else was agreed
    /// on, somebody is away.
    pub fn clashing(&self) -> impl Iterator<Item = &Turn> {
        let ahead = |turn: &&Turn| {
            turn.state == State::Planned && self.window.is_some_and(|window| turn.slot.day >= window.from)
        };
        let can = |turn: &Turn, person: Option<&PersonId>, side: Side| {
            person.is_some_and(|person| self.hours.can(person, side, turn.kind, turn.slot))
        };
        self.standing.iter().filter(ahead).filter(move |turn| {
            !can(turn, self.newcomers.get(&turn.newcomer), Side::Newcomer)
                || !can(turn, self.mentors.get(&turn.mentor), Side::Mentor)
        })
    }

    /// True where both are there.
    pub fn has(&self, newcomer: &NewcomerId, mentor: &MentorId) -> bool {
        self.newcomers.contains_key(newcomer) && self.mentors.contains_key(mentor)
    }

    /// Who the two are.
    pub(super) fn persons(
        &self,
        newcomer: &NewcomerId,
        mentor: &MentorId,
    ) -> impl Iterator<Item = &PersonId> {
        [self.newcomers.get(newcomer), self.mentors.get(mentor)].into_iter().flatten()
    }
}

/// The Monday of a day's week.
pub(super) fn monday(day: Day) -> Day {
    day.saturating_sub(i64::from(day.weekday().to_monday_zero_offset()).days())
}
