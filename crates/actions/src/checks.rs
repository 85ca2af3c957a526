//! Looks at a whole installation without changing anything: after a restore, an upgrade, a power cut.

use domain::checks::{Fault, faults};
use domain::{ProgrammeId, SchoolId};
use store::checks::{Orphans, Unreadable};
use store::schema::Standing;
use store::{Db, StoreError, Tx};

/// Something that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// The tables are not those of this program; nothing else was looked at.
    Tables(Standing),
    /// The database's own files are not sound.
    Damage(String),
    /// References that lead nowhere.
    Orphans(Orphans),
    /// A row that cannot be read.
    Unreadable(Unreadable),
    /// Pairs that break a rule.
    Pairs(Fault),
    /// The triggers of the log are gone: lines could be changed.
    LogUnguarded,
    /// The next line of the log would get a number that is taken.
    LogNumber {
        /// The last line.
        last: i64,
        /// The last number given out.
        given: i64,
    },
    /// Work that failed for good and waits for a person.
    DeadJob {
        /// The job.
        id: String,
        /// What it was to do.
        kind: String,
    },
}

/// What was found, and how much was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Rows of each table.
    pub tables: Vec<(String, i64)>,
    /// What is not as it should be.
    pub findings: Vec<Finding>,
}

/// Looks at everything. `told` hears what is being looked at.
pub async fn look(db: &Db, told: &mut dyn FnMut(&str)) -> store::Result<Report> {
    let mut tx = db.read().await?;
    let standing = store::schema::standing(&mut tx).await?;
    if standing != Standing::UpToDate {
        return Ok(Report { tables: Vec::new(), findings: vec![Finding::Tables(standing)] });
    }
    let mut tables = Vec::new();
    for table in store::schema::tables(&mut tx).await? {
        tables.push((table.name.clone(), store::schema::rows(&mut tx, &table).await?));
    }
    let mut findings = Vec::new();
    told("integrity");
    findings.extend(store::checks::damages(&mut tx).await?.into_iter().map(Finding::Damage));
    told("references");
    findings.extend(store::checks::orphans(&mut tx).await?.into_iter().map(Finding::Orphans));
    findings.extend(store::checks::unreadable(&mut tx, told).await?.into_iter().map(Finding::Unreadable));
    told("places");
    for (school, programme) in store::checks::programmes(&mut tx).await? {
        findings.extend(pairs(&mut tx, &school, &programme).await?.into_iter().map(Finding::Pairs));
    }
    told("log");
    let log = store::checks::log(&mut tx).await?;
    if !log.guarded {
        findings.push(Finding::LogUnguarded);
    }
    if log.given < log.last {
        findings.push(Finding::LogNumber { last: log.last, given: log.given });
    }
    let dead = store::jobs::dead(&mut tx).await?;
    findings.extend(dead.into_iter().map(|job| Finding::DeadJob { id: job.id, kind: job.kind }));
    Ok(Report { tables, findings })
}

/// Faults among the pairs of a programme. Rows that cannot be read were found before and end this look alone.
async fn pairs(tx: &mut Tx, school: &SchoolId, programme: &ProgrammeId) -> store::Result<Vec<Fault>> {
    let mut loaded = async || {
        let mentors = store::mentors::of_programme(tx, school, programme).await?;
        let requests = store::requests::of_programme(tx, school, programme).await?;
        let pairs = store::pairs::of_programme(tx, school, programme).await?;
        Ok(faults(&mentors, &requests, &pairs))
    };
    match loaded().await {
        Err(StoreError::Unreadable(_)) => Ok(Vec::new()),
        found => found,
    }
}
