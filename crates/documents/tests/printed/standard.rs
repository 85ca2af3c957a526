//! What holds of every paper of the house: it says that it is PDF/A-2b and is built so, it carries the school's heading and
//! page numbers, and its Kazakh and Russian copies hold the same facts. Looked at in the file by a parser of its own; a
//! full validator is not part of this.

use crate::samples::{self, made_at};
use crate::volunteering::paper as volunteer;
use crate::{keep, squeeze};
use documents::orders::Named;
use documents::volunteering::Kind;
use documents::{Both, consents, observations, orders, plans, reports};
use i18n::Lang;
use jiff::civil::{Date, date};
use pdf_extract::{Dictionary, Document, Object, extract_text_from_mem_by_pages};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// The letters that Kazakh has beside the Russian ones, in a name.
const KAZAKH: &str = "Әңғіөқұүһ Ғұмырқұл Һәкімқызы";

/// How much stands on the papers.
#[derive(Clone, Debug)]
enum Load {
    /// As in most schools.
    Usual,
    /// Forty rows, names as long as they may be.
    Worst,
    /// These words for names.
    Words(String, u16),
}

impl Load {
    fn name(&self, usual: &str) -> String {
        match self {
            Self::Usual => usual.to_owned(),
            Self::Worst => format!("{usual} {}", [KAZAKH; 4].join(" ")),
            Self::Words(words, _) => format!("{usual} {words}"),
        }
    }

    fn rows(&self) -> usize {
        match self {
            Self::Usual => 3,
            Self::Worst => 40,
            Self::Words(_, number) => usize::from(number % 9),
        }
    }

    fn named(&self, usual: &Named) -> Named {
        Named { name: self.name(&usual.name), post: usual.post.clone() }
    }
}

/// A paper in both languages, with what must stand in both in the same order.
struct InBoth {
    name: &'static str,
    kk: Vec<u8>,
    ru: Vec<u8>,
    same: Vec<String>,
}

fn day_of(at: usize) -> Date {
    date(2026, 11, 2).checked_add(jiff::Span::new().days(i64::try_from(at).unwrap())).unwrap()
}

fn digits(day: Date) -> String {
    format!("{:02}.{:02}.{}", day.day(), day.month(), day.year())
}

fn order(load: &Load) -> InBoth {
    let mut order = samples::order();
    let person = load.named(&samples::novice());
    order.lines = (0..load.rows().max(1))
        .map(|at| {
            let mut line = samples::line();
            line.novice.person.name = format!("{} {at}", person.name);
            line.mentor.person = load.named(&samples::mentor());
            line
        })
        .collect();
    let same = order
        .lines
        .iter()
        .flat_map(|line| [line.novice.person.name.clone(), line.mentor.person.name.clone()]);
    let print = |lang| orders::pdf(&order, lang, made_at()).unwrap();
    InBoth { name: "order", kk: print(Lang::Kk), ru: print(Lang::Ru), same: same.collect() }
}

fn consent(load: &Load) -> InBoth {
    let mut consent = samples::consent();
    (consent.who, consent.to) = (load.named(&samples::mentor()), load.named(&samples::novice()));
    let same = vec![consent.who.name.clone(), consent.to.name.clone()];
    let print = |lang| consents::pdf(&consent, lang, made_at()).unwrap();
    InBoth { name: "consent", kk: print(Lang::Kk), ru: print(Lang::Ru), same }
}

fn plan(load: &Load) -> InBoth {
    let mut plan = samples::plan();
    let step = plan.lines[0].clone();
    plan.novice = load.named(&samples::novice());
    plan.lines = (0..load.rows())
        .map(|at| plans::Line {
            text: load.name(&format!("Қадам {at}")), due: day_of(at), ..step.clone()
        })
        .collect();
    let same = plan.lines.iter().flat_map(|line| [line.text.clone(), digits(line.due)]).collect();
    let print = |lang| plans::pdf(&plan, lang, made_at()).unwrap();
    InBoth { name: "plan", kk: print(Lang::Kk), ru: print(Lang::Ru), same }
}

fn report(load: &Load) -> InBoth {
    let mut report = samples::report();
    report.mentor = Some(load.named(&samples::mentor()));
    let line = report.lists[0].lines[0].clone();
    report.lists[0].lines = (0..load.rows())
        .map(|at| reports::Line { day: Some(day_of(at)), text: load.name("Сабақ"), ..line.clone() })
        .collect();
    report.answers[0].text = load.name("Журналды көмексіз толтырады.");
    let mut same: Vec<String> = report.lists[0].lines.iter().map(|line| digits(line.day.unwrap())).collect();
    same.extend([report.answers[0].text.clone(), report.mentor.clone().unwrap().name]);
    let print = |lang| reports::pdf(&report, lang, made_at()).unwrap();
    InBoth { name: "report", kk: print(Lang::Kk), ru: print(Lang::Ru), same }
}

fn observation(load: &Load) -> InBoth {
    let mut sheet = samples::observation();
    (sheet.observed, sheet.observer) = (load.named(&samples::novice()), load.named(&samples::mentor()));
    let line = sheet.blocks[0].lines[0].clone();
    sheet.blocks[0].lines =
        (0..load.rows().max(1)).map(|at| (format!("2.{at}"), load.name(&line.1), Some(2))).collect();
    let same = vec![sheet.observed.name.clone(), sheet.observer.name.clone(), load.name(&line.1)];
    let print = |lang| observations::pdf(&sheet, lang, made_at()).unwrap();
    InBoth { name: "observation", kk: print(Lang::Kk), ru: print(Lang::Ru), same }
}

fn every(load: &Load) -> [InBoth; 5] {
    [order(load), consent(load), plan(load), report(load), observation(load)]
}

fn dictionary<'a>(document: &'a Document, of: &'a Dictionary, key: &[u8]) -> Option<&'a Dictionary> {
    let found = document.dereference(of.get(key).ok()?).ok()?.1;
    found.as_dict().ok().or_else(|| found.as_stream().ok().map(|stream| &stream.dict))
}

/// Every font brings its letters along, whatever its kind.
fn fonts_are_inside(document: &Document) {
    let mut seen = 0;
    for object in document.objects.values() {
        let Ok(font) = object.as_dict() else { continue };
        if font.get(b"Type").and_then(Object::as_name).ok() != Some(b"FontDescriptor") {
            continue;
        }
        seen += 1;
        let inside = [&b"FontFile"[..], b"FontFile2", b"FontFile3"].into_iter().any(|key| font.has(key));
        assert!(inside, "{font:?}");
    }
    assert!(seen > 0, "no fonts at all");
}

/// What PDF/A-2b asks of the frame of a file (ISO 19005-2, 6.1, 6.2, 6.6).
pub(crate) fn is_archival(pdf: &[u8]) {
    let document = Document::load_mem(pdf).unwrap();
    assert!(!document.trailer.has(b"Encrypt"), "encrypted");
    assert!(document.trailer.has(b"ID"));
    let catalog = document.catalog().unwrap();
    let metadata = document.dereference(catalog.get(b"Metadata").unwrap()).unwrap().1.as_stream().unwrap();
    assert!(!metadata.dict.has(b"Filter"), "who keeps files reads this without unpacking");
    let said: String = String::from_utf8(metadata.content.clone()).unwrap().split_whitespace().collect();
    for wanted in ["<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>B</pdfaid:conformance>"] {
        assert!(said.contains(wanted), "{said}");
    }
    let intents = document.dereference(catalog.get(b"OutputIntents").unwrap()).unwrap().1.as_array().unwrap();
    let intent = document.dereference(&intents[0]).unwrap().1.as_dict().unwrap();
    assert_eq!(intent.get(b"S").and_then(Object::as_name).unwrap(), b"GTS_PDFA1");
    assert!(dictionary(&document, intent, b"DestOutputProfile").is_some());
    for forbidden in [&b"OpenAction"[..], b"AA", b"Names", b"AcroForm"] {
        let found = dictionary(&document, catalog, forbidden);
        assert!(found.is_none_or(|found| !found.has(b"JavaScript") && !found.has(b"EmbeddedFiles")));
    }
    fonts_are_inside(&document);
}

fn by_pages(pdf: &[u8]) -> Vec<String> {
    extract_text_from_mem_by_pages(pdf).unwrap().iter().map(|page| squeeze(page)).collect()
}

fn bare(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The heading of the school on the first page, the number of each page at its foot.
fn is_headed_and_numbered(pages: &[String], lang: Lang) {
    let school = samples::paper("1").school;
    for heading in [&school.name.kk, &school.name.ru, &school.bin] {
        assert!(bare(&pages[0]).contains(&bare(heading)), "{heading}: {}", pages[0]);
    }
    is_numbered(pages, lang);
    for page in pages {
        assert!(bare(page).contains("7F3K-92QD"), "the check code at the foot: {page}");
    }
}

/// The number of each page, and how many there are.
fn is_numbered(pages: &[String], lang: Lang) {
    for (at, page) in (1..).zip(pages) {
        let number = match lang {
            Lang::Kk => format!("{at}-бет, барлығы {}", pages.len()),
            _ => format!("Страница {at} из {}", pages.len()),
        };
        assert!(bare(page).contains(&bare(&number)), "{number}: {page}");
    }
}

/// Which of these stand in a text, in the order of their places.
fn order_of(pages: &[String], same: &[String]) -> Vec<usize> {
    let text = bare(&pages.join(" "));
    let mut found: Vec<(usize, usize)> = same
        .iter()
        .enumerate()
        .flat_map(|(at, words)| {
            text.match_indices(&bare(words)).map(move |(place, _)| (place, at)).collect::<Vec<_>>()
        })
        .collect();
    found.sort_unstable();
    found.into_iter().map(|(_, at)| at).collect()
}

/// Words that stand there less often than they must, with how often they do.
fn lost(pages: &[String], same: &[String]) -> BTreeMap<String, usize> {
    let text = bare(&pages.join(" "));
    let mut wanted: BTreeMap<&str, usize> = BTreeMap::new();
    for word in same.iter().flat_map(|words| words.split_whitespace()) {
        *wanted.entry(word).or_default() += 1;
    }
    let found = wanted.into_iter().map(|(word, least)| (word, least, text.matches(word).count()));
    found.filter(|(_, least, found)| found < least).map(|(word, _, found)| (word.to_owned(), found)).collect()
}

/// Days in words as they stand, year first.
fn days(pages: &[String], lang: Lang) -> Vec<Date> {
    let text = pages.join(" ");
    let words: Vec<&str> =
        text.split([' ', '\u{A0}', ',', ';', '(', ')']).filter(|word| !word.is_empty()).collect();
    let month = |word: &str| {
        (1..=12).find(|month| {
            let day = i18n::day(lang, date(2026, *month, 1));
            day.split(' ')
                .any(|part| part.chars().all(char::is_alphabetic) && part.len() > 5 && word.starts_with(part))
        })
    };
    let number = |word: &str| word.trim_matches(|c: char| !c.is_ascii_digit()).parse::<i16>().ok();
    let mut days = Vec::new();
    for at in 0..words.len() {
        let Some(month) = month(words[at]).filter(|_| at > 0) else { continue };
        let year = match lang {
            Lang::Kk => at.checked_sub(3).and_then(|at| number(words[at])),
            _ => words.get(at + 1).and_then(|word| number(word)),
        };
        if let (Some(year), Some(day)) = (year, number(words[at - 1])) {
            days.extend(Date::new(year, month, i8::try_from(day).unwrap()));
        }
    }
    days.sort_unstable();
    days
}

fn holds(load: &Load, kept: bool) {
    for InBoth { name, kk, ru, same } in every(load) {
        if kept {
            keep(&format!("standard-{name}-{}-kk.pdf", load.rows()), kk.clone());
            keep(&format!("standard-{name}-{}-ru.pdf", load.rows()), ru.clone());
        }
        is_archival(&kk);
        is_archival(&ru);
        let (kk, ru) = (by_pages(&kk), by_pages(&ru));
        is_headed_and_numbered(&kk, Lang::Kk);
        is_headed_and_numbered(&ru, Lang::Ru);
        if matches!(load, Load::Worst) {
            // A row may go over a page: its words stand there, the next column between them.
            for (pages, lang) in [(&kk, "kk"), (&ru, "ru")] {
                assert_eq!(lost(pages, &same), BTreeMap::new(), "{name} {lang}");
            }
        } else {
            let order = order_of(&kk, &same);
            let missing: Vec<_> = (0..same.len()).filter(|at| !order.contains(at)).collect();
            assert!(missing.is_empty(), "{name}: {missing:?} of {same:?}");
            assert_eq!(order, order_of(&ru, &same), "{name}: the same in the same order");
            assert_eq!(days(&kk, Lang::Kk), days(&ru, Lang::Ru), "{name}: the same days");
        }
    }
}

#[test]
fn every_usual_paper_is_archival_headed_numbered_and_alike_in_both_languages() {
    holds(&Load::Usual, true);
}

#[test]
fn every_paper_with_the_most_that_may_come_is_so_too() {
    holds(&Load::Worst, true);
}

proptest! {
    // Ten papers each.
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_paper_with_any_name_is_so_too(words in "[А-ЯӘҒҚҢӨҰҮҺІ][а-яәғқңөұүһі]{1,20}", number in 0..9u16) {
        holds(&Load::Words(words, number), false);
    }
}

#[test]
fn papers_of_which_each_language_has_its_own_words_are_archival_headed_and_numbered_too() {
    let (register, regulation) = (samples::register(), samples::regulation());
    for lang in [Lang::Kk, Lang::Ru] {
        for pdf in [
            documents::lists::pdf(&register, lang, made_at()).unwrap(),
            documents::regulations::pdf(&regulation, lang, made_at()).unwrap(),
            documents::agreements::pdf(&crate::agreements::agreement(), lang, made_at()).unwrap(),
            documents::volunteering::pdf(&volunteer(Kind::Hours), lang, made_at()).unwrap(),
            documents::volunteering::pdf(&volunteer(Kind::Thanks), lang, made_at()).unwrap(),
            documents::packages::pdf(&crate::thanks::package(), lang, made_at()).unwrap(),
            documents::pupil_orders::pdf(&crate::pupil_orders::order(), lang, made_at()).unwrap(),
        ] {
            is_archival(&pdf);
            let pages = by_pages(&pdf);
            is_numbered(&pages, lang);
            let school = match lang {
                Lang::Kk => &register.school.name.kk,
                _ => &register.school.name.ru,
            };
            assert!(bare(&pages[0]).contains(&bare(school)), "{school}: {}", pages[0]);
        }
        is_archival(&documents::scenes::pdf(&crate::scenes::minutes(), lang, made_at()).unwrap());
        for kind in crate::awards::KINDS {
            is_archival(&documents::awards::pdf(&crate::awards::award(kind), lang, made_at()).unwrap());
        }
        is_archival(&documents::camps::pdf(&crate::camps::report(), lang, made_at()).unwrap());
        is_archival(&documents::thanks::pdf(&crate::thanks::letter(), lang, made_at()).unwrap());
        let certificate = crate::certificates::certificate();
        is_archival(&documents::certificates::pdf(&certificate, lang, made_at()).unwrap());
    }
}

#[test]
fn codes_to_cut_out_are_archival_too() {
    let slip = documents::slips::Slip {
        lang: Lang::Kk,
        name: KAZAKH.to_owned(),
        school: Both::new("№ 47", "№ 47").kk,
        login: "dana".to_owned(),
        code: "7F3K-92QD".to_owned(),
        expires: date(2026, 10, 5).at(18, 0, 0, 0),
        address: "https://talimger.example".to_owned(),
    };
    is_archival(&documents::slips::pdf(&[slip], Lang::Kk, made_at()).unwrap());
}
