use super::*;
use crate::diagrams::arrows;
use crate::sides::Side;
use std::collections::BTreeSet;

const OCTOBER: Day = date(2026, 10, 5);

fn programme() -> Programme {
    Programme::usual("programme".into(), "school".into(), 2026)
}

fn survey() -> Survey {
    Survey {
        id: "survey".into(),
        school: "school".into(),
        programme: "programme".into(),
        wave: Wave::October,
        until: date(2026, 10, 19),
        opened_at: Instant::UNIX_EPOCH,
        opened_by: "gulnafisa".into(),
        state: State::Open(Secret::new("тыныш".to_owned())),
        version: 0,
    }
}

#[test]
fn three_waves_a_year_each_proposed_in_its_month() {
    let on = |day| (Wave::on(&programme(), day), Wave::proposed(&programme(), day));
    assert_eq!(on(date(2026, 9, 30)), (None, None));
    assert_eq!(on(date(2026, 10, 1)), (Some(Wave::October), Some(Wave::October)));
    assert_eq!(on(date(2026, 11, 2)), (Some(Wave::October), None), "later it can still be opened");
    assert_eq!(on(date(2027, 1, 10)), (Some(Wave::October), None));
    assert_eq!(on(date(2027, 1, 11)), (Some(Wave::January), Some(Wave::January)));
    assert_eq!(on(date(2027, 5, 25)), (Some(Wave::May), Some(Wave::May)));
    assert_eq!(on(date(2027, 5, 26)), (None, None));
}

#[test]
fn a_wave_is_opened_once_for_some_days_where_somebody_is_asked() {
    let until = usual_until(&programme(), OCTOBER);
    assert_eq!(until, date(2026, 10, 19));
    let open = |known: &[Wave], asked, until| open(known, asked, until, &programme(), OCTOBER);
    assert_eq!(open(&[], 2, until), Ok(Wave::October));
    assert_eq!(open(&[Wave::October], 2, until), Err(OpenRefused::Taken));
    assert_eq!(open(&[], 0, until), Err(OpenRefused::Nobody));
    assert_eq!(open(&[], 2, OCTOBER), Err(OpenRefused::TooEarly));
    let latest = date(2026, 11, 5);
    assert_eq!(open(&[], 2, date(2026, 11, 6)), Err(OpenRefused::TooLate { latest }));
    let may = date(2027, 5, 20);
    assert_eq!(usual_until(&programme(), may), date(2027, 5, 25), "the year ends");
}

#[test]
fn a_wave_runs_through_its_last_day_and_its_secret_leaves_with_it() {
    let open = survey();
    assert!(open.runs(date(2026, 10, 19)).is_some() && open.runs(date(2026, 10, 20)).is_none());
    assert!(!open.reminds(date(2026, 10, 15)) && open.reminds(date(2026, 10, 16)));
    assert!(!open.reminds(date(2026, 10, 20)));
    assert!(!format!("{open:?}").contains("тыныш"), "it shows itself nowhere");
    let (closed, secret) = open.close(Instant::UNIX_EPOCH).unwrap();
    assert_eq!(secret.as_str(), "тыныш");
    assert_eq!((closed.runs(OCTOBER), closed.clone().close(Instant::UNIX_EPOCH)), (None, Err(NotOpen)));
}

#[test]
fn the_diagram_shows_exactly_the_steps_of_the_code() {
    let open = survey();
    let from = open.state.word();
    let (closed, _) = open.close(Instant::UNIX_EPOCH).unwrap();
    let seen = BTreeSet::from([(from, closed.state.word())]);
    assert_eq!(seen, arrows(include_str!("../../../../docs/states/surveys.md")));
    assert_eq!(State::WORDS, [from, closed.state.word()]);
}

#[test]
fn each_side_has_eight_lines_and_every_word_reads_back() {
    for side in Side::BOTH {
        assert_eq!(Item::of(side).count(), 8);
        assert_eq!(Item::of(side).filter(|item| item.calls()).count(), 3);
    }
    assert!(Item::ALL.iter().all(|item| Item::from_word(item.word()) == Some(*item)));
    assert!(Again::ALL.iter().all(|again| Again::from_word(again.word()) == Some(*again)));
    assert!(Motive::ALL.iter().all(|motive| Motive::from_word(motive.word()) == Some(*motive)));
    assert!(Wave::ALL.into_iter().all(|wave| Wave::from_word(wave.word()) == Some(wave)));
    assert_eq!((Mark::new(0), Mark::new(6), Mark::new(3)), (None, None, Some(Mark::ALL[2])));
}

#[test]
fn nothing_is_demanded_but_nothing_at_all_is_no_answer() {
    let mark =
        |item, number| Answers { marks: [(item, Mark::new(number).unwrap())].into(), ..Answers::default() };
    let check = |answers: &Answers| answers.check(Side::Newcomer, Wave::October);
    assert_eq!(check(&Answers::default()), Err(AnswerRefused::Nothing));
    assert_eq!(check(&mark(Item::Team, 1)), Ok(()));
    assert_eq!(check(&mark(Item::Time, 1)), Err(AnswerRefused::NotAsked), "a mentor's line");
    let again = Answers { again: Some(Again::No), ..Answers::default() };
    assert_eq!(check(&again), Err(AnswerRefused::NotAsked), "most have not chosen in October");
    assert_eq!(again.check(Side::Mentor, Wave::May), Ok(()));
}

#[test]
fn a_talk_is_called_for_by_what_the_form_says_and_nothing_else() {
    let mark =
        |item, number| Answers { marks: [(item, Mark::new(number).unwrap())].into(), ..Answers::default() };
    for item in Item::ALL {
        assert_eq!(mark(*item, 2).calls_for_a_talk(), item.calls(), "{item:?}");
        assert!(!mark(*item, 3).calls_for_a_talk(), "{item:?}");
    }
    let again = |again| Answers { again: Some(again), ..Answers::default() };
    assert!(again(Again::No).calls_for_a_talk() && !again(Again::Unsure).calls_for_a_talk());
    assert!(
        !Answers { motives: Motive::ALL.iter().copied().collect(), ..Answers::default() }.calls_for_a_talk()
    );
}
