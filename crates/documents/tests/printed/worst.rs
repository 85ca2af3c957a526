//! Every paper of the house with whatever may come: names of two hundred letters and a hundred rows, nothing where nothing
//! need be, letters that no font draws or no eye sees, and any text at all. It is printed, and stays a file for archives.

use crate::samples::{self, made_at};
use crate::standard::is_archival;
use crate::{certificates, keep, thanks};
use documents::observations::{Block, Sheet};
use documents::orders::{Basis, Named, Order, Supplement};
use documents::plans::Plan;
use documents::regulations::Regulation;
use documents::reports::Report;
use documents::slips::Slip;
use documents::{Both, Paper, PrintError, Reference, School, applications, consents, lists, packages};
use documents::{observations, orders, plans, regulations, reports, slips, volunteering};
use i18n::Lang;
use jiff::civil::date;
use proptest::prelude::*;

/// What stands on the papers.
struct Load<'a> {
    /// For every name, title and word.
    words: &'a str,
    /// In every list.
    rows: usize,
    /// Whatever may be missing is.
    bare: bool,
}

type Printed = Result<Vec<u8>, PrintError>;

impl Load<'_> {
    fn text(&self) -> String {
        self.words.to_owned()
    }

    /// A title is never empty: it begins with what the thing is.
    fn title(&self) -> String {
        format!("Тізім {}", self.words)
    }

    fn both(&self) -> Both {
        Both::new(self.words, self.words)
    }

    fn named(&self) -> Named {
        Named { name: self.text(), post: self.both() }
    }

    fn school(&self) -> School {
        School { name: self.both(), locality: self.both(), ..samples::paper("1").school }
    }

    fn paper(&self) -> Paper {
        Paper { school: self.school(), ..samples::paper("131-к") }
    }

    /// Something that may be missing.
    fn maybe<T>(&self, value: T) -> Option<T> {
        (!self.bare).then_some(value)
    }

    /// As many as there are rows; of nothing at all where a list may be empty.
    fn many<T: Clone>(&self, one: &T) -> Vec<T> {
        vec![one.clone(); self.rows]
    }

    fn reference(&self) -> Reference {
        Reference { number: self.text(), date: date(2026, 11, 2) }
    }

    /// The place of a signer with the signature; an empty one where it may be missing.
    fn signature(&self) -> reports::Signature {
        reports::Signature { place: self.text(), given: self.maybe(self.given()) }
    }

    fn given(&self) -> reports::Given {
        let (when, hash) = ("21.12.2026, 15:10".to_owned(), "9f86d081884c7d65".to_owned());
        reports::Given { name: self.text(), when, hash }
    }

    fn order(&self, kind: orders::Kind, lang: Lang) -> Printed {
        let mut line = samples::line();
        (line.novice.person, line.mentor.person) = (self.named(), self.named());
        (line.novice.subject, line.mentor.subject) = (self.maybe(self.both()), self.maybe(self.both()));
        line.mentor.category = line.mentor.category.filter(|_| !self.bare);
        if matches!(kind, orders::Kind::Ending(_)) {
            line.origin = orders::Origin::EndEarly;
        }
        let minutes = orders::Minutes { council: orders::Council::Pedagogical, reference: self.reference() };
        let order = Order {
            paper: self.paper(),
            kind,
            basis: Basis { minutes: self.maybe(minutes), consents: !self.bare },
            lines: vec![line; self.rows.max(1)],
            supplement: self.maybe(Supplement { percent: 100, payer: self.both() }),
            controlling: self.maybe(self.named()),
            head: self.named(),
            acquainted: self.many(&self.named()),
            signed: self.maybe(self.given()),
        };
        orders::pdf(&order, lang, made_at())
    }

    /// Every order that there is.
    fn orders(&self, lang: Lang) -> [(&'static str, Printed); 4] {
        let former = self.maybe(self.reference());
        [
            ("order-provisional", self.order(orders::Kind::Provisional, lang)),
            ("order-confirming", self.order(orders::Kind::Confirming(former.clone()), lang)),
            ("order-replacing", self.order(orders::Kind::Replacing(self.reference()), lang)),
            ("order-ending", self.order(orders::Kind::Ending(former), lang)),
        ]
    }

    fn consent(&self, side: consents::Side, method: consents::Method, lang: Lang) -> Printed {
        let consent = consents::Consent {
            paper: self.paper(),
            side,
            who: self.named(),
            to: self.named(),
            hours_a_week: self.maybe(2),
            from: self.maybe(date(2026, 11, 2)),
            method,
            ..samples::consent()
        };
        consents::pdf(&consent, lang, made_at())
    }

    /// The consent of either side, given in each of the ways.
    fn consents(&self, lang: Lang) -> [(&'static str, Printed); 4] {
        use consents::{Method, Side};
        [
            ("consent-mentor", self.consent(Side::Mentor, Method::SignedIn, lang)),
            ("consent-novice", self.consent(Side::Novice, Method::SignedIn, lang)),
            ("consent-pen", self.consent(Side::Novice, Method::OnPaper, lang)),
            ("consent-seal", self.consent(Side::Mentor, Method::DigitalSignature, lang)),
        ]
    }

    fn plan(&self, kind: plans::Kind, lang: Lang) -> Printed {
        let line = plans::Line {
            area: self.text(),
            text: self.text(),
            result: self.text(),
            whose: self.text(),
            due: date(2026, 11, 6),
            done: self.maybe(date(2026, 11, 6)),
        };
        let goal =
            plans::Goal { text: self.text(), seen: self.text(), by: date(2026, 12, 18), state: self.text() };
        let review = plans::Review { season: self.text(), who: self.text(), words: self.text() };
        let usual = samples::plan();
        let plan = Plan {
            paper: self.paper(),
            kind,
            goals: self.many(&goal),
            reviews: self.many(&review),
            answers: self.many(&(self.text(), self.text())),
            order: usual.order.clone().filter(|_| !self.bare),
            novice: self.named(),
            mentor: self.maybe(self.named()),
            head: self.maybe(self.named()),
            lines: self.many(&line),
            signatures: if self.bare { Vec::new() } else { vec![self.signature(); 3] },
        };
        plans::pdf(&plan, lang, made_at())
    }

    fn report(&self, lang: Lang) -> Printed {
        let usual = samples::report();
        let line =
            reports::Line { day: self.maybe(date(2026, 11, 10)), text: self.text(), minutes: self.maybe(45) };
        let list = reports::List { caption: self.title(), lines: self.many(&line), ..usual.lists[0].clone() };
        let answer = reports::Answer { label: self.text(), text: self.text(), ..usual.answers[0].clone() };
        let report = Report {
            paper: self.paper(),
            title: self.title(),
            novice: self.maybe(self.named()),
            mentor: self.maybe(self.named()),
            order: usual.order.clone().filter(|_| !self.bare),
            lists: if self.bare { Vec::new() } else { vec![list] },
            figures: if self.bare { Vec::new() } else { vec![self.text(); 2] },
            answers: if self.bare { Vec::new() } else { vec![answer] },
            signatures: vec![self.signature(); 3],
            ..usual
        };
        reports::pdf(&report, lang, made_at())
    }

    fn observation(&self, lang: Lang) -> Printed {
        let line = ("2.1".to_owned(), self.text(), self.maybe(2));
        let block = Block { title: self.title(), lines: self.many(&line) };
        let facts = if self.bare { Vec::new() } else { vec![(self.text(), self.text())] };
        let sheet = Sheet {
            paper: self.paper(),
            observed: self.named(),
            observer: self.named(),
            notes: facts.clone(),
            facts,
            blocks: if self.bare { Vec::new() } else { vec![block] },
            total: self.maybe(self.text()),
            read: self.maybe((date(2026, 11, 12), Some(self.text()))),
            ..samples::observation()
        };
        observations::pdf(&sheet, lang, made_at())
    }

    fn application(&self, wish: applications::Wish, lang: Lang) -> Printed {
        let application = applications::Application {
            wish,
            school: self.both(),
            head: self.maybe(self.named()),
            author: self.named(),
            other: self.named(),
            order: self.reference(),
            date: date(2027, 1, 14),
        };
        applications::pdf(&application, lang, made_at())
    }

    fn thanks(&self, lang: Lang) -> Printed {
        let letter = documents::thanks::Thanks {
            paper: self.paper(),
            mentor: self.named(),
            novice: self.named(),
            head: self.maybe(self.named()),
            meetings: self.rows,
            words: self.maybe(self.text()),
            ..thanks::letter()
        };
        documents::thanks::pdf(&letter, lang, made_at())
    }

    fn certificate(&self, lang: Lang) -> Printed {
        let certificate = documents::certificates::Certificate {
            paper: self.paper(),
            holder: self.named(),
            head: self.maybe(self.named()),
            ..certificates::certificate()
        };
        documents::certificates::pdf(&certificate, lang, made_at())
    }

    fn volunteering(&self, kind: volunteering::Kind, lang: Lang) -> Printed {
        let paper = volunteering::Volunteering {
            name: self.text(),
            class: self.text(),
            school: self.school(),
            head: self.maybe(self.named()),
            ..crate::volunteering::paper(kind)
        };
        volunteering::pdf(&paper, lang, made_at())
    }

    fn agreement(&self, lang: Lang) -> Printed {
        let pair = (self.text(), self.text());
        let part = documents::agreements::Part {
            title: self.title(),
            text: self.text(),
            signers: self.many(&self.text()),
        };
        let agreement = documents::agreements::Agreement {
            school: self.school(),
            title: self.title(),
            basis: self.text(),
            facts: self.many(&pair),
            parts: if self.bare { Vec::new() } else { vec![part] },
            rules: self.many(&pair),
            signers: if self.bare { Vec::new() } else { vec![self.text()] },
            ..crate::agreements::agreement()
        };
        documents::agreements::pdf(&agreement, lang, made_at())
    }

    fn award(&self, kind: documents::awards::Kind, lang: Lang) -> Printed {
        let line = documents::awards::Line {
            name: self.text(),
            class: self.text(),
            prize: self.text(),
            grounds: self.text(),
        };
        let award = documents::awards::Award {
            school: self.school(),
            title: self.text(),
            prizes: self.many(&line),
            members: self.many(&self.text()),
            reserve: self.many(&(self.text(), self.text())),
            head: self.maybe(self.text()),
            ..crate::awards::award(kind)
        };
        documents::awards::pdf(&award, lang, made_at())
    }

    fn pupil_order(&self, lang: Lang) -> Printed {
        let meeting =
            documents::pupil_orders::Meeting { when: self.text(), place: self.text(), adult: self.text() };
        let order = documents::pupil_orders::PupilOrder {
            school: self.school(),
            coordinators: self.many(&self.text()),
            classes: self.many(&self.text()),
            meetings: self.many(&meeting),
            head: self.maybe(self.text()),
            ..crate::pupil_orders::order()
        };
        documents::pupil_orders::pdf(&order, lang, made_at())
    }

    fn package(&self, lang: Lang) -> Printed {
        let usual = thanks::package();
        let period = packages::Period { role: self.text(), with: self.text(), ..usual.periods[0].clone() };
        let package = packages::Package {
            person: self.named(),
            school: self.school(),
            head: self.maybe(self.named()),
            periods: self.many(&period),
            kinds: self.many(&(self.text(), 7)),
            files: self.many(&self.text()),
            ..usual
        };
        packages::pdf(&package, lang, made_at())
    }

    fn list(&self, lang: Lang) -> Printed {
        let usual = samples::register();
        let cell = if self.bare { Vec::new() } else { vec![self.text(), self.text()] };
        let list = lists::List {
            school: self.school(),
            title: self.title(),
            about: if self.bare { Vec::new() } else { vec![self.text()] },
            rows: self.many(&vec![cell; usual.columns.len()]),
            ..usual
        };
        lists::pdf(&list, lang, made_at())
    }

    fn regulation(&self, lang: Lang) -> Printed {
        let line = regulations::Line {
            text: self.text(),
            when: self.text(),
            who: self.text(),
            result: self.text(),
            by_law: !self.bare,
        };
        let lines = self.many(&line);
        let chapter = regulations::Chapter { title: self.title(), lines: lines.clone() };
        let regulation = Regulation {
            school: self.school(),
            head: self.maybe(self.text()),
            chapters: if self.bare { Vec::new() } else { vec![chapter] },
            road: lines,
            ..samples::regulation()
        };
        regulations::pdf(&regulation, lang, made_at())
    }

    fn slips(&self, lang: Lang) -> Printed {
        let slip = Slip {
            lang,
            name: self.text(),
            school: self.text(),
            login: "dana".to_owned(),
            code: "7F3K-92QD".to_owned(),
            expires: date(2026, 10, 5).at(18, 0, 0, 0),
            address: "https://talimger.example".to_owned(),
        };
        slips::pdf(&vec![slip; self.rows.max(1)], lang, made_at())
    }

    /// Every paper by its name.
    fn every(&self, lang: Lang) -> Vec<(&'static str, Printed)> {
        let mut papers = vec![
            ("plan", self.plan(plans::Kind::Work, lang)),
            ("development", self.plan(plans::Kind::Development, lang)),
            ("report", self.report(lang)),
            ("observation", self.observation(lang)),
            ("application-replace", self.application(applications::Wish::Replace, lang)),
            ("application-end", self.application(applications::Wish::End, lang)),
            ("thanks", self.thanks(lang)),
            ("certificate", self.certificate(lang)),
            ("volunteer-hours", self.volunteering(volunteering::Kind::Hours, lang)),
            ("volunteer-thanks", self.volunteering(volunteering::Kind::Thanks, lang)),
            ("agreement", self.agreement(lang)),
            ("award-protocol", self.award(documents::awards::Kind::Protocol, lang)),
            ("award-nomination", self.award(documents::awards::Kind::Nomination, lang)),
            ("pupil-order", self.pupil_order(lang)),
            ("package", self.package(lang)),
            ("list", self.list(lang)),
            ("regulation", self.regulation(lang)),
            ("slips", self.slips(lang)),
        ];
        papers.extend(self.orders(lang));
        papers.extend(self.consents(lang));
        papers
    }
}

/// Each paper in both languages of papers is printed, and is a file for archives. `kept` names the files for the eye.
fn holds(load: &Load<'_>, kept: Option<&str>) {
    for lang in [Lang::Kk, Lang::Ru] {
        for (name, printed) in load.every(lang) {
            let pdf = match printed {
                Ok(pdf) => pdf,
                Err(why) => panic!("{name} in {}: {why}", lang.tag()),
            };
            is_archival(&pdf);
            if let Some(load) = kept {
                keep(&format!("worst-{load}-{name}-{}.pdf", lang.tag()), pdf);
            }
        }
    }
}

#[test]
fn every_paper_holds_names_of_two_hundred_letters_and_a_hundred_rows() {
    let words: String = "Құдайбергенқызының-Мұхаметқалиевтегі ".chars().cycle().take(200).collect();
    holds(&Load { words: &words, rows: 100, bare: false }, Some("long"));
}

#[test]
fn every_paper_holds_one_word_of_two_hundred_letters() {
    holds(&Load { words: &"ә".repeat(200), rows: 2, bare: false }, Some("word"));
}

#[test]
fn every_paper_stands_without_what_may_be_missing() {
    holds(&Load { words: "Сәтбаева Дана", rows: 0, bare: true }, Some("bare"));
    holds(&Load { words: "", rows: 1, bare: true }, None);
}

#[test]
fn letters_from_right_to_left_unseen_marks_and_pictures_stop_no_paper() {
    holds(&Load { words: &samples::FOREIGN.join(" "), rows: 2, bare: false }, Some("foreign"));
}

proptest! {
    // Forty papers each.
    #![proptest_config(ProptestConfig { cases: 3, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_at_all_stops_no_paper(words in any::<String>(), rows in 0..4_usize, bare in any::<bool>()) {
        holds(&Load { words: &words, rows, bare }, None);
    }
}
