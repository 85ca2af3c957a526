use super::*;
use crate::calendar::{Period, WorkCalendar};
use crate::pairs::{Assignment, Origin, staging};
use crate::timetables::Lesson;
use jiff::ToSpan;
use jiff::civil::{date, time};
use proptest::prelude::*;
use std::collections::BTreeSet;

const TUESDAY: Day = date(2026, 11, 10);
const UNTIL: Day = date(2027, 5, 25);

fn at(hour: i8, minute: i8) -> DateTime {
    TUESDAY.at(hour, minute, 0, 0)
}

fn span(day: Day, hour: i8, minutes: u16) -> Span {
    Span { day, at: time(hour, 0, 0, 0), minutes }
}

fn meeting(state: State) -> Meeting {
    Meeting {
        id: "meeting".into(),
        school: "school".into(),
        programme: "programme".into(),
        pair: "pair".into(),
        kind: Kind::Talk,
        topic: None,
        place: None,
        link: None,
        day: TUESDAY,
        at: Some(time(15, 0, 0, 0)),
        minutes: 30,
        set_by: Side::Newcomer,
        state,
        said: Said::default(),
        series: None,
        changed_at: Instant::UNIX_EPOCH,
        version: 0,
    }
}

fn logged() -> Meeting {
    let said = Said { newcomer: Some(true), mentor: None };
    Meeting { at: None, said, ..meeting(State::Held) }
}

fn pair(state: PairState) -> Pair {
    staging::pair(Origin::Ranked, state)
}

fn lessons(of: &[(u8, u8)]) -> Vec<Lesson> {
    let lesson = |&(weekday, number): &(u8, u8)| Lesson {
        school: "school".into(),
        person: "person".into(),
        weekday,
        number,
        class: "8 «Б»".into(),
        room: None,
    };
    of.iter().map(lesson).collect()
}

/// On Tuesdays Дана teaches lessons 1 and 4, Айгүл 1 and 3.
fn busy() -> Busy {
    Busy { newcomer: lessons(&[(2, 1), (2, 4)]), mentor: lessons(&[(2, 1), (2, 3)]), ..Busy::default() }
}

#[test]
fn the_diagram_shows_every_arrow_and_no_other() {
    let (before, after) = (at(9, 0), at(18, 0));
    let later = span(date(2026, 11, 17), 15, 30);
    let one_said = Said { newcomer: Some(true), mentor: None };
    let both_said = Said { newcomer: Some(true), mentor: Some(true) };
    let no_said = Said { newcomer: Some(false), mentor: None };
    let differ = Said { newcomer: Some(true), mentor: Some(false) };
    let mut arrows = BTreeSet::new();
    let moving = State::Moving { by: Side::Newcomer, to: later };
    for from in [
        meeting(State::Proposed { by: Side::Newcomer }),
        meeting(State::Agreed),
        Meeting { said: one_said, ..meeting(State::Agreed) },
        Meeting { said: no_said, ..meeting(State::Agreed) },
        meeting(moving),
        logged(),
        Meeting { said: both_said, ..meeting(State::Held) },
        meeting(State::Missed),
        Meeting { said: differ, ..meeting(State::Disputed) },
        meeting(State::Declined),
        meeting(State::Withdrawn),
        meeting(State::Cancelled { by: Side::Mentor }),
    ] {
        for by in Side::BOTH {
            let steps = [
                from.clone().accept(by, &Busy::default(), before),
                from.clone().ask(by, later, before),
                from.clone().decline(by),
                from.clone().take_back(by),
                from.clone().cancel(by, before),
                from.clone().fall_away(&|_| true).ok_or(Refused::NotOpen),
                from.clone().say(by, true, after),
                from.clone().say(by, false, after),
            ];
            for to in steps.into_iter().flatten() {
                arrows.insert((from.state.word(), to.state.word()));
            }
        }
    }
    let drawn = crate::diagrams::arrows(include_str!("../../../../docs/states/meetings.md"));
    assert_eq!(drawn, arrows);
}

#[test]
fn only_a_pair_by_order_meets() {
    let period = Period { from: date(2026, 11, 2), until: None };
    let assigned = pair(PairState::Assigned(Assignment { order: "order".into(), period }));
    assert_eq!(open(&assigned), Ok(()));
    assert_eq!(open(&pair(PairState::Published)), Err(Refused::NotWorking));
    assert_eq!(log(&assigned, TUESDAY, 10, TUESDAY), Ok(()));
    assert_eq!(log(&assigned, date(2026, 11, 1), 10, TUESDAY), Err(Refused::BeforePair));
    assert_eq!(log(&assigned, date(2026, 11, 11), 10, TUESDAY), Err(Refused::InFuture));
    assert_eq!(log(&assigned, TUESDAY, 4, TUESDAY), Err(Refused::Minutes));
}

#[test]
fn what_took_place_in_the_time_of_a_pair_is_told_for_a_month_after_its_end() {
    let (first, last) = (date(2026, 11, 2), date(2026, 11, 13));
    let period = Period { from: first, until: Some(date(2026, 11, 14)) };
    let assignment = Assignment { order: "order".into(), period };
    let ended = pair(PairState::Ended { at: Instant::UNIX_EPOCH, was: Some(assignment.clone()) });
    let until = date(2026, 12, 13);
    assert_eq!(told_until(&ended), Some(until));
    for day in [first, last] {
        assert_eq!(tell(&ended, day, until), Ok(()), "{day}");
        assert_eq!(tell(&ended, day, date(2026, 12, 14)), Err(Refused::ToldTooLate { until }));
    }
    for day in [date(2026, 11, 1), date(2026, 11, 14)] {
        assert_eq!(tell(&ended, day, last), Err(Refused::NotWorking), "{day} is not of their time");
    }
    assert_eq!(open(&ended), Err(Refused::NotWorking), "nothing else is done any more");
    let working = pair(PairState::Assigned(assignment));
    assert_eq!((told_until(&working), tell(&working, last, date(2027, 2, 1))), (None, Ok(())));
    let given_up = pair(PairState::Ended { at: Instant::UNIX_EPOCH, was: None });
    assert_eq!(tell(&given_up, last, last), Err(Refused::NotWorking));
}

#[test]
fn a_time_between_two_hours_is_as_long_as_they_are_apart_and_none_where_they_stand_the_wrong_way() {
    let (from, to) = (time(10, 0, 0, 0), time(11, 30, 0, 0));
    assert_eq!(Span::between(TUESDAY, from, to), Span { day: TUESDAY, at: from, minutes: 90 });
    assert_eq!(Span::between(TUESDAY, to, from).minutes, 0);
}

#[test]
fn one_answer_is_about_what_of_a_series_waits_for_it_and_never_about_a_move() {
    let of_series = |id: &str, state| Meeting { id: id.into(), series: Some("one".into()), ..meeting(state) };
    let one = of_series("one", State::Proposed { by: Side::Mentor });
    let two = of_series("two", State::Proposed { by: Side::Mentor });
    let morning = at(9, 0);
    assert!(one.is_asked_with(&two, Side::Newcomer, morning));
    assert!(!one.is_asked_with(&two, Side::Mentor, morning), "it is the other one's answer");
    assert!(!one.is_asked_with(&two, Side::Newcomer, at(18, 0)), "their time has passed");
    assert!(!one.is_asked_with(&one, Side::Newcomer, morning));
    let to = span(date(2026, 11, 17), 15, 30);
    for state in
        [State::Agreed, State::Moving { by: Side::Mentor, to }, State::Proposed { by: Side::Newcomer }]
    {
        let other = of_series("two", state);
        assert!(!one.is_asked_with(&other, Side::Newcomer, morning), "{state:?}");
        assert!(!other.is_asked_with(&one, Side::Newcomer, morning), "{state:?}");
    }
    let alone = meeting(State::Proposed { by: Side::Mentor });
    assert!(!alone.is_asked_with(&one, Side::Newcomer, morning));
    let other = Meeting { id: "other".into(), ..alone.clone() };
    assert!(!alone.is_asked_with(&other, Side::Newcomer, morning), "two single meetings are no series");
}

#[test]
fn a_time_stands_beside_lessons_days_off_and_what_is_agreed_on() {
    let taken = span(date(2026, 11, 17), 15, 60);
    let off = date(2026, 11, 24);
    let calendar = WorkCalendar { days_off: [off].into(), ..WorkCalendar::default() };
    let busy = Busy { taken: vec![taken], calendar, ..busy() };
    let may = |kind, span| propose(kind, span, &busy, at(12, 0), UNTIL);
    assert_eq!(may(Kind::Talk, span(TUESDAY, 15, 30)), Ok(()));
    assert_eq!(may(Kind::Talk, span(TUESDAY, 12, 30)), Err(Refused::Past));
    assert_eq!(may(Kind::Talk, span(TUESDAY, 15, 4)), Err(Refused::Minutes));
    assert_eq!(
        may(Kind::Talk, Span { at: time(23, 30, 0, 0), ..span(TUESDAY, 23, 45) }),
        Err(Refused::OverMidnight)
    );
    assert_eq!(may(Kind::Talk, span(off, 15, 30)), Err(Refused::DayOff));
    assert_eq!(may(Kind::Talk, span(date(2026, 11, 17), 15, 30)), Err(Refused::Busy), "another meeting");
    assert_eq!(may(Kind::Talk, span(date(2026, 11, 17), 16, 30)), Ok(()), "right after it");
    let third = Span { at: time(9, 50, 0, 0), ..span(date(2026, 11, 17), 9, 45) };
    assert_eq!(may(Kind::Talk, third), Err(Refused::Busy), "Айгүл teaches");
    assert_eq!(may(Kind::VisitToMentor, third), Ok(()), "and Дана comes to see it");
    assert_eq!(may(Kind::VisitByMentor, third), Err(Refused::Busy));
    let late = may(Kind::Talk, span(date(2027, 5, 26), 15, 30));
    assert_eq!(late, Err(Refused::TooLate { work_until: UNTIL }));
}

#[test]
fn shared_free_periods_of_two_weeks_are_offered() {
    let found = |kind: Kind, now| -> Vec<(Day, u8)> {
        busy().openings(kind, now, UNTIL).into_iter().map(|one| (one.span.day, one.lesson)).collect()
    };
    let next = date(2026, 11, 17);
    let third = date(2026, 11, 24);
    let talks = found(Kind::Talk, at(7, 0));
    assert_eq!(talks, [(TUESDAY, 2), (next, 2), (third, 2)]);
    assert_eq!(found(Kind::Talk, at(9, 0)), [(next, 2), (third, 2)], "the second lesson has begun");
    let visits = found(Kind::VisitByMentor, at(7, 0));
    assert_eq!(visits, [(TUESDAY, 4), (next, 4), (third, 4)], "in the first lesson both teach");
    let unknown = Busy { mentor: vec![], ..busy() };
    assert_eq!(
        unknown.openings(Kind::Talk, at(7, 0), UNTIL),
        [],
        "nothing is claimed of an unknown timetable"
    );
}

#[test]
fn a_series_leaves_holidays_out() {
    let calendar = WorkCalendar { days_off: [date(2026, 11, 17)].into(), ..WorkCalendar::default() };
    let days = |until| -> Vec<Day> {
        span(TUESDAY, 15, 30).weekly(4, &calendar, until).into_iter().map(|one| one.day).collect()
    };
    assert_eq!(days(UNTIL), [TUESDAY, date(2026, 11, 24), date(2026, 12, 1)]);
    assert_eq!(days(date(2026, 11, 30)), [TUESDAY, date(2026, 11, 24)]);
}

#[test]
fn nobody_agrees_with_themselves_or_to_what_has_passed_or_is_taken() {
    let proposed = meeting(State::Proposed { by: Side::Newcomer });
    let accept = |by, busy: &Busy, now| proposed.clone().accept(by, busy, now).map(|agreed| agreed.state);
    assert_eq!(accept(Side::Mentor, &busy(), at(9, 0)), Ok(State::Agreed));
    assert_eq!(accept(Side::Newcomer, &busy(), at(9, 0)), Err(Refused::NotYours));
    assert_eq!(accept(Side::Mentor, &busy(), at(15, 0)), Err(Refused::Past));
    let taken = Busy { taken: vec![span(TUESDAY, 15, 15)], ..busy() };
    assert_eq!(accept(Side::Mentor, &taken, at(9, 0)), Err(Refused::Busy));
    assert!(proposed.waits_for(Side::Mentor, at(9, 0)) && !proposed.waits_for(Side::Newcomer, at(9, 0)));
    assert!(!proposed.waits_for(Side::Mentor, at(15, 0)), "a proposal whose time has come waits for nobody");
}

#[test]
fn an_agreed_time_stands_until_the_other_one_agrees_to_another() {
    let later = span(date(2026, 11, 12), 11, 45);
    let moving = meeting(State::Agreed).ask(Side::Mentor, later, at(9, 0)).unwrap();
    assert_eq!((moving.day, moving.waits_for(Side::Newcomer, at(9, 0))), (TUESDAY, true));
    let kept = moving.clone().decline(Side::Newcomer).unwrap();
    assert_eq!((kept.state, kept.day), (State::Agreed, TUESDAY));
    assert_eq!(moving.clone().take_back(Side::Mentor).unwrap().state, State::Agreed);
    let moved = moving.accept(Side::Newcomer, &busy(), at(9, 0)).unwrap();
    assert_eq!((moved.state, moved.span()), (State::Agreed, Some(later)));
}

#[test]
fn both_say_whether_it_took_place_and_a_difference_blames_nobody() {
    let after = at(16, 0);
    let agreed = meeting(State::Agreed);
    assert_eq!(agreed.clone().say(Side::Mentor, true, at(15, 10)), Err(Refused::TooEarly));
    let one = agreed.say(Side::Mentor, true, after).unwrap();
    assert_eq!(one.state, State::Agreed);
    assert!(one.asks(Side::Newcomer, after) && !one.asks(Side::Mentor, after));
    let held = one.clone().say(Side::Newcomer, true, after).unwrap();
    assert_eq!(held.state, State::Held);
    assert_eq!(held.say(Side::Newcomer, false, after), Err(Refused::NotOpen), "what both said stands");
    let disputed = one.say(Side::Newcomer, false, after).unwrap();
    assert_eq!(disputed.state, State::Disputed);
    assert_eq!(disputed.clone().say(Side::Mentor, false, after).unwrap().state, State::Missed);
    assert_eq!(disputed.say(Side::Newcomer, true, after).unwrap().state, State::Held);
}

#[test]
fn a_logged_talk_is_held_at_once_and_the_other_one_may_object() {
    let now = at(16, 0);
    assert!(logged().asks(Side::Mentor, now) && !logged().asks(Side::Newcomer, now));
    assert_eq!(logged().say(Side::Mentor, false, now).unwrap().state, State::Disputed);
    let confirmed = logged().say(Side::Mentor, true, now).unwrap();
    assert_eq!(confirmed.state, State::Held);
    assert_eq!(confirmed.take_back(Side::Newcomer), Err(Refused::NotOpen), "both have said so");
    assert_eq!(logged().take_back(Side::Newcomer).unwrap().state, State::Withdrawn);
    assert_eq!(logged().take_back(Side::Mentor), Err(Refused::NotOpen));
}

#[test]
fn n16_a_time_of_the_school_is_one_instant_wherever_it_is_read() {
    let evening = Span { at: time(23, 30, 0, 0), ..span(TUESDAY, 0, 29) };
    let (from, until) = evening.instants(300);
    assert_eq!(from.to_string(), "2026-11-10T18:30:00Z");
    assert_eq!(until.to_string(), "2026-11-10T18:59:00Z");
    assert!(evening.ends().is_some());
    assert_eq!(Span { minutes: 30, ..evening }.ends(), None, "midnight belongs to the next day");
}

#[test]
fn notes_and_next_steps_say_something() {
    assert_eq!(note(" "), Err(NoteRefused::Empty));
    assert_eq!(note(&"ә".repeat(MOST_NOTE + 1)), Err(NoteRefused::TooLong));
    assert_eq!(note(&"ә".repeat(MOST_NOTE)), Ok(()));
    assert_eq!(step("", None, TUESDAY), Err(StepRefused::Words));
    assert_eq!(step("Сабақтың басы", Some(date(2026, 11, 9)), TUESDAY), Err(StepRefused::Past));
    assert_eq!(step("Сабақтың басы", Some(TUESDAY), TUESDAY), Ok(()));
}

proptest! {
    /// neg:N16: whatever the zone, a time of the school is read back as that time, lasts as long, and comes in its turn.
    #[test]
    fn n16_in_every_zone_a_time_is_read_back_and_lasts_as_long(
        offset in -720..=840_i16,
        days in 0..400_i64,
        begins in (0..1440_i64, 0..1440_i64),
        length in 1..480_u16,
    ) {
        let spans = [begins.0, begins.1].map(|minute| Span {
            day: TUESDAY.saturating_add(days.days()),
            at: time(0, 0, 0, 0).checked_add(minute.minutes()).unwrap(),
            minutes: length,
        });
        let moments = spans.map(|span| span.instants(offset));
        for (span, (from, until)) in spans.into_iter().zip(moments) {
            prop_assert_eq!(crate::calendar::local(from, offset), span.day.to_datetime(span.at));
            prop_assert_eq!(until.duration_since(from), jiff::SignedDuration::from_mins(i64::from(length)));
            let over = crate::calendar::local(until, offset).date() > span.day;
            prop_assert_eq!(span.ends().is_none(), over, "over midnight it is refused, neither lost nor split");
        }
        prop_assert_eq!(spans[0].at.cmp(&spans[1].at), moments[0].0.cmp(&moments[1].0));
    }

    #[test]
    fn a_time_is_read_as_it_was_written(days in 0..400_i64, minutes in 0..1440_i64, length in 0..500_u16) {
        use jiff::ToSpan;
        let at = time(0, 0, 0, 0).checked_add(minutes.minutes()).unwrap();
        let span = Span { day: TUESDAY.saturating_add(days.days()), at, minutes: length };
        prop_assert_eq!(Span::read(&span.to_string()), Some(span));
    }

    #[test]
    fn what_is_offered_is_free(weeks in 0..3_i64, hour in 0..24_i8, kind in 0..Kind::ALL.len()) {
        use jiff::ToSpan;
        let now = TUESDAY.saturating_add(weeks.weeks()).at(hour, 0, 0, 0);
        let kind = Kind::ALL[kind];
        for one in busy().openings(kind, now, UNTIL) {
            prop_assert_eq!(propose(kind, one.span, &busy(), now, UNTIL), Ok(()));
        }
    }

    #[test]
    fn to_overlap_is_mutual(one in 0..24_i8, other in 0..24_i8, long in 1..180_u16, longer in 1..180_u16) {
        let (one, other) = (span(TUESDAY, one, long), span(TUESDAY, other, longer));
        prop_assert_eq!(one.overlaps(other), other.overlaps(one));
        prop_assert!(one.overlaps(one));
    }
}

/// A Tuesday so many weeks after the first.
fn week(number: i64, state: State) -> Meeting {
    let day = TUESDAY.saturating_add(number.weeks());
    Meeting { day, changed_at: Instant::MIN, ..meeting(state) }
}

/// The same called off so many hours before it begins.
fn called_off(number: i64, by: Side, hours: i64) -> Meeting {
    let off = week(number, State::Cancelled { by });
    let (starts, _) = off.span().unwrap().instants(300);
    let changed_at = starts.checked_sub(jiff::SignedDuration::from_hours(hours)).unwrap();
    Meeting { changed_at, ..off }
}

#[test]
fn calling_off_within_a_day_is_late_and_counted_for_oneself_alone() {
    assert_eq!(called_off(0, Side::Mentor, 23).fell(300), Some(Fell::Late { by: Side::Mentor }));
    assert_eq!(called_off(0, Side::Mentor, 24).fell(300), None, "the other one has time to plan anew");
    assert_eq!(week(0, State::Missed).fell(300), Some(Fell::Missed));
    let all = [
        called_off(-9, Side::Mentor, 1),
        called_off(0, Side::Mentor, 1),
        called_off(1, Side::Newcomer, 1),
        week(2, State::Missed),
    ];
    let today = week(2, State::Agreed).day;
    assert_eq!(called_off_late(&all, Side::Mentor, today, 300), 1, "what was long ago is forgotten");
    assert_eq!(called_off_late(&all, Side::Newcomer, today, 300), 1);
}

#[test]
fn three_fallen_meetings_in_a_row_ask_for_a_talk_until_one_takes_place() {
    let fallen = [called_off(0, Side::Mentor, 1), week(1, State::Missed), called_off(2, Side::Newcomer, 2)];
    assert_eq!(to_talk(&fallen, 300), [PairId::from("pair")]);
    assert_eq!(to_talk(&fallen[..2], 300), []);
    let early = [&fallen[..2], &[called_off(2, Side::Newcomer, 48)]].concat();
    assert_eq!(to_talk(&early, 300), [], "called off in good time is no failure");
    let met = [&fallen[..], &[week(3, State::Held)]].concat();
    assert_eq!(to_talk(&met, 300), []);
    let elsewhere = [&fallen[..2], &[Meeting { pair: "other".into(), ..fallen[2].clone() }]].concat();
    assert_eq!(to_talk(&elsewhere, 300), [], "each pair by itself");
}

#[test]
fn whoever_wrote_a_theme_offers_it_and_either_takes_it_back() {
    let themed = |state| Meeting { topic: Some("тыныш бастау".into()), ..meeting(state) };
    let held = themed(State::Held);
    assert_eq!(theme(&held, Side::Newcomer, true), Ok(()));
    assert_eq!(theme(&held, Side::Mentor, true), Err(ThemeRefused::NotYours));
    assert_eq!(theme(&held, Side::Mentor, false), Ok(()));
    assert_eq!(theme(&meeting(State::Held), Side::Newcomer, true), Err(ThemeRefused::None));
    let over = themed(State::Withdrawn);
    assert_eq!(theme(&over, Side::Newcomer, true), Err(ThemeRefused::Over));
    assert_eq!(theme(&over, Side::Newcomer, false), Ok(()));
}

#[test]
fn weeks_without_a_meeting_count_from_the_last_confirmed_one_or_from_the_order() {
    let period = Period { from: date(2026, 11, 2), until: Some(date(2027, 2, 1)) };
    let working = pair(PairState::Assigned(Assignment { order: "order".into(), period }));
    let both = Said { newcomer: Some(true), mentor: Some(true) };
    let held = Meeting { said: both, ..meeting(State::Held) };
    let today = date(2026, 12, 1);
    assert_eq!(unmet_since(&working, &[], today), Some(period.from));
    assert_eq!(unmet_since(&working, &[logged(), meeting(State::Agreed)], today), Some(period.from));
    assert_eq!(unmet_since(&working, &[held, logged()], today), Some(TUESDAY));
    assert_eq!(unmet_since(&working, &[], date(2026, 11, 1)), None, "before the order");
    assert_eq!(unmet_since(&working, &[], date(2027, 2, 1)), None, "after its last day");
    assert_eq!(unmet_since(&pair(PairState::Published), &[], today), None, "no order yet");
    assert!(!Unmet::Two.is_over(TUESDAY, date(2026, 11, 23)));
    assert!(Unmet::Two.is_over(TUESDAY, date(2026, 11, 24)));
    assert!(!Unmet::Three.is_over(TUESDAY, date(2026, 11, 24)));
    assert!(Unmet::ALL.iter().all(|one| Unmet::from_weeks(one.weeks()) == Some(*one)));
    assert_eq!(Unmet::from_weeks(5), None);
}
