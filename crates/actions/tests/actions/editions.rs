//! Editions of forms: who may put one in force, what it changes, what stays as it was.

use crate::plans::{assigned, coordinator, head};
use crate::reports::{approved, is_valid, press, signed_by, with_passwords, written};
use crate::stage::{Stage, mentor};
use actions::Failed;
use actions::reports::{
    New, NotEdited, NotLaidOut, Stopped, Typesetter, Why, begin, editing, opened, preview, print,
    put_in_force, ready,
};
use domain::formsets::Kind as Form;
use domain::people::{Actor, Role};
use domain::reports::{EditionRefused, Kind, Signer, State, Term};
use domain::{Day, ReportId};
use i18n::Lang;
use jiff::civil::date;
use store::testing::on_both;

const BODY: &str = "#import \"parts.typ\": *\n#people()\nӨз үлгіміз: #answer(\"result\")";

pub(crate) fn officer() -> Actor {
    let roles = vec![Role::DistrictOfficer];
    Actor { person: "saule".into(), school: None, district: Some("district".into()), roles }
}

fn new(body: &str, chain: &[Signer], from: Day) -> New {
    New { chain: chain.to_vec(), body: body.to_owned(), from }
}

/// Nobody speaks for the district.
async fn without_officer(stage: &Stage) {
    store::testing::spoil(&stage.db, "UPDATE roles SET until_day = '2026-09-01' WHERE person_id = 'saule'")
        .await;
}

async fn keep(stage: &Stage, who: &Actor, new: &New) -> Result<(), Failed<NotEdited>> {
    let typesetter = Typesetter::unbounded();
    put_in_force(&stage.context(who), Kind::Mentor, new, press(&typesetter)).await
}

async fn paper(stage: &Stage, id: &ReportId) -> String {
    let (aigul, typesetter) = (mentor("aigul"), Typesetter::unbounded());
    let printed = print(&stage.context(&aigul), id, Lang::Kk, press(&typesetter)).await.unwrap();
    let text = pdf_extract::extract_text_from_mem(&printed).unwrap();
    text.split_whitespace().collect()
}

#[tokio::test]
async fn a_district_puts_a_body_and_a_chain_in_force_and_older_reports_keep_theirs() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        with_passwords(&stage).await;
        let old = approved(&stage, &pair).await;
        let before = paper(&stage, &old).await;
        let tomorrow = stage.today.tomorrow().unwrap();
        let [author, coordinates, heads] = Signer::ALL;
        let wanted = new(BODY, &[author, heads], tomorrow);
        keep(&stage, &officer(), &wanted).await.unwrap();
        keep(&stage, &officer(), &wanted).await.unwrap();
        let saule = officer();
        let mut tx = stage.db.read().await.unwrap();
        let found = editing(&mut tx, &stage.context(&saule), Kind::Mentor).await.unwrap();
        assert_eq!((found.editions.len(), found.now), (1, None), "the form came twice");
        drop(tx);
        let aigul = mentor("aigul");
        let mut stage = stage;
        stage.today = tomorrow;
        let id = begin(&stage.context(&aigul), Kind::Mentor, Term::Year, Some(&pair)).await.unwrap();
        let words = [("result".to_owned(), "Жаңа сөз".to_owned())].into();
        actions::reports::write(&stage.context(&aigul), &id, 0, &words).await.unwrap();
        ready(&stage.context(&aigul), &id).await.unwrap();
        let form = store::reports::get(&mut stage.db.read().await.unwrap(), &id).await.unwrap().unwrap().form;
        assert_eq!((form.version.to_string().as_str(), &form.chain), ("1.0.0-1", &vec![author, heads]));
        let printed = paper(&stage, &id).await;
        assert!(printed.contains("Өзүлгіміз:Жаңасөз") && printed.contains("1.0.0-1"), "{printed}");
        assert!(printed.contains("Қолтаңбалар"), "who signs stands there whatever the body says");
        signed_by(&stage, &aigul, &id).await.unwrap();
        let mut tx = stage.db.read().await.unwrap();
        assert!(
            opened(&mut tx, &stage.context(&head()), &id)
                .await
                .unwrap()
                .unwrap()
                .turn(&stage.context(&head()))
                .is_some()
        );
        drop(tx);
        assert_eq!(paper(&stage, &old).await, before, "the same paper, whatever came in force since");
        let kept = store::reports::get(&mut stage.db.read().await.unwrap(), &old).await.unwrap().unwrap();
        assert_eq!((kept.form.chain.contains(&coordinates), kept.state), (true, State::Approved));
    })
    .await;
}

#[tokio::test]
async fn a_school_edits_its_form_where_nobody_speaks_for_the_district() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        let [author, coordinates, heads] = Signer::ALL;
        let wanted = new(BODY, &[author, coordinates], stage.today);
        let refused = keep(&stage, &coordinator(), &wanted).await;
        assert!(matches!(refused, Err(Failed::Refused(NotEdited::OfDistrict))), "{refused:?}");
        for other in [head(), mentor("aigul")] {
            assert!(matches!(keep(&stage, &other, &wanted).await, Err(Failed::Forbidden)));
        }
        without_officer(&stage).await;
        let fewer = keep(&stage, &coordinator(), &new(BODY, &[author, heads], stage.today)).await;
        assert!(
            matches!(fewer, Err(Failed::Refused(NotEdited::Edition(EditionRefused::Fields)))),
            "the coordinator's conclusion would go: {fewer:?}"
        );
        keep(&stage, &coordinator(), &wanted).await.unwrap();
        assert_eq!(stage.audited("report-form-edited").await, 1);
        let id = written(&stage, &pair).await;
        let printed = paper(&stage, &id).await;
        assert!(printed.contains("Өзүлгіміз:"), "{printed}");
        let gulnafisa = coordinator();
        let mut tx = stage.db.read().await.unwrap();
        let found = editing(&mut tx, &stage.context(&gulnafisa), Kind::Mentor).await.unwrap();
        assert!(found.may_edit && found.now.is_some() && found.editions.len() == 1);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_laid_out_is_told_and_the_edition_before_stays_in_force() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        let author = [Signer::Author];
        let broken = keep(&stage, &officer(), &new("#nobody()", &author, stage.today)).await;
        let Err(Failed::Refused(NotEdited::Body(NotLaidOut::Troubles(troubles)))) = broken else {
            panic!("{broken:?}")
        };
        assert_eq!(troubles[0].line, Some(1));
        assert_eq!(troubles[0].why, Why::Typst("unknown variable: nobody".into()));
        let past = keep(&stage, &officer(), &new(BODY, &author, date(2026, 9, 1))).await;
        assert!(matches!(past, Err(Failed::Refused(NotEdited::Edition(EditionRefused::Past)))));
        let endless = Typesetter::new(|_| Box::pin(async { Err(Stopped::TooLong) }));
        let saule = officer();
        let wanted = new(BODY, &author, stage.today);
        let stopped = put_in_force(&stage.context(&saule), Kind::Mentor, &wanted, press(&endless)).await;
        let too_long = NotEdited::Body(NotLaidOut::Stopped(Stopped::TooLong));
        assert!(matches!(stopped, Err(Failed::Refused(why)) if why == too_long));
        let mut tx = stage.db.read().await.unwrap();
        let found = editing(&mut tx, &stage.context(&saule), Kind::Mentor).await.unwrap();
        assert!(found.editions.is_empty() && found.now.is_none());
    })
    .await;
}

#[tokio::test]
async fn a_body_that_fails_on_one_report_gives_way_to_that_of_the_program() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        let fails = "#import \"parts.typ\": *\n#if own.draft [Үлгі] else { panic(own.title) }";
        keep(&stage, &officer(), &new(fails, &[Signer::Author], stage.today)).await.unwrap();
        let id = written(&stage, &pair).await;
        ready(&stage.context(&mentor("aigul")), &id).await.unwrap();
        let printed = paper(&stage, &id).await;
        assert!(printed.contains("1.0.0") && !printed.contains("1.0.0-1"), "{printed}");
        let (saule, typesetter) = (officer(), Typesetter::unbounded());
        for lang in [Lang::Kk, Lang::Ru] {
            let context = stage.context(&saule);
            let sample = preview(&context, Kind::Note, BODY, lang, press(&typesetter)).await.unwrap();
            assert!(sample.starts_with(b"%PDF"));
        }
    })
    .await;
}

#[tokio::test]
async fn an_edition_stays_as_it_is_under_what_was_signed_with_it() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        with_passwords(&stage).await;
        keep(&stage, &officer(), &new(BODY, &Signer::ALL, stage.today)).await.unwrap();
        let id = approved(&stage, &pair).await;
        let signed =
            async || store::reports::get(&mut stage.db.read().await.unwrap(), &id).await.unwrap().unwrap();
        let (before, printed) = (signed().await, paper(&stage, &id).await);
        assert!(printed.contains("Өзүлгіміз:") && printed.contains("1.0.0-1"), "{printed}");
        let other = new("#import \"parts.typ\": *\nБасқа.", &[Signer::Author], stage.today);
        keep(&stage, &officer(), &other).await.unwrap();
        assert_eq!(signed().await.form, before.form);
        assert_eq!(paper(&stage, &id).await, printed);
        assert!(is_valid(&stage, &before.code).await);
        for change in ["UPDATE form_editions SET body = 'Басқа'", "DELETE FROM form_editions"] {
            assert!(store::testing::refuses(&stage.db, change).await, "{change}");
        }
        let edition = before.form.edition.unwrap();
        let kept = store::reports::edition(&mut stage.db.read().await.unwrap(), &edition).await.unwrap();
        assert_eq!(kept.unwrap().body.as_deref(), Some(BODY));
    })
    .await;
}

#[tokio::test]
async fn a_paper_whose_typesetter_does_not_answer_is_not_replaced_by_another() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        keep(&stage, &officer(), &new(BODY, &Signer::ALL, stage.today)).await.unwrap();
        let id = written(&stage, &pair).await;
        let aigul = mentor("aigul");
        let with = async |stopped: Stopped| {
            let typesetter = Typesetter::new(move |_| Box::pin(async move { Err(stopped) }));
            print(&stage.context(&aigul), &id, Lang::Kk, press(&typesetter)).await
        };
        assert!(matches!(with(Stopped::Broken).await, Err(Failed::Refused(_))));
        for stopped in [Stopped::TooLong, Stopped::TooLarge] {
            assert!(with(stopped).await.unwrap().starts_with(b"%PDF"), "the body of the program");
        }
    })
    .await;
}

/// Puts a body in force for papers that nobody signs in the chain of a report.
pub(crate) async fn shape(stage: &Stage, kind: Form, body: &str) -> Result<(), Failed<NotEdited>> {
    let (saule, typesetter) = (officer(), Typesetter::unbounded());
    put_in_force(&stage.context(&saule), kind, &new(body, &[], stage.today), press(&typesetter)).await
}

pub(crate) fn squeezed(pdf: &[u8]) -> String {
    pdf_extract::extract_text_from_mem(pdf).unwrap().split_whitespace().collect()
}

#[tokio::test]
async fn every_form_with_a_body_has_a_sample_in_both_languages_and_its_own_body_comes_in_force() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        let (saule, typesetter) = (officer(), Typesetter::unbounded());
        let context = stage.context(&saule);
        for kind in Form::ALL {
            let found = editing(&mut stage.db.read().await.unwrap(), &context, kind).await;
            if !kind.is_shaped() {
                assert!(matches!(found, Err(Failed::NotFound)), "{kind:?}");
                continue;
            }
            let usual = found.unwrap().shape.usual();
            for lang in [Lang::Kk, Lang::Ru] {
                let sample = preview(&context, kind, usual, lang, press(&typesetter)).await.unwrap();
                assert!(sample.starts_with(b"%PDF"), "{kind:?} {lang:?}");
            }
            let chain: &[Signer] = if matches!(kind, Form::Report(_)) { &[Signer::Author] } else { &[] };
            let body = format!("{usual}\nАудан қосқан сөз.");
            let kept =
                put_in_force(&context, kind, &new(&body, chain, stage.today), press(&typesetter)).await;
            assert!(kept.is_ok(), "{kind:?}: {kept:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_the_law_asks_for_is_not_taken_out_of_an_order_or_a_work_plan() {
    on_both(async |db| {
        let (stage, _) = assigned(db).await;
        for (kind, body, missed) in [
            (Form::Order, "#import \"order-parts.typ\": *\n#basis()", "Сәтбаева Дана Мейірқызы"),
            (Form::Order, "Бұйырамын!", "«Педагог мәртебесі туралы»"),
            (Form::Work, "#import \"plan-parts.typ\": *\n#people()\n#steps()", "№ 130"),
        ] {
            let refused = shape(&stage, kind, body).await;
            let Err(Failed::Refused(NotEdited::Body(NotLaidOut::Troubles(troubles)))) = refused else {
                panic!("{kind:?}: {refused:?}")
            };
            assert_eq!(troubles[0].why, Why::Missing(missed.into()));
        }
        shape(&stage, Form::Development, "Өз жоспарым.").await.unwrap();
        let kept = store::testing::column(&stage.db, "form_editions", "kind").await;
        assert_eq!(kept, ["development"], "that plan is the school's choice");
    })
    .await;
}

#[tokio::test]
async fn a_plan_keeps_the_body_with_which_it_was_begun() {
    on_both(async |db| {
        let (stage, pair) = assigned(db).await;
        let (aigul, typesetter) = (mentor("aigul"), Typesetter::unbounded());
        let body = "#import \"plan-parts.typ\": *\n#basis()\n#people()\n#steps()\nӨз үлгіміз";
        shape(&stage, Form::Work, body).await.unwrap();
        let id = actions::plans::make(&stage.context(&aigul), &pair).await.unwrap();
        let other = body.replace("Өз үлгіміз", "Басқа үлгі");
        shape(&stage, Form::Work, &other).await.unwrap();
        let printed = async |typesetter: &Typesetter| {
            let context = stage.context(&aigul);
            squeezed(&actions::plans::print(&context, &id, Lang::Kk, press(typesetter)).await.unwrap())
        };
        let own = printed(&typesetter).await;
        assert!(own.contains("Өзүлгіміз") && own.contains("1.0.0-1"), "{own}");
        let endless = Typesetter::new(|_| Box::pin(async { Err(Stopped::TooLong) }));
        let usual = printed(&endless).await;
        assert!(
            !usual.contains("Өзүлгіміз") && !usual.contains("1.0.0-1"),
            "the form of the program: {usual}"
        );
    })
    .await;
}
