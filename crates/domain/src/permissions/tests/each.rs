//! One of each action, about people of school 12.

use crate::observations::Shares;
use crate::permissions::{Action, Lesson, Reading, Two};
use crate::plans::Signer as PlanSigner;
use crate::reports::Signer;
use crate::visibility::{Child, Data};
use crate::{DistrictId, PersonId, SchoolId};

/// One of each action, about Dana (newcomer) and Aigül (mentor) of school 12.
pub(super) fn every_action(check: impl FnMut(&'static str, Action<'_>)) {
    let (school, dana, aigul, district) =
        ("school-12".into(), "dana".into(), "aigul".into(), "district".into());
    let two = Two { school: &school, newcomer: &dana, mentor: &aigul };
    let mut check = check;
    for (name, action) in [
        ("see people", Action::SeePeople(&school)),
        ("manage people", Action::ManagePeople(&school)),
        ("print Dana's slip", Action::PrintSlips { school: &school, for_leaders: false }),
        ("print the head's slip", Action::PrintSlips { school: &school, for_leaders: true }),
        ("make somebody coordinator", Action::GiveRoles(&school)),
        ("correct what papers say of the school", Action::ManageSchool(&school)),
        ("manage rosters", Action::ManageRosters(&school)),
        ("see the programme", Action::SeeProgramme(&school)),
        ("manage the programme", Action::ManageProgramme(&school)),
        ("see the programmes of all years", Action::SeeYears(&school)),
        ("see mentors' cards", Action::SeeMentors(&school)),
        ("keep Aigül's card", Action::BeMentor { school: &school, person: &aigul }),
        ("manage mentors", Action::ManageMentors(&school)),
        ("keep Aigül's sanctions", Action::KeepSanctions { school: &school, person: &aigul }),
        ("keep Dana's impressions", Action::KeepImpression { author: &dana }),
        ("tick Dana's duties", Action::Commit { newcomer: &dana }),
        ("mark cards for Dana", Action::MarkMentor { newcomer: &dana }),
        ("record their joint work", Action::RecordContact(two)),
        ("see their joint work", Action::SeeContact(two)),
        ("see who worked with whom", Action::SeeContacts(&school)),
        ("plan joint work for all", Action::ManageRotations(&school)),
        ("see their planned meeting", Action::SeeTurn(two)),
        ("move their planned meeting", Action::TakeTurn(two)),
        ("send Dana's request", Action::SendRequest { asker: &dana }),
        ("read Dana's request to Aigül", Action::ReadRequest(two)),
        ("answer Dana's request to Aigül", Action::AnswerRequest { asked: &aigul }),
        (
            "read why Aigül declined",
            Action::ReadReason { school: &school, asked: &aigul, asker: &dana, ticked: false },
        ),
        (
            "read why Aigül declined, ticked",
            Action::ReadReason { school: &school, asked: &aigul, asker: &dana, ticked: true },
        ),
        ("see states of requests", Action::SeeRequestStates(&school)),
        ("keep Dana's ranking", Action::KeepRanking { author: &dana }),
        ("see sealed rankings", Action::SeeRankings { school: &school, opened: false }),
        ("see rankings after the deadline", Action::SeeRankings { school: &school, opened: true }),
        ("open a second round", Action::ManageRounds(&school)),
        ("manage proposals", Action::ManageProposals(&school)),
        ("appoint a pair", Action::Appoint(&school)),
    ]
    .into_iter()
    .chain(about_pairs(two, &dana, &aigul, &"somebody".into(), &["aigul".into()]))
    .chain(about_reports(&school, &dana, &aigul))
    .chain(about_courses(&school, &dana, &aigul, &["serik".into(), "dana".into()]))
    .chain(about_pupils(&school, &dana, &aigul))
    .chain(about_ideas(&school, &dana, &aigul))
    .chain(about_scenes(&school, &dana, &aigul))
    .chain(about_camps(&school, &aigul))
    .chain(about_districts(&district))
    {
        check(name, action);
    }
}

/// One of each action about a district.
fn about_districts(district: &DistrictId) -> impl Iterator<Item = (&'static str, Action<'_>)> {
    [
        ("see the district", Action::SeeDistrict(district)),
        ("make somebody an officer of the district", Action::AppointOfficers(district)),
        ("add to the district's forms", Action::ManageDistrictForms(district)),
        ("offer a programme's settings to the district", Action::OfferTemplates(district)),
    ]
    .into_iter()
}

/// One of each action about pairs and their year.
fn about_pairs<'a>(
    two: Two<'a>,
    dana: &'a PersonId,
    aigul: &'a PersonId,
    somebody: &'a PersonId,
    partners: &'a [PersonId],
) -> impl Iterator<Item = (&'static str, Action<'a>)> {
    let school = two.school;
    let lesson = Lesson { school, observed: dana, observer: aigul };
    let shares = Shares::NONE;
    let sheet = Reading { lesson, mentor: Some(aigul), control: false, finished: true, shares };
    let lesson_of_control = Lesson { observer: somebody, ..lesson };
    let control = Reading { lesson: lesson_of_control, control: true, ..sheet };
    [
        ("see their pair", Action::SeePair(two)),
        ("plan their first meeting", Action::PlanMeeting(two)),
        ("meet as a pair", Action::Meet(two)),
        ("keep Dana's notes for herself", Action::KeepNote { author: dana }),
        ("keep Dana's calendar feed", Action::KeepFeed { person: dana }),
        ("say how letters reach Dana", Action::KeepDeliveries { person: dana }),
        ("see which meetings are remembered differently", Action::SeeDisputes(school)),
        ("see their work plan", Action::SeePlan(two)),
        ("change their work plan", Action::KeepPlan(two)),
        ("keep Dana's development plan", Action::KeepDevelopment(two)),
        ("fill in Dana's difficulty map", Action::FillDifficulties { newcomer: dana }),
        ("see what Dana shares of it", Action::SeeDifficulties(two)),
        ("see Dana's adaptation checklist", Action::SeeMilestones(two)),
        ("tick Dana's adaptation checklist", Action::TickMilestones(two)),
        ("attach evidence to Dana's frame", Action::KeepCompetencies { newcomer: dana }),
        ("see what Dana shares of her frame", Action::SeeCompetencies(two)),
        ("suggest evidence to Dana", Action::SuggestEvidence(two)),
        ("count lines with evidence", Action::CountCompetencies(school)),
        ("see which observations took place", Action::SeeObservations(school)),
        ("agree on Aigül's observation of Dana", Action::Observe(lesson)),
        ("announce a control by Aigül", Action::Control(lesson)),
        ("write Aigül's sheet", Action::KeepSheet(lesson)),
        ("share Aigül's sheet", Action::OwnSheet(lesson)),
        ("read Aigül's draft", Action::ReadSheet(Reading { finished: false, ..sheet })),
        ("read Aigül's sheet, unshared", Action::ReadSheet(sheet)),
        (
            "read Aigül's sheet, shared with the head",
            Action::ReadSheet(Reading { shares: Shares { head: true, ..Shares::NONE }, ..sheet }),
        ),
        ("read a control by somebody else", Action::ReadSheet(control)),
        ("ask for a change of mentor", Action::AskHandover(two)),
        ("take back what Dana asked", Action::KeepHandover { asker: dana }),
        ("decide about what Dana asked", Action::DecideHandover { school, other: aigul }),
        ("name the last day of pairs", Action::ManageEndings(school)),
        ("write closing words", Action::WriteEnding(two)),
        ("propose more time or a pause for the pair", Action::ExtendPair(two)),
        ("read Dana's evaluation of Aigül", Action::ReadEvaluation { school, other: aigul }),
        ("print the letter of thanks", Action::PrintThanks(school)),
        ("take Dana's package", Action::TakePackage { school, person: dana }),
        ("see the list of pairs", Action::SeePairs(school)),
        ("give Dana's consent", Action::Consent { person: dana }),
        ("manage orders", Action::ManageOrders(school)),
        ("sign orders", Action::SignOrders(school)),
        ("read their order", Action::ReadOrder { school, named: false }),
        ("see the audit log", Action::SeeAudit(school)),
        ("read the difficulties of large groups", Action::SeeNeeds(school)),
        ("see the registers of mentors and newcomers", Action::SeeRegisters(school)),
        ("open a wave of the survey", Action::ManageSurveys(school)),
        ("read the survey of large groups", Action::SeeSurveys(school)),
        ("answer the survey as Dana", Action::AnswerSurvey { person: dana }),
        ("learn that a talk with Dana would help", Action::SeeTalk { school, person: dana, partners }),
    ]
    .into_iter()
}

/// One of each action about what Aigül and others sign: her work plan and her report on the pair with Dana.
fn about_reports<'a>(
    school: &'a SchoolId,
    dana: &'a PersonId,
    aigul: &'a PersonId,
) -> impl Iterator<Item = (&'static str, Action<'a>)> {
    let read = |open| Action::ReadReport { school, author: aigul, other: Some(dana), open, head: true };
    let sign = |signer| Action::SignReport { school, author: aigul, signer };
    let plan = |signer| Action::SignPlan { two: Two { school, newcomer: dana, mentor: aigul }, signer };
    [
        ("sign their work plan as mentor", plan(PlanSigner::Mentor)),
        ("sign their work plan as newcomer", plan(PlanSigner::Newcomer)),
        ("approve their work plan", plan(PlanSigner::Leader)),
        ("write Aigül's report", Action::WriteReport { author: aigul }),
        ("read her draft", read(false)),
        ("read her report once it is ready", read(true)),
        ("sign it as its author", sign(Signer::Author)),
        ("sign it as coordinator", sign(Signer::Coordinator)),
        ("sign it as head", sign(Signer::Head)),
        ("add to the school's forms", Action::ManageForms(school)),
        ("take the year's documents out", Action::ExportReports(school)),
    ]
    .into_iter()
}

/// One of each action about the mentor course, in which Aigül is.
fn about_courses<'a>(
    school: &'a SchoolId,
    dana: &'a PersonId,
    aigul: &'a PersonId,
    deciders: &'a [PersonId],
) -> impl Iterator<Item = (&'static str, Action<'a>)> {
    [
        ("go through the mentor course as Aigül", Action::JoinCourse { school, person: aigul }),
        ("lead the mentor course", Action::ManageCourses(school)),
        ("take away Aigül's right to mentor", Action::RevokeRight { school, person: aigul }),
        ("recognise Aigül's right of another school", Action::RecogniseRight { school, person: aigul }),
        ("read cases as a member of the course", Action::ReadCases { school, member: true }),
        ("read cases from outside of it", Action::ReadCases { school, member: false }),
        ("take back Aigül's case", Action::KeepCase { author: aigul }),
        (
            "go to a session of another school as Aigül",
            Action::VisitTraining { home: school, person: aigul, opened: true },
        ),
        (
            "the same where it is not open",
            Action::VisitTraining { home: school, person: aigul, opened: false },
        ),
        (
            "reply to a case of another school as Aigül",
            Action::VisitCase { home: school, person: aigul, opened: true },
        ),
        ("reply where it is not open", Action::VisitCase { home: school, person: aigul, opened: false }),
        (
            "take a place in another school's exam as Aigül",
            Action::VisitSitting { home: school, person: aigul, opened: true },
        ),
        (
            "take one where that exam is not open",
            Action::VisitSitting { home: school, person: aigul, opened: false },
        ),
        (
            "send somebody to the practice of another school",
            Action::SendToPractice { home: school, opened: true },
        ),
        ("send where it is not open", Action::SendToPractice { home: school, opened: false }),
        ("mark who came to Aigül's session", Action::LeadTraining { school, leader: aigul }),
        ("keep the questions of the exam", Action::KeepQuestions { school, candidate: false }),
        ("keep them while the own course runs", Action::KeepQuestions { school, candidate: true }),
        ("manage sittings of the exam", Action::ManageSittings(school)),
        ("write Dana's paper", Action::WritePaper { candidate: dana }),
        ("mark papers where Aigül is named", Action::MarkPapers { marker: Some(aigul) }),
        (
            "judge a sitting where Aigül is asked",
            Action::JudgeSitting { school, judges: std::slice::from_ref(aigul) },
        ),
        ("name commissions of the practice", Action::ManageCommissions(school)),
        (
            "mark a practice where Aigül is named",
            Action::MarkHearing { school, examiners: std::slice::from_ref(aigul) },
        ),
        ("read what Dana's practice came to", Action::ReadHearing { candidate: dana }),
        ("appeal against Dana's result", Action::FileAppeal { candidate: dana }),
        ("see that appeals wait", Action::SeeAppeals(school)),
        ("decide where of the leaders the head alone may", Action::DecideAppeal { school, deciders }),
    ]
    .into_iter()
}

/// One of each action about a modelled situation in which Aigül plays the mentor and Dana observes.
fn about_scenes<'a>(
    school: &'a SchoolId,
    dana: &'a PersonId,
    aigul: &'a PersonId,
) -> impl Iterator<Item = (&'static str, Action<'a>)> {
    let (observers, players) = (std::slice::from_ref(dana), std::slice::from_ref(aigul));
    [
        ("plan modelled situations", Action::ManageScenes(school)),
        ("see one at which Aigül is", Action::SeeScene { school, members: players }),
        (
            "come to one of another school as Aigül",
            Action::VisitScene { home: school, person: aigul, opened: true },
        ),
        (
            "the same where that school has not opened it",
            Action::VisitScene { home: school, person: aigul, opened: false },
        ),
        ("lead one whose chair Aigül is", Action::LeadScene { school, leaders: players }),
        ("fill a sheet where Dana observes", Action::ObserveScene { school, observers }),
        ("let Aigül's card say what she showed", Action::OwnScene { performer: aigul }),
        ("follow a link that is shown to Dana", Action::WatchScene { school, viewers: observers }),
        ("say that what Dana took on is done", Action::KeepDecision { owner: dana }),
    ]
    .into_iter()
}

/// One of each action about a camp that the school holds and in which Aigül leads a group.
fn about_camps<'a>(
    school: &'a SchoolId,
    aigul: &'a PersonId,
) -> impl Iterator<Item = (&'static str, Action<'a>)> {
    [
        ("come to a camp of the school", Action::SeeCamp { school, near: false }),
        ("come to it from a school of its district", Action::SeeCamp { school, near: true }),
        ("plan camps", Action::ManageCamps(school)),
        (
            "write down who was at the camp where Aigül leads a group",
            Action::MarkCamp { school, leaders: std::slice::from_ref(aigul) },
        ),
    ]
    .into_iter()
}

/// One of each action about a pupil of the class that Dana looks after; Aigül is the psychologist.
fn about_pupils<'a>(
    school: &'a SchoolId,
    dana: &'a PersonId,
    aigul: &'a PersonId,
) -> impl Iterator<Item = (&'static str, Action<'a>)> {
    let (teachers, specialists) = (std::slice::from_ref(dana), std::slice::from_ref(aigul));
    let child = Child { school, class_teachers: teachers, specialists, named_by_head: specialists };
    let other = Child { class_teachers: &[], specialists: &[], ..child };
    let named_by_coordinator = Child { named_by_head: &[], ..child };
    let see = |data| Action::SeePupil { child, data };
    [
        ("see the classes with a duty", Action::SeeClasses { school, carer: true }),
        ("see the classes without one", Action::SeeClasses { school, carer: false }),
        ("say who looks after which pupils", Action::GiveDuties(school)),
        ("publish the rule of an award", Action::KeepAwards(school)),
        ("read what changed for groups of pupils", Action::SeeChanges(school)),
        ("read in which direction the marks of one of a pair go", Action::ReadTrends(school)),
        ("take out hours for the state's register", Action::TakeOutHours(school)),
        ("draw by lot who is helped first", Action::DrawLots(school)),
        ("keep organisations of volunteers", Action::KeepOrganisations(school)),
        ("see the card of a pupil of Dana's class", see(Data::Card)),
        ("see the marks of that pupil", see(Data::Marks)),
        ("see why that pupil was referred", see(Data::Reason)),
        ("see registers about that pupil", see(Data::Register)),
        ("see whom that pupil chose", see(Data::Sociometry)),
        ("see the health of that pupil", see(Data::Health)),
        ("see what that pupil did when", see(Data::Sessions)),
        ("see concerns about that pupil", see(Data::Concerns)),
        ("see that pupil as a volunteer", see(Data::Volunteering)),
        ("see consents about that pupil", see(Data::Consents)),
        ("see what adults wrote for that pupil", see(Data::References)),
        ("enter consents about that pupil", Action::KeepPupilConsents(child)),
        ("name that pupil as a volunteer", Action::KeepVolunteer(child)),
        ("write for a volunteer where Aigül is asked", Action::AnswerReference { school, referee: aigul }),
        ("refer that pupil", Action::Refer(child)),
        ("read why Dana referred that pupil", Action::ReadReferral { child, by: dana }),
        ("read why Aigül referred that pupil", Action::ReadReferral { child, by: aigul }),
        ("say that the law excludes that pupil", Action::KeepBlock(child)),
        ("say so, named psychologist by the coordinator", Action::KeepBlock(named_by_coordinator)),
        ("see pairs of pupils with a duty", Action::SeePeers { school, carer: true }),
        ("see pairs of pupils without one", Action::SeePeers { school, carer: false }),
        ("make a pair for that pupil and keep its journal", Action::KeepPeers(child)),
        ("see who looked at that pupil", Action::SeeReads(child)),
        ("ask the class of that pupil whom they choose", Action::AskSociometry(child)),
        ("ask it, named psychologist by the coordinator", Action::AskSociometry(named_by_coordinator)),
        ("see the card of a pupil without carers", Action::SeePupil { child: other, data: Data::Card }),
        ("enter consents about a pupil without carers", Action::KeepPupilConsents(other)),
        ("raise a concern", Action::RaiseConcern(school)),
        ("lead a case that Aigül alone may lead", Action::LeadConcern { school, leaders: specialists }),
        ("read what Dana raised", Action::ReadRaised { school, raiser: dana, about: None }),
        ("read it where it is about Dana", Action::ReadRaised { school, raiser: dana, about: Some(dana) }),
    ]
    .into_iter()
}

/// One of each action about an idea of Dana's, which Aigül is to answer, and about what Dana shares.
fn about_ideas<'a>(
    school: &'a SchoolId,
    dana: &'a PersonId,
    aigul: &'a PersonId,
) -> impl Iterator<Item = (&'static str, Action<'a>)> {
    let author = |unnamed, disclosed| Action::SeeIdeaAuthor { school, author: dana, unnamed, disclosed };
    [
        ("read ideas", Action::ReadIdeas(school)),
        ("share ideas as a young specialist", Action::ShareIdeas { school, young: true }),
        ("share ideas as somebody else", Action::ShareIdeas { school, young: false }),
        ("answer an idea where Aigül is named", Action::AnswerIdea { school, named: Some(aigul) }),
        ("join doubles of ideas", Action::ManageIdeas(school)),
        ("plan steps of an idea in its team", Action::WorkOnIdea { school, team: true }),
        ("plan them from outside", Action::WorkOnIdea { school, team: false }),
        ("see that Dana wrote an idea", author(false, false)),
        ("see that Dana wrote one without a name", author(true, false)),
        ("see that once it was disclosed", author(true, true)),
        ("take back what Dana shared", Action::KeepIdea { school, person: dana }),
        ("see whose light is lit", Action::SeeLanterns(school)),
        ("recognise Aigül for a topic", Action::Recognise { school, person: aigul }),
        ("agree to share as Dana", Action::AcceptLantern { school, person: dana }),
        ("share as Dana while it is lit", Action::ShareLight { school, person: dana, lit: true }),
        ("share as Dana when it is over", Action::ShareLight { school, person: dana, lit: false }),
        ("end what Dana shares", Action::EndLantern { school, person: dana }),
        ("read what Aigül asked Dana", Action::ReadLanternQuestion { school, person: dana, asker: aigul }),
        ("send messages to many", Action::ManageMessages(school)),
        ("read messages that were sent to Dana", Action::ReadMessages { person: dana }),
        ("say that Dana's data are right", Action::ConfirmData { person: dana }),
        ("say when Dana does not meet", Action::KeepReservations { person: dana }),
        ("see who stands in for a coordinator", Action::SeeDeputies(school)),
        ("name who stands in for Dana", Action::NameDeputy { school, absent: dana }),
    ]
    .into_iter()
}
