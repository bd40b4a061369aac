//! Leaflets on paper: one, a stack with contents, or a sheet of questions for one visit.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike as _, NaiveDate};

use super::library::{Library, base_of};
use super::limits::Limit;
use super::markdown;
use crate::features::education::model::{Block, Inline, Leaflet};
use crate::kernel::documents::{
    Block as Paper, Dates, Document, Fact, Inline as Words, Layout, Rank, Section, Table, TextSize,
    runs_from_the_right,
};
use crate::kernel::text::tidy;

/// How somebody who can help is reached, as the office filled it in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reach {
    /// What they are called here, when not as shipped.
    pub name: Option<String>,
    /// Their phone number.
    pub phone: Option<String>,
    /// Where they are.
    pub address: Option<String>,
    /// Their site.
    pub web: Option<String>,
    /// When they are there.
    pub hours: Option<String>,
}

/// What this office has filled in and confirmed.
#[derive(Debug, Clone, Default)]
pub struct Standing {
    /// By slot.
    pub helpers: BTreeMap<String, Reach>,
    /// Figures somebody here has confirmed, as rule and figure.
    pub confirmed: BTreeSet<(String, String)>,
}

impl Standing {
    /// Whether a patient may be told this figure.
    pub fn holds(&self, limit: &Limit) -> bool {
        limit.confirmed || self.confirmed.contains(&(limit.rule.clone(), limit.figure.clone()))
    }

    /// Whether any of the figures that a mark can mean may be told.
    pub fn any_holds(&self, limits: &[&Limit]) -> bool {
        limits.iter().any(|limit| self.holds(limit))
    }
}

/// Whose paper it is and how it is set.
#[derive(Debug, Clone)]
pub struct Letterhead {
    /// The office's name.
    pub office: String,
    /// How the office writes dates.
    pub dates: Dates,
    /// The paper.
    pub paper: crate::kernel::documents::Paper,
    /// The size of text.
    pub size: TextSize,
}

/// Questions for one visit.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// BCP 47 tag.
    pub language: String,
    /// What the visit is about, if it was said.
    pub visit: Option<String>,
    /// The questions, in order.
    pub questions: Vec<String>,
}

/// One leaflet as a document.
pub fn leaflet(
    library: &Library,
    standing: &Standing,
    head: &Letterhead,
    leaflet: &Leaflet,
) -> Document {
    let mut document = around(standing, head, &leaflet.language);
    document.title.clone_from(&leaflet.title);
    document.lead.clone_from(&leaflet.front.about);
    document.sections = sections(library, standing, head, leaflet);
    document.foot = head.office.clone();
    document
}

/// Several leaflets as one document with contents; each begins on a page of its own.
pub fn stack(
    library: &Library,
    standing: &Standing,
    head: &Letterhead,
    leaflets: &[Leaflet],
) -> Document {
    if let [only] = leaflets {
        return leaflet(library, standing, head, only);
    }
    let language = leaflets.first().map_or("en", |leaflet| leaflet.language.as_str());
    let mut document = around(standing, head, language);
    document.title = library.word(language, "stack").to_owned();
    document.contents = true;
    document.foot = head.office.clone();
    for one in leaflets {
        let own = (one.language != language).then(|| one.language.clone());
        let opening = Section {
            rank: Rank::Opening,
            language: own.clone(),
            ..Section::new(&one.key, &one.title, vec![Paper::text(&one.front.about)])
        };
        document.sections.push(opening);
        let inner = sections(library, standing, head, one);
        document.sections.extend(inner.into_iter().map(|section| Section {
            id: format!("{}-{}", one.key, section.id),
            rank: Rank::Under,
            language: own.clone(),
            ..section
        }));
    }
    document
}

/// A sheet of questions with room for answers.
pub fn sheet(library: &Library, standing: &Standing, head: &Letterhead, sheet: &Sheet) -> Document {
    let word = |name: &str| library.word(&sheet.language, name).to_owned();
    let mut document = around(standing, head, &sheet.language);
    document.title = word("sheet");
    document.lead = sheet.visit.clone().unwrap_or_default();
    document.foot = head.office.clone();
    let rows = sheet
        .questions
        .iter()
        .map(|question| vec![Paper::text(format!("☐ {question}")), Paper::Line(word("answer"))])
        .collect();
    document.sections = vec![
        Section::new(
            "questions",
            String::new(),
            vec![Paper::text(word("sheet_lead")), Paper::List { ordered: true, rows }],
        ),
        Section::new("own", word("own"), (0..3).map(|_| Paper::Line(String::new())).collect()),
    ];
    document
}

/// The frame that every paper of this feature has.
fn around(standing: &Standing, head: &Letterhead, language: &str) -> Document {
    let ours = standing.helpers.get("patient-relations").cloned().unwrap_or_default();
    let mut letterhead = vec![head.office.clone()];
    let line = [ours.phone, ours.hours].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    letterhead.extend(tidy(&line));
    letterhead.extend(ours.address.map(|address| address.replace('\n', ", ")));
    Document {
        language: language.to_owned(),
        letterhead,
        title: String::new(),
        confidential: String::new(),
        lead: String::new(),
        head: Vec::new(),
        contents: false,
        sections: Vec::new(),
        foot: String::new(),
        paper: head.paper,
        size: head.size,
        layout: Layout::Leaflet,
    }
}

fn sections(
    library: &Library,
    standing: &Standing,
    head: &Letterhead,
    leaflet: &Leaflet,
) -> Vec<Section> {
    let reading = markdown::read(&leaflet.body);
    let drawing = Drawing { library, standing };
    let mut sections = drawing.parts(&reading.blocks);
    // Who can help stands before the questions, which are the last thing a person does here.
    let before_questions = sections.len().saturating_sub(1).max(1).min(sections.len());
    if let Some(who) = drawing.who(leaflet) {
        sections.insert(before_questions, who);
    }
    sections.push(drawing.source(head, leaflet, &reading.blocks));
    sections
}

struct Drawing<'a> {
    library: &'a Library,
    standing: &'a Standing,
}

impl Drawing<'_> {
    /// The text, cut at its second-level headings.
    fn parts(&self, blocks: &[Block]) -> Vec<Section> {
        let mut sections: Vec<Section> = Vec::new();
        for block in blocks {
            if let Block::Heading { level: 2, text } = block {
                let id = format!("part-{}", sections.len() + 1);
                sections.push(Section::new(id, Inline::plain(text), Vec::new()));
                continue;
            }
            if sections.is_empty() {
                sections.push(Section::new("part-1", String::new(), Vec::new()));
            }
            if let Some(section) = sections.last_mut() {
                section.blocks.extend(self.block(block));
            }
        }
        sections
    }

    fn block(&self, block: &Block) -> Vec<Paper> {
        match block {
            Block::Heading { text, .. } => vec![Paper::Heading(Inline::plain(text))],
            Block::Paragraph(text) => vec![Paper::Paragraph(self.words(text))],
            Block::List { ordered, items } => {
                let row = |point: &Vec<Block>| point.iter().flat_map(|b| self.block(b)).collect();
                let rows = items.iter().map(row).collect();
                vec![Paper::List { ordered: *ordered, rows }]
            }
            Block::Table { head, rows } => {
                let cell = |cell: &Vec<Inline>| plain(&self.words(cell));
                vec![Paper::Table(Table {
                    caption: String::new(),
                    head: head.iter().map(cell).collect(),
                    rows: rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
                })]
            }
            Block::Quote(inner) => inner.iter().flat_map(|b| self.block(b)).collect(),
        }
    }

    fn words(&self, pieces: &[Inline]) -> Vec<Words> {
        pieces
            .iter()
            .flat_map(|piece| match piece {
                Inline::Text(words) => vec![Words::Text(words.clone())],
                Inline::Strong(inner) => vec![Words::Strong(plain(&self.words(inner)))],
                Inline::Emphasis(inner) => vec![Words::Emphasis(plain(&self.words(inner)))],
                Inline::Break => vec![Words::Text("\n".to_owned())],
                Inline::Link { words, target } => {
                    let shown = plain(&self.words(words));
                    let address = target.trim_start_matches("https://").trim_start_matches("tel:");
                    let both = if shown == *target || shown == address {
                        shown
                    } else {
                        format!("{shown} ({address})")
                    };
                    vec![Words::Text(both)]
                }
                Inline::Limit { rule, words, without } => {
                    let meant = self.library.limits.meant(rule, words);
                    let told = if self.standing.any_holds(&meant) {
                        words
                    } else {
                        without.as_ref().unwrap_or(words)
                    };
                    vec![Words::Text(told.clone())]
                }
            })
            .collect()
    }

    fn who(&self, leaflet: &Leaflet) -> Option<Section> {
        let rows: Vec<Fact> = leaflet
            .front
            .who
            .iter()
            .filter_map(|helper| {
                let slot = self.library.slot(&helper.slot)?;
                let reach = self.standing.helpers.get(&helper.slot).cloned().unwrap_or_default();
                let name = reach.name.clone();
                let name = name.unwrap_or_else(|| slot.name_in(&leaflet.language).to_owned());
                let mut lines = vec![helper.why.clone()];
                let ways = [&reach.phone, &reach.hours, &reach.web];
                let ways: Vec<&str> = ways.into_iter().filter_map(Option::as_deref).collect();
                lines.extend((!ways.is_empty()).then(|| ways.join(" · ")));
                lines.extend(reach.address.as_ref().map(|address| address.replace('\n', ", ")));
                if reach.phone.is_none() && reach.address.is_none() && reach.web.is_none() {
                    lines.push(format!("{} ____________________", self.write(leaflet)));
                }
                Some(Fact::new(name, lines.join("\n")))
            })
            .collect();
        let heading = self.library.word(&leaflet.language, "who");
        (!rows.is_empty()).then(|| Section::new("who", heading, vec![Paper::Facts(rows)]))
    }

    fn write(&self, leaflet: &Leaflet) -> &str {
        self.library.word(&leaflet.language, "write")
    }

    /// Sources, the figures used, the day of review, what changed, and the one calm line.
    fn source(&self, head: &Letterhead, leaflet: &Leaflet, blocks: &[Block]) -> Section {
        let word = |name: &str| self.library.word(&leaflet.language, name);
        let front = &leaflet.front;
        // Citations are in Latin letters: between words that run the other way each needs a line.
        let is_mixed = runs_from_the_right(&leaflet.language);
        let mut lines: Vec<String> = front
            .sources
            .iter()
            .map(|source| {
                let all = [&source.title, &source.citation, &source.publisher];
                let told: Vec<_> = all.into_iter().filter(|t| !t.is_empty()).cloned().collect();
                told.join(if is_mixed { "\n" } else { ", " })
            })
            .collect();
        let told = self.authorities(blocks);
        if !told.is_empty() {
            if is_mixed {
                lines.push(word("limits").to_owned());
                lines.extend(told);
            } else {
                lines.push(format!("{}: {}.", word("limits"), told.join("; ")));
            }
        }
        let date = date_in(&leaflet.language, head.dates, front.reviewed.0);
        let mut last = vec![
            word("reviewed")
                .replace("{date}", &date)
                .replace("{version}", &leaflet.version.to_string()),
        ];
        let change = front.changes.iter().rev().find(|c| c.version == leaflet.version);
        if let Some(change) = change.filter(|change| change.version > 1) {
            last.push(word("changed").replace("{what}", &change.what));
        }
        last.push(word("advice").to_owned());
        lines.push(last.join(" "));
        let mut blocks = vec![Paper::Note(lines.join("\n"))];
        if let Some(link) = &front.link {
            blocks.extend(code(link));
        }
        Section::new("source", word("source"), blocks)
    }

    /// "30 days: 45 CFR 164.524(b)(2)" for every figure that is told.
    fn authorities(&self, blocks: &[Block]) -> Vec<String> {
        let mut told: Vec<String> = Vec::new();
        for (rule, words) in Block::limits(blocks) {
            let meant = self.library.limits.meant(rule, words);
            if !self.standing.any_holds(&meant) {
                continue;
            }
            let Some(first) = meant.first() else { continue };
            let line = format!("{words}: {}", first.authority);
            if !told.contains(&line) {
                told.push(line);
            }
        }
        told
    }
}

/// A date as readers of `language` write it; where that is not known here, as ISO writes it.
fn date_in(language: &str, dates: Dates, day: NaiveDate) -> String {
    const MONTHS: [&str; 12] = [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ];
    match base_of(language) {
        "en" => dates.day(day),
        "es" => {
            let month = usize::try_from(day.month0()).ok().and_then(|n| MONTHS.get(n));
            format!("{} de {} de {}", day.day(), month.copied().unwrap_or_default(), day.year())
        }
        // Slashes hold the parts of a date together between Arabic words; hyphens let them turn.
        _ if runs_from_the_right(language) => day.format("%Y/%m/%d").to_string(),
        _ => day.to_string(),
    }
}

fn plain(words: &[Words]) -> String {
    words
        .iter()
        .map(|piece| match piece {
            Words::Text(words) | Words::Strong(words) | Words::Emphasis(words) => words.as_str(),
        })
        .collect()
}

/// The square a phone can read, where the link fits in one.
fn code(link: &str) -> Option<Paper> {
    let code = qrcodegen::QrCode::encode_text(link, qrcodegen::QrCodeEcc::Medium).ok()?;
    let side = code.size();
    let mut dark = Vec::new();
    for y in 0..side {
        let mut x = 0;
        while x < side {
            let run = (x..side).take_while(|at| code.get_module(*at, y)).count();
            let length = i32::try_from(run).unwrap_or_default();
            if run > 0 {
                let place = |n: i32| usize::try_from(n).unwrap_or_default();
                dark.push((place(x), place(y), run));
            }
            x += length + 1;
        }
    }
    Some(Paper::Code {
        side: usize::try_from(side).unwrap_or_default(),
        dark,
        words: link.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use chrono::NaiveDate;
    use proptest::prelude::*;

    use super::super::library::shipped;
    use super::*;
    use crate::features::education::model::{
        Front, LeafletState, Purpose, ShippedDay, Source, Topic,
    };
    use crate::kernel::documents::{DateOrder, Paper as Size, render};

    /// Every element and attribute a paper may have.
    const ELEMENTS: [&str; 41] = [
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "div",
        "header",
        "main",
        "footer",
        "nav",
        "section",
        "h1",
        "h2",
        "h3",
        "h4",
        "p",
        "strong",
        "em",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "caption",
        "colgroup",
        "col",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "a",
        "bdi",
        "br",
        "figure",
        "figcaption",
        "svg",
        "path",
    ];
    const ATTRIBUTES: [&str; 20] = [
        "lang",
        "dir",
        "class",
        "charset",
        "http-equiv",
        "content",
        "name",
        "aria-label",
        "aria-labelledby",
        "id",
        "href",
        "style",
        "scope",
        "data-label",
        "role",
        "viewBox",
        "shape-rendering",
        "d",
        "!doctype",
        "html",
    ];

    fn head() -> Letterhead {
        Letterhead {
            office: "Test Office".into(),
            dates: Dates { order: DateOrder::Us, clock24: false },
            paper: Size::Letter,
            size: TextSize::Twelve,
        }
    }

    fn typed(body: &str) -> Leaflet {
        Leaflet {
            key: "k".into(),
            language: "en".into(),
            version: 1,
            purpose: Purpose::Leaflet,
            state: LeafletState::Published,
            title: "T".into(),
            front: Front {
                about: "A.".into(),
                topic: Topic::Rights,
                audiences: Vec::new(),
                profiles: Vec::new(),
                kinds: Vec::new(),
                rights: Vec::new(),
                units: Vec::new(),
                related: Vec::new(),
                reviewed: ShippedDay(NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()),
                sources: vec![Source {
                    title: "S".into(),
                    citation: "C".into(),
                    publisher: String::new(),
                }],
                key_points: Vec::new(),
                who: Vec::new(),
                changes: Vec::new(),
                source_version: None,
                link: None,
            },
            body: body.to_owned(),
        }
    }

    /// The names of elements and attributes in a file, outside its style.
    fn names(html: &str) -> (BTreeSet<String>, BTreeSet<String>) {
        let (before, rest) = html.split_once("<style>").unwrap();
        let (_, after) = rest.split_once("</style>").unwrap();
        let (mut elements, mut attributes) = (BTreeSet::new(), BTreeSet::new());
        for tag in before.split('<').chain(after.split('<')).skip(1) {
            let Some((inside, _)) = tag.split_once('>') else { continue };
            let mut parts = inside.trim_start_matches('/').splitn(2, char::is_whitespace);
            elements.insert(parts.next().unwrap().to_owned());
            // Values are quoted and hold no quote: what stands outside quotes are names.
            for (nth, part) in parts.next().unwrap_or_default().split('"').enumerate() {
                if nth % 2 == 0 {
                    let named = part.split_whitespace().map(|name| name.trim_end_matches('='));
                    attributes.extend(named.filter(|n| !n.is_empty()).map(str::to_owned));
                }
            }
        }
        (elements, attributes)
    }

    fn only_what_is_allowed(body: &str) {
        let document = leaflet(shipped(), &Standing::default(), &head(), &typed(body));
        let html = render(&document).unwrap();
        let (elements, attributes) = names(&html);
        for element in elements.iter().filter(|name| *name != "!doctype") {
            assert!(ELEMENTS.contains(&element.as_str()), "<{element}> from {body:?}");
        }
        for attribute in &attributes {
            assert!(ATTRIBUTES.contains(&attribute.as_str()), "{attribute}= from {body:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]
        #[test]
        fn no_markdown_yields_an_element_or_attribute_outside_the_set(
            pieces in prop::collection::vec(prop_oneof![
                ".{0,20}",
                prop::sample::select(vec![
                    "<script>", "</p>", "<img src=x onerror=y>", "![a](http://e/x.png)", "[a](javascript:1)",
                    "[a](https://e\" onclick=\"x)", "|a|b|\n|-|-|\n|c|", "\n- ", "\n1. ", "\n> ", "\n## ",
                    "**", "*", "`", "```\n", "{US-HIPAA-ACC|30 days}", "{X|<b>|c}", "&lt;", "\u{202E}", "\n\n",
                ]).prop_map(str::to_owned),
            ], 0..30)
        ) {
            only_what_is_allowed(&pieces.concat());
        }
    }

    #[test]
    fn every_shipped_leaflet_is_laid_out_alike_each_time() {
        for shipped_one in shipped().leaflets.values() {
            let make = || {
                let document =
                    leaflet(shipped(), &Standing::default(), &head(), &shipped_one.leaflet);
                render(&document).unwrap()
            };
            assert_eq!(make(), make());
        }
    }

    #[test]
    fn a_date_is_written_as_the_readers_write_it() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let dates = Dates { order: DateOrder::Us, clock24: false };
        assert_eq!(date_in("en", dates, day), "November 22, 2026");
        assert_eq!(date_in("es-MX", dates, day), "22 de noviembre de 2026");
        assert_eq!(date_in("ar", dates, day), "2026/11/22");
        assert_eq!(date_in("vi", dates, day), "2026-11-22");
    }

    #[test]
    fn the_square_has_its_three_finders() {
        let Some(Paper::Code { side, dark, .. }) = code("https://example.org") else {
            panic!("no square");
        };
        let is_dark = |x: usize, y: usize| {
            dark.iter().any(|(from, row, run)| *row == y && (*from..from + run).contains(&x))
        };
        for (x, y) in [(0, 0), (side - 7, 0), (0, side - 7)] {
            assert!((0..7).all(|n| is_dark(x + n, y) && is_dark(x, y + n)), "{x} {y}");
            assert!(!is_dark(x + 1, y + 1) && is_dark(x + 3, y + 3));
        }
        assert!(code(&"x".repeat(5_000)).is_none(), "what does not fit is left out");
    }
}
