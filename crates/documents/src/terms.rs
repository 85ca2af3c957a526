//! Posts and subjects in both languages of papers. School lists carry them in one language only; what is not
//! listed here stands on both papers as the school wrote it.

use crate::papers::Both;

/// Kazakh and Russian, in lower case.
const TERMS: [(&str, &str); 34] = [
    ("мұғалім", "учитель"),
    ("педагог", "педагог"),
    ("директор", "директор"),
    ("оқу ісі жөніндегі директордың орынбасары", "заместитель директора по учебной работе"),
    ("тәрбие ісі жөніндегі директордың орынбасары", "заместитель директора по воспитательной работе"),
    ("әдіскер", "методист"),
    ("педагог-психолог", "педагог-психолог"),
    ("әлеуметтік педагог", "социальный педагог"),
    ("кітапханашы", "библиотекарь"),
    ("бухгалтер", "бухгалтер"),
    ("математика", "математика"),
    ("алгебра", "алгебра"),
    ("геометрия", "геометрия"),
    ("информатика", "информатика"),
    ("физика", "физика"),
    ("химия", "химия"),
    ("биология", "биология"),
    ("география", "география"),
    ("жаратылыстану", "естествознание"),
    ("қазақстан тарихы", "история казахстана"),
    ("дүниежүзі тарихы", "всемирная история"),
    ("тарих", "история"),
    ("құқық негіздері", "основы права"),
    ("қазақ тілі", "казахский язык"),
    ("қазақ тілі мен әдебиеті", "казахский язык и литература"),
    ("орыс тілі", "русский язык"),
    ("орыс тілі мен әдебиеті", "русский язык и литература"),
    ("ағылшын тілі", "английский язык"),
    ("бастауыш сыныптар", "начальные классы"),
    ("дене шынықтыру", "физическая культура"),
    ("көркем еңбек", "художественный труд"),
    ("музыка", "музыка"),
    ("дефектолог", "дефектолог"),
    ("логопед", "логопед"),
];

/// The words in both languages: from the list above, with the first letter as the school wrote it; otherwise
/// alike in both.
pub fn both(words: &str) -> Both {
    let lower = words.trim().to_lowercase();
    let Some((kk, ru)) = TERMS.iter().find(|(kk, ru)| *kk == lower || *ru == lower) else {
        return Both::new(words.trim(), words.trim());
    };
    let capital = words.trim().chars().next().is_some_and(char::is_uppercase);
    if capital { Both::new(capitalised(kk), capitalised(ru)) } else { Both::new(*kk, *ru) }
}

/// First letter large; «Казахстан» and «Қазақстан» are large anywhere.
fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    let text: String = first.chain(letters).collect();
    text.replace(" казахстана", " Казахстана")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_known_word_is_found_from_either_language() {
        assert_eq!(both("учитель"), Both::new("мұғалім", "учитель"));
        assert_eq!(both("Бастауыш сыныптар"), Both::new("Бастауыш сыныптар", "Начальные классы"));
        assert_eq!(both("История Казахстана"), Both::new("Қазақстан тарихы", "История Казахстана"));
    }

    #[test]
    fn an_unknown_word_stays_as_the_school_wrote_it() {
        assert_eq!(both(" робототехника "), Both::new("робототехника", "робототехника"));
    }
}
