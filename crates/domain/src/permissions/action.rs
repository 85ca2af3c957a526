//! What somebody may want to do, with what the answer depends on.

use super::between::{Lesson, Reading, Two};
use crate::plans::Signer as PlanSigner;
use crate::reports::Signer;
use crate::visibility::{Child, Data};
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
    /// See the programmes of all years, and why one was stopped (feat:N1).
    SeeYears(&'a SchoolId),
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
    /// Say at which times one does not meet, and read it (feat:D1): each for themselves.
    KeepReservations {
        /// Whose times they are.
        person: &'a PersonId,
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
        /// It goes to the head: they sign it, or it is on the whole pupil programme.
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
    /// Offer a programme's dates and settings to all schools of a district (feat:N1).
    OfferTemplates(&'a DistrictId),
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
    /// Recognise a right that another school of the district granted, or end that: the coordinator, and never for themselves.
    RecogniseRight {
        /// The school in which it is to stand.
        school: &'a SchoolId,
        /// Who shows it.
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
    /// Sign up for a session that another school of the district holds, step back from it: each for themselves, where that
    /// school has opened it.
    VisitTraining {
        /// The own school.
        home: &'a SchoolId,
        /// Who.
        person: &'a PersonId,
        /// It is open to other schools of the district.
        opened: bool,
    },
    /// Reply to a case that somebody in another school of the district has told: each for themselves, where its author has
    /// opened it.
    VisitCase {
        /// The own school.
        home: &'a SchoolId,
        /// Who.
        person: &'a PersonId,
        /// It is open to other schools of the district.
        opened: bool,
    },
    /// Take a place in a sitting of the theory that another school of the district holds, give it back: each for themselves,
    /// where that school has opened it.
    VisitSitting {
        /// The own school.
        home: &'a SchoolId,
        /// Who.
        person: &'a PersonId,
        /// It is open to other schools of the district.
        opened: bool,
    },
    /// Send a candidate or an examiner of one's own school to a commission of the practice that another school of the
    /// district holds, where that school has opened it.
    SendToPractice {
        /// The own school.
        home: &'a SchoolId,
        /// It is open to other schools of the district.
        opened: bool,
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
    /// Read what one is asked to write for a volunteer, write it, write none: the adult who is asked (docs/decisions/0079).
    AnswerReference {
        /// The school.
        school: &'a SchoolId,
        /// Who is asked.
        referee: &'a PersonId,
    },
    /// Take out confirmed hours of volunteers for the state's register (doc:B13): those who lead the school.
    TakeOutHours(&'a SchoolId),
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
    /// Ask the class of a pupil whom they choose, and read what came of it: the psychologist or social pedagogue whom the
    /// head has named, alone (docs/decisions/0046).
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
    /// Read what changed for groups of pupils who are helped (feat:I9): those who lead the school, and no one about one child.
    SeeChanges(&'a SchoolId),
    /// Print in which direction the marks of one of a pair go, for a progress note (doc:B10): the coordinator, and never a mark.
    ReadTrends(&'a SchoolId),
    /// Announce a lot among children who wait and enter its number (feat:I9): the coordinator.
    DrawLots(&'a SchoolId),
    /// Add organisations of the school's own to which volunteers may belong, change them, take them off the list (feat:I1):
    /// the coordinator.
    KeepOrganisations(&'a SchoolId),
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
    /// Say who answers an idea, join doubles, take one off the board and put it back, look who wrote one that has no name.
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
    /// Change an idea that nobody has touched, or take it back: its author.
    KeepIdea {
        /// The school.
        school: &'a SchoolId,
        /// Who wrote it.
        person: &'a PersonId,
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
    /// End it, change its notes and take them away: its holder and the coordinator.
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
    /// Read that another school of the district holds one, sign up and step back, be at it as a guest (docs/decisions/0059):
    /// each for themselves, where that school has opened it, or they are at it already.
    VisitScene {
        /// The own school.
        home: &'a SchoolId,
        /// Who.
        person: &'a PersonId,
        /// It is open to the own school, or the person is at it.
        opened: bool,
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
        /// The observer's own school: a guest's is not the one that holds it.
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
        /// The viewer's own school: a guest's is not the one that holds it.
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
        /// The actor works at a school of the camp's district, or takes part already, and the camp is open to them.
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
