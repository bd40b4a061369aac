//! A document as one HTML file that needs nothing else: its own style, its own font, its own rule
//! that nothing may be fetched. The same document always gives the same bytes.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Value;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, context};

use super::columns;
use super::document::{
    Block, Document, Fact, Inline, Layout, Paper, Rank, Table, TextSize, visible,
};
use crate::kernel::{Error, Result};

const TEMPLATE: &str = include_str!("../../../content/documents/document.html");
const WORDS: &str = include_str!("../../../content/documents/words.toml");
const STYLE: &str = include_str!("../../../content/documents/document.css");
const REGULAR: &[u8] = include_bytes!("../../../content/documents/atkinson-subset.woff2");
const SEMIBOLD: &[u8] = include_bytes!("../../../content/documents/atkinson-subset-semibold.woff2");

/// Steps a template may take. Ten thousand contacts need less than a million; a template that
/// never ends stops here, within a second.
const FUEL: u64 = 5_000_000;

/// A row with more text than this may break across pages, so that it leaves no empty half page.
const LONG_ROW: usize = 600;

/// `document` as one HTML file, ready to be printed or saved.
pub fn render(document: &Document) -> Result<String> {
    render_with(TEMPLATE, document)
}

fn render_with(template: &str, document: &Document) -> Result<String> {
    let run = || {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_auto_escape_callback(|_| AutoEscape::Html);
        environment.set_fuel(Some(FUEL));
        environment.set_syntax(
            SyntaxConfig::builder()
                .trim_blocks(true)
                .lstrip_blocks(true)
                .keep_trailing_newline(true)
                .build()?,
        );
        environment.template_from_named_str("document.html", template)?.render(page(document))
    };
    run().map_err(|error| failed(&error))
}

/// Only the place: what the engine says of a failure may quote the document.
fn failed(error: &minijinja::Error) -> Error {
    let line = error.line().unwrap_or_default();
    Error::bug(format!("document.html, line {line}: {:?}", error.kind()))
}

fn page(document: &Document) -> Value {
    let size = match document.paper {
        Paper::Letter => "letter",
        Paper::A4 => "a4",
    };
    let sections = document.sections.iter().enumerate().map(|(place, section)| {
        let rank = match section.rank {
            Rank::Plain => "plain",
            Rank::Opening => "opening",
            Rank::Under => "under",
        };
        context! {
            id => anchor(&section.id, place + 1),
            heading => shown(&section.heading),
            rank => rank,
            language => section.language.as_deref().map(shown),
            direction => section.language.as_deref().map(direction),
            blocks => section.blocks.iter().map(block).collect::<Value>(),
        }
    });
    context! {
        language => shown(&document.language),
        words => around(&document.language),
        direction => direction(&document.language),
        letterhead => document.letterhead.iter().map(|line| shown(line)).collect::<Value>(),
        title => shown(&document.title),
        confidential => shown(&document.confidential),
        lead => shown(&document.lead),
        head => facts(&document.head),
        contents => document.contents,
        sections => sections.collect::<Value>(),
        foot => shown(&document.foot),
        size => size,
        classes => classes(document),
        leaflet => document.layout == Layout::Leaflet,
        running_title => css_string(&document.title),
        running_foot => css_string(&document.foot),
        style => Value::from_safe_string(STYLE.to_owned()),
        regular => Value::from_safe_string(base64(REGULAR)),
        semibold => Value::from_safe_string(base64(SEMIBOLD)),
    }
}

/// The words the program itself puts around a document in `language`.
fn around(language: &str) -> Value {
    /// By language, then by use. The file is checked by `tests/rules`.
    static ALL: LazyLock<BTreeMap<String, BTreeMap<String, String>>> =
        LazyLock::new(|| toml::from_str(WORDS).unwrap_or_default());
    let base = language.split('-').next().unwrap_or_default();
    let word = |name: &str| {
        let of = |language: &str| ALL.get(language)?.get(name).map(String::as_str);
        of(base).or_else(|| of("en")).unwrap_or_default()
    };
    context! {
        contents => word("contents"),
        confidential => css_string(word("confidential")),
        page => page_counter(word("page")),
        end => word("end"),
    }
}

/// "Page {page} of {pages}" as CSS content.
fn page_counter(words: &str) -> Value {
    let (before, rest) = words.split_once("{page}").unwrap_or((words, ""));
    let (between, after) = rest.split_once("{pages}").unwrap_or((rest, ""));
    let string = |words: &str| css_string(words).to_string();
    Value::from_safe_string(format!(
        "{} counter(page) {} counter(pages) {}",
        string(before),
        string(between),
        string(after)
    ))
}

/// The classes that set the size of text and how it sits; none is 12 points with room around.
const fn classes(document: &Document) -> &'static str {
    match (document.layout, document.size) {
        (Layout::Record, TextSize::Twelve) => "",
        (Layout::Record, TextSize::Fourteen) => "large",
        (Layout::Record, TextSize::Eighteen) => "larger",
        (Layout::Leaflet, TextSize::Twelve) => "leaflet",
        (Layout::Leaflet, TextSize::Fourteen) => "leaflet large",
        (Layout::Leaflet, TextSize::Eighteen) => "leaflet larger",
    }
}

fn block(block: &Block) -> Value {
    match block {
        Block::Heading(words) => context! { kind => "heading", words => shown(words) },
        Block::Paragraph(pieces) => context! {
            kind => "paragraph",
            pieces => pieces.iter().map(inline).collect::<Value>(),
        },
        Block::Facts(rows) => context! { kind => "facts", rows => facts(rows) },
        Block::List { ordered, rows } => context! {
            kind => "list",
            ordered => ordered,
            rows => rows
                .iter()
                .map(|row| row.iter().map(self::block).collect::<Value>())
                .collect::<Value>(),
        },
        Block::Table(rows) => table(rows),
        Block::Note(words) => context! { kind => "note", words => lines(words) },
        Block::Line(words) => context! { kind => "line", words => shown(words) },
        Block::Code { side, dark, words } => context! {
            kind => "code",
            side => side,
            path => dark.iter().map(|(x, y, run)| format!("M{x} {y}h{run}v1h-{run}z")).collect::<String>(),
            words => shown(words),
        },
    }
}

fn inline(piece: &Inline) -> Value {
    let (voice, words) = match piece {
        Inline::Text(words) => ("plain", words),
        Inline::Strong(words) => ("strong", words),
        Inline::Emphasis(words) => ("emphasis", words),
    };
    context! { voice => voice, words => shown(words) }
}

fn facts(rows: &[Fact]) -> Value {
    rows.iter()
        .map(|fact| context! { term => shown(&fact.term), value => lines(&fact.value) })
        .collect()
}

fn table(table: &Table) -> Value {
    let width = table.head.len();
    let rows = table.rows.iter().map(|row| {
        let cells = (0..width).map(|n| shown(row.get(n).map_or("", String::as_str)));
        context! {
            long => row.iter().map(|cell| cell.chars().count()).sum::<usize>() > LONG_ROW,
            blank => row.iter().all(|cell| cell.trim().is_empty()),
            cells => cells.collect::<Value>(),
        }
    });
    context! {
        kind => "table",
        caption => shown(&table.caption),
        head => table.head.iter().map(|cell| shown(cell)).collect::<Value>(),
        widths => columns::shares(table).into_iter().collect::<Value>(),
        rows => rows.collect::<Value>(),
    }
}

/// Each line by itself and its own way: a phone number keeps its order between lines that run the
/// other way. The way is said outright, since not every engine works it out.
fn lines(text: &str) -> Value {
    visible(text)
        .split('\n')
        .map(|line| context! { words => line, dir => line_direction(line) })
        .collect()
}

/// Which way a line runs: that of its first letter.
fn line_direction(line: &str) -> &'static str {
    let is_from_the_right = |c: char| matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}');
    match line.chars().find(|c| c.is_alphabetic()) {
        Some(first) if is_from_the_right(first) => "rtl",
        _ => "ltr",
    }
}

fn shown(text: &str) -> Value {
    Value::from(visible(text))
}

/// An id for links within the file. The place keeps two sections of one name apart.
fn anchor(id: &str, place: usize) -> String {
    let plain: String =
        id.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    format!("s-{plain}-{place}")
}

/// Which way a page in `language` runs.
fn direction(language: &str) -> &'static str {
    if runs_from_the_right(language) { "rtl" } else { "ltr" }
}

/// Whether `language`, a BCP 47 tag, is written from right to left.
pub fn runs_from_the_right(language: &str) -> bool {
    matches!(
        language.split('-').next().unwrap_or_default(),
        "ar" | "arc" | "ckb" | "dv" | "fa" | "he" | "ps" | "sd" | "syr" | "ug" | "ur" | "yi"
    )
}

/// `text` as a CSS string: every character that could end it or mean something is spelled by
/// number, which also keeps `</style>` out.
fn css_string(text: &str) -> Value {
    let mut quoted = String::from("\"");
    for c in visible(text).chars() {
        if c.is_alphanumeric() || c == ' ' {
            quoted.push(c);
        } else {
            quoted.push_str(&format!("\\{:x} ", u32::from(c)));
        }
    }
    quoted.push('"');
    Value::from_safe_string(quoted)
}

/// RFC 4648 base64 with padding.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let byte = |n: usize| group.get(n).copied().map_or(0, usize::from);
        let bits = (byte(0) << 16) | (byte(1) << 8) | byte(2);
        for n in 0..4 {
            let letter = LETTERS.get((bits >> (18 - 6 * n)) & 63).copied().map_or('=', char::from);
            out.push(if n <= group.len() { letter } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::document::Section;
    use super::*;
    use crate::features::exports::summary::fixture::{empty_case, long_case};
    use crate::features::exports::summary::{CopyKind, summary};

    const NASTY: &str = "</style><script>x</script> \" ' & {{ 7 }} \\ \u{202E}";

    /// Every kind of block, with `text` in every place a text can stand.
    fn everywhere(text: &str) -> Document {
        let blocks = vec![
            Block::Heading(text.into()),
            Block::Paragraph(vec![
                Inline::Text(text.into()),
                Inline::Strong(text.into()),
                Inline::Emphasis(text.into()),
            ]),
            Block::Facts(vec![Fact::new(text, text)]),
            Block::points([text.to_owned()]),
            Block::List {
                ordered: true,
                rows: vec![vec![Block::text(text), Block::points([text.to_owned()])]],
            },
            Block::table(text, [text, text], vec![[text.into(), text.into()]]),
            Block::Note(text.into()),
            Block::Line(text.into()),
            Block::Code { side: 2, dark: vec![(0, 0, 2), (1, 1, 1)], words: text.into() },
        ];
        Document {
            language: text.into(),
            letterhead: vec![text.into()],
            title: text.into(),
            confidential: text.into(),
            lead: text.into(),
            head: vec![Fact::new(text, text)],
            contents: true,
            sections: [Rank::Plain, Rank::Opening, Rank::Under]
                .into_iter()
                .map(|rank| Section { rank, ..Section::new(text, text, blocks.clone()) })
                .collect(),
            foot: text.into(),
            paper: Paper::Letter,
            size: TextSize::Twelve,
            layout: Layout::Record,
        }
    }

    fn long_summary(copy: CopyKind) -> String {
        render(&summary(&long_case(120, copy, Paper::A4))).unwrap()
    }

    /// What stands between `from` and `to`, every time.
    fn between<'a>(html: &'a str, from: &'a str, to: &'a str) -> impl Iterator<Item = &'a str> {
        html.split(from).skip(1).map(move |rest| rest.split(to).next().unwrap())
    }

    #[test]
    fn the_file_is_laid_out_like_this() {
        let mut document = everywhere("Words");
        document.language = "en-US".into();
        document.sections.truncate(1);
        let html = render(&document).unwrap().replace(STYLE, "…\n");
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path("../../../../../tests/snapshots");
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.add_filter("base64,[A-Za-z0-9+/=]+", "base64,…");
        settings.bind(|| insta::assert_snapshot!("document", html));
    }

    #[test]
    fn the_same_document_gives_the_same_bytes() {
        assert_eq!(long_summary(CopyKind::Full), long_summary(CopyKind::Full));
    }

    #[test]
    fn no_text_can_become_markup_wherever_it_stands() {
        let html = render(&everywhere(NASTY)).unwrap();
        assert!(!html.contains("<script"), "a script got in");
        assert!(!html.contains('\u{202E}'), "a mark that reverses text got in");
        assert!(html.contains("{{ 7 }}"), "text was read as a template");
        // One style element, ended once.
        assert_eq!(html.matches("</style>").count(), 1);
        // The texts of three sections (1 heading, 3 paragraph, 2 facts, 1 + 2 lists, 5 table and its
        // label, 1 note, 1 line, 2 code, 1 its heading), the link to the one that opens, the letterhead, the head,
        // lead, title, heading, language, confidential line and foot.
        let told = html.matches("&lt;script&gt;x").count();
        assert_eq!(told, 3 * (1 + 3 + 2 + 3 + 6 + 1 + 1 + 2 + 1) + 1 + 1 + 2 + 6);
    }

    #[test]
    fn a_title_cannot_leave_its_css_string() {
        let quoted = css_string("a\"; } </style> \\ \n é");
        let quoted = quoted.as_str().unwrap();
        assert_eq!(quoted, r#""a\22 \3b  \7d  \3c \2f style\3e  \5c  \a  é""#);
    }

    #[test]
    fn nothing_outside_the_file_is_named() {
        let html = long_summary(CopyKind::Full);
        let sources: BTreeSet<&str> = between(&html, "url(", ";").collect();
        assert_eq!(sources, BTreeSet::from(["data:font/woff2"]));
        let links: Vec<&str> = between(&html, "href=\"", "\"").collect();
        assert!(!links.is_empty() && links.iter().all(|link| link.starts_with("#s-")), "{links:?}");
        for outside in ["<link", "<img", "<iframe", "@import", " src="] {
            // The fixture types an image; escaped, it is only text.
            let marked = html.replace("&lt;img src=", "");
            assert!(!marked.contains(outside), "{outside}");
        }
        assert!(html.contains("default-src 'none'; style-src 'unsafe-inline'"));
    }

    #[test]
    fn every_tag_is_closed_in_order_and_every_id_stands_once() {
        for html in [
            long_summary(CopyKind::Full),
            long_summary(CopyKind::Patient),
            render(&summary(&empty_case())).unwrap(),
            render(&everywhere(NASTY)).unwrap(),
        ] {
            let body = html.split("</style>").nth(1).unwrap();
            let mut open = vec!["html", "head"];
            for tag in between(body, "<", ">") {
                let name = tag.split([' ', '\n']).next().unwrap();
                match name.strip_prefix('/') {
                    Some(closed) => assert_eq!(open.pop(), Some(closed)),
                    None if matches!(name, "br" | "col" | "meta") => {}
                    None => open.push(name),
                }
            }
            assert_eq!(open, Vec::<&str>::new());
            let ids: Vec<&str> = between(body, " id=\"", "\"").collect();
            assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
            for link in between(body, "href=\"#", "\"") {
                assert!(ids.contains(&link), "{link} leads nowhere");
            }
        }
    }

    #[test]
    fn a_screen_reader_finds_its_way() {
        let html = long_summary(CopyKind::Patient);
        for once in ["<h1 ", "<main>", "<header>", "<nav ", "<footer>", "<title>"] {
            assert_eq!(html.matches(once).count(), 1, "{once}");
        }
        assert!(
            html.starts_with("<!doctype html>\n<html lang=\"en-GB\" dir=\"ltr\" class=\"large\">")
        );
        let tables = html.matches("<table>").count();
        assert!(tables > 9);
        assert_eq!(html.matches("<caption ").count(), tables);
        assert_eq!(html.matches("<thead>").count(), tables);
        let heads = html.matches("<th ").count();
        assert_eq!(
            html.matches("<th scope=\"col\" ").count() + html.matches("<th scope=\"row\" ").count(),
            heads
        );
    }

    #[test]
    fn the_paper_and_the_size_of_print_are_the_documents() {
        let mut document = everywhere("x");
        for (paper, size) in [(Paper::Letter, "size: letter;"), (Paper::A4, "size: a4;")] {
            document.paper = paper;
            assert!(render(&document).unwrap().contains(size));
        }
        assert!(!render(&document).unwrap().contains("<html lang=\"x\" dir=\"ltr\" class"));
        for (size, class) in [(TextSize::Fourteen, "large"), (TextSize::Eighteen, "larger")] {
            document.size = size;
            assert!(render(&document).unwrap().contains(&format!("dir=\"ltr\" class=\"{class}\"")));
        }
    }

    #[test]
    fn no_text_is_smaller_than_the_body() {
        let sizes: Vec<&str> = between(STYLE, "font-size: ", ";").collect();
        assert!(sizes.len() > 4);
        for size in sizes {
            let digits = size.trim_end_matches(|c: char| c.is_alphabetic() || c == '%');
            let least = match size.get(digits.len()..).unwrap() {
                "rem" => 1.0,
                "%" => 100.0,
                "pt" => 12.0,
                other => panic!("{other} does not grow with the body"),
            };
            assert!(digits.parse::<f64>().unwrap() >= least, "{size}");
        }
        assert!(TEMPLATE.contains("font: 12pt/") && !TEMPLATE.contains("font-size"));
    }

    #[test]
    fn a_document_in_arabic_runs_from_right_to_left() {
        let mut document = everywhere("x");
        document.language = "ar-EG".into();
        assert!(render(&document).unwrap().contains("<html lang=\"ar-EG\" dir=\"rtl\""));
    }

    #[test]
    fn a_phone_number_keeps_its_order_beside_arabic() {
        let mut document = everywhere("x");
        document.language = "ar".into();
        document.head = vec![Fact::new("ت", "نستمع إليك.\n(555) 010-0142")];
        let html = render(&document).unwrap();
        assert!(html.contains(
            "<bdi dir=\"rtl\">نستمع إليك.</bdi><br><bdi dir=\"ltr\">(555) 010-0142</bdi>"
        ));
    }

    #[test]
    fn a_row_with_too_few_cells_is_filled_up() {
        let mut document = everywhere("x");
        let table = Table {
            caption: "c".into(),
            head: vec!["a".into(), "b".into()],
            rows: vec![vec!["only".into()]],
        };
        document.sections = vec![Section::new("s", "S", vec![Block::Table(table)])];
        let html = render(&document).unwrap();
        assert!(html.contains("only</th>\n<td dir=\"auto\" data-label=\"b\"></td>\n</tr>"));
    }

    #[test]
    fn a_template_that_names_what_is_not_there_fails_without_quoting_the_document() {
        let failure = render_with("{{ title }}{{ titel }}", &everywhere("Ruth")).unwrap_err();
        let source = std::error::Error::source(&failure).unwrap().to_string();
        assert!(source.contains("UndefinedError"), "{source}");
        assert!(!format!("{failure:?}").contains("Ruth"));
    }

    #[test]
    fn a_template_that_never_ends_is_stopped() {
        let endless =
            "{% for a in range(9999) %}{% for b in range(9999) %}{{ a }}{% endfor %}{% endfor %}";
        let failure = render_with(endless, &everywhere("x")).unwrap_err();
        let source = std::error::Error::source(&failure).unwrap().to_string();
        assert!(source.contains("OutOfFuel"), "{source}");
    }

    #[test]
    fn a_case_with_thousands_of_contacts_is_not_stopped() {
        let html = render(&summary(&long_case(3_000, CopyKind::Full, Paper::Letter))).unwrap();
        assert!(html.contains("Entry 2999."));
    }

    #[test]
    fn base64_is_that_of_the_standard() {
        for (bytes, letters) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(bytes.as_bytes()), letters);
        }
        assert_eq!(base64(&[0xFB, 0xFF]), "+/8=");
    }

    #[test]
    fn the_fonts_are_small_enough_to_travel_in_every_file() {
        for font in [REGULAR, SEMIBOLD] {
            assert!(font.starts_with(b"wOF2") && font.len() < 40 * 1024);
        }
    }
}
