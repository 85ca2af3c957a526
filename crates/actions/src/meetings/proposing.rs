//! A meeting begins: one of the two proposes a time, once or every week, or writes a talk down that took place.

use super::{Scene, busy, tell_proposed};
use crate::formsets::of_school;
use crate::{Context, Failed};
use domain::contacts::Kind;
use domain::formsets::{Answers, Kind as Form};
use domain::meetings::{
    Busy, Meeting, Refused, SERIES, Said, Span, State, link as may_link, log as may_log,
    propose as may_propose,
};
use domain::{Day, Instant, MeetingId, PairId};
use jiff::civil::Time;
use store::WriteTx;

/// What one of the two proposes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// What they would do.
    pub kind: Kind,
    /// When.
    pub span: Span,
    /// What it is about.
    pub topic: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// Where on the net, of a meeting online.
    pub link: Option<String>,
    /// In so many weeks, one after the other; 1 for a single meeting.
    pub weeks: u8,
}

/// A talk that took place (feat:D8).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Log {
    /// What the two did.
    pub kind: Kind,
    /// On which day.
    pub day: Day,
    /// For how many minutes.
    pub minutes: u16,
    /// In one line what it was about.
    pub topic: Option<String>,
    /// Answers to what district and school ask beside it; nobody has to answer.
    pub answers: Answers,
}

/// One of the two proposes a time; the other one is told once, also of a series. In a week in which one of the two
/// has something else, and on days off, a series has no meeting. Gives the first meeting.
pub async fn propose(
    context: &Context<'_>,
    pair: &PairId,
    proposal: &Proposal,
) -> Result<MeetingId, Failed<Refused>> {
    store::change!(context.db, tx => propose_in(&mut tx, context, pair, proposal))
}

async fn propose_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    pair: &PairId,
    proposal: &Proposal,
) -> Result<MeetingId, Failed<Refused>> {
    let scene = Scene::open(tx, context, pair).await?;
    if !SERIES.contains(&proposal.weeks) {
        return Err(Failed::Refused(Refused::Weeks));
    }
    may_link(proposal.kind, proposal.link.as_deref()).map_err(Failed::Refused)?;
    // Sent twice.
    let known = store::meetings::of_pair(tx, &scene.pair.school, pair).await?;
    let same = |one: &&Meeting| {
        let proposed = one.state == State::Proposed { by: scene.side };
        proposed && one.kind == proposal.kind && one.span() == Some(proposal.span)
    };
    if let Some(same) = known.iter().find(same) {
        return Ok(same.id.clone());
    }
    let busy = busy(tx, &scene.pair, &scene.programme, None).await?;
    may_propose(proposal.kind, proposal.span, &busy, scene.now, scene.work_until).map_err(Failed::Refused)?;
    let spans = spans(&scene, proposal, &busy);
    let first: MeetingId = context.id();
    for (number, span) in spans.iter().enumerate() {
        let id = if number == 0 { first.clone() } else { context.id() };
        let series = (spans.len() > 1).then(|| first.clone());
        store::meetings::add(tx, &proposed(&scene, proposal, id, *span, series, context.now)).await?;
    }
    context.audit(tx, &scene.pair.school, "meeting-proposed", pair.as_str(), first.as_str()).await?;
    tell_proposed(tx, context, &scene, &first).await?;
    Ok(first)
}

/// The times of a proposal, the first one first.
fn spans(scene: &Scene, proposal: &Proposal, busy: &Busy) -> Vec<Span> {
    let mut spans = proposal.span.weekly(proposal.weeks, &busy.calendar, scene.work_until);
    spans.retain(|span| busy.is_free(proposal.kind, *span));
    spans
}

fn proposed(
    scene: &Scene,
    proposal: &Proposal,
    id: MeetingId,
    span: Span,
    series: Option<MeetingId>,
    now: Instant,
) -> Meeting {
    let said = Said::default();
    let state = State::Proposed { by: scene.side };
    let (topic, place) = (proposal.topic.clone(), proposal.place.clone());
    let new = begun(scene, id, proposal.kind, (span.day, Some(span.at), span.minutes), state, now);
    Meeting { topic, place, link: proposal.link.clone(), said, series, ..new }
}

/// A meeting that one of the two begins.
fn begun(
    scene: &Scene,
    id: MeetingId,
    kind: Kind,
    (day, at, minutes): (Day, Option<Time>, u16),
    state: State,
    now: Instant,
) -> Meeting {
    Meeting {
        id,
        school: scene.pair.school.clone(),
        programme: scene.pair.programme.clone(),
        pair: scene.pair.id.clone(),
        kind,
        topic: None,
        place: None,
        link: None,
        day,
        at,
        minutes,
        set_by: scene.side,
        state,
        said: Said::default(),
        series: None,
        changed_at: now,
        version: 0,
    }
}

/// One of the two writes down a talk that took place: it is held at once; the other one sees it and may object.
/// No letter: it waits on their home.
pub async fn log(context: &Context<'_>, pair: &PairId, log: &Log) -> Result<MeetingId, Failed<Refused>> {
    store::change!(context.db, tx => log_in(&mut tx, context, pair, log))
}

async fn log_in(
    tx: &mut WriteTx,
    context: &Context<'_>,
    pair: &PairId,
    log: &Log,
) -> Result<MeetingId, Failed<Refused>> {
    let scene = Scene::open(tx, context, pair).await?;
    may_log(&scene.pair, log.day, log.minutes, scene.now.date()).map_err(Failed::Refused)?;
    // Sent twice, or written down by both: it stands once.
    let known = store::meetings::of_pair(tx, &scene.pair.school, pair).await?;
    let same = |one: &&Meeting| {
        let stands = one.is_logged() && !one.state.is_over() && one.set_by == scene.side;
        let what = (one.kind, one.day, one.minutes, one.topic.as_deref());
        stands && what == (log.kind, log.day, log.minutes, log.topic.as_deref())
    };
    if let Some(same) = known.iter().find(same) {
        return Ok(same.id.clone());
    }
    let school = &scene.pair.school;
    let added = of_school(tx, school, Form::Log).await?;
    added.check(&log.answers).map_err(|why| Failed::Refused(Refused::Unfit(why)))?;
    let new = begun(&scene, context.id(), log.kind, (log.day, None, log.minutes), State::Held, context.now);
    let said = Said::default().with(scene.side, true);
    let meeting = Meeting { topic: log.topic.clone(), said, ..new };
    store::meetings::add(tx, &meeting).await?;
    if !added.fields.is_empty() {
        store::meetings::answer(tx, school, &meeting.id, (&added, &log.answers)).await?;
    }
    context.audit(tx, &meeting.school, "meeting-logged", pair.as_str(), meeting.id.as_str()).await?;
    Ok(meeting.id)
}
