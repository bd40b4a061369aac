//! Names: one word a feature everywhere, no names that say nothing, tests that are sentences.

use std::collections::BTreeSet;

use office::app::command_table;
use office::features::kinds;

use crate::fault::{Fault, Rule};
use crate::reading::rust::{Code, code_in};
use crate::reading::script::{Script, scripts};
use crate::reading::tree::{every_file, files, folders};
use crate::reading::{Word, words};

const ONE_WORD: Rule = Rule {
    wants: "A feature has one word: Rust folder (or task in `app/`), UI folder, commands, change topic, \
            migrations, content.",
    because: "who knows one path then knows them all, and a search for the word finds the feature.",
    instead: "rename what differs. A content folder is called as the module that reads it, in the plural.",
};

const FILES: Rule = Rule {
    wants: "No file or folder has a name that any code would fit in.",
    because: "`utils` is where circles are born, and nobody finds what is in it.",
    instead: "name it by the noun it holds, in the feature that needs it.",
};

const WORDS: Rule = Rule {
    wants: "No name in code says nothing: data, info, item, handle_, process_, do_, _impl, new2.",
    because: "whoever reads it has to read on to learn what it is.",
    instead: "use the word an advocate would: what it holds, or what it does.",
};

const TESTS: Rule = Rule {
    wants: "A test is named with a sentence of three words or more.",
    because: "its name is all one sees when it fails.",
    instead: "say what holds: `a_closed_case_starts_no_clock`.",
};

const OFFICE: &str = "src-tauri/office";

/// Everything that is called by the word of a feature.
struct Called {
    /// Folders in `features/`.
    features: BTreeSet<String>,
    /// Files in `app/tasks/` and `app/workflows/`.
    tasks: BTreeSet<String>,
    /// Folders of the window.
    window: BTreeSet<String>,
    /// First words of commands.
    commands: BTreeSet<String>,
    /// Topics of record kinds.
    topics: BTreeSet<String>,
    /// Words of migrations.
    migrations: BTreeSet<String>,
    /// Folders of content.
    content: BTreeSet<String>,
    /// Modules that content may belong to.
    readers: BTreeSet<String>,
}

fn set<S: Into<String>>(names: impl IntoIterator<Item = S>) -> BTreeSet<String> {
    names.into_iter().map(Into::into).collect()
}

/// The modules of a folder: its files and folders, without `mod`.
fn modules(folder: &str) -> BTreeSet<String> {
    let within = format!("{OFFICE}/src/{folder}/");
    let parts = code_in(&format!("{OFFICE}/src/{folder}")).filter_map(|code| {
        let rest = code.path.strip_prefix(&within)?;
        Some(rest.split('/').next()?.trim_end_matches(".rs").to_owned())
    });
    parts.filter(|name| name != "mod").collect()
}

/// The word in `20260901T0900_cases_create.sql`.
fn word_of_migration(name: &str) -> Option<&str> {
    let (stamp, rest) = name.strip_suffix(".sql")?.split_once('_')?;
    let (word, _verb) = rest.rsplit_once('_')?;
    let (day, time) = stamp.split_once('T')?;
    let is_stamp =
        day.len() == 8 && time.len() == 4 && (day.to_owned() + time).parse::<u64>().is_ok();
    is_stamp.then_some(word)
}

fn called() -> Called {
    let features = set(folders(&format!("{OFFICE}/src/features")));
    let within = features.iter().flat_map(|feature| modules(&format!("features/{feature}")));
    let top = modules("kernel").into_iter().chain(modules("app"));
    let readers = within.chain(features.iter().cloned()).chain(top).collect();
    let table = command_table();
    Called {
        tasks: &modules("app/tasks") | &modules("app/workflows"),
        window: set(folders("ui/src/features")),
        commands: set(table.all().filter_map(|command| command.name.split('.').next())),
        topics: set(kinds().all().flat_map(|kind| kind.topics.iter().copied())),
        migrations: files(&format!("{OFFICE}/migrations"), &[".sql"])
            .map(|file| file.path.rsplit('/').next().unwrap_or_default())
            .map(|name| word_of_migration(name).unwrap_or(name).to_owned())
            .collect(),
        content: set(folders(&format!("{OFFICE}/content"))),
        features,
        readers,
    }
}

fn one_word(called: &Called) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut compare = |what: &str, words: &BTreeSet<String>, with: &BTreeSet<String>, of: &str| {
        for word in words.difference(with) {
            faults.push(Fault::of(what, format!("`{word}` is {of}")));
        }
    };
    let at_home = &called.features | &called.tasks;
    compare("commands", &called.commands, &at_home, "no feature and no task");
    compare("commands", &called.commands, &called.window, "no folder in ui/src/features");
    compare("features/", &called.features, &called.commands, "not the first word of a command");
    compare("ui/src/features", &called.window, &called.commands, "not the first word of a command");
    compare("change topics", &called.topics, &called.commands, "not the first word of a command");
    compare("migrations", &called.migrations, &called.commands, "not the first word of a command");
    let singular = |word: &String| word.strip_suffix('s').unwrap_or(word).to_owned();
    let readers = &called.readers | &called.readers.iter().map(|word| format!("{word}s")).collect();
    let content = called.content.iter().filter(|word| !readers.contains(&singular(word)));
    compare("content", &content.cloned().collect(), &readers, "no module that reads it");
    faults
}

const BANNED_ANYWHERE: [&str; 8] =
    ["util", "utils", "helper", "helpers", "misc", "manager", "managers", "service"];
const BANNED_WHOLE: [&str; 5] = ["common", "shared", "types", "services", "processor"];

fn says_nothing(path: &str) -> Vec<Fault> {
    let banned = |part: &str| {
        let stem = part.split('.').next().unwrap_or_default();
        let small = apart(stem);
        let has = small.iter().any(|word| BANNED_ANYWHERE.contains(&word.as_str()));
        has || BANNED_WHOLE.contains(&stem.to_ascii_lowercase().as_str())
    };
    let part = path.split('/').find(|part| banned(part));
    part.map(|part| Fault::of(path, format!("`{part}` fits any code"))).into_iter().collect()
}

/// The words in a name, `dateUtils` or `date_utils`, in lower case.
fn apart(name: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    for c in name.chars() {
        if !c.is_alphanumeric() || c.is_uppercase() {
            found.push(String::new());
        }
        if let (true, Some(last)) = (c.is_alphanumeric(), found.last_mut()) {
            last.extend(c.to_lowercase());
        }
    }
    found.retain(|word| !word.is_empty());
    found
}

const EMPTY_WORDS: [&str; 5] = ["data", "info", "item", "new2", "items2"];
const EMPTY_STARTS: [&str; 3] = ["handle_", "process_", "do_"];

fn is_empty_name(name: &str) -> bool {
    EMPTY_WORDS.contains(&name)
        || EMPTY_STARTS.iter().any(|start| name.starts_with(start))
        || name.ends_with("_impl")
}

/// Whether a name is given here, and not only used: members and paths of other crates are theirs.
fn is_ours(word: &Word<'_>) -> bool {
    let is_member = word.before.ends_with(['.', ':']) && !word.before.ends_with("..");
    !is_member && !word.after.starts_with("::") && !word.after.starts_with('!')
}

fn empty_in_rust(code: &Code) -> Vec<Fault> {
    words(&code.text)
        .filter(|word| is_empty_name(word.text) && is_ours(word))
        .map(|word| Fault::at(&code.path, code.line(word.at), format!("`{}`", word.text)))
        .collect()
}

/// In TypeScript a name is given after `const`, `let` or `function`, as a parameter, or in a
/// pattern. A property `data:` of another's object is theirs.
fn empty_in_script(script: &Script) -> Vec<Fault> {
    let is_given = |word: &Word<'_>| {
        let keyword = ["const", "let", "function"].iter().any(|k| word.before.ends_with(k));
        let parameter =
            word.before.ends_with(['(', ',']) && word.after.starts_with([',', ')', ':', '=']);
        let pattern = word.before.ends_with(['{', ',']) && word.after.starts_with([',', '}', '=']);
        let alone = word.after.starts_with("=>");
        keyword || parameter || pattern || alone
    };
    let is_empty = |name: &str| {
        let verb = ["handle", "process", "do"].iter().any(|verb| {
            name.strip_prefix(verb).is_some_and(|r| r.starts_with(|c: char| c.is_ascii_uppercase()))
        });
        EMPTY_WORDS.contains(&name) || verb || name.ends_with("Impl")
    };
    words(&script.text)
        .filter(|word| is_empty(word.text) && is_given(word) && !word.before.ends_with('.'))
        .map(|word| Fault::at(&script.path, script.line(word.at), format!("`{}`", word.text)))
        .collect()
}

fn count_words(name: &str) -> usize {
    name.split([' ', '_']).filter(|word| !word.is_empty()).count()
}

fn short_tests(code: &Code) -> Vec<Fault> {
    let tests = code.functions().into_iter().filter(|function| function.is_test);
    tests
        .filter(|test| count_words(test.name) < 3)
        .map(|test| Fault::at(&code.path, test.line, format!("`{}`", test.name)))
        .collect()
}

fn short_script_tests(script: &Script) -> Vec<Fault> {
    if !script.path.contains(".test.") {
        return Vec::new();
    }
    let short = script.test_names().into_iter().filter(|(_, n)| count_words(n) < 3);
    short.map(|(line, name)| Fault::at(&script.path, line, format!("\"{name}\""))).collect()
}

fn all_code() -> impl Iterator<Item = &'static Code> {
    ["src-tauri", "tests"].into_iter().flat_map(code_in)
}

#[test]
fn a_feature_has_one_word_everywhere() {
    ONE_WORD.holds(one_word(&called()));
}

#[test]
fn no_file_is_called_by_a_word_that_fits_any_code() {
    FILES.holds(every_file().iter().flat_map(|file| says_nothing(&file.path)).collect());
}

#[test]
fn no_name_in_code_says_nothing() {
    let rust = all_code().flat_map(empty_in_rust);
    WORDS.holds(rust.chain(scripts().flat_map(empty_in_script)).collect());
}

#[test]
fn tests_are_named_with_sentences() {
    let rust = all_code().flat_map(short_tests);
    TESTS.holds(rust.chain(scripts().flat_map(short_script_tests)).collect());
}

#[test]
fn a_second_word_for_a_feature_is_noticed() {
    let good = Called {
        features: set(["cases"]),
        tasks: set(["drafts"]),
        window: set(["cases", "drafts"]),
        commands: set(["cases", "drafts"]),
        topics: set(["cases"]),
        migrations: set(["cases"]),
        content: set(["calendars"]),
        readers: set(["calendar"]),
    };
    assert_eq!(one_word(&good), []);
    let count = |change: fn(&mut Called)| {
        let mut bad = called();
        let before = one_word(&bad).len();
        change(&mut bad);
        one_word(&bad).len() - before
    };
    assert_eq!(count(|c| c.features.extend(["matters".to_owned()])), 1);
    assert_eq!(count(|c| c.window.extend(["matters".to_owned()])), 1);
    assert_eq!(count(|c| c.commands.extend(["matters".to_owned()])), 2);
    assert_eq!(count(|c| c.topics.extend(["matters".to_owned()])), 1);
    assert_eq!(count(|c| c.migrations.extend(["matters".to_owned()])), 1);
    assert_eq!(count(|c| c.content.extend(["matters".to_owned()])), 1);
    assert_eq!(word_of_migration("20260901T0900_cases_create.sql"), Some("cases"));
    assert_eq!(word_of_migration("17_cases.sql"), None);
}

#[test]
fn a_name_that_says_nothing_is_noticed() {
    for bad in
        ["ui/src/words/dateUtils.ts", "tests/helpers/a.rs", "office/src/types.rs", "a/Shared/b.ts"]
    {
        assert_eq!(says_nothing(bad).len(), 1, "{bad}");
    }
    for good in
        ["vault/common_phrases.txt", "ui/src/typesetting.ts", "office/src/features/cases/mod.rs"]
    {
        assert_eq!(says_nothing(good).len(), 0, "{good}");
    }
    let rust = |text: &str| empty_in_rust(&Code::read("a.rs", text)).len();
    assert_eq!(rust("fn handle_click(data: u8) { let item = x; } fn f_impl() {}"), 4);
    assert_eq!(rust("log::info!(\"x\"); info!(); row.data; a::data; data::b; // data"), 0);
    let script = |text: &str| empty_in_script(&Script::read("a.ts", text)).len();
    assert_eq!(script("const data = 1; function f(info: A, item) {} const { data } = q;"), 4);
    assert_eq!(script("const handleClick = () => {}; list.map((item) => item);"), 2);
    assert_eq!(
        script("query.data; useQuery({ data: x }); const { data: page } = q; const done = 1;"),
        0
    );
}

#[test]
fn a_test_without_a_sentence_is_noticed() {
    let code =
        Code::read("a.rs", "#[test]\nfn works() {}\n#[test]\nfn a_door_opens() {}\nfn other() {}");
    assert_eq!(short_tests(&code).len(), 1);
    let script = Script::read("a.test.ts", "it(\"works\", f); it(\"opens a door\", f);");
    assert_eq!(short_script_tests(&script).len(), 1);
}
