//! Consents about a pupil: part by part, by a parent or legal representative and by the child's own «I agree»
//! (feat:M4; doc:B3; Law 94-V Art. 8; docs/decisions/0044). Nothing starts without what the law asks.

use crate::duties::year_end;
use crate::{Day, Instant, PersonId, PupilConsentId, PupilId, PupilScanId, SchoolId};
use jiff::ToSpan;
use std::collections::BTreeSet;

/// Version of the texts that parents and children sign; raised whenever a word of them changes.
pub const TEXT_VERSION: &str = "2026-12-01";

/// The rules that were applied: acts with their editions, and for whom a representative is asked (rules §14; the law
/// names 14 years, the committee 16, we ask under 18).
pub const RULE_VERSION: &str = "Z1300000094 30.12.2025; Z1600000042; under 18";

/// Years from which a pupil signs alone (setting of rules §18, `volunteer.consent_age`).
const OF_AGE: i16 = 18;

/// Most characters of a representative's name.
pub const MOST_NAME: usize = 120;

/// Most characters of where the paper lies.
pub const MOST_PLACE: usize = 120;

/// Years for which a consent that is over is kept (rules §18).
pub const KEPT_YEARS: i64 = 3;

/// What is consented to. Each is asked apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// To take part, as whoever helps or is helped.
    Participation,
    /// That the school keeps data for it.
    Data,
    /// Photos and their publication.
    Photo,
    /// Leaving the school grounds with an adult.
    OffSite,
    /// Psychological diagnostics, in writing by law (Order 92, p. 12).
    Diagnostics,
}

impl Part {
    /// All parts, in the order of the form.
    pub const ALL: [Self; 5] =
        [Self::Participation, Self::Data, Self::Photo, Self::OffSite, Self::Diagnostics];

    /// The word under which it is stored; also the tail of its text keys.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Participation => "participation",
            Self::Data => "data",
            Self::Photo => "photo",
            Self::OffSite => "off_site",
            Self::Diagnostics => "diagnostics",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.word() == word)
    }

    /// What must be consented to before this may start, itself included. Nothing is kept without consent to keep data.
    pub const fn needs(self) -> &'static [Self] {
        match self {
            Self::Participation => &[Self::Data, Self::Participation],
            Self::Data => &[Self::Data],
            Self::Photo => &[Self::Data, Self::Photo],
            Self::OffSite => &[Self::Data, Self::Participation, Self::OffSite],
            Self::Diagnostics => &[Self::Data, Self::Diagnostics],
        }
    }

    /// What stops where this is withdrawn, itself included.
    pub fn stops(self) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |part| part.needs().contains(&self))
    }
}

/// By what the consent can be proved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// A signed paper, which lies at the school.
    Paper,
    /// A file signed with the representative's key; the school checked it and keeps it.
    SignatureFile,
    /// The state's service for consents, through which state schools take them (Law 94-V Art. 8 p. 1).
    StateService,
}

impl Way {
    /// All ways.
    pub const ALL: [Self; 3] = [Self::Paper, Self::SignatureFile, Self::StateService];

    /// The word under which it is stored; also the tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Paper => "paper",
            Self::SignatureFile => "signature_file",
            Self::StateService => "state_service",
        }
    }

    /// Reads a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.word() == word)
    }

    /// True where consents can come this way. The state's service is open to no school's own program so far.
    pub const fn is_connected(self) -> bool {
        !matches!(self, Self::StateService)
    }
}

/// What somebody enters from a paper or a signed file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Parent or legal representative; of a pupil who is of age, nobody.
    pub representative: Option<String>,
    /// By what it can be proved.
    pub way: Way,
    /// Where it lies.
    pub place: String,
    /// The day on it.
    pub given_on: Day,
    /// What was ticked.
    pub parts: Vec<Part>,
    /// The child's own line «I agree» is signed.
    pub child_agreed: bool,
}

/// What a signature file said when it was checked (docs/decisions/0044). The file itself is not kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certified {
    /// The name in the signer's certificate.
    pub signer: String,
    /// The name of whoever issued the certificate.
    pub issuer: String,
    /// When it was signed, as the signer's program says.
    pub signed_at: Instant,
    /// SHA-256 of the signer's certificate, in hexadecimal digits.
    pub fingerprint: String,
}

/// One part that was consented to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    /// Its id.
    pub id: PupilConsentId,
    /// The school; leads every key.
    pub school: SchoolId,
    /// About whom.
    pub pupil: PupilId,
    /// To what.
    pub part: Part,
    /// Who signed for the child; empty where the pupil was of age.
    pub representative: String,
    /// By what it can be proved.
    pub way: Way,
    /// Where it lies.
    pub place: String,
    /// The child agreed, too.
    pub child_agreed: bool,
    /// The day on it; its first day.
    pub given_on: Day,
    /// Its last day: the school year's.
    pub last_day: Day,
    /// The texts that were signed.
    pub text_version: String,
    /// The rules that were applied.
    pub rule_version: String,
    /// First day without it, where it was withdrawn.
    pub withdrawn_on: Option<Day>,
    /// The scan of its paper, where there is one; several parts stand on one paper.
    pub scan: Option<PupilScanId>,
    /// What its signature file said, where it was checked here.
    pub certified: Option<Certified>,
    /// Who entered it, and when.
    pub entered: (PersonId, Instant),
    /// Version for optimistic locking.
    pub version: i64,
}

impl Consent {
    /// True where it counts on a day.
    pub fn holds_on(&self, day: Day) -> bool {
        self.given_on <= day
            && day <= self.last_day
            && self.withdrawn_on.is_none_or(|withdrawn| day < withdrawn)
    }

    /// Withdraws it from a day on; nothing where it does not count then.
    pub fn withdraw(self, day: Day) -> Option<Self> {
        if self.holds_on(day) { Some(Self { withdrawn_on: Some(day), ..self }) } else { None }
    }

    /// True where it was withdrawn after the day of a paper: that paper says nothing any more. A file with a checked
    /// signature is known to the second: made before what was withdrawn on that day had come in, it is not given anew.
    pub fn overrules(&self, part: Part, given_on: Day, signed_at: Option<Instant>) -> bool {
        let before = |withdrawn: Day| {
            given_on < withdrawn
                || (given_on == withdrawn && signed_at.is_some_and(|signed_at| signed_at <= self.entered.1))
        };
        self.part == part && self.withdrawn_on.is_some_and(before)
    }

    /// True where it stands on the paper, or in the file, from which this is entered.
    pub fn is_from(&self, entry: &Entry) -> bool {
        self.representative == entry.representative.as_deref().unwrap_or_default()
            && (self.way, self.place.as_str()) == (entry.way, entry.place.as_str())
            && self.given_on == entry.given_on
    }

    /// True where both stand on one paper, or in one file: one that was checked here is another than one that was not.
    pub fn shares_paper(&self, other: &Self) -> bool {
        self.representative == other.representative
            && (self.way, self.place.as_str()) == (other.way, other.place.as_str())
            && (self.given_on, &self.certified) == (other.given_on, &other.certified)
    }

    /// True where this says what that says, whoever entered it and when.
    pub fn says_the_same(&self, entry: &Entry, part: Part) -> bool {
        self.part == part
            && self.is_from(entry)
            && self.child_agreed == entry.child_agreed
            && self.withdrawn_on.is_none()
    }
}

/// Why a consent is not entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EnterRefused {
    /// Nothing is ticked.
    NoPart,
    /// The pupil is not of age, or nobody knows: somebody must sign for them.
    Representative,
    /// Nothing can come this way.
    NotConnected,
    /// The day has not come.
    Ahead,
    /// The paper is of an earlier school year.
    EarlierYear,
    /// It was withdrawn after the day of the paper.
    Withdrawn,
}

/// May it be entered about a pupil born then? Gives its last day.
pub fn enter(entry: &Entry, born_on: Option<Day>, today: Day) -> Result<Day, EnterRefused> {
    let end = year_end(today);
    match () {
        () if entry.parts.is_empty() => Err(EnterRefused::NoPart),
        () if !entry.way.is_connected() => Err(EnterRefused::NotConnected),
        () if entry.given_on > today => Err(EnterRefused::Ahead),
        () if year_end(entry.given_on) != end => Err(EnterRefused::EarlierYear),
        () if entry.representative.is_none() && !is_of_age(born_on, entry.given_on) => {
            Err(EnterRefused::Representative)
        }
        () => Ok(end.yesterday().unwrap_or(end)),
    }
}

/// True where the pupil signs alone on a day. Whose birthday nobody knows is a child.
pub fn is_of_age(born_on: Option<Day>, day: Day) -> bool {
    born_on.and_then(|born| born.checked_add(OF_AGE.years()).ok()).is_some_and(|of_age| of_age <= day)
}

/// Least words by which two names are taken for one person's: family name and given name.
const LEAST_NAMES: usize = 2;

/// True where the name in a certificate is that of whoever is to sign. Certificates often leave the patronymic out, or the
/// paper does: every word of the shorter name stands in the longer one.
pub fn is_signed_by(certificate: &str, name: &str) -> bool {
    let words = |name: &str| -> BTreeSet<String> {
        name.to_lowercase().replace('ё', "е").split_whitespace().map(str::to_owned).collect()
    };
    let (one, other) = (words(certificate), words(name));
    let (shorter, longer) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    shorter.len() >= LEAST_NAMES && shorter.is_subset(&longer)
}

/// What the law asks for and nobody has given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// A parent or legal representative has not consented to this.
    Representative(Part),
    /// The child has not said «I agree» to this.
    Child(Part),
}

/// May this part start on a day, by the consents about one pupil? Everything that it needs counts on that day, with both
/// voices; a pupil who is of age speaks alone.
pub fn may_start(part: Part, consents: &[Consent], born_on: Option<Day>, day: Day) -> Result<(), Missing> {
    let of_age = is_of_age(born_on, day);
    for needed in part.needs() {
        let counts = |one: &&Consent| one.part == *needed && one.holds_on(day);
        let mut given = consents.iter().filter(counts).filter(|one| of_age || !one.representative.is_empty());
        let Some(first) = given.next() else { return Err(Missing::Representative(*needed)) };
        if !first.child_agreed && !given.any(|one| one.child_agreed) {
            return Err(Missing::Child(*needed));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, proptest};
    use std::slice::from_ref;

    const TODAY: Day = date(2026, 10, 5);
    const BORN: Option<Day> = Some(date(2012, 4, 2));

    fn entry(parts: &[Part]) -> Entry {
        Entry {
            representative: Some("Ахметова Сәуле".into()),
            way: Way::Paper,
            place: "Кабинет 12, папка 8А".into(),
            given_on: date(2026, 9, 10),
            parts: parts.to_vec(),
            child_agreed: true,
        }
    }

    fn consent(part: Part) -> Consent {
        Consent {
            id: part.word().into(),
            school: "school-12".into(),
            pupil: "ayan".into(),
            part,
            representative: "Ахметова Сәуле".into(),
            way: Way::Paper,
            place: "Кабинет 12, папка 8А".into(),
            child_agreed: true,
            given_on: date(2026, 9, 10),
            last_day: date(2027, 7, 31),
            text_version: TEXT_VERSION.into(),
            rule_version: RULE_VERSION.into(),
            withdrawn_on: None,
            scan: None,
            certified: None,
            entered: ("dana".into(), Instant::UNIX_EPOCH),
            version: 0,
        }
    }

    fn all() -> Vec<Consent> {
        Part::ALL.into_iter().map(consent).collect()
    }

    #[test]
    fn a_consent_is_of_one_school_year() {
        assert_eq!(enter(&entry(&[Part::Data]), BORN, TODAY), Ok(date(2027, 7, 31)));
        let of_last_year = Entry { given_on: date(2026, 7, 31), ..entry(&[Part::Data]) };
        assert_eq!(enter(&of_last_year, BORN, TODAY), Err(EnterRefused::EarlierYear));
        let of_tomorrow = Entry { given_on: date(2026, 10, 6), ..entry(&[Part::Data]) };
        assert_eq!(enter(&of_tomorrow, BORN, TODAY), Err(EnterRefused::Ahead));
        assert_eq!(enter(&entry(&[]), BORN, TODAY), Err(EnterRefused::NoPart));
    }

    #[test]
    fn a_paper_from_before_a_withdrawal_does_not_take_it_back() {
        let withdrawn = consent(Part::Data).withdraw(TODAY).unwrap();
        assert!(withdrawn.overrules(Part::Data, date(2026, 9, 10), None));
        assert!(!withdrawn.overrules(Part::Data, TODAY, None), "somebody signs anew");
        assert!(!withdrawn.overrules(Part::Photo, date(2026, 9, 10), None), "another part");
        assert!(!consent(Part::Data).overrules(Part::Data, date(2026, 9, 10), None), "nobody withdrew it");
    }

    #[test]
    fn a_file_that_was_signed_before_what_was_withdrawn_came_in_is_not_given_anew_on_that_day() {
        let moment = |second: i64| Instant::new(second, 0).unwrap();
        let entered = ("dana".into(), moment(100));
        let withdrawn = Consent { entered, ..consent(Part::Data) }.withdraw(TODAY).unwrap();
        for (second, overruled) in [(99, true), (100, true), (101, false)] {
            assert_eq!(withdrawn.overrules(Part::Data, TODAY, Some(moment(second))), overruled, "{second}");
        }
        assert!(!withdrawn.overrules(Part::Data, date(2026, 10, 6), Some(moment(99))), "a later day");
    }

    #[test]
    fn the_service_of_the_state_says_that_it_is_not_connected() {
        let by_state = Entry { way: Way::StateService, ..entry(&[Part::Data]) };
        assert_eq!(enter(&by_state, BORN, TODAY), Err(EnterRefused::NotConnected));
    }

    #[test]
    fn whoever_is_of_age_signs_alone_and_an_unknown_birthday_is_a_childs() {
        let alone = Entry { representative: None, ..entry(&[Part::Data]) };
        assert_eq!(enter(&alone, BORN, TODAY), Err(EnterRefused::Representative));
        assert_eq!(enter(&alone, None, TODAY), Err(EnterRefused::Representative));
        assert!(enter(&alone, Some(date(2008, 9, 10)), TODAY).is_ok());
        assert_eq!(enter(&alone, Some(date(2008, 9, 11)), TODAY), Err(EnterRefused::Representative));
    }

    #[test]
    fn whoever_signs_with_a_key_is_whoever_is_named() {
        assert!(is_signed_by("САРМАНОВА КҮМІС", "Сарманова Күміс Бекқызы"));
        assert!(is_signed_by("Сарманова Күміс Бекқызы", "Күміс Сарманова"), "in whatever order");
        assert!(is_signed_by("СЕМЕНОВА АЛЕНА", "Семёнова Алёна"));
        assert!(!is_signed_by("НҰРЛАНОВА ӘЛИЯ", "Сарманова Күміс"));
        assert!(!is_signed_by("САРМАНОВА", "Сарманова Күміс"), "a family name is many people's");
        assert!(!is_signed_by("САРМАНОВА КҮМІС", "Сарманова Айша Күмісқызы"));
        assert!(!is_signed_by("", "") && !is_signed_by("  ", "Сарманова Күміс"));
    }

    #[test]
    fn both_voices_are_needed() {
        let silent = Consent { child_agreed: false, ..consent(Part::Data) };
        assert_eq!(may_start(Part::Data, from_ref(&silent), BORN, TODAY), Err(Missing::Child(Part::Data)));
        assert_eq!(may_start(Part::Data, &[silent, consent(Part::Data)], BORN, TODAY), Ok(()));
        let unsigned = Consent { representative: String::new(), ..consent(Part::Data) };
        let missing = Err(Missing::Representative(Part::Data));
        assert_eq!(may_start(Part::Data, from_ref(&unsigned), BORN, TODAY), missing);
        assert_eq!(may_start(Part::Data, from_ref(&unsigned), None, TODAY), missing);
        assert_eq!(may_start(Part::Data, &[unsigned], Some(date(2008, 9, 10)), TODAY), Ok(()));
    }

    #[test]
    fn who_withdraws_the_data_stops_everything_and_who_withdraws_the_photo_only_that() {
        assert_eq!(Part::Data.stops().collect::<Vec<_>>(), Part::ALL);
        assert_eq!(Part::Photo.stops().collect::<Vec<_>>(), [Part::Photo]);
        assert_eq!(Part::Participation.stops().collect::<Vec<_>>(), [Part::Participation, Part::OffSite]);
    }

    fn part() -> impl Strategy<Value = Part> {
        (0..Part::ALL.len()).prop_map(|at| Part::ALL[at])
    }

    fn some() -> impl Strategy<Value = Vec<Consent>> {
        let one = (part(), any::<bool>(), any::<bool>(), any::<bool>()).prop_map(
            |(part, signed, child_agreed, withdrawn)| Consent {
                representative: if signed { "Ахметова Сәуле".into() } else { String::new() },
                child_agreed,
                withdrawn_on: withdrawn.then_some(TODAY),
                ..consent(part)
            },
        );
        proptest::collection::vec(one, 0..8)
    }

    proptest! {
        #[test]
        fn nothing_starts_unless_each_part_that_it_needs_has_both_voices(wanted in part(), given in some()) {
            let voiced = |needed: &Part| {
                let counts = |one: &&Consent| one.part == *needed && one.withdrawn_on.is_none() && !one.representative.is_empty();
                given.iter().filter(counts).any(|one| one.child_agreed)
            };
            let asked = wanted.needs().iter().all(voiced);
            prop_assert_eq!(may_start(wanted, &given, BORN, TODAY).is_ok(), asked);
        }

        #[test]
        fn a_withdrawal_stops_what_needs_the_part_and_nothing_else(wanted in part(), withdrawn in part()) {
            let left: Vec<Consent> = all()
                .into_iter()
                .map(|one| if one.part == withdrawn { one.withdraw(TODAY).unwrap() } else { one })
                .collect();
            let stopped = withdrawn.stops().any(|part| part == wanted);
            prop_assert_eq!(may_start(wanted, &left, BORN, TODAY).is_err(), stopped);
            prop_assert!(may_start(wanted, &left, BORN, date(2026, 10, 4)).is_ok(), "the day before it counted");
        }

        #[test]
        fn another_consent_never_takes_a_start_away(wanted in part(), given in some(), more in some()) {
            if may_start(wanted, &given, BORN, TODAY).is_ok() {
                let both = [given, more].concat();
                prop_assert!(may_start(wanted, &both, BORN, TODAY).is_ok());
            }
        }

        #[test]
        fn after_the_school_year_nothing_starts(wanted in part(), day in 0_i64..400) {
            let later = date(2027, 8, 1).checked_add(day.days()).unwrap();
            prop_assert!(may_start(wanted, &all(), BORN, later).is_err());
        }
    }
}
