//! Consents that come as a file with a qualified signature, on both databases.

use super::{ayan, coordinator, dana, staged};
use crate::made::{House, Said};
use crate::stage::actor;
use actions::pupils::consents::{enter, withdraw};
use actions::pupils::opened;
use actions::pupils::proofs::{Unconnected, proofs};
use actions::pupils::signed::{SignedRefused, Wanted, enter as by_key, text};
use actions::seals::{Authority, MOST_BYTES, NotCertified, Trust};
use actions::{Context, Failed};
use domain::people::Role;
use domain::pupils::consents::{EnterRefused, Entry, Part, Way, may_start};
use i18n::Lang;
use jiff::SignedDuration;
use jiff::civil::date;
use std::sync::Arc;
use store::testing::{contents, ids, on_both, spoil};

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
