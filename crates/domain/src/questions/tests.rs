//! The bank, read like its rules.

use super::*;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

fn part(percent: f64) -> Fraction {
    Fraction::from_percent(percent).unwrap()
}

fn choice(text: &str, percent: f64) -> Choice {
    Choice { text: text.into(), fraction: part(percent), feedback: String::new() }
}

fn asked(kind: Kind) -> Question {
    Question {
        name: String::new(),
        text: "Кто подписывает приказ о наставничестве?".into(),
        shelf: Shelf::Topic(Topic::Law),
        kind,
        worth: Points::ONE,
        feedback: String::new(),
    }
}

fn hundredths(kind: Kind, answer: &Answer) -> i64 {
    score(&asked(kind), answer).unwrap().hundredths()
}

fn written(text: &str) -> Answer {
    Answer::Written(text.into())
}

fn continents() -> Kind {
    let third = 33.333_33;
    Kind::Multiple(vec![
        choice("Азия", third),
        choice("Африка", third),
        choice("Антарктида", third),
        choice("Китай", -100.0),
    ])
}

#[test]
fn a_part_is_one_that_moodle_knows() {
    assert_eq!(Fraction::all().count(), 41);
    assert_eq!(part(33.333).parts(), 3_333_333);
    assert_eq!(Fraction::from_percent(33.0), Err(part(33.333_33)));
    assert!(Fraction::from_percent(f64::NAN).is_err());
    assert_eq!(Fraction::from_percent(150.0), Err(Fraction::WHOLE));
    assert_eq!(serde_json::from_str::<Fraction>("-3333333").unwrap(), part(-33.333_33));
    assert!(serde_json::from_str::<Fraction>("5").is_err());
}

#[test]
fn a_wrong_single_choice_may_cost_points_and_no_answer_costs_none() {
    let kind = || Kind::Single(vec![choice("директор", 100.0), choice("завуч", -25.0)]);
    assert_eq!(hundredths(kind(), &Answer::One(0)), 100);
    assert_eq!(hundredths(kind(), &Answer::One(1)), -25);
    assert_eq!(hundredths(kind(), &Answer::Blank), 0);
    assert_eq!(score(&asked(kind()), &Answer::One(2)), Err(Unscored::NotAnAnswer));
}

#[test]
fn three_thirds_are_a_whole_and_everything_ticked_brings_nothing() {
    let ticked = |all: &[usize]| Answer::Several(all.iter().copied().collect());
    let all = score(&asked(continents()), &ticked(&[0, 1, 2])).unwrap();
    assert_eq!(all, Points::ONE);
    assert_eq!(hundredths(continents(), &ticked(&[0, 1])), 67);
    assert_eq!(hundredths(continents(), &ticked(&[0, 1, 2, 3])), 0);
    assert_eq!(hundredths(continents(), &ticked(&[])), 0);
}

#[test]
fn a_short_answer_takes_the_first_that_fits() {
    let kind = |case| Kind::Short {
        answers: vec![
            choice("Өзін-өзі тану", 100.0),
            choice("өзін*", 50.0),
            choice(r"\*", 10.0),
            choice("*", 0.0),
        ],
        case,
    };
    assert_eq!(hundredths(kind(false), &written("  ӨЗІН-ӨЗІ   тану ")), 100);
    assert_eq!(hundredths(kind(false), &written("Өзін бағалау")), 50);
    assert_eq!(hundredths(kind(true), &written("Өзін бағалау")), 0);
    assert_eq!(hundredths(kind(false), &written("*")), 10);
    assert_eq!(hundredths(kind(false), &written("тану")), 0);
}

#[test]
fn stars_do_not_make_a_pattern_slow() {
    let kind = Kind::Short { answers: vec![choice(&"a*".repeat(2_000), 100.0)], case: false };
    assert_eq!(hundredths(kind, &written(&"a".repeat(1_999))), 0);
}

#[test]
fn a_number_is_right_up_to_its_tolerance() {
    let range = |value, tolerance, percent| Range {
        near: Near::Number { value, tolerance },
        fraction: part(percent),
        feedback: String::new(),
    };
    let kind = || Kind::Numerical(vec![range(9.8155, 0.0005, 100.0), range(9.7, 0.2, 50.0)]);
    for (typed, expected) in
        [("9.815", 100), ("9,816", 100), ("9.8", 50), ("10.3", 0), ("π", 0), ("nan", 0), ("−9.8", 0)]
    {
        assert_eq!(hundredths(kind(), &written(typed)), expected, "{typed}");
    }
}

#[test]
fn each_stem_of_a_matching_brings_the_same() {
    let pair = |stem: &str, answer: &str| Pair { stem: stem.into(), answer: answer.into() };
    let kind = || Kind::Matching {
        pairs: vec![pair("план", "октябрь"), pair("отчёт", "май"), pair("карта", "октябрь")],
        spare: vec!["июль".into()],
    };
    let given = |all: [&str; 3]| Answer::Matched(all.map(|one| (!one.is_empty()).then(|| one.into())).into());
    assert_eq!(hundredths(kind(), &given(["октябрь", "май", "октябрь"])), 100);
    assert_eq!(hundredths(kind(), &given(["октябрь", "июль", ""])), 33);
    assert_eq!(score(&asked(kind()), &Answer::Matched(vec![])), Err(Unscored::NotAnAnswer));
    assert_eq!(asked(kind()).faults(), []);
}

#[test]
fn an_essay_waits_for_its_examiner() {
    assert_eq!(score(&asked(Kind::Essay), &written("Сначала спрошу.")), Err(Unscored::ByHand));
    assert!(Kind::<String>::Essay.by_hand());
    let kind = Kind::TrueFalse { right: true, to_true: String::new(), to_false: "Нет.".into() };
    assert_eq!(hundredths(kind, &Answer::Truth(true)), 100);
}

#[test]
fn faults_name_what_to_mend() {
    let equal = asked(Kind::Single(vec![choice("да", 100.0), choice(" да ", 0.0)]));
    assert_eq!(equal.faults(), [Fault::Equal(0, 1)]);
    let none = asked(Kind::Single(vec![choice("да", 50.0), choice("нет", 0.0)]));
    assert_eq!(none.faults(), [Fault::NoRightAnswer]);
    let short = asked(Kind::Multiple(vec![choice("да", 50.0), choice("нет", 25.0), choice("", 0.0)]));
    assert_eq!(short.faults(), [Fault::Empty(Place::Choice(2)), Fault::Sum(7_500_000)]);
    let one = asked(Kind::Single(vec![choice("да", 100.0)]));
    assert_eq!(one.faults(), [Fault::TooFew { least: 2 }]);
    let near = Near::Number { value: 3.0, tolerance: -1.0 };
    let range = Range { near, fraction: Fraction::WHOLE, feedback: String::new() };
    assert_eq!(asked(Kind::Numerical(vec![range])).faults(), [Fault::BadNumber(0)]);
    let mut long = asked(Kind::Essay);
    long.text = "ә".repeat(MOST_CHARACTERS + 1);
    long.worth = Points::default();
    let place = Place::Text;
    assert_eq!(long.faults(), [Fault::TooLong { place, most: MOST_CHARACTERS }, Fault::BadWorth]);
    assert_eq!(asked(continents()).faults(), []);
}

#[test]
fn an_answer_that_is_right_and_spare_is_a_fault() {
    let pair = |stem: &str| Pair { stem: stem.into(), answer: "май".into() };
    let kind =
        Kind::Matching { pairs: vec![pair("план"), pair("отчёт")], spare: vec!["май".into()] };
    assert_eq!(asked(kind).faults(), [Fault::Equal(0, 2)]);
}

fn bank(each: usize) -> Bank {
    let mut bank = Bank::default();
    let question = |number: usize| Question {
        shelf: Shelf::Topic(Topic::ALL[number % 6]),
        ..asked(Kind::Single(
            (0..4).map(|at| choice(&at.to_string(), if at == 0 { 100.0 } else { 0.0 })).collect(),
        ))
    };
    bank.add((0..each * 6).map(question));
    bank
}

fn blueprint(each: u16) -> Blueprint {
    Blueprint(Topic::ALL.map(|topic| (topic, each)).into())
}

#[test]
fn every_change_makes_a_version_and_no_number_returns() {
    let mut bank = bank(1);
    assert_eq!((bank.version(), bank.questions().len()), (1, 6));
    bank.remove(6).unwrap();
    assert_eq!(bank.add([asked(Kind::Essay)]), 7);
    bank.change(7, asked(continents())).unwrap();
    assert_eq!(bank.change(6, asked(Kind::Essay)), Err(Unknown(6)));
    assert_eq!((bank.version(), bank.get(7)), (4, Some(&asked(continents()))));
    let stored = serde_json::to_string(&bank).unwrap();
    assert_eq!(serde_json::from_str::<Bank>(&stored).unwrap(), bank);
}

#[test]
fn a_topic_with_too_few_questions_is_named() {
    let wanted = NotEnough { topic: Topic::Law, wanted: 3, there: 2 };
    assert_eq!(Variant::draw(&bank(2), &blueprint(3), 7), Err(wanted));
}

#[test]
fn a_kept_seed_gives_the_paper_of_that_day() {
    let variant = Variant::draw(&bank(5), &blueprint(1), 2026).unwrap();
    let numbers: Vec<u32> = variant.questions.iter().map(|drawn| drawn.number).collect();
    // Written down: a paper of last year must be drawn again by next year's program.
    assert_eq!(numbers, KEPT);
    assert_eq!(variant.questions[0].order, KEPT_ORDER);
}

const KEPT: [u32; 6] = [8, 27, 17, 16, 19, 6];
const KEPT_ORDER: [usize; 4] = [3, 2, 1, 0];

proptest! {
    #[test]
    fn a_paper_holds_what_the_blueprint_asks(seed: u64, each in 1_u16..6) {
        let bank = bank(6);
        let variant = Variant::draw(&bank, &blueprint(each), seed).unwrap();
        prop_assert_eq!(&variant, &Variant::draw(&bank, &blueprint(each), seed).unwrap());
        let mut topics: BTreeMap<Topic, u16> = BTreeMap::new();
        let mut numbers = BTreeSet::new();
        for drawn in &variant.questions {
            prop_assert!(numbers.insert(drawn.number));
            let topic = bank.get(drawn.number).unwrap().shelf.topic().unwrap();
            *topics.entry(topic).or_default() += 1;
            let shown: BTreeSet<usize> = drawn.order.iter().copied().collect();
            prop_assert_eq!(shown, (0..4).collect());
        }
        prop_assert_eq!(topics, blueprint(each).0);
    }

    #[test]
    fn a_question_more_leaves_the_others_where_they_are(seed: u64) {
        let mut larger = bank(6);
        let before = Variant::draw(&larger, &blueprint(2), seed).unwrap();
        larger.add([Question { shelf: Shelf::Topic(Topic::Law), ..asked(continents()) }]);
        let after = Variant::draw(&larger, &blueprint(2), seed).unwrap();
        let kept = before.questions.iter().filter(|drawn| after.questions.contains(drawn)).count();
        prop_assert!(kept >= before.questions.len() - 1);
    }

    #[test]
    fn no_answer_brings_more_than_the_question(ticked in prop::collection::btree_set(0_usize..4, 0..4)) {
        let points = score(&asked(continents()), &Answer::Several(ticked)).unwrap();
        prop_assert!((Points::default()..=Points::ONE).contains(&points));
    }
}

fn kept(language: Language, kind: Kind) -> Kept {
    Kept::new(1, language, named(kind))
}

fn named(kind: Kind) -> Question {
    Question { name: "law-01".into(), ..asked(kind) }
}

#[test]
fn a_key_that_is_mended_in_one_language_is_mended_in_all() {
    let kazakh = kept(Language::Kk, Kind::Single(vec![choice("директор", 100.0), choice("орынбасар", 0.0)]));
    let russian = Kind::Single(vec![choice("директор", 0.0), choice("завуч", 100.0)]);
    let both = kazakh.word(Language::Ru, named(russian), false).unwrap();
    let Kind::Single(choices) = &both.words()[&Language::Kk].kind else { panic!("{both:?}") };
    let key: Vec<_> = choices.iter().map(|one| (one.text.as_str(), one.fraction)).collect();
    assert_eq!(key, [("директор", part(0.0)), ("орынбасар", part(100.0))]);
}

#[test]
fn another_number_of_answers_is_refused_or_puts_the_other_languages_aside() {
    let kazakh = kept(Language::Kk, Kind::Single(vec![choice("а", 100.0), choice("ә", 0.0)]));
    let three = named(Kind::Single(vec![choice("а", 100.0), choice("б", 0.0), choice("в", 0.0)]));
    let apart = kazakh.clone().word(Language::Ru, three.clone(), false);
    assert_eq!(apart, Err(WordingRefused::Apart(Language::Kk)));
    let alone = kazakh.word(Language::Ru, three, true).unwrap();
    assert_eq!(alone.words().keys().copied().collect::<Vec<_>>(), [Language::Ru]);
}

#[test]
fn stems_that_share_an_answer_share_it_in_every_language() {
    let pairs = |answers: [&str; 2]| {
        let pair = |answer: &str| Pair { stem: format!("{answer}?"), answer: answer.into() };
        let mut pairs: Vec<Pair> = answers.map(pair).into();
        pairs[1].stem.push('!');
        named(Kind::Matching { pairs, spare: Vec::new() })
    };
    let shared = kept(Language::Kk, pairs(["директор", "директор"]).kind);
    assert!(shared.clone().word(Language::Ru, pairs(["завуч", "завуч"]), false).is_ok());
    assert!(shared.word(Language::Ru, pairs(["директор", "завуч"]), false).is_err());
}

#[test]
fn in_files_a_question_is_known_by_its_name() {
    let short = |answer: &str| named(Kind::Short { answers: vec![choice(answer, 100.0)], case: false });
    let bank = [kept(Language::Kk, short("тәлімгер").kind)];
    let of = |language, question: &Question| fate(&bank, language, question);
    assert_eq!(of(Language::Kk, &short("тәлімгер")), Fate::Same(1));
    assert!(matches!(of(Language::Ru, &short("наставник")), Fate::Worded(kept) if kept.words().len() == 2));
    assert!(matches!(of(Language::Kk, &short("ұстаз")), Fate::Better(kept) if kept.words().len() == 1));
    assert_eq!(of(Language::Ru, &named(Kind::Essay)), Fate::Apart(1));
    assert_eq!(of(Language::Kk, &asked(Kind::Essay)), Fate::New, "a question without a name is its own");
    assert!(matches!(of(Language::Kk, &short("")), Fate::Faulty(_)));
    let case = named(Kind::Short { answers: vec![choice("Абай", 100.0)], case: true });
    assert_eq!(of(Language::Ru, &case), Fate::Apart(1), "another language never changes the key");
}

#[test]
fn a_file_with_another_order_changes_no_key_of_another_language() {
    let choices = |first: (&str, f64), second: (&str, f64)| {
        named(Kind::Single(vec![choice(first.0, first.1), choice(second.0, second.1)]))
    };
    let russian = choices(("директор", 100.0), ("завуч", 0.0));
    let kazakh = choices(("директор", 100.0), ("орынбасар", 0.0));
    let bank = [Kept::new(1, Language::Kk, kazakh).word(Language::Ru, russian, false).unwrap()];
    let turned = choices(("завуч", 0.0), ("директор", 100.0));
    assert_eq!(fate(&bank, Language::Ru, &turned), Fate::Apart(1), "the Kazakh key would be wrong");
    let better = choices(("директор школы", 100.0), ("завуч", 0.0));
    assert!(matches!(fate(&bank, Language::Ru, &better), Fate::Better(_)));
    let worth = Question { worth: Points::whole(2), ..better };
    assert!(matches!(fate(&bank, Language::Ru, &worth), Fate::Better(_)), "points are one for all anyway");
    let alone = [Kept::new(1, Language::Ru, choices(("директор", 100.0), ("завуч", 0.0)))];
    assert!(matches!(fate(&alone, Language::Ru, &turned), Fate::Better(_)));
}

#[test]
fn a_paper_is_drawn_from_what_is_worded_and_not_retired() {
    let essay = |number| Kept::new(number, Language::Kk, asked(Kind::Essay));
    let both = essay(2).word(Language::Ru, asked(Kind::Essay), false).unwrap();
    let all = vec![essay(3).retire(true), both, essay(1)];
    let numbers = |language| {
        let bank = Bank::of(7, language, all.clone());
        assert_eq!(bank.version(), 7);
        bank.questions().iter().map(|one| one.number).collect::<Vec<_>>()
    };
    assert_eq!(numbers(Language::Kk), [1, 2]);
    assert_eq!(numbers(Language::Ru), [2]);
    let mut bank = Bank::of(7, Language::Kk, all);
    assert_eq!(bank.add([asked(Kind::Essay)]), 4, "a number is never given twice");
}

#[test]
fn a_question_for_practice_is_in_no_exam_and_an_exam_question_in_no_self_check() {
    let single = |text: &str| asked(Kind::Single(vec![choice(text, 100.0), choice("завуч", 0.0)]));
    let plain = Kept::new(1, Language::Ru, single("директор"));
    let practice = |number| Kept::new(number, Language::Ru, single("приказ")).practise(true, false).unwrap();
    let all = vec![plain, practice(2), practice(3).retire(true)];
    let drawable = |bank: &Bank| bank.drawable(Topic::Law).map(|one| one.number).collect::<Vec<_>>();
    assert_eq!(drawable(&Bank::of(1, Language::Ru, all.clone())), [1]);
    assert_eq!(drawable(&Bank::for_practice(1, Language::Ru, all.clone())), [2]);
    assert!(Bank::for_practice(1, Language::Kk, all).questions().is_empty(), "asked in its own languages");
    let worded = fate(&[Kept::new(4, Language::Ru, named(Kind::Essay))], Language::Kk, &named(Kind::Essay));
    assert!(matches!(worded, Fate::Worded(kept) if !kept.practice));
    let marked = kept(Language::Ru, continents()).practise(true, false).unwrap();
    let worded = fate(&[marked], Language::Kk, &named(continents()));
    assert!(matches!(worded, Fate::Worded(kept) if kept.practice), "a file does not bring it into an exam");
}

#[test]
fn what_is_marked_by_hand_or_asked_now_is_not_for_practice() {
    let essay = Kept::new(1, Language::Ru, asked(Kind::Essay));
    assert_eq!(essay.practise(true, false), Err(PractiseRefused::ByHand));
    let single = Kept::new(1, Language::Ru, asked(continents()));
    assert_eq!(single.clone().practise(true, true), Err(PractiseRefused::Asked));
    assert!(!single.practise(false, true).unwrap().practice, "a mark may always go");
}

#[test]
fn a_self_check_takes_ten_of_a_topic_and_none_where_there_are_none() {
    let marked = |number| Kept::new(number, Language::Ru, asked(continents())).practise(true, false).unwrap();
    let questions = (1..=12).map(marked);
    let bank = Bank::for_practice(1, Language::Ru, questions.collect());
    let drawn = self_check(&bank, Topic::Law, 7).unwrap();
    assert_eq!(drawn.questions.len(), 10);
    assert_eq!(self_check(&bank, Topic::Law, 7), Some(drawn), "what was shown can be drawn again");
    assert_eq!(self_check(&bank, Topic::Talks, 7), None);
}

#[test]
fn an_answer_is_told_at_once_as_the_exam_would_count_it() {
    let single = |at: &str| Choice { feedback: format!("Об ответе {at}"), ..choice(at, 0.0) };
    let right = Choice { fraction: Fraction::WHOLE, ..single("директор") };
    let kind = Kind::Single(vec![single("завуч"), right]);
    let question = Question { feedback: "Статья 11".into(), ..asked(kind) };
    assert_eq!(outcome(&question, &Answer::One(1)), Outcome::Right);
    assert_eq!(outcome(&question, &Answer::One(0)), Outcome::Wrong);
    assert_eq!(outcome(&question, &Answer::One(9)), Outcome::Wrong, "no such choice");
    assert_eq!(outcome(&question, &Answer::Blank), Outcome::Blank);
    assert_eq!(said_to(&question, &Answer::One(0)), ["Об ответе завуч", "Статья 11"]);
    assert_eq!(said_to(&question, &Answer::Blank), ["Статья 11"]);
    assert_eq!(right_answer(&question), Answer::One(1));
    let some = asked(continents());
    assert_eq!(outcome(&some, &Answer::Several([0, 1].into())), Outcome::Partly);
    assert_eq!(right_answer(&some), Answer::Several([0, 1, 2].into()));
    let answers = vec![choice("*директор*", 100.0), choice("директор", 100.0)];
    let short = asked(Kind::Short { answers, case: false });
    assert_eq!(right_answer(&short), written("директор"), "a word before a pattern");
}
