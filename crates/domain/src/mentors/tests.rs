use super::*;
use crate::courses::Right;
use crate::people::Name;
use jiff::civil::date;
use proptest::prelude::*;
use std::collections::BTreeSet;

const DAY: Day = date(2026, 9, 14);

fn now() -> Instant {
    Instant::UNIX_EPOCH
}

pub(super) fn programme() -> Programme {
    Programme::usual("programme".into(), "school".into(), 2026)
}

fn aigul() -> Person {
    Person {
        id: "aigul".into(),
        school: Some("school".into()),
        name: Name {
            family: "Нурбаева".into(),
            given: "Айгүл".into(),
            patronymic: Some("Сайлауқызы".into()),
        },
        email: None,
        phone: None,
        staff_number: None,
        position: None,
        subject: Some("математика".into()),
        category: Category::Master,
        service_years: Some(17),
        hired_on: None,
        weekly_load: None,
        left_on: None,
        lang: "kk".into(),
        version: 0,
    }
}

fn card() -> Card {
    Card {
        motive: "Мне когда-то помогли, хочу вернуть.".into(),
        gives: "Сыныпты тыңдату, сабақтың басы.".into(),
        works: "Алдымен сұраймын, кеңесті соңынан айтамын.".into(),
        languages: vec!["kk".into(), "ru".into()],
        places: 2,
    }
}

pub(super) fn nominated() -> Mentor {
    Mentor {
        id: "mentor".into(),
        school: "school".into(),
        programme: "programme".into(),
        person: "aigul".into(),
        state: State::Nominated,
        since: now(),
        card: Card::default(),
        back_on: None,
        version: 0,
    }
}

fn applied() -> Mentor {
    nominated().apply(card(), &Settings::default(), now()).unwrap()
}

fn candidate(person: &Person) -> Candidate<'_> {
    Candidate { person, newcomer: false, barred_until: None, standing: Standing::Never, places: 2 }
}

fn approve() -> Decision {
    Decision::Approve { reason: None }
}

fn decide(mentor: Mentor, decision: &Decision, candidate: &Candidate<'_>) -> Result<Mentor, Refused> {
    mentor.decide(decision, candidate, &programme(), now(), DAY)
}

#[test]
fn nobody_is_a_mentor_over_their_own_head() {
    let person = aigul();
    assert_eq!(decide(nominated(), &approve(), &candidate(&person)), Err(Refused::NotOpen));
    assert_eq!(decide(applied(), &approve(), &candidate(&person)).unwrap().state, State::Approved);
}

#[test]
fn each_rule_is_a_line_of_its_own() {
    let settings = Settings::default();
    let met = |candidate: Candidate<'_>| {
        let lines = candidate.eligibility(&settings, DAY);
        lines.into_iter().map(|line| line.fit == Fit::Met).collect::<Vec<_>>()
    };
    let person = aigul();
    let fits = candidate(&person);
    assert_eq!(met(fits), [true; 6]);
    let left = Person { left_on: Some(DAY), ..aigul() };
    assert_eq!(met(candidate(&left)), [false, true, true, true, true, true]);
    assert_eq!(met(Candidate { newcomer: true, ..fits }), [true, false, true, true, true, true]);
    assert_eq!(met(Candidate { barred_until: Some(DAY), ..fits }), [true, true, false, true, true, true]);
    let moderator = Person { category: Category::Moderator, ..aigul() };
    assert_eq!(met(candidate(&moderator)), [true, true, true, false, true, true]);
    let young = Person { service_years: Some(2), ..aigul() };
    assert_eq!(met(candidate(&young)), [true, true, true, true, false, true]);
    assert_eq!(met(Candidate { places: 3, ..fits }), [true, true, true, true, true, false]);
}

#[test]
fn the_exam_is_a_line_only_where_the_programme_asks_for_it_and_no_reason_overcomes_it() {
    let person = aigul();
    let right = Right { from: date(2024, 5, 20), until: date(2027, 5, 19) };
    let holds = Candidate { standing: Standing::Holds(right), ..candidate(&person) };
    let asked = Settings { exam: Mode::Required, ..Settings::default() };
    let line = |candidate: Candidate<'_>, settings: &Settings| {
        let lines = candidate.eligibility(settings, DAY).into_iter();
        lines.filter(|line| line.rule == Rule::Exam).map(|line| line.fit).collect::<Vec<_>>()
    };
    assert_eq!(line(candidate(&person), &Settings::default()), []);
    assert_eq!(line(holds, &asked), [Fit::Met]);
    let programme = Programme { settings: asked.clone(), ..programme() };
    assert_eq!(may_come_forward(&holds, &programme, DAY), Ok(()));
    for standing in [Standing::Never, Standing::Over] {
        let without = Candidate { standing, ..holds };
        assert_eq!(line(without, &asked), [Fit::NotMet]);
        let why = Err(Refused::NotEligible(Rule::Exam));
        assert_eq!(may_come_forward(&without, &programme, DAY), why);
        let reasoned =
            Decision::Approve { reason: Some("Единственный математик.".into()) };
        let decided = applied().decide(&reasoned, &without, &programme, now(), DAY);
        assert_eq!(decided, Err(Refused::NotEligible(Rule::Exam)), "{standing:?}");
    }
}

#[test]
fn no_reason_overcomes_a_sanction_in_force() {
    let person = aigul();
    let barred = Candidate { barred_until: Some(DAY), ..candidate(&person) };
    let why = Err(Refused::NotEligible(Rule::NoSanction));
    assert_eq!(may_come_forward(&barred, &programme(), DAY), why);
    let reasoned = Decision::Approve { reason: Some("Больше некому.".into()) };
    assert_eq!(decide(applied(), &reasoned, &barred), Err(Refused::NotEligible(Rule::NoSanction)));
}

/// How the line of the years stands, where there is one.
fn years(least: Category, service_years: Option<u16>) -> Option<(u16, Fit)> {
    let person = Person { service_years, ..aigul() };
    let settings = Settings { mentor_min_category: least, ..Settings::default() };
    candidate(&person).eligibility(&settings, DAY).into_iter().find_map(|line| match line.rule {
        Rule::YearsAtLeast(least) => Some((least, line.fit)),
        _ => None,
    })
}

#[test]
fn years_are_asked_for_as_the_category_takes_them_and_nobody_is_refused_where_they_are_not_known() {
    assert_eq!(years(Category::Expert, Some(2)), Some((3, Fit::NotMet)));
    assert_eq!(years(Category::Expert, Some(3)), Some((3, Fit::Met)));
    assert_eq!(years(Category::LegacyHighest, Some(3)), Some((4, Fit::NotMet)));
    assert_eq!(years(Category::Master, Some(5)), Some((5, Fit::Met)));
    assert_eq!(years(Category::Moderator, None), Some((2, Fit::NotKnown)));
    assert_eq!(years(Category::Teacher, Some(0)), None);
    let (unknown, young) =
        (Person { service_years: None, ..aigul() }, Person { service_years: Some(1), ..aigul() });
    assert!(decide(applied(), &approve(), &candidate(&unknown)).is_ok());
    assert_eq!(decide(applied(), &approve(), &candidate(&young)), Err(Refused::ReasonNeeded));
    assert_eq!(may_come_forward(&candidate(&young), &programme(), DAY), Ok(()), "a reason may overcome it");
    let reasoned = Decision::Approve {
        reason: Some("Вела кружок двенадцать лет до школы.".into())
    };
    assert_eq!(decide(applied(), &reasoned, &candidate(&young)).unwrap().state, State::Approved);
}

#[test]
fn places_are_not_known_before_there_is_a_card_and_nobody_is_refused_for_that() {
    let person = aigul();
    let nobody_asked = Candidate { places: 0, ..candidate(&person) };
    let lines = nobody_asked.eligibility(&Settings::default(), DAY);
    assert_eq!(lines[5], Line { rule: Rule::PlacesAtMost(2), fit: Fit::NotKnown });
    assert_eq!(may_come_forward(&nobody_asked, &programme(), DAY), Ok(()));
    assert!(!nobody_asked.needs_a_reason(&Settings::default(), DAY));
}

#[test]
fn a_value_that_the_school_has_set_is_named_as_the_schools() {
    let source = |settings: &Settings| {
        let lines = candidate(&aigul()).eligibility(settings, DAY).into_iter();
        lines.map(|line| line.rule.source()).collect::<Vec<_>>()
    };
    let usual = [
        Source::Law,
        Source::Programme,
        Source::ToVerify,
        Source::ToVerify,
        Source::ToVerify,
        Source::ToVerify,
    ];
    assert_eq!(source(&Settings::default()), usual);
    let own = Settings { mentor_min_category: Category::Moderator, max_mentees: 1, ..Settings::default() };
    let schools =
        [Source::Law, Source::Programme, Source::ToVerify, Source::School, Source::School, Source::School];
    assert_eq!(source(&own), schools);
}

#[test]
fn first_category_of_the_old_scale_counts_as_expert() {
    let person = Person { category: Category::LegacyFirst, ..aigul() };
    assert!(
        candidate(&person).eligibility(&Settings::default(), DAY).iter().all(|line| line.fit == Fit::Met)
    );
}

#[test]
fn a_lower_category_needs_a_written_reason() {
    let person = Person { category: Category::Moderator, ..aigul() };
    let candidate = candidate(&person);
    assert_eq!(decide(applied(), &approve(), &candidate), Err(Refused::ReasonNeeded));
    let empty = Decision::Approve { reason: Some("  ".into()) };
    assert_eq!(decide(applied(), &empty, &candidate), Err(Refused::ReasonNeeded));
    let reasoned = Decision::Approve {
        reason: Some("В школе нет эксперта по казахскому языку.".into())
    };
    assert_eq!(decide(applied(), &reasoned, &candidate).unwrap().state, State::Approved);
}

#[test]
fn n04_no_reason_makes_a_newcomer_a_mentor() {
    let person = aigul();
    let newcomer = Candidate { newcomer: true, ..candidate(&person) };
    let reasoned = Decision::Approve { reason: Some("Больше некому.".into()) };
    assert_eq!(decide(applied(), &reasoned, &newcomer), Err(Refused::NotEligible(Rule::NotNewcomer)));
    let refused = may_come_forward(&newcomer, &programme(), DAY);
    assert_eq!(refused, Err(Refused::NotEligible(Rule::NotNewcomer)));
}

#[test]
fn a_rejection_tells_why() {
    let person = aigul();
    let silent = Decision::Reject { reason: " ".into() };
    assert_eq!(decide(applied(), &silent, &candidate(&person)), Err(Refused::ReasonNeeded));
    let told = Decision::Reject {
        reason: "В этом году нужны наставники начальных классов.".into()
    };
    assert_eq!(decide(applied(), &told, &candidate(&person)).unwrap().state, State::Rejected);
}

#[test]
fn mentors_come_forward_and_are_approved_as_long_as_the_programme_runs() {
    let person = aigul();
    let on = |day| may_come_forward(&candidate(&person), &programme(), day);
    let decided = |day| applied().decide(&approve(), &candidate(&person), &programme(), now(), day);
    for day in [date(2026, 8, 20), date(2026, 11, 2), date(2027, 1, 11), date(2027, 5, 25)] {
        assert_eq!(on(day), Ok(()), "{day}");
        assert_eq!(decided(day).unwrap().state, State::Approved, "{day}");
    }
    assert_eq!(on(date(2027, 5, 26)), Err(Refused::NotNow(Phase::Closed)));
    assert_eq!(decided(date(2027, 5, 26)), Err(Refused::NotNow(Phase::Closed)));
}

#[test]
fn pages_name_the_end_of_the_choice_then_the_end_of_the_year() {
    assert_eq!(counts_until(&programme(), date(2026, 11, 1)), date(2026, 11, 1));
    assert_eq!(counts_until(&programme(), date(2026, 11, 2)), date(2027, 5, 25));
}

#[test]
fn a_mentor_with_a_newcomer_does_not_step_back_and_a_nominee_always_may() {
    let person = aigul();
    let approved = decide(applied(), &approve(), &candidate(&person)).unwrap();
    assert_eq!(approved.clone().step_back(&programme(), 1, now(), DAY), Err(Refused::RunningPair));
    assert_eq!(approved.step_back(&programme(), 0, now(), DAY).unwrap().state, State::SteppedBack);
    assert_eq!(nominated().step_back(&programme(), 1, now(), DAY).unwrap().state, State::SteppedBack);
    let closed = nominated().step_back(&programme(), 0, now(), date(2027, 6, 1));
    assert_eq!(closed, Err(Refused::NotNow(Phase::Closed)));
}

#[test]
fn each_reason_to_refuse_a_card_is_named() {
    let check = |card: Card, taken| card.check(&Settings::default(), taken);
    assert_eq!(check(card(), 2), Ok(()));
    assert_eq!(check(Card { gives: " ".into(), ..card() }, 0), Err(CardRefused::Empty(CardText::Gives)));
    let long = Card { works: "ә".repeat(MOST_CARD_TEXT + 1), ..card() };
    assert_eq!(check(long, 0), Err(CardRefused::TooLong(CardText::Works)));
    assert_eq!(check(Card { works: "ә".repeat(MOST_CARD_TEXT), ..card() }, 0), Ok(()));
    assert_eq!(check(Card { languages: vec![], ..card() }, 0), Err(CardRefused::Languages));
    assert_eq!(check(Card { languages: vec!["de".into()], ..card() }, 0), Err(CardRefused::Languages));
    assert_eq!(check(Card { places: 0, ..card() }, 0), Err(CardRefused::Places { most: 2 }));
    assert_eq!(check(Card { places: 3, ..card() }, 0), Err(CardRefused::Places { most: 2 }));
    assert_eq!(check(Card { places: 1, ..card() }, 2), Err(CardRefused::PlacesTaken { taken: 2 }));
}

/// One of the six steps; `None` where it is refused.
fn step(mentor: Mentor, number: u8) -> Option<Mentor> {
    let person = aigul();
    let done = match number {
        0 => mentor.nominate(now()),
        1 => mentor.apply(card(), &Settings::default(), now()),
        2 => decide(mentor, &approve(), &candidate(&person)),
        3 => decide(mentor, &Decision::Reject { reason: "Позже.".into() }, &candidate(&person)),
        4 => mentor.step_back(&programme(), 0, now(), DAY),
        _ => mentor.edit(card(), &programme(), 0, DAY),
    };
    done.ok()
}

proptest! {
    #[test]
    fn whatever_happens_the_right_to_mentor_follows_an_application(steps in prop::collection::vec(0_u8..6, 0..20)) {
        let mut mentor = nominated();
        for number in steps {
            let before = mentor.clone();
            mentor = step(mentor.clone(), number).unwrap_or(mentor);
            let newly = before.state != State::Approved && mentor.state == State::Approved;
            prop_assert!(!newly || before.state == State::Applied);
            prop_assert!(mentor.state != State::Approved || mentor.card.check(&Settings::default(), 0).is_ok());
        }
    }
}

/// Every arrow that the code takes between states, found by trying each step from each state.
fn arrows() -> BTreeSet<(&'static str, &'static str)> {
    let mut arrows = BTreeSet::new();
    for state in State::ALL {
        for number in 0..6 {
            let mentor = Mentor { state, card: card(), ..nominated() };
            if let Some(next) = step(mentor, number)
                && next.state != state
            {
                arrows.insert((state.word(), next.state.word()));
            }
        }
    }
    arrows
}

#[test]
fn the_diagram_shows_every_arrow_and_no_other() {
    let drawn = include_str!("../../../../docs/states/mentors.md");
    assert_eq!(crate::diagrams::arrows(drawn), arrows());
}
