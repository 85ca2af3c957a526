//! What the log may say (feat:M6): a closed list of deeds, each of one kind, and who may read which kind.
//!
//! A deed is written with ids and words only. The log opens nothing that another page keeps shut: whoever may not
//! see who writes to whom does not read it here either (rules §17).

mod kinds;

pub use kinds::{Kind, may_read};

macro_rules! deeds {
    ($($(#[$about:meta])* $name:ident $word:literal $kind:ident,)*) => {
        /// Something that was done, as the log names it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Deed {
            $($(#[$about])* $name,)*
        }

        impl Deed {
            /// All deeds.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The word under which it is written; also the tail of its text key.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }

            /// What it is about.
            pub const fn kind(self) -> Kind {
                match self { $(Self::$name => Kind::$kind,)* }
            }
        }
    };
}

deeds! {
    /// The school was set up; with its head, where it has one.
    SchoolFounded "school-founded" People,
    /// What papers say of the school was corrected.
    SchoolCorrected "school-corrected" People,
    /// The database was brought back from an archive: what was written after the archive was made is gone.
    DatabaseRestored "database-restored" People,
    /// Data of a person were corrected.
    PersonCorrected "person-corrected" People,
    /// A person left.
    PersonLeft "person-left" People,
    /// A list that had made a person was taken back: they never worked here.
    PersonUnmade "person-unmade" People,
    /// A leaving was taken back.
    PersonStays "person-stays" People,
    /// What somebody takes along to another school was loaded.
    PackageTaken "package-taken" People,
    /// A role was given.
    RoleGiven "role-given" People,
    /// A role was taken.
    RoleTaken "role-taken" People,
    /// A slip with a code was printed.
    SlipPrinted "account-slip-printed" People,
    /// Somebody else ended all sessions of a person.
    SessionsEnded "account-sessions-ended" People,
    /// Somebody ticked the duties of a mentor or a newcomer.
    CommitmentGiven "commitment-given" People,
    /// A list was brought; nothing of it was written yet.
    RosterBrought "roster-brought" Rosters,
    /// How a list is read, or who is who in it, was chosen.
    RosterChosen "roster-chosen" Rosters,
    /// A list was given up, or nobody came back to it.
    RosterDiscarded "roster-discarded" Rosters,
    /// A list was written.
    RosterApplied "roster-applied" Rosters,
    /// A list was taken back.
    RosterUndone "roster-undone" Rosters,
    /// A programme was set up.
    ProgrammeCreated "programme-created" Programmes,
    /// Its dates were moved.
    ProgrammeRescheduled "programme-rescheduled" Programmes,
    /// A setting was changed.
    ProgrammeSettingChanged "programme-setting-changed" Programmes,
    /// It was stopped in the middle of its year.
    ProgrammeStopped "programme-stopped" Programmes,
    /// It was set aside after its end.
    ProgrammeShelved "programme-shelved" Programmes,
    /// It was taken out again.
    ProgrammeTakenOut "programme-taken-out" Programmes,
    /// Its dates and settings were kept under a name.
    ProgrammeTemplateKept "programme-template-kept" Programmes,
    /// Such a template was shown to the district.
    ProgrammeTemplateShown "programme-template-shown" Programmes,
    /// It is shown no longer.
    ProgrammeTemplateHidden "programme-template-hidden" Programmes,
    /// It was removed.
    ProgrammeTemplateRemoved "programme-template-removed" Programmes,
    /// A district offers one to all its schools.
    ProgrammeTemplateOffered "programme-template-offered" Programmes,
    /// It offers it no longer.
    ProgrammeTemplateWithdrawn "programme-template-withdrawn" Programmes,
    /// The school added an organisation of its own to which volunteers may belong.
    OrganisationAdded "organisation-added" Programmes,
    /// Its name or its grades were changed.
    OrganisationChanged "organisation-changed" Programmes,
    /// It was taken off the list.
    OrganisationRemoved "organisation-removed" Programmes,
    /// A day off or a working day was set.
    CalendarDaySet "calendar-day-set" Programmes,
    /// It was taken away.
    CalendarDayRemoved "calendar-day-removed" Programmes,
    /// The school added a line to the regulation of the programme.
    RegulationLineAdded "regulation-line-added" Programmes,
    /// It took one off.
    RegulationLineRemoved "regulation-line-removed" Programmes,
    /// The school added a line to the frame of competencies.
    CompetencyItemAdded "competency-item-added" Programmes,
    /// It took one off that did not hold yet.
    CompetencyItemRemoved "competency-item-removed" Programmes,
    /// A sitting of the exam was planned.
    SittingPlanned "sitting-planned" Programmes,
    /// It was opened to the other schools of the district, when it was planned.
    SittingOpened "sitting-opened" Programmes,
    /// It got another cut.
    SittingCut "sitting-cut" Programmes,
    /// Its papers are drawn from the bank of now.
    SittingRenewed "sitting-renewed" Programmes,
    /// Somebody was named to mark its texts.
    SittingMarker "sitting-marker" Programmes,
    /// Somebody gets more time.
    SittingExtended "sitting-extended" Programmes,
    /// It began; what decides is frozen.
    SittingBegun "sitting-begun" Programmes,
    /// Time was given back.
    SittingTimeGiven "sitting-time-given" Programmes,
    /// The time that the server was away was given back, when it started.
    SittingResumed "sitting-resumed" Programmes,
    /// No more papers are opened.
    SittingClosed "sitting-closed" Programmes,
    /// It does not count.
    SittingCalledOff "sitting-called-off" Programmes,
    /// Results were told.
    SittingTold "sitting-told" Programmes,
    /// A result at the border was decided by a second look.
    SittingLookedAgain "sitting-looked-again" Programmes,
    /// Somebody was asked to judge the questions of a sitting.
    PanelAsked "panel-asked" Programmes,
    /// A judge was released.
    PanelReleased "panel-released" Programmes,
    /// A judge handed shares in.
    PanelHandedIn "panel-handed-in" Programmes,
    /// Judges see how far they lie apart, and judge again.
    PanelDiscussed "panel-discussed" Programmes,
    /// Judges are done.
    PanelClosed "panel-closed" Programmes,
    /// What judges came to was taken as the cut.
    PanelTaken "panel-taken" Programmes,
    /// The bank changed, and judges begin anew.
    PanelRenewed "panel-renewed" Programmes,
    /// A commission of the practice was named.
    CommissionNamed "commission-named" Programmes,
    /// It was opened to the other schools of the district, when it was named.
    CommissionOpened "commission-opened" Programmes,
    /// It got another day, hour or place.
    CommissionChanged "commission-changed" Programmes,
    /// It was removed; it heard nobody.
    CommissionRemoved "commission-removed" Programmes,
    /// Somebody took the place of an examiner in it.
    CommissionReplaced "commission-replaced" Programmes,
    /// An examiner whom another school had sent has left it, and was taken off.
    CommissionFreed "commission-freed" Programmes,
    /// The cut of the practice was set for commissions that are named from then on.
    RubricCutSet "rubric-cut-set" Programmes,
    /// A candidate was put before it, and a situation drawn.
    HearingAdmitted "hearing-admitted" Growth,
    /// They were taken off again.
    HearingTakenOff "hearing-taken-off" Growth,
    /// Their practice began.
    HearingBegun "hearing-begun" Growth,
    /// An examiner sealed the marks.
    HearingSealed "hearing-sealed" Growth,
    /// An examiner said how they see the whole of it.
    HearingGraded "hearing-graded" Growth,
    /// An examiner said why marks differ.
    HearingExplained "hearing-explained" Growth,
    /// One more examiner was asked to mark.
    HearingThird "hearing-third" Growth,
    /// The result was told, and the course went on.
    HearingTold "hearing-told" Growth,
    /// The coordinator sent an examiner to a commission of another school.
    ExaminerSent "examiner-sent" Growth,
    /// Somebody took a place in the exam of another school. Lines of one's own deeds stand in the log of one's own school.
    ExamPlaceTaken "exam-place-taken" Growth,
    /// They gave it back.
    ExamPlaceReturned "exam-place-returned" Growth,
    /// The result of a paper that was written in another school came home, and the course went on by it.
    ExamResultCame "exam-result-came" Growth,
    /// Somebody opened a paper.
    PaperOpened "paper-opened" Growth,
    /// Somebody handed one in.
    PaperHandedIn "paper-handed-in" Growth,
    /// A text was marked.
    PaperMarked "paper-marked" Growth,
    /// A candidate appealed against a result.
    AppealFiled "appeal-filed" Growth,
    /// They took it back.
    AppealTakenBack "appeal-taken-back" Growth,
    /// The result stands.
    AppealDismissed "appeal-dismissed" Growth,
    /// The appeal was right.
    AppealUpheld "appeal-upheld" Growth,
    /// A paper has more points, because a question counts as right since an appeal.
    PaperCorrected "paper-corrected" Growth,
    /// A wave of the survey was opened. Who answers it leaves no line.
    SurveyOpened "survey-opened" Programmes,
    /// The coordinator closed it.
    SurveyClosed "survey-closed" Programmes,
    /// A question of the pulse was written anew, or the usual words hold again.
    PulseWorded "pulse-worded" Programmes,
    /// Its last day passed.
    SurveyOver "survey-over" Programmes,
    /// A newcomer was enrolled.
    NewcomerEnrolled "newcomer-enrolled" Mentors,
    /// A newcomer enrolled by mistake was taken out again.
    NewcomerWithdrawn "newcomer-withdrawn" Mentors,
    /// The coordinator proposed that somebody mentor.
    MentorNominated "mentor-nominated" Mentors,
    /// Somebody came forward.
    MentorApplied "mentor-applied" Mentors,
    /// A nominee agreed.
    MentorAgreed "mentor-agreed" Mentors,
    /// A candidate was approved.
    MentorApproved "mentor-approved" Mentors,
    /// A candidate was rejected.
    MentorRejected "mentor-rejected" Mentors,
    /// A candidate or a mentor stepped back.
    MentorSteppedBack "mentor-stepped-back" Mentors,
    /// A mentor takes no new requests for a while.
    MentorPaused "mentor-paused" Mentors,
    /// A mentor takes requests again before the named day.
    MentorResumed "mentor-resumed" Mentors,
    /// A nomination ended; who said no stands nowhere.
    MentorNominationClosed "mentor-nomination-closed" Mentors,
    /// A mentor's card was changed.
    MentorCardEdited "mentor-card-edited" Mentors,
    /// A joint work was recorded.
    ContactRecorded "contact-recorded" Contacts,
    /// The other side confirmed it.
    ContactConfirmed "contact-confirmed" Contacts,
    /// It was taken off.
    ContactCancelled "contact-cancelled" Contacts,
    /// A plan of joint work was published; with its kind and its seed.
    RotationPublished "rotation-published" Contacts,
    /// What was still to come of it was taken back.
    RotationWithdrawn "rotation-withdrawn" Contacts,
    /// Days of an absence were entered.
    AbsenceEntered "absence-entered" Contacts,
    /// They were taken off.
    AbsenceRemoved "absence-removed" Contacts,
    /// One of the two asked for another time.
    RotationAsked "rotation-asked" Contacts,
    /// The other one agreed to it.
    RotationMoved "rotation-moved" Contacts,
    /// The old time stays.
    RotationKept "rotation-kept" Contacts,
    /// A planned meeting took place.
    RotationHeld "rotation-held" Contacts,
    /// One of the two cannot come.
    RotationExcused "rotation-excused" Contacts,
    /// A request was sent.
    RequestSent "request-sent" Requests,
    /// A newcomer said to whom one goes on where it comes to nothing, or that it goes nowhere. Whose and which it is, the log does
    /// not say; nor does the next line.
    RequestFollowKept "request-follow-kept" Requests,
    /// One that came to nothing went on, as the newcomer had wished.
    RequestWentOn "request-went-on" Requests,
    /// Its words were changed.
    RequestEdited "request-edited" Requests,
    /// The mentor opened it.
    RequestRead "request-read" Requests,
    /// The mentor asked a question.
    RequestAsked "request-asked" Requests,
    /// The newcomer answered it.
    RequestReplied "request-replied" Requests,
    /// The mentor wants to meet first.
    RequestMeetFirst "request-meet-first" Requests,
    /// The mentor accepted.
    RequestAccepted "request-accepted" Requests,
    /// The mentor was reminded at half-time.
    RequestReminded "request-reminded" Requests,
    /// The mentor declined.
    RequestDeclined "request-declined" Requests,
    /// The newcomer took it back.
    RequestWithdrawn "request-withdrawn" Requests,
    /// It was closed by something else.
    RequestClosed "request-closed" Requests,
    /// A leaving that had closed it was a mistake.
    RequestReopened "request-reopened" Requests,
    /// Its time ran out.
    RequestExpired "request-expired" Requests,
    /// A ranking was kept.
    RankingKept "ranking-kept" Choices,
    /// The engine made a proposal.
    ProposalMade "proposal-made" Choices,
    /// A second round was opened.
    RoundOpened "round-opened" Choices,
    /// Its last day was moved.
    RoundExtended "round-extended" Choices,
    /// It was closed before its last day.
    RoundClosed "round-closed" Choices,
    /// Its last day passed.
    RoundOver "round-over" Choices,
    /// A line of it was kept.
    ProposalLineKept "proposal-line-kept" Choices,
    /// A line of it was changed.
    ProposalLineChanged "proposal-line-changed" Choices,
    /// A line of it was left out.
    ProposalLineLeftOut "proposal-line-left-out" Choices,
    /// It was thrown away.
    ProposalDiscarded "proposal-discarded" Choices,
    /// It was published.
    ProposalPublished "proposal-published" Choices,
    /// A provisional mentor was named.
    ProvisionalNamed "provisional-named" Pairs,
    /// A provisional mentor was taken back.
    ProvisionalTakenBack "provisional-taken-back" Pairs,
    /// A pair was appointed.
    PairAppointed "pair-appointed" Pairs,
    /// A pair was published.
    PairPublished "pair-published" Pairs,
    /// A consent was given.
    ConsentGiven "consent-given" Pairs,
    /// A consent was taken back.
    ConsentWithdrawn "consent-withdrawn" Pairs,
    /// A pair did not come about; by whom is written nowhere.
    PairDissolved "pair-dissolved" Pairs,
    /// A pair works by order.
    PairAssigned "pair-assigned" Pairs,
    /// A pair ended.
    PairEnded "pair-ended" Pairs,
    /// A leaving that had ended it was a mistake.
    PairResumed "pair-resumed" Pairs,
    /// The last day of a pair was named. Lines of planned ends are about the pair; the day is in the detail.
    EndingPlanned "ending-planned" Pairs,
    /// Another day or reason.
    EndingChanged "ending-changed" Pairs,
    /// The pair goes on.
    EndingTakenBack "ending-taken-back" Pairs,
    /// One of a pair, or the coordinator, proposed more time. Lines of extensions are about the pair, too.
    ExtensionProposed "extension-proposed" Pairs,
    /// One of the two agreed.
    ExtensionAgreed "extension-agreed" Pairs,
    /// Somebody said no; who, is written nowhere.
    ExtensionDeclined "extension-declined" Pairs,
    /// Whoever proposed it took it back.
    ExtensionTakenBack "extension-taken-back" Pairs,
    /// The coordinator confirmed it, and the last day moved.
    ExtensionConfirmed "extension-confirmed" Pairs,
    /// A pause of a pair was set. Lines of pauses are about the pair; the day of return is in the detail.
    PauseSet "pause-set" Pairs,
    /// It ended earlier.
    PauseEnded "pause-ended" Pairs,
    /// One of the two wrote closing words; what they say is written nowhere.
    EndingWordsKept "ending-words-kept" Pairs,
    /// The two planned their first meeting.
    PairMeetingPlanned "pair-meeting-planned" Pairs,
    /// One of a pair proposed a meeting. All lines of meetings are about the pair; the meeting is in the detail.
    MeetingProposed "meeting-proposed" Meetings,
    /// One of the two asked for another time.
    MeetingAsked "meeting-asked" Meetings,
    /// The other one agreed to a time.
    MeetingAgreed "meeting-agreed" Meetings,
    /// The time does not suit the other one.
    MeetingDeclined "meeting-declined" Meetings,
    /// Whoever proposed or wrote it down took it back.
    MeetingWithdrawn "meeting-withdrawn" Meetings,
    /// One of the two cannot come.
    MeetingCancelled "meeting-cancelled" Meetings,
    /// One of the two said whether it took place; what they said is written nowhere.
    MeetingSaid "meeting-said" Meetings,
    /// A talk was written down.
    MeetingLogged "meeting-logged" Meetings,
    /// A note that both read was written.
    MeetingNoted "meeting-noted" Meetings,
    /// A note that both read was deleted by its author.
    MeetingNoteForgotten "meeting-note-forgotten" Meetings,
    /// The theme of a meeting was offered to the reports.
    MeetingThemeOffered "meeting-theme-offered" Meetings,
    /// It was taken back.
    MeetingThemeTakenBack "meeting-theme-taken-back" Meetings,
    /// A next step was agreed on.
    MeetingStepAdded "meeting-step-added" Meetings,
    /// A next step was ticked off.
    MeetingStepDone "meeting-step-done" Meetings,
    /// A meeting fell away, because the pair works no longer on its day.
    MeetingFellAway "meeting-fell-away" Meetings,
    /// One of a pair asked for a change of mentor; who, and about which pair, is written nowhere.
    HandoverAsked "handover-asked" Handovers,
    /// Whoever asked took it back.
    HandoverTakenBack "handover-taken-back" Handovers,
    /// The coordinator left the pair as it is.
    HandoverStayed "handover-stayed" Handovers,
    /// The coordinator carried it out.
    HandoverCarriedOut "handover-carried-out" Handovers,
    /// An observation of a lesson was proposed. Lines of observations are about the observation.
    ObservationProposed "observation-proposed" Observations,
    /// The administration announced one.
    ObservationAnnounced "observation-announced" Observations,
    /// The other one agreed.
    ObservationAgreed "observation-agreed" Observations,
    /// It does not suit the other one.
    ObservationDeclined "observation-declined" Observations,
    /// Whoever proposed it took it back, or one of the two works here no longer.
    ObservationWithdrawn "observation-withdrawn" Observations,
    /// It does not take place.
    ObservationCancelled "observation-cancelled" Observations,
    /// A sheet was finished.
    ObservationFinished "observation-finished" Observations,
    /// A new version of a finished sheet was finished.
    ObservationAmended "observation-amended" Observations,
    /// A finished sheet was taken back for good.
    ObservationVoided "observation-voided" Observations,
    /// The observed teacher has read it.
    ObservationRead "observation-read" Observations,
    /// The observed teacher changed with whom the sheet is shared.
    ObservationShared "observation-shared" Observations,
    /// A work plan was made.
    PlanMade "plan-made" Plans,
    /// A question that was added to its form was answered.
    PlanAnswered "plan-answered" Plans,
    /// A step was added to it.
    PlanItemAdded "plan-item-added" Plans,
    /// A step was changed.
    PlanItemChanged "plan-item-changed" Plans,
    /// A step was ticked.
    PlanItemDone "plan-item-done" Plans,
    /// A tick was taken back.
    PlanItemReopened "plan-item-reopened" Plans,
    /// A step was taken away.
    PlanItemRemoved "plan-item-removed" Plans,
    /// A step was put back.
    PlanItemRestored "plan-item-restored" Plans,
    /// A step of the school's template was laid into another week; with the step. The line is about the school.
    PlanTemplateChanged "plan-template-changed" Plans,
    /// What the template does to work plans that run was applied; with how many.
    PlanTemplateApplied "plan-template-applied" Plans,
    /// The mentor said that a work plan is ready.
    PlanReady "plan-ready" Plans,
    /// A work plan was signed.
    PlanSigned "plan-signed" Plans,
    /// A qualified signature came beside a simple one of a work plan.
    PlanSealed "plan-sealed" Plans,
    /// A work plan was returned with a comment; never what it says.
    PlanReturned "plan-returned" Plans,
    /// Everybody has signed a work plan.
    PlanApproved "plan-approved" Plans,
    /// Signatures of a work plan became void by an edit.
    PlanVoided "plan-voided" Plans,
    /// Something in a newcomer's development plan was changed.
    DevelopmentChanged "development-changed" Growth,
    /// A newcomer filled in the difficulty map.
    DifficultiesKept "difficulties-kept" Growth,
    /// A line of a newcomer's adaptation checklist was ticked.
    MilestoneDone "milestone-done" Growth,
    /// A tick of it was taken back.
    MilestoneReopened "milestone-reopened" Growth,
    /// A newcomer attached evidence to a line of the frame of competencies.
    EvidenceAttached "evidence-attached" Growth,
    /// The mentor suggested some.
    EvidenceSuggested "evidence-suggested" Growth,
    /// The newcomer took some back, or did not take what was suggested.
    EvidenceTakenBack "evidence-taken-back" Growth,
    /// The newcomer shows the frame to the mentor.
    CompetenciesShared "competencies-shared" Growth,
    /// The newcomer does not show it any more.
    CompetenciesUnshared "competencies-unshared" Growth,
    /// Somebody asked for a place in the mentor course. Lines of people in it are about the person.
    CourseAsked "course-asked" Courses,
    /// They took that back.
    CourseUnasked "course-unasked" Courses,
    /// The coordinator gave them no place; the word stands in no log.
    CourseDeclined "course-declined" Courses,
    /// The coordinator enrolled somebody, or confirmed that they asked.
    CourseBegun "course-begun" Courses,
    /// Somebody came to the next stage; with its word.
    CourseAdvanced "course-advanced" Courses,
    /// Somebody went out of the course.
    CourseLeft "course-left" Courses,
    /// Somebody made the certificate about a right. Lines of certificates are about the person.
    CertificateMade "certificate-made" Courses,
    /// Its holder lets the own card say it.
    CertificateShown "certificate-shown" Courses,
    /// Its holder does not any more.
    CertificateHidden "certificate-hidden" Courses,
    /// The coordinator took a right away; why, the log does not say.
    RightRevoked "right-revoked" Courses,
    /// Somebody shows a right that another school granted. Lines of these are about the person.
    CourseRightShown "course-right-shown" Courses,
    /// They do not any more.
    CourseRightHidden "course-right-hidden" Courses,
    /// The coordinator recognised it.
    CourseRightRecognised "course-right-recognised" Courses,
    /// The coordinator did not.
    CourseRightDeclined "course-right-declined" Courses,
    /// The coordinator recognises it no more.
    CourseRightEnded "course-right-ended" Courses,
    /// Another school recognised a right that was granted here.
    CourseRightCarried "course-right-carried" Courses,
    /// It recognises it no more.
    CourseRightReturned "course-right-returned" Courses,
    /// A case was told; the line is about the case.
    CaseTold "case-told" Courses,
    /// Its author opened it to the other schools of the district, or changed whether the own name stands there.
    CaseOpened "case-opened" Courses,
    /// Its author keeps it to the school again.
    CaseClosed "case-closed" Courses,
    /// Its author took it back.
    CaseTakenBack "case-taken-back" Courses,
    /// The coordinator took it off.
    CaseTakenOff "case-taken-off" Courses,
    /// Somebody replied to a case.
    CaseReplied "case-replied" Courses,
    /// The author of a reply took it back.
    ReplyTakenBack "case-reply-taken-back" Courses,
    /// A session of training was announced. Lines of sessions are about the session.
    TrainingAnnounced "training-announced" Courses,
    /// It was opened to the other schools of the district, when it was announced.
    TrainingOpened "training-opened" Courses,
    /// It does not take place.
    TrainingCancelled "training-cancelled" Courses,
    /// What to read before it or to do after it was written anew.
    TrainingAmended "training-amended" Courses,
    /// Somebody signed up.
    TrainingBooked "training-booked" Courses,
    /// Somebody stepped back.
    TrainingUnbooked "training-unbooked" Courses,
    /// Who came was marked, or corrected.
    TrainingMarked "training-marked" Courses,
    /// A report became ready.
    ReportReady "report-ready" Reports,
    /// Its author took it back.
    ReportTakenBack "report-taken-back" Reports,
    /// Somebody signed a report.
    ReportSigned "report-signed" Reports,
    /// Somebody put a qualified signature beside their own.
    ReportSealed "report-sealed" Reports,
    /// Somebody returned a report.
    ReportReturned "report-returned" Reports,
    /// Everybody has signed a report.
    ReportApproved "report-approved" Reports,
    /// The school begins to use a form.
    ReportFormUsed "report-form-used" Reports,
    /// The school does not use it any more.
    ReportFormUnused "report-form-unused" Reports,
    /// The school added a field to a form.
    ReportFieldAdded "report-field-added" Reports,
    /// The body of a form, or who signs it, was changed from a day on.
    ReportFormEdited "report-form-edited" Reports,
    /// The year's documents were taken out.
    ReportsExported "reports-exported" Reports,
    /// A draft of an order was made.
    OrderPrepared "order-prepared" Orders,
    /// The council's minutes were noted.
    OrderMinutesNoted "order-minutes-noted" Orders,
    /// A draft was thrown away.
    OrderDiscarded "order-discarded" Orders,
    /// An order was signed.
    OrderSigned "order-signed" Orders,
    /// A disciplinary sanction was entered. Lines of sanctions are about the sanction, which says nothing once it is
    /// forgotten; neither the person nor the order is written in them.
    SanctionEntered "sanction-entered" Sanctions,
    /// It was lifted.
    SanctionLifted "sanction-lifted" Sanctions,
    /// Somebody looks after pupils from now on.
    DutyGiven "duty-given" Pupils,
    /// They do so no longer.
    DutyEnded "duty-ended" Pupils,
    /// Consents about a pupil were entered; the line says neither to what nor by whom.
    PupilConsentEntered "pupil-consent-entered" Pupils,
    /// One was withdrawn.
    PupilConsentWithdrawn "pupil-consent-withdrawn" Pupils,
    /// The scan of a signed paper about a pupil was brought.
    PupilScanBrought "pupil-scan-brought" Pupils,
    /// It was taken away before its consents are over.
    PupilScanRemoved "pupil-scan-removed" Pupils,
    /// A pupil wants to help others.
    VolunteerNamed "volunteer-named" Pupils,
    /// A teacher recommended them; the words stand on the pupil's page alone.
    VolunteerRecommended "volunteer-recommended" Pupils,
    /// Why they want to help and whom was written down; the line says neither.
    VolunteerApplied "volunteer-applied" Pupils,
    /// An adult is asked to write for them; the line does not say who.
    RefereeAsked "referee-asked" Pupils,
    /// They are asked no longer.
    RefereeTakenOff "referee-taken-off" Pupils,
    /// The adult answered: the line does not say whether they wrote.
    ReferenceAnswered "reference-answered" Pupils,
    /// A day of their training was written down.
    VolunteerTrained "volunteer-trained" Pupils,
    /// Somebody looked how their own studies go; the line does not say how.
    VolunteerLooked "volunteer-looked" Pupils,
    /// They help no longer, and nobody wrote why.
    VolunteerStopped "volunteer-stopped" Pupils,
    /// Hours of volunteers were taken out for the state's register; the line names the days and nobody.
    VolunteerHoursTaken "volunteer-hours-taken" Pupils,
    /// A goal was offered to a pupil; the line says neither which nor why.
    PupilReferred "pupil-referred" Pupils,
    /// A referral went on or ended; the line says neither how nor what the child said.
    ReferralKept "referral-kept" Pupils,
    /// It was entered or taken back what the law names; the line says neither of whom nor what.
    PupilEligibilityKept "pupil-eligibility-kept" Eligibility,
    /// A class is asked whom they choose; lines of sociometries name neither the class nor a pupil.
    SociometryOpened "sociometry-opened" Pupils,
    /// It was closed and counted.
    SociometryClosed "sociometry-closed" Pupils,
    /// The choices of the year were deleted.
    SociometryForgotten "sociometry-forgotten" Pupils,
    /// What somebody wrote down about a pupil for a pair: subjects, languages, days, wishes. Lines of pairs say neither.
    PeerAsked "peer-asked" Pupils,
    /// An adult decided on a pair of pupils. The line is about the pair and names neither child.
    PeerConfirmed "peer-confirmed" Pupils,
    /// Both children said yes, or their meeting of the week is another one.
    PeerAgreed "peer-agreed" Pupils,
    /// The pair is over, and nobody wrote why.
    PeerEnded "peer-ended" Pupils,
    /// Both of a pair were asked how it goes. The line is about the pair and says nothing of the answers.
    PeerHeard "peer-heard" Pupils,
    /// A lot among children who wait was announced. Lines of lots name no child.
    LotAnnounced "lot-announced" Pupils,
    /// Its number was entered.
    LotDrawn "lot-drawn" Pupils,
    /// A pair ends later than it was to, and both children said yes anew; why stands on its page alone.
    PeerProlonged "peer-prolonged" Pupils,
    /// The closing talk with both was written down. The line says nothing of the answers.
    PeerClosing "peer-closing" Pupils,
    /// Thanks of whoever was helped were written down, changed or taken away. Lines of thanks say nothing of the words.
    PeerThanked "peer-thanked" Pupils,
    /// They were opened for whoever helps.
    PeerThanksOpened "peer-thanks-opened" Pupils,
    /// Whoever helps said whether they are shown.
    PeerThanksShown "peer-thanks-shown" Pupils,
    /// The card of the next meeting of a pair was filled in. The line says nothing of its words.
    PeerCardWritten "peer-card-written" Pupils,
    /// The journal of a week was signed.
    JournalSigned "journal-signed" Pupils,
    /// It was opened again.
    JournalOpened "journal-opened" Pupils,
    /// The rule of an award was published.
    AwardPublished "award-published" Pupils,
    /// A pupil was named for an award, or named otherwise.
    AwardNominated "award-nominated" Pupils,
    /// The list of an award was frozen, or frozen anew after an appeal.
    AwardFrozen "award-frozen" Pupils,
    /// An appeal against the list was filed; its grounds stand on its page alone.
    AwardAppealed "award-appealed" Pupils,
    /// It was answered.
    AwardAnswered "award-answered" Pupils,
    /// The number of the lot was entered.
    AwardDrawn "award-drawn" Pupils,
    /// The commission voted.
    AwardVoted "award-voted" Pupils,
    /// The head's order or the nomination was entered.
    AwardOrdered "award-ordered" Pupils,
    /// Somebody gave a prize back; the reserve list moved up.
    AwardDeclined "award-declined" Pupils,
    /// The awards were handed over, or the nomination sent.
    AwardHanded "award-handed" Pupils,
    /// Mentoring will be shown at a meeting of a subject team. Lines of scenes are about the meeting.
    ScenePlanned "scene-planned" Programmes,
    /// A planned modelled situation takes place at another time or place.
    SceneMoved "scene-moved" Programmes,
    /// It was opened to the other schools of the district, when it was planned.
    SceneOpened "scene-opened" Programmes,
    /// A teacher of another school comes.
    SceneVisited "scene-visited" Programmes,
    /// A guest stepped back.
    SceneSteppedBack "scene-stepped-back" Programmes,
    /// Somebody who leaves their school comes no more.
    SceneFreed "scene-freed" Programmes,
    /// An observer was given a part of the play, or a guest was asked to take it.
    SceneAsked "scene-asked" Programmes,
    /// A guest said yes or no to a part; the line does not say which.
    SceneAnswered "scene-answered" Programmes,
    /// It does not take place.
    SceneCancelled "scene-cancelled" Programmes,
    /// The meeting began.
    SceneBegun "scene-begun" Programmes,
    /// An observer put the sheet in; the line says nothing of what stands in it.
    SceneObserved "scene-observed" Programmes,
    /// What belongs into the minutes was written down.
    SceneRecorded "scene-recorded" Programmes,
    /// A decision with owner and day.
    SceneDecided "scene-decided" Programmes,
    /// A decision of a meeting that is being held was said in other words.
    SceneDecisionCorrected "scene-decision-corrected" Programmes,
    /// A decision of a meeting that is being held was taken out.
    SceneUndecided "scene-undecided" Programmes,
    /// Its owner said that it is done.
    SceneDecisionDone "scene-decision-done" Programmes,
    /// The meeting was closed; its sheets stand.
    SceneClosed "scene-closed" Programmes,
    /// Whoever played the mentor said whether their card tells it.
    SceneCard "scene-card" Programmes,
    /// The link to the recording was set, or its viewers were; the line says neither.
    SceneLinked "scene-linked" Programmes,
    /// Somebody stands in for a coordinator for some days; lines of deputies are about the deputy.
    DeputyNamed "deputy-named" People,
    /// They stand in no longer, or never will.
    DeputyEnded "deputy-ended" People,
    /// A template of messages to many was made or changed; lines of messages are about the template, or what was sent.
    MessageKept "message-kept" Programmes,
    /// A template was taken off the list.
    MessageRemoved "message-removed" Programmes,
    /// A message was sent to many; whom, its log of deliveries tells.
    MessageSent "message-sent" Programmes,
    /// The school wrote a situation of its own.
    SituationAdded "situation-added" Programmes,
    /// It is played no more.
    SituationRetired "situation-retired" Programmes,
    /// The head signed an order in the system, with a new proof of who signs.
    OrderSignedHere "order-signed-here" Orders,
    /// A qualified signature came beside the head's signature in the system.
    OrderSealed "order-sealed" Orders,
    /// Questions came into the bank of the exam: the starting material, or a file.
    QuestionsTaken "questions-taken" Programmes,
    /// A question of the exam was added or changed.
    QuestionKept "question-kept" Programmes,
    /// A question was taken out of new papers.
    QuestionRetired "question-retired" Programmes,
    /// A question came back into new papers.
    QuestionReturned "question-returned" Programmes,
    /// A question was marked for practice: no exam draws it.
    QuestionPractised "question-practised" Programmes,
    /// A question is for the exam again.
    QuestionExamined "question-examined" Programmes,
    /// The coordinator named who answers an idea.
    IdeaAssigned "idea-assigned" Ideas,
    /// An idea was answered.
    IdeaAnswered "idea-answered" Ideas,
    /// An idea became part of another one.
    IdeaMerged "idea-merged" Ideas,
    /// An idea or a comment was taken off the board.
    IdeaRemoved "idea-removed" Ideas,
    /// An idea was put back on the board.
    IdeaRestored "idea-restored" Ideas,
    /// The coordinator looked who had written an idea.
    IdeaDisclosed "idea-disclosed" Ideas,
    /// The team of an idea or its steps changed.
    IdeaWorked "idea-worked" Ideas,
    /// A young specialist agreed to share.
    LanternLit "lantern-lit" Growth,
    /// It ended, without a reason.
    LanternOver "lantern-over" Growth,
    /// An open hour was announced or held, a question asked or answered, a note written.
    LanternWorked "lantern-worked" Growth,
    /// A note of a young specialist was said in other words.
    LanternNoteChanged "lantern-note-changed" Growth,
    /// A note of a young specialist was taken away.
    LanternNoteRemoved "lantern-note-removed" Growth,
    /// A camp will be held. Lines of camps are about the camp.
    CampPlanned "camp-planned" Programmes,
    /// Its grid, its groups or the organiser's words changed.
    CampChanged "camp-changed" Programmes,
    /// Its grid stands, and the seed of its draw is published; the detail is the seed.
    CampOpened "camp-opened" Programmes,
    /// Workshops were given out by that seed.
    CampAssigned "camp-assigned" Programmes,
    /// It was held.
    CampClosed "camp-closed" Programmes,
    /// It is not held.
    CampCancelled "camp-cancelled" Programmes,
    /// It was written down who was there on a day.
    CampMarked "camp-marked" Programmes,
    /// Who was there on a day, or the organiser's words, were corrected after it was closed; the detail is the day.
    CampCorrected "camp-corrected" Programmes,
    /// An idea put to it was taken off.
    CampIdeaRemoved "camp-idea-removed" Programmes,
    /// Somebody signed up or stepped back.
    CampJoined "camp-joined" Programmes,
    /// Somebody agreed to be photographed, or no longer does.
    CampConsent "camp-consent" Programmes,
    /// Somebody signed in by password.
    SignedIn "account-signed-in" Accounts,
    /// Somebody signed in by the code of a slip.
    SignedInByCode "account-signed-in-by-code" Accounts,
    /// Somebody signed in by the button of a demonstration.
    PersonaOpened "account-persona-opened" Accounts,
    /// A password did not fit.
    SignInFailed "account-sign-in-failed" Accounts,
    /// A code did not fit.
    CodeFailed "account-code-failed" Accounts,
    /// Somebody signed out.
    SignedOut "account-signed-out" Accounts,
    /// Somebody handed their device to a child: it opens the child's page alone.
    DeviceHanded "account-device-handed" Accounts,
    /// They proved who they are, and it opens their pages again.
    DeviceBack "account-device-back" Accounts,
    /// Somebody set a password.
    PasswordChanged "account-password-changed" Accounts,
    /// Somebody said at which time they do not meet.
    ReservationEntered "reservation-entered" Accounts,
    /// On which day it does not hold, or that it holds again.
    ReservationExcepted "reservation-excepted" Accounts,
    /// They took it off.
    ReservationRemoved "reservation-removed" Accounts,
    /// Somebody made a private calendar feed; an earlier address is void.
    FeedMade "account-feed-made" Accounts,
    /// Somebody revoked it.
    FeedRevoked "account-feed-revoked" Accounts,
    /// Somebody said how letters reach them.
    LettersSet "account-letters-set" Accounts,
    /// Letters that can be missed were stopped by the address in one of them, without signing in.
    LettersStopped "account-letters-stopped" Accounts,
    /// The same came again, by the same address.
    LettersResumed "account-letters-resumed" Accounts,
    /// Somebody asked for notices in Telegram and used the code there.
    TelegramLinked "account-telegram-linked" Accounts,
    /// Notices in Telegram ended: by whoever got them, or because the bot was blocked there.
    TelegramEnded "account-telegram-ended" Accounts,
    /// Somebody said that what the school keeps of them is right.
    DataConfirmed "account-data-confirmed" Accounts,
    /// Somebody chose a language.
    LanguageSet "account-language-set" Accounts,
}

impl Deed {
    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|deed| deed.word() == word)
    }

    /// Is it read of without who did it? Whoever marked candidates learns that one of them appealed, and not which
    /// (docs/decisions/0036).
    pub const fn hides_who(self) -> bool {
        matches!(self, Self::AppealFiled | Self::AppealTakenBack)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_deed_has_a_word_of_its_own_that_reads_back() {
        let words: BTreeSet<&str> = Deed::ALL.iter().map(|deed| deed.word()).collect();
        assert_eq!(words.len(), Deed::ALL.len());
        assert!(Deed::ALL.iter().all(|deed| Deed::from_word(deed.word()) == Some(*deed)));
        assert!(Kind::ALL.into_iter().all(|kind| Kind::from_word(kind.word()) == Some(kind)));
    }
}
