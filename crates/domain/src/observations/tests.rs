use super::*;
use crate::diagrams::arrows;
use crate::formsets::Added;
use crate::programmes::Programme;
use crate::timetables::{Bells, Lesson as Taught};
use jiff::civil::{date, time};
use proptest::prelude::*;
use std::collections::BTreeSet;

const TUESDAY: Day = date(2026, 11, 10);
const UNTIL: Day = date(2027, 5, 25);

fn observation(state: State) -> Observation {
    Observation {
        id: "observation".into(),
        school: "school".into(),
        programme: "programme".into(),
        newcomer: "newcomer".into(),
        kind: Kind::ByMentor,
        observed: "dana".into(),
        observer: "aigul".into(),
        class: Some("7 «А»".into()),
        room: None,
        day: TUESDAY,
        at: time(9, 50, 0, 0),
        minutes: 45,
        number: 1,
        code: "CODE".into(),
        state,
        shares: Shares::NONE,
        changed_at: Instant::UNIX_EPOCH,
        version: 0,
    }
}

fn control(state: State) -> Observation {
    Observation { kind: Kind::Control, observer: "gulnafisa".into(), ..observation(state) }
}

fn sheet(saw: &str) -> Sheet {
    Sheet {
        school: "school".into(),
        observation: "observation".into(),
        number: 1,
        added: Added::default(),
        content: Content { saw: Some(saw.into()), ..Content::default() },
        saved_at: Instant::UNIX_EPOCH,
        finished: None,
        read: None,
        version: 0,
    }
}

fn states() -> Vec<State> {
    let by = Party::Observer;
    vec![
        State::Proposed { by },
        State::Planned,
        State::Declined,
        State::Withdrawn,
        State::Cancelled { by },
        State::Finished,
        State::Void { reason: "Қате".into() },
    ]
}

const BEFORE: DateTime = date(2026, 11, 10).at(8, 0, 0, 0);
const AFTER: DateTime = date(2026, 11, 10).at(10, 35, 0, 0);

#[test]
fn the_diagram_draws_what_the_rules_allow() {
    let mut allowed = BTreeSet::new();
    let free = Busy::default();
    let shares = Shares { head: true, ..Shares::NONE };
    for state in states() {
        let one = || observation(state.clone());
        let after = [
            one().accept(Party::Observed, &free, BEFORE).ok(),
            one().decline(Party::Observed).ok(),
            one().take_back(Party::Observer).ok(),
            one().cancel(Party::Observed).ok(),
            one().finish(&sheet("Оқушылар жұптасып жұмыс істеді."), AFTER).ok(),
            one().annul("Басқа сабақтың парағы").ok(),
            one().share(shares).ok(),
            one().drop_out(),
        ];
        allowed.extend(after.into_iter().flatten().map(|next| (state.word(), next.state.word())));
    }
    let diagram = include_str!("../../../../docs/states/observations.md");
    assert_eq!(arrows(diagram), allowed);
}

#[test]
fn each_answers_what_the_other_one_proposes() {
    let proposed = || observation(State::Proposed { by: Party::Observer });
    let free = Busy::default();
    assert!(proposed().waits_for(Party::Observed, BEFORE) && !proposed().waits_for(Party::Observer, BEFORE));
    assert!(!proposed().waits_for(Party::Observed, AFTER), "what has passed waits for nobody");
    assert_eq!(proposed().accept(Party::Observer, &free, BEFORE), Err(Refused::NotYours));
    assert_eq!(proposed().decline(Party::Observer), Err(Refused::NotYours));
    assert_eq!(proposed().take_back(Party::Observed), Err(Refused::NotYours));
    let passed = proposed().accept(Party::Observed, &free, AFTER);
    assert_eq!(passed, Err(Refused::Time(TimeRefused::Past)));
    let busy = Busy { taken: vec![proposed().span()], ..Busy::default() };
    let taken = proposed().accept(Party::Observed, &busy, BEFORE);
    assert_eq!(taken, Err(Refused::Time(TimeRefused::Busy)));
}

#[test]
fn a_control_is_called_off_and_shared_by_nobody_but_the_school() {
    assert_eq!(control(State::Planned).cancel(Party::Observed), Err(Refused::NotYours));
    assert!(control(State::Planned).cancel(Party::Observer).is_ok());
    assert_eq!(control(State::Finished).share(Shares::NONE), Err(Refused::NotShared));
}

#[test]
fn what_it_is_for_follows_from_who_watches_whom() {
    let (dana, aigul, bekzhan): (PersonId, PersonId, PersonId) =
        ("dana".into(), "aigul".into(), "bekzhan".into());
    assert_eq!(kind(false, false, &aigul, Some(&aigul)), Ok(Kind::ByMentor));
    assert_eq!(kind(false, false, &bekzhan, Some(&aigul)), Ok(Kind::ByOutsider));
    assert_eq!(kind(true, false, &dana, None), Ok(Kind::ByNewcomer));
    assert_eq!(kind(false, true, &bekzhan, Some(&aigul)), Ok(Kind::Control));
    assert_eq!(kind(false, true, &aigul, Some(&aigul)), Err(Refused::MentorControls));
}

#[test]
fn a_sheet_is_written_from_the_beginning_of_the_lesson_and_finished_with_words() {
    assert_eq!(observation(State::Planned).keep(BEFORE), Err(Refused::TooEarly));
    assert_eq!(observation(State::Planned).keep(AFTER), Ok(()));
    assert_eq!(observation(State::Declined).keep(AFTER), Err(Refused::NotOpen));
    let silent = observation(State::Planned).finish(&sheet(" "), AFTER);
    assert_eq!(silent, Err(Refused::Sheet(SheetRefused::NothingSeen)));
    let marked = Content { marks: [(Criterion::Goals, Mark::ALL[2])].into(), ..Content::default() };
    assert_eq!(marked.may_stand(Kind::ByMentor, &Added::default()), Ok(()), "half of it is kept");
    assert_eq!(marked.may_stand(Kind::ByNewcomer, &Added::default()), Err(SheetRefused::NoMarks));
    let long = Content { step: Some("ә".repeat(MOST_LINE + 1)), ..Content::default() };
    assert_eq!(long.may_stand(Kind::ByMentor, &Added::default()), Err(SheetRefused::TooLong));
}

#[test]
fn a_void_sheet_is_shared_with_nobody_and_says_why() {
    let shared = observation(State::Finished).share(Shares { head: true, ..Shares::NONE }).unwrap();
    let nobody: PersonId = "aigul".into();
    assert!(shared.reading(Some(&nobody), true).shares.head);
    assert_eq!(shared.clone().annul("  "), Err(Refused::Sheet(SheetRefused::NoWords)));
    let void = shared.annul(" Басқа сабақ ").unwrap();
    assert_eq!((void.shares, &void.state), (Shares::NONE, &State::Void { reason: "Басқа сабақ".into() }));
    assert!(void.reading(None, true).shares.is_empty());
}

#[test]
fn a_lesson_is_offered_where_its_teacher_teaches_and_the_observer_does_not() {
    let lesson = |person: &str, number| Taught {
        school: "school".into(),
        person: person.into(),
        weekday: 2,
        number,
        class: "7 «А»".into(),
        room: None,
    };
    let busy = Busy {
        newcomer: vec![lesson("dana", 2), lesson("dana", 3)],
        mentor: vec![lesson("aigul", 3)],
        ..Busy::default()
    };
    let now = date(2026, 11, 9).at(12, 0, 0, 0);
    let span = |number| Bells::default().of(TUESDAY, number);
    assert_eq!(propose(Kind::ByMentor, span(2), &busy, now, UNTIL), Ok(()));
    let taught = propose(Kind::ByMentor, span(3), &busy, now, UNTIL);
    assert_eq!(taught, Err(Refused::Time(TimeRefused::Busy)));
}

fn programme() -> Programme {
    Programme::usual("programme".into(), "school".into(), 2026)
}

fn done(kind: Kind, day: Day) -> Observation {
    Observation { kind, day, ..observation(State::Finished) }
}

#[test]
fn the_halves_count_apart_and_one_comes_from_outside() {
    let newcomer: NewcomerId = "newcomer".into();
    let mut all: Vec<Observation> = (1..=5).map(|day| done(Kind::ByMentor, date(2026, 10, day))).collect();
    all.push(done(Kind::ByOutsider, date(2027, 2, 1)));
    all.push(done(Kind::ByNewcomer, date(2026, 10, 6)));
    all.push(done(Kind::Control, date(2026, 10, 6)));
    all.push(Observation { day: date(2026, 10, 7), ..observation(State::Planned) });
    let first = progress(&all, &newcomer, &programme(), date(2026, 12, 31));
    assert_eq!((first.done, first.floor, first.outside_missing()), (5, 5, 1));
    assert!(!first.is_met());
    let second = progress(&all, &newcomer, &programme(), date(2027, 1, 11));
    assert_eq!((second.half, second.done, second.floor, second.outside_missing()), (Half::Second, 1, 4, 0));
    let mut uncounted = programme();
    uncounted.settings.observations_first = 0;
    let none = progress(&all, &newcomer, &uncounted, date(2026, 10, 10));
    assert!(!none.counts() && none.outside_missing() == 0, "a school that counts nothing misses nothing");
}

proptest! {
    #[test]
    fn sums_hold_together(marks in proptest::collection::vec(0..4_u8, 0..=8)) {
        let marks: std::collections::BTreeMap<_, _> = Criterion::ALL
            .into_iter()
            .zip(&marks)
            .map(|(one, mark)| (one, Mark::try_from(*mark).unwrap()))
            .collect();
        let content = Content { marks, ..Content::default() };
        let total = content.total();
        prop_assert_eq!(total.of_mark.iter().sum::<usize>(), total.marked);
        prop_assert!(total.sum <= total.most);
        let text = serde_json::to_string(&content).unwrap();
        prop_assert_eq!(serde_json::from_str::<Content>(&text).unwrap(), content);
    }

    #[test]
    fn progress_never_counts_more_than_there_is(kinds in proptest::collection::vec(0..4_usize, 0..20)) {
        let all: Vec<Observation> =
            kinds.iter().map(|kind| done(Kind::ALL[*kind], date(2026, 10, 5))).collect();
        let counted = progress(&all, &"newcomer".into(), &programme(), date(2026, 10, 10));
        prop_assert!(counted.outside <= counted.done && counted.done <= all.len());
    }
}

#[test]
fn words_are_read_back() {
    assert!(Kind::ALL.into_iter().all(|kind| Kind::from_word(kind.word()) == Some(kind)));
    assert!(Audience::ALL.into_iter().all(|one| Audience::from_word(one.word()) == Some(one)));
    assert_eq!(Shares::of(&[Audience::Head]), Shares { head: true, ..Shares::NONE });
    assert_eq!(
        (Mark::from_word("3"), Mark::from_word("4"), Mark::from_word("")),
        (Some(Mark::ALL[3]), None, None)
    );
    let listed: Vec<Criterion> = Block::ALL.into_iter().flat_map(Block::criteria).collect();
    assert_eq!(listed, Criterion::ALL);
}

#[test]
fn two_versions_of_a_sheet_differ_part_by_part() {
    let first = Content {
        saw: Some("Он оқушы".into()),
        marks: [(Criterion::Goals, Mark::ALL[2]), (Criterion::Climate, Mark::ALL[3])].into(),
        ..Content::default()
    };
    assert_eq!(first.differences(&first), []);
    let second = Content {
        step: Some("Таймер".into()),
        marks: [(Criterion::Goals, Mark::ALL[1]), (Criterion::Climate, Mark::ALL[3])].into(),
        ..first.clone()
    };
    assert_eq!(first.differences(&second), [Part::Mark(Criterion::Goals), Part::Step]);
    let bare = Content { saw: first.saw.clone(), ..Content::default() };
    let marks = [Part::Mark(Criterion::Goals), Part::Mark(Criterion::Climate)];
    assert_eq!(first.differences(&bare), marks, "a mark that is taken away differs too");
}
