//! What came with the program: leaflets, glossary, questions, the figures of the law.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::Deserialize;

use super::glossary::{Glossary, GlossaryFile};
use super::limits::Limits;
use super::markdown;
use crate::content;
use crate::features::education::model::{
    Block, Front, Inline, Leaflet, LeafletState, Purpose, Setting, ShippedDay,
};
use crate::kernel::calendar::Source;
use crate::kernel::error::{Error, Result};

/// Everything in `content/education`, read once.
#[derive(Debug, Clone, Default)]
pub struct Library {
    /// The leaflets that can be read, by key, then language.
    pub leaflets: BTreeMap<(String, String), Shipped>,
    /// What could not be read, each named by file, line and field.
    pub mistakes: Vec<String>,
    /// The figures a leaflet may quote.
    pub limits: Limits,
    /// Who can help.
    pub slots: Vec<Slot>,
    /// The rights there are.
    pub rights: Vec<Right>,
    /// Hard words, by language.
    pub glossaries: BTreeMap<String, Glossary>,
    /// Questions to ask, by language.
    pub questions: BTreeMap<String, Vec<Visit>>,
    /// Hard words of letters and their plain ones.
    pub plain_words: Vec<PlainWord>,
    /// The words around a leaflet on paper, by language, then use.
    pub words: BTreeMap<String, BTreeMap<String, String>>,
}

/// A shipped leaflet.
#[derive(Debug, Clone)]
pub struct Shipped {
    /// Its number in the list of leaflets.
    pub number: u32,
    /// The leaflet.
    pub leaflet: Leaflet,
}

/// Somebody who can help, before the office says how to reach them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slot {
    /// What leaflets call it.
    pub id: String,
    /// What patients read.
    pub name: String,
    /// What patients read in other languages.
    #[serde(default)]
    pub names: BTreeMap<String, String>,
    /// What they do.
    pub does: String,
    /// The kinds of office that have it.
    pub profile: Vec<Setting>,
    /// A public number that nobody here has confirmed.
    #[serde(default)]
    pub suggested_phone: Option<String>,
    /// A public address that nobody here has confirmed.
    #[serde(default)]
    pub suggested_web: Option<String>,
}

/// A right that a case can have at stake.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Right {
    /// A name that never changes.
    pub id: String,
    /// What people read.
    pub name: String,
}

/// Questions for one kind of visit.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Visit {
    /// A name that never changes.
    pub id: String,
    /// What people read.
    pub title: String,
    /// The questions.
    pub questions: Vec<String>,
}

/// A hard word and its plain one.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlainWord {
    /// As it is met in letters.
    pub hard: String,
    /// What to write instead.
    pub plain: String,
}

/// A file of content: its path under `content/` and its text.
pub type File<'a> = (&'a str, &'a str);

/// The library as it was shipped.
pub fn shipped() -> &'static Library {
    static SHIPPED: LazyLock<Library> = LazyLock::new(|| {
        let mut files = content::files("education", "toml");
        files.extend(
            content::folders("education")
                .into_iter()
                .flat_map(|folder| content::files(folder, "md")),
        );
        Library::read(&files)
    });
    &SHIPPED
}

impl Slot {
    /// What patients read in `language`.
    pub fn name_in(&self, language: &str) -> &str {
        self.names.get(base_of(language)).unwrap_or(&self.name)
    }
}

impl Library {
    /// Reads the files of `content/education`. A file with a mistake is left out and named; the
    /// rest works.
    pub fn read(files: &[File<'_>]) -> Self {
        let mut library = Self::default();
        for (path, text) in files.iter().filter(|(path, _)| path.ends_with(".toml")) {
            if let Err(mistake) = library.add_list(path, text) {
                library.mistakes.push(mistake.message);
            }
        }
        for (path, text) in files.iter().filter(|(path, _)| path.ends_with(".md")) {
            match leaflet_file(path, text).and_then(|read| library.checked(path, text, read)) {
                Ok(read) => {
                    let key = (read.leaflet.key.clone(), read.leaflet.language.clone());
                    library.leaflets.insert(key, read);
                }
                Err(mistake) => library.mistakes.push(mistake.message),
            }
        }
        library
    }

    fn add_list(&mut self, path: &str, text: &str) -> Result<()> {
        let file = Source::new(path, text);
        let name = path.rsplit('/').next().unwrap_or(path);
        match name.split('.').next().unwrap_or_default() {
            "limits" => self.limits = file.read()?,
            "slots" => self.slots = file.read::<SlotsFile>()?.slot,
            "rights" => self.rights = file.read::<RightsFile>()?.right,
            "plain_words" => self.plain_words = file.read::<PlainFile>()?.word,
            "words" => self.words = file.read()?,
            "glossary" => {
                let glossary: Glossary = file.read::<GlossaryFile>()?.into();
                self.glossaries.insert(glossary.language.clone(), glossary);
            }
            "questions" => {
                let questions: QuestionsFile = file.read()?;
                self.questions.insert(questions.language, questions.visit);
            }
            _ => return Err(Error::invalid(path, format!("{path}: no such list is known"))),
        }
        Ok(())
    }

    /// A leaflet file whose names all exist, or the first that does not.
    fn checked(&self, path: &str, text: &str, read: Shipped) -> Result<Shipped> {
        let front = &read.leaflet.front;
        let slots: BTreeSet<&str> = self.slots.iter().map(|slot| slot.id.as_str()).collect();
        let rights: BTreeSet<&str> = self.rights.iter().map(|right| right.id.as_str()).collect();
        let lost_slot = front.who.iter().position(|who| !slots.contains(who.slot.as_str()));
        let file = header(path, text)?;
        let source = Source::new(path, &file);
        if let Some(nth) = lost_slot {
            return Err(source.mistake_in("who", nth, "slot", "there is no such slot"));
        }
        if front.rights.iter().any(|right| !rights.contains(right.as_str())) {
            return Err(source.mistake_in("", 0, "rights", "there is no such right"));
        }
        let reading = markdown::read(&read.leaflet.body);
        let first_line = text.lines().count().saturating_sub(read.leaflet.body.lines().count());
        if let Some(left_out) = reading.left_out.first() {
            let line = first_line + usize::try_from(left_out.line).unwrap_or_default();
            return Err(Error::invalid(path, format!("{path}, line {line}: {}", left_out.what)));
        }
        for (rule, words) in Block::limits(&reading.blocks) {
            if self.limits.meant(rule, words).is_empty() {
                let mark = format!("{{{rule}|{words}");
                let line = text.lines().position(|line| line.contains(&mark)).unwrap_or_default();
                let what = format!("{rule} has no figure that “{words}” could mean");
                return Err(Error::invalid(path, format!("{path}, line {}: {what}", line + 1)));
            }
        }
        Ok(read)
    }

    /// The shipped leaflet of that key in `language`.
    pub fn leaflet(&self, key: &str, language: &str) -> Option<&Shipped> {
        self.leaflets.get(&(key.to_owned(), language.to_owned()))
    }

    /// The slot of that id.
    pub fn slot(&self, id: &str) -> Option<&Slot> {
        self.slots.iter().find(|slot| slot.id == id)
    }

    /// The glossary for a text in `language`.
    pub fn glossary(&self, language: &str) -> Option<&Glossary> {
        self.glossaries.get(base_of(language))
    }

    /// A word around a leaflet in `language`; the English one where there is none.
    pub fn word(&self, language: &str, name: &str) -> &str {
        let of = |language: &str| self.words.get(language)?.get(name).map(String::as_str);
        of(base_of(language)).or_else(|| of("en")).unwrap_or_default()
    }
}

/// The language without its region: `es` of `es-MX`.
pub fn base_of(language: &str) -> &str {
    language.split('-').next().unwrap_or(language)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SlotsFile {
    slot: Vec<Slot>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RightsFile {
    right: Vec<Right>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PlainFile {
    word: Vec<PlainWord>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionsFile {
    language: String,
    #[serde(default)]
    #[expect(dead_code, reason = "tells the reader of the file how old it is")]
    version: u32,
    #[serde(default)]
    #[expect(dead_code, reason = "tells the reader of the file how old it is")]
    reviewed: Option<ShippedDay>,
    visit: Vec<Visit>,
}

/// What the front matter of a file says before what every leaflet has.
#[derive(Deserialize)]
struct Head {
    id: String,
    number: u32,
    title: String,
    language: String,
    version: u32,
}

const HEAD: [&str; 5] = ["id", "number", "title", "language", "version"];
const FRONT: [&str; 15] = [
    "about",
    "topic",
    "audiences",
    "profiles",
    "kinds",
    "rights",
    "units",
    "related",
    "reviewed",
    "sources",
    "key_points",
    "who",
    "changes",
    "source_version",
    "link",
];

/// The front matter with the lines before it, so that a mistake keeps its line.
fn header(path: &str, text: &str) -> Result<String> {
    let front = text.strip_prefix("+++\n").and_then(|rest| rest.split_once("\n+++\n"));
    let what = "begin with +++, the front matter, and +++ again, each on a line of its own";
    front
        .map(|(front, _)| format!("\n{front}"))
        .ok_or_else(|| Error::invalid(path, format!("{path}, line 1: {what}")))
}

fn leaflet_file(path: &str, text: &str) -> Result<Shipped> {
    let front = header(path, text)?;
    let body = text.split_once("\n+++\n").map(|(_, body)| body).unwrap_or_default();
    let source = Source::new(path, &front);
    let head: Head = source.read()?;
    let table: toml::Table = source.read()?;
    if let Some(stray) =
        table.keys().find(|key| !HEAD.contains(&key.as_str()) && !FRONT.contains(&key.as_str()))
    {
        return Err(source.mistake_in("", 0, stray, "a leaflet has no such field"));
    }
    let is_named_so = path.rsplit('/').next().is_some_and(|name| name == format!("{}.md", head.id));
    if !is_named_so {
        return Err(source.mistake_in("", 0, "id", "the file must be called as the leaflet"));
    }
    let front: Front = source.read()?;
    Ok(Shipped {
        number: head.number,
        leaflet: Leaflet {
            key: head.id,
            language: head.language,
            version: head.version,
            purpose: Purpose::Leaflet,
            state: LeafletState::Published,
            title: head.title,
            front,
            body: body.to_owned(),
        },
    })
}

/// The words a reader reads: what it is about, then every line of the text.
pub fn lines_of(leaflet: &Leaflet) -> Vec<String> {
    let mut lines = vec![leaflet.front.about.clone()];
    lines.extend(Block::lines(&markdown::read(&leaflet.body).blocks));
    lines
}

/// The questions under the last heading of a text: what a person could ask.
pub fn questions_of(blocks: &[Block]) -> Vec<String> {
    let last = blocks.iter().rposition(|block| matches!(block, Block::Heading { level: 2, .. }));
    let after = last.and_then(|at| blocks.get(at + 1..)).unwrap_or_default();
    after
        .iter()
        .filter_map(|block| match block {
            Block::List { items, .. } => Some(items),
            _ => None,
        })
        .flatten()
        .filter_map(|point| match point.first() {
            Some(Block::Paragraph(text)) => Some(Inline::plain(text)),
            _ => None,
        })
        .collect()
}
