//! Who looks after pupils, and consents about them, on both databases.

mod hours;
mod references;
mod scans;
mod signed;
mod volunteers;

use crate::stage::{Stage, actor};
use actions::duties::{GiveRefused, Given, end, give};
use actions::pupils::consents::{enter, withdraw};
use actions::pupils::volunteers::{name, stop, train};
use actions::pupils::{classes, opened, print_form};
use actions::schedules::Schedule;
use actions::{Failed, Never};
use domain::PupilId;
use domain::deletions::Record;
use domain::duties::Duty;
use domain::people::{Actor, Role};
use domain::pupils::consents::{EnterRefused, Entry, Missing, Part, Way, may_start};
use domain::volunteers::Training;
use i18n::Lang;
use jiff::SignedDuration;
use jiff::civil::date;
use std::collections::BTreeSet;
use store::testing::{column, contents, ids, on_both, spoil};

const PUPILS: &str = "INSERT INTO pupils (id, school_id, family, given, class, class_key, born_on) VALUES \
    ('ayan', 'school-12', 'Сарманов', 'Аян', '8 «А»', '8А', '2012-04-02'), \
    ('miras', 'school-12', 'Төлегенов', 'Мирас', '10Ә', '10Ә', '2011-04-02')";

pub(crate) fn coordinator() -> Actor {
    actor("gulnafisa", &[Role::Teacher, Role::Coordinator])
}

pub(crate) fn dana() -> Actor {
    actor("dana", &[Role::Teacher, Role::Newcomer])
}

pub(crate) fn ayan() -> PupilId {
    "ayan".into()
}

pub(crate) fn entry() -> Entry {
    Entry {
        representative: Some("Сарманова Күміс".into()),
        way: Way::Paper,
        place: "Кабинет 12".into(),
        given_on: date(2026, 10, 1),
        parts: vec![Part::Data, Part::Participation],
        child_agreed: true,
    }
}

/// Дана looks after 8А.
pub(crate) async fn staged(db: store::Db) -> Stage {
    let stage = Stage::new(db).await;
    spoil(&stage.db, PUPILS).await;
    let given = Given { person: "dana".into(), duty: Duty::ClassTeacher("8А".into()) };
    // The form comes twice.
    for _ in 0..2 {
        give(&stage.context(&coordinator()), &given).await.unwrap();
    }
    assert_eq!(ids(&stage.db, "duties").await.len(), 1);
    stage
}

#[tokio::test]
async fn a_consent_counts_until_it_is_withdrawn_and_the_log_says_neither_to_what_nor_by_whom() {
    on_both(async |db| {
        let stage = staged(db).await;
        let dana = dana();
        let context = stage.context(&dana);
        for _ in 0..2 {
            enter(&context, &ayan(), &entry()).await.unwrap();
        }
        let page = opened(&context, &ayan()).await.unwrap();
        let consents = page.consents.unwrap();
        assert_eq!(consents.len(), 2, "sent twice, entered once");
        let born = page.pupil.born_on;
        assert_eq!(may_start(Part::Participation, &consents, born, stage.today), Ok(()));
        let photo = Err(Missing::Representative(Part::Photo));
        assert_eq!(may_start(Part::Photo, &consents, born, stage.today), photo);
        for _ in 0..2 {
            withdraw(&context, &ayan(), Part::Data).await.unwrap();
        }
        let consents = opened(&context, &ayan()).await.unwrap().consents.unwrap();
        let missing = Err(Missing::Representative(Part::Data));
        assert_eq!(may_start(Part::Participation, &consents, born, stage.today), missing);
        let old_paper = enter(&context, &ayan(), &entry()).await;
        assert!(
            matches!(old_paper, Err(Failed::Refused(EnterRefused::Withdrawn))),
            "the same form once more: {old_paper:?}"
        );
        assert_eq!(stage.audited("pupil-consent-entered").await, 1);
        assert_eq!(stage.audited("pupil-consent-withdrawn").await, 1);
        let mut tx = stage.db.read().await.unwrap();
        let lines = store::audit::of_subject(&mut tx, &"school-12".into(), "ayan").await.unwrap();
        assert!(lines.len() == 2 && lines.iter().all(|line| line.detail.is_empty()), "{lines:?}");
    })
    .await;
}

#[tokio::test]
async fn what_the_rule_refuses_is_not_entered() {
    on_both(async |db| {
        let stage = staged(db).await;
        let dana = dana();
        let by_state = Entry { way: Way::StateService, ..entry() };
        let refused = enter(&stage.context(&dana), &ayan(), &by_state).await;
        assert!(matches!(refused, Err(Failed::Refused(EnterRefused::NotConnected))), "{refused:?}");
        assert!(ids(&stage.db, "pupil_consents").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn n08_whoever_does_not_look_after_a_pupil_finds_nobody_there() {
    on_both(async |db| {
        let stage = staged(db).await;
        enter(&stage.context(&dana()), &ayan(), &entry()).await.unwrap();
        let timur = Actor { school: Some("school-7".into()), ..actor("timur", &Role::ALL) };
        let without_role = actor("dana", &[]);
        for somebody in [actor("aigul", &[Role::Teacher, Role::Mentor]), timur, without_role] {
            let context = stage.context(&somebody);
            let page = opened(&context, &ayan()).await;
            assert!(matches!(page, Err(Failed::NotFound)), "{page:?}");
            let entered = enter(&context, &ayan(), &entry()).await;
            assert!(matches!(entered, Err(Failed::NotFound)), "{entered:?}");
            let withdrawn = withdraw(&context, &ayan(), Part::Data).await;
            assert!(matches!(withdrawn, Err(Failed::NotFound)), "{withdrawn:?}");
        }
        let miras = opened(&stage.context(&dana()), &"miras".into()).await;
        assert!(matches!(miras, Err(Failed::NotFound)), "the class of somebody else: {miras:?}");
        let head = actor("serik", &[Role::Head]);
        let entered = enter(&stage.context(&head), &ayan(), &entry()).await;
        assert!(matches!(entered, Err(Failed::NotFound)), "the head reads: {entered:?}");
        assert!(!opened(&stage.context(&head), &ayan()).await.unwrap().keeps_consents);
        assert_eq!(column(&stage.db, "pupil_reads", "person_id").await, ["serik"], "who got in stands there");
        spoil(&stage.db, "UPDATE pupils SET left_on = '2026-10-05' WHERE id = 'ayan'").await;
        let left = opened(&stage.context(&dana()), &ayan()).await;
        assert!(matches!(left, Err(Failed::NotFound)), "whoever left is in no class: {left:?}");
    })
    .await;
}

#[tokio::test]
async fn n08_the_paper_to_sign_is_printed_for_those_who_see_consents_and_they_stand_in_it() {
    on_both(async |db| {
        let stage = staged(db).await;
        let head = actor("serik", &[Role::Head]);
        for who in [dana(), head] {
            let paper = print_form(&stage.context(&who), &ayan(), Lang::Ru).await.unwrap();
            assert!(paper.starts_with(b"%PDF"), "{}", who.person);
        }
        for somebody in [actor("aigul", &[Role::Teacher, Role::Mentor]), actor("dana", &[])] {
            let paper = print_form(&stage.context(&somebody), &ayan(), Lang::Kk).await;
            assert!(matches!(paper, Err(Failed::NotFound)), "{paper:?}");
        }
        let readers: BTreeSet<String> =
            column(&stage.db, "pupil_reads", "person_id").await.into_iter().collect();
        assert_eq!(readers, BTreeSet::from(["dana", "serik"].map(str::to_owned)));
    })
    .await;
}

#[tokio::test]
async fn a_duty_is_given_to_whoever_works_here_for_a_class_that_is_there_and_ends_once() {
    on_both(async |db| {
        let stage = staged(db).await;
        let coordinator = coordinator();
        let context = stage.context(&coordinator);
        let somebody = |person: &str, duty| Given { person: person.into(), duty };
        let timur = give(&context, &somebody("timur", Duty::Specialist)).await;
        assert!(matches!(timur, Err(Failed::Refused(GiveRefused::Person))), "{timur:?}");
        let nowhere = give(&context, &somebody("aigul", Duty::ClassTeacher("8Б".into()))).await;
        assert!(matches!(nowhere, Err(Failed::Refused(GiveRefused::Class))), "{nowhere:?}");
        let dana = dana();
        let own = give(&stage.context(&dana), &somebody("dana", Duty::Specialist)).await;
        assert!(matches!(own, Err(Failed::NotFound)), "nobody gives it to themselves: {own:?}");

        let mut tx = stage.db.read().await.unwrap();
        let seen = classes(&mut tx, &stage.context(&dana)).await.unwrap();
        assert_eq!(seen.iter().map(|class| class.key.as_str()).collect::<Vec<_>>(), ["8А"]);
        let all = classes(&mut tx, &context).await.unwrap();
        assert_eq!(all.iter().map(|class| class.key.as_str()).collect::<Vec<_>>(), ["8А", "10Ә"], "by grade");
        drop(tx);

        let [duty] = ids(&stage.db, "duties").await.try_into().unwrap();
        for _ in 0..2 {
            end(&context, &duty.as_str().into()).await.unwrap();
        }
        assert_eq!(stage.audited("duty-ended").await, 1);
        let mut tx = stage.db.read().await.unwrap();
        let closed: Result<_, Failed<Never>> = classes(&mut tx, &stage.context(&dana)).await;
        assert!(matches!(closed, Err(Failed::NotFound)), "{closed:?}");
    })
    .await;
}

#[tokio::test]
async fn three_years_after_its_end_a_consent_is_forgotten() {
    on_both(async |db| {
        let stage = staged(db).await;
        let dana = dana();
        enter(&stage.context(&dana), &ayan(), &entry()).await.unwrap();
        withdraw(&stage.context(&dana), &ayan(), Part::Data).await.unwrap();
        opened(&stage.context(&dana), &ayan()).await.unwrap();
        // From 5 October 2026: the withdrawal, and the last of the school year's days.
        for (days, consents, reads) in [(1096, 2, 1), (1097, 1, 0), (1395, 1, 0), (1396, 0, 0)] {
            let later = stage.now().checked_add(SignedDuration::from_hours(24 * days)).unwrap();
            Schedule::ForgetPupilPapers.run(&stage.db, &stage.ids, later).await.unwrap();
            assert_eq!(ids(&stage.db, "pupil_consents").await.len(), consents, "after {days} days");
            assert_eq!(column(&stage.db, "pupil_reads", "day").await.len(), reads, "after {days} days");
            // On a day when nothing is deleted there is no act, and the schedule may come twice.
            Schedule::ForgetPupilPapers.run(&stage.db, &stage.ids, later).await.unwrap();
        }
        let mut tx = stage.db.read().await.unwrap();
        let acts = store::deletions::of_school(&mut tx, &"school-12".into()).await.unwrap();
        let told: Vec<(Record, u32)> = acts.iter().map(|act| (act.record, act.number)).collect();
        assert_eq!(told, [(Record::Consents, 1), (Record::Consents, 1), (Record::Reads, 1)], "{acts:?}");
    })
    .await;
}

/// A pair that was over on 1 October 2026 with all that is kept about it, and a lot whose last day was then.
const OVER: &str = "INSERT INTO peer_pairs (id, school_id, helper_id, mentee_id, state, from_day, form, weekday, at_time, \
        minutes, place, adult_id, off_site, ends_on, over_on, confirmed_by, confirmed_at) \
    VALUES ('pair-over', 'school-12', 'miras', 'ayan', 'ended', '2026-09-14', 'elective', 3, '16:00:00', 45, \
        'Кітапхана', 'bekzhan', 0, '2026-10-01', '2026-10-01', 'gulnafisa', 0); \
    INSERT INTO peer_sessions (school_id, pair_id, week, class_key, mark, minutes, marked_by, marked_at) \
    VALUES ('school-12', 'pair-over', '2026-09-14', '5Б', 'met', 45, 'gulnafisa', 0); \
    INSERT INTO peer_voices (school_id, pair_id, day, did, noted_by, noted_at) \
    VALUES ('school-12', 'pair-over', '2026-09-20', 'Шахмат', 'gulnafisa', 0); \
    INSERT INTO peer_topics (school_id, pair_id, week, kind, topic, noted_by, noted_at) \
    VALUES ('school-12', 'pair-over', '2026-09-14', 'elective', 'Шахмат', 'gulnafisa', 0); \
    INSERT INTO peer_thanks (school_id, pair_id, note, noted_by, noted_at) \
    VALUES ('school-12', 'pair-over', 'Рақмет', 'gulnafisa', 0); \
    INSERT INTO peer_closings (school_id, pair_id, helper_takes, noted_by, noted_at) \
    VALUES ('school-12', 'pair-over', 'Сабыр', 'gulnafisa', 0); \
    INSERT INTO peer_prolongations (school_id, pair_id, ends_on, reason, decided_by, decided_at) \
    VALUES ('school-12', 'pair-over', '2026-10-01', 'Екеуі де сұрады', 'gulnafisa', 0); \
    INSERT INTO lots (id, school_id, places, source, draw_on, until_day, list_hash, announced_by, announced_at) \
    VALUES ('lot-over', 'school-12', 1, 'Бағам', '2026-09-20', '2026-10-01', '0', 'gulnafisa', 0); \
    INSERT INTO lot_pupils (school_id, lot_id, pupil_id, code) VALUES ('school-12', 'lot-over', 'ayan', 'k-1')";

#[tokio::test]
async fn whatever_goes_of_a_pair_a_year_after_it_was_over_stands_in_an_act() {
    on_both(async |db| {
        let stage = staged(db).await;
        spoil(&stage.db, OVER).await;
        let before = contents(&stage.db).await;
        let later = stage.now().checked_add(SignedDuration::from_hours(24 * 400)).unwrap();
        Schedule::ForgetPupilPapers.run(&stage.db, &stage.ids, later).await.unwrap();
        let after = contents(&stage.db).await;
        let fell = before.iter().filter(|(table, rows)| after[*table].len() < rows.len());
        let fell: BTreeSet<&str> = fell.map(|(table, _)| table.as_str()).collect();
        let pair = ["peer_closings", "peer_pairs", "peer_prolongations", "peer_sessions"];
        let words = ["peer_thanks", "peer_topics", "peer_voices", "lots", "lot_pupils"];
        let gone: BTreeSet<&str> = pair.into_iter().chain(words).collect();
        assert_eq!(fell, gone);
        let mut tx = stage.db.read().await.unwrap();
        let acts = store::deletions::of_school(&mut tx, &"school-12".into()).await.unwrap();
        let told: BTreeSet<Record> = acts.iter().map(|act| act.record).collect();
        // The list of a lot goes with the lot; every other table has its line.
        let of_pair = [Record::Talks, Record::Pairs, Record::Prolongations, Record::Marks];
        let of_words = [Record::Thanks, Record::Topics, Record::Voices, Record::Lots];
        let records: BTreeSet<Record> = of_pair.into_iter().chain(of_words).collect();
        assert_eq!(told, records, "{acts:?}");
        assert!(acts.iter().all(|act| act.number == 1), "{acts:?}");
    })
    .await;
}

#[tokio::test]
async fn whoever_helped_is_forgotten_a_year_after_the_last_consent_to_keep_data_was_over() {
    on_both(async |db| {
        let stage = staged(db).await;
        let dana = dana();
        let context = stage.context(&dana);
        enter(&context, &ayan(), &entry()).await.unwrap();
        name(&context, &ayan(), None).await.unwrap();
        train(&context, &ayan(), Training { day: stage.today, minutes: 120 }).await.unwrap();
        // From 5 October 2026: the consent lasts until 31 July 2027, and stopping does not make the year shorter.
        stop(&context, &ayan()).await.unwrap();
        for (days, kept) in [(366, 1), (665, 1), (666, 0)] {
            let later = stage.now().checked_add(SignedDuration::from_hours(24 * days)).unwrap();
            Schedule::ForgetPupilPapers.run(&stage.db, &stage.ids, later).await.unwrap();
            assert_eq!(ids(&stage.db, "volunteers").await.len(), kept, "after {days} days");
            assert_eq!(
                column(&stage.db, "volunteer_trainings", "day").await.len(),
                kept,
                "after {days} days"
            );
        }
        let mut tx = stage.db.read().await.unwrap();
        let acts = store::deletions::of_school(&mut tx, &"school-12".into()).await.unwrap();
        assert!(acts.iter().any(|act| act.record == Record::Volunteers && act.number == 1), "{acts:?}");
    })
    .await;
}
