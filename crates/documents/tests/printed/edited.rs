//! A report with an edited body: whatever the body says, heading, signatures, check code and page numbers stay.

use crate::samples::{made_at, report};
use crate::{assert_printed, keep, pages};
use documents::templates::{Trouble, Why, answer, outcome, task};
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
