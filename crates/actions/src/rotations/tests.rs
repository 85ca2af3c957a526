//! What happens to a search for a plan during which something changes.

use super::*;
use crate::Ids;
use domain::contacts::Kind;
use domain::people::{Actor, Role};
use jiff::civil::date;
use jiff::tz::Offset;
use store::Db;
use store::testing::{lesson, lessons_of_school_12, on_both, school_12};

const TODAY: Day = date(2026, 10, 5);
const WISH: Wish = Wish { kind: Kind::VisitToMentor, newcomer_week: 1, mentor_week: 2, seed: 4711 };

/// The coordinator sees a plan and publishes it; while the engine looks for it, a lesson comes into the timetable.
/// Handed to the check with what was seen and found.
async fn changed_during_a_search(
    new: (&str, u8),
    check: impl AsyncFn(&Context<'_>, &ProgrammeId, &str, Found),
) {
    on_both(async |db| {
        school_12(&db).await;
        lessons_of_school_12(&db).await;
        let gulnafisa = Actor {
            person: "gulnafisa".into(),
            school: Some("school-12".into()),
            district: None,
            roles: vec![Role::Teacher, Role::Coordinator],
        };
        let now = Offset::UTC.to_timestamp(TODAY.at(7, 0, 0, 0)).unwrap();
        let (ids, programme) = (Ids::counting(0), ProgrammeId::from("programme"));
        let context = Context { db: &db, actor: &gulnafisa, now, today: TODAY, ids: &ids };
        let sheet = sheet(&mut db.read().await.unwrap(), &context, &programme, &WISH).await.unwrap().1;
        let seen = plan(&sheet, &WISH).unwrap().digest;
        let found = search(&context, &programme, &WISH, &seen).await.unwrap();
        let (person, number) = new;
        lesson(&db, person, number).await;
        check(&context, &programme, &seen, found).await;
    })
    .await;
}

async fn planned(db: &Db) -> usize {
    let mut tx = db.read().await.unwrap();
    store::rotations::of_programme(&mut tx, &"school-12".into(), &"programme".into()).await.unwrap().len()
}

#[tokio::test]
async fn what_was_found_from_other_data_is_not_written() {
    changed_during_a_search(("polina", 1), async |context, programme, _, found| {
        let stale = keep_found(context, programme, &WISH, &found).await;
        assert!(matches!(stale, Err(Failed::Changed)), "{stale:?}");
        assert_eq!(planned(context.db).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_change_that_leaves_the_plan_as_it_was_seen_is_no_reason_to_look_again() {
    changed_during_a_search(("polina", 1), async |context, programme, seen, found| {
        let published = keep_or_repeat(context, programme, &WISH, seen, &found).await;
        assert!(matches!(published, Ok(4)), "{published:?}");
        assert_eq!(planned(context.db).await, 4);
    })
    .await;
}

#[tokio::test]
async fn another_plan_than_was_seen_is_not_published() {
    // Дана teaches whenever one of the mentors does: she can visit nobody any more.
    changed_during_a_search(("dana", 1), async |context, programme, seen, found| {
        for number in 2..=4 {
            lesson(context.db, "dana", number).await;
        }
        let refused = keep_or_repeat(context, programme, &WISH, seen, &found).await;
        assert!(matches!(refused, Err(Failed::Refused(PublishRefused::Changed))), "{refused:?}");
        assert_eq!(planned(context.db).await, 0);
    })
    .await;
}
