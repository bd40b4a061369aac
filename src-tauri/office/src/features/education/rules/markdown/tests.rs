//! What [`read`] makes of ordinary, odd and hostile texts.

use proptest::prelude::*;

use super::read;
use crate::features::education::model::{Block, Inline};

fn text(words: &str) -> Inline {
    Inline::Text(words.into())
}

fn paragraph(words: &str) -> Block {
    Block::Paragraph(vec![text(words)])
}

fn limit(rule: &str, words: &str, without: Option<&str>) -> Inline {
    Inline::Limit { rule: rule.into(), words: words.into(), without: without.map(str::to_owned) }
}

fn list(points: Vec<Vec<Block>>) -> Block {
    Block::List { ordered: false, items: points }
}

fn blocks(markdown: &str) -> Vec<Block> {
    let reading = read(markdown);
    assert_eq!(reading.left_out, [], "{markdown}");
    reading.blocks
}

fn named(markdown: &str) -> Vec<(u32, String)> {
    read(markdown).left_out.into_iter().map(|l| (l.line, l.what)).collect()
}

/// How deep `blocks` go, the words counted.
fn depth(blocks: &[Block]) -> usize {
    let each = blocks.iter().map(|block| match block {
        Block::Heading { text, .. } | Block::Paragraph(text) => run_depth(text),
        Block::List { items, .. } => items.iter().map(|point| depth(point)).max().unwrap_or(0),
        Block::Table { head, rows } => {
            head.iter().chain(rows.iter().flatten()).map(|c| run_depth(c)).max().unwrap_or(0)
        }
        Block::Quote(blocks) => depth(blocks),
    });
    1 + each.max().unwrap_or(0)
}

fn run_depth(run: &[Inline]) -> usize {
    let each = run.iter().map(|piece| match piece {
        Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { words: inner, .. } => {
            1 + run_depth(inner)
        }
        _ => 1,
    });
    each.max().unwrap_or(0)
}

/// Every word of `blocks`, in order.
fn flat(blocks: &[Block], out: &mut String) {
    for block in blocks {
        match block {
            Block::Heading { text, .. } | Block::Paragraph(text) => flat_run(text, out),
            Block::List { items, .. } => items.iter().for_each(|point| flat(point, out)),
            Block::Table { head, rows } => {
                for cell in head.iter().chain(rows.iter().flatten()) {
                    flat_run(cell, out);
                    out.push(' ');
                }
            }
            Block::Quote(blocks) => flat(blocks, out),
        }
        out.push(' ');
    }
}

fn flat_run(run: &[Inline], out: &mut String) {
    for piece in run {
        match piece {
            Inline::Text(text) => out.push_str(text),
            Inline::Strong(inner) | Inline::Emphasis(inner) => flat_run(inner, out),
            Inline::Link { words, .. } => flat_run(words, out),
            Inline::Limit { words, .. } => out.push_str(words),
            Inline::Break => out.push(' '),
        }
    }
}

fn words(blocks: &[Block]) -> Vec<String> {
    let mut out = String::new();
    flat(blocks, &mut out);
    out.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn a_leaflet_is_read_in_its_parts() {
    assert_eq!(
        blocks(
            "# A\n\n## Your rights\nYou can **ask**\nus.\\\nToday.\n\n#### Small\n\n1. One\n2. *Two*\n\n---\n\n- a\n\n  b\n"
        ),
        [
            Block::Heading { level: 2, text: vec![text("A")] },
            Block::Heading { level: 2, text: vec![text("Your rights")] },
            Block::Paragraph(vec![
                text("You can "),
                Inline::Strong(vec![text("ask")]),
                text(" us."),
                Inline::Break,
                text("Today."),
            ]),
            Block::Heading { level: 3, text: vec![text("Small")] },
            Block::List {
                ordered: true,
                items: vec![
                    vec![paragraph("One")],
                    vec![Block::Paragraph(vec![Inline::Emphasis(vec![text("Two")])])],
                ],
            },
            list(vec![vec![paragraph("a"), paragraph("b")]]),
        ]
    );
}

#[test]
fn marks_work_in_text_lists_bold_words_and_tables() {
    let read = blocks(
        "Ask in {US-A-B|30 days|our time}.\n\n- **{US-A-B|30 days}**\n\n| When | Who |\n|---|---|\n| {US-A-B|30 days|soon} | us |\n",
    );
    assert_eq!(
        read,
        [
            Block::Paragraph(vec![
                text("Ask in "),
                limit("US-A-B", "30 days", Some("our time")),
                text("."),
            ]),
            list(vec![vec![Block::Paragraph(vec![Inline::Strong(vec![limit(
                "US-A-B", "30 days", None
            )])])]]),
            Block::Table {
                head: vec![vec![text("When")], vec![text("Who")]],
                rows: vec![vec![vec![limit("US-A-B", "30 days", Some("soon"))], vec![text("us")]]],
            },
        ]
    );
}

#[test]
fn a_mark_in_code_or_in_an_address_stays_as_typed() {
    assert_eq!(blocks("a `{US-A-B|30 days}`"), [paragraph("a {US-A-B|30 days}")]);
    assert_eq!(
        blocks("[a](https://b.c/{US-A-B|30})"),
        [Block::Paragraph(vec![Inline::Link {
            words: vec![text("a")],
            target: "https://b.c/{US-A-B|30}".into(),
        }])]
    );
}

#[test]
fn a_mark_that_cannot_be_read_is_shown_and_named_with_its_line() {
    let reading = read("a\n\nb\nin {US-A-B|30 days||} c");
    assert_eq!(reading.blocks, [paragraph("a"), paragraph("b in {US-A-B|30 days||} c")]);
    assert_eq!(reading.left_out.len(), 1);
    assert_eq!(reading.left_out[0].line, 4);
}

#[test]
fn web_code_is_shown_as_typed_and_named_with_its_line() {
    let reading = read("a <b>c</b>\n\n<script>\nalert(1)\n</script>\n\n<!-- d -->\n");
    assert_eq!(
        reading.blocks,
        [
            paragraph("a <b>c</b>"),
            Block::Paragraph(vec![
                text("<script>"),
                Inline::Break,
                text("alert(1)"),
                Inline::Break,
                text("</script>"),
            ]),
            paragraph("<!-- d -->"),
        ]
    );
    let lines: Vec<u32> = reading.left_out.iter().map(|l| l.line).collect();
    assert_eq!(lines, [1, 3, 7]);
}

#[test]
fn a_picture_leaves_its_description() {
    let reading = read("a ![a *cat*](https://b.c/d.png) e\n\n![](f)\n");
    assert_eq!(
        reading.blocks,
        [Block::Paragraph(vec![text("a a "), Inline::Emphasis(vec![text("cat")]), text(" e"),])]
    );
    assert_eq!(
        named("a ![a *cat*](https://b.c/d.png) e\n\n![](f)\n"),
        [
            (1, "A picture was left out; its description is shown.".into()),
            (3, "A picture without a description was left out.".into()),
        ]
    );
}

#[test]
fn links_lead_to_pages_mail_and_phones_only() {
    for (typed, target) in [
        ("[a](https://b.c)", Some("https://b.c")),
        ("[a](HTTP://b.c)", Some("HTTP://b.c")),
        ("[a](mailto:b@c.d)", Some("mailto:b@c.d")),
        ("[a](tel:+1-800-633-4227)", Some("tel:+1-800-633-4227")),
        ("[a][d]\n\n[d]: https://b.c", Some("https://b.c")),
        ("[a](javascript:alert)", None),
        ("[a](JaVaScRiPt:alert)", None),
        ("[a](data:text/html,b)", None),
        ("[a](file:///etc/passwd)", None),
        ("[a](https:)", None),
        ("[a](b.md)", None),
        ("[a](//b.c)", None),
        ("[a](&#1;javascript:b)", None),
        ("[a](<https://b c>)", None),
    ] {
        let reading = read(typed);
        let expected = match target {
            Some(target) => Inline::Link { words: vec![text("a")], target: target.into() },
            None => text("a"),
        };
        assert_eq!(reading.blocks, [Block::Paragraph(vec![expected])], "{typed}");
        assert_eq!(reading.left_out.len(), usize::from(target.is_none()), "{typed}");
    }
}

#[test]
fn an_address_in_angle_brackets_is_a_link_and_a_link_without_words_shows_its_address() {
    for (typed, words, target) in [
        ("<a@b.c>", "a@b.c", "mailto:a@b.c"),
        ("<https://a.b>", "https://a.b", "https://a.b"),
        ("[](https://a.b)", "https://a.b", "https://a.b"),
    ] {
        assert_eq!(
            blocks(typed),
            [Block::Paragraph(vec![Inline::Link {
                words: vec![text(words)],
                target: target.into(),
            }])],
            "{typed}"
        );
    }
}

#[test]
fn a_line_the_parser_hides_is_named() {
    assert_eq!(named("a\n\n[Note]: urgent\n").iter().map(|n| n.0).collect::<Vec<_>>(), [3]);
    assert_eq!(named("[a]\n\n[a]: https://b.c\n"), []);
}

#[test]
fn code_is_text_with_its_lines() {
    let lines = |first: &str, second: &str| {
        Block::Paragraph(vec![text(first), Inline::Break, text(second)])
    };
    assert_eq!(blocks("```\na *b*\n<c>\n```"), [lines("a *b*", "<c>")]);
    assert_eq!(blocks("```words\na\n```"), [lines("words", "a")]);
    assert_eq!(blocks("    a\n    b\n"), [lines("a", "b")]);
}

#[test]
fn footnotes_and_boxes_and_struck_words_are_text() {
    assert_eq!(blocks("a[^1] ~~b~~"), [paragraph("a[^1] ~~b~~")]);
    assert_eq!(blocks("- [ ] a"), [list(vec![vec![paragraph("[ ] a")]])]);
}

#[test]
fn empty_blocks_are_dropped() {
    assert_eq!(blocks("#\n\n-\n-\n\n>\n\n** **\n\n---\n"), []);
    assert_eq!(blocks("- a\n-\n"), [list(vec![vec![paragraph("a")]])]);
    assert_eq!(blocks("||\n|-|\n||\n"), []);
}

#[test]
fn lists_past_the_third_level_join_it_and_are_named() {
    let reading = read("- a\n  - b\n    - c\n      - d\n        - e\n    - f\n- g\n");
    let third = list(["c", "d", "e", "f"].map(|words| vec![paragraph(words)]).to_vec());
    assert_eq!(
        reading.blocks,
        [list(vec![
            vec![paragraph("a"), list(vec![vec![paragraph("b"), third]])],
            vec![paragraph("g")],
        ])]
    );
    let lines: Vec<u32> = reading.left_out.iter().map(|l| l.line).collect();
    assert_eq!(lines, [4, 5]);
}

#[test]
fn quotes_past_the_second_level_join_it_and_are_named() {
    let reading = read("> a\n> > b\n> > > c\n");
    assert_eq!(
        reading.blocks,
        [Block::Quote(vec![paragraph("a"), Block::Quote(vec![paragraph("b"), paragraph("c")]),])]
    );
    assert_eq!(reading.left_out.iter().map(|l| l.line).collect::<Vec<_>>(), [3]);
}

#[test]
fn where_there_is_no_room_left_a_link_becomes_its_words_and_is_named() {
    let reading = read("> > - - - *[a](https://b.c)*\n");
    assert_eq!(depth(&reading.blocks), 8);
    assert_eq!(words(&reading.blocks), ["a"]);
    assert_eq!(reading.left_out.len(), 1);
    assert_eq!(depth(&blocks("> - - - *[a](https://b.c)*\n")), 8);
}

#[test]
fn wide_and_long_tables_are_cut_and_named_once() {
    let row = format!("|{}\n", "a|".repeat(8));
    let typed = format!("b\n\n{row}|{}\n{}", "-|".repeat(8), row.repeat(103));
    let reading = read(&typed);
    let Some(Block::Table { head, rows }) = reading.blocks.get(1) else {
        panic!("no table");
    };
    assert_eq!((head.len(), rows.len()), (6, 100));
    assert!(rows.iter().all(|row| row.len() == 6));
    assert_eq!(reading.left_out.iter().map(|l| l.line).collect::<Vec<_>>(), [3, 3]);
}

#[test]
fn cells_under_no_heading_are_named_with_their_row() {
    let typed = "|a|b|\n|-|-|\n|c|d|\n|c|d|e|\n|c \\| x|d|\n|c\n";
    assert_eq!(named(typed).iter().map(|n| n.0).collect::<Vec<_>>(), [4]);
}

#[test]
fn a_list_that_begins_elsewhere_is_named() {
    assert_eq!(named("1. a\n2. b\n"), []);
    assert_eq!(named("3. a\n4. b\n").iter().map(|n| n.0).collect::<Vec<_>>(), [1]);
}

#[test]
fn a_text_that_is_too_long_is_cut_and_named() {
    let typed = "ab\n".repeat(70_000);
    let reading = read(&typed);
    assert_eq!(words(&reading.blocks).len(), 200_000_usize.div_ceil(3));
    assert_eq!(reading.left_out.len(), 1);
    assert_eq!(reading.left_out[0].line, 66_667);
}

/// Texts that nest, repeat or leave open as much as fits.
fn hostile() -> Vec<String> {
    let n = 200_000;
    let deep_list = |levels: usize| -> String {
        (0..levels).map(|k| format!("{}{}a\n", " ".repeat(16 * k), "- ".repeat(8))).collect()
    };
    vec![
        ">".repeat(n),
        "> ".repeat(n / 4) + "a" + &"\nb".repeat(n / 4),
        "> ".repeat(n / 4) + "a" + &"\n> b".repeat(n / 8),
        "- ".repeat(n / 2 - 1) + "a",
        "1. ".repeat(n / 6) + "a" + &"\n".repeat(n / 2),
        (0..440).map(|k| " ".repeat(2 * k) + "- a\n").collect(),
        deep_list(100) + &"\nb".repeat(n / 5),
        deep_list(100) + &"\n".repeat(n / 3),
        "*".repeat(n / 2) + "a" + &"*".repeat(n / 2 - 1),
        "*a_ ".repeat(n / 4),
        "*a **b ".repeat(n / 7),
        "*a **b ".repeat(n / 14) + &"c** d* ".repeat(n / 14),
        "[".repeat(n),
        "![".repeat(n / 2),
        "[".repeat(n / 2) + &"]".repeat(n / 2),
        "[![".repeat(n / 6) + &"](a)".repeat(n / 8),
        "{".repeat(n),
        "{A-B|a".repeat(n / 6),
        "{A-B|a}".repeat(n / 7),
        "<a ".repeat(n / 3),
        "<a>".repeat(n / 3),
        "|".to_owned()
            + &"a|".repeat(n / 6)
            + "\n|"
            + &"-|".repeat(n / 6)
            + "\n"
            + &"|a\n".repeat(n / 9),
        "|a\n".repeat(n / 3),
        "`".repeat(n),
        "\\".repeat(n),
        "&".repeat(n),
        "\r".repeat(n),
        "\0".repeat(n),
        "\u{F0000}".repeat(n / 4),
    ]
}

#[test]
fn hostile_texts_are_read_to_the_end_and_stay_shallow() {
    for typed in hostile() {
        let reading = read(&typed);
        assert!(depth(&reading.blocks) <= 8, "{:.20}", typed);
        drop(reading);
    }
}

/// Text out of the signs that mean something.
fn signs() -> impl Strategy<Value = String> {
    let sign = prop::sample::select(vec![
        "*",
        "**",
        "_",
        "`",
        "```\n",
        "[",
        "]",
        "(",
        ")",
        "!",
        "<",
        ">",
        "> ",
        "- ",
        "1. ",
        "\n",
        "\n\n",
        "    ",
        "  ",
        "|",
        "|-|-|\n",
        "{",
        "}",
        "{A-B|c}",
        "{A-B|c|d}",
        "\\",
        "&amp;",
        "#",
        "## ",
        "---\n",
        "===\n",
        "a",
        "b c",
        "<b>",
        "<!--",
        "](https://a.b)",
        "](x)",
        "[a]: b\n",
        "\u{F0000}",
        "\u{202E}",
        "\t",
        "\r\n",
        "ä",
        "0",
    ]);
    prop::collection::vec(sign, 0..60).prop_map(|signs| signs.concat())
}

/// A block and the words in it.
fn plain_block() -> impl Strategy<Value = (String, Vec<String>)> {
    let line = prop::collection::vec("[a-z]{1,6}[.,;:?]?", 1..6);
    let before = prop::sample::select(vec![
        "",
        "- ",
        "1. ",
        "> ",
        "## ",
        "> > > > ",
        "- - - - - ",
        "> - > - > - ",
        "- > > 1. ",
        "    ",
        "* > ",
    ]);
    (before, prop::collection::vec(line, 1..4)).prop_map(|(before, lines)| {
        let typed = lines.iter().map(|line| format!("{before}{}\n\n", line.join(" "))).collect();
        (typed, lines.concat())
    })
}

proptest! {
    #[test]
    fn any_text_is_read_the_same_twice_and_stays_shallow(typed in any::<String>()) {
        let reading = read(&typed);
        prop_assert!(depth(&reading.blocks) <= 8);
        prop_assert_eq!(reading, read(&typed));
    }

    #[test]
    fn any_signs_are_read_the_same_twice_and_stay_shallow(typed in signs()) {
        let reading = read(&typed);
        prop_assert!(depth(&reading.blocks) <= 8);
        prop_assert_eq!(&reading, &read(&typed));
        let last = u32::try_from(typed.split(['\n', '\r']).count()).unwrap();
        prop_assert!(reading.left_out.iter().all(|l| (1..=last).contains(&l.line)));
    }

    #[test]
    fn every_word_of_plain_blocks_is_kept_in_order(
        parts in prop::collection::vec(plain_block(), 1..6)
    ) {
        let typed: String = parts.iter().map(|(typed, _)| typed.as_str()).collect();
        let expected: Vec<String> = parts.into_iter().flat_map(|(_, words)| words).collect();
        prop_assert_eq!(words(&read(&typed).blocks), expected);
    }

    #[test]
    fn words_next_to_each_other_are_one_text(typed in signs()) {
        for block in read(&typed).blocks {
            if let Block::Paragraph(run) | Block::Heading { text: run, .. } = block {
                let split = run.windows(2).any(|pair| {
                    matches!(pair, [Inline::Text(_), Inline::Text(_)])
                });
                prop_assert!(!split);
            }
        }
    }
}
