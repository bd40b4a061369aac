//! Every crate in the programs that people get: the window and the command line.
//!
//! Asked of `cargo tree`, which works out the features of just these two programs; `cargo metadata`
//! adds those that only tests switch on.

use std::process::Command;
use std::sync::OnceLock;

use crate::reading::tree::root;

/// What people get.
const PROGRAMS: [&str; 2] = ["desktop", "cli"];

/// One crate in it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Package {
    /// Its name.
    pub(crate) name: String,
    /// The license it gives.
    pub(crate) license: String,
    /// The features that are on.
    pub(crate) features: Vec<String>,
}

/// Every crate that ships on Linux, without what only builds need.
pub(crate) fn packages() -> &'static [Package] {
    static PACKAGES: OnceLock<Vec<Package>> = OnceLock::new();
    PACKAGES.get_or_init(|| {
        let found = read(&tree());
        let has = |name: &str| found.iter().any(|package| package.name == name);
        assert!(["desktop", "cli", "office", "vault", "tauri"].into_iter().all(has), "{found:?}");
        found
    })
}

fn tree() -> String {
    let ask = |extra: &[&str]| {
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
        cargo.args(["tree", "--locked", "--edges", "normal", "--prefix", "none"]);
        cargo.args(["--target", "x86_64-unknown-linux-gnu", "--format", "{p}|{l}|{f}"]);
        cargo.args(PROGRAMS.into_iter().flat_map(|name| ["--package", name]));
        cargo.args(extra).current_dir(root()).output().unwrap()
    };
    let offline = ask(&["--offline"]);
    // A machine that has never built the window has not all of it on disk yet.
    let answer = if offline.status.success() { offline } else { ask(&[]) };
    let complaint = String::from_utf8_lossy(&answer.stderr);
    assert!(answer.status.success(), "cargo tree: {complaint}");
    String::from_utf8(answer.stdout).unwrap()
}

/// Reads lines such as `tokio v1.54.1|MIT|rt,sync (*)`.
pub(crate) fn read(tree: &str) -> Vec<Package> {
    let mut packages: Vec<Package> = tree
        .lines()
        .filter_map(|line| {
            let mut parts = line.trim().trim_end_matches(" (*)").split('|');
            let name = parts.next()?.split(' ').next().filter(|name| !name.is_empty())?;
            let license = parts.next()?.to_owned();
            let features = parts.next()?.split(',').filter(|f| !f.is_empty()).map(str::to_owned);
            Some(Package { name: name.to_owned(), license, features: features.collect() })
        })
        .collect();
    packages.sort();
    packages.dedup();
    packages
}

#[test]
fn a_line_of_the_tree_is_read() {
    let packages =
        read("tokio v1.5.0|MIT|rt,sync\ntokio v1.5.0|MIT|rt,sync (*)\n\nvault v0.1.0 (/x)||\n");
    let tokio = packages.first().unwrap();
    assert_eq!(packages.len(), 2);
    assert_eq!((tokio.license.as_str(), tokio.features.len()), ("MIT", 2));
    assert_eq!(packages.last().unwrap().license, "");
}
