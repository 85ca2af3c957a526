//! Papers as a reader gets them: printed, then read back from the file.
//!
//! Every PDF is kept in the target folder (`tmp/`) to be looked at.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its own paper has failed")]

mod agreements;
mod applications;
mod awards;
mod camps;
mod certificates;
mod consents;
mod edited;
mod fonts;
mod lists;
mod observations;
mod orders;
mod plans;
mod pupil_orders;
mod regulations;
mod reports;
mod samples;
mod scenes;
mod slips;
mod standard;
mod tables;
mod thanks;
mod volunteering;
mod worst;

/// Text of a PDF with any run of spaces and breaks as one space.
fn text(pdf: &[u8]) -> String {
    squeeze(&pdf_extract::extract_text_from_mem(pdf).unwrap())
}

/// How many pages a PDF has.
fn pages(pdf: &[u8]) -> usize {
    pdf_extract::Document::load_mem(pdf).unwrap().get_pages().len()
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Asserts that something stands in the text of a PDF. Spaces do not count: a PDF knows only places of letters,
/// and a reader of it guesses the spaces.
#[track_caller]
fn assert_printed(text: &str, wanted: &str) {
    let bare = |text: &str| text.split_whitespace().collect::<String>();
    assert!(bare(text).contains(&bare(wanted)), "«{wanted}» is not in:\n{text}");
}

/// Keeps a PDF for the eye and hands it on.
fn keep(name: &str, pdf: Vec<u8>) -> Vec<u8> {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(path, &pdf).unwrap();
    pdf
}
