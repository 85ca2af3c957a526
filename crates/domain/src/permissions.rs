//! Who may do what: one exhaustive answer for every action. Denied unless allowed here; somebody else's
//! things look as if they were not there (rules §17; neg:N8, N9).

mod action;
#[cfg(test)]
mod tests;

pub use action::{Action, Lesson, Reading, Two};

use crate::people::{Actor, Role};
use crate::plans::Signer as PlanSigner;
use crate::reports::Signer;
use crate::visibility::{Data, Reader, Sight};
use crate::{PersonId, SchoolId};
use crate::visibility::{Child, Data, Reader, Sight};
use crate::{DistrictId, PersonId, SchoolId};

/// What somebody wants to do, with what the answer depends on.
#[derive(Clone, Copy, Debug)]
pub enum Action<'a> {
    /// See the figures of a district.
    SeeDistrict(&'a DistrictId),
    /// Make somebody an officer of a district, and take it back.
    AppointOfficers(&'a DistrictId),
    /// See the list of a school's people.
    SeePeople(&'a SchoolId),
    /// Correct a person's data, end their work.
    ManagePeople(&'a SchoolId),
    /// Print a slip with a one-time code for somebody of the school.
    PrintSlips {
        /// The school.
        school: &'a SchoolId,
        /// True where it is for a head or a coordinator: whoever holds the slip acts in their name, so the
        /// head alone prints it.
        for_leaders: bool,
    },
    /// Make somebody head or coordinator, and take it back.
    GiveRoles(&'a SchoolId),
    /// Import and undo lists, export them.
    ManageRosters(&'a SchoolId),
    /// See the programme and its dates.
    SeeProgramme(&'a SchoolId),
    /// Set up the programme, enrol newcomers, name provisional mentors.
    ManageProgramme(&'a SchoolId),
    /// See the cards of mentors.
    SeeMentors(&'a SchoolId),
    /// Come forward as mentor, answer a nomination, keep the own card.
    BeMentor {
        /// The school.
        school: &'a SchoolId,
        /// Whose candidature it is.
        person: &'a PersonId,
    },
    /// Nominate, approve and reject mentors; see eligibility line by line.
    ManageMentors(&'a SchoolId),
    /// Enter and lift the disciplinary sanctions of somebody, read their orders: the head, never about themselves.
    /// Whoever sees eligibility reads until when a person is barred, and no more.
    KeepSanctions {
        /// The school.
        school: &'a SchoolId,
        /// Whose they are.
        person: &'a PersonId,
    },
    /// Write and read a private impression (feat:C5): the author alone.
    KeepImpression {
        /// The author.
        author: &'a PersonId,
    },
    /// Record a joint work: one of the two who worked together.
    RecordContact(Two<'a>),
    /// See which joint work took place: the two and the coordinator.
    SeeContact(Two<'a>),
    /// See who has worked with whom in a school (feat:C4).
    SeeContacts(&'a SchoolId),
    /// Plan joint work of everybody with everybody, publish it, take it back (feat:C2).
    ManageRotations(&'a SchoolId),
    /// See one planned meeting: the two and the coordinator.
    SeeTurn(Two<'a>),
    /// Say that a planned meeting took place, ask for another time, say that one cannot come: the two alone.
    TakeTurn(Two<'a>),
    /// Tick the duties of a newcomer (feat:B8): the newcomer alone.
    Commit {
        /// The newcomer's person.
        newcomer: &'a PersonId,
    },
    /// Mark cards of mentors for oneself and see the marks (feat:C6): the newcomer alone.
    MarkMentor {
        /// The newcomer's person.
        newcomer: &'a PersonId,
    },
    /// Send, change and withdraw a request, answer its question: the asker, a newcomer or a mentor (feat:C18).
    SendRequest {
        /// The asker's person.
        asker: &'a PersonId,
    },
    /// Read a request's text and goals: the two of it.
    ReadRequest(Two<'a>),
    /// Answer a request: the one asked, alone (neg:N1).
    AnswerRequest {
        /// The person who is asked.
        asked: &'a PersonId,
    },
    /// Read why a request was declined: its author, and the coordinator where the author ticked it; the asker never,
    /// whatever else the asker is (feat:C12; essay:E9).
    ReadReason {
        /// The school.
        school: &'a SchoolId,
        /// Who was asked, and wrote the reason.
        asked: &'a PersonId,
        /// Who had asked.
        asker: &'a PersonId,
        /// The author ticked that the coordinator may read it.
        ticked: bool,
    },
    /// See state and dates of all requests, never their texts.
    SeeRequestStates(&'a SchoolId),
    /// Write and read the own sealed ranking (feat:C16, C17).
    KeepRanking {
        /// The author.
        author: &'a PersonId,
    },
    /// Read the rankings of both sides: the coordinator, and only when the deadline has passed.
    SeeRankings {
        /// The school.
        school: &'a SchoolId,
        /// True after the deadline.
        opened: bool,
    },
    /// Open a second round, make it longer, close it (feat:C19).
    ManageRounds(&'a SchoolId),
    /// Let the engine propose, see the proposal with its explanations, publish it.
    ManageProposals(&'a SchoolId),
    /// Correct what papers say of the school.
    ManageSchool(&'a SchoolId),
    /// Appoint a pair, with a reason (feat:C21).
    Appoint(&'a SchoolId),
    /// See a pair's page.
    SeePair(Two<'a>),
    /// Plan the first meeting of a pair: the two alone.
    PlanMeeting(Two<'a>),
    /// Propose, answer, log and confirm meetings, read them with their notes and next steps: the two alone
    /// (feat:D2, D6, D8).
    Meet(Two<'a>),
    /// Write, read and delete a note for oneself (feat:D10): the author alone.
    KeepNote {
        /// The author.
        author: &'a PersonId,
    },
    /// Make and revoke the private calendar feed (feat:D4): each for themselves.
    KeepFeed {
        /// Whose it is.
        person: &'a PersonId,
    },
    /// Say how letters reach one (feat:D5): each for themselves.
    KeepDeliveries {
        /// Who reads them.
        person: &'a PersonId,
    },
    /// See that a pair remembers a meeting differently, never who says what (feat:D6).
    SeeDisputes(&'a SchoolId),
    /// Read the mentor's work plan of a pair (doc:A4): the two; the coordinator and the head, who approves it.
    SeePlan(Two<'a>),
    /// Make it and change it: the two alone.
    KeepPlan(Two<'a>),
    /// Sign their work plan in a place of its chain; for whoever approves it, also return it (doc:A4; feat:F3).
    SignPlan {
        /// The two.
        two: Two<'a>,
        /// Whose place it is.
        signer: PlanSigner,
    },
    /// Read and change the newcomer's development plan (doc:A5): the newcomer and the mentor of now.
    KeepDevelopment(Two<'a>),
    /// Fill in the difficulty map, share it or not, take up its steps (doc:A8): the newcomer alone.
    FillDifficulties {
        /// The newcomer's person.
        newcomer: &'a PersonId,
    },
    /// Read it, as far as it is shared: the two.
    SeeDifficulties(Two<'a>),
    /// See the adaptation checklist (doc:A6): the two and the coordinator.
    SeeMilestones(Two<'a>),
    /// Tick it: the two alone.
    TickMilestones(Two<'a>),
    /// Attach evidence to the frame of competencies, take it back, share the frame or not (feat:E3): the newcomer alone.
    KeepCompetencies {
        /// The newcomer's person.
        newcomer: &'a PersonId,
    },
    /// Read the frame, as far as it is shared: the two.
    SeeCompetencies(Two<'a>),
    /// Suggest a fact for it: the mentor of now.
    SuggestEvidence(Two<'a>),
    /// See how many lines of the frames have evidence, never which or what.
    CountCompetencies(&'a SchoolId),
    /// Begin a report, write it, say that it is ready, take it back: its author alone (feat:F4, F8; neg:N11).
    WriteReport {
        /// Who writes it.
        author: &'a PersonId,
    },
    /// Read a report: its author always; once it has been ready, those it goes to (neg:N11).
    ReadReport {
        /// The school.
        school: &'a SchoolId,
        /// Who writes it.
        author: &'a PersonId,
        /// Who else it is about: the newcomer of a mentor's report.
        other: Option<&'a PersonId>,
        /// It has been ready.
        open: bool,
        /// The head signs it.
        head: bool,
    },
    /// Sign a report in a place of its chain, or return it from there (feat:F3, F5).
    SignReport {
        /// The school.
        school: &'a SchoolId,
        /// Who writes it.
        author: &'a PersonId,
        /// Whose place it is.
        signer: Signer,
    },
    /// Add a field to a form of the school, say which forms the school uses (feat:F1).
    ManageForms(&'a SchoolId),
    /// Add a field to a form for all schools of a district.
    ManageDistrictForms(&'a DistrictId),
    /// Take the year's documents out with their hashes (feat:F12).
    ExportReports(&'a SchoolId),
    /// See which observations of lessons took place, never what their sheets say (rules §17).
    SeeObservations(&'a SchoolId),
    /// Propose and answer an observation, see when it is: the two alone.
    Observe(Lesson<'a>),
    /// Announce an observation within internal control: the coordinator or the head, who watches the lesson.
    Control(Lesson<'a>),
    /// Write a sheet, finish it, amend it, take it back: the observer.
    KeepSheet(Lesson<'a>),
    /// Say that one has read a sheet, share it or not: the observed teacher, who owns it (feat:D11).
    OwnSheet(Lesson<'a>),
    /// Read a sheet, and print it.
    ReadSheet(Reading<'a>),
    /// Ask in confidence for a change of mentor: one of the two (feat:C23).
    AskHandover(Two<'a>),
    /// See the own one and take it back: whoever asked.
    KeepHandover {
        /// Who asked.
        asker: &'a PersonId,
    },
    /// Read who asked for a change of mentor, and decide: the coordinator, unless they are the other one of the pair.
    DecideHandover {
        /// The school.
        school: &'a SchoolId,
        /// The one of the pair who has not asked.
        other: &'a PersonId,
    },
    /// Name the last day of pairs, take it back (feat:E6).
    ManageEndings(&'a SchoolId),
    /// Write the own closing words, read the other one's once they are open: the two alone.
    WriteEnding(Two<'a>),
    /// Propose more time for a pair, answer, set a pause and end it, see all of these: the two and the coordinator.
    ExtendPair(Two<'a>),
    /// Read what somebody wrote for the coordinator at the end of a pair: coordinators who are not the other one of it.
    ReadEvaluation {
        /// The school.
        school: &'a SchoolId,
        /// The one of the pair who has not written it.
        other: &'a PersonId,
    },
    /// Print the letter of thanks of a pair that has closed.
    PrintThanks(&'a SchoolId),
    /// Load what somebody takes along to another school (feat:A6): the person and the coordinator.
    TakePackage {
        /// The school.
        school: &'a SchoolId,
        /// Whose it is.
        person: &'a PersonId,
    },
    /// See the list of pairs.
    SeePairs(&'a SchoolId),
    /// Give or take back the own consent (doc:A2).
    Consent {
        /// Whose consent it is.
        person: &'a PersonId,
    },
    /// Prepare orders (doc:A1).
    ManageOrders(&'a SchoolId),
    /// Sign orders: number, date, signed.
    SignOrders(&'a SchoolId),
    /// Read an order: those named in it, the coordinator and the head.
    ReadOrder {
        /// The school.
        school: &'a SchoolId,
        /// True where the reader is named in the order.
        named: bool,
    },
    /// See who did what: the audit log without contents.
    SeeAudit(&'a SchoolId),
    /// Read which difficulties newcomers have, in groups that are large enough (doc:A8).
    SeeNeeds(&'a SchoolId),
    /// See and print the registers of mentors and newcomers (doc:A19).
    SeeRegisters(&'a SchoolId),
    /// Read the question bank of the exam with its keys, change it, take questions in and out (feat:G4): those who lead
    /// the school, and never somebody who mentors or goes through the course: they sit the exam.
    KeepQuestions {
        /// The school.
        school: &'a SchoolId,
        /// The own course runs.
        candidate: bool,
    },
    /// Open and close a wave of the survey (doc:A14).
    ManageSurveys(&'a SchoolId),
    /// Read the figures of groups that are large enough.
    SeeSurveys(&'a SchoolId),
    /// Answer it, or skip it, and say what draws one to this work and read what that comes to: each for themselves.
    AnswerSurvey {
        /// Who answers.
        person: &'a PersonId,
    },
    /// Plan sittings of the exam, begin and close them, give time back, tell results (feat:G4): the coordinator, and the
    /// head where the coordinator is a candidate.
    ManageSittings(&'a SchoolId),
    /// Open a paper, write it, hand it in, read what it came to: its candidate alone.
    WritePaper {
        /// Whose paper it is.
        candidate: &'a PersonId,
    },
    /// Mark texts of a sitting by hand, without names: whoever is named for it, and nobody else.
    MarkPapers {
        /// Who is named.
        marker: Option<&'a PersonId>,
    },
    /// Judge the questions of a sitting before it begins, for its cut: whoever was asked, and nobody else.
    JudgeSitting {
        /// The school.
        school: &'a SchoolId,
        /// Who was asked.
        judges: &'a [PersonId],
    },
    /// Name commissions of the practice, put candidates before them, replace an examiner, tell results (feat:G5, G6).
    ManageCommissions(&'a SchoolId),
    /// Mark somebody's practice, read all sheets once they are sealed: whoever is named for it, and nobody else.
    MarkHearing {
        /// The school.
        school: &'a SchoolId,
        /// Who is named.
        examiners: &'a [PersonId],
    },
    /// Read day and place, the role card once it begins, the result: its candidate alone.
    ReadHearing {
        /// Whose practice it is.
        candidate: &'a PersonId,
    },
    /// Appeal against one's own result of the exam, take that back, read how it was decided and why (feat:G7).
    FileAppeal {
        /// Whose result it is.
        candidate: &'a PersonId,
    },
    /// See that appeals wait and who decides them, never their grounds.
    SeeAppeals(&'a SchoolId),
    /// Read the grounds of an appeal and decide it: those of the leaders who neither marked nor are bound to the candidate.
    DecideAppeal {
        /// The school.
        school: &'a SchoolId,
        /// Who decides, as `domain::appeals::deciders` has it.
        deciders: &'a [PersonId],
    },
    /// Ask for a place in the mentor course (doc:A16), take that back, go through it: each for themselves.
    JoinCourse {
        /// The school.
        school: &'a SchoolId,
        /// Who.
        person: &'a PersonId,
    },
    /// Enrol people, see how far each is, announce sessions, take a case off in which somebody can be recognised.
    ManageCourses(&'a SchoolId),
    /// Take away a right that the course granted, with a reason: the coordinator, and never the own one.
    RevokeRight {
        /// The school.
        school: &'a SchoolId,
        /// Whose right it is.
        person: &'a PersonId,
    },
    /// Read the cases with their replies, see the sessions: who is or was in the course, and the coordinator.
    ReadCases {
        /// The school.
        school: &'a SchoolId,
        /// The reader is or was in the course.
        member: bool,
    },
    /// Take back a case or a reply: its author alone.
    KeepCase {
        /// Who wrote it.
        author: &'a PersonId,
    },
    /// See who signed up for a session, mark who was there: its leader and the coordinator.
    LeadTraining {
        /// The school.
        school: &'a SchoolId,
        /// Who leads it.
        leader: &'a PersonId,
    },
    /// See the classes of the school: those who lead it, and whoever looks after pupils.
    SeeClasses {
        /// The school.
        school: &'a SchoolId,
        /// The reader has a duty today.
        carer: bool,
    },
    /// Say who looks after which pupils: those who lead the school.
    GiveDuties(&'a SchoolId),
    /// See data of a pupil: whoever docs/visibility.md opens them to (rules §17).
    SeePupil {
        /// About whom.
        child: Child<'a>,
        /// Which.
        data: Data,
    },
    /// Enter consents about a pupil and withdraw them: whoever reads them, but for the head.
    KeepPupilConsents(Child<'a>),
    /// Name a pupil as volunteer, take down recommendation and training, write that they stop: the class teacher and the
    /// coordinator.
    KeepVolunteer(Child<'a>),
    /// Offer a goal to a pupil, write down what the child says, end it: the class teacher and the specialist.
    Refer(Child<'a>),
    /// Read why a pupil was referred: the coordinator and the specialist, a class teacher where they referred (rules §17).
    ReadReferral {
        /// Who was referred.
        child: Child<'a>,
        /// By whom.
        by: &'a PersonId,
    },
    /// Enter and lift what the law names against being helped by pupils: whoever sees registers whole.
    KeepBlock(Child<'a>),
    /// Ask the class of a pupil whom they choose, and read what came of it: psychologist or social pedagogue alone; who
    /// they are for this, docs/decisions/0046 says.
    AskSociometry(Child<'a>),
    /// See that pupils help pupils, and the journal of their meetings: the coordinator, and whoever looks after pupils.
    SeePeers {
        /// The school.
        school: &'a SchoolId,
        /// The reader has a duty today.
        carer: bool,
    },
    /// Make a pair for a pupil who is helped, end it, keep the journal of its meetings: the class teacher and the
    /// coordinator.
    KeepPeers(Child<'a>),
    /// Publish the rule of an award, freeze its list, enter lot, vote and order, answer appeals: those who lead the school.
    KeepAwards(&'a SchoolId),
    /// See who opened a pupil's page (feat:M6): those who answer when somebody asks.
    SeeReads(Child<'a>),
    /// Raise a concern about a child (feat:I7): every adult of the school.
    RaiseConcern(&'a SchoolId),
    /// Read and lead the case of a concern: those whom [`crate::concerns::Concern::readers`] names, never the one it is about.
    LeadConcern {
        /// The school.
        school: &'a SchoolId,
        /// Who they are.
        leaders: &'a [PersonId],
    },
    /// Read again what one wrote in a concern: whoever raised it, unless it is about them.
    ReadRaised {
        /// The school.
        school: &'a SchoolId,
        /// Who raised it.
        raiser: &'a PersonId,
        /// The adult whom it is about.
        about: Option<&'a PersonId>,
    },
    /// Read the board of ideas, join what is being done (feat:H2): everybody of the school.
    ReadIdeas(&'a SchoolId),
    /// Share an idea, vote, comment: young specialists.
    ShareIdeas {
        /// The school.
        school: &'a SchoolId,
        /// The reader is one, as `domain::ideas::is_young` has it.
        young: bool,
    },
    /// Answer an idea: whoever is named for it, and the coordinator.
    AnswerIdea {
        /// The school.
        school: &'a SchoolId,
        /// Who is named.
        named: Option<&'a PersonId>,
    },
    /// Say who answers an idea, join doubles, take one off the board, look who wrote one that has no name.
    ManageIdeas(&'a SchoolId),
    /// Say that what the school keeps of one is right (feat:N3): each for themselves.
    ConfirmData {
        /// Whose data they are.
        person: &'a PersonId,
    },
    /// Write templates of messages to many, send them, read who was reached (feat:N2).
    ManageMessages(&'a SchoolId),
    /// See who stands in for a coordinator (feat:N3).
    SeeDeputies(&'a SchoolId),
    /// Name somebody who stands in for a coordinator, and end it: whoever is away, and the head, who gives roles.
    NameDeputy {
        /// The school.
        school: &'a SchoolId,
        /// Who is away.
        absent: &'a PersonId,
    },
    /// Read the messages that were sent to one: each for themselves.
    ReadMessages {
        /// Whom they were sent to.
        person: &'a PersonId,
    },
    /// Plan the steps of an idea that is being done: its team, and the coordinator.
    WorkOnIdea {
        /// The school.
        school: &'a SchoolId,
        /// The reader is in its team.
        team: bool,
    },
    /// Read who wrote an idea or a comment (feat:H3; neg:N24): of one without a name the author, and the coordinator once it
    /// was disclosed.
    SeeIdeaAuthor {
        /// The school.
        school: &'a SchoolId,
        /// Who wrote it.
        author: &'a PersonId,
        /// It has no name.
        unnamed: bool,
        /// The coordinator has looked, with a reason.
        disclosed: bool,
    },
    /// See whose light is lit, their open hours and notes, ask them (feat:H5): everybody of the school.
    SeeLanterns(&'a SchoolId),
    /// Say that a young specialist is good at something: a colleague, never about themselves.
    Recognise {
        /// The school.
        school: &'a SchoolId,
        /// Whom.
        person: &'a PersonId,
    },
    /// Agree to share: whoever was recognised.
    AcceptLantern {
        /// The school.
        school: &'a SchoolId,
        /// Who was.
        person: &'a PersonId,
    },
    /// Announce open hours, answer questions, write notes: the small right of whoever agreed, while it holds.
    ShareLight {
        /// The school.
        school: &'a SchoolId,
        /// Whose light it is.
        person: &'a PersonId,
        /// It holds today.
        lit: bool,
    },
    /// End it: its holder and the coordinator.
    EndLantern {
        /// The school.
        school: &'a SchoolId,
        /// Whose light it is.
        person: &'a PersonId,
    },
    /// Read a question to it: the two of it.
    ReadLanternQuestion {
        /// The school.
        school: &'a SchoolId,
        /// Whose light it is.
        person: &'a PersonId,
        /// Who asked.
        asker: &'a PersonId,
    },
    /// Plan modelled situations at meetings of subject teams, add situations of the school (feat:F11): those who lead it.
    ManageScenes(&'a SchoolId),
    /// See one of them, with what belongs to everybody of it: those at the meeting, and those who lead the school.
    SeeScene {
        /// The school.
        school: &'a SchoolId,
        /// Those at the meeting.
        members: &'a [PersonId],
    },
    /// Begin and close it, write its minutes: its chair and its secretary, and those who lead the school.
    LeadScene {
        /// The school.
        school: &'a SchoolId,
        /// Chair and secretary.
        leaders: &'a [PersonId],
    },
    /// Fill a sheet: its observers, and nobody else.
    ObserveScene {
        /// The school.
        school: &'a SchoolId,
        /// Who observes.
        observers: &'a [PersonId],
    },
    /// Put the link to the recording there, name its viewers, let the own card say it: whoever plays the mentor, alone.
    OwnScene {
        /// Who plays the mentor.
        performer: &'a PersonId,
    },
    /// Follow that link: its owner and whom the owner names, whatever else somebody is.
    WatchScene {
        /// The school.
        school: &'a SchoolId,
        /// The owner and the viewers.
        viewers: &'a [PersonId],
    },
    /// Say that what a meeting decided is done: whoever took it on.
    KeepDecision {
        /// Who took it on.
        owner: &'a PersonId,
    },
    /// See a camp with its programme, sign up, put workshops in order (feat:H1; docs/decisions/0055): everybody of the
    /// school that holds it, and of the schools of its district.
    SeeCamp {
        /// The school that holds it.
        school: &'a SchoolId,
        /// The actor works at a school of the camp's district, and the camp is open to them.
        near: bool,
    },
    /// Plan a camp, make its grid, give the workshops out, close it: those who lead the school that holds it.
    ManageCamps(&'a SchoolId),
    /// Write down who was there, read who may be photographed: who leads a group, and those who lead that school.
    MarkCamp {
        /// The school that holds it.
        school: &'a SchoolId,
        /// Who leads a group.
        leaders: &'a [PersonId],
    },
    /// Learn that a talk with somebody would help: the coordinator, unless it is about themselves or the other one of a
    /// pair of theirs.
    SeeTalk {
        /// The school.
        school: &'a SchoolId,
        /// With whom.
        person: &'a PersonId,
        /// The other ones of that person's pairs.
        partners: &'a [PersonId],
    },
}

/// The two people of an observed lesson, and their school.
#[derive(Clone, Copy, Debug)]
pub struct Lesson<'a> {
    /// The school.
    pub school: &'a SchoolId,
    /// Who teaches.
    pub observed: &'a PersonId,
    /// Who watches.
    pub observer: &'a PersonId,
}

/// A sheet that somebody wants to read.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// The lesson.
    pub lesson: Lesson<'a>,
    /// The newcomer's mentor of now.
    pub mentor: Option<&'a PersonId>,
    /// It belongs to internal control.
    pub control: bool,
    /// It is finished; a draft is its observer's alone (neg:N11).
    pub finished: bool,
    /// With whom the observed teacher shares it.
    pub shares: Shares,
}

impl Reading<'_> {
    fn is_open_to(&self, actor: &Actor) -> bool {
        let (lesson, shares) = (&self.lesson, self.shares);
        let (leads, heads) =
            (actor.is_at(Role::Coordinator, lesson.school), actor.is_at(Role::Head, lesson.school));
        let mentors = self.mentor == Some(&actor.person);
        match () {
            () if actor.person == *lesson.observer => true,
            () if !self.finished => false,
            () if actor.person == *lesson.observed => true,
            // The mentor supports: what the administration writes is not for them, whatever else they are.
            () if self.control => (leads || heads) && !mentors,
            () => (mentors && shares.mentor) || (leads && shares.coordinator) || (heads && shares.head),
        }
    }
}

/// The two people of a relation, and their school.
#[derive(Clone, Copy, Debug)]
pub struct Two<'a> {
    /// The school.
    pub school: &'a SchoolId,
    /// The newcomer's person.
    pub newcomer: &'a PersonId,
    /// The mentor's person.
    pub mentor: &'a PersonId,
}

impl Two<'_> {
    fn has(&self, actor: &Actor) -> bool {
        actor.person == *self.newcomer || actor.person == *self.mentor
    }
}

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
        Action::SeeDistrict(district) | Action::ManageDistrictForms(district) => {
            hidden_unless(actor.is(DistrictOfficer) && actor.district.as_ref() == Some(district))
        }
        // Whoever looks after the installation: no page of a school reaches above it.
        Action::AppointOfficers(_) => hidden_unless(actor.is(Administrator) && actor.school.is_none()),
        Action::RevokeRight { school, person } if actor.person == **person => of_school(school, &[]),
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
        | Action::ManageOrders(school) => of_school(school, &[Coordinator]),
        // Whoever mentors is a candidate, and again when the right has run out.
        Action::KeepQuestions { school, candidate } if *candidate || actor.is(Role::Mentor) => {
            of_school(school, &[])
        }
        // Sealed is sealed, for every role.
        Action::SeeRankings { opened: false, .. } => Err(Denied::Hidden),
        Action::SeePeople(school)
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
        Action::GiveDuties(school) | Action::KeepAwards(school) => {
            hidden_unless(any(school, &[Coordinator, Head]))
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::fmt::Write as _;

    fn actor(person: &str, school: Option<&str>, roles: &[Role]) -> Actor {
        Actor {
            person: person.into(),
            school: school.map(Into::into),
            district: Some("district".into()),
            roles: roles.to_vec(),
        }
    }

    /// One of each action, about Dana (newcomer) and Aigül (mentor) of school 12.
    fn every_action(check: impl FnMut(&'static str, Action<'_>)) {
        let (school, dana, aigul, district) =
            ("school-12".into(), "dana".into(), "aigul".into(), "district".into());
        let two = Two { school: &school, newcomer: &dana, mentor: &aigul };
        let mut check = check;
        for (name, action) in [
            ("see the district", Action::SeeDistrict(&district)),
            ("make somebody an officer of the district", Action::AppointOfficers(&district)),
            ("see people", Action::SeePeople(&school)),
            ("manage people", Action::ManagePeople(&school)),
            ("print Dana's slip", Action::PrintSlips { school: &school, for_leaders: false }),
            ("print the head's slip", Action::PrintSlips { school: &school, for_leaders: true }),
            ("make somebody coordinator", Action::GiveRoles(&school)),
            ("correct what papers say of the school", Action::ManageSchool(&school)),
            ("manage rosters", Action::ManageRosters(&school)),
            ("see the programme", Action::SeeProgramme(&school)),
            ("manage the programme", Action::ManageProgramme(&school)),
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
        .chain([("add to the district's forms", Action::ManageDistrictForms(&district))])
        {
            check(name, action);
        }
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
            ("read cases as a member of the course", Action::ReadCases { school, member: true }),
            ("read cases from outside of it", Action::ReadCases { school, member: false }),
            ("take back Aigül's case", Action::KeepCase { author: aigul }),
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
            ("enter consents about that pupil", Action::KeepPupilConsents(child)),
            ("name that pupil as a volunteer", Action::KeepVolunteer(child)),
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
            ("see the card of a pupil without carers", Action::SeePupil { child: other, data: Data::Card }),
            ("enter consents about a pupil without carers", Action::KeepPupilConsents(other)),
            ("raise a concern", Action::RaiseConcern(school)),
            ("lead a case that Aigül alone may lead", Action::LeadConcern { school, leaders: specialists }),
            ("read what Dana raised", Action::ReadRaised { school, raiser: dana, about: None }),
            (
                "read it where it is about Dana",
                Action::ReadRaised { school, raiser: dana, about: Some(dana) },
            ),
        ]
        .into_iter()
    }

    /// One of each action about an idea of Dana's, which Aigül is to answer, about what Dana shares, and about messages to many.
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
            ("see whose light is lit", Action::SeeLanterns(school)),
            ("recognise Aigül for a topic", Action::Recognise { school, person: aigul }),
            ("agree to share as Dana", Action::AcceptLantern { school, person: dana }),
            ("share as Dana while it is lit", Action::ShareLight { school, person: dana, lit: true }),
            ("share as Dana when it is over", Action::ShareLight { school, person: dana, lit: false }),
            ("end what Dana shares", Action::EndLantern { school, person: dana }),
            (
                "read what Aigül asked Dana",
                Action::ReadLanternQuestion { school, person: dana, asker: aigul },
            ),
            ("send messages to many", Action::ManageMessages(school)),
            ("read messages that were sent to Dana", Action::ReadMessages { person: dana }),
            ("say that Dana's data are right", Action::ConfirmData { person: dana }),
            ("see who stands in for a coordinator", Action::SeeDeputies(school)),
            ("name who stands in for Dana", Action::NameDeputy { school, absent: dana }),
        ]
        .into_iter()
    }

    fn matrix() -> String {
        let actors = [
            ("Dana, newcomer", actor("dana", Some("school-12"), &[Role::Teacher, Role::Newcomer])),
            ("Aigül, mentor", actor("aigul", Some("school-12"), &[Role::Teacher, Role::Mentor])),
            ("another mentor", actor("bekzhan", Some("school-12"), &[Role::Teacher, Role::Mentor])),
            ("coordinator", actor("gulnafisa", Some("school-12"), &[Role::Coordinator])),
            ("head", actor("serik", Some("school-12"), &[Role::Head])),
            ("another school's coordinator", actor("olga", Some("school-7"), &[Role::Coordinator])),
            ("another school's head", actor("marat", Some("school-7"), &[Role::Head])),
            ("district officer", actor("saule", None, &[Role::DistrictOfficer])),
            ("administrator", actor("admin", None, &[Role::Administrator])),
            ("no role", actor("nobody", Some("school-12"), &[])),
        ];
        let mut text = format!(
            "| | {} |\n|---{}|\n",
            actors.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(" | "),
            "|---".repeat(actors.len())
        );
        every_action(|name, action| {
            let cells: Vec<&str> = actors
                .iter()
                .map(|(_, actor)| match may(actor, &action) {
                    Ok(()) => "yes",
                    Err(Denied::Forbidden) => "no",
                    Err(Denied::Hidden) => "–",
                })
                .collect();
            let _ = writeln!(text, "| {name} | {} |", cells.join(" | "));
        });
        text
    }

    #[test]
    fn the_matrix_in_the_documents_is_what_the_code_decides() {
        let document = include_str!("../../../docs/permissions.md");
        let matrix = matrix();
        assert!(document.contains(&matrix), "docs/permissions.md should hold:\n{matrix}");
    }

    #[test]
    fn n09_a_user_without_roles_changes_nothing() {
        let nobody = actor("dana", Some("school-12"), &[]);
        every_action(|name, action| assert_eq!(may(&nobody, &action), Err(Denied::Hidden), "{name}"));
    }

    #[test]
    fn n08_all_roles_at_another_school_open_nothing_here() {
        let all = actor("olga", Some("school-7"), &Role::ALL);
        every_action(|name, action| {
            let above = matches!(
                action,
                Action::SeeDistrict(_) | Action::ManageDistrictForms(_) | Action::SeeCamp { near: true, .. }
            );
            if !above {
                assert_eq!(may(&all, &action), Err(Denied::Hidden), "{name}");
            }
        });
    }

    #[test]
    fn n08_a_leader_who_mentors_too_does_not_read_the_answers_of_the_exam() {
        let school = "school-12".into();
        for roles in [&[Role::Coordinator, Role::Mentor][..], &[Role::Head, Role::Mentor], &Role::ALL] {
            let candidate = actor("gulnafisa", Some("school-12"), roles);
            let keep = Action::KeepQuestions { school: &school, candidate: false };
            assert_eq!(may(&candidate, &keep), Err(Denied::Forbidden), "{roles:?}");
        }
    }

    #[test]
    fn a_newcomer_who_coordinates_too_does_not_read_why_somebody_declined() {
        let dana = actor("dana", Some("school-12"), &Role::ALL);
        let (school, newcomer, mentor) = ("school-12".into(), "dana".into(), "aigul".into());
        let read = Action::ReadReason { school: &school, asked: &mentor, asker: &newcomer, ticked: true };
        assert_eq!(may(&dana, &read), Err(Denied::Hidden));
    }

    #[test]
    fn n08_a_head_keeps_no_sanctions_of_their_own() {
        let (serik, school) = (actor("serik", Some("school-12"), &Role::ALL), "school-12".into());
        let own = Action::KeepSanctions { school: &school, person: &"serik".into() };
        assert_eq!(may(&serik, &own), Err(Denied::Forbidden));
    }

    #[test]
    fn n08_nobody_takes_away_their_own_right_to_mentor() {
        let (all, school) = (actor("gulnafisa", Some("school-12"), &Role::ALL), "school-12".into());
        let own = Action::RevokeRight { school: &school, person: &"gulnafisa".into() };
        assert_eq!(may(&all, &own), Err(Denied::Forbidden));
    }

    #[test]
    fn a_mentor_who_coordinates_too_does_not_read_what_was_written_about_her() {
        let aigul = actor("aigul", Some("school-12"), &Role::ALL);
        let (school, mentor) = ("school-12".into(), "aigul".into());
        let read = Action::ReadEvaluation { school: &school, other: &mentor };
        assert_eq!(may(&aigul, &read), Err(Denied::Hidden));
    }

    #[test]
    fn a_mentor_who_coordinates_too_does_not_learn_that_another_mentor_is_asked_for() {
        let aigul = actor("aigul", Some("school-12"), &Role::ALL);
        let (school, mentor) = ("school-12".into(), "aigul".into());
        let decide = Action::DecideHandover { school: &school, other: &mentor };
        assert_eq!(may(&aigul, &decide), Err(Denied::Hidden));
    }

    #[test]
    fn n11_a_sheet_opens_to_whom_it_is_shared_with_and_a_draft_to_nobody() {
        let (school, dana, aigul, outsider) =
            ("school-12".into(), "dana".into(), "aigul".into(), "bekzhan".into());
        let lesson = Lesson { school: &school, observed: &dana, observer: &outsider };
        let reading =
            Reading { lesson, mentor: Some(&aigul), control: false, finished: true, shares: Shares::NONE };
        let all = |person: &str| actor(person, Some("school-12"), &Role::ALL);
        let reads = |person: &str, reading| may(&all(person), &Action::ReadSheet(reading)).is_ok();
        for person in ["aigul", "gulnafisa"] {
            assert!(!reads(person, reading), "{person}");
            let shared = Reading { shares: Shares { mentor: true, ..Shares::NONE }, ..reading };
            assert_eq!(reads(person, shared), person == "aigul");
            let everybody = Shares { mentor: true, coordinator: true, head: true };
            assert!(!reads(person, Reading { finished: false, shares: everybody, ..reading }), "{person}");
        }
        assert!(reads("dana", reading) && reads("bekzhan", Reading { finished: false, ..reading }));
        assert!(!reads("dana", Reading { finished: false, ..reading }));
        let control = Reading { control: true, ..reading };
        assert!(reads("gulnafisa", control), "the administration reads what it writes");
        assert!(!reads("aigul", control), "the mentor does not, whatever else they are");
    }

    #[test]
    fn n24_no_role_of_the_school_opens_who_wrote_an_idea_without_a_name() {
        let all = actor("gulnafisa", Some("school-12"), &Role::ALL);
        let (school, dana) = ("school-12".into(), "dana".into());
        let see = Action::SeeIdeaAuthor { school: &school, author: &dana, unnamed: true, disclosed: false };
        assert_eq!(may(&all, &see), Err(Denied::Hidden));
    }

    #[test]
    fn n08_all_roles_of_the_school_do_not_open_what_is_private() {
        let all = actor("gulnafisa", Some("school-12"), &Role::ALL);
        let (dana, aigul) = ("dana".into(), "aigul".into());
        let school = "school-12".into();
        let two = Two { school: &school, newcomer: &dana, mentor: &aigul };
        for private in [
            Action::KeepImpression { author: &dana },
            Action::KeepNote { author: &dana },
            Action::Meet(two),
            Action::KeepCompetencies { newcomer: &dana },
            Action::SeeCompetencies(two),
            Action::SuggestEvidence(two),
            Action::ObserveScene { school: &school, observers: std::slice::from_ref(&dana) },
            Action::WatchScene { school: &school, viewers: std::slice::from_ref(&dana) },
            Action::OwnScene { performer: &aigul },
            Action::KeepDecision { owner: &dana },
            Action::WriteEnding(two),
            Action::KeepFeed { person: &dana },
            Action::KeepDeliveries { person: &dana },
            Action::ReadMessages { person: &dana },
            Action::ConfirmData { person: &dana },
            Action::MarkMentor { newcomer: &dana },
            Action::KeepRanking { author: &dana },
            Action::SeeRankings { school: &school, opened: false },
            Action::ReadRequest(two),
            Action::ReadReason { school: &school, asked: &aigul, asker: &dana, ticked: false },
            Action::AnswerRequest { asked: &aigul },
            Action::Consent { person: &dana },
            Action::AnswerSurvey { person: &dana },
            Action::WritePaper { candidate: &dana },
            Action::MarkPapers { marker: Some(&dana) },
            Action::MarkPapers { marker: None },
            Action::MarkHearing { school: &school, examiners: &["dana".into()] },
            Action::JudgeSitting { school: &school, judges: &["dana".into()] },
            Action::ReadHearing { candidate: &dana },
            Action::JoinCourse { school: &school, person: &dana },
            Action::KeepCase { author: &dana },
            Action::SeeTalk { school: &school, person: &dana, partners: &["gulnafisa".into()] },
            Action::SeeTalk { school: &school, person: &"gulnafisa".into(), partners: &[] },
            Action::WriteReport { author: &dana },
            Action::ReadReport {
                school: &school,
                author: &aigul,
                other: Some(&dana),
                open: false,
                head: true,
            },
        ] {
            assert_eq!(may(&all, &private), Err(Denied::Hidden), "{private:?}");
        }
    }
}
