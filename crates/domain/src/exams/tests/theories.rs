//! The theory: papers, time, results and cuts.

use super::super::*;
use super::{bank, minute, plan};
use crate::Instant;
use crate::courses::Verdict;
use crate::diagrams::arrows;
use crate::questions::{Answer, MOST_CHARACTERS, NotEnough, Points, Topic, Variant};
use jiff::SignedDuration;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

fn attempt() -> Attempt {
    Attempt {
        exam: "exam".into(),
        person: "gulnafisa".into(),
        number: 1,
        variant: draw(&plan(4), &bank(), 7).unwrap(),
        time: Time { from: minute(0), minutes: 60, extension: 0, outages: vec![] },
        answers: BTreeMap::new(),
        state: State::Open,
    }
}

fn written(text: &str) -> Answer {
    Answer::Written(text.into())
}

#[test]
fn the_diagram_in_the_documents_is_what_the_code_does() {
    let mut seen = BTreeSet::new();
    for state in [State::Open, State::HandedIn { at: minute(1) }, State::TimeUp { at: minute(60) }] {
        let from = || Attempt { state, ..attempt() };
        let outage = Outage { from: minute(10), until: minute(12), given_at: minute(12) };
        let changed = |to: Attempt| (to.state != state || to != from()).then_some(to);
        let steps = [
            from().answer(1, Answer::One(0), 0, minute(5)).ok(),
            from().hand_in(minute(5)).ok(),
            changed(from().give_back(outage)),
            changed(from().close_if_due(minute(61))),
        ];
        seen.extend(steps.into_iter().flatten().map(|to| (state.word(), to.state.word())));
    }
    assert_eq!(seen, arrows(include_str!("../../../../../docs/states/attempts.md")));
}

#[test]
fn a_plan_that_cannot_be_kept_is_refused_before_anybody_sits() {
    assert_eq!(plan(4).check(&bank()), Ok(()));
    assert_eq!(plan(0).check(&bank()), Err(PlanFault::Nothing));
    assert_eq!(Plan { minutes: 0, ..plan(1) }.check(&bank()), Err(PlanFault::BadTime));
    let lacks = NotEnough { topic: Topic::Law, wanted: 5, there: 4 };
    assert_eq!(plan(5).check(&bank()), Err(PlanFault::NotEnough(lacks)));
    assert_eq!(draw(&plan(5), &bank(), 7), Err(PlanFault::NotEnough(lacks)));
}

#[test]
fn papers_of_one_plan_are_worth_the_same() {
    assert_eq!(plan(2).check(&bank()), Err(PlanFault::Unequal(Topic::Law)), "the essay brings two points");
    assert_eq!(plan(4).check(&bank()), Ok(()), "all of them are asked");
    let mut even = bank();
    even.remove(4).unwrap();
    assert_eq!(plan(2).check(&even), Ok(()));
}

#[test]
fn a_kept_seed_draws_the_same_paper_and_another_one_another() {
    let paper = |seed| Variant::draw(&bank(), &plan(2).blueprint, seed).unwrap();
    assert_eq!(paper(7), paper(7));
    let papers: BTreeSet<Vec<u32>> =
        (0..40).map(|seed| paper(seed).questions.iter().map(|drawn| drawn.number).collect()).collect();
    assert!(papers.len() > 6, "{papers:?}");
    assert_eq!(draw(&plan(4), &bank(), 7).unwrap().worth(&bank()), Points::whole(5));
}

#[test]
fn every_answer_is_saved_with_a_revision() {
    let once = attempt().answer(1, Answer::One(1), 0, minute(1)).unwrap();
    let twice = once.answer(1, Answer::One(0), 1, minute(2)).unwrap();
    assert_eq!(twice.answers[&1], Saved { answer: Answer::One(0), revision: 2, at: minute(2) });
    assert_eq!(twice.answer(9, Answer::One(0), 0, minute(3)), Err(AnswerRefused::NotOnPaper));
    let long = written(&"ә".repeat(MOST_CHARACTERS + 1));
    let most = MOST_CHARACTERS;
    assert_eq!(attempt().answer(4, long, 0, minute(3)), Err(AnswerRefused::TooLong { most }));
}

#[test]
fn a_question_that_was_left_blank_is_not_answered() {
    let looked = attempt().answer(1, Answer::Blank, 0, minute(1)).unwrap();
    assert_eq!((looked.answers.len(), looked.answered()), (1, 0));
    assert_eq!(looked.answer(2, Answer::One(0), 0, minute(1)).unwrap().answered(), 1);
}

#[test]
fn an_older_tab_overwrites_nothing() {
    let saved = attempt().answer(1, Answer::One(0), 0, minute(1)).unwrap();
    let older = saved.clone().answer(1, Answer::One(1), 0, minute(2));
    assert_eq!(older, Err(AnswerRefused::Newer { revision: 1 }));
    assert_eq!(
        saved.clone().answer(1, Answer::One(0), 0, minute(2)),
        Ok(saved),
        "the same answer sent twice"
    );
}

#[test]
fn n22_the_servers_clock_alone_ends_a_paper() {
    assert!(attempt().answer(1, Answer::One(0), 0, minute(60)).is_ok());
    let late = minute(60) + SignedDuration::from_millis(1);
    let refused = Err(AnswerRefused::TimeUp { at: minute(60) });
    assert_eq!(attempt().answer(1, Answer::One(0), 0, late), refused);
    assert_eq!(attempt().hand_in(late), Err(Closed));
    let closed = attempt().close_if_due(minute(90));
    assert_eq!(closed.state, State::TimeUp { at: minute(60) }, "at its end, whenever that is noticed");
    assert_eq!(closed.answer(1, Answer::One(0), 0, minute(30)), refused, "even if a clock goes back");
    assert_eq!(attempt().seconds_left(minute(59)), 60);
    assert_eq!(attempt().seconds_left(minute(61)), 0);
}

#[test]
fn a_paper_that_was_handed_in_stays_as_it_is() {
    let handed = attempt().hand_in(minute(5)).unwrap();
    assert_eq!(handed.clone().answer(1, Answer::One(0), 0, minute(6)), Err(AnswerRefused::HandedIn));
    assert_eq!(handed.clone().hand_in(minute(6)), Err(Closed));
    assert_eq!(handed.clone().close_if_due(minute(90)), handed);
    assert_eq!(handed.seconds_left(minute(6)), 0);
}

#[test]
fn a_power_cut_takes_no_time() {
    let cut = |from, until| Outage { from: minute(from), until: minute(until), given_at: minute(until) };
    let ends = |outages: &[Outage]| {
        outages.iter().fold(attempt(), |attempt, outage| attempt.give_back(*outage)).time.ends()
    };
    assert_eq!(ends(&[cut(10, 25)]), minute(75));
    assert_eq!(ends(&[cut(10, 25), cut(70, 80)]), minute(85), "the second one within the new time");
    assert_eq!(ends(&[cut(50, 200)]), minute(210), "longer than what was left");
    assert_eq!(ends(&[cut(-20, 5)]), minute(65), "only what was taken from this paper");
    assert_eq!(ends(&[cut(10, 20), cut(15, 25)]), minute(75), "no minute twice");
    assert_eq!(ends(&[cut(61, 80)]), minute(60), "after the end nothing is lost");
    assert_eq!(ends(&[cut(20, 10)]), minute(60));
}

#[test]
fn time_that_is_given_back_after_the_end_runs_from_then_on() {
    let late = |from, until, at| Outage { from: minute(from), until: minute(until), given_at: minute(at) };
    let ends = |outages: &[Outage]| {
        outages.iter().fold(attempt(), |attempt, outage| attempt.give_back(*outage)).time.ends()
    };
    assert_eq!(ends(&[late(20, 30, 75)]), minute(85), "ten minutes to write, not ten that are over");
    assert_eq!(ends(&[late(20, 90, 105)]), minute(145), "the forty minutes that the paper still had");
    assert_eq!(ends(&[late(20, 30, 59)]), minute(70), "given in time it follows the end");
    assert_eq!(ends(&[late(40, 50, 76), late(20, 30, 75)]), minute(95), "each outage once");
    assert_eq!(ends(&[late(61, 80, 90)]), minute(60), "after the end nothing is lost");
}

#[test]
fn time_that_two_give_back_counts_once() {
    let span = |from, until, at| Outage { from: minute(from), until: minute(until), given_at: minute(at) };
    let itself = span(20, 50, 50);
    let paper = attempt().give_back(itself);
    assert_eq!(paper.time.ends(), minute(90), "given by the server when it was back");
    assert!(!paper.gains(span(25, 45, 80)), "the same minutes by hand");
    assert_eq!(paper.clone().give_back(span(15, 55, 80)).time.ends(), minute(100), "only what is more");
    let late = paper.give_back(span(15, 55, 120));
    assert_eq!(late.time.ends(), minute(130), "after the end it runs from then on");
    assert!(!late.gains(span(95, 110, 125)), "the paper was over then");
}

#[test]
fn whoever_needs_more_time_gets_it_within_bounds() {
    let time = |extension| Time { extension, ..attempt().time };
    assert_eq!(time(30).ends(), minute(90));
    assert_eq!(time(u16::MAX).ends(), minute(60 + i64::from(MOST_EXTENSION)));
}

#[test]
fn points_are_added_and_essays_wait_for_their_marks() {
    let paper = [(1, Answer::One(0)), (2, Answer::One(1)), (4, written("Сначала спрошу."))];
    let paper = paper
        .into_iter()
        .fold(attempt(), |attempt, (number, answer)| attempt.answer(number, answer, 0, minute(1)).unwrap());
    let waits = marked(&paper, &bank(), &BTreeMap::new());
    assert_eq!(
        (waits.points.hundredths(), waits.of, waits.waiting.as_slice()),
        (50, Points::whole(5), &[4][..])
    );
    assert_eq!(judge(&waits, Points::ONE, Points::default()), None, "no verdict before all is marked");
    let whole = marked(&paper, &bank(), &BTreeMap::from([(4, Points::whole(9))]));
    assert_eq!(whole.points.hundredths(), 250, "a mark brings no more than its question");
    let blank = marked(&attempt(), &bank(), &BTreeMap::new());
    assert_eq!(
        (blank.points, blank.waiting.len()),
        (Points::default(), 0),
        "nothing written, nothing to mark"
    );
}

#[test]
fn wrong_choices_cost_no_more_than_there_is() {
    let paper = attempt().answer(1, Answer::One(1), 0, minute(1)).unwrap();
    assert_eq!(marked(&paper, &bank(), &BTreeMap::new()).points, Points::default());
    let nonsense = attempt().answer(1, Answer::Truth(true), 0, minute(1)).unwrap();
    assert_eq!(marked(&nonsense, &bank(), &BTreeMap::new()).each[&1], Points::default());
}

#[test]
fn a_question_that_counts_as_right_brings_its_worth_once_and_takes_nothing() {
    let blank = || marked(&attempt(), &bank(), &BTreeMap::new());
    let worth = bank().get(1).unwrap().worth;
    let right = |told| blank().with_right(&[1].into(), &bank(), told).points;
    assert_eq!(right(Points::default()), worth);
    assert_eq!(right(Points::whole(200)), Points::whole(200), "what was told does not become less");
    let twice = blank().with_right(&[1].into(), &bank(), worth);
    assert_eq!(twice.with_right(&[1].into(), &bank(), worth).points, worth);
    let nothing = blank().with_right(&BTreeSet::new(), &bank(), Points::default());
    assert_eq!(nothing, blank());
}

#[test]
fn near_the_cut_somebody_looks_a_second_time() {
    let with = |points| Marked { points, of: Points::whole(5), each: BTreeMap::new(), waiting: vec![] };
    let verdict = |points, error| judge(&with(Points::whole(points)), Points::whole(3), Points::whole(error));
    assert_eq!(verdict(3, 0), Some(Verdict::Passed));
    assert_eq!(verdict(2, 0), Some(Verdict::Failed), "no error is known, so the cut decides");
    assert_eq!(verdict(4, 1), Some(Verdict::Passed));
    assert_eq!(verdict(3, 1), Some(Verdict::Border));
    assert_eq!(verdict(2, 1), Some(Verdict::Border));
    assert_eq!(verdict(1, 1), Some(Verdict::Failed));
}

#[test]
fn a_third_and_two_thirds_reach_a_cut_of_one() {
    let parts = Points::from_parts(3_333_333) + Points::from_parts(6_666_666);
    let with = |points| Marked { points, of: Points::whole(2), each: BTreeMap::new(), waiting: vec![] };
    assert_eq!(judge(&with(parts), Points::ONE, Points::default()), Some(Verdict::Passed));
    let short = Points::from_parts(9_940_000);
    assert_eq!(judge(&with(short), Points::ONE, Points::default()), Some(Verdict::Failed), "0.99 is shown");
}

fn cut(points: u8, method: Method, set_at: Instant) -> Cut {
    Cut { points: Points::whole(points), method, set_by: "serik".into(), set_at }
}

fn set(cut: Cut) -> Result<Cuts, CutRefused> {
    Cuts::default().set(cut, Points::whole(5), minute(0))
}

#[test]
fn a_cut_is_kept_with_who_set_it_and_when_and_frozen_with_the_sitting() {
    let first = set(cut(3, Method::Agreed, minute(-60))).unwrap();
    let second = first.set(cut(2, Method::Agreed, minute(-30)), Points::whole(5), minute(0)).unwrap();
    assert_eq!(second.valid(), Some(&cut(2, Method::Agreed, minute(-30))));
    assert_eq!(second.all()[0], cut(3, Method::Agreed, minute(-60)), "the one before is not forgotten");
    let moved = second.set(cut(1, Method::Agreed, minute(0)), Points::whole(5), minute(0));
    assert_eq!(moved, Err(CutRefused::Frozen));
    assert_eq!(set(cut(0, Method::Agreed, minute(-1))), Err(CutRefused::OutOfReach));
    assert_eq!(set(cut(6, Method::Agreed, minute(-1))), Err(CutRefused::OutOfReach));
}

#[test]
fn a_cut_of_angoff_is_the_mean_of_three_judges_or_more() {
    let halves = |halves: &[i64]| halves.iter().map(|half| Points::from_parts(half * 5_000_000)).collect();
    let by = |points, judges: &[i64]| set(cut(points, Method::Angoff { judges: halves(judges) }, minute(-1)));
    assert!(by(3, &[5, 5, 5]).is_ok(), "2.5 is rounded up");
    assert!(by(2, &[4, 4, 4]).is_ok(), "2 stays 2");
    assert!(by(3, &[4, 4, 5]).is_ok());
    assert_eq!(by(3, &[5, 5]), Err(CutRefused::TooFewJudges));
    assert_eq!(by(2, &[5, 5, 5]), Err(CutRefused::NotTheirMean { mean: Points::whole(3) }));
}

proptest! {
    #[test]
    fn no_outage_shortens_a_paper(outages in prop::collection::vec((-90_i64..300, -90_i64..300), 0..6)) {
        let outages = outages.into_iter().map(|(from, until)| Outage {
            from: minute(from),
            until: minute(until),
            given_at: minute(until),
        });
        let after = outages.fold(attempt(), Attempt::give_back);
        prop_assert!(after.time.ends() >= minute(60));
        prop_assert!(after.time.ends() <= minute(360), "nor gives more than it lasted: {:?}", after.time);
    }

    #[test]
    fn what_was_saved_last_is_there(saves in prop::collection::vec((1_u32..4, 0_usize..2, 0_i64..70), 0..30)) {
        let mut paper = attempt();
        let mut expected = BTreeMap::new();
        let mut saves = saves;
        saves.sort_by_key(|(_, _, at)| *at);
        for (number, choice, at) in saves {
            let known = paper.answers.get(&number).map_or(0, |saved| saved.revision);
            match paper.clone().answer(number, Answer::One(choice), known, minute(at)) {
                Ok(saved) => {
                    paper = saved;
                    expected.insert(number, Answer::One(choice));
                }
                Err(refused) => prop_assert_eq!((at > 60, refused), (true, AnswerRefused::TimeUp { at: minute(60) })),
            }
        }
        let answers: BTreeMap<u32, Answer> =
            paper.answers.into_iter().map(|(number, saved)| (number, saved.answer)).collect();
        prop_assert_eq!(answers, expected);
    }
}
