//! What every package of the workspace has in common.

use crate::fault::{Fault, Rule};
use crate::reading::tree::{File, every_file, file, name_of};

const INHERITED: Rule = Rule {
    wants: "Every package of the workspace is a member and inherits its lints, version, edition and license.",
    because: "a package with lints of its own is a room where the rules of the house do not hold.",
    instead: "write `[lints] workspace = true` and `license.workspace = true`, and list it in the \
              workspace's members.",
};

fn says(manifest: &toml::Table, path: &[&str]) -> bool {
    let mut value = Some(manifest);
    for key in path {
        value = value.and_then(|table| table.get(*key)).and_then(toml::Value::as_table);
    }
    value.and_then(|table| table.get("workspace")).and_then(toml::Value::as_bool) == Some(true)
}

fn faults(manifest: &File, members: &[String]) -> Vec<Fault> {
    let table: toml::Table = manifest.text.parse().unwrap();
    let wanted: [&[&str]; 6] = [
        &["lints"],
        &["package", "version"],
        &["package", "edition"],
        &["package", "rust-version"],
        &["package", "license"],
        &["package", "publish"],
    ];
    let mut faults: Vec<Fault> = wanted
        .into_iter()
        .filter(|path| !says(&table, path))
        .map(|path| Fault::of(&manifest.path, format!("{} is its own", path.join("."))))
        .collect();
    let folder = manifest.path.strip_suffix("/Cargo.toml").unwrap_or_default();
    if !members.iter().any(|member| member == folder) {
        faults.push(Fault::of(&manifest.path, "is no member of the workspace"));
    }
    faults
}

fn members() -> Vec<String> {
    let workspace: toml::Table = file("Cargo.toml").text.parse().unwrap();
    let members = workspace.get("workspace").and_then(|w| w.get("members")?.as_array());
    members.unwrap().iter().filter_map(|member| Some(member.as_str()?.to_owned())).collect()
}

#[test]
fn every_package_inherits_the_rules_of_the_workspace() {
    let manifests =
        every_file().iter().filter(|f| name_of(&f.path) == "Cargo.toml" && f.path != "Cargo.toml");
    INHERITED.holds(manifests.flat_map(|manifest| faults(manifest, &members())).collect());
    assert!(
        members()
            .iter()
            .all(|member| every_file().iter().any(|f| f.path == format!("{member}/Cargo.toml")))
    );
}

#[test]
fn a_package_with_rules_of_its_own_is_noticed() {
    let own = File::new(
        "attic/Cargo.toml",
        "[package]\nname = \"attic\"\n[lints.rust]\nunsafe_code = \"allow\"",
    );
    assert_eq!(faults(&own, &members()).len(), 7);
}
