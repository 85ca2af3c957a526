//! Days on which somebody is away, on both databases: what was planned for them is taken back and nothing else moves.

use crate::letters::told;
use crate::rotations::{WISH, of, published, seen, stage, turns};
use crate::stage::{coordinator, mentor, newcomer};
use actions::Failed;
use actions::absences::{Wanted, enter, remove, standing};
use actions::rotations::renew;
use domain::absences::AbsenceRefused;
use domain::rotations::{State, Turn};
use jiff::ToSpan;
use std::collections::BTreeSet;
use store::testing::{ids, on_both, spoil};

/// Айгүл is away on the day of a planned meeting.
fn away(turn: &Turn) -> Wanted {
    Wanted { person: "aigul".into(), from: turn.slot.day, until: turn.slot.day }
}

#[tokio::test]
async fn whoever_is_away_is_planned_anew_on_another_day_while_the_rest_stands() {
    on_both(async |db| {
        let stage = stage(db).await;
        let before = published(&stage).await;
        let hers = of(&before, "dana", "aigul").clone();
        let on_that_day = |turn: &&Turn| turn.mentor == "aigul".into() && turn.slot.day == hers.slot.day;
        let freed = before.iter().filter(on_that_day).count();
        told(&stage).await;
        let wanted = away(&hers);
        assert_eq!(enter(&stage.context(&coordinator()), &wanted).await.unwrap(), freed);
        assert_eq!(enter(&stage.context(&coordinator()), &wanted).await.unwrap(), 0, "the form came twice");
        assert_eq!(ids(&stage.db, "absences").await.len(), 1);
        let readers: BTreeSet<String> = told(&stage).await.into_iter().map(|(person, _)| person).collect();
        assert!(readers.contains("aigul") && readers.contains("dana"), "{readers:?}");
        for (was, is) in before.iter().zip(turns(&stage).await) {
            let moved = on_that_day(&was);
            assert_eq!(matches!(is.state, State::Withdrawn { .. }), moved, "{was:?}");
        }
        let plan = seen(&stage, &WISH).await;
        let line =
            plan.lines.iter().find(|line| line.newcomer == hers.newcomer && line.mentor == hers.mentor);
        assert!(line.is_some_and(|line| line.slot.day != hers.slot.day), "{:?}", plan.lines);
    })
    .await;
}

#[tokio::test]
async fn a_meeting_that_the_new_timetable_forbids_is_taken_back_on_request_and_no_other() {
    on_both(async |db| {
        let stage = stage(db).await;
        let before = published(&stage).await;
        assert_eq!(renew(&stage.context(&coordinator())).await.unwrap(), 0, "nothing clashes");
        spoil(&stage.db, "DELETE FROM lessons WHERE person_id = 'aigul'").await;
        let hers = before.iter().filter(|turn| turn.mentor == "aigul".into()).count();
        assert!(hers > 0);
        assert_eq!(
            renew(&stage.context(&coordinator())).await.unwrap(),
            hers,
            "a lesson is visited, and there is none"
        );
        assert_eq!(renew(&stage.context(&coordinator())).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn the_coordinator_alone_enters_days_and_takes_them_off() {
    on_both(async |db| {
        let stage = stage(db).await;
        let today = stage.today;
        let wanted = Wanted { person: "aigul".into(), from: today, until: today.saturating_add(2.days()) };
        for somebody in [mentor("aigul"), newcomer("dana")] {
            assert!(enter(&stage.context(&somebody), &wanted).await.is_err(), "{somebody:?}");
        }
        let stranger = Wanted { person: "nobody".into(), ..wanted.clone() };
        let refused = enter(&stage.context(&coordinator()), &stranger).await;
        assert!(matches!(refused, Err(Failed::Refused(AbsenceRefused::Person))), "{refused:?}");
        enter(&stage.context(&coordinator()), &wanted).await.unwrap();
        let longer = Wanted { until: today.saturating_add(5.days()), ..wanted };
        let refused = enter(&stage.context(&coordinator()), &longer).await;
        assert!(matches!(refused, Err(Failed::Refused(AbsenceRefused::Taken))), "{refused:?}");
        let mut tx = stage.db.read().await.unwrap();
        let [absence] = standing(&mut tx, &stage.context(&coordinator())).await.unwrap().try_into().unwrap();
        drop(tx);
        remove(&stage.context(&coordinator()), &absence.id).await.unwrap();
        let gone = remove(&stage.context(&coordinator()), &absence.id).await;
        assert!(matches!(gone, Err(Failed::NotFound)), "{gone:?}");
        assert!(ids(&stage.db, "absences").await.is_empty());
        assert_eq!((stage.audited("absence-entered").await, stage.audited("absence-removed").await), (1, 1));
    })
    .await;
}
