//! Says what the machine lacks, and installs it.

use std::time::Duration;

use crate::Outcome;
use crate::apt;
use crate::needs::{Cure, Need, Purpose, needs};
use crate::program::{on_path, program, watch};

/// `cargo xtask doctor [--fix]`.
pub(crate) fn doctor(arguments: &[String]) -> Outcome {
    let is_fixing = match arguments {
        [] => false,
        [only] if only == "--fix" => true,
        _ => return Err("doctor takes --fix or nothing.".to_owned()),
    };
    let missing = table(Purpose::Test);
    if missing.is_empty() {
        println!("\nThis machine has everything.");
        return Ok(true);
    }
    if is_fixing {
        fix(&missing);
        println!();
        return Ok(table(Purpose::Test).is_empty());
    }
    for advice in advice(&missing) {
        println!("\n{advice}");
    }
    println!("\n`cargo xtask doctor --fix` installs what it may.");
    Ok(false)
}

/// Installs what `purpose` lacks. Quiet when nothing does.
pub(crate) fn provide(purpose: Purpose) -> Result<(), String> {
    let missing = missing(purpose);
    if missing.is_empty() {
        return Ok(());
    }
    fix(&missing);
    let names: Vec<_> = self::missing(purpose).iter().map(|need| need.name).collect();
    match names.as_slice() {
        [] => Ok(()),
        names => Err(format!("Still missing on this machine: {}.", names.join(", "))),
    }
}

fn missing(purpose: Purpose) -> Vec<Need> {
    let is_missing = |need: &Need| need.purpose <= purpose && (need.look)().is_none();
    needs().into_iter().filter(is_missing).collect()
}

/// Prints the table and answers what is missing.
fn table(purpose: Purpose) -> Vec<Need> {
    let mut missing = Vec::new();
    for need in needs().into_iter().filter(|need| need.purpose <= purpose) {
        match (need.look)() {
            Some(found) => println!("✓ {:<18} {found}", need.name),
            None => {
                println!("✗ {:<18} missing: {}", need.name, remedy(&need.cure));
                missing.push(need);
            }
        }
    }
    missing
}

fn remedy(cure: &Cure) -> String {
    match cure {
        Cure::Packages(names) => format!("Debian package {}", names.join(" ")),
        Cure::Component(name) => format!("rustup component add {name}"),
        Cure::Advice(sentence) => (*sentence).to_owned(),
    }
}

fn packages(missing: &[Need]) -> Vec<&'static str> {
    let names = |need: &Need| match need.cure {
        Cure::Packages(names) => names,
        Cure::Component(_) | Cure::Advice(_) => &[],
    };
    missing.iter().flat_map(names).copied().collect()
}

/// What a person can do about it, a line each.
fn advice(missing: &[Need]) -> Vec<String> {
    let mut lines: Vec<String> = missing
        .iter()
        .filter(|need| !matches!(need.cure, Cure::Packages(_)))
        .map(|need| remedy(&need.cure))
        .collect();
    let packages = packages(missing);
    if !packages.is_empty() {
        lines.push(apt::line_to_paste(&packages));
    }
    lines
}

fn fix(missing: &[Need]) {
    let packages = packages(missing);
    if !packages.is_empty()
        && let Err(why) = apt::install(&packages)
    {
        println!("{why}");
    }
    for need in missing {
        match need.cure {
            Cure::Component(name) => add_component(name),
            Cure::Advice(sentence) => println!("{}: {sentence}", need.name),
            Cure::Packages(_) => {}
        }
    }
}

fn add_component(name: &str) {
    if !on_path("rustup") {
        println!("{name} comes with the Rust toolchain; this one was not made by rustup.");
        return;
    }
    let mut rustup = program("rustup");
    rustup.args(["component", "add", name]);
    if let Err(why) = watch(rustup, Duration::from_secs(600)) {
        println!("{why}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lacking(cure: Cure) -> Need {
        Need { name: "thing", purpose: Purpose::Test, cure, look: || None }
    }

    #[test]
    fn all_missing_packages_are_one_line_to_paste() {
        let missing = [
            lacking(Cure::Packages(&["xvfb", "xauth"])),
            lacking(Cure::Component("clippy")),
            lacking(Cure::Packages(&["dbus"])),
        ];
        let expected = [
            "rustup component add clippy",
            "sudo apt-get update && sudo apt-get install --no-install-recommends xvfb xauth dbus",
        ];
        assert_eq!(advice(&missing), expected);
    }

    #[test]
    fn a_machine_without_node_is_told_where_to_get_it() {
        let missing = [lacking(Cure::Advice("install Node"))];
        assert_eq!(advice(&missing), ["install Node"]);
        assert!(packages(&missing).is_empty());
    }
}
