//! Languages as people write them down and as documents name them.

use super::text::fold;

/// Names in English and BCP 47 tags. A name may be written with more behind it, as in "Chinese
/// (simplified)" or "Spanish, Mexico"; what begins alike and is longer stands first.
const NAMED: [(&str, &str); 44] = [
    ("american sign language", "ase"),
    ("amharic", "am"),
    ("arabic", "ar"),
    ("armenian", "hy"),
    ("bengali", "bn"),
    ("bosnian", "bs"),
    ("british sign language", "bfi"),
    ("burmese", "my"),
    ("cantonese", "yue"),
    ("chinese", "zh"),
    ("mandarin", "zh"),
    ("dari", "prs"),
    ("english", "en"),
    ("farsi", "fa"),
    ("persian", "fa"),
    ("french", "fr"),
    ("german", "de"),
    ("greek", "el"),
    ("gujarati", "gu"),
    ("haitian", "ht"),
    ("hebrew", "he"),
    ("hindi", "hi"),
    ("hmong", "hmn"),
    ("italian", "it"),
    ("japanese", "ja"),
    ("khmer", "km"),
    ("korean", "ko"),
    ("nepali", "ne"),
    ("pashto", "ps"),
    ("polish", "pl"),
    ("portuguese", "pt"),
    ("punjabi", "pa"),
    ("romanian", "ro"),
    ("russian", "ru"),
    ("somali", "so"),
    ("spanish", "es"),
    ("swahili", "sw"),
    ("tagalog", "tl"),
    ("tigrinya", "ti"),
    ("turkish", "tr"),
    ("ukrainian", "uk"),
    ("urdu", "ur"),
    ("vietnamese", "vi"),
    ("welsh", "cy"),
];

/// The tag of a language that was written down as a name or as a tag. None when it is neither.
pub fn tag_of(written: &str) -> Option<String> {
    let folded = fold(written);
    if let Some((_, tag)) = NAMED.iter().find(|(name, _)| folded.starts_with(name)) {
        return Some((*tag).to_owned());
    }
    let tag = written.trim();
    let first = tag.split('-').next().unwrap_or_default();
    let is_tag = (2..=3).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_lowercase());
    is_tag.then(|| tag.to_owned())
}

/// What a language is called in English; its tag where it is not known here.
pub fn name_of(tag: &str) -> String {
    let base = tag.split('-').next().unwrap_or(tag);
    let Some((name, _)) = NAMED.iter().find(|(_, known)| *known == base) else {
        return tag.to_owned();
    };
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_known_by_its_name_and_by_its_tag() {
        for (written, tag) in [
            ("Spanish", Some("es")),
            ("spanish (Mexico)", Some("es")),
            ("Chinese, simplified", Some("zh")),
            ("es-MX", Some("es-MX")),
            ("ar", Some("ar")),
            ("Klingon", None),
            ("", None),
        ] {
            assert_eq!(tag_of(written).as_deref(), tag, "{written}");
        }
    }

    #[test]
    fn a_tag_is_told_by_its_name() {
        assert_eq!(name_of("es"), "Spanish");
        assert_eq!(name_of("pt-BR"), "Portuguese");
        assert_eq!(name_of("xx"), "xx");
    }
}
