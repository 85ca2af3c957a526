//! The cross index: where each pair stands in the other side's lists, made by counting passes.

use super::{BuildError, Lists, NONE, Side, saturating};

/// A resident's entry, gathered under the hospital it names.
#[derive(Debug, Clone, Copy)]
struct Applicant {
    resident: u32,
    /// Position in the residents' entries.
    entry: u32,
}

/// Residents' entries by hospital, residents ascending: one pass counts, one places.
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
    let mut gathered = vec![Applicant { resident: NONE, entry: NONE }; residents.entries.len()];
    for resident in 0..residents.count() {
        for position in residents.range(resident) {
            let end = &mut ends[residents.entries[position].person as usize];
            gathered[*end as usize] = Applicant { resident, entry: saturating(position) };
            *end += 1;
        }
    }
    (ends, gathered)
}

/// What is known of a resident while one hospital's list is read.
#[derive(Debug, Clone, Copy)]
struct Seen {
    /// The last hospital that met this resident, so that nothing is cleared between hospitals.
    hospital: u32,
    /// The resident's entry for that hospital; `NONE` once it has been linked or if there is none.
    entry: u32,
}

/// Gives every mutual entry its mirror on both sides.
pub(super) fn link(residents: &mut Lists, hospitals: &mut Lists) -> Result<(), BuildError> {
    let (ends, gathered) = applicants(residents, hospitals.count());
    let mut seen = vec![Seen { hospital: NONE, entry: NONE }; residents.count() as usize];
    let mut start = 0;
    for hospital in 0..hospitals.count() {
        let end = ends[hospital as usize] as usize;
        for applicant in &gathered[start..end] {
            let seen = &mut seen[applicant.resident as usize];
            if seen.hospital == hospital {
                return Err(BuildError::Twice {
                    by: Side::Residents,
                    owner: applicant.resident,
                    other: hospital,
                });
            }
            *seen = Seen { hospital, entry: applicant.entry };
        }
        start = end;
        for position in hospitals.range(hospital) {
            let entry = &mut hospitals.entries[position];
            let seen = &mut seen[entry.person as usize];
            if seen.hospital == hospital && seen.entry == NONE {
                return Err(BuildError::Twice { by: Side::Hospitals, owner: hospital, other: entry.person });
            }
            if seen.hospital == hospital {
                entry.mirror = seen.entry;
                residents.entries[seen.entry as usize].mirror = saturating(position);
            }
            *seen = Seen { hospital, entry: NONE };
        }
    }
    Ok(())
}
