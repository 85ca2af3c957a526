//! Who may do what: one exhaustive answer for every action. Denied unless allowed here; somebody else's
//! things look as if they were not there (rules §17; neg:N8, N9).

mod action;
mod between;
#[cfg(test)]
mod tests;

pub use action::Action;
pub use between::{Lesson, Reading, Two};

use crate::people::{Actor, Role};
use crate::plans::Signer as PlanSigner;
use crate::reports::Signer;
use crate::visibility::{Data, Reader, Sight};
use crate::{PersonId, SchoolId};

/// Not allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Denied {
    /// The actor must not learn that the thing exists: 404.
    Hidden,
    /// The actor knows the thing, and it is not theirs to do: 403.
    Forbidden,
}

/// May the actor do it? The one place where permissions are decided.
#[expect(
    clippy::too_many_lines,
    reason = "one exhaustive match: whoever adds an action finds every rule in one place"
)]
pub fn may(actor: &Actor, action: &Action<'_>) -> Result<(), Denied> {
    use Role::{Administrator, Coordinator, DistrictOfficer, Head};
    // Without a role of today nothing is open, not even what is one's own (neg:N9).
    if actor.roles.is_empty() {
        return Err(Denied::Hidden);
    }
    let staff = |school: &SchoolId| actor.school.as_ref() == Some(school);
    let any = |school: &SchoolId, roles: &[Role]| roles.iter().any(|role| actor.is_at(*role, school));
    // Somebody of the school knows that the thing exists; for everybody else it does not.
    let of_school = |school: &SchoolId, roles: &[Role]| match () {
        () if any(school, roles) => Ok(()),
        () if staff(school) => Err(Denied::Forbidden),
        () => Err(Denied::Hidden),
    };
    let own = |person: &PersonId| if actor.person == *person { Ok(()) } else { Err(Denied::Hidden) };
    let hidden_unless = |allowed: bool| if allowed { Ok(()) } else { Err(Denied::Hidden) };
    match action {
        Action::SeeDistrict(district)
        | Action::ManageDistrictForms(district)
        | Action::OfferTemplates(district) => {
            hidden_unless(actor.is(DistrictOfficer) && actor.district.as_ref() == Some(district))
        }
        // Whoever looks after the installation: no page of a school reaches above it.
        Action::AppointOfficers(_) => hidden_unless(actor.is(Administrator) && actor.school.is_none()),
        Action::RevokeRight { school, person } | Action::RecogniseRight { school, person }
            if actor.person == **person =>
        {
            of_school(school, &[])
        }
        Action::SeeProgramme(school)
        | Action::SeeMentors(school)
        | Action::RaiseConcern(school)
        | Action::ReadIdeas(school)
        | Action::SeeLanterns(school)
        | Action::ShareIdeas { school, young: true } => hidden_unless(staff(school)),
        // The others of the school read the board, and leave it to those it is for.
        Action::ShareIdeas { school, young: false } => of_school(school, &[]),
        Action::Recognise { school, person } => match () {
            () if staff(school) && actor.person == **person => Err(Denied::Forbidden),
            () => hidden_unless(staff(school)),
        },
        Action::ShareLight { school, person, lit } => {
            hidden_unless(staff(school) && actor.person == **person && *lit)
        }
        Action::SeeCamp { school, near } => hidden_unless(staff(school) || (*near && actor.school.is_some())),
        Action::MarkCamp { school, leaders } => {
            hidden_unless(leaders.contains(&actor.person) || any(school, &[Coordinator, Head]))
        }
        Action::ReadLanternQuestion { school, person, asker } => {
            hidden_unless(staff(school) && (actor.person == **person || actor.person == **asker))
        }
        Action::AnswerIdea { school, named } => match () {
            () if staff(school) && *named == Some(&actor.person) => Ok(()),
            () => of_school(school, &[Coordinator]),
        },
        Action::WorkOnIdea { school, team } => match () {
            () if staff(school) && *team => Ok(()),
            () => of_school(school, &[Coordinator]),
        },
        Action::SeeIdeaAuthor { school, author, unnamed, disclosed } => {
            let told = actor.person == **author || (*disclosed && any(school, &[Coordinator]));
            hidden_unless(staff(school) && (!*unnamed || told))
        }
        Action::ManagePeople(school)
        | Action::ManageRosters(school)
        | Action::ManageProgramme(school)
        | Action::ManageMentors(school)
        | Action::SeeContacts(school)
        | Action::SeeDisputes(school)
        | Action::ManageRotations(school)
        | Action::SeeRequestStates(school)
        | Action::SeeRankings { school, opened: true }
        | Action::ManageRounds(school)
        | Action::ManageProposals(school)
        | Action::ManageForms(school)
        | Action::ExportReports(school)
        | Action::ManageEndings(school)
        | Action::ManageSurveys(school)
        | Action::ManageCommissions(school)
        | Action::CountCompetencies(school)
        | Action::ManageCourses(school)
        | Action::ManageIdeas(school)
        | Action::ManageMessages(school)
        | Action::RevokeRight { school, .. }
        | Action::RecogniseRight { school, .. }
        | Action::ManageOrders(school) => of_school(school, &[Coordinator]),
        // Whoever mentors is a candidate, and again when the right has run out.
        Action::KeepQuestions { school, candidate } if *candidate || actor.is(Role::Mentor) => {
            of_school(school, &[])
        }
        // Sealed is sealed, for every role.
        Action::SeeRankings { opened: false, .. } => Err(Denied::Hidden),
        Action::SeePeople(school)
        | Action::SeeYears(school)
        | Action::SeePairs(school)
        | Action::SeeObservations(school)
        | Action::SeeNeeds(school)
        | Action::SeeRegisters(school)
        | Action::KeepQuestions { school, .. }
        | Action::ManageSittings(school)
        | Action::SeeSurveys(school)
        | Action::SeeAppeals(school)
        | Action::ManageScenes(school)
        | Action::ManageCamps(school)
        | Action::SeeAudit(school)
        | Action::Appoint(school)
        | Action::ManageSchool(school)
        | Action::PrintThanks(school)
        | Action::SeeDeputies(school)
        | Action::PrintSlips { school, for_leaders: false } => of_school(school, &[Coordinator, Head]),
        // The command line belongs to no school: this is how an installation gets its first head, and how a head who
        // lost slip and password gets in again.
        Action::GiveRoles(_) | Action::PrintSlips { for_leaders: true, .. }
            if actor.is(Administrator) && actor.school.is_none() =>
        {
            Ok(())
        }
        Action::KeepSanctions { school, person } if actor.person == **person => of_school(school, &[]),
        Action::GiveRoles(school)
        | Action::PrintSlips { school, for_leaders: true }
        | Action::SignOrders(school)
        | Action::KeepSanctions { school, .. } => of_school(school, &[Head]),
        Action::BeMentor { school, person }
        | Action::JoinCourse { school, person }
        | Action::KeepIdea { school, person }
        | Action::AcceptLantern { school, person } => {
            hidden_unless(staff(school) && actor.person == **person)
        }
        Action::VisitTraining { home, person, opened }
        | Action::VisitCase { home, person, opened }
        | Action::VisitSitting { home, person, opened }
        | Action::VisitScene { home, person, opened } => {
            hidden_unless(*opened && staff(home) && actor.person == **person)
        }
        Action::SendToPractice { home, opened } => hidden_unless(*opened && any(home, &[Coordinator])),
        Action::ReadCases { school, member } => {
            hidden_unless((*member && staff(school)) || any(school, &[Coordinator]))
        }
        Action::LeadTraining { school, leader } => {
            hidden_unless((actor.person == **leader && staff(school)) || any(school, &[Coordinator]))
        }
        Action::KeepImpression { author }
        | Action::KeepNote { author }
        | Action::KeepRanking { author }
        | Action::KeepCase { author }
        | Action::WriteReport { author } => own(author),
        Action::MarkMentor { newcomer }
        | Action::Commit { newcomer }
        | Action::FillDifficulties { newcomer }
        | Action::KeepCompetencies { newcomer } => own(newcomer),
        Action::SendRequest { asker } | Action::KeepHandover { asker } => own(asker),
        Action::AnswerRequest { asked } => own(asked),
        Action::Consent { person }
        | Action::OwnScene { performer: person }
        | Action::KeepDecision { owner: person }
        | Action::KeepFeed { person }
        | Action::KeepReservations { person }
        | Action::KeepDeliveries { person }
        | Action::ReadMessages { person }
        | Action::ConfirmData { person }
        | Action::AnswerSurvey { person } => own(person),
        Action::WritePaper { candidate }
        | Action::ReadHearing { candidate }
        | Action::FileAppeal { candidate } => own(candidate),
        Action::DecideAppeal { school, deciders } => {
            hidden_unless(any(school, &[Coordinator, Head]) && deciders.contains(&actor.person))
        }
        Action::MarkHearing { school, examiners: named }
        | Action::ObserveScene { school, observers: named }
        | Action::WatchScene { school, viewers: named } => {
            hidden_unless(staff(school) && named.contains(&actor.person))
        }
        Action::SeeScene { school, members: named } | Action::LeadScene { school, leaders: named } => {
            let one = staff(school) && named.contains(&actor.person);
            hidden_unless(one || any(school, &[Coordinator, Head]))
        }
        Action::JudgeSitting { school, judges } => {
            hidden_unless(staff(school) && judges.contains(&actor.person))
        }
        Action::MarkPapers { marker } => hidden_unless(*marker == Some(&actor.person)),
        // Neither the one it is about nor the other one of the pair learns of it, whatever else they are.
        Action::SeeTalk { school, person, partners } => {
            let concerned = actor.person == **person || partners.contains(&actor.person);
            hidden_unless(any(school, &[Coordinator]) && !concerned)
        }
        Action::ReadReport { school, author, other, open, head } => {
            let told = *other == Some(&actor.person)
                || any(school, &[Coordinator])
                || (*head && any(school, &[Head]));
            hidden_unless(actor.person == **author || (*open && told))
        }
        // Nobody signs their own words as somebody else.
        Action::SignReport { school, author, signer } => hidden_unless(match signer {
            Signer::Author => actor.person == **author,
            Signer::Coordinator => any(school, &[Coordinator]) && actor.person != **author,
            Signer::Head => any(school, &[Head]) && actor.person != **author,
        }),
        // Whoever is one of the two does not approve their own plan.
        Action::SignPlan { two, signer } => hidden_unless(match signer {
            PlanSigner::Mentor => actor.person == *two.mentor && two.mentor != two.newcomer,
            PlanSigner::Newcomer => actor.person == *two.newcomer,
            PlanSigner::Leader => any(two.school, &[Coordinator, Head]) && !two.has(actor),
        }),
        Action::Observe(lesson) => {
            let one = actor.person == *lesson.observed || actor.person == *lesson.observer;
            hidden_unless(one && staff(lesson.school))
        }
        Action::Control(lesson) => {
            own(lesson.observer)?;
            of_school(lesson.school, &[Coordinator, Head])
        }
        Action::KeepSheet(lesson) => own(lesson.observer),
        Action::OwnSheet(lesson) => own(lesson.observed),
        Action::ReadSheet(reading) => hidden_unless(reading.is_open_to(actor)),
        // Nobody else learns that there is one, the other one of the pair least of all.
        Action::DecideHandover { school, other } | Action::ReadEvaluation { school, other } => {
            hidden_unless(actor.is_at(Coordinator, school) && actor.person != **other)
        }
        Action::NameDeputy { school, absent } => match () {
            () if any(school, &[Coordinator]) && actor.person == **absent => Ok(()),
            () => of_school(school, &[Head]),
        },
        Action::TakePackage { school, person } | Action::EndLantern { school, person } => {
            let own = actor.person == **person && staff(school);
            hidden_unless(own || any(school, &[Coordinator]))
        }
        Action::RecordContact(two)
        | Action::ReadRequest(two)
        | Action::AskHandover(two)
        | Action::Meet(two)
        | Action::WriteEnding(two)
        | Action::KeepDevelopment(two)
        | Action::SeeDifficulties(two)
        | Action::SeeCompetencies(two) => hidden_unless(two.has(actor)),
        // Where nobody stands beside the newcomer, nobody suggests.
        Action::SuggestEvidence(two) => {
            hidden_unless(actor.person == *two.mentor && two.mentor != two.newcomer)
        }
        Action::ReadReason { school, asked, asker, ticked } => {
            // Whoever asked never reads it, not even as coordinator.
            let told = *ticked && actor.is_at(Coordinator, school);
            hidden_unless(actor.person != **asker && (actor.person == **asked || told))
        }
        Action::SeeContact(two)
        | Action::SeeTurn(two)
        | Action::SeeMilestones(two)
        | Action::ExtendPair(two) => hidden_unless(two.has(actor) || any(two.school, &[Coordinator])),
        Action::PlanMeeting(two)
        | Action::TakeTurn(two)
        | Action::KeepPlan(two)
        | Action::TickMilestones(two)
            if two.has(actor) =>
        {
            Ok(())
        }
        // The coordinator plans and looks for all; a day is moved and a line ticked by the two.
        Action::TakeTurn(two) | Action::TickMilestones(two) => match () {
            () if any(two.school, &[Coordinator]) => Err(Denied::Forbidden),
            () => Err(Denied::Hidden),
        },
        // The coordinator and the head see the pair and its work plan; meetings and steps are the two's own.
        Action::PlanMeeting(two) | Action::KeepPlan(two) => match () {
            () if any(two.school, &[Coordinator, Head]) => Err(Denied::Forbidden),
            () => Err(Denied::Hidden),
        },
        Action::SeeClasses { school, carer } => {
            hidden_unless(any(school, &[Coordinator, Head]) || (*carer && staff(school)))
        }
        Action::GiveDuties(school)
        | Action::KeepAwards(school)
        | Action::SeeChanges(school)
        | Action::TakeOutHours(school) => hidden_unless(any(school, &[Coordinator, Head])),
        Action::DrawLots(school) | Action::KeepOrganisations(school) | Action::ReadTrends(school) => {
            hidden_unless(any(school, &[Coordinator]))
        }
        Action::SeeReads(child) => hidden_unless(any(child.school, &[Coordinator, Head])),
        Action::LeadConcern { school, leaders } => {
            hidden_unless(staff(school) && leaders.contains(&actor.person))
        }
        // Whoever it is about does not learn of it, whoever wrote it (neg:N20).
        Action::ReadRaised { school, raiser, about } => {
            let own = actor.person == **raiser && *about != Some(&actor.person);
            hidden_unless(own && staff(school))
        }
        Action::SeePupil { child, data } => hidden_unless(child.opens(actor, *data)),
        Action::SeePeers { school, carer } => {
            hidden_unless(any(school, &[Coordinator]) || (*carer && staff(school)))
        }
        Action::KeepVolunteer(child) | Action::KeepPeers(child) => {
            let mut readers = child.readers(actor);
            hidden_unless(readers.any(|reader| matches!(reader, Reader::ClassTeacher | Reader::Coordinator)))
        }
        Action::AnswerReference { school, referee } => {
            hidden_unless(staff(school) && actor.person == **referee)
        }
        Action::Refer(child) => {
            let mut readers = child.readers(actor);
            hidden_unless(readers.any(|reader| matches!(reader, Reader::ClassTeacher | Reader::Specialist)))
        }
        Action::ReadReferral { child, by } => {
            let teaches = child.readers(actor).any(|reader| reader == Reader::ClassTeacher);
            hidden_unless(child.opens(actor, Data::Reason) || (teaches && actor.person == **by))
        }
        Action::KeepBlock(child) => hidden_unless(child.opens(actor, Data::Register)),
        Action::AskSociometry(child) => {
            let mut readers = child.readers(actor).filter(|reader| *reader == Reader::Specialist);
            let sees = readers.any(|reader| Data::Sociometry.seen_by(reader) != Sight::Nothing);
            hidden_unless(sees && child.named_by_head.contains(&actor.person))
        }
        // The head reads what others enter.
        Action::KeepPupilConsents(child) => {
            let mut readers = child.readers(actor).filter(|reader| *reader != Reader::Head);
            hidden_unless(readers.any(|reader| Data::Consents.seen_by(reader) == Sight::Whole))
        }
        Action::SeePair(two) | Action::SeePlan(two) => {
            hidden_unless(two.has(actor) || any(two.school, &[Coordinator, Head]))
        }
        Action::ReadOrder { school, named } => {
            hidden_unless((*named && staff(school)) || any(school, &[Coordinator, Head]))
        }
    }
}
