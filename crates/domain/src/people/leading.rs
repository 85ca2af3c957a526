//! Who leads the others: whoever assesses a teacher's work is no easy mentor of the same teacher (neg:N4).

use super::Role;

/// How somebody leads the teachers of the school.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Leads {
    /// Heads the school.
    School,
    /// Is a deputy of the head.
    Deputy,
    /// Runs the programme, which is usually a deputy's work.
    Programme,
}

impl Leads {
    /// The tail of its text key.
    pub const fn word(self) -> &'static str {
        match self {
            Self::School => "school",
            Self::Deputy => "deputy",
            Self::Programme => "programme",
        }
    }
}

/// Beginnings of words in the posts of deputies: «заместитель директора», «завуч», «директордың орынбасары».
const DEPUTIES: [&str; 6] = ["заместител", "замдиректор", "завуч", "орынбасар", "deputy", "vice"];
/// Words of a head's own post; in other posts the word stands in another case: «секретарь директора».
const HEADS: [&str; 5] = ["директор", "директоры", "director", "principal", "headteacher"];
/// The same where it is two words.
const HEADS_IN_TWO: [&str; 3] = ["head teacher", "мектеп басшысы", "руководитель школы"];
/// Signs of somebody who stands in for the head: «и. о. директора», «директордың міндетін атқарушы».
const ACTING: [&str; 5] = ["и о", "врио", "исполняющ", "міндетін атқар", "acting"];

/// Whether somebody assesses the work of teachers, as far as the data can tell: by the roles of today and by the
/// post in the school's words. No list says who assesses whom, so every teacher of the school counts as assessed by
/// its head and its deputies. It is a warning to whoever decides, never a bar: in a small school there may be nobody
/// else (neg:N4).
pub fn leads(roles: &[Role], position: Option<&str>) -> Option<Leads> {
    let by_post = position.and_then(by_post);
    match () {
        () if roles.contains(&Role::Head) => Some(Leads::School),
        () if by_post.is_some() => by_post,
        () if roles.contains(&Role::Coordinator) => Some(Leads::Programme),
        () => None,
    }
}

fn by_post(position: &str) -> Option<Leads> {
    let lower = position.to_lowercase();
    let words: Vec<&str> = lower.split(|letter: char| !letter.is_alphanumeric()).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let post = words.join(" ");
    let begins = |beginning: &&str| words.iter().any(|word| word.starts_with(*beginning));
    let acts = ACTING.iter().any(|sign| post.contains(sign)) && begins(&"директор");
    let heads =
        HEADS.iter().any(|head| words.contains(head)) || HEADS_IN_TWO.iter().any(|head| post.contains(head));
    match () {
        () if DEPUTIES.iter().any(begins) || words.contains(&"зам") => Some(Leads::Deputy),
        () if acts || heads => Some(Leads::School),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn n04_the_head_and_the_deputies_are_known_by_role_and_by_post_in_three_languages() {
        assert_eq!(leads(&[Role::Teacher, Role::Head], None), Some(Leads::School));
        assert_eq!(leads(&[Role::Teacher, Role::Coordinator], None), Some(Leads::Programme));
        for post in [
            "Директор",
            "мектеп директоры",
            "Директор школы",
            "и.о. директора",
            "Acting director",
            "Principal",
        ] {
            assert_eq!(leads(&[Role::Teacher], Some(post)), Some(Leads::School), "{post}");
        }
        for post in [
            "заместитель директора по учебной работе",
            "Зам. директора по ВР",
            "завуч",
            "директордың оқу ісі жөніндегі орынбасары",
            "Deputy head",
        ] {
            assert_eq!(leads(&[Role::Teacher], Some(post)), Some(Leads::Deputy), "{post}");
            assert_eq!(
                leads(&[Role::Coordinator], Some(post)),
                Some(Leads::Deputy),
                "{post}: the post says more"
            );
        }
    }

    #[test]
    fn n04_a_teacher_and_whoever_works_for_the_head_assess_nobody() {
        for post in [
            "учитель физики",
            "секретарь директора",
            "классный руководитель",
            "сынып жетекшісі",
            "head of department",
            "",
        ] {
            assert_eq!(leads(&[Role::Teacher, Role::Mentor], Some(post)), None, "{post}");
        }
        assert_eq!(leads(&[Role::Teacher], None), None);
    }
}
