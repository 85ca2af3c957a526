//! What has to hold for any bytes, read as a file of questions. The fuzzer calls these with bytes it makes up, and the
//! tests with those it has kept (`tests/corpus`).

use exchange::questions::{Entry, Loss, Reading, Refused, Written, gift, moodle};
use exchange::roster::Encoding;

type Read = fn(&[u8], Option<Encoding>) -> Result<Reading, Refused>;
type Write = fn(&[Entry]) -> Written;

/// A GIFT file is refused or read; what was read comes back from either format.
pub(crate) fn of_gift(data: &[u8]) {
    check(data, gift::read, gift::write, moodle::read, moodle::write);
}

/// The same of Moodle XML.
pub(crate) fn of_moodle(data: &[u8]) {
    check(data, moodle::read, moodle::write, gift::read, gift::write);
}

fn check(data: &[u8], read: Read, write: Write, read_other: Read, write_other: Write) {
    let Ok(reading) = read(data, Some(Encoding::Utf8)) else { return };
    let entries = of(reading);
    let written = write(&entries);
    assert_eq!(written.lost, [], "{}", written.text);
    assert_eq!(again(&written, read), entries);
    let other = write_other(&entries);
    let whole: Vec<bool> =
        (0..entries.len()).map(|place| other.lost.iter().all(|lost| lost.entry != place)).collect();
    let kept = |place: usize| other.lost.iter().all(|lost| lost.entry != place || lost.loss != Loss::Entry);
    let back = again(&other, read_other);
    let expected = (0..entries.len()).filter(|place| kept(*place));
    assert_eq!(expected.clone().count(), back.len());
    for (place, entry) in expected.zip(&back) {
        assert!(!whole[place] || entries[place] == *entry, "{entry:?}");
    }
}

fn of(reading: Reading) -> Vec<Entry> {
    reading.entries.into_iter().map(|placed| placed.entry).collect()
}

fn again(written: &Written, read: Read) -> Vec<Entry> {
    match read(written.text.as_bytes(), None) {
        Ok(reading) => {
            assert!(reading.skipped.is_empty() && reading.left.is_empty(), "{}", written.text);
            of(reading)
        }
        Err(Refused::Empty) => Vec::new(),
        Err(other) => panic!("{other}: {}", written.text),
    }
}
