//! Organisations of the school's own, to which volunteers may belong, on both databases.

use crate::pupils::{ayan, dana, entry, staged};
use crate::stage::{Stage, actor, coordinator, head};
use actions::Failed;
use actions::organisations::{add, change, opened, remove, standing};
use actions::pupils::consents::enter;
use actions::pupils::opened as page_of;
use actions::pupils::volunteers::{Volunteering, name, stop};
use domain::OrganisationId;
use domain::organisations::{KeepRefused, MOST_OWN, Told};
use domain::people::{Actor, Role};
use domain::volunteers::{Belongs, NameRefused};
use store::testing::{column, ids, on_both};

fn told(name: &str, grades: (u8, u8)) -> Told {
    Told { name: name.into(), grades }
}

fn volunteers_of_12() -> Told {
    told("Волонтёры школы № 12", (5, 9))
}

/// The one organisation that there is.
async fn only(stage: &Stage) -> OrganisationId {
    let [id]: [String; 1] = ids(&stage.db, "organisations").await.try_into().unwrap();
    id.into()
}

/// What stands on the list, with how many belong to each.
async fn listed(stage: &Stage) -> Vec<(String, usize)> {
    let who = coordinator();
    let mut tx = stage.db.read().await.unwrap();
    let all = standing(&mut tx, &stage.context(&who)).await.unwrap();
    all.into_iter().map(|one| (one.own.told.name, one.members)).collect()
}

/// What the page of Аян says of him as a volunteer.
async fn volunteering(stage: &Stage) -> Volunteering {
    let dana = dana();
    page_of(&stage.context(&dana), &ayan()).await.unwrap().volunteering.unwrap()
}

#[tokio::test]
async fn whoever_belongs_to_an_organisation_of_the_school_keeps_it_under_its_name_of_now() {
    on_both(async |db| {
        let stage = staged(db).await;
        let (dana, who) = (dana(), coordinator());
        let (context, keeping) = (stage.context(&dana), stage.context(&who));
        enter(&context, &ayan(), &entry()).await.unwrap();
        for _ in 0..2 {
            add(&keeping, &volunteers_of_12()).await.unwrap();
        }
        let id = only(&stage).await;
        let under = Belongs::Own(id.clone());
        name(&context, &ayan(), Some(&under)).await.unwrap();
        assert_eq!(listed(&stage).await, [("Волонтёры школы № 12".to_owned(), 1)]);
        for _ in 0..2 {
            change(&keeping, &id, &told("Шапағат", (10, 11))).await.unwrap();
        }
        assert_eq!(listed(&stage).await, [("Шапағат".to_owned(), 1)], "of whatever grade");
        remove(&keeping, &id).await.unwrap();
        assert!(listed(&stage).await.is_empty());
        let page = volunteering(&stage).await;
        assert_eq!(page.volunteer.unwrap().organisation, Some(under));
        assert_eq!(page.own[0].told.name, "Шапағат", "what it was called stands on the page");
        for deed in ["organisation-added", "organisation-changed", "organisation-removed"] {
            assert_eq!(stage.audited(deed).await, 1, "{deed}");
        }
    })
    .await;
}

#[tokio::test]
async fn nobody_is_named_under_one_that_is_not_for_their_grade_or_off_the_list() {
    on_both(async |db| {
        let stage = staged(db).await;
        let (dana, who) = (dana(), coordinator());
        let (context, keeping) = (stage.context(&dana), stage.context(&who));
        enter(&context, &ayan(), &entry()).await.unwrap();
        add(&keeping, &told("Шапағат", (9, 11))).await.unwrap();
        let id = only(&stage).await;
        let under = Belongs::Own(id.clone());
        let early = name(&context, &ayan(), Some(&under)).await;
        assert!(matches!(early, Err(Failed::Refused(NameRefused::Organisation))), "{early:?}");
        change(&keeping, &id, &told("Шапағат", (8, 11))).await.unwrap();
        name(&context, &ayan(), Some(&under)).await.unwrap();
        stop(&context, &ayan()).await.unwrap();
        assert_eq!(listed(&stage).await, [("Шапағат".to_owned(), 0)], "whoever stopped is not counted");
        remove(&keeping, &id).await.unwrap();
        let gone = name(&context, &ayan(), Some(&under)).await;
        assert!(matches!(gone, Err(Failed::Refused(NameRefused::Organisation))), "{gone:?}");
        name(&context, &ayan(), None).await.unwrap();
        assert_eq!(volunteering(&stage).await.volunteer.unwrap().organisation, None);
    })
    .await;
}

#[tokio::test]
async fn no_two_are_called_alike_and_there_are_so_many_and_no_more() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let who = coordinator();
        let keeping = stage.context(&who);
        add(&keeping, &volunteers_of_12()).await.unwrap();
        let id = only(&stage).await;
        let wrong = [
            (told("«волонтёры школы №12»", (1, 11)), KeepRefused::Alike),
            (told("Жас Ұлан", (5, 9)), KeepRefused::Alike),
            (told("Шапағат", (9, 5)), KeepRefused::Grades),
            (told("Шапағат", (5, 12)), KeepRefused::Grades),
        ];
        for (told, why) in wrong {
            let refused = add(&keeping, &told).await;
            assert!(matches!(refused, Err(Failed::Refused(said)) if said == why), "{told:?}: {refused:?}");
        }
        for number in 1..MOST_OWN {
            add(&keeping, &told(&format!("Топ {number}"), (5, 9))).await.unwrap();
        }
        let full = add(&keeping, &told("Шапағат", (5, 9))).await;
        assert!(matches!(full, Err(Failed::Refused(KeepRefused::TooMany))), "{full:?}");
        let other = change(&keeping, &id, &told("топ 1", (5, 9))).await;
        assert!(matches!(other, Err(Failed::Refused(KeepRefused::Alike))), "{other:?}");
        change(&keeping, &id, &told("Шапағат", (5, 9))).await.unwrap();
        remove(&keeping, &id).await.unwrap();
        add(&keeping, &told("Шапағат", (5, 9))).await.unwrap();
        assert_eq!(listed(&stage).await.len(), MOST_OWN);
    })
    .await;
}

#[tokio::test]
async fn n08_nobody_but_the_coordinator_of_the_school_finds_one_there() {
    on_both(async |db| {
        let stage = staged(db).await;
        let who = coordinator();
        add(&stage.context(&who), &volunteers_of_12()).await.unwrap();
        let id = only(&stage).await;
        let timur = Actor { school: Some("school-7".into()), ..actor("timur", &Role::ALL) };
        for somebody in [&dana(), &head(), &timur] {
            let context = stage.context(somebody);
            let changed = change(&context, &id, &told("Шапағат", (5, 9))).await;
            assert!(matches!(changed, Err(Failed::NotFound)), "{changed:?}");
            let removed = remove(&context, &id).await;
            assert!(matches!(removed, Err(Failed::NotFound)), "{removed:?}");
            let mut tx = stage.db.read().await.unwrap();
            let read = opened(&mut tx, &context, &id).await;
            assert!(matches!(read, Err(Failed::NotFound)), "{read:?}");
        }
        let head = head();
        let added = add(&stage.context(&head), &told("Шапағат", (5, 9))).await;
        assert!(matches!(added, Err(Failed::NotFound)), "{added:?}");
        assert_eq!(column(&stage.db, "organisations", "name").await, ["Волонтёры школы № 12"]);
    })
    .await;
}

#[tokio::test]
async fn n08_an_organisation_of_another_school_takes_nobody_of_this_one() {
    on_both(async |db| {
        let stage = staged(db).await;
        let dana = dana();
        let context = stage.context(&dana);
        enter(&context, &ayan(), &entry()).await.unwrap();
        let timur = Actor { school: Some("school-7".into()), ..actor("timur", &[Role::Coordinator]) };
        add(&stage.context(&timur), &told("Шапағат", (5, 9))).await.unwrap();
        let under = Belongs::Own(only(&stage).await);
        let named = name(&context, &ayan(), Some(&under)).await;
        assert!(matches!(named, Err(Failed::Refused(NameRefused::Organisation))), "{named:?}");
        assert!(volunteering(&stage).await.own.is_empty() && listed(&stage).await.is_empty());
    })
    .await;
}
