//! Everything we ship may be shipped: each crate and each package of the window has a known license.

use crate::fault::{Fault, Rule};
use crate::reading::tree::file;
use crate::shipped::{Package, packages, read};

const RULE: Rule = Rule {
    wants: "Everything we ship has a license from the list.",
    because: "hospitals ask, and one license that spreads would bind the whole program.",
    instead: "take another crate; or, when the license asks no more than the others, add it to `ALLOWED`.",
};

/// Licenses that ask for no more than their text and the names of the authors.
const ALLOWED: [&str; 16] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "OFL-1.1",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
    // Asks for the source of its own files when they are changed. We change none.
    "MPL-2.0",
];

/// Packages whose license is not written where it is looked for, and what it is.
const EXCEPTIONS: [(&str, &str); 0] = [];

/// Whether an SPDX expression can be met with allowed licenses. `MIT/Apache-2.0` is an old `OR`.
fn is_allowed(expression: &str) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let mut tokens = spaced.split_whitespace().peekable();
    let met = either(&mut tokens);
    met && tokens.next().is_none()
}

type Tokens<'a> = std::iter::Peekable<std::str::SplitWhitespace<'a>>;

fn either(tokens: &mut Tokens<'_>) -> bool {
    let mut met = both(tokens);
    while tokens.next_if_eq(&"OR").is_some() {
        met |= both(tokens);
    }
    met
}

fn both(tokens: &mut Tokens<'_>) -> bool {
    let mut met = one(tokens);
    while tokens.next_if_eq(&"AND").is_some() {
        met &= one(tokens);
    }
    met
}

fn one(tokens: &mut Tokens<'_>) -> bool {
    match tokens.next() {
        Some("(") => {
            let met = either(tokens);
            tokens.next() == Some(")") && met
        }
        Some(name) => {
            let exception = tokens.next_if_eq(&"WITH").and_then(|_| tokens.next());
            let full = exception.map_or(name.to_owned(), |e| format!("{name} WITH {e}"));
            ALLOWED.contains(&full.as_str())
        }
        None => false,
    }
}

fn faults<'a>(licenses: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<Fault> {
    licenses
        .filter(|(name, license)| {
            let known = EXCEPTIONS.iter().find(|(excepted, _)| excepted == name);
            !is_allowed(known.map_or(license, |(_, license)| license))
        })
        .map(|(name, license)| Fault::of(name, format!("license \"{license}\"")))
        .collect()
}

fn of_crates(packages: &[Package]) -> impl Iterator<Item = (&str, &str)> {
    packages.iter().map(|package| (package.name.as_str(), package.license.as_str()))
}

/// Packages of the window that are not for developing only.
fn of_window(lock: &serde_json::Value) -> Vec<(&str, &str)> {
    let packages = lock.get("packages").and_then(serde_json::Value::as_object).unwrap();
    let is_on =
        |package: &serde_json::Value, key: &str| package.get(key).is_some_and(|v| v == true);
    packages
        .iter()
        .filter(|(path, package)| !path.is_empty() && !is_on(package, "dev"))
        .map(|(path, package)| {
            let license = package.get("license").and_then(serde_json::Value::as_str);
            (path.trim_start_matches("node_modules/"), license.unwrap_or_default())
        })
        .collect()
}

#[test]
fn every_crate_we_ship_has_a_known_license() {
    RULE.holds(faults(of_crates(packages())));
}

#[test]
fn every_package_of_the_window_has_a_known_license() {
    let lock: serde_json::Value = serde_json::from_str(&file("ui/package-lock.json").text).unwrap();
    let packages = of_window(&lock);
    assert!(packages.iter().any(|(name, _)| *name == "react"), "the rule reads nothing");
    RULE.holds(faults(packages.into_iter()));
}

#[test]
fn the_program_itself_has_its_license_beside_it() {
    assert!(file("LICENSE").text.contains("Apache License"), "LICENSE is not Apache-2.0");
    assert!(packages().iter().any(|p| p.name == "desktop" && p.license == "Apache-2.0"));
}

#[test]
fn a_license_that_spreads_or_is_missing_is_noticed() {
    for good in ["MIT", "MIT/Apache-2.0", "GPL-2.0-only OR Apache-2.0", "(MIT OR GPL-3.0) AND ISC"]
    {
        assert!(is_allowed(good), "{good}");
    }
    for bad in
        ["", "GPL-3.0-only", "MIT AND GPL-2.0-only", "(MIT", "Apache-2.0 WITH other", "MIT ISC"]
    {
        assert!(!is_allowed(bad), "{bad}");
    }
    let tree = read("good v1|MIT|\nbad v1|AGPL-3.0-only|\nnone v1||\n");
    assert_eq!(faults(of_crates(&tree)).len(), 2);
    let lock = serde_json::json!({ "packages": {
        "": {}, "node_modules/a": { "license": "GPL-2.0-only" }, "node_modules/b": {},
        "node_modules/c": { "license": "GPL-2.0-only", "dev": true },
    }});
    assert_eq!(faults(of_window(&lock).into_iter()).len(), 2);
}
