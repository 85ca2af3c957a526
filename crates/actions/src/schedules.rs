//! What happens without anybody: each schedule with how often it is looked at. Every one may run twice, or in
//! two processes at once, and does its work once.

use crate::{
    Context, Failed, Ids, accounts, bundles, concerns, courses, data_checks, endings, goals, ideas, pulses,
    pupils, reports, requests, rosters, rounds, sanctions, signatures, sociometries, surveys,
};
use domain::Instant;
use domain::calendar::{is_daytime, local};
use domain::people::Actor;
use jiff::SignedDuration;
use store::{Db, StoreError};

/// Something that is done by the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Schedule {
    /// Requests that nobody answered in time close, and both sides are told (feat:C14).
    ExpireRequests,
    /// Second rounds whose last day has passed end, and whoever has no pair is told (feat:C19).
    EndRounds,
    /// Pairs whose last day is over end (feat:E6).
    ClosePairs,
    /// Mentors are reminded at half-time of what they have not answered (feat:C14).
    RemindMentors,
    /// Whoever must act so that a report is done is reminded by the ladder (feat:F6).
    RemindReports,
    /// Whoever must act so that a work plan or an order is signed is reminded by the same ladder.
    RemindSigners,
    /// Waves of the survey whose last day has passed close: who answered what is forgotten (doc:A14).
    EndSurveys,
    /// Whoever has not looked at an open wave is reminded once.
    RemindSurveys,
    /// Both of a development plan are told once that a review begins in a few days (doc:A5).
    RemindReviews,
    /// Examiners are reminded of open sheets, coordinators of texts without points, holders of rights that end (feat:G5–G7).
    RemindExams,
    /// Whoever leads the case of a concern is reminded of its clock (rules §16).
    RemindConcerns,
    /// Whoever answers an idea is reminded by the ladder (feat:H2).
    RemindIdeas,
    /// Once a term each person is asked to look at what the school keeps of them (feat:N3).
    RemindData,
    /// A fortnight of the pulse is over: whom the coordinator asks how it goes is written down for all at once; answers
    /// of long ago are forgotten (feat:K1).
    TendPulses,
    /// Sessions and one-time codes that have run out are forgotten.
    SweepAccounts,
    /// Files of lists that were dealt with long ago are forgotten; drafts that nobody came back to are given up.
    ForgetLists,
    /// Papers that were bound a week ago are forgotten.
    ForgetBundles,
    /// Disciplinary sanctions that ended a month ago are forgotten.
    ForgetSanctions,
    /// Consents about pupils and notes of who looked are forgotten three years after their end, cases of concerns five
    /// (rules §18).
    ForgetPupilPapers,
    /// Choices of sociometries are deleted with the school year, counts a year later (rules §18).
    ForgetSociometries,
    /// Work done long ago is forgotten; work that failed for good is kept.
    ForgetJobs,
}

/// Days for which work that is done can still be looked up.
const JOBS_KEPT_DAYS: i64 = 30;

impl Schedule {
    /// All schedules, in the order in which they run: what is over is not reminded of.
    pub const ALL: [Self; 21] = [
        Self::ExpireRequests,
        Self::EndRounds,
        Self::ClosePairs,
        Self::EndSurveys,
        Self::RemindMentors,
        Self::RemindReports,
        Self::RemindSigners,
        Self::RemindSurveys,
        Self::RemindReviews,
        Self::RemindExams,
        Self::RemindConcerns,
        Self::RemindIdeas,
        Self::RemindData,
        Self::TendPulses,
        Self::SweepAccounts,
        Self::ForgetLists,
        Self::ForgetBundles,
        Self::ForgetSanctions,
        Self::ForgetPupilPapers,
        Self::ForgetSociometries,
        Self::ForgetJobs,
    ];

    /// The name in the log.
    pub const fn word(self) -> &'static str {
        match self {
            Self::ExpireRequests => "expire-requests",
            Self::EndRounds => "end-rounds",
            Self::ClosePairs => "close-pairs",
            Self::RemindMentors => "remind-mentors",
            Self::RemindReports => "remind-reports",
            Self::RemindSigners => "remind-signers",
            Self::EndSurveys => "end-surveys",
            Self::RemindSurveys => "remind-surveys",
            Self::RemindReviews => "remind-reviews",
            Self::RemindExams => "remind-exams",
            Self::RemindConcerns => "remind-concerns",
            Self::RemindIdeas => "remind-ideas",
            Self::RemindData => "remind-data",
            Self::TendPulses => "tend-pulses",
            Self::SweepAccounts => "sweep-accounts",
            Self::ForgetLists => "forget-lists",
            Self::ForgetBundles => "forget-bundles",
            Self::ForgetSanctions => "forget-sanctions",
            Self::ForgetPupilPapers => "forget-pupil-papers",
            Self::ForgetSociometries => "forget-sociometries",
            Self::ForgetJobs => "forget-jobs",
        }
    }

    /// How often it is looked at.
    pub const fn every(self) -> SignedDuration {
        match self {
            Self::ExpireRequests
            | Self::EndRounds
            | Self::EndSurveys
            | Self::ClosePairs
            | Self::RemindMentors => SignedDuration::from_mins(10),
            Self::RemindReports
            | Self::RemindSigners
            | Self::RemindSurveys
            | Self::RemindReviews
            | Self::RemindExams
            | Self::RemindConcerns
            | Self::ForgetSociometries
            | Self::RemindIdeas
            | Self::RemindData
            | Self::TendPulses => SignedDuration::from_hours(1),
            Self::SweepAccounts
            | Self::ForgetLists
            | Self::ForgetBundles
            | Self::ForgetSanctions
            | Self::ForgetPupilPapers
            | Self::ForgetJobs => SignedDuration::from_hours(24),
        }
    }

    /// Does it; gives how many people, requests or lists it concerned, nothing for what is only swept away.
    pub async fn run(self, db: &Db, ids: &Ids, now: Instant) -> store::Result<usize> {
        match self {
            Self::ExpireRequests => {
                by_day(db, ids, now, async |context| count(requests::expire_overdue(context).await)).await
            }
            Self::EndRounds => {
                by_day(db, ids, now, async |context| count(rounds::end_passed(context).await)).await
            }
            Self::ClosePairs => {
                by_day(db, ids, now, async |context| count(endings::close_passed(context).await)).await
            }
            Self::RemindMentors => {
                by_day(db, ids, now, async |context| count(requests::remind(context).await)).await
            }
            Self::RemindReports => {
                by_day(db, ids, now, async |context| count(reports::remind(context).await)).await
            }
            Self::RemindSigners => {
                by_day(db, ids, now, async |context| count(signatures::remind(context).await)).await
            }
            Self::EndSurveys => {
                by_day(db, ids, now, async |context| count(surveys::end_passed(context).await)).await
            }
            Self::RemindSurveys => {
                by_day(db, ids, now, async |context| count(surveys::remind(context).await)).await
            }
            Self::RemindReviews => {
                by_day(db, ids, now, async |context| count(goals::remind(context).await)).await
            }
            Self::RemindExams => {
                by_day(db, ids, now, async |context| count(courses::remind(context).await)).await
            }
            Self::RemindConcerns => {
                by_day(db, ids, now, async |context| count(concerns::remind(context).await)).await
            }
            Self::RemindIdeas => {
                by_day(db, ids, now, async |context| count(ideas::remind(context).await)).await
            }
            Self::RemindData => {
                by_day(db, ids, now, async |context| count(data_checks::remind(context).await)).await
            }
            Self::TendPulses => {
                by_day(db, ids, now, async |context| count(pulses::tend(context).await)).await
            }
            Self::SweepAccounts => accounts::sweep(db, now).await.map(|()| 0),
            Self::ForgetLists => rosters::forget_files(db, now).await,
            Self::ForgetBundles => bundles::forget(db, now).await.map(|()| 0),
            Self::ForgetSanctions => sanctions::forget(db, now).await.map(|()| 0),
            Self::ForgetPupilPapers => {
                pupils::forget(db, now).await?;
                concerns::forget(db, now).await.map(|()| 0)
            }
            Self::ForgetSociometries => {
                by_day(db, ids, now, async |context| count(sociometries::forget(context).await)).await
            }
            Self::ForgetJobs => forget_jobs(db, now).await,
        }
    }
}

/// Jobs that were done long ago go.
async fn forget_jobs(db: &Db, now: Instant) -> store::Result<usize> {
    let before = now.checked_sub(SignedDuration::from_hours(24 * JOBS_KEPT_DAYS)).unwrap_or(Instant::MIN);
    store::change!(db, tx => store::jobs::forget(&mut tx, before)).map(|()| 0)
}

/// Runs an action for each school where it is day: nobody gets a letter of a schedule at night (feat:D5). What
/// goes wrong in one school is logged and tried again at the next turn; the other schools do not wait for it.
async fn by_day(
    db: &Db,
    ids: &Ids,
    now: Instant,
    action: impl AsyncFn(&Context<'_>) -> store::Result<usize>,
) -> store::Result<usize> {
    let schools = store::schools::every(&mut *db.read().await?).await?;
    let mut concerned = 0;
    for school in schools {
        let here = local(now, school.utc_offset_minutes);
        if is_daytime(here) {
            let nobody = "schedule".into();
            let own = Some(school.id.clone());
            let actor = Actor { person: nobody, school: own, district: None, roles: vec![] };
            match action(&Context { db, actor: &actor, now, today: here.date(), ids }).await {
                Ok(count) => concerned += count,
                Err(error) => tracing::error!(school = %school.id, %error, "schedule failed in a school"),
            }
        }
    }
    Ok(concerned)
}

/// A schedule that found nothing to do, or was slower than somebody, is tried again at its next turn.
fn count<R>(done: Result<usize, Failed<R>>) -> store::Result<usize> {
    match done {
        Ok(count) => Ok(count),
        Err(Failed::Store(error)) => Err(error),
        Err(Failed::Changed) => Err(StoreError::Stale),
        Err(Failed::NotFound | Failed::Forbidden | Failed::Refused(_)) => Ok(0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::calendar::instant_of;
    use jiff::civil::date;
    use store::testing::{on_both, school_12};

    #[tokio::test]
    async fn an_error_in_one_school_does_not_keep_the_others_waiting() {
        on_both(async |db| {
            school_12(&db).await;
            let (ids, noon) = (Ids::counting(0), instant_of(date(2026, 10, 5), 12, 300));
            let served = std::sync::Mutex::new(Vec::new());
            let concerned = by_day(&db, &ids, noon, async |context| {
                let school = context.actor.school.clone().unwrap();
                let first = served.lock().unwrap().is_empty();
                served.lock().unwrap().push(school);
                if first { Err(StoreError::Unreadable("rhythm")) } else { Ok(1) }
            })
            .await;
            let served = served.into_inner().unwrap();
            assert!(served.len() > 1, "{served:?}");
            assert_eq!(concerned.unwrap(), served.len() - 1);
        })
        .await;
    }
}
