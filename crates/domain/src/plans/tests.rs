use super::*;
use crate::calendar::{Period, usual_days_off};
use crate::pairs::{Assignment, Origin, staging};
use jiff::civil::date;
use std::collections::BTreeSet;

fn programme() -> Programme {
    Programme::usual("programme".into(), "school".into(), 2026)
}

fn pair(origin: Origin, from: Day) -> Pair {
    let period = Period { from, until: None };
    staging::pair(origin, PairState::Assigned(Assignment { order: "order".into(), period }))
}

fn laid(origin: Origin, from: Day) -> Vec<(Step, Day)> {
    let calendar = WorkCalendar::of(&usual_days_off(2026));
    let laid = first_steps(&Template::default(), &pair(origin, from), &programme(), &calendar, from).unwrap();
    laid.into_iter().filter_map(|(line, day)| Some((line.step()?, day))).collect()
}

fn content(due: Day) -> Content {
    Content {
        area: Area::Lessons,
        text: Some("Сабаққа қатысу".into()),
        result: None,
        whose: Whose::Both,
        due,
    }
}

fn item(id: &str, due: Day) -> Item {
    Item {
        id: id.into(),
        school: "school".into(),
        plan: "plan".into(),
        step: None,
        content: content(due),
        done: None,
        removed: false,
        own: None,
        laid_on: None,
        version: 0,
    }
}

#[test]
fn the_template_has_twelve_to_twenty_one_steps_over_all_that_was_asked_for() {
    for from in [date(2026, 8, 28), date(2026, 11, 2)] {
        let steps = laid(Origin::Ranked, from);
        assert!((12..=21).contains(&steps.len()), "{from}: {}", steps.len());
        assert!(steps.is_sorted_by_key(|(_, day)| *day));
        assert!(steps.iter().all(|(_, day)| *day >= from && *day <= date(2027, 5, 25)));
        let areas: BTreeSet<Area> = steps.iter().map(|(step, _)| step.area()).collect();
        assert_eq!(areas, Area::ALL.into(), "{from}");
    }
}

#[test]
fn every_day_of_the_template_is_a_working_day() {
    let calendar = WorkCalendar::of(&usual_days_off(2026));
    for (step, day) in laid(Origin::Ranked, date(2026, 11, 2)) {
        assert!(calendar.is_working(day), "{step:?} on {day}");
    }
}

#[test]
fn a_pair_that_begins_in_november_begins_with_the_beginning_and_leaves_september_out() {
    let steps = laid(Origin::Ranked, date(2026, 11, 2));
    assert_eq!(steps[0], (Step::Rhythm, date(2026, 11, 6)));
    assert!(!steps.iter().any(|(step, _)| *step == Step::FirstParents));
}

#[test]
fn a_provisional_mentor_plans_up_to_the_orders() {
    let steps = laid(Origin::Provisional, date(2026, 8, 28));
    assert!(steps.len() >= 9 && steps.iter().all(|(_, day)| *day <= date(2026, 11, 6)));
}

#[test]
fn the_present_step_is_the_earliest_that_is_open_and_one_more_comes_next() {
    let day = date(2026, 10, 2);
    let mut items = [item("a", day), item("b", day), item("c", day), item("d", day)];
    items[0].done = Some(Done { on: day, by: "dana".into() });
    items[1].removed = true;
    let (now, next) = now_and_next(&items);
    assert_eq!((now.unwrap().id.as_str(), next.unwrap().id.as_str()), ("c", "d"));
    assert_eq!(now_and_next(&items[..2]), (None, None));
}

#[test]
fn a_plan_stands_still_after_its_pair_and_after_the_year() {
    let today = date(2026, 11, 20);
    let assigned = pair(Origin::Ranked, date(2026, 11, 2));
    assert_eq!(may_keep(Some(&assigned), &programme(), today), Ok(()));
    assert_eq!(may_keep(None, &programme(), today), Ok(()), "the newcomer's own goes on");
    let ended = assigned.clone().end(today, Instant::UNIX_EPOCH).unwrap();
    assert_eq!(may_keep(Some(&ended), &programme(), today), Err(PlanRefused::NotAssigned));
    assert_eq!(may_keep(Some(&assigned), &programme(), date(2027, 6, 1)), Err(PlanRefused::Over));
    assert_eq!(due_on(&assigned), Some(date(2026, 11, 12)));
    assert_eq!(due_on(&ended), None);
}

#[test]
fn a_step_says_something_and_lies_in_the_year() {
    let day = date(2026, 11, 20);
    let may = |step, content: &Content| may_say(step, content, &programme());
    assert_eq!(may(None, &content(day)), Ok(()));
    let silent = Content { text: None, ..content(day) };
    assert_eq!(may(None, &silent), Err(PlanRefused::NoWords));
    assert_eq!(may(Some(Step::Journal), &silent), Ok(()), "the template's words stand");
    let long = Content { text: Some("ә".repeat(MOST_TEXT + 1)), ..content(day) };
    assert_eq!(may(None, &long), Err(PlanRefused::TooLong));
    let (from, until) = (date(2026, 8, 15), date(2027, 5, 25));
    let outside = Err(PlanRefused::OutsideYear { from, until });
    assert_eq!(may(None, &content(date(2027, 5, 26))), outside);
}

#[test]
fn a_step_taken_up_has_three_weeks() {
    let until = |day| taken_up_until(&programme(), &WorkCalendar::default(), day);
    assert_eq!(until(date(2026, 10, 7)), date(2026, 10, 30));
    assert_eq!(until(date(2027, 5, 20)), date(2027, 5, 25));
}

#[test]
fn a_change_names_the_fields_in_which_it_differs() {
    let day = date(2026, 11, 20);
    let moved = Content { whose: Whose::Mentor, due: date(2026, 11, 27), ..content(day) };
    assert_eq!(content(day).differences(&moved), [Field::Whose, Field::Due]);
    assert_eq!(content(day).differences(&content(day)), []);
}

#[test]
fn stored_words_read_back() {
    for (step, _) in WORK {
        assert_eq!(Step::from_word(step.word()), Some(*step));
    }
    assert!(Deed::ALL.into_iter().all(|deed| Deed::from_word(deed.word()) == Some(deed)));
    assert!(Area::ALL.into_iter().all(|area| Area::from_word(area.word()) == Some(area)));
    assert!(Whose::ALL.into_iter().all(|whose| Whose::from_word(whose.word()) == Some(whose)));
    assert_eq!(Kind::from_word("development"), Some(Kind::Development));
    assert!(Kind::Work.is_by_law() && !Kind::Development.is_by_law());
}

/// Steps of a plan as the template laid them.
fn laid_items(laid: &[(Line, Day)]) -> Vec<Item> {
    let one = |(line, day): &(Line, Day)| Item {
        step: line.step(),
        own: line.own().cloned(),
        content: line.says(*day),
        laid_on: Some(*day),
        ..item(line.word(), *day)
    };
    laid.iter().map(one).collect()
}

fn laid_by(template: &Template) -> Vec<(Line, Day)> {
    let (calendar, from) = (WorkCalendar::of(&usual_days_off(2026)), date(2026, 11, 2));
    first_steps(template, &pair(Origin::Ranked, from), &programme(), &calendar, from).unwrap()
}

fn own(id: &str) -> Own {
    Own {
        id: id.into(), area: Area::Duties, whose: Whose::Both, text: "Мектеп мұражайына бару".into()
    }
}

#[test]
fn a_step_that_the_school_wrote_is_added_moved_and_never_taken_away_from_people() {
    let today = date(2026, 11, 10);
    let week = |word| When::from_word(word).unwrap();
    let old = Template::default();
    let mut items = laid_items(&laid_by(&old));
    let with = old.clone().and(own("museum"), week("quarter-2-4")).unwrap();
    let found = effects(&with, &laid_by(&with), &items, today);
    let [Effect::Added(line, day)] = &found[..] else { panic!("{found:?}") };
    assert_eq!(line, &Line::Own(own("museum")));
    let passed = effects(&with, &laid_by(&with), &items, date(2027, 2, 1));
    assert_eq!(passed, [Effect::Left(line.clone(), Left::Past)], "what is not added is told");
    let mut many = items.clone();
    many.extend((many.len()..MOST_ITEMS).map(|at| item(&format!("more-{at}"), today)));
    let full = effects(&with, &laid_by(&with), &many, today);
    assert_eq!(full, [Effect::Left(line.clone(), Left::Full)]);
    items.extend(laid_items(&[(line.clone(), *day)]));
    assert_eq!(effects(&with, &laid_by(&with), &items, today), [], "a plan stands as its template says");
    let later = with.clone().with_own(&"museum".into(), Some(week("quarter-2-6")));
    let moved = effects(&later, &laid_by(&later), &items, today);
    assert!(matches!(moved[..], [Effect::Moved(Line::Own(_), ..)]), "{moved:?}");
    let gone = with.with_own(&"museum".into(), None);
    assert_eq!(gone, old);
    let left = effects(&gone, &laid_by(&gone), &items, today);
    assert_eq!(left, [Effect::Left(Line::Own(own("museum")), Left::Gone)]);
}

#[test]
fn a_school_adds_a_few_steps_and_each_says_something() {
    let week = When::from_word("quarter-2-4").unwrap();
    let said = |text: String| Template::default().and(Own { text, ..own("one") }, week);
    assert_eq!(said(" ".into()), Err(OwnRefused::NoWords));
    assert_eq!(said("ә".repeat(MOST_TEXT + 1)), Err(OwnRefused::TooLong));
    let mut full = Template::default();
    for at in 0..MOST_OWN {
        full = full.and(own(&format!("own-{at}")), week).unwrap();
    }
    assert_eq!(full.and(own("one-more"), week), Err(OwnRefused::TooMany));
}

#[test]
fn a_changed_template_adds_and_moves_steps_and_never_touches_what_people_did() {
    let today = date(2026, 11, 10);
    let (class_hour, parents) =
        (Some(When::from_word("quarter-2-7").unwrap()), When::from_word("quarter-3-2"));
    let old = Template::default().with(Step::Event, None);
    let mut items = laid_items(&laid_by(&old));
    assert_eq!(effects(&old, &laid_by(&old), &items, today), [], "a plan stands as its template says");
    let new = Template::default().with(Step::ClassHour, class_hour).with(Step::TwoLevels, None);
    let new = new.with(Step::TalkParents, parents).with(Step::OtherLessons, When::from_word("quarter-3-4"));
    let new = new.with(Step::Rhythm, When::from_word("pair-3")).with(Step::OpenLesson, parents);
    let new = new.with(Step::Journal, When::from_word("pair-1"));
    for item in &mut items {
        match item.step {
            Some(Step::Rhythm) => item.done = Some(Done { on: today, by: "dana".into() }),
            Some(Step::TalkParents) => item.content.text = Some("Өзіміздің сөз".into()),
            Some(Step::OtherLessons) => item.content.due = date(2027, 3, 1),
            Some(Step::OpenLesson) => item.removed = true,
            _ => {}
        }
    }
    let found = effects(&new, &laid_by(&new), &items, today);
    let left: BTreeSet<(Step, &str)> = found
        .iter()
        .filter_map(|one| match one {
            Effect::Left(Line::Step(step), why) => Some((*step, why.word())),
            _ => None,
        })
        .collect();
    let wanted = [
        (Step::Rhythm, "done"),
        (Step::TalkParents, "edited"),
        (Step::OtherLessons, "edited"),
        (Step::OpenLesson, "removed"),
        (Step::Journal, "past"),
        (Step::TwoLevels, "gone"),
    ];
    assert_eq!(left, wanted.into());
    let changed: Vec<&Effect> = found.iter().filter(|one| one.changes()).collect();
    assert!(
        matches!(
            changed[..],
            [Effect::Moved(Line::Step(Step::ClassHour), ..), Effect::Added(Line::Step(Step::Event), _)]
        ),
        "{changed:?}"
    );
}

#[test]
fn every_week_is_stored_under_a_word_of_its_own() {
    let words: BTreeSet<String> = When::all().map(When::word).collect();
    assert_eq!(words.len(), When::all().count());
    assert!(When::all().all(|when| When::from_word(&when.word()) == Some(when)));
    assert!(WORK.iter().all(|(_, when)| When::from_word(&when.word()).is_some()));
}
