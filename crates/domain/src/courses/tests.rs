//! The course, read like its rules.

use super::*;
use crate::diagrams::arrows;
use crate::questions::Topic;
use jiff::ToSpan;
use jiff::civil::{date, time};
use std::collections::BTreeSet;

const NOW: Instant = Instant::UNIX_EPOCH;
const ON: Day = date(2027, 4, 12);

fn rules() -> Rules {
    Rules::default()
}

fn candidate(state: State) -> Candidate {
    Candidate {
        course: "course".into(),
        person: "gulnafisa".into(),
        state,
        attempts: Attempts::default(),
        changed_at: NOW,
        version: 0,
    }
}

fn decision() -> Decision {
    Decision {
        by: "serik".into(), at: NOW, reason: "Вопрос 7 допускал два ответа.".into()
    }
}

fn done() -> Deeds {
    Deeds { cases: 1, replies: 2, minutes: 1440, discussed: 0 }
}

fn right() -> Right {
    Right { from: ON, until: date(2030, 4, 11) }
}

fn failed(part: Part) -> State {
    State::Failed { part, on: ON }
}

fn all_states() -> Vec<State> {
    vec![
        State::Discussion,
        State::Training,
        State::Admitted,
        State::Border { on: ON },
        State::Practice,
        State::Passed { right: right() },
        failed(Part::Theory),
        failed(Part::Practice),
        State::Expired { right: right() },
        State::Revoked { right: right(), decision: decision() },
        State::Left { on: ON },
    ]
}

#[test]
fn the_diagram_in_the_documents_is_what_the_code_does() {
    let (soon, late) = (date(2027, 5, 10), date(2031, 1, 1));
    let mut seen = BTreeSet::new();
    for state in all_states() {
        let from = || candidate(state.clone());
        let sat = || Candidate { attempts: Attempts { theory: 1, practice: 1 }, ..from() };
        let steps = [
            from().advance(done(), rules(), NOW),
            from().sit_theory(Verdict::Passed, ON, NOW),
            from().sit_theory(Verdict::Border, ON, NOW),
            from().sit_theory(Verdict::Failed, ON, NOW),
            from().look_again(true, &decision(), ON),
            from().look_again(false, &decision(), ON),
            from().sit_practice(true, rules(), ON, NOW),
            from().sit_practice(false, rules(), ON, NOW),
            from().retake(rules(), soon, NOW),
            sat().gain_theory(Verdict::Passed, ON, NOW),
            sat().gain_theory(Verdict::Border, ON, NOW),
            sat().void_attempt(Part::Theory, &decision()),
            sat().void_attempt(Part::Practice, &decision()),
            from().expire(late, NOW),
            from().revoke(decision()),
            from().leave(ON, NOW),
        ];
        seen.extend(steps.into_iter().flatten().map(|to| (state.word(), to.state.word())));
    }
    assert_eq!(seen, arrows(include_str!("../../../../docs/states/courses.md")));
}

#[test]
fn one_case_and_two_replies_open_the_training() {
    let begun = || candidate(State::Discussion);
    let deeds = Deeds { replies: 1, ..Deeds::default() };
    let missing = vec![Gap::Cases(1), Gap::Replies(1)];
    assert_eq!(begun().advance(deeds, rules(), NOW), Err(StepRefused::Gate(missing)));
    assert_eq!(begun().advance(done(), rules(), NOW).unwrap().state, State::Training);
}

#[test]
fn replies_count_once_for_each_case_of_another() {
    let case = |number, by: &str| Case { number, by: by.into() };
    let reply = |to, by: &str| Reply { to, by: by.into() };
    let cases = [case(1, "gulnafisa"), case(2, "serik"), case(3, "dana")];
    let replies = [
        reply(1, "gulnafisa"),
        reply(2, "gulnafisa"),
        reply(2, "gulnafisa"),
        reply(9, "gulnafisa"),
        reply(3, "serik"),
    ];
    assert_eq!(discussed(&"gulnafisa".into(), &cases, &replies), (1, 1));
    assert_eq!(discussed(&"serik".into(), &cases, &replies), (1, 1));
    assert_eq!(discussed(&"erlan".into(), &cases, &replies), (0, 0));
}

#[test]
fn the_exam_opens_after_24_hours_of_training() {
    let trained = || candidate(State::Training);
    let deeds = Deeds { minutes: 1350, ..done() };
    assert_eq!(trained().advance(deeds, rules(), NOW), Err(StepRefused::Gate(vec![Gap::Minutes(90)])));
    assert_eq!(trained().advance(done(), rules(), NOW).unwrap().state, State::Admitted);
    assert_eq!(candidate(State::Admitted).advance(done(), rules(), NOW), Err(StepRefused::NotHere));
}

#[test]
fn hours_count_where_somebody_was_present() {
    let held = |stage, minutes, present: &[&str]| Held {
        stage,
        minutes,
        present: present.iter().map(|one| (*one).into()).collect(),
    };
    let (talk, train) = (Stage::Discussion, Stage::Training);
    let sessions = [
        held(train, 90, &["dana", "serik"]),
        held(train, 180, &["dana"]),
        held(train, 90, &[]),
        held(talk, 60, &["dana"]),
    ];
    assert_eq!(minutes(&"dana".into(), &sessions, train), 270);
    assert_eq!(minutes(&"serik".into(), &sessions, train), 90);
    assert_eq!(minutes(&"dana".into(), &sessions, talk), 60, "each hour counts at its stage");
}

#[test]
fn who_signed_up_first_has_a_place_and_others_move_up() {
    let list: Vec<PersonId> = ["dana", "serik", "erlan"].map(Into::into).into();
    assert_eq!(seat(&list, 1, &"dana".into()), Some(Seat::Place));
    assert_eq!(seat(&list, 1, &"erlan".into()), Some(Seat::Waiting(2)));
    assert_eq!(seat(&list[1..], 1, &"serik".into()), Some(Seat::Place), "dana withdrew");
    assert_eq!(seat(&list, 1, &"zere".into()), None);
}

#[test]
fn a_border_is_decided_by_a_person_with_a_reason() {
    let border = || candidate(State::Border { on: ON });
    let silent = Decision { reason: " ".into(), ..decision() };
    assert_eq!(border().look_again(true, &silent, ON), Err(StepRefused::NoReason));
    assert_eq!(border().look_again(true, &decision(), ON).unwrap().state, State::Practice);
    assert_eq!(border().look_again(false, &decision(), ON).unwrap().state, failed(Part::Theory));
}

#[test]
fn one_retake_after_fourteen_days_and_only_of_the_part_that_failed() {
    let passed = candidate(State::Admitted).sit_theory(Verdict::Passed, ON, NOW).unwrap();
    let once = passed.sit_practice(false, rules(), ON, NOW).unwrap();
    let from = date(2027, 4, 26);
    assert_eq!(once.may_retake_from(rules()), Ok(from));
    assert_eq!(once.clone().retake(rules(), date(2027, 4, 25), NOW), Err(StepRefused::TooEarly { from }));
    let again = once.retake(rules(), from, NOW).unwrap();
    assert_eq!(again.state, State::Practice, "the theory stays passed");
    let twice = again.sit_practice(false, rules(), from, NOW).unwrap();
    assert_eq!(twice.attempts, Attempts { theory: 1, practice: 2 });
    assert_eq!(twice.retake(rules(), date(2028, 1, 1), NOW), Err(StepRefused::NoAttemptLeft));
}

#[test]
fn an_appeal_brings_points_or_gives_the_attempt_back() {
    let failed = || candidate(State::Admitted).sit_theory(Verdict::Failed, ON, NOW).unwrap();
    assert_eq!(failed().gain_theory(Verdict::Passed, ON, NOW).unwrap().state, State::Practice);
    assert_eq!(failed().gain_theory(Verdict::Border, ON, NOW).unwrap().state, State::Border { on: ON });
    assert_eq!(failed().gain_theory(Verdict::Failed, ON, NOW), Err(StepRefused::NotHere));
    let back = failed().void_attempt(Part::Theory, &decision()).unwrap();
    assert_eq!((back.state, back.attempts), (State::Admitted, Attempts::default()));
    let practice = || candidate(State::Practice).sit_practice(false, rules(), ON, NOW).unwrap();
    let again = practice().void_attempt(Part::Practice, &decision()).unwrap();
    assert_eq!((again.state, again.attempts), (State::Practice, Attempts::default()));
    assert_eq!(practice().void_attempt(Part::Theory, &decision()), Err(StepRefused::NotHere));
}

#[test]
fn an_appeal_that_is_upheld_after_the_retake_has_come_gives_the_attempt_back_too() {
    let failed = candidate(State::Admitted).sit_theory(Verdict::Failed, ON, NOW).unwrap();
    let again = failed.retake(rules(), date(2027, 4, 26), NOW).unwrap();
    let back = again.void_attempt(Part::Theory, &decision()).unwrap();
    assert_eq!((back.state, back.attempts.theory), (State::Admitted, 0));
    let unsat = candidate(State::Admitted).gain_theory(Verdict::Passed, ON, NOW);
    assert_eq!(unsat, Err(StepRefused::NotHere), "nobody passes what they have not sat");
}

#[test]
fn a_right_is_granted_for_three_years_and_ends_with_its_last_day() {
    let passed = || candidate(State::Practice).sit_practice(true, rules(), ON, NOW).unwrap();
    assert_eq!(passed().state, State::Passed { right: right() });
    let until = right().until;
    assert_eq!(passed().expire(until, NOW), Err(StepRefused::StillHolds { until }));
    assert_eq!(passed().expire(date(2030, 4, 12), NOW).unwrap().state, State::Expired { right: right() });
    let leap = Right::granted(date(2028, 2, 29), rules());
    assert_eq!(leap.until, date(2031, 2, 27));
}

#[test]
fn the_course_is_offered_anew_sixty_days_before_a_right_ends() {
    let first = date(2030, 2, 10);
    assert_eq!(right().until.saturating_sub(RIGHT_ENDS_DAYS.days()), first);
    assert!(!right().ends_soon(ON) && !right().ends_soon(first.yesterday().unwrap()));
    assert!(
        right().ends_soon(first) && right().ends_soon(right().until),
        "whoever lets it end may begin anew too"
    );
}

#[test]
fn a_right_that_is_over_begins_no_pair_and_ends_none() {
    let state = State::Passed { right: right() };
    let on = |day| standing([&State::Left { on: ON }, &state], day);
    let (holds, over) = (on(ON), on(date(2030, 4, 12)));
    assert_eq!(
        (holds, over, on(date(2027, 1, 1))),
        (Standing::Holds(right()), Standing::Over, Standing::Never)
    );
    assert_eq!(may_mentor(Mode::Required, holds, Work::NewPair), Ok(()));
    assert_eq!(may_mentor(Mode::Required, over, Work::NewPair), Err(NoRight(Standing::Over)));
    assert_eq!(may_mentor(Mode::Required, over, Work::Going), Ok(()));
    let revoked = State::Revoked { right: right(), decision: decision() };
    assert_eq!(standing([&revoked], ON), Standing::Over, "whatever its term says");
    assert_eq!(standing([&revoked, &state], ON), Standing::Holds(right()), "another course grants it anew");
}

#[test]
fn the_exam_never_holds_up_what_the_law_asks_for() {
    for state in all_states() {
        let standing = standing([&state], ON);
        assert_eq!(may_mentor(Mode::Required, standing, Work::Provisional), Ok(()));
        for work in [Work::Provisional, Work::NewPair, Work::Going] {
            assert_eq!(may_mentor(Mode::NoExamYet, standing, work), Ok(()));
        }
    }
    assert_eq!(Mode::default(), Mode::NoExamYet);
}

#[test]
fn states_are_stored_and_read_back() {
    for state in all_states() {
        let stored = serde_json::to_string(&state).unwrap();
        assert!(stored.contains(state.word()));
        assert_eq!(serde_json::from_str::<State>(&stored).unwrap(), state);
    }
}

fn course(person: &str, state: State) -> Course {
    Course {
        school: "school".into(),
        candidate: Candidate {
            course: format!("course-{person}").into(),
            person: person.into(),
            ..candidate(state)
        },
        rules: rules(),
        begun_on: ON,
    }
}

fn card(number: u32, by: &str) -> Card {
    Card {
        id: format!("case-{number}").into(),
        school: "school".into(),
        course: format!("course-{by}").into(),
        number,
        by: by.into(),
        topic: Topic::Talks,
        words: Words { title: "Шумный Класс".into(), ..Words::default() },
        told_at: NOW,
        off_at: None,
        audience: Audience::School,
    }
}

fn written(to: u32, by: &str) -> Written {
    Written {
        id: format!("reply-{to}-{by}").into(),
        school: "school".into(),
        to: format!("case-{to}").into(),
        home: "school".into(),
        course: format!("course-{by}").into(),
        by: by.into(),
        words: "Жду вместе с классом.".into(),
        at: NOW,
    }
}

#[test]
fn a_case_that_was_taken_off_counts_for_those_who_replied_and_no_more_for_its_author() {
    let off = Card { off_at: Some(NOW), ..card(2, "serik") };
    let library = Cards {
        cards: vec![card(1, "dana"), off, card(3, "erlan")],
        replies: vec![written(2, "dana"), written(3, "dana"), written(1, "serik")],
    };
    let deeds = |person| library.deeds(&course(person, State::Discussion), &[]);
    assert_eq!(deeds("dana"), Deeds { cases: 1, replies: 2, ..Deeds::default() });
    assert_eq!(deeds("serik"), Deeds { replies: 1, ..Deeds::default() });
}

#[test]
fn a_case_of_another_school_counts_though_one_here_has_its_number() {
    let elsewhere = Card { id: "elsewhere".into(), school: "school-7".into(), ..card(2, "timur") };
    let reply = Written { to: "elsewhere".into(), school: "school-7".into(), ..written(2, "dana") };
    let library = Cards {
        cards: vec![card(1, "dana"), card(2, "serik"), elsewhere],
        replies: vec![written(2, "dana"), reply],
    };
    let deeds = library.deeds(&course("dana", State::Discussion), &[]);
    assert_eq!(deeds, Deeds { cases: 1, replies: 2, ..Deeds::default() });
}

#[test]
fn a_case_is_for_its_school_unless_its_author_opens_it() {
    assert_eq!(Audience::default(), Audience::School);
    assert_eq!(Audience::ALL.map(Audience::is_open), [false, true, true]);
    for audience in Audience::ALL {
        assert_eq!(Audience::from_word(audience.word()), Some(audience));
    }
    assert_eq!(Audience::from_word("everybody"), None);
}

#[test]
fn what_was_done_in_another_course_counts_for_nothing_in_this_one() {
    let library = Cards { cards: vec![card(1, "dana"), card(2, "serik")], replies: vec![written(2, "dana")] };
    let mut second = course("dana", State::Discussion);
    second.candidate.course = "second".into();
    assert_eq!(library.deeds(&second, &[]), Deeds::default());
}

#[test]
fn words_are_taken_back_while_nothing_rests_on_them() {
    let (told, author) = (card(1, "dana"), course("dana", State::Discussion));
    assert!(told.may_be_taken_back(&author, &[written(2, "serik")]));
    assert!(!told.may_be_taken_back(&author, &[written(1, "serik")]), "somebody has replied");
    assert!(!told.may_be_taken_back(&course("dana", State::Training), &[]), "it has opened a gate");
    assert!(!told.may_be_taken_back(&course("serik", State::Discussion), &[]));
    assert!(written(1, "dana").may_be_taken_back(&author));
    assert!(!written(1, "dana").may_be_taken_back(&course("dana", State::Training)));
}

#[test]
fn a_case_is_found_by_all_its_words_in_any_case_and_by_its_topic() {
    let told = card(1, "dana");
    assert!(told.is_found_by("класс ШУМНЫЙ", None) && told.is_found_by("", Some(Topic::Talks)));
    assert!(!told.is_found_by("класс тихий", None) && !told.is_found_by("", Some(Topic::Law)));
}

#[test]
fn a_case_has_all_its_parts() {
    let full = Words { title: " а ".into(), situation: "б".into(), did: "в".into(), asks: "г".into() };
    assert_eq!(full.clone().checked().map(|words| words.title), Ok("а".to_owned()));
    assert_eq!(Words { asks: " ".into(), ..full.clone() }.checked(), Err(CardRefused::Empty));
    let long = Words { title: "ә".repeat(121), ..full };
    assert_eq!(long.checked(), Err(CardRefused::TooLong { most: 120 }));
}

fn training() -> Training {
    let about = Announced {
        stage: Stage::Training,
        title: "Психология пары".into(),
        day: ON,
        from: time(10, 0, 0, 0),
        to: time(11, 30, 0, 0),
        place: "214".into(),
        places: 2,
        leader: "serik".into(),
        before: String::new(),
        after: String::new(),
        opened: false,
    };
    Training {
        id: "training".into(),
        school: "school".into(),
        about,
        phase: Phase::Announced,
        changed_at: NOW,
        version: 0,
    }
}

#[test]
fn materials_are_written_anew_before_a_session_and_after_it_and_not_where_it_was_cancelled() {
    let held = Training { phase: Phase::Held, ..training() };
    for one in [training(), held] {
        let amended = one.clone().amend(" Прочитать памятку ", "Попробовать", NOW).unwrap();
        assert_eq!(
            (amended.about.before.as_str(), amended.about.after.as_str()),
            ("Прочитать памятку", "Попробовать")
        );
        assert_eq!((amended.phase, amended.about.title), (one.phase, one.about.title));
    }
    let cancelled = Training { phase: Phase::Cancelled, ..training() };
    assert_eq!(cancelled.amend("", "", NOW), Err(TrainingRefused::Cancelled));
    let long = "ә".repeat(Announced::MOST_WORDS + 1);
    let most = Announced::MOST_WORDS;
    assert_eq!(training().amend(&long, "", NOW), Err(TrainingRefused::TooLong { most }));
    assert_eq!(training().amend("", &long, NOW), Err(TrainingRefused::TooLong { most }));
}

#[test]
fn who_came_is_marked_once_it_is_over_and_corrected_for_fourteen_days() {
    let at = |days: i32, hour| ON.saturating_add(days.days()).at(hour, 0, 0, 0);
    assert_eq!(training().mark(at(0, 11), NOW), Err(TrainingRefused::NotOver), "it lasts until half past");
    let held = training().mark(at(0, 12), NOW).unwrap();
    assert_eq!(held.phase, Phase::Held);
    assert!(held.clone().mark(at(14, 9), NOW).is_ok());
    assert_eq!(held.clone().mark(at(15, 9), NOW), Err(TrainingRefused::Settled));
    assert!(training().mark(at(30, 9), NOW).is_ok(), "late is better than never");
    let booking = |person: &str, present| Booking {
        training: "training".into(),
        person: person.into(),
        home: "school".into(),
        at: NOW,
        present,
    };
    let counted = held.held(&[booking("dana", Some(true)), booking("erlan", Some(false))]).unwrap();
    assert_eq!((counted.minutes, counted.present), (90, BTreeSet::from(["dana".into()])));
    assert_eq!(training().held(&[]), None);
}

#[test]
fn names_are_taken_until_a_session_begins() {
    assert_eq!(training().takes_names(ON.at(9, 59, 0, 0)), Ok(()));
    assert_eq!(training().takes_names(ON.at(10, 0, 0, 0)), Err(TrainingRefused::Begun));
    let before = ON.at(9, 0, 0, 0);
    let cancelled = training().cancel(before, NOW).unwrap();
    assert_eq!(cancelled.takes_names(before), Err(TrainingRefused::Cancelled));
    assert_eq!(cancelled.cancel(before, NOW), Err(TrainingRefused::Cancelled));
    let begun = training().cancel(ON.at(10, 0, 0, 0), NOW);
    assert_eq!(begun, Err(TrainingRefused::Begun), "nobody can be told in time any more");
}

#[test]
fn nobody_is_at_two_sessions_at_once() {
    let other = |from, to| Training {
        id: "other".into(),
        about: Announced { from: time(from, 0, 0, 0), to: time(to, 0, 0, 0), ..training().about },
        ..training()
    };
    assert!(training().overlaps(&other(11, 13)));
    assert!(training().overlaps(&other(9, 12)));
    assert!(!training().overlaps(&other(8, 10)), "the one ends when the other begins");
    assert!(!training().overlaps(&training()), "itself");
    assert!(!training().overlaps(&Training { phase: Phase::Cancelled, ..other(11, 13) }));
    let next = Announced { day: ON.saturating_add(1.days()), ..other(11, 13).about };
    assert!(!training().overlaps(&Training { about: next, ..other(11, 13) }));
}

#[test]
fn a_session_is_announced_for_a_time_to_come_and_ends_after_it_begins() {
    let before = ON.at(9, 0, 0, 0);
    let about = || training().about;
    assert!(about().checked(before).is_ok());
    assert_eq!(about().checked(ON.at(10, 0, 0, 0)), Err(TrainingRefused::Past));
    let backwards = Announced { to: time(9, 0, 0, 0), ..about() };
    assert_eq!(backwards.checked(before), Err(TrainingRefused::Time));
    let day = |to| Announced { to: time(to, 0, 0, 0), ..about() };
    assert!(day(18).checked(before).is_ok());
    assert_eq!(day(19).checked(before), Err(TrainingRefused::Time), "a day of work at most");
    assert_eq!(Announced { places: 0, ..about() }.checked(before), Err(TrainingRefused::Places));
    assert_eq!(Announced { title: " ".into(), ..about() }.checked(before), Err(TrainingRefused::Empty));
}

#[test]
fn a_course_runs_until_it_ends_or_no_attempt_is_left() {
    assert!(course("dana", failed(Part::Theory)).runs());
    let mut tired = course("dana", failed(Part::Theory));
    tired.candidate.attempts.theory = 2;
    assert!(!tired.runs());
    assert!(course("dana", State::Practice).runs() && !course("dana", State::Left { on: ON }).runs());
}

#[test]
fn hours_of_meetings_alone_open_no_training_and_whoever_is_at_a_stage_comes_to_its_sessions() {
    let talked = Deeds { discussed: 360, ..Deeds::default() };
    let missing = vec![Gap::Cases(1), Gap::Replies(2)];
    assert_eq!(candidate(State::Discussion).advance(talked, rules(), NOW), Err(StepRefused::Gate(missing)));
    let at = |state: &State| Stage::ALL.map(|stage| stage.is_at(state));
    assert_eq!(at(&State::Discussion), [true, false]);
    assert_eq!(at(&State::Training), [false, true]);
    assert_eq!(at(&State::Admitted), [false, false]);
    for stage in Stage::ALL {
        assert_eq!(Stage::from_word(stage.word()), Some(stage));
    }
}

#[test]
fn what_is_planned_of_a_stage_is_what_was_held_or_is_announced_of_it() {
    let mut talk = training();
    talk.about.stage = Stage::Discussion;
    let held = Training { phase: Phase::Held, ..training() };
    let off = Training { phase: Phase::Cancelled, ..training() };
    let all = [training(), held, off, talk];
    assert_eq!(planned(&all, Stage::Training), 180);
    assert_eq!(planned(&all, Stage::Discussion), 90);
    assert_eq!(Outline::OURS.whole(), 30 * 60);
}
