//! What nothing in the tree may say: where it was made, and that it is not finished.

use crate::fault::{Fault, Rule};
use crate::reading::rust::{Code, code_in};
use crate::reading::script::{Script, scripts};
use crate::reading::tree::{File, every_file};
use crate::reading::{Lines, is_word, words};

const PLACES: Rule = Rule {
    wants: "Nothing in the tree names the machine or the workshop it was made on.",
    because: "whoever clones it has other folders and other tools, and cannot follow.",
    instead: "use a path within the tree, a temporary folder, or the tools the README names.",
};

const FINISHED: Rule = Rule {
    wants: "Nothing in the tree is put off or pretended.",
    because: "what is not there must be visible as not there; a note in the code is read by nobody.",
    instead: "do it, leave it out, or write an issue. Tests use the real parts.",
};

const SILENCED: Rule = Rule {
    wants: "No check is silenced without a reason, no test is switched off.",
    because: "`allow` outlives its cause and hides the next mistake; an ignored test is a lie that is green.",
    instead: "mend it; else `#[expect(.., reason = \"..\")]`, which says why and fails when it is not needed.",
};

/// Written in two parts, so that this file does not say them itself.
const PLACE_WORDS: [(&str, &str); 6] = [
    ("/ro", "ot/"),
    ("/wo", "rk/"),
    ("/tmp/", "plan"),
    ("far", "m-"),
    ("duplicates ", "--change"),
    ("issues ", "resolved"),
];

/// Words that put something off or pretend it, whole and in these letters.
const UNFINISHED_WORDS: [(&str, &str); 9] = [
    ("TO", "DO"),
    ("FIX", "ME"),
    ("XX", "X"),
    ("HA", "CK"),
    ("unimple", "mented"),
    ("to", "do!"),
    ("mo", "ck"),
    ("mo", "cks"),
    ("mo", "cked"),
];

/// The places of a word that no letter or digit continues. A word that begins or ends with a sign
/// needs none on that side.
fn found(text: &str, word: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let is_open = |at: Option<usize>| !at.and_then(|at| bytes.get(at)).is_some_and(|b| is_word(*b));
    let starts = word.bytes().next().is_some_and(is_word);
    let ends = word.bytes().last().is_some_and(is_word);
    text.match_indices(word)
        .map(|(at, _)| at)
        .filter(|at| !starts || is_open(at.checked_sub(1)))
        .filter(|at| !ends || is_open(Some(at + word.len())))
        .collect()
}

fn says(file: &File, list: &[(&str, &str)]) -> Vec<Fault> {
    let lines = Lines::of(&file.text);
    list.iter()
        .map(|(start, end)| format!("{start}{end}"))
        .flat_map(|word| {
            let places = found(&file.text, &word).into_iter().map(|at| lines.at(at));
            places
                .map(|line| Fault::at(&file.path, line, format!("says `{word}`")))
                .collect::<Vec<_>>()
        })
        .collect()
}

fn places(file: &File) -> Vec<Fault> {
    says(file, &PLACE_WORDS)
}

fn unfinished(file: &File) -> Vec<Fault> {
    // Lists of packages name other people's packages.
    if matches!(file.path.as_str(), "Cargo.lock" | "ui/package-lock.json") {
        return Vec::new();
    }
    says(file, &UNFINISHED_WORDS)
}

fn silenced(code: &Code) -> Vec<Fault> {
    words(&code.text)
        .filter(|word| word.before.ends_with("#[") || word.before.ends_with("#!["))
        .filter(|word| matches!(word.text, "allow" | "ignore" | "should_panic"))
        .map(|word| Fault::at(&code.path, code.line(word.at), format!("`#[{}]`", word.text)))
        .collect()
}

/// Comments that silence, and tests that are switched off or leave the others out.
fn silenced_in_window(script: &Script, text: &str) -> Vec<Fault> {
    let lines = Lines::of(text);
    let comments = ["@ts-ignore", "@ts-nocheck", "@ts-expect-error", "eslint-disable"];
    let by_comment = comments.into_iter().flat_map(|word| {
        text.match_indices(word).map(|(at, word)| (lines.at(at), word)).collect::<Vec<_>>()
    });
    let by_call = words(&script.text)
        .filter(|word| matches!(word.text, "skip" | "only") && word.before.ends_with('.'))
        .filter(|word| [".", "it.", "test.", "describe."].iter().any(|b| word.before.ends_with(b)))
        .filter(|_| script.path.contains(".test."))
        .map(|word| (script.line(word.at), word.text));
    by_comment.chain(by_call).map(|(line, word)| Fault::at(&script.path, line, word)).collect()
}

#[test]
fn nothing_names_the_workshop() {
    PLACES.holds(every_file().iter().flat_map(places).collect());
}

#[test]
fn nothing_is_put_off_or_pretended() {
    FINISHED.holds(every_file().iter().flat_map(unfinished).collect());
}

#[test]
fn no_check_is_silenced() {
    let rust = ["src-tauri", "tests"].into_iter().flat_map(code_in).flat_map(silenced);
    let window = scripts().flat_map(|script| {
        let file = every_file().iter().find(|file| file.path == script.path);
        file.map(|file| silenced_in_window(script, &file.text)).unwrap_or_default()
    });
    SILENCED.holds(rust.chain(window).collect());
}

#[test]
fn a_word_of_the_workshop_is_noticed() {
    for (start, end) in PLACE_WORDS {
        assert_eq!(places(&File::new("a.md", &format!("see {start}{end}"))).len(), 1, "{end}");
    }
    assert_eq!(places(&File::new("a.md", "a framework/of pharmacy-like places")).len(), 0);
}

#[test]
fn what_is_put_off_is_noticed() {
    for (start, end) in UNFINISHED_WORDS {
        assert_eq!(unfinished(&File::new("a.rs", &format!("// {start}{end} x"))).len(), 1, "{end}");
    }
    assert_eq!(unfinished(&File::new("a.md", "mockery, hammocks, to do, hack")).len(), 0);
}

#[test]
fn what_is_silenced_is_noticed() {
    let rust = |text: &str| silenced(&Code::read("a.rs", text)).len();
    assert_eq!(rust("#![allow(dead_code)]\n#[ignore]\n#[should_panic]\nfn f() {}"), 3);
    assert_eq!(rust("#[expect(dead_code, reason = \"x\")]\nfn allow() {} // #[allow]"), 0);
    let window = |text: &str| silenced_in_window(&Script::read("a.test.ts", text), text).len();
    assert_eq!(window("// @ts-ignore\nit.skip(\"a b c\", f); test.only(\"a b c\", f);"), 3);
    assert_eq!(window("it(\"skips only what it may\", f);"), 0);
}
