//! What the machine must have, how to see whether it does, and which Debian packages bring it.

use std::path::Path;

use crate::program::{answer, on_path};

/// What a thing is needed for; each purpose includes the ones before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Purpose {
    /// To build Bedside and open it on a desktop.
    Open,
    /// To open it where there is no display, and take its picture.
    Tour,
    /// To run every test.
    Test,
}

/// How a missing thing can be had.
pub(crate) enum Cure {
    /// Debian's packages of these names.
    Packages(&'static [&'static str]),
    /// Components of the Rust toolchain.
    Component(&'static str),
    /// A sentence for the person.
    Advice(&'static str),
}

/// One thing the machine must have.
pub(crate) struct Need {
    pub(crate) name: &'static str,
    pub(crate) purpose: Purpose,
    pub(crate) cure: Cure,
    /// What was found, or `None`.
    pub(crate) look: fn() -> Option<String>,
}

/// Everything needed here, in the order it is shown.
pub(crate) fn needs() -> Vec<Need> {
    let mut all = toolchain();
    if cfg!(target_os = "linux") {
        all.extend(libraries());
        all.extend(display());
        all.extend(test_tools());
    }
    all
}

fn toolchain() -> Vec<Need> {
    let rust = "install Rust 1.90 or newer: https://rustup.rs";
    let node = "install Node 20.19 or newer (not 21), with npm: https://nodejs.org";
    vec![
        need("Rust 1.90", Purpose::Open, Cure::Advice(rust), || {
            version_from(&answer("rustc", &["--version"])?, |found| found >= (1, 90))
        }),
        need("rustfmt", Purpose::Test, Cure::Component("rustfmt"), || {
            answer("cargo", &["fmt", "--version"])
        }),
        need("clippy", Purpose::Test, Cure::Component("clippy"), || {
            answer("cargo", &["clippy", "--version"])
        }),
        need("Node 20.19", Purpose::Open, Cure::Advice(node), || {
            version_from(&answer("node", &["--version"])?, is_good_node)
        }),
        need("npm", Purpose::Open, Cure::Advice(node), || found("npm")),
    ]
}

fn libraries() -> Vec<Need> {
    vec![
        need("C compiler", Purpose::Open, packages(&["build-essential"]), || found("cc")),
        need("pkg-config", Purpose::Open, packages(&["pkg-config"]), || found("pkg-config")),
        need("OpenSSL", Purpose::Open, packages(&["libssl-dev"]), || library("openssl")),
        need("WebKitGTK 4.1", Purpose::Open, packages(&["libwebkit2gtk-4.1-dev"]), || {
            library("webkit2gtk-4.1")
        }),
        need("librsvg", Purpose::Open, packages(&["librsvg2-dev"]), || library("librsvg-2.0")),
        need("file", Purpose::Open, packages(&["file"]), || found("file")),
    ]
}

fn display() -> Vec<Need> {
    vec![
        need("WebKitWebDriver", Purpose::Tour, packages(&["webkit2gtk-driver"]), || {
            found("WebKitWebDriver")
        }),
        need("xvfb-run", Purpose::Tour, packages(&["xvfb"]), || found("xvfb-run")),
        need("xauth", Purpose::Tour, packages(&["xauth"]), || found("xauth")),
        need("dbus-run-session", Purpose::Tour, packages(&["dbus"]), || found("dbus-run-session")),
        need("fonts", Purpose::Tour, packages(&["fonts-dejavu-core"]), fonts),
    ]
}

fn test_tools() -> Vec<Need> {
    vec![
        need("gnome-keyring", Purpose::Test, packages(&["gnome-keyring"]), || {
            found("gnome-keyring-daemon")
        }),
        need("Chromium", Purpose::Test, packages(&["chromium"]), || found("chromium")),
        need("ChromeDriver", Purpose::Test, packages(&["chromium-driver"]), || {
            found("chromedriver")
        }),
        need("pdftotext", Purpose::Test, packages(&["poppler-utils"]), || found("pdftotext")),
        need("WeasyPrint", Purpose::Test, packages(&["weasyprint"]), || found("weasyprint")),
    ]
}

fn need(name: &'static str, purpose: Purpose, cure: Cure, look: fn() -> Option<String>) -> Need {
    Need { name, purpose, cure, look }
}

fn packages(names: &'static [&'static str]) -> Cure {
    Cure::Packages(names)
}

fn found(name: &str) -> Option<String> {
    on_path(name).then(|| "found".to_owned())
}

fn library(name: &str) -> Option<String> {
    answer("pkg-config", &["--modversion", name])
}

fn fonts() -> Option<String> {
    let folders = ["/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/dejavu-sans-fonts"];
    folders.iter().find(|folder| Path::new(folder).is_dir()).map(|_| "DejaVu".to_owned())
}

/// The version in a program's answer, when it is good enough.
fn version_from(said: &str, is_good: fn((u32, u32)) -> bool) -> Option<String> {
    let word = said.split_whitespace().find_map(|word| {
        let word = word.trim_start_matches('v');
        word.starts_with(|first: char| first.is_ascii_digit()).then_some(word)
    })?;
    let mut numbers = word.split('.').map_while(|number| number.parse().ok());
    let version = (numbers.next()?, numbers.next()?);
    is_good(version).then(|| word.to_owned())
}

/// What Vite accepts: `^20.19 || >= 22.12`.
fn is_good_node(version: (u32, u32)) -> bool {
    (version.0 == 20 && version.1 >= 19) || version >= (22, 12)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_node_versions_that_vite_refuses_are_refused() {
        for (said, is_good) in [
            ("v18.20.4", false),
            ("v20.18.3", false),
            ("v20.19.0", true),
            ("v20.20.2", true),
            ("v21.7.3", false),
            ("v22.11.0", false),
            ("v22.12.0", true),
            ("v24.0.1", true),
            ("nonsense", false),
        ] {
            assert_eq!(version_from(said, is_good_node).is_some(), is_good, "{said}");
        }
    }

    #[test]
    fn the_rust_version_is_read_from_the_whole_answer() {
        let said = "rustc 1.95.0 (59807616e 2026-04-14)";
        let new_enough = |found: (u32, u32)| found >= (1, 90);
        assert_eq!(version_from(said, new_enough).as_deref(), Some("1.95.0"));
        assert_eq!(version_from("rustc 1.89.0 (29483883e)", new_enough), None);
        assert_eq!(
            version_from("rustc 1.100.0-nightly", new_enough).as_deref(),
            Some("1.100.0-nightly")
        );
    }

    #[test]
    fn what_a_window_needs_is_part_of_what_the_tests_need() {
        assert!(Purpose::Open < Purpose::Tour && Purpose::Tour < Purpose::Test);
    }
}
