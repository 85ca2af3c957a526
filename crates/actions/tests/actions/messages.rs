//! Messages to many, on both databases: whom they reach, once to each, by the way of all letters.

use crate::letters::{delivered, told, wants};
use crate::stage::{Stage, actor, coordinator, newcomer};
use actions::Failed;
use actions::letters::{Delivered, NotSent, Post, Written, deliver_next};
use actions::messages::{
    Preview, add, keep, opened, preview, received, remove, send, sent, standing, try_out,
};
use domain::deliveries::Wishes;
use domain::meetings::Unmet;
use domain::messages::{Audience, MessageRefused, Outcome, Target, Text, Texts};
use domain::people::{Actor, Role};
use domain::{MessageId, PersonId};
use i18n::Lang;
use store::testing::{on_both, spoil};

fn texts(words: &str) -> Texts {
    let text = |before: &str| Text { subject: format!("{before} [year]"), text: format!("{words} [name]") };
    Texts { kk: text("Жиын"), ru: text("Встреча"), en: text("A meeting") }
}

/// A template that is written.
async fn written(stage: &Stage) -> MessageId {
    let who = coordinator();
    let id = add(&stage.context(&who), "Жиын").await.unwrap();
    keep(&stage.context(&who), &id, &texts("Бейсенбі,")).await.unwrap();
    id
}

/// What would happen now.
async fn previewed(stage: &Stage, id: &MessageId, audience: Audience) -> Preview {
    let who = coordinator();
    let mut tx = stage.db.read().await.unwrap();
    let (message, _) = opened(&mut tx, &stage.context(&who), id).await.unwrap();
    preview(&mut tx, &stage.context(&who), &message, audience).await.unwrap()
}

/// Whom a template would reach now.
async fn shown(stage: &Stage, id: &MessageId, audience: Audience) -> Vec<PersonId> {
    previewed(stage, id, audience).await.people
}

/// Sends to everybody who is shown.
async fn goes(stage: &Stage, id: &MessageId, audience: Audience) -> domain::BroadcastId {
    let who = coordinator();
    let shown = previewed(stage, id, audience).await;
    send(&stage.context(&who), id, audience, (shown.edition, &shown.list)).await.unwrap()
}

async fn outcomes(stage: &Stage, id: &domain::BroadcastId, outcome: Outcome) -> usize {
    let who = coordinator();
    let mut tx = stage.db.read().await.unwrap();
    let sent = sent(&mut tx, &stage.context(&who), id).await.unwrap();
    sent.deliveries.iter().filter(|one| one.outcome == outcome).count()
}

#[tokio::test]
async fn a_template_says_no_word_that_nobody_can_fill_in() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let who = coordinator();
        let id = add(&stage.context(&who), "Жиын").await.unwrap();
        assert_eq!(add(&stage.context(&who), "Жиын").await.unwrap(), id, "the form came twice");
        let wrong = keep(&stage.context(&who), &id, &texts("[аты]")).await;
        assert!(matches!(wrong, Err(Failed::Refused(MessageRefused::Unknown(ref word))) if word == "аты"));
        let early = try_out(&stage.context(&who), &id).await;
        assert!(matches!(early, Err(Failed::Refused(MessageRefused::Unfinished))), "{early:?}");
        let early = send(&stage.context(&who), &id, Audience::Newcomers, (0, "list")).await;
        assert!(matches!(early, Err(Failed::Refused(MessageRefused::Unfinished))), "{early:?}");
        keep(&stage.context(&who), &id, &texts("Бейсенбі,")).await.unwrap();
        for _ in 0..2 {
            try_out(&stage.context(&who), &id).await.unwrap();
        }
        let letters = told(&stage).await;
        assert_eq!(letters.len(), 3, "one in each language, once: {letters:?}");
        for subject in ["Жиын", "Встреча", "A meeting"] {
            let there = letters.iter().any(|(to, said)| to == "gulnafisa" && said.contains(subject));
            assert!(there, "{subject}: {letters:?}");
        }
        remove(&stage.context(&who), &id).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        assert!(standing(&mut tx, &stage.context(&who)).await.unwrap().messages.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_text_names_the_other_one_of_the_readers_pair_and_the_day_on_which_they_meet() {
    on_both(async |db| {
        let (stage, pair) = crate::meetings::stage(db).await;
        crate::meetings::agreed(&stage, &pair).await;
        let who = coordinator();
        let id = add(&stage.context(&who), "Жұп").await.unwrap();
        let text = |words: &str| Text { subject: words.to_owned(), text: "[partner]; [meeting]".to_owned() };
        let texts = Texts { kk: text("Жұп"), ru: text("Пара"), en: text("A pair") };
        keep(&stage.context(&who), &id, &texts).await.unwrap();
        let read = async |who: &str| {
            let mut tx = stage.db.read().await.unwrap();
            let reader = newcomer(who);
            received(&mut tx, &stage.context(&reader), Lang::En, None).await.unwrap().0.remove(0).words.text
        };
        goes(&stage, &id, Audience::Newcomers).await;
        let dana = read("dana").await;
        assert!(dana.contains("Айгүл") && dana.contains("15:00"), "{dana}");
        assert_eq!(read("zere").await, "no pair yet; no day is set yet");
    })
    .await;
}

#[tokio::test]
async fn whoever_tries_a_template_without_an_address_is_told_so() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = written(&stage).await;
        spoil(&stage.db, "UPDATE people SET email = NULL WHERE id = 'gulnafisa'").await;
        let who = coordinator();
        let refused = try_out(&stage.context(&who), &id).await;
        assert!(matches!(refused, Err(Failed::Refused(MessageRefused::NoAddress))), "{refused:?}");
    })
    .await;
}

#[tokio::test]
async fn an_audience_is_narrowed_to_a_subject_and_to_a_person() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = written(&stage).await;
        spoil(&stage.db, "UPDATE people SET subject = 'Физика' WHERE id IN ('dana', 'aigul')").await;
        let physics = Some("Физика");
        let of = |audience, subject: Option<&str>, person: Option<&str>| Target {
            audience,
            subject: subject.map(str::to_owned),
            person: person.map(Into::into),
            unmet: None,
        };
        let who = coordinator();
        let reached = async |to: &Target| {
            let mut tx = stage.db.read().await.unwrap();
            let (message, _) = opened(&mut tx, &stage.context(&who), &id).await.unwrap();
            preview(&mut tx, &stage.context(&who), &message, to.clone()).await.unwrap()
        };
        let people = async |to: Target| reached(&to).await.people;
        let (dana, aigul) = (PersonId::from("dana"), PersonId::from("aigul"));
        let both = people(of(Audience::Everybody, physics, None)).await;
        assert!(both.contains(&dana) && both.contains(&aigul), "{both:?}");
        assert_eq!(people(of(Audience::Newcomers, physics, None)).await, std::slice::from_ref(&dana));
        assert_eq!(people(of(Audience::Everybody, None, Some("dana"))).await, [dana]);
        assert!(people(of(Audience::Mentors, physics, Some("dana"))).await.is_empty(), "she is no mentor");
        let to = of(Audience::Newcomers, physics, None);
        let shown = reached(&to).await;
        let edition = (shown.edition, shown.list.as_str());
        let first = send(&stage.context(&who), &id, to.clone(), edition).await.unwrap();
        assert_eq!(send(&stage.context(&who), &id, to.clone(), edition).await.unwrap(), first, "once");
        let rest = people(Audience::Newcomers.into()).await;
        assert!(!rest.is_empty() && !rest.contains(&"dana".into()), "{rest:?}");
        let later = goes(&stage, &id, Audience::Newcomers).await;
        assert_ne!(later, first, "the others of the audience, on the same day");
        let mut tx = stage.db.read().await.unwrap();
        assert_eq!(sent(&mut tx, &stage.context(&who), &first).await.unwrap().broadcast.to, to);
    })
    .await;
}

#[tokio::test]
async fn an_audience_is_narrowed_to_pairs_that_have_not_met() {
    on_both(async |db| {
        let (mut stage, pair) = crate::meetings::stage(db).await;
        let id = written(&stage).await;
        let who = coordinator();
        let apart = async |stage: &Stage| {
            let to = Target { unmet: Some(Unmet::Two), ..Audience::Everybody.into() };
            let mut tx = stage.db.read().await.unwrap();
            let (message, _) = opened(&mut tx, &stage.context(&who), &id).await.unwrap();
            preview(&mut tx, &stage.context(&who), &message, to).await.unwrap()
        };
        assert!(apart(&stage).await.people.is_empty(), "the order is eight days old");
        crate::meetings::agreed(&stage, &pair).await;
        stage.today = jiff::civil::date(2026, 11, 16);
        let both = [PersonId::from("aigul"), PersonId::from("dana")];
        assert_eq!(apart(&stage).await.people, both, "agreed on, and not confirmed");
        spoil(&stage.db, "UPDATE meetings SET state = 'held', said_newcomer = 1, said_mentor = 1").await;
        assert!(apart(&stage).await.people.is_empty(), "both say that they met on the 12th");
        stage.today = jiff::civil::date(2026, 11, 27);
        let shown = apart(&stage).await;
        let edition = (shown.edition, shown.list.as_str());
        let sent_to = send(&stage.context(&who), &id, shown.to.clone(), edition).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        assert_eq!(sent(&mut tx, &stage.context(&who), &sent_to).await.unwrap().broadcast.to, shown.to);
    })
    .await;
}

#[tokio::test]
async fn n10_everybody_gets_an_edition_once() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let id = written(&stage).await;
        let people = shown(&stage, &id, Audience::Newcomers).await;
        assert!(people.contains(&"dana".into()) && !people.contains(&"aigul".into()), "{people:?}");
        let who = coordinator();
        let list = previewed(&stage, &id, Audience::Newcomers).await.list;
        let mentors = previewed(&stage, &id, Audience::Mentors).await.list;
        let other = send(&stage.context(&who), &id, Audience::Newcomers, (1, &mentors)).await;
        assert!(matches!(other, Err(Failed::Refused(MessageRefused::Others))), "{other:?}");
        let first = goes(&stage, &id, Audience::Newcomers).await;
        let again = send(&stage.context(&who), &id, Audience::Newcomers, (1, &list)).await.unwrap();
        assert_eq!(again, first, "the form came twice");
        let rest = shown(&stage, &id, Audience::Everybody).await;
        assert!(!rest.iter().any(|person| people.contains(person)), "{rest:?}");
        stage.today = jiff::civil::date(2026, 10, 6);
        let nobody = send(&stage.context(&who), &id, Audience::Newcomers, (1, &list)).await;
        assert!(matches!(nobody, Err(Failed::Refused(MessageRefused::Nobody))), "{nobody:?}");
        let letters = told(&stage).await;
        let to: Vec<&str> = letters.iter().map(|(to, _)| to.as_str()).collect();
        assert_eq!(to.iter().filter(|to| **to == "dana").count(), 1, "{to:?}");
        assert_eq!(stage.audited("message-sent").await, 1);
        keep(&stage.context(&who), &id, &texts("Жұма,")).await.unwrap();
        assert_eq!(shown(&stage, &id, Audience::Newcomers).await, people, "another edition");
        let unseen = send(&stage.context(&who), &id, Audience::Newcomers, (1, &list)).await;
        assert!(matches!(unseen, Err(Failed::Refused(MessageRefused::Others))), "written anew: {unseen:?}");
    })
    .await;
}

#[tokio::test]
async fn a_reader_has_it_in_their_language_and_on_the_page_where_no_letter_is_wanted() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = written(&stage).await;
        wants(&stage, "dana", Wishes { messages: false, ..Wishes::default() }).await;
        let broadcast = goes(&stage, &id, Audience::Newcomers).await;
        let letters = delivered(&stage).await;
        assert!(letters.iter().all(|letter| letter.person != "dana".into()), "{letters:?}");
        let dana = newcomer("dana");
        let mut tx = stage.db.read().await.unwrap();
        let (read, older) = received(&mut tx, &stage.context(&dana), Lang::Kk, None).await.unwrap();
        assert_eq!((read.len(), older), (1, None));
        assert_eq!(read[0].words.subject, "Жиын 2026/27");
        assert!(read[0].words.text.contains("Дана"), "{:?}", read[0].words);
        drop(tx);
        assert_eq!(outcomes(&stage, &broadcast, Outcome::OnPage).await, 1);
        assert_eq!(outcomes(&stage, &broadcast, Outcome::Waiting).await, 0);
    })
    .await;
}

#[tokio::test]
async fn messages_are_read_page_by_page_and_each_stands_on_one_of_them() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = written(&stage).await;
        for edition in 0..25 {
            keep(&stage.context(&coordinator()), &id, &texts(&format!("{edition}-жиын,"))).await.unwrap();
            goes(&stage, &id, Audience::Newcomers).await;
        }
        let dana = newcomer("dana");
        let mut tx = stage.db.read().await.unwrap();
        let context = stage.context(&dana);
        let (mut read, older) = received(&mut tx, &context, Lang::Kk, None).await.unwrap();
        assert_eq!(read.len(), 20);
        let (rest, older) = received(&mut tx, &context, Lang::Kk, older).await.unwrap();
        assert_eq!((rest.len(), older), (5, None), "they were all sent in one instant");
        read.extend(rest);
        let words: std::collections::BTreeSet<_> = read.iter().map(|one| one.words.text.clone()).collect();
        assert_eq!(words.len(), 25);
    })
    .await;
}

/// Takes no letter.
struct Closed;

impl Post for Closed {
    async fn send(&self, _: &Written) -> Result<(), NotSent> {
        Err(NotSent::ForGood("mailbox refused: 550".into()))
    }
}

#[tokio::test]
async fn the_log_tells_what_became_of_each_letter() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = written(&stage).await;
        let broadcast = goes(&stage, &id, Audience::Newcomers).await;
        let all = outcomes(&stage, &broadcast, Outcome::Waiting).await;
        assert!(all > 1, "{all}");
        assert_eq!(deliver_next(&stage.db, stage.now(), &Closed).await.unwrap(), Delivered::Dead);
        delivered(&stage).await;
        assert_eq!(outcomes(&stage, &broadcast, Outcome::Failed).await, 1);
        assert_eq!(outcomes(&stage, &broadcast, Outcome::Sent).await, all - 1);
    })
    .await;
}

#[tokio::test]
async fn n08_nobody_else_writes_to_many_or_reads_what_went_to_others() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = written(&stage).await;
        let broadcast = goes(&stage, &id, Audience::Newcomers).await;
        for who in [newcomer("dana"), actor("serik", &[Role::Head])] {
            let context = stage.context(&who);
            assert!(matches!(add(&context, "Менің").await, Err(Failed::Forbidden)));
            let sent_by = send(&context, &id, Audience::Everybody, (1, "list")).await;
            assert!(matches!(sent_by, Err(Failed::Forbidden)), "{sent_by:?}");
            let mut tx = stage.db.read().await.unwrap();
            assert!(matches!(sent(&mut tx, &context, &broadcast).await, Err(Failed::Forbidden)));
        }
        let stranger = Actor { school: Some("school-7".into()), ..coordinator() };
        let context = stage.context(&stranger);
        assert!(matches!(keep(&context, &id, &texts("x")).await, Err(Failed::NotFound)));
        assert!(matches!(try_out(&context, &id).await, Err(Failed::NotFound)));
        let mut tx = stage.db.read().await.unwrap();
        assert!(matches!(sent(&mut tx, &context, &broadcast).await, Err(Failed::NotFound)));
    })
    .await;
}
