//! What happens to a search during which something changes.

use super::*;
use crate::Ids;
use crate::choices::keep as keep_list;
use crate::pairs::appoint;
use domain::people::{Actor, Role};
use jiff::civil::date;
use jiff::tz::Offset;
use store::Db;
use store::testing::{on_both, school_12};

const DECISION: Day = date(2026, 11, 3);
const REASON: &str = "Единственный математик с местом в этом году.";

fn actor(person: &str, role: Role) -> Actor {
    let roles = vec![Role::Teacher, role];
    Actor { person: person.into(), school: Some("school-12".into()), district: None, roles }
}

fn context<'a>(db: &'a Db, actor: &'a Actor, today: Day, ids: &'a Ids) -> Context<'a> {
    Context { db, actor, now: Offset::UTC.to_timestamp(today.at(7, 0, 0, 0)).unwrap(), today, ids }
}

/// Дана and Зере both want Айгүл, who has one place and would rather have Зере. The deadline passes, a search runs,
/// and before anything is written the head gives Зере to Бекжан. Handed to the check with the programme.
async fn changed_during_a_search(check: impl AsyncFn(&Context<'_>, &ProgrammeId, Found)) {
    on_both(async |db| {
        school_12(&db).await;
        let (ids, programme) = (Ids::counting(0), ProgrammeId::from("programme"));
        for (who, role, list) in [
            ("dana", Role::Newcomer, List::Mentors(Order::strict(["aigul"]))),
            ("zere", Role::Newcomer, List::Mentors(Order::strict(["aigul"]))),
            ("aigul", Role::Mentor, List::Newcomers(Order::strict(["zere", "dana"]))),
        ] {
            let who = actor(who, role);
            keep_list(&context(&db, &who, date(2026, 10, 5), &ids), &programme, &list).await.unwrap();
        }
        let (gulnafisa, serik) = (actor("gulnafisa", Role::Coordinator), actor("serik", Role::Head));
        let coordinator = context(&db, &gulnafisa, DECISION, &ids);
        let found = search(&coordinator, &programme).await.unwrap();
        let head = context(&db, &serik, DECISION, &ids);
        appoint(&head, &"zere".into(), &"bekzhan".into(), REASON).await.unwrap();
        check(&coordinator, &programme, found).await;
    })
    .await;
}

async fn draft(context: &Context<'_>, programme: &ProgrammeId) -> Option<Proposal> {
    let mut tx = context.db.read().await.unwrap();
    store::proposals::draft(&mut tx, &"school-12".into(), programme).await.unwrap()
}

#[tokio::test]
async fn what_was_found_from_other_data_is_not_written() {
    changed_during_a_search(async |context, programme, found| {
        let stale = keep(context, programme, &found).await;
        assert!(matches!(stale, Err(Failed::Changed)), "{stale:?}");
        assert!(draft(context, programme).await.is_none());
    })
    .await;
}

#[tokio::test]
async fn a_change_during_the_search_makes_a_fresh_one() {
    changed_during_a_search(async |context, programme, found| {
        assert_eq!(found.drafted.lines.len(), 2);
        let id = keep_or_repeat(context, programme, &found).await.unwrap();
        let draft = draft(context, programme).await.unwrap();
        assert_eq!(draft.id, id);
        // Зере is with Бекжан; so Айгүл's place is Дана's.
        let lines: Vec<_> = draft.lines.iter().map(|line| (line.newcomer.as_str(), line.mentor())).collect();
        assert_eq!(lines, [("dana", Some(&"aigul".into()))]);
    })
    .await;
}
