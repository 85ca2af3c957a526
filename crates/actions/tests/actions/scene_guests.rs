//! Modelled situations that a school opens to the other schools of its district, on both databases: teachers come, fill a
//! sheet, play where they say yes, take a decision home; whoever is not asked to come finds nothing.

use crate::stage::{Stage, actor, coordinator, teacher};
use actions::Failed;
use actions::scenes::{
    Planned, Step, Visit, ahead, answer, ask, came, coming, decide, done, let_card_say, link, list, observe,
    open_decisions, opened, plan, print, record, shown_by, step, step_back, visit, visiting,
};
use domain::people::{Actor, Role};
use domain::scenes::{CRITERIA, Part, Played, Record, Recording, Refused, SITUATIONS, Sheet, Timing};
use domain::schools::District;
use domain::{Day, PersonId, SceneId, SchoolId};
use i18n::Lang;
use jiff::civil::{date, time};
use std::collections::BTreeSet;
use store::testing::{column, on_both, spoil};

const TODAY: Day = date(2026, 10, 5);

/// What Тимур writes on his sheet, and what the secretary takes down.
const WORDS: &str = "Қарлығаш 8813: кешірім сұрады";

fn school_7() -> SchoolId {
    "school-7".into()
}

/// Тимур of school 7.
fn timur(roles: &[Role]) -> Actor {
    Actor { school: Some(school_7()), ..actor("timur", roles) }
}

fn guest() -> Actor {
    timur(&[Role::Teacher])
}

/// Айгүл plays the mentor, Дана the newcomer; Бекжан and Зере observe.
fn planned(open_for: Option<&str>) -> Planned {
    Planned {
        team: "Математика".to_owned(),
        day: TODAY,
        from: time(15, 0, 0, 0),
        place: "Кабинет 12".to_owned(),
        played: Played::Starter(SITUATIONS[0].to_owned()),
        timing: Timing::USUAL,
        open_for: open_for.map(str::to_owned),
        chair: "gulnafisa".into(),
        secretary: "serik".into(),
        mentor: "aigul".into(),
        newcomer: "dana".into(),
        observers: ["bekzhan", "zere"].map(PersonId::from).into(),
    }
}

async fn open(stage: &Stage) -> SceneId {
    plan(&stage.context(&coordinator()), &planned(Some("Математика"))).await.unwrap()
}

fn sheet(helped: &str) -> Sheet {
    Sheet { marks: vec![2; CRITERIA.len()], helped: helped.to_owned() }
}

/// What somebody finds open at other schools.
async fn found(stage: &Stage, who: &Actor) -> Vec<Visit> {
    let mut tx = stage.db.read().await.unwrap();
    coming(&mut tx, &stage.context(who), Lang::Ru).await.unwrap()
}

/// Тимур came, and his sheet is in; one of Бекжан, too.
async fn begun(stage: &Stage) -> SceneId {
    let id = open(stage).await;
    visit(&stage.context(&guest()), &id).await.unwrap();
    step(&stage.context(&coordinator()), &id, Step::Begin).await.unwrap();
    observe(&stage.context(&guest()), &id, &sheet(WORDS)).await.unwrap();
    observe(&stage.context(&teacher("bekzhan")), &id, &sheet("")).await.unwrap();
    id
}

async fn close(stage: &Stage, id: &SceneId) {
    let gulnafisa = coordinator();
    let context = stage.context(&gulnafisa);
    let written = Record { course: "Тыңдады.".to_owned(), ..Record::default() };
    record(&context, id, &written, &BTreeSet::new(), None).await.unwrap();
    step(&context, id, Step::Close).await.unwrap();
}

#[tokio::test]
async fn a_teacher_of_another_school_comes_steps_back_and_reads_with_the_others() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = open(&stage).await;
        assert_eq!(stage.audited("scene-opened").await, 1);
        let timur = guest();
        let context = stage.context(&timur);
        let visits = found(&stage, &timur).await;
        assert_eq!(visits.iter().map(|one| &one.scene.id).collect::<Vec<_>>(), [&id]);
        assert_eq!(
            (visits[0].host.as_str(), visits[0].few),
            ("Школа № 12", Some(1)),
            "he alone teaches it at home"
        );
        assert!(found(&stage, &teacher("bekzhan")).await.is_empty(), "it is held at his own school");
        for _ in 0..2 {
            visit(&context, &id).await.unwrap();
        }
        assert!(found(&stage, &timur).await.is_empty());
        for _ in 0..2 {
            step_back(&context, &id).await.unwrap();
        }
        assert_eq!(found(&stage, &timur).await.len(), 1);
        assert_eq!(
            (stage.audited("scene-visited").await, stage.audited("scene-stepped-back").await),
            (1, 1),
            "sent twice, done once"
        );
        visit(&context, &id).await.unwrap();
        step(&stage.context(&coordinator()), &id, Step::Begin).await.unwrap();
        observe(&context, &id, &sheet(WORDS)).await.unwrap();
        for person in ["bekzhan", "zere"] {
            observe(&stage.context(&teacher(person)), &id, &sheet("")).await.unwrap();
        }
        let late = step_back(&context, &id).await;
        assert!(matches!(late, Err(Failed::Refused(Refused::NotHere))), "{late:?}");
        let mut tx = stage.db.read().await.unwrap();
        let chair = opened(&mut tx, &stage.context(&coordinator()), &id, Lang::Ru).await.unwrap();
        let name = &chair.names[&PersonId::from("timur")];
        assert!(name.contains("Ахметов") && name.contains("№ 7"), "{name}");
        assert!(!format!("{chair:?}").contains(WORDS), "before the end a sheet is its observer's alone");
        drop(tx);
        close(&stage, &id).await;
        let mut tx = stage.db.read().await.unwrap();
        let page = opened(&mut tx, &context, &id, Lang::Ru).await.unwrap();
        assert_eq!(page.together.unwrap().helped, [WORDS]);
        assert_eq!(page.host.map(|school| school.id), Some("school-12".into()));
        drop(tx);
        assert!(print(&context, &id, Lang::Kk).await.unwrap().starts_with(b"%PDF"));
    })
    .await;
}

#[tokio::test]
async fn n08_a_meeting_that_is_not_open_or_has_begun_is_not_there_for_other_schools() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let closed = plan(&stage.context(&coordinator()), &planned(None)).await.unwrap();
        assert_eq!(stage.audited("scene-opened").await, 0);
        let late = open(&stage).await;
        step(&stage.context(&coordinator()), &late, Step::Begin).await.unwrap();
        for who in [guest(), timur(&[Role::Coordinator, Role::Head])] {
            let context = stage.context(&who);
            assert!(found(&stage, &who).await.is_empty());
            for id in [&closed, &late] {
                let come = visit(&context, id).await;
                assert!(matches!(come, Err(Failed::NotFound)), "{come:?}");
                let back = step_back(&context, id).await;
                assert!(matches!(back, Err(Failed::NotFound)), "{back:?}");
                let yes = answer(&context, id, true).await;
                assert!(matches!(yes, Err(Failed::NotFound)), "{yes:?}");
                let mut tx = stage.db.read().await.unwrap();
                assert!(matches!(opened(&mut tx, &context, id, Lang::Ru).await, Err(Failed::NotFound)));
            }
        }
        assert!(!column(&stage.db, "scene_people", "person_id").await.contains(&"timur".to_owned()));
    })
    .await;
}

#[tokio::test]
async fn n08_what_is_open_is_open_to_the_own_district_alone() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (come, new) = (open(&stage).await, open_later(&stage).await);
        visit(&stage.context(&guest()), &come).await.unwrap();
        let mut tx = stage.db.write().await.unwrap();
        let (id, name) = ("other".into(), "Бөрлі ауданы".to_owned());
        let other = District { id, name_kk: name.clone(), name_ru: name };
        store::schools::add_district(&mut tx, &other).await.unwrap();
        let mut school = store::schools::get(&mut tx, &school_7()).await.unwrap().unwrap();
        school.district = other.id;
        store::schools::save(&mut tx, &school).await.unwrap();
        tx.commit().await.unwrap();
        assert!(found(&stage, &guest()).await.is_empty());
        let booked = visit(&stage.context(&guest()), &new).await;
        assert!(matches!(booked, Err(Failed::NotFound)), "{booked:?}");
        step_back(&stage.context(&guest()), &come).await.unwrap();
        let again = visit(&stage.context(&guest()), &come).await;
        assert!(matches!(again, Err(Failed::NotFound)), "{again:?}");
    })
    .await;
}

/// Another open meeting, a week later.
async fn open_later(stage: &Stage) -> SceneId {
    let later = Planned { day: date(2026, 10, 12), ..planned(Some("Физика")) };
    plan(&stage.context(&coordinator()), &later).await.unwrap()
}

#[tokio::test]
async fn n08_before_coming_nobody_is_read_and_a_guest_sees_no_other_meeting() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = begun(&stage).await;
        let secret = plan(&stage.context(&coordinator()), &planned(None)).await.unwrap();
        let later = open_later(&stage).await;
        let timur = timur(&[Role::Teacher, Role::Coordinator, Role::Head]);
        let context = stage.context(&timur);
        let mut tx = stage.db.read().await.unwrap();
        let read = visiting(&mut tx, &context, &later, Lang::Ru).await.unwrap().unwrap();
        assert_eq!(read.few, None, "nobody at his school teaches it");
        let text = format!("{read:?}");
        for word in ["aigul", "dana", "bekzhan", "zere", "gulnafisa", "serik"] {
            assert!(!text.contains(word), "{word}: {text}");
        }
        for other in [&secret, &later] {
            assert!(matches!(opened(&mut tx, &context, other, Lang::Ru).await, Err(Failed::NotFound)));
        }
        let mine = list(&mut tx, &context).await.unwrap();
        assert_eq!(mine.iter().map(|one| &one.id).collect::<Vec<_>>(), [&id]);
        drop(tx);
        // At the meeting a guest leads nothing, whatever they are at home.
        assert!(matches!(step(&context, &id, Step::Close).await, Err(Failed::NotFound)));
        let given = ask(&context, &id, &"timur".into(), Part::Mentor).await;
        assert!(matches!(given, Err(Failed::NotFound)), "{given:?}");
        // The others of his school are not at it.
        let leads = Actor { person: "polina".into(), ..timur.clone() };
        let mut tx = stage.db.read().await.unwrap();
        assert!(list(&mut tx, &stage.context(&leads)).await.unwrap().is_empty());
        let page = opened(&mut tx, &stage.context(&leads), &id, Lang::Ru).await;
        assert!(matches!(page, Err(Failed::NotFound)), "{page:?}");
    })
    .await;
}

#[tokio::test]
async fn n08_a_guest_who_did_not_come_reads_nothing_unless_they_took_something_on() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let (timur, gulnafisa) = (guest(), coordinator());
        let (context, chair) = (stage.context(&timur), stage.context(&gulnafisa));
        for (team, takes_on) in [("Математика", false), ("Алгебра", true)] {
            let form = Planned { team: team.to_owned(), ..planned(Some("Математика")) };
            let id = plan(&chair, &form).await.unwrap();
            visit(&context, &id).await.unwrap();
            step(&chair, &id, Step::Begin).await.unwrap();
            observe(&stage.context(&teacher("bekzhan")), &id, &sheet("")).await.unwrap();
            if takes_on {
                let until = date(2026, 10, 20);
                decide(&chair, &id, "Сабаққа шақыру", &"timur".into(), until).await.unwrap();
            }
            close(&stage, &id).await;
            let mut tx = stage.db.read().await.unwrap();
            let page = opened(&mut tx, &context, &id, Lang::Ru).await;
            assert_eq!(page.is_ok(), takes_on, "{team}");
            assert!(takes_on || matches!(page, Err(Failed::NotFound)), "{team}");
            let mine = list(&mut tx, &context).await.unwrap();
            assert_eq!(mine.iter().any(|one| one.id == id), takes_on, "{team}");
            drop(tx);
            assert_eq!(print(&context, &id, Lang::Kk).await.is_ok(), takes_on, "{team}");
        }
    })
    .await;
}

#[tokio::test]
async fn n08_those_who_lead_the_guests_school_read_that_they_were_there_and_nothing_else() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = begun(&stage).await;
        let leads = Actor { person: "polina".into(), ..timur(&[Role::Coordinator]) };
        let mut tx = stage.db.read().await.unwrap();
        assert!(
            came(&mut tx, &stage.context(&leads), Lang::Ru).await.unwrap().is_empty(),
            "it is being held"
        );
        drop(tx);
        close(&stage, &id).await;
        let mut tx = stage.db.read().await.unwrap();
        let there = came(&mut tx, &stage.context(&leads), Lang::Ru).await.unwrap();
        assert_eq!((there.len(), there[0].minutes, there[0].host.as_str()), (1, 35, "Школа № 12"));
        assert!(there[0].name.contains("Ахметов"), "{there:?}");
        let text = format!("{there:?}");
        for word in ["aigul", "bekzhan", "Тұяқов", WORDS, "Тыңдады"] {
            assert!(!text.contains(word), "{word}: {text}");
        }
        for who in [guest(), coordinator()] {
            assert!(came(&mut tx, &stage.context(&who), Lang::Ru).await.unwrap().is_empty());
        }
    })
    .await;
}

#[tokio::test]
async fn a_guest_plays_where_they_say_yes_and_their_card_tells_it_if_they_allow() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = open(&stage).await;
        let (gulnafisa, timur) = (coordinator(), guest());
        let (chair, context) = (stage.context(&gulnafisa), stage.context(&timur));
        let me = PersonId::from("timur");
        let nobody = ask(&chair, &id, &me, Part::Mentor).await;
        assert!(matches!(nobody, Err(Failed::Refused(Refused::NotThere))), "{nobody:?}");
        visit(&context, &id).await.unwrap();
        for _ in 0..2 {
            ask(&chair, &id, &me, Part::Mentor).await.unwrap();
        }
        let part = async || {
            let mut tx = stage.db.read().await.unwrap();
            let page = opened(&mut tx, &context, &id, Lang::Ru).await.unwrap();
            (page.scene.people[&me].part, page.hand.mentor.is_some())
        };
        assert_eq!(part().await, (Part::Observer, false), "the card is handed out after the yes");
        for _ in 0..2 {
            answer(&context, &id, true).await.unwrap();
        }
        assert_eq!(part().await, (Part::Mentor, true));
        assert_eq!((stage.audited("scene-asked").await, stage.audited("scene-answered").await), (1, 1));
        let back = step_back(&context, &id).await;
        assert!(matches!(back, Err(Failed::Refused(Refused::Plays))), "{back:?}");
        step(&chair, &id, Step::Begin).await.unwrap();
        observe(&stage.context(&teacher("aigul")), &id, &sheet("")).await.unwrap();
        let recording = Recording {
            link: "https://video.example/1".to_owned(),
            viewers: ["dana"].map(PersonId::from).into(),
        };
        let other = link(&chair, &id, Some(&recording)).await;
        assert!(matches!(other, Err(Failed::NotFound)), "{other:?}");
        link(&context, &id, Some(&recording)).await.unwrap();
        close(&stage, &id).await;
        let shown = async || {
            let mut tx = stage.db.read().await.unwrap();
            shown_by(&mut tx, &context, &school_7(), &me).await.unwrap().len()
        };
        assert_eq!(shown().await, 0, "nothing is told before he says so");
        let_card_say(&context, &id, true).await.unwrap();
        assert_eq!(shown().await, 1);
    })
    .await;
}

/// Meetings at home, those called off among them.
async fn at_home(stage: &Stage, who: &Actor) -> usize {
    let mut tx = stage.db.read().await.unwrap();
    ahead(&mut tx, &stage.context(who)).await.unwrap().len()
}

#[tokio::test]
async fn a_guest_takes_a_meeting_that_was_called_off_away() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = open(&stage).await;
        let timur = guest();
        visit(&stage.context(&timur), &id).await.unwrap();
        step(&stage.context(&coordinator()), &id, Step::Cancel).await.unwrap();
        assert_eq!(at_home(&stage, &timur).await, 1, "he does not travel in vain");
        assert_eq!(at_home(&stage, &teacher("serik")).await, 1, "and those of the school do not wait for it");
        step_back(&stage.context(&timur), &id).await.unwrap();
        assert_eq!(at_home(&stage, &timur).await, 0);
        let again = visit(&stage.context(&timur), &id).await;
        assert!(matches!(again, Err(Failed::NotFound)), "{again:?}");
    })
    .await;
}

#[tokio::test]
async fn whoever_leaves_their_school_is_at_no_meeting_to_come_and_their_part_is_given() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let held = begun(&stage).await;
        let id = open_later(&stage).await;
        visit(&stage.context(&guest()), &id).await.unwrap();
        let gulnafisa = coordinator();
        let chair = stage.context(&gulnafisa);
        // Others lead his school.
        spoil(&stage.db, "DELETE FROM roles WHERE person_id = 'timur' AND role <> 'teacher'").await;
        let by_bekzhan = Planned { secretary: "bekzhan".into(), day: date(2026, 10, 12), ..planned(None) };
        let led = plan(&chair, &by_bekzhan).await.unwrap();
        let polina = Actor { person: "polina".into(), ..timur(&[Role::Coordinator]) };
        actions::people::leave(&stage.context(&polina), &"timur".into(), stage.today).await.unwrap();
        for who in ["aigul", "bekzhan"] {
            actions::people::leave(&chair, &who.into(), stage.today).await.unwrap();
        }
        assert_eq!(stage.audited("scene-freed").await, 5);
        let kept = async |id: &SceneId| {
            let mut tx = stage.db.read().await.unwrap();
            store::scenes::get(&mut tx, id).await.unwrap().unwrap()
        };
        assert_eq!(
            kept(&led).await.secretary,
            PersonId::from("gulnafisa"),
            "who records the leaving stands in"
        );
        let left = kept(&id).await.people;
        assert_eq!(left.keys().map(PersonId::as_str).collect::<Vec<_>>(), ["dana", "zere"]);
        assert!(kept(&held).await.people.contains_key(&PersonId::from("timur")), "what has begun stays");
        ask(&chair, &id, &"zere".into(), Part::Mentor).await.unwrap();
        let later = Stage { today: date(2026, 10, 12), ..stage };
        let none = step(&later.context(&gulnafisa), &id, Step::Begin).await;
        assert!(matches!(none, Err(Failed::Refused(Refused::Cast))), "nobody observes: {none:?}");
    })
    .await;
}

#[tokio::test]
async fn a_guest_finds_a_decision_at_home_and_may_be_shown_a_recording() {
    on_both(async |db| {
        let stage = Stage::new(db).await;
        let id = begun(&stage).await;
        let timur = guest();
        let context = stage.context(&timur);
        let until = date(2026, 10, 20);
        decide(&stage.context(&coordinator()), &id, "Сабаққа шақыру", &"timur".into(), until).await.unwrap();
        let recording = Recording {
            link: "https://video.example/1".to_owned(),
            viewers: ["timur"].map(PersonId::from).into(),
        };
        link(&stage.context(&teacher("aigul")), &id, Some(&recording)).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let page = opened(&mut tx, &context, &id, Lang::Ru).await.unwrap();
        assert!(page.recording.is_some());
        let own = open_decisions(&mut tx, &context).await.unwrap();
        assert_eq!((own.len(), own[0].home.clone()), (1, school_7()));
        drop(tx);
        for _ in 0..2 {
            done(&context, &id, &own[0].id).await.unwrap();
        }
        assert_eq!(stage.audited("scene-decision-done").await, 1);
        let mut tx = stage.db.read().await.unwrap();
        assert!(open_decisions(&mut tx, &context).await.unwrap().is_empty());
    })
    .await;
}
