//! Concerns, ideas, surveys, messages and camps, of which letters tell.

use super::{AT, PRIVATE};
use crate::stage::{Stage, actor};
use actions::messages::{preview, send};
use domain::camps::{Camp, Change, Freed, Kind, Member, Slot, State as Held, Workshop};
use domain::concerns::{Concern, Named, State as Worried};
use domain::messages::{Audience, Message};
use domain::people::Role;
use domain::scenes::{Part, Place, Played, Record, SITUATIONS, Scene, State as Playing, Timing};
use domain::secrets::Secret;
use domain::surveys::{State as Surveying, Survey, Wave};
use jiff::civil::{date, time};
use std::collections::BTreeSet;

pub(super) async fn make_concern(stage: &Stage, due: bool) -> String {
    let id = if due { "concern-due" } else { "concern-waits" };
    let concern = Concern {
        id: id.into(),
        school: "school-12".into(),
        child: PRIVATE.into(),
        seen: PRIVATE.into(),
        seen_on: date(2026, 10, 2),
        raised: ("aigul".into(), AT),
        raised_on: date(2026, 10, 5),
        named: Named::default(),
        state: Worried::Raised,
        version: 0,
    };
    let mut tx = stage.db.write().await.unwrap();
    store::concerns::add(&mut tx, &concern).await.unwrap();
    tx.commit().await.unwrap();
    if due { format!("{id}:2026-10-05") } else { id.to_owned() }
}

pub(super) async fn make_idea(stage: &mut Stage, id: &str, how: domain::ideas::State) -> String {
    let idea = domain::ideas::Idea {
        id: id.into(),
        school: "school-12".into(),
        title: PRIVATE.into(),
        words: PRIVATE.into(),
        author: "dana".into(),
        unnamed: true,
        shown_on: date(2026, 10, 1),
        answerer: None,
        state: how,
        answer: None,
        removed: None,
        disclosed: None,
        merged: None,
        version: 0,
    };
    let mut tx = stage.db.write().await.unwrap();
    store::ideas::add(&mut tx, &idea).await.unwrap();
    tx.commit().await.unwrap();
    id.to_owned()
}

pub(super) async fn make_step(stage: &mut Stage, near: bool) -> String {
    let id = if near { "step-near" } else { "step-new" };
    let idea = make_idea(stage, &format!("idea-{id}"), domain::ideas::State::Taken).await;
    let step = domain::ideas::Step {
        id: id.into(),
        school: "school-12".into(),
        idea: idea.as_str().into(),
        text: PRIVATE.into(),
        owner: "dana".into(),
        by: date(2026, 10, 15),
        done_on: None,
    };
    let mut tx = stage.db.write().await.unwrap();
    store::ideas::plan(&mut tx, &step).await.unwrap();
    tx.commit().await.unwrap();
    if near { format!("{idea} {id} 2026-10-15") } else { format!("{idea} {id}") }
}

pub(super) async fn make_survey(stage: &mut Stage, wave: Wave) -> String {
    stage.today = date(2026, 10, 5);
    let secret = Secret::new(PRIVATE.into());
    let survey = Survey {
        id: wave.word().into(),
        school: "school-12".into(),
        programme: "programme".into(),
        wave,
        until: date(2026, 10, 19),
        opened_at: stage.now(),
        opened_by: "gulnafisa".into(),
        state: Surveying::Open(secret.clone()),
        version: 0,
    };
    let mut tx = stage.db.write().await.unwrap();
    store::surveys::add(&mut tx, &survey, &secret).await.unwrap();
    tx.commit().await.unwrap();
    survey.id.to_string()
}

pub(super) async fn make_message(stage: &mut Stage, tried: bool) -> String {
    let gulnafisa = actor("gulnafisa", &[Role::Coordinator]);
    let text =
        |words: &str| domain::messages::Text { subject: "[school], [year]".into(), text: words.into() };
    let texts = domain::messages::Texts {
        kk: text("Құрметті [name], жиын бейсенбіде. [sender]"),
        ru: text("Здравствуйте, [name]. Встреча в четверг. [sender]"),
        en: text("Dear [name], we meet on Thursday. [sender]"),
    };
    let message = Message {
        id: if tried { "message-tried".into() } else { "message-sent".into() },
        school: "school-12".into(),
        name: PRIVATE.into(),
        texts,
        used: true,
        version: 0,
    };
    let mut tx = stage.db.write().await.unwrap();
    store::messages::add(&mut tx, &message).await.unwrap();
    tx.commit().await.unwrap();
    if tried {
        return message.id.to_string();
    }
    let context = stage.context(&gulnafisa);
    let mut tx = stage.db.read().await.unwrap();
    let shown = preview(&mut tx, &context, &message, Audience::Newcomers).await.unwrap();
    drop(tx);
    let id = send(&context, &message.id, Audience::Newcomers, (0, &shown.list)).await.unwrap();
    // What it promised is promised again by hand, in each language.
    stage.letters().await;
    id.to_string()
}

pub(super) async fn make_camp(stage: &mut Stage, id: &str, how: Held) -> String {
    stage.today = date(2026, 10, 5);
    let day = date(2026, 10, 10);
    let workshop =
        Workshop {
            title: "Сабақ басы".into(), leader: "Айгүл".into(), place: "214".into(), seats: 1
        };
    let slot = Slot {
        day,
        from: time(10, 0, 0, 0),
        until: time(11, 0, 0, 0),
        title: "Шеберханалар".into(),
        place: String::new(),
        workshops: vec![workshop],
    };
    let mut tx = stage.db.write().await.unwrap();
    let home = store::schools::get(&mut tx, &"school-12".into()).await.unwrap().unwrap();
    let camp = Camp {
        id: id.into(),
        school: "school-12".into(),
        district: home.district,
        kind: Kind::Camp,
        title: "Күзгі лагерь".into(),
        place: PRIVATE.into(),
        first: day,
        last: day,
        packing: PRIVATE.into(),
        slots: vec![slot],
        groups: Vec::new(),
        seed: "seed".into(),
        words: PRIVATE.into(),
        changes: vec![Change {
            on: stage.today,
            gone: stage.today.at(12, 0, 0, 0),
            person: "zere".into(),
            freed: vec![Freed { slot: 0, workshop: 0, to: Some("dana".into()) }],
        }],
        state: how,
        version: 0,
    };
    store::camps::add(&mut tx, &camp).await.unwrap();
    store::camps::save(&mut tx, &camp).await.unwrap();
    let member = Member {
        camp: camp.id,
        school: "school-12".into(),
        person: "dana".into(),
        home: "school-12".into(),
        wishes: Vec::new(),
        got: Vec::new(),
        photo: None,
        present: BTreeSet::new(),
    };
    store::camps::join(&mut tx, &member).await.unwrap();
    tx.commit().await.unwrap();
    id.to_owned()
}

pub(super) async fn make_scene(stage: &mut Stage) -> String {
    stage.today = date(2026, 10, 5);
    let place =
        Place { part: Part::Newcomer, home: "school-12".into(), asked: None, present: false, sheet: None };
    let scene = Scene {
        id: "scene".into(),
        school: "school-12".into(),
        team: "Жаратылыстану".into(),
        day: date(2026, 10, 12),
        from: time(15, 0, 0, 0),
        place: "Кабинет 12".into(),
        played: Played::Starter(SITUATIONS[0].into()),
        timing: Timing::USUAL,
        open_for: None,
        chair: "gulnafisa".into(),
        secretary: "serik".into(),
        people: [("dana".into(), place)].into(),
        record: Record::default(),
        on_card: false,
        state: Playing::Planned,
        begun: None,
        version: 0,
    };
    let mut tx = stage.db.write().await.unwrap();
    store::scenes::add(&mut tx, &scene).await.unwrap();
    tx.commit().await.unwrap();
    "scene".to_owned()
}

/// The programme stops; why is told in no letter.
pub(super) async fn make_stop(stage: &mut Stage) -> String {
    stage.today = date(2026, 10, 5);
    let mut tx = stage.db.write().await.unwrap();
    let programme =
        store::programmes::get(&mut tx, &"school-12".into(), &"programme".into()).await.unwrap().unwrap();
    let (stopped, reason) = programme.stop(PRIVATE, stage.today).unwrap();
    store::programmes::save(&mut tx, &stopped).await.unwrap();
    let stop = store::programmes::Stop { person: "gulnafisa".into(), reason };
    store::programmes::add_stop(&mut tx, &stopped, &stop).await.unwrap();
    tx.commit().await.unwrap();
    "programme".to_owned()
}
