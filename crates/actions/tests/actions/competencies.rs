//! Evidence: attached and taken back by the newcomer, suggested by the mentor where the frame is shown, counted for the
//! coordinator.

use crate::plans::{assigned, coordinator, head};
use crate::stage::{Stage, mentor, newcomer};
use actions::Failed;
use actions::competencies::{
    Opened, add, attach, counts, own, remove, share, shown, suggest, take_back, take_step,
};
use actions::difficulties::{Answers, fill};
use domain::competencies::{AddRefused, Competency, Fact, Field, Item, MOST_EVIDENCE, Proof, Refused, State};
use domain::difficulties::{Mark, Season, Topic};
use domain::milestones::Milestone;
use domain::people::Actor;
use domain::plans::Step;
use domain::programmes::Programme;
use domain::regulations::Words;
use jiff::civil::date;
use store::Db;
use store::testing::on_both;

const JOURNAL: Item = Item::BuiltIn(Competency::Journal);
const TALK: Item = Item::BuiltIn(Competency::Talk);
const TICKED: Proof = Proof::Fact(Fact::Milestone(Milestone::Journal));

/// Дана has ticked the e-journal, and her map, which she keeps to herself, says that talks with parents are easy.
async fn staged(db: Db) -> (Stage, Programme) {
    let (stage, _) = assigned(db).await;
    let dana = newcomer("dana");
    let context = stage.context(&dana);
    actions::milestones::set(&context, &"dana".into(), Milestone::Journal, true).await.unwrap();
    let mut tx = stage.db.read().await.unwrap();
    let programme =
        store::programmes::get(&mut tx, &"school-12".into(), &"programme".into()).await.unwrap().unwrap();
    drop(tx);
    let marks = [(Topic::Parents, Mark::new(1).unwrap()), (Topic::Time, Mark::new(3).unwrap())].into();
    fill(&context, &programme, &Answers { marks, ..Answers::default() }).await.unwrap();
    (stage, programme)
}

async fn hers(stage: &Stage, programme: &Programme) -> Opened {
    let mut tx = stage.db.read().await.unwrap();
    own(&mut tx, &stage.context(&newcomer("dana")), programme).await.unwrap().unwrap()
}

async fn read_by(stage: &Stage, reader: &Actor) -> Option<Opened> {
    let mut tx = stage.db.read().await.unwrap();
    shown(&mut tx, &stage.context(reader), &"dana".into()).await.unwrap()
}

#[tokio::test]
async fn a_fact_of_the_journal_is_attached_once_and_taken_back() {
    on_both(async |db| {
        let (stage, programme) = staged(db).await;
        let dana = newcomer("dana");
        let context = stage.context(&dana);
        for _ in 0..2 {
            attach(&context, &programme, &JOURNAL, &TICKED).await.unwrap();
        }
        let opened = hers(&stage, &programme).await;
        let [evidence] = &opened.evidence[..] else { panic!("{:?}", opened.evidence) };
        assert!(opened.fact(evidence).is_some());
        assert!(
            !opened
                .free(opened.line(&JOURNAL).unwrap())
                .iter()
                .any(|(one, _)| { one.fact == Fact::Milestone(Milestone::Journal) })
        );
        // A tick that is taken back leaves the evidence, which says so.
        actions::milestones::set(&context, &"dana".into(), Milestone::Journal, false).await.unwrap();
        assert_eq!(hers(&stage, &programme).await.fact(evidence), None);
        take_back(&context, &programme, &evidence.id).await.unwrap();
        assert_eq!(hers(&stage, &programme).await.evidence, []);
        let again = take_back(&context, &programme, &evidence.id).await;
        assert!(matches!(again, Err(Failed::NotFound)), "{again:?}");
    })
    .await;
}

#[tokio::test]
async fn only_what_stands_in_the_journal_and_only_lines_of_the_frame_take_it() {
    on_both(async |db| {
        let (stage, programme) = staged(db).await;
        let dana = newcomer("dana");
        let context = stage.context(&dana);
        for fact in [
            Fact::Milestone(Milestone::Workplace),
            Fact::Light(Season::September, Topic::Time),
            Fact::Meeting("nothing".into()),
            Fact::Observation("nothing".into()),
            Fact::Step("nothing".into()),
        ] {
            let refused = attach(&context, &programme, &JOURNAL, &Proof::Fact(fact)).await;
            assert!(matches!(refused, Err(Failed::Refused(Refused::NoFact))), "{refused:?}");
        }
        let elsewhere = attach(&context, &programme, &Item::Added("nothing".into()), &TICKED).await;
        assert!(matches!(elsewhere, Err(Failed::NotFound)), "{elsewhere:?}");
        for number in 0..MOST_EVIDENCE {
            attach(&context, &programme, &TALK, &Proof::Words(format!(" Әңгіме {number} "))).await.unwrap();
        }
        let one_more = attach(&context, &programme, &TALK, &Proof::Words("Тағы бір".into())).await;
        assert!(matches!(one_more, Err(Failed::Refused(Refused::TooMany))), "{one_more:?}");
        let mentors = attach(&stage.context(&mentor("aigul")), &programme, &JOURNAL, &TICKED).await;
        assert!(matches!(mentors, Err(Failed::NotFound)), "{mentors:?}");
        take_step(&context, &programme, &TALK).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let plan = store::plans::of_newcomer(&mut tx, &"school-12".into(), &"dana".into()).await.unwrap();
        let items = store::plans::items(&mut tx, &plan[0]).await.unwrap();
        assert_eq!(items.iter().map(|item| item.step).collect::<Vec<_>>(), [Some(Step::GrowParents)]);
    })
    .await;
}

#[tokio::test]
async fn the_mentor_reads_what_is_shown_and_suggests_and_the_newcomer_decides() {
    on_both(async |db| {
        let (stage, programme) = staged(db).await;
        let (dana, aigul) = (newcomer("dana"), mentor("aigul"));
        let context = stage.context(&dana);
        let light = Proof::Fact(Fact::Light(Season::September, Topic::Parents));
        attach(&context, &programme, &TALK, &light).await.unwrap();
        attach(&context, &programme, &TALK, &Proof::Words("Бір әңгіме".into())).await.unwrap();
        let closed = read_by(&stage, &aigul).await.unwrap();
        assert!(closed.evidence.is_empty() && closed.facts.is_empty() && closed.frame.len() == 12);
        let early = suggest(&stage.context(&aigul), &"dana".into(), &JOURNAL, &TICKED).await;
        assert!(matches!(early, Err(Failed::Refused(Refused::NotShared))), "{early:?}");
        share(&context, &programme, true).await.unwrap();
        let open = read_by(&stage, &aigul).await.unwrap();
        let proofs: Vec<&Proof> = open.evidence.iter().map(|one| &one.proof).collect();
        assert_eq!(proofs, [&Proof::Words("Бір әңгіме".into())], "her map is not shared");
        let hidden = suggest(&stage.context(&aigul), &"dana".into(), &TALK, &light).await;
        assert!(matches!(hidden, Err(Failed::Refused(Refused::NoFact))), "{hidden:?}");
        for _ in 0..2 {
            suggest(&stage.context(&aigul), &"dana".into(), &JOURNAL, &TICKED).await.unwrap();
        }
        let journal = async || {
            let opened = hers(&stage, &programme).await;
            opened.evidence.iter().filter(|one| one.item == JOURNAL).map(|one| one.state).collect::<Vec<_>>()
        };
        assert_eq!(journal().await, [State::Suggested]);
        attach(&context, &programme, &JOURNAL, &TICKED).await.unwrap();
        assert_eq!(journal().await, [State::Attached]);
        share(&context, &programme, false).await.unwrap();
        assert!(read_by(&stage, &aigul).await.unwrap().evidence.is_empty());
        for other in [mentor("bekzhan"), newcomer("zere"), coordinator(), head()] {
            assert!(read_by(&stage, &other).await.is_none());
            let suggested = suggest(&stage.context(&other), &"dana".into(), &JOURNAL, &TICKED).await;
            assert!(matches!(suggested, Err(Failed::NotFound)), "{suggested:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_coordinator_counts_and_adds_for_the_years_to_come() {
    on_both(async |db| {
        let (mut stage, programme) = staged(db).await;
        attach(&stage.context(&newcomer("dana")), &programme, &JOURNAL, &TICKED).await.unwrap();
        let words =
            Words { kk: "Үйірме жүргіземін".into(), ru: "Веду кружок".into() };
        let lead = coordinator();
        let late = add(&stage.context(&lead), &programme, Field::Children, &words).await.unwrap();
        let again = add(&stage.context(&lead), &programme, Field::Children, &words).await.unwrap();
        assert_eq!(late, again);
        let read = async |who: &Actor| {
            let mut tx = stage.db.read().await.unwrap();
            counts(&mut tx, &stage.context(who), &programme).await.unwrap()
        };
        let counted = read(&lead).await.unwrap();
        let dana = counted.iter().find(|one| one.person.as_str() == "dana").unwrap();
        assert_eq!((dana.with, dana.without), (1, 11), "the line of the next year is not here");
        for other in [head(), mentor("aigul"), newcomer("dana")] {
            assert_eq!(read(&other).await, None);
        }
        let by_head = add(&stage.context(&head()), &programme, Field::Children, &words).await;
        assert!(matches!(by_head, Err(Failed::Forbidden)), "{by_head:?}");
        stage.today = date(2026, 8, 20);
        let other = Words { ru: "Веду секцию".into(), ..words };
        let early = add(&stage.context(&lead), &programme, Field::Children, &other).await.unwrap();
        stage.today = date(2026, 11, 3);
        let holds = remove(&stage.context(&lead), &programme, &early).await;
        assert!(matches!(holds, Err(Failed::Refused(AddRefused::Holds))), "{holds:?}");
        remove(&stage.context(&lead), &programme, &late).await.unwrap();
        assert_eq!(hers(&stage, &programme).await.frame.len(), 13);
    })
    .await;
}
