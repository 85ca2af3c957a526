use super::*;
use crate::Instant;
use crate::formsets::Label;
use proptest::prelude::*;

const NOW: Fortnight = Fortnight::new(12);

fn programme() -> Programme {
    Programme::usual("programme".into(), "school".into(), 2026)
}

fn says(number: u8) -> Said {
    Said::Answered { going: Mark::new(number).unwrap(), second: None }
}

/// What somebody said in the first week of a fortnight.
fn given(source: Source, fortnight: u8, said: Said) -> Given {
    Given {
        person: "dana".into(),
        fortnight: Fortnight::new(fortnight),
        source,
        second_week: false,
        side: Side::Newcomer,
        said,
        lang: "kk".to_owned(),
        wording: WORDING,
    }
}

/// The same of fortnights one after another; 0 where nothing was said.
fn line(numbers: &[u8]) -> Vec<Given> {
    let said = numbers.iter().map(|number| if *number == 0 { Said::Silent } else { says(*number) });
    (0..).zip(said).map(|(fortnight, said)| given(Source::Fortnight, fortnight, said)).collect()
}

fn asks(line: &[Given], silent: u8, before: Option<Fortnight>) -> bool {
    is_time_to_ask(&line.iter().collect::<Vec<_>>(), (&Wordings::default(), silent), NOW, before)
}

#[test]
fn a_fortnight_begins_on_a_monday_and_both_weeks_of_holidays_are_left_out() {
    let programme = programme();
    let number = |day| Fortnight::on(&programme, day).map(Fortnight::number);
    assert_eq!(number(date(2026, 8, 30)), None, "before the selection");
    assert_eq!(number(date(2026, 9, 1)), Some(0));
    assert_eq!(number(date(2026, 9, 13)), Some(0));
    assert_eq!(number(date(2026, 9, 14)), Some(1));
    assert_eq!(number(date(2026, 10, 27)), Some(4), "one of the two weeks is a week of school");
    let mut later = programme.clone();
    later.phases.selection_from = date(2026, 9, 8);
    assert_eq!(Fortnight::on(&later, date(2027, 1, 5)), None, "both weeks are winter holidays");
    assert_eq!(number(date(2027, 5, 26)), None, "the year is over");
    let third = Fortnight::new(2);
    assert_eq!(
        (third.first_day(&programme), third.last_day(&programme)),
        (date(2026, 9, 28), date(2026, 10, 11))
    );
    assert!(!third.is_over(&programme, date(2026, 10, 11)) && third.is_over(&programme, date(2026, 10, 12)));
}

#[test]
fn it_is_asked_in_every_fortnight_or_after_a_meeting_or_never() {
    let settings = |pulse_fortnightly, pulse_after_meeting| Settings {
        pulse_fortnightly,
        pulse_after_meeting,
        ..Settings::default()
    };
    assert!(is_asked(&Settings::default(), false));
    assert!(!is_asked(&settings(false, true), false) && is_asked(&settings(false, true), true));
    assert!(!is_asked(&settings(false, false), true));
}

#[test]
fn the_second_question_is_one_of_the_own_side_and_they_take_turns() {
    for side in Side::BOTH {
        let items: Vec<Item> = (0..20).map(|number| Fortnight::new(number).second(side)).collect();
        assert!(items.iter().all(|item| item.side() == side));
        assert_ne!(items[0], items[1]);
    }
}

#[test]
fn a_low_answer_a_drop_or_silence_ask_for_a_talk() {
    let asks = |numbers: &[u8]| asks(&line(numbers), 2, None);
    assert!(asks(&[2, 2]) && asks(&[4, 4, 4, 3]) && asks(&[5, 3]));
    assert!(asks(&[1]) && asks(&[2]), "the first one, too");
    assert!(!asks(&[3]) && !asks(&[]) && !asks(&[3, 4, 3]) && !asks(&[4, 5, 4, 4]));
    assert!(!asks(&[4, 0]) && asks(&[4, 0, 0]) && asks(&[4, 0, 0, 0]));
    assert!(asks(&[4, 0, 3]), "silence between answers is no answer");
}

#[test]
fn skipping_is_silence_and_a_word_about_a_meeting_is_none() {
    let skipped = given(Source::Fortnight, 0, Said::Skipped);
    let after = |fortnight, said| given(Source::Meeting, fortnight, said);
    assert!(asks(&[skipped.clone(), after(1, Said::Skipped)], 2, None), "skipped or not: nothing was said");
    assert!(!asks(&[skipped.clone(), after(0, Said::Skipped)], 2, None), "it was one fortnight");
    assert!(!asks(&[skipped.clone(), after(1, says(4))], 2, None));
    assert!(!asks(&[skipped, after(0, says(4)), given(Source::Fortnight, 1, Said::Silent)], 2, None));
}

#[test]
fn a_meeting_that_went_badly_asks_for_a_talk_and_is_compared_with_meetings_alone() {
    let after = |fortnight, number| given(Source::Meeting, fortnight, says(number));
    let going = |fortnight, number| given(Source::Fortnight, fortnight, says(number));
    assert!(asks(&[going(0, 5), after(0, 2)], 2, None));
    assert!(asks(&[after(0, 4), going(1, 5), after(1, 3)], 2, None));
    assert!(!asks(&[going(0, 5), going(1, 5), after(1, 4)], 2, None), "the other question is no measure");
    assert!(!asks(&[after(0, 1), going(1, 4)], 2, None), "only what is new counts");
}

/// A question in own words.
fn worded(question: Question, number: u16, text: &str) -> Wording {
    let own = |text: &str| Label { kk: text.into(), ru: text.into(), en: text.into() };
    let texts = (!text.is_empty()).then(|| own(text));
    Wording { question, number, texts, by: "gulnafisa".into(), at: Instant::UNIX_EPOCH }
}

#[test]
fn an_answer_keeps_its_words_and_other_words_are_another_question() {
    let going = Question::First(Source::Fortnight);
    let words = Wordings(vec![
        worded(going, 2, "Маған көмек жетеді"),
        worded(Question::Second(Item::Load), 3, "Үлгеремін"),
        worded(going, 4, ""),
    ]);
    assert_eq!((words.now(), Wordings::default().now()), (4, WORDING));
    assert_eq!([1, 2, 3, 4].map(|number| words.version(going, number)), [1, 2, 2, 4]);
    assert_eq!(words.texts(going, 3).unwrap().kk, "Маған көмек жетеді");
    assert!(words.texts(going, 1).is_none() && words.texts(going, 4).is_none(), "the usual words");
    let mut line = line(&[5, 3]);
    assert!(asks(&line, 2, None), "a drop of two");
    line[1].wording = 2;
    let alone = is_time_to_ask(&line.iter().collect::<Vec<_>>(), (&words, 2), NOW, None);
    assert!(!alone, "to other words it is the first answer");
}

#[test]
fn words_are_written_in_three_languages_or_not_at_all() {
    let (none, going) = (Wordings::default(), Question::First(Source::Meeting));
    let label = |en: &str| Some(Label { kk: " а ".into(), ru: "б".into(), en: en.into() });
    assert_eq!(none.write(going, label(" ")), Err(WordingRefused::Texts));
    let (number, texts) = none.write(going, label("c")).unwrap().unwrap();
    assert_eq!((number, texts.unwrap().kk.as_str()), (2, "а"));
    assert_eq!(none.write(going, None), Ok(None), "the usual words hold already");
    for question in Question::all() {
        assert_eq!(Question::from_word(question.word()), Some(question));
    }
    assert_eq!(Question::from_word("openly"), None, "of the survey alone");
}

#[test]
fn nobody_is_asked_twice_in_a_week_nor_about_the_fortnight_soon_after_a_meeting() {
    let open = |source, (fortnight, second), given: &[Given]| {
        is_open(source, Fortnight::new(fortnight), second, given)
    };
    let (first, second, third, fourth) = ((3, false), (3, true), (4, false), (4, true));
    for source in Source::BOTH {
        assert!(open(source, first, &[]), "nothing was asked yet");
    }
    for said in [says(4), Said::Skipped] {
        let fortnightly = [given(Source::Fortnight, 3, said)];
        assert!(open(Source::Fortnight, second, &fortnightly), "it may be changed");
        assert!(!open(Source::Meeting, first, &fortnightly), "one question a week");
        assert!(open(Source::Meeting, second, &fortnightly));
        let mut met = [given(Source::Meeting, 3, said)];
        assert!(!open(Source::Fortnight, first, &met) && !open(Source::Fortnight, second, &met));
        assert!(open(Source::Meeting, second, &met), "it may be changed");
        assert!(open(Source::Fortnight, third, &met));
        met[0].second_week = true;
        assert!(!open(Source::Fortnight, third, &met) && open(Source::Fortnight, fourth, &met));
        assert!(open(Source::Meeting, third, &met));
    }
    assert!(open(Source::Meeting, (4, false), &[given(Source::Fortnight, 3, Said::Silent)]));
}

#[test]
fn the_second_week_begins_on_its_monday_and_a_meeting_is_fresh_for_five_days() {
    let programme = programme();
    let third = Fortnight::new(2);
    assert!(!third.is_second_week(&programme, date(2026, 10, 4)));
    assert!(third.is_second_week(&programme, date(2026, 10, 5)));
    assert!(
        is_fresh(date(2026, 10, 5), date(2026, 10, 10)) && !is_fresh(date(2026, 10, 5), date(2026, 10, 11))
    );
}

#[test]
fn the_halves_are_over_when_nobody_answers_any_more() {
    let programme = programme();
    let half = |number| Half::of(Fortnight::new(number), &programme);
    assert_eq!((half(0), half(8), half(9)), (Half::First, Half::First, Half::Second));
    assert!(!Half::First.is_over(&programme, date(2027, 1, 14)));
    assert!(Half::First.is_over(&programme, date(2027, 1, 15)));
    assert!(!Half::Second.is_over(&programme, date(2027, 5, 25)));
    assert!(Half::Second.is_over(&programme, date(2027, 5, 26)));
    assert_eq!(forget_on(&programme), date(2028, 5, 26));
}

proptest! {
    #[test]
    fn whoever_keeps_saying_that_it_goes_well_is_never_asked_for_by_a_rule(
        numbers in proptest::collection::vec(4_u8..=5, 0..12),
        last in Just(5_u8),
        silent in 1_u8..=6,
    ) {
        let mut numbers = numbers;
        numbers.push(last);
        prop_assert!(!asks(&line(&numbers), silent, None));
    }

    #[test]
    fn the_second_question_asks_for_nobody(
        numbers in proptest::collection::vec(1_u8..=5, 1..12),
        second in 1_u8..=5,
    ) {
        let alone = line(&numbers);
        let mut both = alone.clone();
        for one in &mut both {
            let going = one.said.going().unwrap();
            one.said = Said::Answered { going, second: Some((Item::Stay, Mark::new(second).unwrap())) };
        }
        prop_assert_eq!(asks(&both, 2, None), asks(&alone, 2, None));
    }

    #[test]
    fn a_low_line_and_a_silent_one_bring_signs_at_the_same_distances(silent in 1_u8..=6, since in 0_u8..12) {
        let before = Some(Fortnight::new(12 - since));
        let low = asks(&line(&[1; 12]), silent, before);
        let quiet = asks(&line(&[0; 12]), silent, before);
        prop_assert_eq!(low, quiet);
        prop_assert_eq!(low, since >= silent);
    }

    #[test]
    fn the_lot_draws_one_in_five_and_nobody_who_has_a_sign(
        all in 0_usize..30,
        signed in 0_usize..30,
        chances in proptest::collection::vec(any::<u64>(), 6),
    ) {
        let people = |count: usize| -> BTreeSet<PersonId> {
            (0..count).map(|number| PersonId::from(format!("p{number:02}"))).collect()
        };
        let (asked, signs) = (people(all), people(signed.min(all)));
        let mut next = chances.into_iter().cycle();
        let drawn = by_lot(&asked, &signs, || next.next().unwrap());
        prop_assert!(drawn.is_subset(&asked) && drawn.is_disjoint(&signs));
        prop_assert_eq!(drawn.len(), all.div_ceil(5).min(all - signs.len()));
    }
}
