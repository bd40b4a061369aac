//! Builds Bedside and opens it; with no display, takes its picture.

use std::process::Command;
use std::time::Duration;

use crate::Outcome;
use crate::doctor;
use crate::needs::Purpose;
use crate::program::{cargo, on_its_own_display, program, watch};
use crate::test::WITH_WINDOW;
use crate::ui;
use crate::workspace;

const LIMIT: Duration = Duration::from_secs(40 * 60);

/// What the tour leaves, and whether it must.
const PICTURES: [(&str, bool); 4] = [
    ("my-day.png", true),
    ("case.png", true),
    ("case-summary.html", true),
    // Made by Chromium, which may be absent.
    ("case-summary.pdf", false),
];

/// `cargo xtask run [ARGS]`; the arguments are for Bedside.
pub(crate) fn run(arguments: &[String]) -> Outcome {
    if workspace::has_display() { open(arguments) } else { tour() }
}

fn open(arguments: &[String]) -> Outcome {
    doctor::provide(Purpose::Open)?;
    build(&["-p", "desktop"])?;
    let mut bedside = program(workspace::built("debug", "bedside"));
    bedside.args(arguments);
    let status = bedside.status().map_err(|why| format!("Bedside did not start: {why}"))?;
    Ok(status.success())
}

fn tour() -> Outcome {
    println!("There is no display here. Bedside opens on a virtual one and its picture is taken.");
    doctor::provide(Purpose::Tour)?;
    build(&[WITH_WINDOW, &["--bins"]].concat())?;
    let folder = workspace::target().join("tour");
    for (name, _) in PICTURES {
        // What is there afterwards is from this tour.
        std::fs::remove_file(folder.join(name)).ok();
    }
    let mut tour = Command::new(workspace::built("debug", "tour"));
    tour.arg(&folder);
    let ran = watch(on_its_own_display(&tour), LIMIT)?;
    println!();
    let mut has_all = true;
    for (name, is_required) in PICTURES {
        let path = folder.join(name);
        if path.is_file() {
            println!("{}", path.display());
        } else if is_required {
            has_all = false;
            println!("{name} was not made.");
        }
    }
    Ok(ran.ok && has_all)
}

fn build(selection: &[&str]) -> Result<(), String> {
    if !ui::install()? {
        return Err("The interface's packages were not installed.".to_owned());
    }
    if !ui::build()? {
        return Err("The interface was not built.".to_owned());
    }
    let mut command = cargo();
    command.arg("build").args(selection);
    match watch(command, LIMIT)?.ok {
        true => Ok(()),
        false => Err("Bedside was not built.".to_owned()),
    }
}
