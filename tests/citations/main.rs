//! Replays findings of federal inspectors through the real commands, day by day: would Bedside have
//! said so before the inspector did?
//!
//! `cargo run -p office-tests --bin citations -- FILE`

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "it answers on the terminal")]

use std::process::ExitCode;

use office_tests::citations::{self, Standing};

#[tokio::main]
async fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("Name the file of findings: citations FILE");
        return ExitCode::from(2);
    };
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(why) => {
            eprintln!("{path} cannot be read: {why}");
            return ExitCode::from(2);
        }
    };
    let findings = match citations::read(&text) {
        Ok(findings) => findings,
        Err(why) => {
            eprintln!("{path}: {why}");
            return ExitCode::from(2);
        }
    };
    let mut counts = [0_u32; 4];
    let mut unclean = 0;
    for finding in &findings {
        let verdict = citations::replay(finding).await;
        println!("{}", verdict.told(finding));
        let place = match verdict.standing() {
            Standing::Caught => 0,
            Standing::Missed => 1,
            Standing::Waiting => 2,
            Standing::NotJudgeable => 3,
        };
        if let Some(count) = counts.get_mut(place) {
            *count += 1;
        }
        unclean += u32::from(!verdict.raised_by_control.is_empty());
    }
    let [caught, missed, waiting, thin] = counts;
    if unclean > 0 {
        println!("{unclean} clean controls raised something");
    }
    println!(
        "{caught} caught, {missed} missed, {waiting} waiting, {thin} not judgeable, {} in all",
        findings.len()
    );
    if missed == 0 && unclean == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
