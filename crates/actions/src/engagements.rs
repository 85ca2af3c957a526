//! What binds a person to an hour beside the meetings of their pairs: the exam, sessions of training, the slots of a camp,
//! modelled situations. Whoever looks for a time that two can have, and the private calendar, read the same.

use domain::camps::State as Camping;
use domain::courses::{Phase, Seat, State as Course, Training, seat};
use domain::exams::{HearingState, Sitting, SittingState};
use domain::meetings::Span;
use domain::scenes::State as Playing;
use domain::schools::School;
use domain::{Day, PersonId, SchoolId};
use store::Tx;

/// One of them.
pub(crate) struct Engagement {
    /// What it is, with its id: stays the same for as long as the thing does.
    pub(crate) uid: String,
    /// When.
    pub(crate) span: Span,
    /// Grows with every change.
    pub(crate) version: i64,
    /// It does not take place.
    pub(crate) cancelled: bool,
    /// Its page.
    pub(crate) path: String,
}

/// All of somebody who works at a school, from a day on.
pub(crate) async fn of_person(
    tx: &mut Tx,
    school: &School,
    person: &PersonId,
    from: Day,
) -> store::Result<Vec<Engagement>> {
    let mut all = scenes(tx, &school.id, person, from).await?;
    all.extend(trainings(tx, &school.id, person, from).await?);
    all.extend(camps(tx, &school.id, person).await?);
    all.extend(practices(tx, &school.id, person, from).await?);
    all.extend(sittings(tx, school, person).await?);
    all.retain(|one| one.span.day >= from);
    Ok(all)
}

/// Modelled situations at which they are, or which they lead or write down.
async fn scenes(
    tx: &mut Tx,
    school: &SchoolId,
    person: &PersonId,
    from: Day,
) -> store::Result<Vec<Engagement>> {
    let all = store::scenes::ahead_of(tx, school, person, from).await?;
    let one = |scene: &domain::scenes::Scene| Engagement {
        uid: format!("scene-{}", scene.id),
        span: scene.span(),
        version: scene.version,
        cancelled: scene.state == Playing::Cancelled,
        path: format!("/scenes/{}", scene.id),
    };
    Ok(all.iter().map(one).collect())
}

/// Sessions of training that they lead, or in which they have a place; whoever waits for one is free.
async fn trainings(
    tx: &mut Tx,
    school: &SchoolId,
    person: &PersonId,
    from: Day,
) -> store::Result<Vec<Engagement>> {
    let own = store::courses::bookings_of_person(tx, school, person).await?;
    let mut all = store::courses::trainings(tx, school).await?;
    all.extend(store::courses::trainings_elsewhere(tx, school).await?);
    all.retain(|one| one.about.day >= from);
    let mut found = Vec::new();
    for training in &all {
        let booked = own.iter().any(|one| one.training == training.id);
        if training.about.leader == *person || (booked && has_place(tx, training, person).await?) {
            found.push(Engagement {
                uid: format!("training-{}", training.id),
                span: training.about.span(),
                version: training.version,
                cancelled: training.phase == Phase::Cancelled,
                path: format!("/courses/trainings/{}", training.id),
            });
        }
    }
    Ok(found)
}

async fn has_place(tx: &mut Tx, training: &Training, person: &PersonId) -> store::Result<bool> {
    let bookings = store::courses::bookings(tx, &training.school, &training.id).await?;
    let people: Vec<PersonId> = bookings.into_iter().map(|one| one.person).collect();
    Ok(seat(&people, usize::from(training.about.places), person) == Some(Seat::Place))
}

/// The slots of the camps at which they are, but for those before which they stepped back.
async fn camps(tx: &mut Tx, school: &SchoolId, person: &PersonId) -> store::Result<Vec<Engagement>> {
    let mut found = Vec::new();
    for camp in store::camps::of_person(tx, school, person).await? {
        let stays = camp.slots.iter().enumerate().filter(|(at, _)| !camp.is_gone_from(*at, person));
        found.extend(stays.map(|(at, slot)| Engagement {
            uid: format!("camp-{}-{at}", camp.id),
            span: Span::between(slot.day, slot.from, slot.until),
            version: camp.version,
            cancelled: camp.state == Camping::Cancelled,
            path: format!("/camps/{}", camp.id),
        }));
    }
    Ok(found)
}

/// Commissions in which they sit, and those before which they come: nobody knows who of the candidates is heard when.
async fn practices(
    tx: &mut Tx,
    school: &SchoolId,
    person: &PersonId,
    from: Day,
) -> store::Result<Vec<Engagement>> {
    let mut all = store::commissions::of_school(tx, school).await?;
    all.retain(|one| one.members.contains(person));
    all.extend(store::commissions::seated_elsewhere(tx, school, person).await?);
    let mut all: Vec<_> = all.into_iter().map(|one| (format!("/commissions/{}", one.id), one)).collect();
    let mut own = store::commissions::of_person(tx, school, person).await?;
    own.retain(|hearing| !matches!(hearing.state, HearingState::Told { .. }));
    for hearing in own {
        let commission = store::commissions::get(tx, &hearing.commission).await?;
        all.extend(commission.map(|one| (format!("/hearings/{}", hearing.id), one)));
    }
    all.retain(|(_, one)| one.day >= from);
    let mut found = Vec::new();
    for (path, commission) in all {
        let heard = store::commissions::hearings(tx, &commission).await?.len();
        found.push(Engagement {
            uid: format!("commission-{}", commission.id),
            span: commission.span(heard),
            version: commission.version,
            cancelled: false,
            path,
        });
    }
    Ok(found)
}

/// Sittings in which they are to write: of their own school where they are admitted to the exam, of another one where they
/// have taken a place.
async fn sittings(tx: &mut Tx, school: &School, person: &PersonId) -> store::Result<Vec<Engagement>> {
    let courses = store::courses::of_person(tx, &school.id, person).await?;
    let mut all = Vec::new();
    if courses.iter().any(|course| course.candidate.state == Course::Admitted) {
        all = store::sittings::of_school(tx, &school.id).await?;
    }
    for sitting in store::sittings::elsewhere(tx, &school.id).await? {
        let guests = store::sittings::guests(tx, &sitting).await?;
        if guests.iter().any(|one| one.person == *person && one.home == school.id) {
            all.push(sitting);
        }
    }
    let one = |sitting: &Sitting| {
        Some(Engagement {
            uid: format!("sitting-{}", sitting.id),
            span: sitting.span(school.utc_offset_minutes)?,
            version: sitting.version,
            cancelled: matches!(sitting.state, SittingState::CalledOff { .. }),
            path: format!("/sittings/{}", sitting.id),
        })
    };
    Ok(all.iter().filter_map(one).collect())
}
