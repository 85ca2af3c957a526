use super::*;
use crate::people::{Category, Name};

fn teacher(subject: &str, lang: &str) -> Person {
    Person {
        id: "p".into(),
        school: Some("s".into()),
        name: Name { family: "Сәтбаева".into(), given: "Дана".into(), patronymic: None },
        email: None,
        phone: None,
        staff_number: None,
        position: None,
        subject: (!subject.is_empty()).then(|| subject.into()),
        category: Category::Master,
        service_years: Some(20),
        hired_on: None,
        weekly_load: None,
        left_on: None,
        lang: lang.into(),
        version: 0,
    }
}

fn card(languages: &[&str], gives: &str) -> Card {
    let languages = languages.iter().map(|tag| (*tag).to_owned()).collect();
    Card { gives: gives.into(), languages, ..Card::default() }
}

fn lesson(weekday: u8, number: u8) -> Lesson {
    Lesson { school: "s".into(), person: "p".into(), weekday, number, class: "5 «А»".into(), room: None }
}

#[test]
fn subject_language_and_free_time_are_compared_and_category_is_not() {
    let (dana, aigul) = (teacher("Биология ", "kk"), teacher("биология", "ru"));
    let (mine, theirs) = ([lesson(2, 1), lesson(2, 4)], [lesson(2, 1), lesson(2, 3)]);
    let newcomer = Known { person: &dana, lessons: &mine };
    let mentor = Known { person: &aigul, lessons: &theirs };
    let common = Common::between(newcomer, mentor, &card(&["ru", "kk"], ""));
    assert_eq!(common.subject.as_deref(), Some("биология"));
    assert_eq!(common.language.as_deref(), Some("kk"));
    assert_eq!((common.free_days(), common.points()), (vec![2], 3));
    let senior = teacher("химия", "kk");
    let other = Known { person: &senior, lessons: &[] };
    let common = Common::between(newcomer, other, &card(&["ru"], ""));
    assert_eq!(common, Common::default(), "years and category make nothing common");
}

#[test]
fn two_without_a_subject_do_not_share_one() {
    let nobody = teacher("", "kk");
    let known = Known { person: &nobody, lessons: &[] };
    assert_eq!(Common::between(known, known, &card(&["ru"], "")).points(), 0);
}

#[test]
fn a_goal_counts_where_the_card_speaks_of_it_in_another_form() {
    let card = card(&[], "Сабақтың басы, сыныпқа сұрақ қою, БЖБ құрастыру, электрондық журнал.");
    let goals = ["журналы толтыру", "БЖБ", "ата-анамен сөйлесу", "бас", "БЖБ"].map(ToOwned::to_owned);
    let common = Common::default().with_goals(&goals, &card);
    assert_eq!(common.goals, ["журналы толтыру", "БЖБ"], "each once, and short words say too little");
}

fn impression(marks: [Option<u8>; 3]) -> Impression {
    let [useful, ease, asking] = marks.map(|mark| mark.and_then(Mark::new));
    Impression {
        author: "dana".into(),
        contact: "c".into(),
        useful,
        ease,
        asking,
        note: "Слов здесь не читают.".into(),
        written_at: crate::Instant::UNIX_EPOCH,
    }
}

#[test]
fn an_opinion_comes_from_all_marks_and_words_alone_are_none() {
    assert_eq!(opinion(&[]), Opinion::Open);
    assert_eq!(opinion(&[impression([None; 3])]), Opinion::Open);
    assert_eq!(opinion(&[impression([Some(4), Some(2), Some(3)])]), Opinion::Liked);
    assert_eq!(opinion(&[impression([Some(3), Some(2), None])]), Opinion::Doubtful);
    let twice = [impression([Some(2), None, None]), impression([Some(4), Some(4), None])];
    assert_eq!(opinion(&twice), Opinion::Liked, "a second meeting can mend the first");
}

fn offer(mentor: &str, points: usize, opinion: Opinion, spread: bool) -> Offer {
    let goals = (0..points).map(|number| number.to_string()).collect();
    Offer { mentor: mentor.into(), common: Common { goals, ..Common::default() }, opinion, spread }
}

fn names(offers: &[Offer]) -> Vec<&str> {
    offers.iter().map(|offer| offer.mentor.as_str()).collect()
}

#[test]
fn few_common_points_never_rank_below_met_and_liked() {
    let offers = vec![
        offer("star", 5, Opinion::Open, true),
        offer("liked", 0, Opinion::Liked, false),
        offer("plain", 2, Opinion::Open, true),
    ];
    assert_eq!(names(&shown(offers)), ["liked", "star", "plain"]);
}

#[test]
fn everybody_who_was_liked_is_shown_and_the_spread_fills_up_to_three() {
    let liked = |id| offer(id, 1, Opinion::Liked, false);
    let open = |id| offer(id, 2, Opinion::Open, true);
    assert_eq!(names(&shown(vec![open("a"), liked("b"), open("c"), open("d")])), ["b", "a", "c"]);
    assert_eq!(shown(vec![liked("a"), liked("b"), liked("c"), liked("d"), open("e")]).len(), 4);
}

#[test]
fn whoever_is_somebody_elses_share_or_doubtful_is_not_suggested() {
    let offers =
        vec![offer("elsewhere", 4, Opinion::Open, false), offer("doubtful", 4, Opinion::Doubtful, true)];
    assert_eq!(shown(offers), []);
}

#[test]
fn what_not_everybody_reads_counts_without_being_named() {
    let both = Common {
        subject: Some("математика".into()),
        language: Some("kk".into()),
        free: Vec::new(),
        goals: vec!["БЖБ".into()],
    };
    let readers =
        Readers::default().with(Field::Languages, Reach::Matching).with(Field::Gives, Reach::Matching);
    assert_eq!(both.clone().named(&Readers::default()), both);
    assert_eq!(both.clone().named(&readers), Common { language: None, goals: Vec::new(), ..both });
}
