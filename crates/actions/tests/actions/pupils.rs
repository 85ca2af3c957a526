//! Who looks after pupils, and consents about them, on both databases.

use crate::made::{House, Said};
use crate::stage::{Stage, actor};
use actions::duties::{GiveRefused, Given, end, give};
use actions::programmes::change_setting;
use actions::pupils::consents::{enter, withdraw};
use actions::pupils::proofs::{NotConnected, Unconnected, proofs};
use actions::pupils::scans::{bring, open, remove};
use actions::pupils::signed::{SignedRefused, Wanted, enter as by_key, text};
use actions::pupils::volunteers::{RecommendRefused, look, name, of_classes, recommend, stop, train};
use actions::pupils::{classes, opened, print_form};
use actions::schedules::Schedule;
use actions::seals::{Authority, MOST_BYTES, NotCertified, Trust};
use actions::sociometries::{KEY_BYTES, Vault};
use actions::{Context, Failed, Never};
use domain::deletions::Record;
use domain::duties::Duty;
use domain::people::{Actor, Role};
use domain::pupils::consents::{EnterRefused, Entry, Missing, Part, Way, may_start};
use domain::pupils::scans::{Kind, ScanRefused};
use domain::settings::Key;
use domain::volunteers::{
    Belongs, NameRefused, Organisation, Recommendation, State, StepRefused, Studies, Training,
};
use domain::{PupilConsentId, PupilId, PupilScanId};
use i18n::Lang;
use jiff::SignedDuration;
use jiff::civil::date;
use std::collections::BTreeSet;
use std::sync::Arc;
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
        enter(&stage.context(&dana), &ayan(), &entry()).await.unwrap();
        let (consent, _) = on_scan(&stage).await;
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
        enter(&context, &ayan(), &entry()).await.unwrap();
        let (consent, _) = on_scan(&stage).await;
        bring(&context, Some(&vault), &ayan(), &consent, SCAN).await.unwrap();
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
        enter(&context, &ayan(), &entry()).await.unwrap();
        let (consent, _) = on_scan(&stage).await;
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
        enter(&stage.context(&dana), &ayan(), &entry()).await.unwrap();
        let (consent, _) = on_scan(&stage).await;
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
        enter(&context, &ayan(), &entry()).await.unwrap();
        let (consent, _) = on_scan(&stage).await;
        bring(&context, Some(&vault), &ayan(), &consent, SCAN).await.unwrap();
        let scan = on_scan(&stage).await.1.unwrap();
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

fn wanted() -> Wanted {
    Wanted {
        representative: Some("Нұрланова Әлия Серікқызы".into()),
        parts: vec![Part::Data, Part::Photo],
        child_agreed: true,
        place: "Мұрағат".into(),
    }
}

fn authority(house: &House) -> Authority {
    let mut trust = Trust::default();
    assert_eq!(trust.add(house.root().as_bytes()), Some(1));
    Authority::Certificates(Arc::new(trust))
}

#[tokio::test]
async fn a_qualified_signature_of_the_text_enters_the_consents_and_says_by_whom() {
    on_both(async |db| {
        let stage = staged(db).await;
        let (dana, house) = (dana(), House::new("Орталық"));
        let context = stage.context(&dana);
        for lang in [Lang::Kk, Lang::Ru] {
            let text = text(&context, &ayan(), &wanted(), lang).await.unwrap();
            let said = Said { time: Some(stage.now()), valid: None, twist: None };
            let file = house.signed(text.as_bytes(), &said);
            by_key(&context, &authority(&house), &ayan(), &wanted(), &file).await.unwrap();
        }
        assert_eq!(stage.audited("pupil-consent-entered").await, 1, "the second says the same");
        let page = opened(&context, &ayan()).await.unwrap();
        let (born, consents) = (page.pupil.born_on, page.consents.unwrap());
        assert_eq!(may_start(Part::Photo, &consents, born, stage.today), Ok(()));
        for consent in &consents {
            let said = consent.certified.as_ref().unwrap();
            assert_eq!((said.signer.as_str(), said.issuer.as_str()), ("НҰРЛАНОВА ӘЛИЯ", "Орталық"));
            assert_eq!((said.signed_at, said.fingerprint.len()), (stage.now(), 64));
            assert_eq!((consent.way, consent.given_on), (Way::SignatureFile, stage.today));
        }
    })
    .await;
}

#[tokio::test]
async fn a_signature_that_is_checked_stands_beside_the_same_one_that_was_not() {
    on_both(async |db| {
        let stage = staged(db).await;
        let (dana, house) = (dana(), House::new("Орталық"));
        let context = stage.context(&dana);
        let by_hand = Entry {
            representative: wanted().representative,
            way: Way::SignatureFile,
            place: wanted().place,
            given_on: stage.today,
            parts: vec![Part::Data],
            child_agreed: true,
        };
        enter(&context, &ayan(), &by_hand).await.unwrap();
        let text = text(&context, &ayan(), &wanted(), Lang::Ru).await.unwrap();
        let said = Said { time: Some(stage.now()), valid: None, twist: None };
        let file = house.signed(text.as_bytes(), &said);
        by_key(&context, &authority(&house), &ayan(), &wanted(), &file).await.unwrap();
        let mut all = proofs(&context, &Unconnected, &ayan()).await.unwrap().papers;
        all.sort_by_key(|proof| proof.consent.certified.is_some());
        let [believed, checked] = all.try_into().unwrap();
        assert_eq!((believed.parts, believed.consent.certified), (vec![Part::Data], None));
        assert_eq!(checked.parts, [Part::Data, Part::Photo]);
        assert!(checked.consent.certified.is_some());
    })
    .await;
}

#[tokio::test]
async fn a_signature_that_is_not_right_enters_nothing() {
    on_both(async |db| {
        let stage = staged(db).await;
        let (dana, house, stranger) = (dana(), House::new("Орталық"), House::new("Бөтен"));
        let context = stage.context(&dana);
        let earlier = stage.now().checked_sub(SignedDuration::from_hours(48)).unwrap();
        let said = Said { time: Some(earlier), valid: None, twist: None };
        let text = text(&context, &ayan(), &wanted(), Lang::Kk).await.unwrap();
        let right = house.signed(text.as_bytes(), &said);
        let before = contents(&stage.db).await;
        let more = Wanted { parts: vec![Part::Data, Part::Photo, Part::OffSite], ..wanted() };
        let none = Wanted { parts: Vec::new(), ..wanted() };
        let alone = Wanted { representative: None, ..wanted() };
        let unreadable = NotCertified::Unreadable;
        let tried = [
            (authority(&house), wanted(), b"no".to_vec(), SignedRefused::File(unreadable)),
            (
                authority(&house),
                wanted(),
                vec![0x30; MOST_BYTES + 1],
                SignedRefused::File(NotCertified::TooLarge),
            ),
            (authority(&house), more, right.clone(), SignedRefused::File(NotCertified::OtherDocument)),
            (authority(&stranger), wanted(), right.clone(), SignedRefused::File(NotCertified::UnknownIssuer)),
            (Authority::Nobody, wanted(), right.clone(), SignedRefused::NotOffered),
            (authority(&house), none, right.clone(), SignedRefused::Rule(EnterRefused::NoPart)),
            (authority(&house), alone, right.clone(), SignedRefused::Rule(EnterRefused::Representative)),
        ];
        for (authority, wanted, file, why) in tried {
            let told = by_key(&context, &authority, &ayan(), &wanted, &file).await;
            assert!(matches!(&told, Err(Failed::Refused(found)) if *found == why), "{why:?}: {told:?}");
        }
        let aigul = actor("aigul", &[Role::Teacher, Role::Mentor]);
        let told = by_key(&stage.context(&aigul), &authority(&house), &ayan(), &wanted(), &right).await;
        assert!(matches!(told, Err(Failed::NotFound)), "n08: {told:?}");
        assert_eq!(contents(&stage.db).await, before);
        by_key(&context, &authority(&house), &ayan(), &wanted(), &right).await.unwrap();
        withdraw(&context, &ayan(), Part::Photo).await.unwrap();
        let again = by_key(&context, &authority(&house), &ayan(), &wanted(), &right).await;
        let withdrawn = SignedRefused::Rule(EnterRefused::Withdrawn);
        assert!(matches!(&again, Err(Failed::Refused(found)) if *found == withdrawn), "{again:?}");
    })
    .await;
}

#[tokio::test]
async fn n08_a_child_with_a_certificate_signs_for_no_parent() {
    on_both(async |db| {
        let stage = staged(db).await;
        spoil(&stage.db, "UPDATE pupils SET family = 'Нұрланова', given = 'Әлия' WHERE id = 'ayan'").await;
        let (dana, house) = (dana(), House::new("Орталық"));
        let context = stage.context(&dana);
        let of_both = text(&context, &ayan(), &wanted(), Lang::Ru).await.unwrap();
        let file =
            house.signed(of_both.as_bytes(), &Said { time: Some(stage.now()), valid: None, twist: None });
        let told = by_key(&context, &authority(&house), &ayan(), &wanted(), &file).await;
        assert!(matches!(told, Err(Failed::Refused(SignedRefused::Child))), "{told:?}");
        assert!(ids(&stage.db, "pupil_consents").await.is_empty());
        // Of age, she signs for herself.
        spoil(&stage.db, "UPDATE pupils SET born_on = '2008-09-01' WHERE id = 'ayan'").await;
        let alone = Wanted { representative: None, ..wanted() };
        let own = text(&context, &ayan(), &alone, Lang::Ru).await.unwrap();
        let file = house.signed(own.as_bytes(), &Said { time: Some(stage.now()), valid: None, twist: None });
        by_key(&context, &authority(&house), &ayan(), &alone, &file).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn n08_what_was_withdrawn_is_not_brought_back_by_a_file_that_was_signed_before() {
    on_both(async |db| {
        let mut stage = staged(db).await;
        let (dana, coordinator, house) = (dana(), coordinator(), House::new("Орталық"));
        let text = text(&stage.context(&dana), &ayan(), &wanted(), Lang::Kk).await.unwrap();
        let signed = |time| house.signed(text.as_bytes(), &Said { time, valid: None, twist: None });
        let later = stage.now().checked_add(SignedDuration::from_hours(1)).unwrap();
        let (undated, before, anew) = (signed(None), signed(Some(stage.now())), signed(Some(later)));
        let told = by_key(&stage.context(&dana), &authority(&house), &ayan(), &wanted(), &undated).await;
        assert!(matches!(told, Err(Failed::Refused(SignedRefused::Undated))), "good on every day: {told:?}");
        by_key(&stage.context(&dana), &authority(&house), &ayan(), &wanted(), &before).await.unwrap();
        let context = Context { now: later, ..stage.context(&dana) };
        for part in [Part::Photo, Part::Data] {
            withdraw(&context, &ayan(), part).await.unwrap();
        }
        let again = by_key(&context, &authority(&house), &ayan(), &wanted(), &before).await;
        let withdrawn = SignedRefused::Rule(EnterRefused::Withdrawn);
        assert!(matches!(&again, Err(Failed::Refused(found)) if *found == withdrawn), "{again:?}");
        // Whoever signs anew on that day is heard, and in that school year alone.
        by_key(&context, &authority(&house), &ayan(), &wanted(), &anew).await.unwrap();
        stage.today = date(2027, 8, 2);
        let next = by_key(&stage.context(&coordinator), &authority(&house), &ayan(), &wanted(), &anew).await;
        let other = SignedRefused::File(NotCertified::OtherDocument);
        assert!(matches!(&next, Err(Failed::Refused(found)) if *found == other), "{next:?}");
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
    INSERT INTO peer_sessions (school_id, pair_id, week, mark, minutes, marked_by, marked_at) \
    VALUES ('school-12', 'pair-over', '2026-09-14', 'met', 45, 'gulnafisa', 0); \
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

fn said() -> Recommendation {
    Recommendation { by: "aigul".into(), words: "Уәдесінде тұрады.".into() }
}

#[tokio::test]
async fn a_volunteer_is_named_with_the_consents_recommended_and_trained() {
    on_both(async |db| {
        let stage = staged(db).await;
        let dana = dana();
        let context = stage.context(&dana);
        let early = name(&context, &ayan(), None).await;
        let missing = NameRefused::Missing(Missing::Representative(Part::Data));
        assert!(matches!(early, Err(Failed::Refused(why)) if why == missing), "{early:?}");
        enter(&context, &ayan(), &entry()).await.unwrap();
        let training = Training { day: stage.today, minutes: 120 };
        for _ in 0..2 {
            name(&context, &ayan(), None).await.unwrap();
        }
        for _ in 0..2 {
            train(&context, &ayan(), training).await.unwrap();
        }
        let timur = Recommendation { by: "timur".into(), ..said() };
        let elsewhere = recommend(&context, &ayan(), &timur).await;
        assert!(matches!(elsewhere, Err(Failed::Refused(RecommendRefused::Person))), "{elsewhere:?}");
        for _ in 0..2 {
            recommend(&context, &ayan(), &said()).await.unwrap();
        }
        for deed in ["volunteer-named", "volunteer-recommended", "volunteer-trained"] {
            assert_eq!(stage.audited(deed).await, 1, "{deed}");
        }
        let mut tx = stage.db.read().await.unwrap();
        let own = classes(&mut tx, &context).await.unwrap();
        let helping = of_classes(&mut tx, &context, &own).await.unwrap();
        drop(tx);
        let [one] = helping.try_into().unwrap();
        assert_eq!((one.pupil.id, one.state, one.minutes), (ayan(), State::Ready(said()), 120));
        assert!(one.look_due, "nobody has looked yet");
    })
    .await;
}

#[tokio::test]
async fn a_school_sets_from_which_grade_pupils_help_and_who_belongs_to_an_organisation() {
    on_both(async |db| {
        let stage = staged(db).await;
        let (dana, who) = (dana(), coordinator());
        let (context, leading) = (stage.context(&dana), stage.context(&who));
        enter(&context, &ayan(), &entry()).await.unwrap();
        let set = async |key: Key, value: &str| {
            let reason = "Педкеңес шешімі";
            change_setting(&leading, &"programme".into(), key, value, reason).await.unwrap();
        };
        set(Key::VolunteerGrade, "9").await;
        let early = name(&context, &ayan(), None).await;
        assert!(matches!(early, Err(Failed::Refused(NameRefused::Grade(9)))), "{early:?}");
        set(Key::VolunteerGrade, "8").await;
        set(Key::GradesTo(Organisation::ZhasUlan), "7").await;
        let ulan = name(&context, &ayan(), Some(&Belongs::Known(Organisation::ZhasUlan))).await;
        assert!(matches!(ulan, Err(Failed::Refused(NameRefused::Organisation))), "{ulan:?}");
        name(&context, &ayan(), Some(&Belongs::Known(Organisation::Qamqor))).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn how_the_own_studies_of_a_volunteer_go_is_kept_without_marks_and_read_by_who_keeps_them() {
    on_both(async |db| {
        let stage = staged(db).await;
        let dana = dana();
        let context = stage.context(&dana);
        enter(&context, &ayan(), &entry()).await.unwrap();
        name(&context, &ayan(), None).await.unwrap();
        for _ in 0..2 {
            look(&context, &ayan(), Studies::Harder).await.unwrap();
        }
        assert_eq!(stage.audited("volunteer-looked").await, 1, "sent twice");
        let head = actor("serik", &[Role::Head]);
        for (who, seen) in [(&dana, Some((Studies::Harder, stage.today))), (&head, None)] {
            let page = opened(&stage.context(who), &ayan()).await.unwrap();
            let volunteer = page.volunteering.unwrap().volunteer.unwrap();
            assert_eq!(volunteer.studies, seen, "n08: {}", who.person);
        }
        let other = look(&stage.context(&head), &ayan(), Studies::Well).await;
        assert!(matches!(other, Err(Failed::NotFound)), "{other:?}");
        stop(&context, &ayan()).await.unwrap();
        assert!(column(&stage.db, "volunteers", "state").await.contains(&"stopped".to_owned()));
        let page = opened(&context, &ayan()).await.unwrap();
        assert_eq!(page.volunteering.unwrap().volunteer.unwrap().studies, None, "gone when they stop");
    })
    .await;
}

#[tokio::test]
async fn whoever_takes_the_consent_back_ends_the_helping_and_no_word_of_it_stays() {
    on_both(async |db| {
        let stage = staged(db).await;
        let dana = dana();
        let context = stage.context(&dana);
        enter(&context, &ayan(), &entry()).await.unwrap();
        name(&context, &ayan(), None).await.unwrap();
        recommend(&context, &ayan(), &said()).await.unwrap();
        withdraw(&context, &ayan(), Part::Photo).await.unwrap();
        assert_eq!(stage.audited("volunteer-stopped").await, 0, "photos are another thing");
        withdraw(&context, &ayan(), Part::Participation).await.unwrap();
        assert_eq!(stage.audited("volunteer-stopped").await, 1);
        assert!(column(&stage.db, "volunteers", "words").await.is_empty());
        let more = train(&context, &ayan(), Training { day: stage.today, minutes: 60 }).await;
        assert!(matches!(more, Err(Failed::Refused(StepRefused::Stopped))), "{more:?}");
        stop(&context, &ayan()).await.unwrap();
        assert_eq!(stage.audited("volunteer-stopped").await, 1, "once");
    })
    .await;
}

#[tokio::test]
async fn n08_a_volunteer_is_kept_by_the_class_teacher_and_the_coordinator_alone() {
    on_both(async |db| {
        let stage = staged(db).await;
        enter(&stage.context(&dana()), &ayan(), &entry()).await.unwrap();
        name(&stage.context(&dana()), &ayan(), None).await.unwrap();
        let specialist = Given { person: "bekzhan".into(), duty: Duty::Specialist };
        give(&stage.context(&coordinator()), &specialist).await.unwrap();
        let strangers = [
            actor("aigul", &[Role::Teacher, Role::Mentor]),
            actor("serik", &[Role::Head]),
            actor("bekzhan", &[Role::Teacher]),
        ];
        for somebody in strangers {
            let context = stage.context(&somebody);
            let named = name(&context, &ayan(), None).await;
            assert!(matches!(named, Err(Failed::NotFound)), "{named:?}");
            let recommended = recommend(&context, &ayan(), &said()).await;
            assert!(matches!(recommended, Err(Failed::NotFound)), "{recommended:?}");
            let stopped = stop(&context, &ayan()).await;
            assert!(matches!(stopped, Err(Failed::NotFound)), "{stopped:?}");
        }
        stop(&stage.context(&coordinator()), &ayan()).await.unwrap();
    })
    .await;
}
