use super::*;
use crate::diagrams::arrows;
use crate::programmes::Programme;
use crate::regulations::Words;
use crate::reports::Basis;
use jiff::civil::date;

fn programme() -> Programme {
    Programme::usual("programme".into(), "school".into(), 2026)
}

fn words(kk: &str, ru: &str) -> Words {
    Words { kk: kk.to_owned(), ru: ru.to_owned() }
}

fn addition(id: &str, from_year: i16) -> Addition {
    Addition {
        id: id.into(),
        school: "school".into(),
        field: Field::Children,
        words: words("Үйірме жүргізеді", "Ведёт кружок"),
        from_year,
        added: ("gulnafisa".into(), Instant::UNIX_EPOCH),
    }
}

#[test]
fn the_diagram_is_what_the_code_does() {
    let diagram = include_str!("../../../../docs/states/competencies.md");
    let [suggested, attached] = State::ALL.map(State::word);
    assert_eq!(arrows(diagram), [(suggested, attached)].into());
}

#[test]
fn the_frame_is_short_covers_every_field_and_says_what_the_law_asks_for() {
    let lines = frame(2026, &[]);
    assert_eq!(lines.len(), 12);
    for field in Field::ALL {
        assert!(lines.iter().filter(|line| line.field == field).count() >= 2, "{field:?}");
    }
    let by_law: Vec<Field> =
        lines.iter().filter(|line| line.basis == Basis::Law).map(|line| line.field).collect();
    assert_eq!(by_law, [Field::Documents; 3], "only what Order 130 lists");
}

#[test]
fn a_year_that_has_begun_keeps_its_frame() {
    let programme = programme();
    assert_eq!(year_of_change(&programme, date(2026, 8, 20)), 2026);
    assert_eq!(year_of_change(&programme, date(2026, 9, 20)), 2027);
    let later = [addition("early", 2026), addition("late", 2027)];
    let in_year = |year| frame(year, &later).into_iter().filter(|line| line.words.is_some()).count();
    assert_eq!([in_year(2025), in_year(2026), in_year(2027)], [0, 1, 2]);
    assert_eq!(later[0].may_go(&programme, date(2026, 8, 20)), Ok(()));
    assert_eq!(later[0].may_go(&programme, date(2026, 9, 20)), Err(AddRefused::Holds));
    assert_eq!(later[1].may_go(&programme, date(2026, 9, 20)), Ok(()));
}

#[test]
fn a_school_adds_few_lines_in_both_languages() {
    assert_eq!(add(&words(" а ", " б "), &[]), Ok(words("а", "б")));
    for wrong in [words("", "б"), words("а", " "), words("а", &"ә".repeat(MOST_ITEM + 1))] {
        assert_eq!(add(&wrong, &[]), Err(AddRefused::Words));
    }
    let many = vec![addition("one", 2026); MOST_ITEMS];
    assert_eq!(add(&words("а", "б"), &many), Err(AddRefused::TooMany));
}

#[test]
fn facts_and_items_read_back() {
    let facts = [
        Fact::Meeting("m".into()),
        Fact::Observation("o".into()),
        Fact::Step("s".into()),
        Fact::Milestone(Milestone::Journal),
        Fact::Light(Season::January, Topic::Parents),
    ];
    for fact in facts {
        assert_eq!(Fact::from_word(&fact.word()), Some(fact));
    }
    for wrong in ["", "meeting", "milestone:x", "light:january", "light:x:parents", "mark:3"] {
        assert_eq!(Fact::from_word(wrong), None, "{wrong}");
    }
    for item in [Item::BuiltIn(Competency::Talk), Item::Added("own".into())] {
        assert_eq!(Item::from_word(item.word()), item);
    }
    assert!(Field::ALL.into_iter().all(|field| Field::from_word(field.word()) == Some(field)));
    assert!(State::ALL.into_iter().all(|state| State::from_word(state.word()) == Some(state)));
}

#[test]
fn what_is_attached_is_short_and_not_endless() {
    let fact = Proof::Fact(Fact::Milestone(Milestone::Journal));
    assert_eq!(keep(&fact, 0, Phase::Work), Ok(()));
    assert_eq!(keep(&fact, 0, Phase::Closed), Err(Refused::NotNow));
    assert_eq!(keep(&fact, MOST_EVIDENCE, Phase::Work), Err(Refused::TooMany));
    for wrong in [" ".to_owned(), "ә".repeat(MOST_WORDS + 1)] {
        assert_eq!(keep(&Proof::Words(wrong), 0, Phase::Work), Err(Refused::Words));
    }
}

#[test]
fn only_what_is_attached_counts() {
    let lines = frame(2026, &[]);
    assert_eq!(counted(&lines, &BTreeSet::new()), (0, 12));
    let attached = [Item::BuiltIn(Competency::Talk), Item::Added("of another year".into())];
    assert_eq!(counted(&lines, &attached.into()), (1, 11));
}
