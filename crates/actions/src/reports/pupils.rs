//! What the report of the pupil programme gathers (doc:B15): pairs and pupils by a number, hours, figures of many. Nobody stands
//! in it by name: a report stays longer than what is kept of a pair (docs/decisions/0078).

use super::opened;
use crate::Context;
use domain::concerns::Concern;
use domain::journals::week_of;
use domain::peers::voices::{Face, Voice};
use domain::peers::{Pair, State};
use domain::permissions::{Action, may};
use domain::programmes::Programme;
use domain::reports::{Facts, Figure, Kind, Line, List, What};
use domain::{Day, PeerPairId, PupilId, ReportId};
use i18n::{Arg, Lang, t};
use measure::gates::{Cell, NotShown, cell, parts_of};
use measure::outcome::{Two, change};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;
use store::Tx;

/// The word of a pair that ended because one of the two left the school.
const LEFT: &str = "left";
/// The word of a pair that ended sooner for whatever other reason; none is written down (docs/decisions/0060).
const SOONER: &str = "sooner";

/// The report of the year, as it stands for a reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Annual {
    /// They may open it.
    Open(ReportId),
    /// Nobody has begun it, and they may.
    ToBegin,
}

/// The report of the year, for whoever may open or begin it; nothing for everybody else, and where no pupil has helped another.
pub async fn annual(tx: &mut Tx, context: &Context<'_>) -> store::Result<Option<Annual>> {
    let Some(school) = &context.actor.school else { return Ok(None) };
    let programme = store::programmes::in_sight(tx, school, context.today).await?;
    let Some(programme) = programme else { return Ok(None) };
    let reports = store::reports::of_programme(tx, school, &programme.id).await?;
    if let Some(report) = reports.into_iter().find(|one| one.kind == Kind::Peers) {
        let found = opened(tx, context, &report.id).await?;
        return Ok(found.map(|opened| Annual::Open(opened.report.id)));
    }
    let leads = may(context.actor, &Action::ManageProgramme(school)).is_ok();
    let begins = leads && !store::peers::of_school(tx, school).await?.is_empty();
    Ok(begins.then_some(Annual::ToBegin))
}

/// Gathers it for a programme.
pub(super) async fn gather(tx: &mut Tx, programme: &Programme, facts: &mut Facts) -> store::Result<()> {
    let (school, covered) = (&programme.school, facts.from..=facts.until);
    let least = u32::from(programme.settings.min_cell);
    let mut pairs = store::peers::of_school(tx, school).await?;
    pairs.retain(|pair| is_of(pair, &covered));
    let weeks = (week_of(facts.from), facts.until);
    let minutes = crate::journals::minutes_between(tx, school, weeks).await?;
    let pupils = store::pupils::of_school(tx, school).await?;
    let left: BTreeMap<PupilId, Day> =
        pupils.into_iter().filter_map(|pupil| pupil.left_on.map(|on| (pupil.id, on))).collect();
    let voices = store::voices::company(tx, school).await?;
    let concerns = store::concerns::of_school(tx, school).await?;
    let helpers: BTreeSet<&PupilId> = pairs.iter().map(|pair| &pair.helper).collect();
    let mentees: BTreeSet<&PupilId> = pairs.iter().map(|pair| &pair.mentee).collect();
    facts.lists = of_pairs(&pairs, &minutes, facts.until);
    facts.lists.push(early(&pairs, &left, (facts.until, least)));
    facts.lists.push(of_pupils(What::PeerHelpers, &helpers));
    facts.lists.push(of_pupils(What::PeerMentees, &mentees));
    facts.figures = vec![belonging(&voices, &pairs, &covered), cases(&concerns, &pairs, (&covered, least))];
    Ok(())
}

/// True where the two had begun by the last of these days, and were still a pair after the first.
fn is_of(pair: &Pair, covered: &RangeInclusive<Day>) -> bool {
    let began = pair.state.agreement().is_some_and(|agreement| agreement.from <= *covered.end());
    began && pair.state.over().is_none_or(|on| on > *covered.start())
}

/// When a pair ended before the day on which both had agreed.
fn ended_early(pair: &Pair, until: Day) -> Option<Day> {
    match &pair.state {
        State::Ended { was, on } => (*on < was.ends && *on <= until).then_some(*on),
        State::Confirmed | State::Agreed(_) | State::Declined(_) => None,
    }
}

fn numbered(number: usize) -> Line {
    Line { text: Some(number.to_string()), ..Line::default() }
}

/// The pairs with their hours, and those of them that last or lasted as agreed: by the same numbers.
fn of_pairs(pairs: &[Pair], minutes: &BTreeMap<PeerPairId, u32>, until: Day) -> Vec<List> {
    let hours = |(number, pair): (usize, &Pair)| {
        let minutes = minutes.get(&pair.id).copied().unwrap_or_default();
        Line { minutes: Some(u16::try_from(minutes).unwrap_or(u16::MAX)), ..numbered(number) }
    };
    let all = || (1..).zip(pairs);
    let kept = all().filter(|(_, pair)| ended_early(pair, until).is_none());
    vec![
        List { what: What::PeerPairs, lines: all().map(hours).collect() },
        List { what: What::PeerKept, lines: kept.map(|(number, _)| numbered(number)).collect() },
    ]
}

/// The pairs that ended early. On what ground stands beside them only where of each ground there are enough to hide in.
fn early(pairs: &[Pair], left: &BTreeMap<PupilId, Day>, (until, least): (Day, u32)) -> List {
    let has_left = |pair: &Pair, on: Day| {
        let two = [&pair.helper, &pair.mentee];
        two.into_iter().any(|pupil| left.get(pupil).is_some_and(|day| *day <= on))
    };
    let ended = (1..).zip(pairs).filter_map(|(number, pair)| {
        let on = ended_early(pair, until)?;
        Some((number, has_left(pair, on)))
    });
    let ended: Vec<(usize, bool)> = ended.collect();
    let (whole, gone) = (count(ended.len()), count(ended.iter().filter(|(_, left)| *left).count()));
    let cells = parts_of(whole, gone, whole.saturating_sub(gone), least);
    let is_told = matches!(cells, (Cell::Shown(_), Cell::Shown(_)));
    let line = |(number, left): (usize, bool)| {
        let word = if left { LEFT } else { SOONER };
        Line { word: is_told.then(|| word.to_owned()), ..numbered(number) }
    };
    List { what: What::PeerEarly, lines: ended.into_iter().map(line).collect() }
}

fn of_pupils(what: What, pupils: &BTreeSet<&PupilId>) -> List {
    List { what, lines: (1..=pupils.len()).map(numbered).collect() }
}

fn count(things: usize) -> u32 {
    u32::try_from(things).unwrap_or(u32::MAX)
}

/// An answer in points of a hundred.
const fn points(face: Face) -> f64 {
    match face {
        Face::Glad => 100.0,
        Face::Even => 50.0,
        Face::Sad => 0.0,
    }
}

/// A figure in whole points: in finer ones whoever joins or leaves could be worked out.
fn whole(points: f64) -> i32 {
    format!("{points:.0}").parse().unwrap_or_default()
}

/// How the first and the last answer of each child who is helped differ, whether they have somebody to be with at school.
fn belonging(voices: &[Voice], pairs: &[Pair], covered: &RangeInclusive<Day>) -> Figure {
    let mentees: BTreeMap<&PeerPairId, &PupilId> =
        pairs.iter().map(|pair| (&pair.id, &pair.mentee)).collect();
    let mut said: BTreeMap<&PupilId, Vec<f64>> = BTreeMap::new();
    for voice in voices.iter().filter(|voice| covered.contains(&voice.day)) {
        let [_, _, company] = voice.said.faces;
        if let (Some(&mentee), Some(face)) = (mentees.get(&voice.pair), company) {
            said.entry(mentee).or_default().push(points(face));
        }
    }
    let two = said.values().filter_map(|all| match all.as_slice() {
        [before, .., after] => Some(Two { before: *before, after: *after }),
        _ => None,
    });
    match change(&two.collect::<Vec<Two>>()) {
        Ok(shown) => Figure::Belonging {
            pupils: shown.n,
            mean: whole(shown.mean.value),
            low: whole(shown.mean.low),
            high: whole(shown.mean.high),
        },
        Err(NotShown::TooFew { need }) => Figure::FewAnswers { least: need },
        Err(_) => Figure::SameAnswers,
    }
}

/// Closed cases of the days about somebody of the pairs: their number alone, and only where there are enough. Of one that is
/// open nothing is told (neg:N20).
fn cases(concerns: &[Concern], pairs: &[Pair], (covered, least): (&RangeInclusive<Day>, u32)) -> Figure {
    let is_theirs = |pupil: &PupilId| pairs.iter().any(|pair| pair.has(pupil));
    let counts = |one: &&Concern| {
        let named = [&one.named.pupil, &one.named.harmer];
        !one.is_open() && covered.contains(&one.raised_on) && named.into_iter().flatten().any(is_theirs)
    };
    match cell(count(concerns.iter().filter(counts).count()), least) {
        Cell::Shown(number) => Figure::Cases { number },
        Cell::Hidden => Figure::FewCases { least },
    }
}

/// What a line of it says in a language.
pub(super) fn said(lang: Lang, what: What, line: &Line) -> String {
    let key = match (what, line.word.as_deref()) {
        (What::PeerHelpers | What::PeerMentees, _) => "reports-line-pupil",
        (What::PeerEarly, Some(LEFT)) => "reports-line-pair-left",
        (What::PeerEarly, Some(_)) => "reports-line-pair-sooner",
        (What::PeerEarly, None) => "reports-line-pair-hidden",
        _ => "reports-line-pair",
    };
    t(lang, key, &[("number", line.text.clone().unwrap_or_default().into())])
}

/// What a figure says in a language, or why it is not shown.
pub fn figure(lang: Lang, figure: Figure) -> String {
    let signed = |points: i32| {
        let shown = i18n::decimal(lang, points.into(), 0);
        if points > 0 { format!("+{shown}") } else { shown }
    };
    match figure {
        Figure::Cases { number } => t(lang, "reports-figure-cases", &[("number", number.into())]),
        Figure::FewCases { least } => t(lang, "reports-figure-few-cases", &[("least", least.into())]),
        Figure::Belonging { pupils, mean, low, high } => {
            let args = [
                ("pupils", Arg::from(pupils)),
                ("mean", signed(mean).into()),
                ("low", signed(low).into()),
                ("high", signed(high).into()),
            ];
            t(lang, "reports-figure-belonging", &args)
        }
        Figure::FewAnswers { least } => t(lang, "reports-figure-few-answers", &[("least", least.into())]),
        Figure::SameAnswers => t(lang, "reports-figure-same-answers", &[]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Instant;
    use domain::concerns::{Named, Outcome, State as Case};
    use domain::peers::Agreement;
    use domain::peers::voices::Said;
    use domain::peers::weekly::{Form, Weekly};
    use jiff::civil::{date, time};

    const FROM: Day = date(2026, 9, 1);
    const UNTIL: Day = date(2027, 5, 25);

    fn agreement() -> Agreement {
        let weekly = Weekly {
            form: Form::Walk,
            weekday: 3,
            at: time(16, 0, 0, 0),
            minutes: 45,
            place: "Аула".into(),
            adult: "dana".into(),
            off_site: false,
        };
        Agreement { from: date(2026, 10, 5), ends: date(2027, 5, 26), weekly }
    }

    fn pair(number: usize, state: State) -> Pair {
        Pair {
            id: format!("pair-{number}").into(),
            school: "school-12".into(),
            helper: format!("helper-{number}").into(),
            mentee: format!("mentee-{number}").into(),
            serves: None,
            state,
            confirmed: ("dana".into(), Instant::UNIX_EPOCH),
            reason: None,
            version: 0,
        }
    }

    fn over(number: usize, on: Day) -> Pair {
        pair(number, State::Ended { was: agreement(), on })
    }

    /// As many pairs that ended sooner, of the first of which one left.
    fn ended(gone: usize, others: usize) -> (Vec<Pair>, BTreeMap<PupilId, Day>) {
        let on = date(2027, 2, 1);
        let left = (0..gone).map(|number| (PupilId::from(format!("mentee-{number}")), on));
        ((0..gone + others).map(|number| over(number, on)).collect(), left.collect())
    }

    #[test]
    fn n18_each_pair_has_lasted_or_ended_early_and_never_both() {
        let last_year = over(9, FROM);
        let pairs = [
            pair(1, State::Agreed(agreement())),
            over(2, agreement().ends),
            over(3, date(2027, 2, 1)),
            pair(4, State::Confirmed),
            pair(5, State::Declined(date(2026, 10, 9))),
            last_year,
        ];
        let of: Vec<Pair> = pairs.into_iter().filter(|pair| is_of(pair, &(FROM..=UNTIL))).collect();
        assert_eq!(of.len(), 3, "who never began, and who ended before the year, stand nowhere");
        let hours = BTreeMap::from([("pair-2".into(), 90)]);
        let lists = of_pairs(&of, &hours, UNTIL);
        let early = early(&of, &BTreeMap::new(), (UNTIL, 5));
        assert_eq!((lists[0].total(), lists[0].minutes()), (3, 90));
        assert_eq!(lists[1].total() + early.total(), lists[0].total());
        assert_eq!(early.lines[0].text.as_deref(), Some("3"), "the same number in every list");
    }

    #[test]
    fn a_ground_is_told_where_nobody_can_be_made_out_by_it() {
        for (gone, others, is_told) in
            [(5, 5, true), (6, 9, true), (4, 9, false), (9, 4, false), (9, 0, false)]
        {
            let (pairs, left) = ended(gone, others);
            let list = early(&pairs, &left, (UNTIL, 5));
            assert_eq!(list.total(), gone + others, "the number is told anyway");
            let words = |word| list.lines.iter().filter(|line| line.word.as_deref() == Some(word)).count();
            let told = if is_told { (gone, others) } else { (0, 0) };
            assert_eq!((words(LEFT), words(SOONER)), told, "{gone} and {others}");
        }
    }

    #[test]
    fn belonging_is_told_of_ten_who_answered_twice_with_its_interval() {
        let voice = |number: usize, day: Day, face: Face| Voice {
            school: "school-12".into(),
            pair: format!("pair-{number}").into(),
            day,
            said: Said { faces: [None, None, Some(face)], ..Said::default() },
            by: ("dana".into(), Instant::UNIX_EPOCH),
        };
        let told = |pupils: usize, last: fn(usize) -> Face| {
            let pairs: Vec<Pair> =
                (0..pupils).map(|number| pair(number, State::Agreed(agreement()))).collect();
            let first = (0..pupils).map(|number| voice(number, date(2026, 10, 20), Face::Even));
            let once_more = (0..pupils).map(|number| voice(number, date(2027, 4, 20), last(number)));
            let before = (0..pupils).map(|number| voice(number, date(2026, 5, 1), Face::Sad));
            let all: Vec<Voice> = before.chain(first).chain(once_more).collect();
            belonging(&all, &pairs, &(FROM..=UNTIL))
        };
        let mixed = |number: usize| if number.is_multiple_of(2) { Face::Glad } else { Face::Even };
        assert_eq!(told(9, mixed), Figure::FewAnswers { least: 10 });
        assert_eq!(told(10, |_| Face::Glad), Figure::SameAnswers);
        let Figure::Belonging { pupils, mean, low, high } = told(10, mixed) else { panic!() };
        assert_eq!((pupils, mean), (10, 25));
        assert!(0 < low && low < mean && mean < high && high < 50, "{low} {high}");
    }

    #[test]
    fn of_cases_the_number_alone_is_told_from_five_closed_ones_on() {
        let closed = Case::Closed { by: "dana".into(), at: Instant::UNIX_EPOCH, outcome: Outcome::Settled };
        let case = |number: usize, is_closed: bool| Concern {
            id: format!("case-{number}").into(),
            school: "school-12".into(),
            child: String::new(),
            seen: String::new(),
            seen_on: date(2027, 1, 11),
            raised: ("dana".into(), Instant::UNIX_EPOCH),
            raised_on: date(2027, 1, 11),
            named: Named { pupil: Some("mentee-1".into()), harmer: None, about: None },
            state: if is_closed { closed.clone() } else { Case::Raised },
            version: 0,
        };
        let pairs = [pair(1, State::Agreed(agreement()))];
        let told = |cases: &[Concern]| super::cases(cases, &pairs, (&(FROM..=UNTIL), 5));
        let five: Vec<Concern> = (0..5).map(|number| case(number, true)).collect();
        assert_eq!(told(&five), Figure::Cases { number: 5 });
        for few in [&five[..0], &five[..1], &five[..4]] {
            assert_eq!(told(few), Figure::FewCases { least: 5 }, "none looks like four");
        }
        let open: Vec<Concern> = (0..5).map(|number| case(number, number > 0)).collect();
        assert_eq!(told(&open), Figure::FewCases { least: 5 }, "an open one is told by nothing");
        let other = Named { pupil: Some("somebody".into()), harmer: None, about: None };
        let others: Vec<Concern> =
            five.iter().map(|one| Concern { named: other.clone(), ..one.clone() }).collect();
        assert_eq!(told(&others), Figure::FewCases { least: 5 }, "it is about nobody of the programme");
    }
}
