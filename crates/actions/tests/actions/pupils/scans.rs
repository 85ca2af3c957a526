//! Scans of signed consents, on both databases.

use super::{ayan, coordinator, dana, entry, staged};
use crate::stage::{Stage, actor};
use actions::pupils::consents::{enter, withdraw};
use actions::pupils::opened;
use actions::pupils::proofs::{NotConnected, Unconnected, proofs};
use actions::pupils::scans::{bring, open, remove};
use actions::schedules::Schedule;
use actions::sociometries::{KEY_BYTES, Vault};
use actions::{Context, Failed};
use domain::deletions::Record;
use domain::people::{Actor, Role};
use domain::pupils::consents::{Entry, Part};
use domain::pupils::scans::{Kind, ScanRefused};
use domain::{PupilConsentId, PupilScanId};
use jiff::SignedDuration;
use std::collections::BTreeSet;
use store::testing::{column, contents, ids, on_both, spoil};

/// A signed paper.
const SCAN: &[u8] = b"%PDF-1.7 signed";

fn vault() -> Vault {
    Vault::new(&[5; KEY_BYTES]).unwrap()
}

/// The first consent about Аян, and the scan on which it stands.
async fn on_scan(stage: &Stage) -> (PupilConsentId, Option<PupilScanId>) {
    let mut tx = stage.db.read().await.unwrap();
    let pupil = store::pupils::get(&mut tx, &ayan()).await.unwrap().unwrap();
    let consents = store::pupils::consents::of_pupil(&mut tx, &pupil).await.unwrap();
    (consents[0].id.clone(), consents[0].scan.clone())
}

/// The consent of a paper, entered.
async fn entered(stage: &Stage, context: &Context<'_>) -> PupilConsentId {
    enter(context, &ayan(), &entry()).await.unwrap();
    on_scan(stage).await.0
}

/// The consent of a paper whose scan was brought too, and the scan.
async fn scanned(stage: &Stage, context: &Context<'_>, vault: &Vault) -> (PupilConsentId, PupilScanId) {
    let consent = entered(stage, context).await;
    bring(context, Some(vault), &ayan(), &consent, SCAN).await.unwrap();
    (consent, on_scan(stage).await.1.unwrap())
}

#[tokio::test]
async fn a_scan_is_sealed_stands_for_every_part_of_its_paper_and_is_replaced_by_another() {
    on_both(async |db| {
        let stage = staged(db).await;
        let (dana, vault) = (dana(), vault());
        let context = stage.context(&dana);
        enter(&context, &ayan(), &entry()).await.unwrap();
        let (consent, none) = on_scan(&stage).await;
        assert_eq!(none, None);
        for _ in 0..2 {
            bring(&context, Some(&vault), &ayan(), &consent, SCAN).await.unwrap();
        }
        assert_eq!(stage.audited("pupil-scan-brought").await, 1, "sent twice, kept once");
        let later = Entry { parts: vec![Part::Photo], ..entry() };
        enter(&context, &ayan(), &later).await.unwrap();
        let page = proofs(&context, &Unconnected, &ayan()).await.unwrap();
        let [proof] = page.papers.try_into().unwrap();
        assert_eq!(proof.parts, [Part::Participation, Part::Data, Part::Photo], "one paper");
        assert_eq!(proof.scan.unwrap().kind, Kind::Pdf);
        assert_eq!(page.service, Err(NotConnected), "the service of the state says so");
        let scans = column(&stage.db, "pupil_consents", "scan_id").await;
        assert!(scans.len() == 3 && scans.iter().all(|scan| *scan == scans[0]), "{scans:?}");
        let kept = format!("{:?}", contents(&stage.db).await["pupil_scans"]);
        let read = SCAN.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat();
        assert!(!kept.to_lowercase().contains(&read[..20]), "nothing of it can be read: {kept}");
        let (_, first) = on_scan(&stage).await;
        let opened = open(&context, Some(&vault), &ayan(), &first.clone().unwrap()).await.unwrap();
        assert_eq!((opened.kind, opened.file.as_slice()), (Kind::Pdf, SCAN));
        bring(&context, Some(&vault), &ayan(), &consent, b"\xFF\xD8\xFF again").await.unwrap();
        let (_, second) = on_scan(&stage).await;
        assert!(second != first && ids(&stage.db, "pupil_scans").await.len() == 1, "the one before is gone");
        let gone = open(&context, Some(&vault), &ayan(), &first.unwrap()).await;
        assert!(matches!(gone, Err(Failed::NotFound)), "{gone:?}");
    })
    .await;
}

#[tokio::test]
async fn of_two_scans_that_come_at_once_one_stands_for_the_whole_paper() {
    on_both(async |db| {
        let stage = staged(db).await;
        let (dana, gulnafisa, vault) = (dana(), coordinator(), vault());
        let consent = entered(&stage, &stage.context(&dana)).await;
        let (one, other, pupil) = (stage.context(&dana), stage.context(&gulnafisa), ayan());
        let (first, second) = tokio::join!(
            bring(&one, Some(&vault), &pupil, &consent, SCAN),
            bring(&other, Some(&vault), &pupil, &consent, b"\xFF\xD8\xFF at once"),
        );
        assert!(first.is_ok() || second.is_ok(), "{first:?} {second:?}");
        let kept = ids(&stage.db, "pupil_scans").await;
        assert_eq!(kept.len(), 1, "the other is gone");
        let scans = column(&stage.db, "pupil_consents", "scan_id").await;
        assert!(scans.len() == 2 && scans.iter().all(|scan| *scan == kept[0]), "{scans:?}");
    })
    .await;
}

#[tokio::test]
async fn n08_a_scan_that_should_not_be_there_is_taken_away_at_once_and_the_consents_stay() {
    on_both(async |db| {
        let stage = staged(db).await;
        let (dana, vault, head) = (dana(), vault(), actor("serik", &[Role::Head]));
        let context = stage.context(&dana);
        let (consent, _) = scanned(&stage, &context, &vault).await;
        let aigul = actor("aigul", &[Role::Teacher, Role::Mentor]);
        for somebody in [head, aigul] {
            let told = remove(&stage.context(&somebody), &ayan(), &consent).await;
            assert!(matches!(told, Err(Failed::NotFound)), "{told:?}");
        }
        let of_another = remove(&stage.context(&coordinator()), &"miras".into(), &consent).await;
        assert!(matches!(of_another, Err(Failed::NotFound)), "{of_another:?}");
        assert_eq!(ids(&stage.db, "pupil_scans").await.len(), 1);
        for _ in 0..2 {
            remove(&context, &ayan(), &consent).await.unwrap();
        }
        assert!(ids(&stage.db, "pupil_scans").await.is_empty());
        assert_eq!(stage.audited("pupil-scan-removed").await, 1, "sent twice, done once");
        let consents = opened(&context, &ayan()).await.unwrap().consents.unwrap();
        assert!(consents.len() == 2 && consents.iter().all(|one| one.holds_on(stage.today)));
    })
    .await;
}

#[tokio::test]
async fn a_paper_of_which_a_part_was_withdrawn_says_so() {
    on_both(async |db| {
        let stage = staged(db).await;
        let dana = dana();
        let context = stage.context(&dana);
        let of_today = Entry { given_on: stage.today, ..entry() };
        enter(&context, &ayan(), &of_today).await.unwrap();
        withdraw(&context, &ayan(), Part::Data).await.unwrap();
        let [proof] = proofs(&context, &Unconnected, &ayan()).await.unwrap().papers.try_into().unwrap();
        assert_eq!(proof.parts, [Part::Participation, Part::Data]);
        assert_eq!(proof.withdrawn, [(Part::Data, stage.today)]);
        enter(&context, &ayan(), &of_today).await.unwrap();
        let [proof] = proofs(&context, &Unconnected, &ayan()).await.unwrap().papers.try_into().unwrap();
        assert_eq!((proof.parts.len(), proof.withdrawn.len()), (2, 0), "signed anew on the same day");
    })
    .await;
}

#[tokio::test]
async fn without_the_key_no_scan_is_kept_and_with_another_none_opens() {
    on_both(async |db| {
        let stage = staged(db).await;
        let (dana, vault) = (dana(), vault());
        let context = stage.context(&dana);
        let consent = entered(&stage, &context).await;
        let told = bring(&context, None, &ayan(), &consent, SCAN).await;
        assert!(matches!(told, Err(Failed::Refused(ScanRefused::Key))), "{told:?}");
        let told = bring(&context, Some(&vault), &ayan(), &consent, b"<html>").await;
        assert!(matches!(told, Err(Failed::Refused(ScanRefused::Kind))), "{told:?}");
        assert!(ids(&stage.db, "pupil_scans").await.is_empty());
        bring(&context, Some(&vault), &ayan(), &consent, SCAN).await.unwrap();
        let scan = on_scan(&stage).await.1.unwrap();
        let other = Vault::new(&[6; KEY_BYTES]).unwrap();
        for (key, why) in [(None, ScanRefused::Key), (Some(&other), ScanRefused::OtherKey)] {
            let opened = open(&context, key, &ayan(), &scan).await;
            assert!(matches!(&opened, Err(Failed::Refused(found)) if *found == why), "{opened:?}");
        }
        assert!(column(&stage.db, "scan_reads", "day").await.is_empty(), "nothing was shown");
        // Put behind another pupil, it does not open.
        spoil(&stage.db, "UPDATE pupil_scans SET pupil_id = 'miras'").await;
        let coordinator = coordinator();
        let moved = open(&stage.context(&coordinator), Some(&vault), &"miras".into(), &scan).await;
        assert!(matches!(moved, Err(Failed::Refused(ScanRefused::OtherKey))), "{moved:?}");
    })
    .await;
}

#[tokio::test]
async fn n08_a_scan_is_brought_by_who_enters_consents_and_opened_by_who_sees_them() {
    on_both(async |db| {
        let stage = staged(db).await;
        let (dana, vault, head) = (dana(), vault(), actor("serik", &[Role::Head]));
        let consent = entered(&stage, &stage.context(&dana)).await;
        let by_head = bring(&stage.context(&head), Some(&vault), &ayan(), &consent, SCAN).await;
        assert!(matches!(by_head, Err(Failed::NotFound)), "the head reads: {by_head:?}");
        bring(&stage.context(&dana), Some(&vault), &ayan(), &consent, SCAN).await.unwrap();
        let scan = on_scan(&stage).await.1.unwrap();
        let timur = Actor { school: Some("school-7".into()), ..actor("timur", &Role::ALL) };
        for somebody in [actor("aigul", &[Role::Teacher, Role::Mentor]), timur, actor("dana", &[])] {
            let context = stage.context(&somebody);
            let brought = bring(&context, Some(&vault), &ayan(), &consent, SCAN).await;
            assert!(matches!(brought, Err(Failed::NotFound)), "{brought:?}");
            let opened = open(&context, Some(&vault), &ayan(), &scan).await;
            assert!(matches!(opened, Err(Failed::NotFound)), "{opened:?}");
            let page = proofs(&context, &Unconnected, &ayan()).await;
            assert!(matches!(page, Err(Failed::NotFound)), "{page:?}");
        }
        assert!(column(&stage.db, "scan_reads", "day").await.is_empty());
        open(&stage.context(&head), Some(&vault), &ayan(), &scan).await.unwrap();
        assert_eq!(column(&stage.db, "scan_reads", "person_id").await, ["serik"]);
        let page = proofs(&stage.context(&head), &Unconnected, &ayan()).await.unwrap();
        assert_eq!(page.reads.unwrap().len(), 1);
        let own = proofs(&stage.context(&dana), &Unconnected, &ayan()).await.unwrap();
        assert!(own.reads.is_none() && own.keeps, "who looked is answered by others");
    })
    .await;
}

#[tokio::test]
async fn a_scan_goes_with_the_last_consent_on_its_paper_and_the_act_says_so() {
    on_both(async |db| {
        let stage = staged(db).await;
        let (dana, vault) = (dana(), vault());
        let context = stage.context(&dana);
        let (_, scan) = scanned(&stage, &context, &vault).await;
        open(&context, Some(&vault), &ayan(), &scan).await.unwrap();
        withdraw(&context, &ayan(), Part::Data).await.unwrap();
        // From 5 October 2026: the withdrawal, and the last of the school year's days.
        for (days, scans, reads) in [(1096, 1, 1), (1097, 1, 0), (1395, 1, 0), (1396, 0, 0)] {
            let later = stage.now().checked_add(SignedDuration::from_hours(24 * days)).unwrap();
            Schedule::ForgetPupilPapers.run(&stage.db, &stage.ids, later).await.unwrap();
            assert_eq!(ids(&stage.db, "pupil_scans").await.len(), scans, "after {days} days");
            assert_eq!(column(&stage.db, "scan_reads", "day").await.len(), reads, "after {days} days");
        }
        let mut tx = stage.db.read().await.unwrap();
        let acts = store::deletions::of_school(&mut tx, &"school-12".into()).await.unwrap();
        let told: BTreeSet<Record> = acts.iter().map(|act| act.record).collect();
        let records = [Record::Consents, Record::Scans, Record::ReadsScan];
        assert_eq!(told, BTreeSet::from(records), "{acts:?}");
    })
    .await;
}
