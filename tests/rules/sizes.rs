//! Budgets: how long a file and a function may be, and how many files share a folder.

use std::collections::BTreeMap;

use crate::fault::{Fault, Rule};
use crate::reading::rust::{Code, code_in};
use crate::reading::script::{Script, scripts};
use crate::reading::tree::folder_of;
use crate::reading::words;

const RUST_FILE: usize = 600;
const RUST_FUNCTION: usize = 70;
const SCRIPT_FILE: usize = 300;
const SCRIPT_FUNCTION: usize = 60;
const COMPONENT: usize = 120;
const FOLDER: usize = 15;
const FACE: usize = 20;

const FILES: Rule = Rule {
    wants: "A file fits in a head: 600 lines of Rust without its tests, 300 of TypeScript.",
    because: "past that nobody reads it whole before changing it.",
    instead: "split it by what it is about, into files that each have a name (`actions/close.rs`).",
};

const FUNCTIONS: Rule = Rule {
    wants: "A function fits on a screen: 70 lines of Rust, 60 of TypeScript, 120 for a component.",
    because: "past that its parts act on one another out of sight.",
    instead: "name its steps and make them functions; split a component by what the reader sees.",
};

const FOLDERS: Rule = Rule {
    wants: "A folder holds 15 files of code at most.",
    because: "a longer list is no longer a map.",
    instead: "make folders of what belongs together.",
};

const FACES: Rule = Rule {
    wants: "A feature shows 20 names at most.",
    because: "what is public is what the others may lean on and nobody may change alone.",
    instead: "keep it `pub(crate)` or private, or ask a question with one function instead of five.",
};

/// What may be larger, and why. An exception that nothing needs is itself a fault.
const EXCEPTIONS: [(&str, &str); 0] = [];

fn is_excepted(path: &str) -> bool {
    EXCEPTIONS.iter().any(|(excepted, _)| *excepted == path)
}

fn rust(code: &Code, of: Size) -> Vec<Fault> {
    let mut faults = Vec::new();
    let lines = code.lines_before_tests();
    if of == Size::File && lines > RUST_FILE {
        faults.push(Fault::of(&code.path, format!("{lines} lines")));
    }
    let functions = code.functions().into_iter().filter(|_| of == Size::Function);
    for function in functions.filter(|function| function.lines > RUST_FUNCTION) {
        let says = format!("`{}` has {} lines", function.name, function.lines);
        faults.push(Fault::at(&code.path, function.line, says));
    }
    faults
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Size {
    File,
    Function,
}

fn script(script: &Script, of: Size) -> Vec<Fault> {
    let mut faults = Vec::new();
    let lines = script.text.trim_end().lines().count();
    // Printed from the command table.
    let is_printed = script.path == "ui/src/ipc/contract.ts";
    if of == Size::File && lines > SCRIPT_FILE && !is_printed {
        faults.push(Fault::of(&script.path, format!("{lines} lines")));
    }
    // The tests of a file are one list of sentences; each is short by itself.
    let is_test = script.path.contains(".test.");
    let functions = script.functions().into_iter().filter(|_| of == Size::Function && !is_test);
    for function in functions {
        let is_component = script.path.ends_with(".tsx")
            && function.name.starts_with(|c: char| c.is_ascii_uppercase());
        let limit = if is_component { COMPONENT } else { SCRIPT_FUNCTION };
        if function.lines > limit {
            let says = format!("`{}` has {} lines", function.name, function.lines);
            faults.push(Fault::at(&script.path, function.line, says));
        }
    }
    faults
}

fn crowded<'a>(paths: impl Iterator<Item = &'a str>) -> Vec<Fault> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for path in paths.filter(|path| !path.contains(".test.")) {
        *counts.entry(folder_of(path)).or_default() += 1;
    }
    let full = counts.into_iter().filter(|(_, count)| *count > FOLDER);
    full.map(|(folder, count)| Fault::of(folder, format!("{count} files"))).collect()
}

/// How many names a feature's `mod.rs` shows to other crates. Wire types do not count: the
/// contract that is printed from them shows them anyway.
fn face(code: &Code) -> usize {
    let public = words(&code.shipped).filter(|w| w.text == "pub" && !w.after.starts_with('('));
    public
        .map(|word| {
            let statement = word.after.split([';', '=']).next().unwrap_or_default();
            match statement.split_once('{') {
                Some((start, _)) if start.starts_with("use commands::") => 0,
                Some((start, names)) if start.starts_with("use") => {
                    words(names).filter(|name| name.text != "self").count()
                }
                _ => 1,
            }
        })
        .sum()
}

fn faces<'a>(all: impl Iterator<Item = &'a Code>) -> Vec<Fault> {
    all.filter(|code| {
        let within = code.path.strip_prefix("src-tauri/office/src/features/").unwrap_or_default();
        within.ends_with("/mod.rs") && within.split('/').count() == 2
    })
    .filter(|code| face(code) > FACE)
    .map(|code| Fault::of(&code.path, format!("shows {} names", face(code))))
    .collect()
}

fn all_code() -> impl Iterator<Item = &'static Code> {
    ["src-tauri", "tests"].into_iter().flat_map(code_in)
}

fn measured(of: Size) -> Vec<Fault> {
    let rust = all_code().filter(|code| !is_excepted(&code.path)).flat_map(|code| rust(code, of));
    let window = scripts().filter(|s| !is_excepted(&s.path)).flat_map(|s| script(s, of));
    rust.chain(window).collect()
}

#[test]
fn files_fit_in_a_head() {
    FILES.holds(measured(Size::File));
}

#[test]
fn functions_fit_on_a_screen() {
    FUNCTIONS.holds(measured(Size::Function));
}

#[test]
fn folders_are_short_lists() {
    let rust = all_code().map(|code| code.path.as_str());
    FOLDERS.holds(crowded(rust.chain(scripts().map(|script| script.path.as_str()))));
}

#[test]
fn features_show_few_names() {
    FACES.holds(faces(all_code()));
}

#[test]
fn no_exception_outlives_its_reason() {
    for (path, reason) in EXCEPTIONS {
        let needs = |file: &Code| {
            !rust(file, Size::File).is_empty() || !rust(file, Size::Function).is_empty()
        };
        let needs_in_window = |file: &Script| {
            !script(file, Size::File).is_empty() || !script(file, Size::Function).is_empty()
        };
        let is_needed = all_code().any(|file| file.path == path && needs(file))
            || scripts().any(|file| file.path == path && needs_in_window(file));
        assert!(is_needed, "nothing in {path} is too large any more ({reason})");
    }
}

#[test]
fn what_is_too_large_is_noticed() {
    let long = |lines: usize, line: &str| line.repeat(lines);
    let function = format!("fn long() {{\n{}}}\n", long(RUST_FUNCTION, "    x();\n"));
    assert_eq!(rust(&Code::read("a.rs", &function), Size::Function).len(), 1);
    let file = long(RUST_FILE + 1, "use a;\n");
    assert_eq!(rust(&Code::read("a.rs", &file), Size::File).len(), 1);
    let tests = format!("#[cfg(test)]\nmod tests {{\n{}}}\n", long(RUST_FILE, "x();\n"));
    assert_eq!(rust(&Code::read("a.rs", &tests), Size::File).len(), 0);

    let body = long(SCRIPT_FUNCTION, "  x();\n");
    let named = |name: &str, path: &str| {
        script(&Script::read(path, &format!("function {name}() {{\n{body}}}\n")), Size::Function)
            .len()
    };
    assert_eq!(named("count", "a.ts"), 1);
    assert_eq!(named("Card", "a.ts"), 1);
    assert_eq!(named("Card", "a.tsx"), 0);
    let component = format!("const Card = () => (\n{});\n", long(COMPONENT, "  <p />\n"));
    assert_eq!(script(&Script::read("a.tsx", &component), Size::Function).len(), 1);
    let file = long(SCRIPT_FILE + 1, "x();\n");
    assert_eq!(script(&Script::read("a.ts", &file), Size::File).len(), 1);
}

#[test]
fn a_crowded_folder_and_a_wide_face_are_noticed() {
    let paths: Vec<String> = (0..=FOLDER).map(|n| format!("a/b/{n}.rs")).collect();
    assert_eq!(crowded(paths.iter().map(String::as_str)).len(), 1);
    assert_eq!(crowded(paths.iter().skip(1).map(String::as_str)).len(), 0);
    let names: String = (0..=FACE).map(|n| format!("N{n}, ")).collect();
    let wide = Code::read(
        "src-tauri/office/src/features/a/mod.rs",
        &format!("pub(crate) use b::{{c, d}};\npub use e::{{{names}}};"),
    );
    assert_eq!(faces([&wide].into_iter()).len(), 1);
    let text = "pub mod a; pub use b::{C, D}; pub use commands::{G, H}; pub(crate) use e::F;";
    assert_eq!(face(&Code::read("a.rs", text)), 3);
}
