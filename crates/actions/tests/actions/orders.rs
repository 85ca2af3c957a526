//! Consents and orders: nothing is assigned without both consents, nothing twice, no day with two mentors.

use crate::editions::{shape, squeezed};
use crate::reports::press;
use crate::stage::{Stage, actor, head, mentor, newcomer};
use actions::Failed;
use actions::consents::{Step, by_code, print as print_consent, step};
use actions::orders::{discard, history, note_minutes, prepare, print, sheet, sign};
use actions::reports::Typesetter;
use actions::requests::{accept, send};
use domain::audit::Deed;
use domain::consents::ConsentRefused;
use domain::formsets::Kind as Form;
use domain::orders::{Council, Kind, Minutes, OrderRefused, Reference};
use domain::pairs::{Origin, Pair, State};
use domain::people::{Actor, Role};
use domain::requests::{Rhythm, Wish};
use domain::sides::Side;
use domain::{OrderId, PairId, SchoolId};
use i18n::Lang;
use jiff::civil::date;
use store::testing::on_both;

fn school() -> SchoolId {
    "school-12".into()
}

fn coordinator() -> Actor {
    actor("gulnafisa", &[Role::Coordinator])
}

/// Дана and Айгүл, published, on 2 November; Бекжан is Дана's provisional mentor, published too.
async fn published(stage: &mut Stage) -> (PairId, PairId) {
    let wish =
        Wish {
            text: "Хочу научиться начинать урок спокойно.".into(), goals: vec![], rhythm: Rhythm::Weekly
        };
    let request = send(&stage.context(&newcomer("dana")), &"aigul".into(), wish).await.unwrap();
    let chosen = accept(&stage.context(&mentor("aigul")), &request).await.unwrap();
    stage.today = date(2026, 11, 2);
    let mut tx = stage.db.write().await.unwrap();
    let pair = store::pairs::get(&mut tx, &chosen).await.unwrap().unwrap();
    let provisional = Pair {
        id: "provisional".into(),
        mentor: "bekzhan".into(),
        place: None,
        origin: Origin::Provisional,
        state: State::Published,
        ..pair.clone()
    };
    store::pairs::save(&mut tx, &pair.publish().unwrap()).await.unwrap();
    store::pairs::add(&mut tx, &provisional).await.unwrap();
    tx.commit().await.unwrap();
    (chosen, provisional.id)
}

async fn consent(stage: &Stage, pair: &PairId) {
    step(&stage.context(&newcomer("dana")), pair, Step::Give).await.unwrap();
    step(&stage.context(&mentor("aigul")), pair, Step::Give).await.unwrap();
}

async fn drafts(stage: &Stage) -> Vec<(OrderId, Kind)> {
    let made = prepare(&stage.context(&coordinator()), &school()).await.unwrap();
    let mut tx = stage.db.read().await.unwrap();
    let mut drafts = Vec::new();
    for id in made {
        let order = store::orders::get(&mut tx, &id).await.unwrap().unwrap();
        drafts.push((id, order.kind));
    }
    drafts
}

async fn pair(stage: &Stage, id: &PairId) -> Pair {
    store::pairs::get(&mut stage.db.read().await.unwrap(), id).await.unwrap().unwrap()
}

#[tokio::test]
async fn the_law_comes_first_then_the_choice_replaces() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let (chosen, provisional) = published(&mut stage).await;
        let first = drafts(&stage).await;
        assert_eq!(first.iter().map(|(_, kind)| *kind).collect::<Vec<_>>(), [Kind::Provisional]);
        let (head, today) = (head(), date(2026, 9, 1));
        sign(&stage.context(&head), &first[0].0, "112-к", today).await.unwrap();
        consent(&stage, &chosen).await;
        let second = drafts(&stage).await;
        assert_eq!(second.iter().map(|(_, kind)| *kind).collect::<Vec<_>>(), [Kind::Replacing]);
        sign(&stage.context(&head), &second[0].0, "118-к", date(2026, 11, 2)).await.unwrap();
        let ended = pair(&stage, &provisional).await;
        assert_eq!(ended.assignment().unwrap().period.until, Some(date(2026, 11, 2)));
        assert!(matches!(ended.state, State::Ended { .. }));
        let assigned = pair(&stage, &chosen).await;
        assert_eq!(assigned.assignment().unwrap().period.from, date(2026, 11, 2));
        assert_eq!(stage.audited("order-signed").await, 2);
    })
    .await;
}

/// Every day on which Дана has a mentor by an order, with how many.
async fn days_with_mentors(stage: &Stage) -> std::collections::BTreeMap<domain::Day, usize> {
    let mut tx = stage.db.read().await.unwrap();
    let pairs = store::pairs::of_newcomer(&mut tx, &school(), &"dana".into()).await.unwrap();
    let mut days = std::collections::BTreeMap::new();
    for period in pairs.iter().filter_map(Pair::assignment).map(|assignment| assignment.period) {
        let until = period.until.unwrap();
        for day in period.from.series(jiff::ToSpan::days(1)).take_while(|day| *day < until) {
            *days.entry(day).or_default() += 1;
        }
    }
    days
}

#[tokio::test]
async fn n05_a_backdated_order_takes_no_day_from_the_order_it_replaces() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let (chosen, provisional) = published(&mut stage).await;
        let (head, from) = (head(), date(2026, 10, 12));
        sign(&stage.context(&head), &drafts(&stage).await[0].0, "112-к", from).await.unwrap();
        let served = days_with_mentors(&stage).await;
        consent(&stage, &chosen).await;
        let order = drafts(&stage).await[0].0.clone();
        for before in [date(2026, 9, 1), date(2026, 10, 11), from] {
            let early = sign(&stage.context(&head), &order, "118-к", before).await;
            assert!(matches!(early, Err(Failed::Refused(OrderRefused::BadDate))), "{before}: {early:?}");
            assert_eq!(pair(&stage, &provisional).await.assignment().unwrap().period.from, from);
            assert!(matches!(pair(&stage, &chosen).await.state, State::Published), "nothing half done");
        }
        let later = date(2026, 10, 20);
        sign(&stage.context(&head), &order, "118-к", later).await.unwrap();
        let days = days_with_mentors(&stage).await;
        assert!(days.values().all(|mentors| *mentors == 1), "{days:?}");
        assert_eq!(
            days.keys().collect::<Vec<_>>(),
            served.keys().collect::<Vec<_>>(),
            "no day is lost either"
        );
    })
    .await;
}

#[tokio::test]
async fn an_order_waits_for_both_consents_and_one_taken_back_stops_it() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let (chosen, _) = published(&mut stage).await;
        consent(&stage, &chosen).await;
        let made = drafts(&stage).await;
        let confirming = made.iter().find(|(_, kind)| *kind == Kind::Confirming).unwrap();
        step(&stage.context(&newcomer("dana")), &chosen, Step::Withdraw).await.unwrap();
        let stopped = sign(&stage.context(&head()), &confirming.0, "118-к", date(2026, 11, 2)).await;
        assert!(matches!(stopped, Err(Failed::Refused(OrderRefused::PairChanged))), "{stopped:?}");
        assert!(pair(&stage, &chosen).await.assignment().is_none(), "nothing of it stays");
    })
    .await;
}

#[tokio::test]
async fn stepping_back_ends_the_pair_and_names_nobody() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let (chosen, _) = published(&mut stage).await;
        step(&stage.context(&mentor("aigul")), &chosen, Step::StepBack).await.unwrap();
        assert!(matches!(pair(&stage, &chosen).await.state, State::Ended { .. }));
        let mut tx = stage.db.read().await.unwrap();
        let lines = store::audit::of_subject(&mut tx, &school(), chosen.as_str()).await.unwrap();
        assert_eq!(
            lines.last().map(|line| (line.what.as_str(), line.actor.clone())),
            Some(("pair-dissolved", None))
        );
    })
    .await;
}

#[tokio::test]
async fn only_the_two_consent_and_only_to_a_published_pair() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let (chosen, provisional) = published(&mut stage).await;
        for other in [newcomer("zere"), mentor("bekzhan"), coordinator(), head()] {
            let refused = step(&stage.context(&other), &chosen, Step::Give).await;
            assert!(matches!(refused, Err(Failed::NotFound)), "{refused:?}");
        }
        let provisional = step(&stage.context(&newcomer("dana")), &provisional, Step::Give).await;
        assert!(matches!(provisional, Err(Failed::Refused(ConsentRefused::Provisional))), "{provisional:?}");
    })
    .await;
}

#[tokio::test]
async fn only_the_head_signs_and_a_number_is_used_once() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let (chosen, _) = published(&mut stage).await;
        consent(&stage, &chosen).await;
        let made = drafts(&stage).await;
        let today = date(2026, 11, 2);
        let refused = sign(&stage.context(&coordinator()), &made[0].0, "112-к", today).await;
        assert!(matches!(refused, Err(Failed::Forbidden)), "{refused:?}");
        sign(&stage.context(&head()), &made[0].0, "112-к", today).await.unwrap();
        let taken = sign(&stage.context(&head()), &made[1].0, " 112-к ", today).await;
        assert!(matches!(taken, Err(Failed::Refused(OrderRefused::NumberTaken))), "{taken:?}");
        let twice = sign(&stage.context(&head()), &made[0].0, "113-к", today).await;
        assert!(matches!(twice, Err(Failed::Refused(OrderRefused::NotDraft))), "{twice:?}");
    })
    .await;
}

#[tokio::test]
async fn a_discarded_draft_lets_its_pairs_wait_again() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        published(&mut stage).await;
        let made = drafts(&stage).await;
        let nothing = prepare(&stage.context(&coordinator()), &school()).await;
        assert!(matches!(nothing, Err(Failed::Refused(OrderRefused::NothingToOrder))), "{nothing:?}");
        discard(&stage.context(&coordinator()), &made[0].0).await.unwrap();
        assert_eq!(drafts(&stage).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn an_order_tells_who_did_what_and_which_minutes_gave_way() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let (chosen, _) = published(&mut stage).await;
        consent(&stage, &chosen).await;
        let made = drafts(&stage).await;
        let today = date(2026, 11, 2);
        let minutes = |number: &str| Minutes {
            council: Council::Pedagogical,
            reference: Reference { number: number.into(), on: today },
        };
        for number in ["3", "3", "4 а"] {
            let noted = note_minutes(&stage.context(&coordinator()), &made[0].0, Some(minutes(number))).await;
            noted.unwrap();
        }
        sign(&stage.context(&head()), &made[0].0, "112-к", today).await.unwrap();
        discard(&stage.context(&coordinator()), &made[1].0).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let mut told = async |id: &OrderId| {
            let order = store::orders::get(&mut tx, id).await.unwrap().unwrap();
            history(&mut tx, &order).await.unwrap()
        };
        let signed = told(&made[0].0).await;
        let deeds: Vec<_> = signed.iter().map(|event| (event.deed, event.by.clone())).collect();
        let by = |who: &Actor| Some(who.person.clone());
        assert_eq!(
            deeds,
            [
                (Deed::OrderSigned, by(&head())),
                (Deed::OrderMinutesNoted, by(&coordinator())),
                (Deed::OrderMinutesNoted, by(&coordinator())),
                (Deed::OrderPrepared, by(&coordinator())),
            ],
            "the minutes that came twice stand once"
        );
        let noted: Vec<_> =
            signed[1..3].iter().map(|event| (event.was.clone(), event.became.clone())).collect();
        assert_eq!(noted, [(Some(minutes("3")), Some(minutes("4 а"))), (None, Some(minutes("3")))]);
        let gone = told(&made[1].0).await;
        let deeds: Vec<_> = gone.iter().map(|event| event.deed).collect();
        assert_eq!(deeds, [Deed::OrderDiscarded, Deed::OrderPrepared]);
    })
    .await;
}

#[tokio::test]
async fn the_order_prints_for_those_it_names_and_for_nobody_else() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        published(&mut stage).await;
        let made = drafts(&stage).await;
        let typesetter = Typesetter::unbounded();
        let press = press(&typesetter);
        let draft = print(&stage.context(&newcomer("dana")), &made[0].0, Lang::Kk, press).await;
        assert!(matches!(draft, Err(Failed::NotFound)), "a draft is not for those it names: {draft:?}");
        sign(&stage.context(&head()), &made[0].0, "112-к", date(2026, 9, 1)).await.unwrap();
        let pdf = print(&stage.context(&newcomer("dana")), &made[0].0, Lang::Kk, press).await.unwrap();
        assert!(pdf.starts_with(b"%PDF"));
        let other = print(&stage.context(&newcomer("zere")), &made[0].0, Lang::Kk, press).await;
        assert!(matches!(other, Err(Failed::NotFound)), "{other:?}");
    })
    .await;
}

#[tokio::test]
async fn an_order_keeps_the_body_with_which_it_was_signed() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        published(&mut stage).await;
        let id = drafts(&stage).await.remove(0).0;
        let typesetter = Typesetter::unbounded();
        let paper = async |stage: &Stage| {
            let printed = print(&stage.context(&head()), &id, Lang::Kk, press(&typesetter)).await;
            squeezed(&printed.unwrap())
        };
        let body = |words: &str| format!("#import \"order-parts.typ\": *\n#basis()\n#clauses()\n{words}");
        assert!(!paper(&stage).await.contains("Біздіңүлгі"));
        shape(&stage, Form::Order, &body("Біздің үлгі")).await.unwrap();
        assert!(paper(&stage).await.contains("Біздіңүлгі"), "a draft has the body that is in force");
        sign(&stage.context(&head()), &id, "112-к", date(2026, 9, 1)).await.unwrap();
        shape(&stage, Form::Order, &body("Басқа үлгі")).await.unwrap();
        let signed = paper(&stage).await;
        assert!(signed.contains("Біздіңүлгі") && !signed.contains("Басқаүлгі"), "{signed}");
        assert!(signed.contains("1-1") && signed.contains("Бұйрықпентаныстым"), "{signed}");
    })
    .await;
}

#[tokio::test]
async fn an_order_on_which_the_law_would_be_missed_is_printed_by_the_program() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        published(&mut stage).await;
        let id = drafts(&stage).await.remove(0).0;
        let typesetter = Typesetter::unbounded();
        // All samples have several pairs or end their work; this order has one pair and assigns.
        let body = "#import \"order-parts.typ\": *\n#basis()\nБіздің үлгі\n#if own.lines.len() > 1 or ends { clauses() }";
        shape(&stage, Form::Order, body).await.unwrap();
        let printed = print(&stage.context(&head()), &id, Lang::Kk, press(&typesetter)).await.unwrap();
        let said = squeezed(&printed);
        assert!(!said.contains("Біздіңүлгі") && said.contains("БҰЙЫРАМЫН"), "{said}");
    })
    .await;
}

#[tokio::test]
async fn whoever_controls_and_whoever_reckons_read_the_order_and_the_council_is_the_one_that_met() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        published(&mut stage).await;
        let mut tx = stage.db.write().await.unwrap();
        let mut lena = store::testing::person("lena", Some("school-12"), "Ли", "Елена");
        lena.position = Some("Бас бухгалтер".into());
        store::people::add(&mut tx, &lena, None).await.unwrap();
        tx.commit().await.unwrap();
        let (id, _) = drafts(&stage).await.remove(0);
        let reference = Reference { number: "2".into(), on: date(2026, 10, 30) };
        let minutes = Minutes { council: Council::Pedagogical, reference };
        note_minutes(&stage.context(&coordinator()), &id, Some(minutes.clone())).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let order = store::orders::get(&mut tx, &id).await.unwrap().unwrap();
        assert_eq!(order.minutes, Some(minutes));
        let sheet = sheet(&mut tx, &order, &head(), stage.today).await.unwrap().unwrap();
        let readers: Vec<&str> = sheet.readers().iter().map(|party| party.person.as_str()).collect();
        assert_eq!(readers, ["bekzhan", "dana", "gulnafisa", "lena"]);
    })
    .await;
}

#[tokio::test]
async fn n05_an_order_dated_before_the_work_or_the_one_it_ends_is_refused() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let (chosen, provisional) = published(&mut stage).await;
        let head = head();
        let first = drafts(&stage).await;
        // Дана was hired on 25 August.
        let early = sign(&stage.context(&head), &first[0].0, "112-к", date(2026, 8, 24)).await;
        assert!(matches!(early, Err(Failed::Refused(OrderRefused::BadDate))), "{early:?}");
        sign(&stage.context(&head), &first[0].0, "112-к", date(2026, 9, 1)).await.unwrap();
        let before = pair(&stage, &provisional).await;
        consent(&stage, &chosen).await;
        let second = drafts(&stage).await;
        for day in [date(2026, 8, 28), date(2026, 9, 1)] {
            let backdated = sign(&stage.context(&head), &second[0].0, "118-к", day).await;
            assert!(matches!(backdated, Err(Failed::Refused(OrderRefused::BadDate))), "{backdated:?}");
        }
        assert_eq!(pair(&stage, &provisional).await, before, "what the signed order said stays");
        sign(&stage.context(&head), &second[0].0, "118-к", date(2026, 9, 2)).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_draft_that_another_order_overtook_is_not_signed() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let (chosen, _) = published(&mut stage).await;
        consent(&stage, &chosen).await;
        let made = drafts(&stage).await;
        let of = |kind| &made.iter().find(|(_, one)| *one == kind).unwrap().0;
        sign(&stage.context(&head()), of(Kind::Provisional), "112-к", date(2026, 9, 1)).await.unwrap();
        let overtaken = sign(&stage.context(&head()), of(Kind::Confirming), "118-к", date(2026, 11, 2)).await;
        assert!(matches!(overtaken, Err(Failed::Refused(OrderRefused::PairChanged))), "{overtaken:?}");
        discard(&stage.context(&coordinator()), of(Kind::Confirming)).await.unwrap();
        assert_eq!(drafts(&stage).await[0].1, Kind::Replacing);
    })
    .await;
}

#[tokio::test]
async fn after_a_mentor_has_left_the_new_order_replaces_the_last_one_and_names_it() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let (chosen, provisional) = published(&mut stage).await;
        let mut tx = stage.db.write().await.unwrap();
        let unneeded = store::pairs::get(&mut tx, &provisional).await.unwrap().unwrap();
        let unneeded = unneeded.end(stage.today, stage.now()).unwrap();
        store::pairs::save(&mut tx, &unneeded).await.unwrap();
        tx.commit().await.unwrap();
        consent(&stage, &chosen).await;
        let (first, kind) = drafts(&stage).await.remove(0);
        assert_eq!(kind, Kind::Confirming);
        sign(&stage.context(&head()), &first, "118-к", date(2026, 11, 2)).await.unwrap();
        stage.today = date(2026, 12, 1);
        let mut tx = stage.db.write().await.unwrap();
        let left = store::pairs::get(&mut tx, &chosen).await.unwrap().unwrap();
        store::pairs::save(&mut tx, &left.end(stage.today, stage.now()).unwrap()).await.unwrap();
        tx.commit().await.unwrap();
        let reason = "Айгүл ушла, поговорили с обоими.";
        let coordinator = coordinator();
        let context = stage.context(&coordinator);
        let new = actions::pairs::appoint(&context, &"dana".into(), &"bekzhan".into(), reason).await.unwrap();
        step(&stage.context(&newcomer("dana")), &new, Step::Give).await.unwrap();
        step(&stage.context(&mentor("bekzhan")), &new, Step::Give).await.unwrap();
        let (second, kind) = drafts(&stage).await.remove(0);
        assert_eq!(kind, Kind::Replacing);
        let mut tx = stage.db.read().await.unwrap();
        let order = store::orders::get(&mut tx, &second).await.unwrap().unwrap();
        assert_eq!(order.former.as_ref(), Some(&first));
        let sheet = sheet(&mut tx, &order, &coordinator, stage.today).await.unwrap().unwrap();
        assert_eq!(sheet.former.unwrap().number, "118-к");
    })
    .await;
}

#[tokio::test]
async fn of_two_heads_the_one_who_signs_stands_under_the_order() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        published(&mut stage).await;
        let mut tx = stage.db.write().await.unwrap();
        for head in ["serik", "polina"] {
            let from = date(2026, 9, 1);
            store::people::open_role(&mut tx, &head.into(), Role::Head, from).await.unwrap();
        }
        tx.commit().await.unwrap();
        let (order, _) = drafts(&stage).await.remove(0);
        let signing = if first_head(&stage).await == "serik".into() { "polina" } else { "serik" };
        let head = actor(signing, &[Role::Head]);
        sign(&stage.context(&head), &order, "112-к", date(2026, 9, 1)).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        let order = store::orders::get(&mut tx, &order).await.unwrap().unwrap();
        let sheet = sheet(&mut tx, &order, &coordinator(), stage.today).await.unwrap().unwrap();
        assert_eq!(sheet.head.person, signing.into());
    })
    .await;
}

/// The head whom a list names first.
async fn first_head(stage: &Stage) -> domain::PersonId {
    let mut tx = stage.db.read().await.unwrap();
    let heads = store::people::with_role(&mut tx, &school(), Role::Head, stage.today).await.unwrap();
    heads[0].clone()
}

async fn code(stage: &Stage, pair: &PairId, side: Side) -> Option<String> {
    let mut tx = stage.db.read().await.unwrap();
    let pair = store::pairs::get(&mut tx, pair).await.unwrap().unwrap();
    store::consents::code_of(&mut tx, &pair, side).await.unwrap()
}

async fn is_real(stage: &Stage, code: &str) -> bool {
    by_code(&mut stage.db.read().await.unwrap(), code).await.unwrap().is_some()
}

#[tokio::test]
async fn n08_a_consent_is_printed_for_the_two_and_those_who_lead_and_for_nobody_else() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let (chosen, _) = published(&mut stage).await;
        step(&stage.context(&mentor("aigul")), &chosen, Step::Give).await.unwrap();
        let print = async |who: &Actor, side, lang| {
            print_consent(&stage.context(who), &chosen, side, lang, "https://talimger.example").await
        };
        for who in [newcomer("dana"), mentor("aigul"), coordinator(), head()] {
            for lang in [Lang::Kk, Lang::Ru] {
                assert!(print(&who, Side::Mentor, lang).await.unwrap().starts_with(b"%PDF"));
            }
            let missing = print(&who, Side::Newcomer, Lang::Kk).await;
            assert!(matches!(missing, Err(Failed::NotFound)), "not given yet: {missing:?}");
        }
        let elsewhere = Actor { school: Some("school-7".into()), ..coordinator() };
        for who in [newcomer("zere"), mentor("bekzhan"), elsewhere] {
            let hidden = print(&who, Side::Mentor, Lang::Kk).await;
            assert!(matches!(hidden, Err(Failed::NotFound)), "{hidden:?}");
        }
    })
    .await;
}

/// What was agreed to is changed: the year ends earlier, one of the two has another name and another post, and the school
/// another name.
async fn everything_changes(stage: &Stage, pair: &PairId) {
    let mut tx = stage.db.write().await.unwrap();
    let pair = store::pairs::get(&mut tx, pair).await.unwrap().unwrap();
    let mut programme = store::programmes::get(&mut tx, &school(), &pair.programme).await.unwrap().unwrap();
    programme.phases.work_until = date(2027, 5, 20);
    store::programmes::save(&mut tx, &programme).await.unwrap();
    let mut person = store::people::get(&mut tx, &"dana".into()).await.unwrap().unwrap();
    "Қасымова".clone_into(&mut person.name.family);
    person.position = Some("педагог-психолог".to_owned());
    store::people::save(&mut tx, &person).await.unwrap();
    let mut house = store::schools::get(&mut tx, &school()).await.unwrap().unwrap();
    "Ақжайық гимназиясы".clone_into(&mut house.name_kk);
    store::schools::save(&mut tx, &house).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn the_paper_of_a_consent_says_what_it_said_when_it_was_given() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let (chosen, _) = published(&mut stage).await;
        let head = head();
        sign(&stage.context(&head), &drafts(&stage).await[0].0, "112-к", date(2026, 9, 1)).await.unwrap();
        step(&stage.context(&mentor("aigul")), &chosen, Step::Give).await.unwrap();
        let print = async |lang| {
            let address = "https://talimger.example";
            print_consent(&stage.context(&head), &chosen, Side::Mentor, lang, address).await.unwrap()
        };
        let given = [print(Lang::Kk).await, print(Lang::Ru).await];
        everything_changes(&stage, &chosen).await;
        assert!([print(Lang::Kk).await, print(Lang::Ru).await] == given, "after a change of the programme");
        // The same click a second time is no new consent.
        step(&stage.context(&mentor("aigul")), &chosen, Step::Give).await.unwrap();
        step(&stage.context(&newcomer("dana")), &chosen, Step::Give).await.unwrap();
        let order = drafts(&stage).await[0].0.clone();
        sign(&stage.context(&head), &order, "118-к", date(2026, 11, 2)).await.unwrap();
        assert!([print(Lang::Kk).await, print(Lang::Ru).await] == given, "after the order");
        let mut tx = stage.db.read().await.unwrap();
        let pair = store::pairs::get(&mut tx, &chosen).await.unwrap().unwrap();
        let first = store::consents::shown(&mut tx, &pair, Side::Mentor).await.unwrap().unwrap();
        let second = store::consents::shown(&mut tx, &pair, Side::Newcomer).await.unwrap().unwrap();
        assert_ne!(first.until, second.until, "each says what stood when it was given");
        assert_eq!(second.until, date(2027, 5, 20));
        assert!(first.to.name.starts_with("Сәтбаева") && second.who.name.starts_with("Қасымова"));
        assert_ne!(first.school, second.school);
    })
    .await;
}

#[tokio::test]
async fn a_consent_taken_back_is_no_paper_any_more_and_one_given_anew_is_another() {
    on_both(async |db| {
        let mut stage = Stage::new(db).await;
        let (chosen, _) = published(&mut stage).await;
        step(&stage.context(&mentor("aigul")), &chosen, Step::Give).await.unwrap();
        let first = code(&stage, &chosen, Side::Mentor).await.unwrap();
        assert!(is_real(&stage, &first).await);
        step(&stage.context(&mentor("aigul")), &chosen, Step::Withdraw).await.unwrap();
        assert_eq!(code(&stage, &chosen, Side::Mentor).await, None);
        assert!(!is_real(&stage, &first).await);
        stage.today = date(2026, 11, 3);
        step(&stage.context(&mentor("aigul")), &chosen, Step::Give).await.unwrap();
        let second = code(&stage, &chosen, Side::Mentor).await.unwrap();
        assert_ne!(second, first);
        step(&stage.context(&newcomer("dana")), &chosen, Step::StepBack).await.unwrap();
        assert!(!is_real(&stage, &second).await, "it would tell who stepped back (essay:E9)");
    })
    .await;
}
