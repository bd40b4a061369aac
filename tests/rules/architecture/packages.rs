//! Which package may know which, and who may speak of Tauri.

use crate::fault::{Fault, Rule};
use crate::reading::rust::{Code, code_in};
use crate::reading::tree::{File, every_file, folder_of, name_of};
use crate::reading::words;

/// The folder of each package, and which of our own it may depend on.
const PACKAGES: [(&str, &[&str]); 6] = [
    ("src-tauri/vault", &[]),
    ("src-tauri/office", &["vault"]),
    ("src-tauri/cli", &["office", "vault"]),
    ("src-tauri", &["office", "vault"]),
    ("src-tauri/xtask", &[]),
    ("tests", &["office", "vault"]),
];

const OURS: Rule = Rule {
    wants: "Packages know one another one way: vault ← office ← (desktop | cli | tests); xtask knows none.",
    because: "a crate is the one wall the compiler guards, so it stands where a mistake would be worst: \
              around the keys, and around the product.",
    instead: "put the code into the package that may know both, or hand a value or a trait across.",
};

const TAURI: Rule = Rule {
    wants: "Only src-tauri/src, with its build.rs and the empty window beside it, knows Tauri.",
    because: "the product must work without a window: from a terminal, in tests, on the next toolkit.",
    instead: "say in the office what is needed as a method of the `Desktop` trait, and answer it in \
              src-tauri/src.",
};

fn manifest(file: &File) -> toml::Table {
    file.text.parse().unwrap_or_else(|error| panic!("{}: {error}", file.path))
}

/// The names of everything a manifest depends on, for every target.
fn dependencies(manifest: &toml::Table) -> Vec<String> {
    let targets = manifest.get("target").and_then(toml::Value::as_table);
    let tables = [manifest]
        .into_iter()
        .chain(targets.into_iter().flat_map(|t| t.values()).filter_map(toml::Value::as_table));
    tables
        .flat_map(|table| {
            ["dependencies", "build-dependencies", "dev-dependencies"]
                .into_iter()
                .filter_map(|kind| table.get(kind)?.as_table())
                .flat_map(|found| found.keys().cloned())
        })
        .collect()
}

fn ours(manifests: &[&File]) -> Vec<Fault> {
    let mut faults = Vec::new();
    let all: Vec<(&File, toml::Table)> =
        manifests.iter().map(|file| (*file, manifest(file))).collect();
    let names: Vec<&str> = all
        .iter()
        .filter_map(|(_, manifest)| manifest.get("package")?.get("name")?.as_str())
        .collect();
    for (file, manifest) in &all {
        let Some((_, allowed)) =
            PACKAGES.iter().find(|(folder, _)| *folder == folder_of(&file.path))
        else {
            faults
                .push(Fault::of(&file.path, "is in no place; say in tests/rules what it may know"));
            continue;
        };
        for name in dependencies(manifest) {
            let is_stranger = folder_of(&file.path) == "src-tauri/xtask";
            if is_stranger || names.contains(&name.as_str()) && !allowed.contains(&name.as_str()) {
                faults.push(Fault::of(&file.path, format!("knows {name}")));
            }
        }
    }
    faults
}

fn names_window(manifests: &[&File]) -> Vec<Fault> {
    let others = manifests.iter().filter(|file| file.path != "src-tauri/Cargo.toml");
    others
        .flat_map(|file| {
            let known = dependencies(&manifest(file)).into_iter().filter(|n| is_of_window(n));
            known
                .map(|name| Fault::of(&file.path, format!("depends on {name}")))
                .collect::<Vec<_>>()
        })
        .collect()
}

fn speaks_of_window(code: &Code) -> Vec<Fault> {
    let may = ["src-tauri/src/", "src-tauri/build.rs", "src-tauri/examples/"];
    if may.iter().any(|start| code.path.starts_with(start)) {
        return Vec::new();
    }
    words(&code.text)
        .filter(|word| is_of_window(word.text))
        .filter(|word| word.after.starts_with("::") || word.before.ends_with("use"))
        .map(|word| Fault::at(&code.path, code.line(word.at), format!("knows {}", word.text)))
        .collect()
}

fn is_of_window(name: &str) -> bool {
    let first = name.split(['_', '-']).next().unwrap_or_default();
    matches!(first, "tauri" | "wry" | "tao" | "webkit2gtk" | "gtk")
}

fn is_package(file: &&File) -> bool {
    name_of(&file.path) == "Cargo.toml" && file.path != "Cargo.toml"
}

fn manifests() -> Vec<&'static File> {
    let manifests: Vec<&File> = every_file().iter().filter(is_package).collect();
    assert_eq!(manifests.len(), PACKAGES.len(), "a package is missing from the rule");
    manifests
}

#[test]
fn packages_know_one_another_one_way() {
    OURS.holds(ours(&manifests()));
}

#[test]
fn only_the_shell_knows_tauri() {
    let spoken = ["src-tauri", "tests"].into_iter().flat_map(code_in).flat_map(speaks_of_window);
    TAURI.holds(names_window(&manifests()).into_iter().chain(spoken).collect());
}

#[test]
fn a_package_that_knows_too_much_is_noticed() {
    let vault = File::new(
        "src-tauri/vault/Cargo.toml",
        "[package]\nname = \"vault\"\n[target.'cfg(unix)'.dependencies]\noffice.workspace = true\n",
    );
    let office = File::new("src-tauri/office/Cargo.toml", "[package]\nname = \"office\"\n");
    let xtask = File::new("src-tauri/xtask/Cargo.toml", "[dependencies]\nserde = \"1\"\n");
    let attic = File::new("attic/Cargo.toml", "[package]\nname = \"attic\"\n");
    assert_eq!(ours(&[&vault, &office, &xtask, &attic]).len(), 3);
}

#[test]
fn tauri_outside_the_shell_is_noticed() {
    let cli = File::new("src-tauri/cli/Cargo.toml", "[dependencies]\ntauri-utils = \"2\"\n");
    assert_eq!(names_window(&[&cli]).len(), 1);
    let speaks = |path: &str, text: &str| speaks_of_window(&Code::read(path, text)).len();
    assert_eq!(speaks("src-tauri/office/src/app/host.rs", "use tauri::Window;"), 1);
    assert_eq!(speaks("src-tauri/cli/src/main.rs", "fn f() { gtk::init(); }"), 1);
    assert_eq!(speaks("src-tauri/src/shell.rs", "use tauri::Window;"), 0);
    assert_eq!(speaks("src-tauri/xtask/src/a.rs", "// tauri::\nlet a = \"tauri::x\";"), 0);
}
