//! What changed for groups of pupils who are helped, and who reads it, on both databases.

use crate::peers::weekly;
use crate::rosters::{applied, brought};
use crate::stage::{Stage, actor, coordinator};
use actions::changes::{Change, Changes, Figure, NotShown, changes};
use actions::duties::{Given, give};
use actions::peers::print_note;
use actions::{Failed, Never};
use domain::PeerPairId;
use domain::duties::Duty;
use domain::peers::weekly::Whose;
use domain::peers::{Pair, State};
use domain::people::{Actor, Role};
use domain::rosters::Kind;
use i18n::Lang;
use jiff::civil::date;
use std::fmt::Write as _;
use store::testing::{on_both, spoil};

/// Marks of two quarters of twelve who are helped: they began low.
const HELPED: [(u8, u8); 12] = [
    (40, 46),
    (42, 50),
    (45, 44),
    (38, 49),
    (50, 55),
    (47, 52),
    (44, 41),
    (36, 48),
    (41, 47),
    (52, 58),
    (39, 43),
    (46, 53),
];

/// Of their classmates.
const OTHERS: [(u8, u8); 14] = [
    (60, 62),
    (55, 54),
    (70, 73),
    (65, 60),
    (48, 52),
    (75, 74),
    (58, 63),
    (62, 66),
    (80, 78),
    (52, 57),
    (68, 70),
    (43, 50),
    (57, 55),
    (66, 69),
];

/// Аян of 8А, and the consents of all of 5А.
const GROUND: &str = "INSERT INTO pupils (id, school_id, family, given, class, class_key, born_on) VALUES \
    ('ayan', 'school-12', 'Сарманов', 'Аян', '8А', '8А', '2012-04-02'); \
    INSERT INTO pupil_consents (id, school_id, pupil_id, part, representative, way, place, child_agreed, given_on, \
        last_day, text_version, rule_version, entered_by, entered_at) \
    SELECT 'c-' || code, 'school-12', id, 'data', 'Өкіл', 'paper', 'Папка 12', 1, '2026-09-10', '2027-07-31', 't', 'r', \
        'gulnafisa', 0 FROM pupils WHERE code IS NOT NULL";

/// 5А was asked in October and in December.
const ASKED: &str = "INSERT INTO sociometries (id, school_id, class_key, work, leisure, class_size, state, opened_on, \
        forget_on, opened_by, opened_at) VALUES \
    ('s1', 'school-12', '5А', 1, 0, 14, 'closed', '2026-10-05', '2027-08-01', 'bekzhan', 0), \
    ('s2', 'school-12', '5А', 1, 0, 14, 'closed', '2026-12-10', '2027-08-01', 'bekzhan', 0); \
    INSERT INTO sociometry_counts (school_id, sociometry_id, pupil_id, question, voted, received, could, given, mutual, few) \
    SELECT 'school-12', 's1', id, 'work', 1, 2, 13, 2, 1, 0 FROM pupils WHERE code LIKE 'C%'; \
    INSERT INTO sociometry_counts (school_id, sociometry_id, pupil_id, question, voted, received, could, given, mutual, few) \
    SELECT 'school-12', 's2', id, 'work', 1, 2, 13, 2, 2, 0 FROM pupils WHERE code LIKE 'C%'";

/// One of 5А came after October, another left before December.
const MOVED: &str = "DELETE FROM sociometry_counts WHERE sociometry_id = 's1' AND pupil_id IN \
        (SELECT MIN(id) FROM pupils WHERE code LIKE 'C%'); \
    DELETE FROM sociometry_counts WHERE sociometry_id = 's2' AND pupil_id IN \
        (SELECT MAX(id) FROM pupils WHERE code LIKE 'C%')";

fn bekzhan() -> Actor {
    actor("bekzhan", &[Role::Teacher, Role::Mentor])
}

/// The list of 5А with both quarters.
fn list() -> String {
    let mut list =
        "Код ученика;Фамилия;Имя;Класс;Дата рождения;Математика, % 1 ч.;Математика, % 2 ч.\r\n".to_owned();
    let coded = |letter: char, all: &[(u8, u8)]| -> Vec<(String, (u8, u8))> {
        all.iter().zip(1..).map(|(marks, number)| (format!("{letter}{number:02}"), *marks)).collect()
    };
    let pupils = [coded('H', &HELPED), coded('C', &OTHERS)].concat();
    for ((code, (first, second)), letter) in pupils.into_iter().zip('а'..) {
        writeln!(list, "{code};Сарма{letter};Айару;5А;01.02.2015;{first};{second}\r").unwrap();
    }
    list
}

/// Аян has helped those whose codes begin with H since October; in December one pair is over.
async fn paired(stage: &Stage) {
    let mut tx = stage.db.write().await.unwrap();
    for pupil in store::pupils::of_school(&mut tx, &"school-12".into()).await.unwrap() {
        let code = pupil.code.unwrap_or_default();
        if !code.starts_with('H') {
            continue;
        }
        let pair = Pair {
            id: format!("p-{code}").into(),
            school: pupil.school,
            helper: "ayan".into(),
            mentee: pupil.id,
            serves: None,
            state: State::Confirmed,
            confirmed: ("gulnafisa".into(), stage.now()),
            reason: None,
            version: 0,
        };
        store::peers::add(&mut tx, &pair).await.unwrap();
        let met = pair.agree(weekly(), date(2026, 10, 7)).unwrap();
        let met = if code == "H01" { met.end(date(2026, 12, 1)).unwrap() } else { met };
        store::peers::save(&mut tx, &met).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// After the second quarter the list was taken in.
async fn staged(db: store::Db) -> Stage {
    let mut stage = Stage::new(db).await;
    stage.today = date(2026, 12, 28);
    let id = brought(&stage, Kind::Pupils, &list()).await;
    assert_eq!(applied(&stage, &id).await.create, 26);
    spoil(&stage.db, GROUND).await;
    paired(&stage).await;
    stage
}

async fn read(stage: &Stage, who: &Actor) -> Result<Changes, Failed<Never>> {
    changes(&mut stage.db.read().await.unwrap(), &stage.context(who)).await
}

/// The change of the one group.
async fn change(stage: &Stage) -> Figure<Change> {
    let marks = read(stage, &coordinator()).await.unwrap().marks.unwrap();
    assert_eq!(marks.subjects.len(), 1);
    marks.subjects[0].change
}

#[tokio::test]
async fn a_group_is_read_with_the_line_of_its_classmates_and_whoever_stopped_early_is_in_it() {
    on_both(async |db| {
        let stage = staged(db).await;
        let all = read(&stage, &coordinator()).await.unwrap();
        let marks = all.marks.unwrap();
        assert_eq!((marks.listed, all.classes), (Some(date(2026, 12, 28)), None));
        let [subject] = marks.subjects.try_into().unwrap();
        assert_eq!((subject.name.as_str(), subject.quarters), ("Математика", (1, 2)));
        let (shown, line) = (subject.change.unwrap(), subject.beside.unwrap());
        assert_eq!((shown.n, line.others), (12, 14));
        assert!((shown.mean.value - 5.5).abs() < 1e-9, "{shown:?}");
        assert!(line.expected > 4.9 && line.excess.low < 0.0, "most of it comes by itself: {line:?}");
    })
    .await;
}

/// All 26 of 5А were in a lot of 12 October, which gave twelve places.
const LOT: &str = "INSERT INTO lots (id, school_id, places, source, draw_on, until_day, list_hash, seed, drawn_on, announced_by, announced_at) \
    VALUES ('lot', 'school-12', 12, 'Ресми бағамдар', '2026-10-12', '2026-12-28', '0', '51234', '2026-10-12', 'gulnafisa', 0); \
    INSERT INTO lot_pupils (school_id, lot_id, pupil_id, code) \
    SELECT 'school-12', 'lot', id, code FROM pupils WHERE code IS NOT NULL";

#[tokio::test]
async fn what_a_lot_tells_is_read_after_its_last_day_and_of_quarters_in_which_the_others_waited() {
    on_both(async |db| {
        let stage = staged(db).await;
        spoil(&stage.db, LOT).await;
        let by_lot = async || read(&stage, &coordinator()).await.unwrap().by_lot.unwrap();
        let read = by_lot().await;
        assert_eq!(read.standing.lot, None, "it holds no longer, and all are helped");
        let [one] = read.outcome.unwrap().differences.try_into().unwrap();
        assert_eq!((one.name.as_str(), one.quarters), ("Математика", (1, 2)));
        assert_eq!(one.difference.unwrap().n, 26);
        assert!(one.by_chance.is_ok_and(|share| share > 0.0), "{one:?}");
        // The waiting was over before the second quarter was.
        spoil(&stage.db, "UPDATE lots SET until_day = '2026-12-01'").await;
        assert_eq!(by_lot().await.outcome.unwrap().differences, []);
    })
    .await;
}

#[tokio::test]
async fn whose_consent_is_withdrawn_is_in_no_group_and_nine_are_not_shown() {
    on_both(async |db| {
        let stage = staged(db).await;
        spoil(&stage.db, "UPDATE pupil_consents SET withdrawn_on = '2026-12-20' WHERE id > 'c-H10'").await;
        assert_eq!(change(&stage).await.unwrap().n, 10);
        spoil(&stage.db, "UPDATE pupil_consents SET withdrawn_on = '2026-12-20' WHERE id = 'c-H10'").await;
        assert_eq!(change(&stage).await, Err(NotShown::TooFew { need: 10 }));
    })
    .await;
}

#[tokio::test]
async fn classmates_without_the_consent_to_data_are_in_no_line_either() {
    on_both(async |db| {
        let stage = staged(db).await;
        let others = async || {
            let marks = read(&stage, &coordinator()).await.unwrap().marks.unwrap();
            marks.subjects[0].beside.map(|line| line.others)
        };
        assert_eq!(others().await, Ok(14));
        let never = "DELETE FROM pupil_consents WHERE id IN ('c-C01', 'c-C02', 'c-C03')";
        spoil(&stage.db, never).await;
        assert_eq!(others().await, Ok(11), "who never consented");
        assert_eq!(change(&stage).await.unwrap().n, 12, "nobody of the group");
    })
    .await;
}

#[tokio::test]
async fn marks_of_a_quarter_count_once_a_list_was_taken_in_after_it() {
    on_both(async |db| {
        let stage = staged(db).await;
        // Noon of 26 December: the second quarter has a day to go.
        spoil(&stage.db, "UPDATE imports SET state_at = 1798268400000").await;
        let marks = read(&stage, &coordinator()).await.unwrap().marks.unwrap();
        assert_eq!((marks.listed, marks.subjects), (Some(date(2026, 12, 26)), vec![]));
    })
    .await;
}

#[tokio::test]
async fn n08_leaders_read_groups_the_specialist_reads_classes_and_nobody_else_anything() {
    on_both(async |db| {
        let stage = staged(db).await;
        spoil(&stage.db, ASKED).await;
        let head = actor("serik", &[Role::Head]);
        for somebody in [bekzhan(), actor("dana", &[Role::Teacher]), actor("gulnafisa", &[])] {
            let told = read(&stage, &somebody).await;
            assert!(matches!(told, Err(Failed::NotFound)), "{told:?}");
        }
        let given = Given { person: "bekzhan".into(), duty: Duty::Specialist };
        give(&stage.context(&head), &given).await.unwrap();
        let all = read(&stage, &bekzhan()).await.unwrap();
        assert!(all.marks.is_none(), "{all:?}");
        let [class] = all.classes.unwrap().try_into().unwrap();
        assert_eq!((class.class.as_str(), class.before.0), ("5А", date(2026, 10, 5)));
        assert_eq!((class.before.1.unwrap().mutual_pairs, class.now.1.unwrap().mutual_pairs), (7, 14));
        let told = read(&stage, &head).await.unwrap();
        assert!(told.marks.is_some() && told.classes.is_none(), "{told:?}");
        assert_eq!((class.both, class.only_before, class.only_now), (14, 0, 0));
        assert_eq!(
            class.mutual,
            Err(NotShown::NoVariance),
            "each has one more: no interval, nothing is told"
        );
        spoil(&stage.db, MOVED).await;
        let all = read(&stage, &bekzhan()).await.unwrap();
        let [class] = all.classes.unwrap().try_into().unwrap();
        assert_eq!((class.both, class.only_before, class.only_now), (12, 1, 1), "one left, one came");
    })
    .await;
}

/// Meetings of one who is helped: two in the second quarter, one of them with a reason, and one before it.
const MEETINGS: &str = "INSERT INTO peer_sessions (school_id, pair_id, week, class_key, mark, minutes, marked_by, marked_at) VALUES \
    ('school-12', 'p-H02', '2026-10-12', '5А', 'met', 45, 'gulnafisa', 0), \
    ('school-12', 'p-H02', '2026-11-02', '5А', 'met', 45, 'gulnafisa', 0), \
    ('school-12', 'p-H02', '2026-11-09', '5А', 'excused', 45, 'gulnafisa', 0)";

/// Of Аян data may be kept, and his own studies have become harder.
const HELPER: &str = "INSERT INTO pupil_consents (id, school_id, pupil_id, part, representative, way, place, child_agreed, given_on, \
        last_day, text_version, rule_version, entered_by, entered_at) VALUES \
    ('c-ayan', 'school-12', 'ayan', 'data', 'Өкіл', 'paper', 'Папка 8А', 1, '2026-09-10', '2027-07-31', 't', 'r', 'gulnafisa', 0); \
    INSERT INTO volunteers (id, school_id, pupil_id, state, recommended_by, words, named_by, named_at, studies, studies_on) \
    VALUES ('v-ayan', 'school-12', 'ayan', 'ready', 'aigul', 'Сабырлы.', 'gulnafisa', 0, 'harder', '2026-12-01')";

#[tokio::test]
async fn n08_a_note_says_the_direction_of_marks_about_one_child_to_the_coordinator_alone() {
    on_both(async |db| {
        let stage = staged(db).await;
        spoil(&stage.db, MEETINGS).await;
        let (who, pair) = (coordinator(), PeerPairId::from("p-H02"));
        let printed = async |whose: Whose, lang: Lang| {
            let note = print_note(&stage.context(&who), &pair, whose, lang).await;
            note.map(|note| {
                let text = pdf_extract::extract_text_from_mem(&note).unwrap();
                text.split_whitespace().collect::<Vec<_>>().join(" ")
            })
        };
        let text = printed(Whose::Mentee, Lang::Ru).await.unwrap();
        for said in ["Математика: +8", "состоялись: 1", "не состоялись: 0", "Не спрашивали."]
        {
            assert!(text.contains(said), "{said}: {text}");
        }
        assert!(!text.contains("Сарманов"), "nothing about whoever helps: {text}");
        printed(Whose::Mentee, Lang::Kk).await.unwrap();
        let kept = printed(Whose::Helper, Lang::Ru).await;
        assert!(matches!(kept, Err(Failed::NotFound)), "nothing may be kept about him: {kept:?}");
        spoil(&stage.db, HELPER).await;
        let text = printed(Whose::Helper, Lang::Ru).await.unwrap();
        let own = text.contains("Сарманов") && text.contains("Труднее") && !text.contains("Айару");
        assert!(own && text.contains("Итогов двух четвертей ещё нет."), "{text}");
        let given = Given { person: "dana".into(), duty: Duty::ClassTeacher("5А".into()) };
        give(&stage.context(&who), &given).await.unwrap();
        for somebody in [actor("dana", &[Role::Teacher]), actor("serik", &[Role::Head]), bekzhan()] {
            let other = print_note(&stage.context(&somebody), &pair, Whose::Mentee, Lang::Ru).await;
            assert!(matches!(other, Err(Failed::NotFound)), "{}: {other:?}", somebody.person);
        }
    })
    .await;
}
