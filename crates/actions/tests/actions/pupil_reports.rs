//! The annual report of the pupil programme: gathered by number, judged in a few words, signed by the coordinator (doc:B15).

use crate::peers::{dana, met, staged};
use crate::reports::{press, signed_by, with_passwords};
use crate::stage::{Stage, coordinator, head, mentor};
use actions::Failed;
use actions::reports::{Annual, Typesetter, annual, begin, opened, print, ready, view, write};
use domain::ReportId;
use domain::people::Actor;
use domain::reports::{Facts, Figure, Kind, Refused, State, Term, What};
use i18n::Lang;
use std::collections::BTreeMap;
use store::testing::{on_both, spoil};

/// Алуа and Ержан met once in a week that is signed and once in one that is not, and ended before their day.
const EARLIER: &str = "INSERT INTO peer_pairs (id, school_id, helper_id, mentee_id, state, from_day, form, weekday, at_time, \
        minutes, place, adult_id, off_site, ends_on, over_on, confirmed_by, confirmed_at) VALUES \
    ('peer-early', 'school-12', 'erzhan', 'alua', 'ended', '2026-09-14', 'walk', 3, '16:00:00', 60, 'Аула', 'bekzhan', 0, \
        '2027-05-26', '2026-10-01', 'gulnafisa', 0), \
    ('peer-before', 'school-12', 'erzhan', 'alua', 'ended', '2026-02-02', 'walk', 3, '16:00:00', 60, 'Аула', 'bekzhan', 0, \
        '2026-05-26', '2026-05-26', 'gulnafisa', 0); \
    INSERT INTO peer_sessions (school_id, pair_id, week, class_key, mark, minutes, marked_by, marked_at) VALUES \
    ('school-12', 'peer-early', '2026-09-14', '5Б', 'met', 60, 'dana', 0), \
    ('school-12', 'peer-early', '2026-09-21', '5Б', 'met', 60, 'dana', 0), \
    ('school-12', 'peer-before', '2026-02-02', '5Б', 'met', 60, 'dana', 0); \
    INSERT INTO journal_signatures (school_id, class_key, week, signed_by, signed_at) VALUES \
    ('school-12', '5Б', '2026-09-14', 'dana', 0), ('school-12', '5Б', '2026-02-02', 'dana', 0)";

async fn standing(stage: &Stage, who: &Actor) -> Option<Annual> {
    annual(&mut stage.db.read().await.unwrap(), &stage.context(who)).await.unwrap()
}

/// The coordinator has begun it.
async fn begun(stage: &Stage) -> ReportId {
    begin(&stage.context(&coordinator()), Kind::Peers, Term::Year, None).await.unwrap()
}

async fn facts(stage: &Stage, id: &ReportId) -> Facts {
    let gulnafisa = coordinator();
    let context = stage.context(&gulnafisa);
    let mut tx = stage.db.read().await.unwrap();
    let opened = opened(&mut tx, &context, id).await.unwrap().unwrap();
    view(&mut tx, &context, &opened).await.unwrap().facts
}

#[tokio::test]
async fn n18_pairs_hours_and_ends_are_counted_by_number_and_nobody_stands_in_it_by_name() {
    on_both(async |db| {
        let stage = staged(db).await;
        met(&stage).await;
        spoil(&stage.db, EARLIER).await;
        let id = begun(&stage).await;
        let facts = facts(&stage, &id).await;
        let counted = |what| facts.list(what).map(|list| (list.total(), list.minutes())).unwrap();
        assert_eq!(counted(What::PeerPairs), (2, 60), "of this year, and of weeks that are signed");
        assert_eq!((counted(What::PeerKept), counted(What::PeerEarly)), ((1, 0), (1, 0)));
        assert_eq!((counted(What::PeerHelpers), counted(What::PeerMentees)), ((2, 0), (1, 0)));
        assert_eq!(facts.list(What::PeerEarly).unwrap().lines[0].word, None, "one has nobody to hide among");
        assert_eq!(facts.figures, [Figure::FewAnswers { least: 10 }, Figure::FewCases { least: 5 }]);
        let said = format!("{facts:?}");
        for name in ["Жақсыбекова", "Қайратова", "Мұқанов", "5Б", "8В", "alua", "friends"]
        {
            assert!(!said.contains(name), "{name}: {said}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_coordinator_alone_begins_and_signs_it_and_the_head_reads_what_is_ready() {
    on_both(async |db| {
        let stage = staged(db).await;
        let gulnafisa = coordinator();
        assert_eq!(standing(&stage, &gulnafisa).await, None, "nobody has helped anybody yet");
        met(&stage).await;
        with_passwords(&stage).await;
        let context = stage.context(&gulnafisa);
        assert_eq!(standing(&stage, &gulnafisa).await, Some(Annual::ToBegin));
        for who in [dana(), head(), mentor("aigul")] {
            assert_eq!(standing(&stage, &who).await, None, "{who:?}");
            let begun = begin(&stage.context(&who), Kind::Peers, Term::Year, None).await;
            assert!(begun.is_err(), "{who:?}: {begun:?}");
        }
        let half = begin(&context, Kind::Peers, Term::Half, None).await;
        assert!(matches!(half, Err(Failed::NotFound)), "there is one a year: {half:?}");
        let id = begun(&stage).await;
        assert_eq!(begun(&stage).await, id, "the form came twice");
        assert_eq!(standing(&stage, &gulnafisa).await, Some(Annual::Open(id.clone())));
        assert_eq!(standing(&stage, &head()).await, None, "n11: a draft is its author's");
        let empty = ready(&context, &id).await;
        assert!(matches!(empty, Err(Failed::Refused(Refused::Missing(_)))), "{empty:?}");
        let words: BTreeMap<String, String> =
            [("judgement".to_owned(), "Жұптар кездесіп жүр.".to_owned())].into();
        write(&context, &id, 0, &words).await.unwrap();
        ready(&context, &id).await.unwrap();
        signed_by(&stage, &gulnafisa, &id).await.unwrap();
        let kept = store::reports::get(&mut stage.db.read().await.unwrap(), &id).await.unwrap().unwrap();
        assert_eq!(kept.state, State::Approved, "nobody else signs");
        assert_eq!(standing(&stage, &head()).await, Some(Annual::Open(id.clone())));
        for who in [dana(), mentor("aigul")] {
            assert_eq!(standing(&stage, &who).await, None, "{who:?}");
        }
        let typesetter = Typesetter::unbounded();
        for lang in [Lang::Kk, Lang::Ru] {
            let pdf = print(&context, &id, lang, press(&typesetter)).await.unwrap();
            assert!(pdf.starts_with(b"%PDF"), "{lang:?}");
        }
    })
    .await;
}
