//! The cross index: where each pair stands in the other side's lists, made by counting passes.

use super::{Lists, NONE};

/// A resident's entry, gathered under the hospital it names.
#[derive(Debug, Clone, Copy)]
struct Applicant {
    resident: u32,
    /// Position in the residents' entries.
    position: u32,
}

/// Residents' entries by hospital, residents ascending, and where each hospital's end: one pass counts, one places.
fn applicants(residents: &Lists, hospitals: u32) -> (Vec<u32>, Vec<Applicant>) {
    let mut ends = vec![0_u32; hospitals as usize + 1];
    for entry in &residents.entries {
        ends[entry.person as usize + 1] += 1;
    }
    let mut sum = 0;
    for end in &mut ends {
        sum += *end;
        *end = sum;
    }
    // `ends[h]` is now where hospital h begins, and runs to its end while the entries are placed.
    let mut gathered = vec![Applicant { resident: NONE, position: NONE }; residents.entries.len()];
    for (resident, list) in (0..).zip(residents.first.windows(2)) {
        let entries = &residents.entries[list[0] as usize..list[1] as usize];
        for (position, entry) in (list[0]..).zip(entries) {
            let end = &mut ends[entry.person as usize];
            gathered[*end as usize] = Applicant { resident, position };
            *end += 1;
        }
    }
    (ends, gathered)
}

/// Gives every mutual entry its mirror on both sides, and the number of such pairs. Whoever is named again in the same
/// list gets no second mirror.
pub(super) fn link(residents: &mut Lists, hospitals: &mut Lists) -> usize {
    let (ends, gathered) = applicants(residents, hospitals.count());
    // The entry with which each resident last applied anywhere. Nothing is cleared between hospitals: the entry itself
    // tells whether it names this one.
    let mut latest = vec![NONE; residents.count() as usize];
    let mut pairs = 0;
    let mut start = 0;
    for ((hospital, list), &end) in (0..).zip(hospitals.first.windows(2)).zip(&ends) {
        for applicant in &gathered[start..end as usize] {
            latest[applicant.resident as usize] = applicant.position;
        }
        start = end as usize;
        let entries = &mut hospitals.entries[list[0] as usize..list[1] as usize];
        for (position, entry) in (list[0]..).zip(entries) {
            let mirror = latest[entry.person as usize];
            if let Some(theirs) = residents.entries.get_mut(mirror as usize)
                && theirs.person == hospital
                && theirs.mirror == NONE
            {
                entry.mirror = mirror;
                theirs.mirror = position;
                pairs += 1;
            }
        }
    }
    pairs
}
