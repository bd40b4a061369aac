//! As much of Rust as the rules need: code without comments and strings, string literals,
//! imports, functions, and which parts are tests.

use std::ops::Range;
use std::sync::OnceLock;

use super::tree::files;
use super::{Lines, closing, is_word, words};

/// A Rust file, read.
pub(crate) struct Code {
    /// Its path from the root of the tree.
    pub(crate) path: String,
    /// The file with comments and the insides of strings blanked, byte for byte.
    pub(crate) text: String,
    /// The same without what only tests see.
    pub(crate) shipped: String,
    /// The strings in it.
    pub(crate) literals: Vec<Literal>,
    /// Modules that only tests see and that stand in files of their own.
    pub(crate) test_modules: Vec<String>,
    lines: Lines,
}

/// Every Rust file under a folder.
pub(crate) fn code_in(folder: &str) -> impl Iterator<Item = &'static Code> + use<> {
    static ALL: OnceLock<Vec<Code>> = OnceLock::new();
    let read = || {
        let rust = ["src-tauri", "tests"].into_iter().flat_map(|top| files(top, &[".rs"]));
        rust.map(|file| Code::read(&file.path, &file.text)).collect()
    };
    let folder = format!("{folder}/");
    ALL.get_or_init(read).iter().filter(move |code| code.path.starts_with(&folder))
}

/// A string in code.
pub(crate) struct Literal {
    /// Where its first quote stands.
    pub(crate) at: usize,
    /// What it says.
    pub(crate) value: String,
    /// Whether only tests see it.
    pub(crate) in_tests: bool,
}

/// A path such as `crate::store::tx`, as its parts.
pub(crate) struct Import {
    /// The parts.
    pub(crate) parts: Vec<String>,
    /// The line it stands on.
    pub(crate) line: usize,
}

/// A function.
pub(crate) struct Function<'a> {
    /// What it is called.
    pub(crate) name: &'a str,
    /// The line of its `fn`.
    pub(crate) line: usize,
    /// How many lines it takes, from `fn` to its last brace.
    pub(crate) lines: usize,
    /// Where it stands.
    pub(crate) span: Range<usize>,
    /// Whether it is a test.
    pub(crate) is_test: bool,
}

impl Code {
    /// Reads a file.
    pub(crate) fn read(path: &str, source: &str) -> Self {
        let (text, mut literals) = blank(source);
        let (tests, test_modules) = tests_in(&text);
        for literal in &mut literals {
            literal.in_tests = tests.iter().any(|range| range.contains(&literal.at));
        }
        let mut shipped = text.clone().into_bytes();
        for range in tests {
            for byte in shipped.iter_mut().take(range.end).skip(range.start) {
                *byte = if *byte == b'\n' { b'\n' } else { b' ' };
            }
        }
        let shipped = String::from_utf8(shipped).unwrap();
        let (path, lines) = (path.to_owned(), Lines::of(&text));
        Self { path, text, shipped, literals, test_modules, lines }
    }

    /// The line on which byte `at` stands.
    pub(crate) fn line(&self, at: usize) -> usize {
        self.lines.at(at)
    }

    /// Every function, tests among them.
    pub(crate) fn functions(&self) -> Vec<Function<'_>> {
        let code = &self.text;
        let mut found = Vec::new();
        for word in words(code).filter(|word| word.text == "fn") {
            let Some(name) = words(word.after).next().filter(|name| name.before.is_empty()) else {
                continue;
            };
            let Some(end) = body_end(code, word.at) else { continue };
            let line = self.line(word.at);
            let lines = self.line(end) - line + 1;
            let is_test = is_marked_test(word.before);
            found.push(Function { name: name.text, line, lines, span: word.at..end, is_test });
        }
        found
    }

    /// Every import and every path of two parts or more, without what only tests see.
    pub(crate) fn imports(&self) -> Vec<Import> {
        let code = &self.shipped;
        let mut found = Vec::new();
        let mut past = 0;
        for word in words(code) {
            if word.at < past {
                continue;
            }
            let rest = code.get(word.at..).unwrap_or_default();
            let line = self.line(word.at);
            if word.text == "use" && !word.before.ends_with(['.', ':', '\'']) {
                let end = rest.find(';').unwrap_or(rest.len());
                let tree = rest.get(3..end).unwrap_or_default();
                let mut leaves = Vec::new();
                unfold(&[], tree, &mut leaves);
                found.extend(leaves.into_iter().map(|parts| Import { parts, line }));
                past = word.at + end;
            } else if !word.before.ends_with(':') {
                let path = path_at(rest);
                past = word.at + path.len();
                let is_visibility = word.before.ends_with("(in") || word.before.ends_with("pub(");
                let is_macro = rest.get(path.len()..).unwrap_or_default().starts_with('!');
                if path.contains("::") && !is_visibility && !is_macro && !word.before.ends_with('$')
                {
                    let parts = path.split("::").map(str::to_owned).collect();
                    found.push(Import { parts, line });
                }
            }
        }
        found
    }

    /// How many lines it has up to its first test module.
    pub(crate) fn lines_before_tests(&self) -> usize {
        self.shipped.trim_end().lines().count()
    }
}

/// Turns a path, as written in `module`, into one from the top of the crate, without `crate`.
/// Paths into other crates have no such form.
pub(crate) fn resolve(module: &[String], parts: &[String]) -> Option<Vec<String>> {
    let mut at: Vec<String> = module.to_vec();
    let mut rest = parts;
    match parts.first()?.as_str() {
        "crate" => at.clear(),
        "self" => {}
        "super" => {
            at.pop();
        }
        _ => return None,
    }
    rest = rest.get(1..).unwrap_or_default();
    while rest.first().is_some_and(|part| part == "super") {
        at.pop();
        rest = rest.get(1..).unwrap_or_default();
    }
    at.extend(rest.iter().cloned());
    Some(at)
}

/// The module that a file is, from the top of its crate: `src/store/tx.rs` is `store::tx`.
pub(crate) fn module_of(path_in_src: &str) -> Vec<String> {
    let plain = path_in_src.trim_end_matches(".rs");
    let mut parts: Vec<String> = plain.split('/').map(str::to_owned).collect();
    if matches!(parts.last().map(String::as_str), Some("mod" | "lib" | "main")) {
        parts.pop();
    }
    parts
}

fn path_at(code: &str) -> &str {
    let bytes = code.as_bytes();
    let mut end = 0;
    loop {
        while bytes.get(end).is_some_and(|b| is_word(*b)) {
            end += 1;
        }
        let next_is_name = bytes.get(end + 2).is_some_and(|b| is_word(*b));
        if bytes.get(end) == Some(&b':') && bytes.get(end + 1) == Some(&b':') && next_is_name {
            end += 2;
        } else {
            return code.get(..end).unwrap_or_default();
        }
    }
}

/// Unfolds `a::{b, c::d as e}` into `a::b` and `a::c::d`.
fn unfold(stem: &[String], tree: &str, into: &mut Vec<Vec<String>>) {
    let tree = tree.trim().trim_start_matches("::");
    let mut path = stem.to_vec();
    if let Some((before, group)) = tree.split_once('{') {
        path.extend(before.split("::").map(|p| p.trim().to_owned()).filter(|p| !p.is_empty()));
        for branch in split_top(group.trim_end().trim_end_matches('}')) {
            unfold(&path, branch, into);
        }
    } else if !tree.is_empty() {
        let plain = tree.split(" as ").next().unwrap_or_default();
        let parts = plain.split("::").map(|p| p.trim().to_owned());
        path.extend(parts.filter(|part| part != "self" || stem.is_empty()));
        into.push(path);
    }
}

/// Splits at commas that stand in no further group.
fn split_top(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut parts) = (0_i32, 0, Vec::new());
    for (at, byte) in group.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            b',' if depth == 0 => {
                parts.extend(group.get(start..at));
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.extend(group.get(start..));
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// Where the item that begins at `at` ends: its closing brace, or its semicolon.
fn body_end(code: &str, at: usize) -> Option<usize> {
    let mut depth = 0_i32;
    for (place, byte) in code.bytes().enumerate().skip(at) {
        match byte {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth -= 1,
            b'{' if depth == 0 => return closing(code, place),
            b';' if depth == 0 => return Some(place),
            _ => {}
        }
    }
    None
}

/// Whether the attributes right before a function mark it as a test.
fn is_marked_test(before: &str) -> bool {
    let from = before.rfind(['}', ';', '{']).map_or(0, |at| at + 1);
    let own = before.get(from..).unwrap_or_default();
    own.contains("#[test]") || own.contains("::test]") || own.contains("::test(")
}

/// What only tests see: where, and which modules of that kind stand in files of their own.
fn tests_in(code: &str) -> (Vec<Range<usize>>, Vec<String>) {
    let (mut ranges, mut modules) = (Vec::new(), Vec::new());
    for (at, mark) in code.match_indices("#[cfg(test)]") {
        let Some(end) = item_end(code, at + mark.len()) else { continue };
        ranges.push(at..end + 1);
        let marked = code.get(at + mark.len()..end).unwrap_or_default();
        if code.as_bytes().get(end) == Some(&b';') {
            let mut after_mod = words(marked).skip_while(|word| word.text != "mod").skip(1);
            modules.extend(after_mod.next().map(|name| name.text.to_owned()));
        }
    }
    (ranges, modules)
}

/// Where the item after an attribute ends, passing over further attributes.
fn item_end(code: &str, mut at: usize) -> Option<usize> {
    let bytes = code.as_bytes();
    loop {
        while bytes.get(at).is_some_and(u8::is_ascii_whitespace) {
            at += 1;
        }
        if bytes.get(at) != Some(&b'#') {
            return body_end(code, at);
        }
        at = closing(code, at + 1)? + 1;
    }
}

/// Blanks comments and the insides of strings, and gathers the strings.
fn blank(source: &str) -> (String, Vec<Literal>) {
    let bytes = source.as_bytes();
    let mut out: Vec<u8> = Vec::with_capacity(bytes.len());
    let mut literals = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let rest = source.get(at..).unwrap_or_default();
        let starts_name = at == 0 || !bytes.get(at - 1).is_some_and(|b| is_word(*b));
        let end = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            block_comment(rest)
        } else if let Some((opening, hashes)) = string_opening(rest).filter(|_| starts_name) {
            let (end, value) = string_end(rest, opening, hashes);
            literals.push(Literal { at, value, in_tests: false });
            end
        } else if rest.starts_with('\'') {
            char_end(rest)
        } else {
            0
        };
        if end == 0 {
            let byte = bytes.get(at).copied().unwrap_or_default();
            out.push(if byte.is_ascii() { byte } else { b'_' });
            at += 1;
            // Stay between characters.
            while !source.is_char_boundary(at) {
                out.push(b'_');
                at += 1;
            }
        } else {
            let taken = rest.as_bytes().iter().take(end);
            out.extend(taken.map(|b| if *b == b'\n' { b'\n' } else { b' ' }));
            at += end;
        }
    }
    (String::from_utf8(out).unwrap(), literals)
}

fn block_comment(rest: &str) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    while let Some(here) = rest.get(at..) {
        if here.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if here.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else if let Some(c) = here.chars().next() {
            at += c.len_utf8();
        } else {
            break;
        }
    }
    rest.len()
}

/// When a string begins here: the length of what opens it, and its hashes if it is raw.
fn string_opening(rest: &str) -> Option<(usize, Option<usize>)> {
    let prefix = ["br", "cr", "r", "b", "c", ""].into_iter().find(|p| {
        rest.strip_prefix(p).is_some_and(|r| r.trim_start_matches('#').starts_with('"'))
    })?;
    let after = rest.get(prefix.len()..)?;
    let hashes = after.bytes().take_while(|b| *b == b'#').count();
    if !prefix.ends_with('r') && hashes > 0 {
        return None;
    }
    Some((prefix.len() + hashes + 1, prefix.ends_with('r').then_some(hashes)))
}

/// Where the string ends, and what it says.
fn string_end(rest: &str, opening: usize, hashes: Option<usize>) -> (usize, String) {
    let inside = rest.get(opening..).unwrap_or_default();
    if let Some(hashes) = hashes {
        let close = format!("\"{}", "#".repeat(hashes));
        let length = inside.find(&close).unwrap_or(inside.len());
        let value = inside.get(..length).unwrap_or_default().to_owned();
        return ((opening + length + close.len()).min(rest.len()), value);
    }
    let mut value = String::new();
    let mut chars = inside.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return (opening + at + 1, value),
            '\\' => match chars.next().map(|(_, c)| c) {
                Some('n') => value.push('\n'),
                Some('t') => value.push('\t'),
                Some('\n') => while chars.next_if(|(_, c)| c.is_whitespace()).is_some() {},
                Some(c) => value.push(c),
                None => break,
            },
            c => value.push(c),
        }
    }
    (rest.len(), value)
}

/// Where a character ends; 0 for a lifetime.
fn char_end(rest: &str) -> usize {
    let mut chars = rest.char_indices().skip(1);
    match (chars.next(), chars.next()) {
        (Some((_, '\\')), Some((at, escaped))) => {
            let behind = at + escaped.len_utf8();
            let close = rest.get(behind..).and_then(|rest| rest.find('\''));
            close.map_or(rest.len(), |close| behind + close + 1)
        }
        (Some(_), Some((at, '\''))) => at + 1,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(source: &str) -> Vec<String> {
        Code::read("a.rs", source).imports().into_iter().map(|i| i.parts.join("::")).collect()
    }

    #[test]
    fn comments_and_strings_are_not_code() {
        let source = r##"
            // use a::b;
            /* use c::d; /* nested */ still */
            let x = "use e::f;"; let y = r#"a "quoted" use g::h;"#; let c = '"'; let z = '\'';
            fn lives<'a>(x: &'a str) -> &'a str { x }
        "##;
        let code = Code::read("a.rs", source);
        assert_eq!(code.text.len(), source.len());
        assert!(!code.text.contains("::"), "{}", code.text);
        assert!(code.text.contains("lives<'a>(x: &'a str)"), "{}", code.text);
        let said: Vec<_> = code.literals.iter().map(|l| l.value.as_str()).collect();
        assert_eq!(said, ["use e::f;", "a \"quoted\" use g::h;"]);
    }

    #[test]
    fn a_string_over_several_lines_is_read_as_the_compiler_reads_it() {
        let code = Code::read("a.rs", "let a = \"select \\\n        one\\n\";");
        assert_eq!(code.literals.first().unwrap().value, "select one\n");
    }

    #[test]
    fn imports_are_unfolded_and_paths_found() {
        let found = paths(
            "use crate::store::{self, tx::{failed, ReadTx}, Store as Kept};\nuse super::model;\n\
             pub(in crate::app) fn f() { crate::features::people::find(1); Kind::Invalid; $crate::x::y; }\n",
        );
        assert_eq!(
            found,
            [
                "crate::store",
                "crate::store::tx::failed",
                "crate::store::tx::ReadTx",
                "crate::store::Store",
                "super::model",
                "crate::features::people::find",
                "Kind::Invalid",
            ]
        );
    }

    #[test]
    fn what_only_tests_see_is_left_out() {
        let code = Code::read(
            "a.rs",
            "use a::b;\n#[cfg(test)]\nmod fixture;\nfn f() {}\n\
             #[cfg(test)]\n#[expect(x)]\nmod tests { use c::d; fn g() { \"s\"; } }\n",
        );
        assert_eq!(code.test_modules, ["fixture"]);
        assert_eq!(code.imports().len(), 1);
        assert!(code.literals.first().unwrap().in_tests);
        assert_eq!(code.lines_before_tests(), 4);
    }

    #[test]
    fn functions_are_measured_and_tests_told_apart() {
        let code = Code::read(
            "a.rs",
            "#[tokio::test]\nasync fn a_test() {\n  x();\n}\nfn plain(f: fn(u8) -> u8) -> u8 {\n}\n\
             trait T { fn none(&self); }\n",
        );
        let found: Vec<_> =
            code.functions().iter().map(|f| (f.name.to_owned(), f.lines, f.is_test)).collect();
        let expected = [("a_test", 3, true), ("plain", 2, false), ("none", 1, false)]
            .map(|(n, l, t)| (n.to_owned(), l, t));
        assert_eq!(found, expected);
    }

    #[test]
    fn a_path_is_resolved_from_where_it_stands() {
        let module = module_of("features/cases/queries.rs");
        let at = |path: &str| {
            let parts: Vec<String> = path.split("::").map(str::to_owned).collect();
            resolve(&module, &parts).map(|parts| parts.join("::"))
        };
        assert_eq!(at("super::model::CaseId").unwrap(), "features::cases::model::CaseId");
        assert_eq!(at("super::super::people").unwrap(), "features::people");
        assert_eq!(at("crate::store").unwrap(), "store");
        assert_eq!(at("sqlx::query"), None);
        assert_eq!(module_of("features/clocks/model/mod.rs").join("::"), "features::clocks::model");
    }
}
