//! Hours of volunteers for the state's register, on both databases.

use super::coordinator;
use crate::peers::{dana, met, staged, weekly};
use crate::stage::{Stage, actor, head, teacher};
use actions::Failed;
use actions::journals::{Sent, put};
use actions::peers::agree;
use actions::pupils::hours::{Summary, list, summary};
use actions::rosters::exporting::Form;
use domain::journals::{Chosen, Mark};
use domain::peers::weekly::Weekly;
use domain::people::{Actor, Role};
use domain::volunteers::register::{Period, PeriodRefused};
use i18n::Lang;
use jiff::civil::date;
use store::testing::{contents, on_both, spoil};

const DAYS: Period = Period { from: date(2026, 10, 1), to: date(2026, 10, 19) };

/// Айдана has helped Алуа for an hour in each of three weeks, two of which are signed; whoever signed for them read of the
/// register.
async fn helped(db: store::Db) -> Stage {
    let mut stage = staged(db).await;
    spoil(&stage.db, "UPDATE pupil_consents SET text_version = '2026-12-01'").await;
    let (pair, dana) = (met(&stage).await, dana());
    agree(&stage.context(&dana), &pair, &Weekly { minutes: 60, ..weekly() }, true).await.unwrap();
    for (monday, signs) in [(5, true), (12, true), (19, false)] {
        stage.today = date(2026, 10, monday);
        let mark = [Chosen { pair: pair.clone(), mark: Mark::Met, known: None }];
        let sent = Sent { chosen: &mark, sign: signs.then_some("5Б"), ..Sent::default() };
        put(&stage.context(&dana), stage.today, &sent).await.unwrap();
    }
    stage
}

async fn counted(stage: &Stage, who: &Actor, period: Period) -> Result<Summary, Failed<PeriodRefused>> {
    summary(&mut stage.db.read().await.unwrap(), &stage.context(who), period).await
}

/// The table as text.
async fn taken(stage: &Stage, who: &Actor) -> String {
    let context = stage.context(who);
    let table = list(&context, DAYS, Lang::Ru).await.unwrap().table(&context, Form::Csv).unwrap();
    String::from_utf8(table.bytes).unwrap()
}

/// Those of whom it is noted that the coordinator read them.
async fn noted(stage: &Stage) -> Vec<&'static str> {
    let rows = contents(&stage.db).await.remove("pupil_reads").unwrap_or_default();
    let of_hers = rows.iter().filter(|row| row.contains("gulnafisa"));
    let who = |row: &String| ["aidana", "alua", "erzhan"].into_iter().find(|one| row.contains(one));
    of_hers.filter_map(who).collect()
}

#[tokio::test]
async fn signed_hours_of_the_days_are_taken_out_noted_with_the_pupil_and_in_the_log_each_time() {
    on_both(async |db| {
        let (stage, leader) = (helped(db).await, coordinator());
        let all = Summary { pupils: 1, hours: 2, left_out: 0 };
        assert_eq!(counted(&stage, &leader, DAYS).await.unwrap(), all, "a week is not signed");
        let late = Period { from: date(2026, 10, 6), ..DAYS };
        assert_eq!(counted(&stage, &leader, late).await.unwrap(), Summary { hours: 1, ..all });
        assert_eq!((stage.audited("volunteer-hours-taken").await, noted(&stage).await.len()), (0, 0));
        for times in 1..=2 {
            let table = taken(&stage, &leader).await;
            assert!(table.contains("Қайратова;Айдана;;02.04.2012;"), "{table}");
            assert!(table.contains(";01.10.2026;19.10.2026;2\r\n"), "{table}");
            assert!(!table.contains("Алуа") && !table.contains("Ержан"), "{table}");
            assert_eq!(stage.audited("volunteer-hours-taken").await, times);
            assert_eq!(noted(&stage).await, ["aidana"]);
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_signed_that_nothing_goes_to_the_register_is_counted_and_left_out() {
    on_both(async |db| {
        let (stage, leader) = (helped(db).await, coordinator());
        for earlier in [
            "UPDATE pupil_consents SET text_version = '2026-11-30' WHERE id = 'aidana-data'",
            "UPDATE pupil_consents SET text_version = '2026-12-01', withdrawn_on = '2026-10-19' \
            WHERE id = 'aidana-data'",
        ] {
            spoil(&stage.db, earlier).await;
            let none = Summary { pupils: 0, hours: 0, left_out: 1 };
            assert_eq!(counted(&stage, &leader, DAYS).await.unwrap(), none, "{earlier}");
            let table = taken(&stage, &leader).await;
            assert!(!table.contains("Қайратова"), "{earlier}: {table}");
        }
        assert_eq!(noted(&stage).await, Vec::<&str>::new(), "who is not in it was not read");
    })
    .await;
}

#[tokio::test]
async fn n08_hours_are_taken_out_by_those_who_lead_the_school_of_days_that_have_come() {
    on_both(async |db| {
        let stage = helped(db).await;
        assert_eq!(counted(&stage, &head(), DAYS).await.unwrap().pupils, 1);
        for somebody in [dana(), teacher("aigul"), actor("bekzhan", &[Role::Teacher, Role::Mentor])] {
            let page = counted(&stage, &somebody, DAYS).await;
            assert!(matches!(page, Err(Failed::NotFound)), "{page:?}");
            let table = list(&stage.context(&somebody), DAYS, Lang::Ru).await;
            assert!(matches!(table, Err(Failed::NotFound)), "{table:?}");
        }
        let ahead = Period { to: date(2026, 10, 20), ..DAYS };
        let refused = list(&stage.context(&head()), ahead, Lang::Ru).await;
        assert!(matches!(refused, Err(Failed::Refused(PeriodRefused::Ahead))), "{refused:?}");
        assert_eq!(stage.audited("volunteer-hours-taken").await, 0);
    })
    .await;
}
