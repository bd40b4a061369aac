//! Reads a leaflet's Markdown into a tree that is small, shallow and safe to draw.
//!
//! Nothing a person typed is dropped without being named, and no text, however it is nested, is
//! read by recursion.

mod grid;
mod marks;
mod notes;
mod run;
mod source;
mod stack;
#[cfg(test)]
mod tests;

use std::ops::Range;

use pulldown_cmark::{
    CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd,
};

use self::grid::Grid;
use self::marks::Marked;
use self::notes::Notes;
use self::run::{Run, Wrap};
use self::source::{DEEP_LIST, DEEP_QUOTE};
use self::stack::Stack;
use crate::features::education::model::{Block, Reading};

/// The most levels a tree has: quotes and lists, the block, what wraps the words, the words.
const DEPTH: usize = 8;

const HTML: &str = "Web code (HTML) is not used here. It is shown as typed.";

/// Reads `markdown`. The same text gives the same tree.
pub fn read(markdown: &str) -> Reading {
    let mut notes = Notes::default();
    let ready = source::prepare(markdown, &mut notes);
    let marked = Marked::new(&ready, &mut notes);
    let lines = Lines::new(&marked.text);
    let parser = Parser::new_ext(&marked.text, Options::ENABLE_TABLES);
    name_hidden_lines(&parser, &lines, &mut notes);
    let mut reader = Reader::new(&marked, lines, notes);
    for (event, place) in parser.into_offset_iter() {
        reader.take(event, place);
    }
    Reading { blocks: reader.stack.finish(), left_out: reader.notes.finish() }
}

/// Names the lines that read as an address for links elsewhere, and so are not shown, when no link
/// may lead there: `[Note]: urgent` is such a line.
fn name_hidden_lines(parser: &Parser<'_>, lines: &Lines, notes: &mut Notes) {
    for (_, definition) in parser.reference_definitions().iter() {
        if target(LinkType::Reference, &definition.dest).is_none() {
            notes.add(
                lines.of(definition.span.start),
                "A line that begins with words in square brackets and a colon was left out.",
            );
        }
    }
}

/// Where a link leads, when it may lead there.
fn target(kind: LinkType, address: &str) -> Option<String> {
    if kind == LinkType::Email {
        return Some(format!("mailto:{address}"));
    }
    let (scheme, rest) = address.split_once(':')?;
    let known =
        ["https", "http", "mailto", "tel"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    let odd = rest.is_empty() || address.chars().any(|c| c.is_control() || c.is_whitespace());
    (known && !odd).then(|| address.to_owned())
}

/// Where the lines of a text begin.
struct Lines(Vec<usize>);

impl Lines {
    fn new(text: &str) -> Self {
        Self(text.match_indices('\n').map(|(end, _)| end + 1).collect())
    }

    /// The line that `place` is on, counted from 1.
    fn of(&self, place: usize) -> u32 {
        source::number(self.0.partition_point(|start| *start <= place) + 1)
    }
}

/// What the words that are being read belong to.
#[derive(Clone, Copy)]
enum Leaf {
    Paragraph,
    Heading(u8),
}

struct Reader<'a> {
    marked: &'a Marked,
    lines: Lines,
    notes: Notes,
    stack: Stack,
    leaf: Option<Leaf>,
    grid: Option<Grid>,
    run: Run,
    /// Inside a code block: words are shown as they were typed.
    typed: bool,
    /// For each picture that is open, how much text there was before its description.
    pictures: Vec<usize>,
}

impl<'a> Reader<'a> {
    fn new(marked: &'a Marked, lines: Lines, notes: Notes) -> Self {
        Self {
            marked,
            lines,
            notes,
            stack: Stack::default(),
            leaf: None,
            grid: None,
            run: Run::default(),
            typed: false,
            pictures: Vec::new(),
        }
    }

    fn take(&mut self, event: Event<'_>, place: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, place),
            Event::End(tag) => self.end(tag, place.start),
            Event::Text(text) => self.words(&text),
            Event::Code(text) | Event::Html(text) => self.as_typed(&text),
            Event::InlineHtml(text) => {
                self.name(place.start, HTML);
                self.as_typed(&text);
            }
            Event::SoftBreak => self.words(" "),
            Event::HardBreak => {
                self.open_leaf();
                self.run.line_break();
            }
            Event::Rule => self.end_leaf(),
            // The parser is not asked for footnotes, formulas and boxes to tick.
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, place: Range<usize>) {
        match tag {
            Tag::Emphasis => self.wrap(Wrap::Emphasis),
            Tag::Strong => self.wrap(Wrap::Strong),
            Tag::Link { link_type, dest_url, .. } => {
                self.start_link(link_type, &dest_url, place.start);
            }
            Tag::Image { .. } => {
                self.open_leaf();
                self.pictures.push(self.run.written());
            }
            Tag::TableRow => self.check_row(place),
            Tag::TableHead | Tag::TableCell => {}
            block => {
                self.end_leaf();
                self.start_block(block, place.start);
            }
        }
    }

    fn start_block(&mut self, tag: Tag<'_>, place: usize) {
        match tag {
            Tag::Paragraph => self.leaf = Some(Leaf::Paragraph),
            Tag::Heading { level, .. } => {
                let level = if level <= HeadingLevel::H2 { 2 } else { 3 };
                self.leaf = Some(Leaf::Heading(level));
            }
            Tag::BlockQuote(_) => self.start_quote(place),
            Tag::List(first) => self.start_list(first, place),
            Tag::Item => self.stack.open_point(),
            Tag::CodeBlock(kind) => self.start_code(&kind),
            Tag::HtmlBlock => {
                self.leaf = Some(Leaf::Paragraph);
                self.name(place, HTML);
            }
            Tag::Table(columns) => {
                let line = self.lines.of(place);
                self.grid = Some(Grid::new(line, columns.len(), &mut self.notes));
            }
            _ => {}
        }
    }

    fn start_quote(&mut self, place: usize) {
        if !self.stack.open_quote() {
            self.name(place, DEEP_QUOTE);
        }
    }

    fn start_list(&mut self, first: Option<u64>, place: usize) {
        if !self.stack.open_list(first.is_some()) {
            self.name(place, DEEP_LIST);
        }
        if first.is_some_and(|first| first != 1) {
            self.name(
                place,
                "A numbered list does not begin at 1 where it was typed. Here it does.",
            );
        }
    }

    fn start_code(&mut self, kind: &CodeBlockKind<'_>) {
        self.leaf = Some(Leaf::Paragraph);
        self.typed = true;
        if let CodeBlockKind::Fenced(beside) = kind
            && !beside.is_empty()
        {
            self.as_typed(beside);
            self.run.line_break();
        }
    }

    fn start_link(&mut self, kind: LinkType, address: &CowStr<'_>, place: usize) {
        let target = target(kind, &self.marked.as_typed(address));
        if target.is_none() {
            self.name(
                place,
                "A link may only lead to a web page, e-mail or phone. Its words are shown.",
            );
        }
        let asked = target.is_some();
        self.open_leaf();
        let kept = self.run.start(target.map(Wrap::Link), self.room());
        if asked && !kept {
            self.name(place, "A link is nested too deep. Its words are shown.");
        }
    }

    fn wrap(&mut self, wrap: Wrap) {
        self.open_leaf();
        self.run.start(Some(wrap), self.room());
    }

    fn check_row(&mut self, place: Range<usize>) {
        let line = self.lines.of(place.start);
        if let (Some(grid), Some(typed)) = (&self.grid, self.marked.text.get(place)) {
            grid.check(line, typed, &mut self.notes);
        }
    }

    fn end(&mut self, tag: TagEnd, place: usize) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link => self.run.end(self.marked),
            TagEnd::Image => self.end_picture(place),
            TagEnd::TableCell => {
                let words = self.run.finish(self.marked).unwrap_or_default();
                self.grid.iter_mut().for_each(|grid| grid.cell(words.clone()));
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                if let Some(grid) = &mut self.grid {
                    grid.end_row(&mut self.notes);
                }
            }
            TagEnd::Table => {
                let table = self.grid.take().and_then(Grid::finish);
                table.into_iter().for_each(|table| self.stack.push(table));
            }
            block => {
                self.end_leaf();
                self.end_block(block);
            }
        }
    }

    fn end_block(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::BlockQuote(_) => self.stack.close_quote(),
            TagEnd::List(_) => self.stack.close_list(),
            TagEnd::Item => self.stack.close_point(),
            TagEnd::CodeBlock => self.typed = false,
            _ => {}
        }
    }

    fn end_picture(&mut self, place: usize) {
        let before = self.pictures.pop().unwrap_or_default();
        let what = if self.run.written() > before {
            "A picture was left out; its description is shown."
        } else {
            "A picture without a description was left out."
        };
        self.name(place, what);
    }

    fn words(&mut self, text: &str) {
        if self.typed {
            self.as_typed(text);
        } else {
            self.open_leaf();
            self.run.text(text);
        }
    }

    fn as_typed(&mut self, text: &str) {
        self.open_leaf();
        self.run.lines(&self.marked.as_typed(text));
    }

    /// Words may stand in a point or a quote without a paragraph of their own.
    fn open_leaf(&mut self) {
        if self.leaf.is_none() && self.grid.is_none() {
            self.leaf = Some(Leaf::Paragraph);
        }
    }

    fn end_leaf(&mut self) {
        let Some(leaf) = self.leaf.take() else { return };
        if let Some(words) = self.run.finish(self.marked) {
            self.stack.push(match leaf {
                Leaf::Paragraph => Block::Paragraph(words),
                Leaf::Heading(level) => Block::Heading { level, text: words },
            });
        }
    }

    /// How many more levels words may be wrapped in: all but the block and the words themselves.
    fn room(&self) -> usize {
        DEPTH.saturating_sub(2 + self.stack.depth())
    }

    fn name(&mut self, place: usize, what: &str) {
        self.notes.add(self.lines.of(place), what);
    }
}
