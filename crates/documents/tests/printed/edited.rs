//! A report with an edited body: whatever the body says, heading, signatures, check code and page numbers stay.

use crate::samples::{made_at, report};
use crate::{assert_printed, keep, pages};
use documents::templates::{Shape, Trouble, Why, answer, outcome, sheet_task, task};
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
    outcome(answer(&sheet_task(&sheet, body, Lang::Kk, made_at()).unwrap()))
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
