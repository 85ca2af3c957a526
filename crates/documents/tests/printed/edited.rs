//! A report with an edited body: whatever the body says, heading, signatures, check code and page numbers stay.

use crate::samples::{made_at, report};
use crate::{assert_printed, keep, pages, samples, thanks};
use documents::templates::{Shape, Shaped, Trouble, Why, answer, outcome, task};
use i18n::Lang;
use pdf_extract::extract_text_from_mem_by_pages;

fn laid_out(body: &str) -> Result<Vec<u8>, Vec<Trouble>> {
    outcome(answer(&task(&report(), body, Lang::Kk, made_at()).unwrap()))
}

/// Every page says which it is of how many, and the frame stands.
#[track_caller]
fn is_framed(body: &str, most: usize) {
    let pdf = keep("edited-kk.pdf", laid_out(body).unwrap());
    let texts = extract_text_from_mem_by_pages(&pdf).unwrap();
    assert_eq!(texts.len(), most, "{body}");
    for (at, text) in (1..).zip(&texts) {
        assert_printed(text, &format!("{at}-бет, барлығы {most}"));
    }
    let all = texts.join(" ");
    let report = report();
    for part in [&report.title, &report.paper.school.name.kk, "Қолтаңбалар", &report.paper.check.address]
    {
        assert_printed(&all, part);
    }
}

#[test]
fn a_body_may_begin_a_new_page() {
    is_framed("Бірінші бет.\n#colbreak()\nЕкінші бет.", 2);
}

#[test]
fn what_a_body_sets_ends_with_it() {
    for body in [
        "#counter(page).update(7)\nМәтін.",
        "#set text(fill: white, size: 1pt)\nМәтін.",
        "#show heading: none\n#show block: none\n#show grid: none\nМәтін.",
        "#show \"Қолтаңбалар\": \"Жоқ\"\nМәтін.",
        "#let signing() = none\n#let check() = none\n#let foot() = none\nМәтін.",
        "#import \"parts.typ\": *\n#own.insert(\"signatures\", ())\nМәтін.",
        "#counter(page).update(7)\n#colbreak()\nМәтін.",
    ] {
        is_framed(body, if body.contains("colbreak") { 2 } else { 1 });
    }
}

#[test]
fn a_body_does_not_touch_the_sheet() {
    for body in [
        "#set page(footer: none)\nМәтін.",
        "#set page(paper: \"a6\")\nМәтін.",
        "#page(footer: none)[Мәтін.]",
        "#pagebreak()\nМәтін.",
        "#set document(title: \"Бұйрық\")\nМәтін.",
    ] {
        let troubles = laid_out(body).map(|pdf| pages(&pdf)).unwrap_err();
        assert_eq!(troubles[0].why, Why::Sheet, "{body}: {troubles:?}");
    }
}

/// A sheet of a lesson with an edited body.
fn sheet(body: &str) -> Result<Vec<u8>, Vec<Trouble>> {
    let sheet = crate::samples::observation();
    outcome(answer(&task(&sheet, body, Lang::Kk, made_at()).unwrap()))
}

#[test]
fn a_sheet_of_a_lesson_has_a_body_of_its_own_and_the_frame_stays() {
    let usual = sheet(Shape::Sheet.usual()).unwrap();
    assert_printed(&crate::text(&usual), "Оқушылар жұппен сөйлесті");
    let own = crate::text(&sheet("#import \"sheet-parts.typ\": *\nБіздің үлгі\n#notes()").unwrap());
    for words in ["Біздің үлгі", "Оқушылар жұппен сөйлесті", "Бақылаушы", "Сабақты бақылау парағы"]
    {
        assert_printed(&own, words);
    }
    assert!(!own.contains("Өлшем"), "{own}");
    let troubles = sheet("Мәтін\n#nobody()").unwrap_err();
    assert_eq!(troubles[0].line, Some(2));
    let troubles = sheet("#import \"parts.typ\": *").unwrap_err();
    assert_eq!(troubles[0].why, Why::File, "it sees its own pieces alone");
}

/// A paper with an edited body, in a language.
fn edited<P: Shaped>(paper: &P, body: &str, lang: Lang) -> Result<Vec<u8>, Vec<Trouble>> {
    outcome(answer(&task(paper, body, lang, made_at()).unwrap()))
}

#[test]
fn the_usual_body_of_every_form_lays_its_paper_out_as_the_program_does() {
    fn same<P: Shaped>(paper: &P) {
        for lang in Lang::ALL {
            let usual = edited(paper, P::SHAPE.usual(), lang).unwrap();
            assert!(usual == paper.pdf(lang, made_at()).unwrap(), "{} {lang:?}", P::SHAPE.word());
        }
    }
    same(&samples::report());
    same(&samples::observation());
    same(&samples::plan());
    same(&thanks::letter());
    same(&samples::order());
    same(&crate::certificates::certificate());
    let words: std::collections::BTreeSet<&str> = Shape::ALL.into_iter().map(Shape::word).collect();
    assert_eq!(words.len(), Shape::ALL.len());
}

/// What of the words that the law asks for is missed on a paper with this body.
#[track_caller]
fn missed<P: Shaped>(paper: &P, body: &str, lang: Lang) -> String {
    let troubles = edited(paper, body, lang).map(|pdf| pages(&pdf)).unwrap_err();
    match &troubles[0].why {
        Why::Missing(words) => words.clone(),
        other => panic!("{body}: {other:?}"),
    }
}

#[test]
fn what_the_law_asks_of_an_order_is_not_taken_out_of_it() {
    let order = samples::order();
    let with = |body: &str| format!("#import \"order-parts.typ\": *\n{body}");
    for (body, missing) in [
        ("#clauses()", "«Педагог мәртебесі туралы»"),
        ("#basis()", "Сәтбаева Дана Мейірқызы"),
        ("#basis()\n#own.lines.map(one => one.novice.name + one.mentor.name).join()", "02.11.2026"),
    ] {
        assert_eq!(missed(&order, &with(body), Lang::Kk), missing, "{body}");
    }
    assert_eq!(missed(&order, "Біз шештік.", Lang::Ru), "статьи 13");
    let own = with("#basis()\n#clauses(\"Мектеп қосқан тармақ.\")\nОсы бұйрық бүгіннен бастап қолданылады.");
    let printed = crate::text(&edited(&order, &own, Lang::Kk).unwrap());
    for words in ["Мектеп қосқан тармақ.", "бүгіннен бастап", "БҰЙЫРАМЫН", "Бұйрықпен таныстым"]
    {
        assert_printed(&printed, words);
    }
}

#[test]
fn what_cannot_be_read_does_not_stand_there() {
    let order = samples::order();
    for hiding in [
        "#set text(fill: white)\n",
        "#set text(fill: black.transparentize(100%))\n",
        "#show text: set text(size: 1pt)\n",
        "#show: scale.with(10%)\n",
        "#show: hide\n",
        "#show: move.with(dx: 40cm)\n",
        "#show: box.with(clip: true, height: 0pt)\n",
        "#show: block.with(fill: black)\n",
        "#show: block.with(fill: gradient.linear(black, white))\n",
    ] {
        let body = format!("#import \"order-parts.typ\": *\n{hiding}#basis()\n#clauses()");
        assert_eq!(missed(&order, &body, Lang::Ru), "статьи 13", "{hiding}");
    }
    let covered = "#import \"order-parts.typ\": *\n#basis()\n#clauses()\n\
                   #place(top, rect(width: 100%, height: 40mm, fill: white))";
    assert_eq!(missed(&order, covered, Lang::Ru), "статьи 13");
    let crossed_out = "#import \"order-parts.typ\": *\n#basis()\n#clauses()\n\
                       #place(top, line(length: 100%, stroke: 80mm + white))";
    assert_eq!(missed(&order, crossed_out, Lang::Ru), "статьи 13");
    let on_grey = "#import \"order-parts.typ\": *\n#show: block.with(fill: luma(90%))\n#basis()\n#clauses()";
    assert!(edited(&order, on_grey, Lang::Ru).is_ok(), "light grey is paper");
}

#[test]
fn the_law_asks_for_a_work_plan_and_not_for_a_development_plan() {
    let mut plan = samples::plan();
    let with = |body: &str| format!("#import \"plan-parts.typ\": *\n{body}");
    assert_eq!(missed(&plan, &with("#people()\n#steps()"), Lang::Kk), "№ 130");
    assert_eq!(missed(&plan, &with("#basis()\n#people()"), Lang::Ru), plan.lines[0].area);
    let own = with("#basis()\n#order()\nӨз үлгіміз\n#people()\n#steps()\n#answers()");
    assert_printed(&crate::text(&edited(&plan, &own, Lang::Kk).unwrap()), "Өз үлгіміз");
    plan.kind = documents::plans::Kind::Development;
    assert!(edited(&plan, "Өз үлгіміз", Lang::Kk).is_ok(), "the school's choice");
    assert!(edited(&thanks::letter(), "Рақмет!", Lang::Kk).is_ok(), "and so is the letter");
}

#[test]
fn a_form_sees_its_own_pieces_alone() {
    for (troubles, form) in [
        (edited(&samples::plan(), "#import \"order-parts.typ\": *", Lang::Kk).unwrap_err(), "plan"),
        (edited(&samples::order(), "#import \"plan-parts.typ\": *", Lang::Kk).unwrap_err(), "order"),
        (edited(&thanks::letter(), "#import \"parts.typ\": *", Lang::Kk).unwrap_err(), "letter"),
    ] {
        assert_eq!(troubles[0].why, Why::File, "{form}");
    }
}
