//! Every form of the year of work says whether the law asks for it or the school (rules §1, fact 2).

use std::path::Path;

/// Features whose forms are forms of mentoring.
const FEATURES: [&str; 12] = [
    "competencies",
    "contacts",
    "difficulties",
    "endings",
    "goals",
    "handovers",
    "meetings",
    "milestones",
    "motivations",
    "observations",
    "pulses",
    "surveys",
];

#[test]
fn every_form_of_mentoring_says_on_what_it_stands() {
    let pages = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"));
    let mut forms = 0;
    for feature in FEATURES {
        for entry in std::fs::read_dir(pages.join(feature)).unwrap() {
            let path = entry.unwrap().path();
            let page = if path.extension().is_some_and(|kind| kind == "html") {
                std::fs::read_to_string(&path).unwrap()
            } else {
                continue;
            };
            let fields =
                page.matches("fields_of::").count() - page.matches("fields_of::error_summary").count();
            if fields > 0 {
                assert!(page.contains("parts::basis("), "{}", path.display());
                forms += 1;
            }
        }
    }
    assert!(forms >= 15, "{forms}: the test has found too few of them");
}
