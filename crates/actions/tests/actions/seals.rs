//! Qualified signatures: taken beside the own simple one, refused without any loss, void together with it.

use crate::made::{House, Said};
use crate::plans::{assigned, coordinator, head};
use crate::reports::{approved, signed_by, with_passwords, written};
use crate::stage::{Stage, mentor};
use actions::Failed;
use actions::reports::{history, opened, ready, take_back};
use actions::seals::{
    Authority, MOST_BYTES, NotCertified, NotSealed, Trust, content, counted, may_seal, seal,
};
use domain::ReportId;
use domain::people::Actor;
use domain::reports::Deed;
use domain::seals::{Refused, Seal};
use std::sync::Arc;
use store::testing::on_both;

fn authority(house: &House) -> Authority {
    let mut trust = Trust::default();
    assert_eq!(trust.add(house.root().as_bytes()), Some(1));
    Authority::Certificates(Arc::new(trust))
}

/// What the person's program makes of the content that the person downloads.
async fn file(stage: &Stage, house: &House, who: &Actor, id: &ReportId) -> Vec<u8> {
    let text = content(&stage.context(who), id).await.unwrap();
    house.signed(text.as_bytes(), &Said { time: Some(stage.now()), valid: None, twist: None })
}

async fn kept(stage: &Stage, id: &ReportId) -> Vec<Seal> {
    let mut tx = stage.db.read().await.unwrap();
    let report = store::reports::get(&mut tx, id).await.unwrap().unwrap();
    store::seals::of_report(&mut tx, &report).await.unwrap()
}

async fn holding(stage: &Stage, id: &ReportId) -> usize {
    let mut tx = stage.db.read().await.unwrap();
    let report = store::reports::get(&mut tx, id).await.unwrap().unwrap();
    counted(&mut tx, &report).await.unwrap()
}

#[tokio::test]
async fn each_who_has_signed_may_put_one_beside_it() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        with_passwords(&stage).await;
        let id = approved(&stage, &pair).await;
        let house = House::new("Орталық");
        let authority = authority(&house);
        for (count, who) in [mentor("aigul"), head()].into_iter().enumerate() {
            let file = file(&stage, &house, &who, &id).await;
            seal(&stage.context(&who), &authority, &id, &file).await.unwrap();
            assert_eq!(holding(&stage, &id).await, count + 1);
            let again = seal(&stage.context(&who), &authority, &id, &file).await;
            assert!(matches!(again, Err(Failed::Refused(NotSealed::Rule(Refused::Sealed)))));
            let one = kept(&stage, &id).await.into_iter().find(|one| one.by == who.person).unwrap();
            assert_eq!((one.subject.as_str(), one.issuer.as_str()), ("НҰРЛАНОВА ӘЛИЯ", "Орталық"));
            assert_eq!((one.algorithm.as_str(), one.file), ("ECDSA P-256, SHA-256", file));
        }
        assert_eq!(stage.audited("report-sealed").await, 2);
        let reader = coordinator();
        let context = stage.context(&reader);
        let mut tx = stage.db.read().await.unwrap();
        let opened = opened(&mut tx, &context, &id).await.unwrap().unwrap();
        let events = history(&mut tx, &context, &opened).await.unwrap();
        assert_eq!(events.iter().filter(|event| event.deed == Deed::Sealed).count(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_file_that_is_not_right_changes_nothing() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        with_passwords(&stage).await;
        let id = approved(&stage, &pair).await;
        let (house, stranger) = (House::new("Орталық"), House::new("Бөтен"));
        let (aigul, serik) = (mentor("aigul"), head());
        let good = file(&stage, &house, &aigul, &id).await;
        let before = store::testing::contents(&stage.db).await;
        let tried = [
            (authority(&house), b"no signature".to_vec(), NotSealed::File(NotCertified::Unreadable)),
            (authority(&house), vec![0x30; MOST_BYTES + 1], NotSealed::File(NotCertified::TooLarge)),
            (authority(&stranger), good.clone(), NotSealed::File(NotCertified::UnknownIssuer)),
            (Authority::Nobody, good.clone(), NotSealed::NotOffered),
        ];
        for (authority, file, why) in tried {
            let told = seal(&stage.context(&aigul), &authority, &id, &file).await;
            assert!(matches!(told, Err(Failed::Refused(told)) if told == why), "{why:?}");
        }
        // The head's place covers the coordinator's words too, so one file does not do for both.
        let text = content(&stage.context(&aigul), &id).await.unwrap();
        let changed =
            house.signed(format!("{text} ").as_bytes(), &Said { time: None, valid: None, twist: None });
        let told = seal(&stage.context(&serik), &authority(&house), &id, &changed).await;
        assert!(matches!(told, Err(Failed::Refused(NotSealed::File(NotCertified::OtherDocument)))));
        assert_eq!(store::testing::contents(&stage.db).await, before);
        seal(&stage.context(&aigul), &authority(&house), &id, &good).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn nobody_puts_one_beside_anothers_signature() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        with_passwords(&stage).await;
        let house = House::new("Орталық");
        let authority = authority(&house);
        let id = written(&stage, &pair).await;
        ready(&stage.context(&mentor("aigul")), &id).await.unwrap();
        signed_by(&stage, &mentor("aigul"), &id).await.unwrap();
        let good = file(&stage, &house, &mentor("aigul"), &id).await;
        let hidden = mentor("bekzhan");
        let told = seal(&stage.context(&hidden), &authority, &id, &good).await;
        assert!(matches!(told, Err(Failed::NotFound)));
        assert!(matches!(content(&stage.context(&hidden), &id).await, Err(Failed::NotFound)));
        let told = seal(&stage.context(&coordinator()), &authority, &id, &good).await;
        assert!(matches!(told, Err(Failed::Refused(NotSealed::Rule(Refused::NotSigned)))), "not signed yet");
        assert!(matches!(content(&stage.context(&coordinator()), &id).await, Err(Failed::NotFound)));
        assert!(kept(&stage, &id).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn n12_an_edit_voids_it_with_the_signature() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        with_passwords(&stage).await;
        let (house, aigul) = (House::new("Орталық"), mentor("aigul"));
        let (authority, context) = (authority(&house), stage.context(&aigul));
        let id = written(&stage, &pair).await;
        ready(&context, &id).await.unwrap();
        signed_by(&stage, &aigul, &id).await.unwrap();
        let old = file(&stage, &house, &aigul, &id).await;
        seal(&context, &authority, &id, &old).await.unwrap();
        assert_eq!(holding(&stage, &id).await, 1);
        take_back(&context, &id).await.unwrap();
        assert_eq!(holding(&stage, &id).await, 0);
        assert!(matches!(content(&context, &id).await, Err(Failed::NotFound)));
        let told = seal(&context, &authority, &id, &old).await;
        assert!(matches!(told, Err(Failed::Refused(NotSealed::Rule(Refused::NotSigned)))));
        let words = [("result".to_owned(), "Басқа сөз".to_owned())].into();
        let version = {
            let mut tx = stage.db.read().await.unwrap();
            store::reports::get(&mut tx, &id).await.unwrap().unwrap().version
        };
        actions::reports::write(&context, &id, version, &words).await.unwrap();
        ready(&context, &id).await.unwrap();
        signed_by(&stage, &aigul, &id).await.unwrap();
        let told = seal(&context, &authority, &id, &old).await;
        assert!(matches!(told, Err(Failed::Refused(NotSealed::File(NotCertified::OtherDocument)))));
        let new = file(&stage, &house, &aigul, &id).await;
        let mut tx = stage.db.read().await.unwrap();
        let now = opened(&mut tx, &context, &id).await.unwrap().unwrap();
        drop(tx);
        assert!(may_seal(&context, &authority, &now, &kept(&stage, &id).await));
        seal(&context, &authority, &id, &new).await.unwrap();
        assert_eq!((holding(&stage, &id).await, kept(&stage, &id).await.len()), (1, 2));
    })
    .await;
}
