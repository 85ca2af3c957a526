use super::*;
use crate::Day;
use crate::programmes::Programme;
use jiff::civil::date;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn facts(lines: usize) -> Facts {
    let line = Line { word: Some("talk".into()), minutes: Some(20), ..Line::default() };
    Facts {
        from: date(2026, 8, 15),
        until: date(2026, 12, 20),
        newcomer: None,
        mentor: None,
        order: None,
        lists: vec![List { what: What::Meetings, lines: vec![line; lines] }],
        figures: vec![],
    }
}

fn words(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
}

fn report(kind: Kind) -> Report {
    Report {
        id: "report".into(),
        school: "school".into(),
        programme: "programme".into(),
        kind,
        term: Term::Half,
        pair: kind.is_of_pair().then(|| "pair".into()),
        author: "aigul".into(),
        number: 1,
        code: "CODE".into(),
        form: Form::usual(kind, Term::Half),
        draft: BTreeMap::new(),
        content: None,
        state: State::Draft,
        made_at: Instant::UNIX_EPOCH,
        version: 0,
    }
}

fn at(minute: i64) -> Instant {
    Instant::from_second(60 * minute).unwrap()
}

/// A report with the signatures that were ever given.
struct Desk {
    report: Report,
    signatures: Vec<Signature>,
    steps: BTreeSet<(&'static str, &'static str)>,
}

impl Desk {
    fn new(kind: Kind) -> Self {
        Self { report: report(kind), signatures: vec![], steps: BTreeSet::new() }
    }

    fn moved(&mut self, to: Result<Report, Refused>) -> bool {
        let Ok(to) = to else { return false };
        if self.report.state.word() != to.state.word() || to.state == State::Signed {
            self.steps.insert((self.report.state.word(), to.state.word()));
        }
        self.report = to;
        true
    }

    fn void(&mut self, from: u8) {
        for signature in self.signatures.iter_mut().filter(|one| one.place >= from) {
            signature.void_at = signature.void_at.or(Some(at(1)));
        }
    }

    fn sign(&mut self, place: u8, text: &str) -> bool {
        let key = self.report.form.fields_of(place).next().map(|field| field.key.clone());
        let own = key.filter(|_| place > 0).map(|key| (key, text.to_owned())).into_iter().collect();
        let signed = self.report.clone().sign(&self.signatures, place, &own);
        if !self.moved(signed) {
            return false;
        }
        // The content itself stands in for its hash.
        let content = format!("{:?}", self.report.covered(place));
        self.signatures.push(Signature {
            place,
            by: "somebody".into(),
            name: String::new(),
            at: at(0),
            content,
            before: String::new(),
            hash: String::new(),
            void_at: None,
        });
        true
    }

    /// One thing that somebody tries.
    fn try_out(&mut self, step: u8, place: u8, text: &str) {
        match step {
            0 => {
                let key = self.report.form.fields[0].key.clone();
                let written = self.report.clone().write(words(&[(&key, text)]));
                self.moved(written);
            }
            1 => {
                let ready = self.report.clone().ready(facts(text.len()), at(2));
                self.moved(ready);
            }
            2 => {
                let back = self.report.clone().take_back();
                if self.moved(back) {
                    self.void(0);
                }
            }
            3 => drop(self.sign(place, text)),
            _ => {
                let key = if text.len().is_multiple_of(2) { "result" } else { "conclusion" };
                if let Ok((report, from)) = self.report.clone().give_back(&self.signatures, place, key, "?") {
                    self.moved(Ok(report));
                    self.void(from);
                }
            }
        }
    }
}

proptest! {
    /// neg:N12: whatever people do in whatever order, a signature that holds covers what the report says now.
    #[test]
    fn n12_no_signature_survives_an_edit(
        kind in 0..4usize,
        steps in prop::collection::vec((0..5u8, 0..4u8, "[a-d]{1,4}"), 0..40),
    ) {
        let mut desk = Desk::new(Kind::ALL[kind]);
        for (step, place, text) in steps {
            desk.try_out(step, place, &text);
            for signature in desk.signatures.iter().filter(|one| one.void_at.is_none()) {
                prop_assert_eq!(&signature.content, &format!("{:?}", desk.report.covered(signature.place)));
            }
            let holding = desk.report.form.places().filter(|(place, _)| of_place(&desk.signatures, *place).is_some());
            let all = holding.count() == desk.report.form.chain.len();
            prop_assert_eq!(all, desk.report.state == State::Approved);
            prop_assert!(desk.report.state != State::Draft || desk.signatures.iter().all(|one| one.void_at.is_some()));
        }
    }

    /// neg:N18: a total is the length of its list.
    #[test]
    fn n18_the_total_is_the_length_of_the_list(lines in prop::collection::vec(prop::option::of(5..480u16), 0..60)) {
        let list = List {
            what: What::Meetings,
            lines: lines.iter().map(|minutes| Line { minutes: *minutes, ..Line::default() }).collect(),
        };
        prop_assert_eq!(list.total(), lines.len());
        prop_assert_eq!(list.minutes(), lines.iter().flatten().map(|one| u32::from(*one)).sum::<u32>());
    }
}

#[test]
fn the_diagram_and_the_rules_have_the_same_steps() {
    let mut done = BTreeSet::new();
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let steps = prop::collection::vec((0..5u8, 0..4u8, "[a-d]{1,4}"), 60);
    for round in 0..400 {
        let mut desk = Desk::new(Kind::ALL[round % 3]);
        let tried = proptest::strategy::ValueTree::current(&steps.new_tree(&mut runner).unwrap());
        for (step, place, text) in tried {
            desk.try_out(step, place, &text);
        }
        done.extend(desk.steps);
    }
    let mut desk = Desk::new(Kind::Mentor);
    for (step, place) in [(0, 0), (1, 0), (3, 0), (3, 1), (3, 2), (4, 2), (3, 1)] {
        desk.try_out(step, place, "x");
    }
    done.extend(desk.steps);
    let drawn = crate::diagrams::arrows(include_str!("../../../../docs/states/reports.md"));
    assert_eq!(done.into_iter().collect::<Vec<_>>(), drawn.into_iter().collect::<Vec<_>>());
}

#[test]
fn a_return_reopens_exactly_the_signatures_that_cover_the_field() {
    let mut desk = Desk::new(Kind::Mentor);
    desk.try_out(0, 0, "abc");
    desk.try_out(1, 0, "abc");
    for place in 0..3 {
        assert!(desk.sign(place, "x"), "{place}");
    }
    assert_eq!(desk.report.state, State::Approved);
    let (_, from) = desk.report.clone().give_back(&desk.signatures, 2, "conclusion", "Нақтылау").unwrap();
    assert_eq!(from, 1, "the author's signature stays");
    let (_, from) = desk.report.clone().give_back(&desk.signatures, 2, "result", "Нақтылау").unwrap();
    assert_eq!(from, 0);
    let silent = desk.report.clone().give_back(&desk.signatures, 2, "result", "  ");
    assert_eq!(silent.unwrap_err(), Refused::NoComment);
    let early = desk.report.clone().give_back(&desk.signatures, 1, "result", "?");
    assert_eq!(early.unwrap_err(), Refused::NotYours);
}

#[test]
fn a_report_is_not_ready_without_what_it_needs() {
    let empty = report(Kind::Mentor).ready(facts(1), at(0)).unwrap_err();
    assert_eq!(empty, Refused::Missing("result".into()));
    let long = "а".repeat(MOST_WORDS + 1);
    let refused = report(Kind::Mentor).write(words(&[("result", &long)])).unwrap_err();
    assert_eq!(refused, Refused::TooLong("result".into()));
    let of_another = report(Kind::Mentor).write(words(&[("conclusion", "…")])).unwrap_err();
    assert_eq!(
        of_another,
        Refused::Missing("conclusion".into()),
        "the coordinator's words are not the author's"
    );
}

#[test]
fn whoever_writes_signs_once() {
    let form = Form::usual(Kind::Mentor, Term::Half).without(&[Signer::Coordinator]);
    assert_eq!(form.chain, [Signer::Author, Signer::Head]);
    assert!(form.field("conclusion").is_none() && form.field("result").is_some());
}

#[test]
fn a_district_and_a_school_add_fields_and_the_version_counts_them() {
    let label = Label {
        kk: "Сыныптан тыс жұмыс".into(),
        ru: "Внеурочная работа".into(),
        en: "Outside lessons".into(),
    };
    let one = field(&label, Asked::Line, Origin::District, &[]).unwrap();
    let two = field(&label, Asked::Text, Origin::School, &[]).unwrap();
    let form = Form::usual(Kind::Note, Term::Year).with(vec![one, two]);
    assert_eq!(form.version.to_string(), "1.1.1");
    assert_eq!(form.fields.len(), 4);
    let mut keys: Vec<&str> = form.fields.iter().map(|field| field.key.as_str()).collect();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), 4);
    let blank = Label { en: " ".into(), ..label };
    assert_eq!(field(&blank, Asked::Line, Origin::School, &[]), Err(FieldRefused::Label));
}

fn an_edition(number: u16, from: Day, chain: &[Signer]) -> Edition {
    Edition {
        id: format!("edition-{number}").as_str().into(),
        number,
        from,
        chain: chain.to_vec(),
        body: None,
        by: "saule".into(),
        at: Instant::UNIX_EPOCH,
    }
}

#[test]
fn an_edition_changes_who_signs_and_each_field_stays_with_its_signer() {
    let [author, coordinator, head] = Signer::ALL;
    let form = Form::usual(Kind::Mentor, Term::Year);
    let turned = form.clone().edited(&an_edition(2, date(2026, 9, 1), &[author, head, coordinator]));
    assert_eq!(turned.version.to_string(), "1.0.0-2");
    assert_eq!(turned.field("conclusion").map(|field| field.by), Some(2));
    assert_eq!(turned.fields.len(), form.fields.len());
    let short = form.edited(&an_edition(3, date(2026, 9, 1), &[author, head]));
    assert_eq!(short.chain, [author, head]);
    assert_eq!(short.field("conclusion"), None);
    let longer = Form::usual(Kind::Newcomer, Term::Half);
    let longer = longer.edited(&an_edition(1, date(2026, 9, 1), &[author, coordinator]));
    assert!(longer.fields.iter().all(|field| field.by == 0));
}

#[test]
fn of_the_editions_that_have_begun_the_last_is_in_force() {
    let author = [Signer::Author];
    let all = [
        an_edition(1, date(2026, 9, 1), &author),
        an_edition(2, date(2026, 11, 1), &author),
        an_edition(3, date(2026, 10, 1), &author),
    ];
    let on = |day| in_force(&all, day).map(|one| one.number);
    assert_eq!(on(date(2026, 8, 31)), None);
    assert_eq!(on(date(2026, 9, 30)), Some(1));
    assert_eq!(on(date(2026, 10, 1)), Some(3));
    assert_eq!(on(date(2026, 12, 1)), Some(3), "whoever made the third has seen the second");
}

#[test]
fn an_edition_neither_reaches_back_nor_lets_anybody_sign_twice() {
    let [author, coordinator, head] = Signer::ALL;
    let today = date(2026, 11, 3);
    let try_out = |from, chain: &[Signer], body: Option<&str>, kind| {
        let edition_of = Edition { body: body.map(str::to_owned), ..an_edition(0, from, chain) };
        let form = Form::usual(kind, Term::Year);
        edition(edition_of, (kind, &form), Origin::District, today).err()
    };
    let refused = |chain: &[Signer], kind| try_out(today, chain, None, kind);
    assert_eq!(refused(&[author, coordinator, head], Kind::Mentor), None);
    assert_eq!(refused(&[author, author], Kind::Mentor), Some(EditionRefused::Chain));
    assert_eq!(refused(&[head, author], Kind::Mentor), Some(EditionRefused::Chain));
    assert_eq!(refused(&[], Kind::Mentor), Some(EditionRefused::Chain));
    assert_eq!(refused(&[author, coordinator], Kind::Note), Some(EditionRefused::Chain));
    assert_eq!(try_out(date(2026, 11, 2), &[author], None, Kind::Mentor), Some(EditionRefused::Past));
    assert_eq!(try_out(today, &[author], Some(" "), Kind::Mentor), Some(EditionRefused::Body));
    let long = "ә".repeat(MOST_BODY + 1);
    assert_eq!(try_out(today, &[author], Some(&long), Kind::Mentor), Some(EditionRefused::Body));
}

#[test]
fn a_school_adds_signers_and_takes_no_field_away_with_one() {
    let [author, coordinator, head] = Signer::ALL;
    let today = date(2026, 11, 3);
    let refused = |chain: &[Signer], keeper| {
        let form = Form::usual(Kind::Mentor, Term::Year);
        edition(an_edition(0, today, chain), (Kind::Mentor, &form), keeper, today).err()
    };
    assert_eq!(refused(&[author, head], Origin::School), Some(EditionRefused::Fields));
    assert_eq!(refused(&[author, head], Origin::District), None);
    assert_eq!(refused(&[author, coordinator], Origin::School), None, "the head has no field here");
    assert_eq!(refused(&[author, head, coordinator], Origin::School), None);
}

#[test]
fn the_report_of_the_pupil_programme_is_the_coordinators_alone_and_once_a_year() {
    assert_eq!(Kind::Peers.terms(), [Term::Year]);
    let form = Form::usual(Kind::Peers, Term::Year);
    assert_eq!((form.chain.as_slice(), form.basis), (&[Signer::Author][..], Basis::Choice));
    let today = date(2026, 11, 3);
    let twice = an_edition(0, today, &[Signer::Author, Signer::Coordinator]);
    let refused = edition(twice, (Kind::Peers, &form), Origin::District, today).err();
    assert_eq!(refused, Some(EditionRefused::Chain), "its author is the coordinator");
    let programme = Programme::usual("programme".into(), "school".into(), 2026);
    assert_eq!(due_on(Kind::Peers, Term::Year, &programme), date(2027, 5, 25));
}

#[test]
fn every_form_of_the_set_can_be_filled_in_by_its_chain() {
    for kind in Kind::ALL {
        for term in Term::ALL {
            let form = Form::usual(kind, term);
            assert_eq!(form.chain[0], Signer::Author);
            assert!(form.fields.iter().all(|field| form.signer(field.by).is_some()), "{kind:?}");
            assert!(
                form.fields.iter().all(|field| field.by == 0 || !field.needed),
                "a batch signs without words"
            );
        }
    }
}

#[test]
fn what_has_changed_since_is_told_list_by_list() {
    let mut now = facts(3);
    assert_eq!(facts(3).changes(&now), []);
    now.lists[0].lines[0].minutes = Some(45);
    now.lists[0].lines.push(Line::default());
    assert_eq!(facts(3).changes(&now), [Change { what: What::Meetings, more: 2, less: 1 }]);
    let line = Line::default();
    now.lists.extend([What::Visits, What::Together].map(|what| List { what, lines: vec![line.clone()] }));
    assert_eq!(facts(3).changes(&now).len(), 1, "what was not counted then has not changed");
    let emptied = |list: &List| List { lines: vec![], ..list.clone() };
    let before = Facts { lists: now.lists.iter().map(emptied).collect(), ..now.clone() };
    let changed: Vec<What> = before.changes(&now).iter().map(|change| change.what).collect();
    assert_eq!(changed, [What::Meetings, What::Visits], "a sum is not told twice");
}

#[test]
fn a_report_of_the_half_year_is_due_before_the_holidays_and_of_the_year_on_its_last_day() {
    let programme = Programme::usual("programme".into(), "school".into(), 2026);
    assert_eq!(due_on(Kind::Mentor, Term::Half, &programme), date(2026, 12, 25));
    assert_eq!(due_on(Kind::Note, Term::Year, &programme), date(2027, 5, 25));
}
