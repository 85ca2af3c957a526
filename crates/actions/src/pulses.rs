//! The short pulse (feat:K1), of a fortnight and after a meeting in it: answered or skipped by each person alone, shown to
//! them; leaders read groups that are large enough of a half-year that is over; the coordinator is asked to ask some how it
//! goes. As in the survey, none of it leaves a line in the log: that somebody has answered is a fact about them already
//! (docs/decisions/0056, 0077).

mod reading;
mod tending;
mod wording;

pub use reading::{Group, Line, groups, list, settle, signs};
pub use tending::tend;
pub use wording::{usual, word, wordings, words};

use crate::consents::persons;
use crate::surveys::asked;
use crate::{Context, Failed};
use domain::meetings::Meeting;
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::pulses::{Fortnight, GiveRefused, Given, Said, Source, asks_about, is_asked, is_fresh, is_open};
use domain::sides::Side;
use domain::surveys::{Item, Mark};
use domain::{Day, PersonId};
use std::collections::{BTreeMap, BTreeSet};
use store::{Tx, WriteTx};

/// One question that is open to the actor now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// About what.
    pub source: Source,
    /// The day of the latest meeting in the fortnight of which they say that it took place; of the question about it.
    pub met: Option<Day>,
    /// The fortnight.
    pub fortnight: Fortnight,
    /// Their side.
    pub side: Side,
    /// What they said to it so far.
    pub said: Option<Said>,
    /// The number of the wordings with which they answered, else of those that hold now.
    pub wording: u16,
    /// The second question; none where they answered it already beside the other first one of the fortnight.
    turn: Option<Item>,
}

impl Asked {
    /// The second question, once the first one is answered and as long as the second one is not.
    pub fn second(&self) -> Option<Item> {
        match self.said {
            Some(Said::Answered { second: None, .. }) => self.turn,
            _ => None,
        }
    }

    /// Nothing was said to it yet.
    pub fn waits(&self) -> bool {
        self.said.is_none()
    }

    /// The question about a meeting some days ago stands no more beside others.
    pub fn is_late(&self, today: Day) -> bool {
        self.met.is_some_and(|met| !is_fresh(met, today))
    }
}

/// What somebody answers with one tap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// How it goes.
    Going(Mark),
    /// The second question.
    Second(Mark),
    /// Nothing this time.
    Skip,
}

/// Everybody who is asked in a fortnight, with their side.
async fn asked_in(
    tx: &mut Tx,
    programme: &Programme,
    fortnight: Fortnight,
    today: Day,
) -> store::Result<BTreeMap<PersonId, Side>> {
    let settings = &programme.settings;
    if !is_asked(settings, true) {
        return Ok(BTreeMap::new());
    }
    let mut people = asked(tx, programme, today).await?;
    if !is_asked(settings, false) {
        let met = met(tx, programme, fortnight, today).await?;
        people.retain(|person, _| met.contains(person));
    }
    Ok(people)
}

/// Everybody who says that their pair has met in a fortnight until a day.
async fn met(
    tx: &mut Tx,
    programme: &Programme,
    fortnight: Fortnight,
    today: Day,
) -> store::Result<BTreeSet<PersonId>> {
    let (school, id) = (&programme.school, &programme.id);
    let mut meetings = store::meetings::of_programme(tx, school, id).await?;
    meetings.retain(|meeting| in_days(meeting, programme, fortnight, today));
    let mut people = BTreeSet::new();
    for pair in store::pairs::of_programme(tx, school, id).await? {
        let of: Vec<&Meeting> = meetings.iter().filter(|meeting| meeting.pair == pair.id).collect();
        if of.is_empty() {
            continue;
        }
        let says = |side: Side| of.iter().any(|meeting| asks_about(meeting, side));
        if let Some((newcomer, mentor)) = persons(tx, &pair).await? {
            people.extend(says(Side::Newcomer).then_some(newcomer));
            people.extend(says(Side::Mentor).then_some(mentor));
        }
    }
    Ok(people)
}

fn in_days(meeting: &Meeting, programme: &Programme, fortnight: Fortnight, today: Day) -> bool {
    let last = fortnight.last_day(programme).min(today);
    (fortnight.first_day(programme)..=last).contains(&meeting.day)
}

/// The day of the latest meeting in a fortnight of which the actor says that it took place.
async fn met_last(
    tx: &mut Tx,
    context: &Context<'_>,
    programme: &Programme,
    fortnight: Fortnight,
) -> store::Result<Option<Day>> {
    let (school, id, me) = (&programme.school, &programme.id, &context.actor.person);
    let mut pairs = Vec::new();
    if let Some(newcomer) = store::newcomers::of_person(tx, id, me).await? {
        let own = store::pairs::of_newcomer(tx, school, &newcomer.id).await?;
        pairs.extend(own.into_iter().map(|pair| (pair.id, Side::Newcomer)));
    }
    if let Some(mentor) = store::mentors::of_person(tx, id, me).await? {
        let own = store::pairs::of_mentor(tx, school, &mentor.id).await?;
        pairs.extend(own.into_iter().map(|pair| (pair.id, Side::Mentor)));
    }
    let mut last: Option<Day> = None;
    for (pair, side) in pairs {
        for meeting in store::meetings::of_pair(tx, school, &pair).await? {
            if in_days(&meeting, programme, fortnight, context.today) && asks_about(&meeting, side) {
                last = last.max(Some(meeting.day));
            }
        }
    }
    Ok(last)
}

/// Every question that is open to the actor now, first the one that is put first: about a meeting of these days, then of
/// the fortnight, then about an earlier meeting.
pub async fn open(tx: &mut Tx, context: &Context<'_>, programme: &Programme) -> store::Result<Vec<Asked>> {
    let (me, today, settings) = (&context.actor.person, context.today, &programme.settings);
    if may(context.actor, &Action::AnswerSurvey { person: me }).is_err() || !is_asked(settings, true) {
        return Ok(Vec::new());
    }
    let Some(fortnight) = Fortnight::on(programme, today) else { return Ok(Vec::new()) };
    let Some(side) = asked(tx, programme, today).await?.remove(me) else { return Ok(Vec::new()) };
    let met =
        if settings.pulse_after_meeting { met_last(tx, context, programme, fortnight).await? } else { None };
    let given = store::pulses::of_person(tx, programme, me).await?;
    let wordings = store::pulses::wordings(tx, programme).await?;
    let second_week = fortnight.is_second_week(programme, today);
    let said = |source: Source| given.iter().find(|one| one.fortnight == fortnight && one.source == source);
    let is_put = |source: &Source| match source {
        Source::Meeting => met.is_some(),
        Source::Fortnight => settings.pulse_fortnightly,
    };
    let question = |source: Source| {
        let mut others = Source::BOTH.into_iter().filter(|other| *other != source).filter_map(said);
        let turned = others.any(|one| matches!(one.said, Said::Answered { second: Some(_), .. }));
        Asked {
            source,
            met: met.filter(|_| source == Source::Meeting),
            fortnight,
            side,
            said: said(source).map(|one| one.said),
            wording: said(source)
                .filter(|one| one.said.going().is_some())
                .map_or(wordings.now(), |one| one.wording),
            turn: (!turned).then(|| fortnight.second(side)),
        }
    };
    let put = [Source::Meeting, Source::Fortnight].into_iter().filter(is_put);
    let mut found: Vec<Asked> =
        put.filter(|source| is_open(*source, fortnight, second_week, &given)).map(question).collect();
    found.sort_by_key(|one| one.is_late(today));
    Ok(found)
}

/// The one of the open questions that the actor is asked now, else the one they saw to last; `None` where there is none.
pub async fn now(tx: &mut Tx, context: &Context<'_>, programme: &Programme) -> store::Result<Option<Asked>> {
    let open = open(tx, context, programme).await?;
    let waits = open.iter().find(|asked| asked.waits());
    Ok(waits.or_else(|| open.iter().max_by_key(|asked| asked.source)).copied())
}

/// What the actor said in every programme of the school that is kept, the latest first.
pub async fn own(
    tx: &mut Tx,
    context: &Context<'_>,
    programme: &Programme,
) -> store::Result<Vec<(Programme, Given)>> {
    let me = &context.actor.person;
    let mut lines = Vec::new();
    if may(context.actor, &Action::AnswerSurvey { person: me }).is_ok() {
        for one in store::programmes::of_school(tx, &programme.school).await? {
            let given = store::pulses::of_person(tx, &one, me).await?;
            lines.extend(given.into_iter().map(|given| (one.clone(), given)));
        }
    }
    lines.sort_by_key(|(of, given)| std::cmp::Reverse((of.first_year, given.fortnight, given.second_week)));
    Ok(lines)
}

/// Keeps what the actor answers, in the place of what they answered before in the same fortnight about the same. `lang` is
/// the tag of the language in which they read the question.
pub async fn answer(
    context: &Context<'_>,
    programme: &Programme,
    source: Source,
    answer: Answer,
    lang: &str,
) -> Result<(), Failed<GiveRefused>> {
    store::change!(context.db, tx => answer_in(&mut tx, context, programme, (source, answer), lang))
}

async fn answer_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    programme: &Programme,
    (source, answer): (Source, Answer),
    lang: &str,
) -> Result<(), Failed<GiveRefused>> {
    let me = &context.actor.person;
    may(context.actor, &Action::AnswerSurvey { person: me })?;
    let open = open(tx, context, programme).await?;
    let asked = open.into_iter().find(|asked| asked.source == source);
    let asked = asked.ok_or(Failed::Refused(GiveRefused::NotNow))?;
    let said = match (answer, asked.said) {
        (Answer::Skip, _) => Said::Skipped,
        (Answer::Going(going), Some(Said::Answered { second, .. })) => Said::Answered { going, second },
        (Answer::Going(going), _) => Said::Answered { going, second: None },
        (Answer::Second(mark), Some(Said::Answered { going, .. })) => {
            let item = asked.turn.ok_or(Failed::Refused(GiveRefused::NotNow))?;
            Said::Answered { going, second: Some((item, mark)) }
        }
        (Answer::Second(_), _) => return Err(Failed::Refused(GiveRefused::FirstFirst)),
    };
    let given = Given {
        person: me.clone(),
        fortnight: asked.fortnight,
        source,
        second_week: asked.fortnight.is_second_week(programme, context.today),
        side: asked.side,
        said,
        lang: lang.to_owned(),
        wording: match answer {
            // The second question belongs to the first one, and to its words.
            Answer::Second(_) => asked.wording,
            Answer::Going(_) | Answer::Skip => store::pulses::wordings(tx, programme).await?.now(),
        },
    };
    Ok(store::pulses::keep(tx, programme, &given).await?)
}
