//! A lot decides who is helped first where more children wait than can be helped, on both databases.

use crate::peers::{dana, staged as peers};
use crate::stage::{Stage, actor};
use actions::Failed;
use actions::changes::changes;
use actions::lots::{Due, announce, draw, due};
use actions::peers::{ConfirmRefused, Waiting, asked, confirm, overview};
use actions::schedules::Schedule;
use domain::lots::{Announced, LotRefused, Waits};
use domain::people::{Actor, Role};
use domain::{Day, PupilId};
use exchange::awards::digest;
use jiff::civil::date;
use store::testing::{column, ids, on_both, spoil};

const DRAWN: Day = date(2026, 10, 12);
const UNTIL: Day = date(2026, 12, 1);

/// Бота and Ғани of 5Б wait beside Алуа, and of those who help Айдана alone is left, with two places.
const MORE: &str = "INSERT INTO pupils (id, school_id, family, given, class, class_key, born_on) VALUES \
    ('bota', 'school-12', 'Әлиева', 'Бота', '5Б', '5Б', '2015-04-02'), \
    ('gani', 'school-12', 'Сәкенов', 'Ғани', '5Б', '5Б', '2015-04-02'); \
    INSERT INTO pupil_consents (id, school_id, pupil_id, part, representative, way, place, child_agreed, given_on, \
        last_day, text_version, rule_version, entered_by, entered_at) \
    SELECT pupils.id || '-' || parts.part, 'school-12', pupils.id, parts.part, 'Өкіл', 'paper', 'Папка 12', 1, \
        '2026-09-10', '2027-07-31', 't', 'r', 'gulnafisa', 0 \
    FROM pupils CROSS JOIN (SELECT 'participation' AS part UNION SELECT 'data') AS parts \
    WHERE pupils.id IN ('bota', 'gani'); \
    INSERT INTO referrals (id, school_id, pupil_id, goal, state, answered_on, referred_by, referred_at, last_day) VALUES \
    ('r-bota', 'school-12', 'bota', 'friends', 'accepted', '2026-10-01', 'dana', 0, '2027-07-31'), \
    ('r-gani', 'school-12', 'gani', 'friends', 'accepted', '2026-10-01', 'dana', 0, '2027-07-31'); \
    DELETE FROM volunteers WHERE id = 'v-erzhan'";

fn coordinator() -> Actor {
    actor("gulnafisa", &[Role::Teacher, Role::Coordinator])
}

fn announced() -> Announced {
    let source = "Ресми бағамдар".to_owned();
    Announced { places: 2, source, draw_on: DRAWN, until: UNTIL, apart: Vec::new(), told: true }
}

async fn staged(db: store::Db) -> Stage {
    let stage = peers(db).await;
    spoil(&stage.db, MORE).await;
    stage
}

fn sorted(mut codes: Vec<String>) -> Vec<String> {
    codes.sort_unstable();
    codes
}

async fn waiting(stage: &Stage) -> Vec<Waiting> {
    let coordinator = coordinator();
    let mut tx = stage.db.read().await.unwrap();
    overview(&mut tx, &stage.context(&coordinator)).await.unwrap().waiting
}

#[tokio::test]
async fn nobody_is_proposed_before_the_lot_then_whoever_was_drawn_and_in_the_end_everybody() {
    on_both(async |db| {
        let mut stage = staged(db).await;
        let coordinator = coordinator();
        assert_eq!(waiting(&stage).await.iter().filter(|one| one.proposed.is_some()).count(), 2);
        let mut lots = Vec::new();
        // The form comes twice.
        for _ in 0..2 {
            lots.push(announce(&stage.context(&coordinator), &announced()).await.unwrap());
        }
        assert_eq!((lots[0] == lots[1], stage.audited("lot-announced").await), (true, 1));
        let before = waiting(&stage).await;
        assert!(
            before.iter().all(|one| one.proposed.is_none() && one.by_lot == Some(Waits::ForLot(DRAWN))),
            "{before:?}"
        );
        let early = draw(&stage.context(&coordinator), "512,34").await;
        assert!(matches!(early, Err(Failed::Refused(LotRefused::Early))), "{early:?}");

        stage.today = DRAWN;
        for typed in ["512,34", "USD 512.34"] {
            draw(&stage.context(&coordinator), typed).await.unwrap();
        }
        assert_eq!(stage.audited("lot-drawn").await, 1);
        let other = draw(&stage.context(&coordinator), "99999").await;
        assert!(matches!(other, Err(Failed::Refused(LotRefused::Standing))), "nobody draws twice: {other:?}");
        let after = waiting(&stage).await;
        assert_eq!(after.iter().filter(|one| one.proposed.is_some()).count(), 2);
        let held: Vec<PupilId> = after
            .iter()
            .filter(|one| one.by_lot == Some(Waits::Until(UNTIL)))
            .map(|one| one.pupil.id.clone())
            .collect();
        let [held] = held.try_into().unwrap();
        let context = stage.context(&coordinator);
        let alone = confirm(&context, &held, &"aidana".into(), None).await;
        assert!(matches!(alone, Err(Failed::Refused(ConfirmRefused::Reason))), "{alone:?}");
        confirm(&context, &held, &"aidana".into(), Some("Күтуге болмайды.")).await.unwrap();

        stage.today = UNTIL;
        assert!(waiting(&stage).await.iter().all(|one| one.by_lot.is_none()));
    })
    .await;
}

#[tokio::test]
async fn whoever_objects_is_in_no_list_and_comes_after_those_who_were_drawn() {
    on_both(async |db| {
        let mut stage = staged(db).await;
        let coordinator = coordinator();
        let alua = PupilId::from("alua");
        let few = Announced { apart: vec![alua.clone()], ..announced() };
        let refused = announce(&stage.context(&coordinator), &few).await;
        assert!(
            matches!(refused, Err(Failed::Refused(LotRefused::Places))),
            "two want it, and there are two places: {refused:?}"
        );
        announce(&stage.context(&coordinator), &Announced { places: 1, ..few }).await.unwrap();
        let listed = column(&stage.db, "lot_pupils", "pupil_id").await;
        assert!(listed.len() == 2 && !listed.contains(&"alua".to_owned()), "{listed:?}");
        // Before the lot nobody takes the place that it gives.
        assert!(waiting(&stage).await.iter().all(|one| one.proposed.is_none()));

        stage.today = DRAWN;
        draw(&stage.context(&coordinator), "51234").await.unwrap();
        let after = waiting(&stage).await;
        let waits = after.iter().filter(|one| one.by_lot.is_some()).count();
        let of_alua = after.iter().find(|one| one.pupil.id == alua).unwrap();
        assert_eq!((after.len(), waits, of_alua.by_lot), (3, 1, None));
        let proposed = after.iter().filter(|one| one.proposed.is_some()).count();
        assert_eq!((proposed, of_alua.proposed.is_some()), (2, true), "there are two places: {after:?}");
        // With one place left it is that of whoever was drawn.
        let held = after.iter().find(|one| one.by_lot.is_some()).unwrap().pupil.id.clone();
        let reason = Some("Күтуге болмайды.");
        confirm(&stage.context(&coordinator), &held, &"aidana".into(), reason).await.unwrap();
        let last = waiting(&stage).await;
        let proposed: Vec<&PupilId> =
            last.iter().filter(|one| one.proposed.is_some()).map(|one| &one.pupil.id).collect();
        assert!(proposed.len() == 1 && *proposed[0] != alua, "{last:?}");
    })
    .await;
}

#[tokio::test]
async fn where_a_drawn_child_is_gone_before_they_began_the_next_by_ticket_begins() {
    on_both(async |db| {
        let mut stage = staged(db).await;
        let coordinator = coordinator();
        announce(&stage.context(&coordinator), &announced()).await.unwrap();
        stage.today = DRAWN;
        draw(&stage.context(&coordinator), "51234").await.unwrap();
        let all = waiting(&stage).await;
        let drawn = all.iter().find(|one| one.by_lot.is_none()).unwrap().pupil.id.clone();
        let gone = format!(
            "UPDATE pupil_consents SET withdrawn_on = '2026-10-12' WHERE pupil_id = '{}'",
            drawn.as_str()
        );
        spoil(&stage.db, gone.leak()).await;
        let left = waiting(&stage).await;
        assert!(
            left.len() == 2 && left.iter().all(|one| one.by_lot.is_none() && one.proposed.is_some()),
            "no place stays empty while somebody waits: {left:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn a_lot_whose_number_nobody_enters_lets_everybody_go_and_nobody_chooses_among_numbers() {
    on_both(async |db| {
        let mut stage = staged(db).await;
        let coordinator = coordinator();
        let first = announce(&stage.context(&coordinator), &announced()).await.unwrap();
        stage.today = date(2026, 10, 20);
        assert!(waiting(&stage).await.iter().all(|one| one.by_lot.is_none()));
        assert!(matches!(draw(&stage.context(&coordinator), "51234").await, Err(Failed::NotFound)));
        let next = Announced { draw_on: date(2026, 12, 7), until: date(2027, 1, 25), ..announced() };
        let at_once = announce(&stage.context(&coordinator), &next).await;
        assert!(matches!(at_once, Err(Failed::Refused(LotRefused::Lapsed))), "{at_once:?}");
        stage.today = UNTIL;
        let second = announce(&stage.context(&coordinator), &next).await.unwrap();
        assert_ne!(first, second);
    })
    .await;
}

#[tokio::test]
async fn a_family_draws_again_with_the_code_of_the_child_and_the_published_list() {
    on_both(async |db| {
        let mut stage = staged(db).await;
        let coordinator = coordinator();
        let lot = async |stage: &Stage| {
            let mut tx = stage.db.read().await.unwrap();
            changes(&mut tx, &stage.context(&coordinator)).await.unwrap().by_lot.unwrap().standing
        };
        announce(&stage.context(&coordinator), &announced()).await.unwrap();
        let before = lot(&stage).await;
        let list = before.codes.join("\n") + "\n";
        assert_eq!(before.lot.unwrap().list_hash, digest(&list));

        stage.today = DRAWN;
        draw(&stage.context(&coordinator), "51234").await.unwrap();
        let after = lot(&stage).await.codes;
        assert_eq!(sorted(after.clone()), before.codes);
        let tickets: Vec<String> = after.iter().map(|code| digest(&format!("51234|{code}"))).collect();
        assert!(tickets.is_sorted(), "{tickets:?}");
        for pupil in ["alua", "bota", "gani"] {
            let asked = asked(&stage.context(&coordinator), &pupil.into()).await.unwrap();
            let place = after.iter().position(|code| *code == asked.ticket.as_ref().unwrap().code).unwrap();
            assert_eq!(asked.by_lot, (place >= 2).then_some(Waits::Until(UNTIL)), "{pupil}");
        }
    })
    .await;
}

/// What the lot asks of somebody.
async fn asked_of(stage: &Stage, who: &Actor) -> Option<Due> {
    due(&mut stage.db.read().await.unwrap(), &stage.context(who)).await.unwrap()
}

#[tokio::test]
async fn the_number_waits_for_the_coordinator_and_then_the_children_for_whoever_looks_after_them() {
    on_both(async |db| {
        let mut stage = staged(db).await;
        let coordinator = coordinator();
        announce(&stage.context(&coordinator), &announced()).await.unwrap();
        assert_eq!(asked_of(&stage, &coordinator).await, None, "its day is to come");
        stage.today = DRAWN;
        assert_eq!(asked_of(&stage, &coordinator).await, Some(Due::Number(date(2026, 10, 19))));
        assert_eq!(asked_of(&stage, &dana()).await, None);
        draw(&stage.context(&coordinator), "51234").await.unwrap();
        assert_eq!(asked_of(&stage, &coordinator).await, None);
        assert_eq!(asked_of(&stage, &dana()).await, Some(Due::Tell(date(2026, 10, 15))));
        assert_eq!(asked_of(&stage, &actor("aigul", &[Role::Teacher])).await, None, "no class of theirs");
        stage.today = date(2026, 10, 16);
        assert_eq!(asked_of(&stage, &dana()).await, None);
    })
    .await;
}

#[tokio::test]
async fn families_are_told_first_and_where_there_is_a_place_for_everybody_nobody_is_drawn() {
    on_both(async |db| {
        let stage = staged(db).await;
        let coordinator = coordinator();
        let untold = Announced { told: false, ..announced() };
        let wide = Announced { places: 3, ..announced() };
        for (sent, why) in [(untold, LotRefused::Told), (wide, LotRefused::Places)] {
            let refused = announce(&stage.context(&coordinator), &sent).await;
            assert!(matches!(&refused, Err(Failed::Refused(it)) if *it == why), "{refused:?}");
        }
        assert!(ids(&stage.db, "lots").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn n08_the_coordinator_alone_draws_and_a_code_says_nothing_of_a_child() {
    on_both(async |db| {
        let stage = staged(db).await;
        for other in [dana(), actor("serik", &[Role::Head])] {
            let context = stage.context(&other);
            assert!(matches!(announce(&context, &announced()).await, Err(Failed::NotFound)));
            assert!(matches!(draw(&context, "51234").await, Err(Failed::NotFound)));
        }
        let head = actor("serik", &[Role::Head]);
        let read = changes(&mut stage.db.read().await.unwrap(), &stage.context(&head)).await.unwrap();
        assert!(read.by_lot.is_none(), "{read:?}");
        let coordinator = coordinator();
        announce(&stage.context(&coordinator), &announced()).await.unwrap();
        let codes = column(&stage.db, "lot_pupils", "code").await;
        let names = ["alua", "bota", "gani"];
        assert!(codes.len() == 3 && codes.iter().all(|code| !names.contains(&code.as_str())), "{codes:?}");
        let read = changes(&mut stage.db.read().await.unwrap(), &stage.context(&coordinator)).await.unwrap();
        let standing = read.by_lot.unwrap().standing;
        assert_eq!(standing.codes, sorted(codes));
        assert_eq!((standing.waiting.len(), standing.places), (3, 2));
    })
    .await;
}

#[tokio::test]
async fn a_year_after_its_last_day_a_lot_is_forgotten() {
    on_both(async |db| {
        let mut stage = staged(db).await;
        let coordinator = coordinator();
        announce(&stage.context(&coordinator), &announced()).await.unwrap();
        for (day, left) in [(date(2027, 12, 1), 1), (date(2027, 12, 2), 0)] {
            stage.today = day;
            Schedule::ForgetPupilPapers.run(&stage.db, &stage.ids, stage.now()).await.unwrap();
            assert_eq!(ids(&stage.db, "lots").await.len(), left, "{day}");
        }
        assert!(column(&stage.db, "lot_pupils", "code").await.is_empty());
    })
    .await;
}
