//! The contract that the window is checked against.

use office::app::command_table;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/src/ipc/contract.ts");

#[test]
fn the_contract_of_the_window_is_current() {
    let printed = command_table().contract();
    if std::env::var_os("BEDSIDE_WRITE_CONTRACT").is_some() {
        vault::files::write_atomic(FILE.as_ref(), printed.as_bytes()).unwrap();
    }
    let committed = std::fs::read_to_string(FILE).unwrap();
    assert!(
        committed == printed,
        "ui/src/ipc/contract.ts is stale. Print it anew with \
         `BEDSIDE_WRITE_CONTRACT=1 cargo test -p office-tests --test it contract`."
    );
}

#[test]
fn no_command_is_registered_twice() {
    assert_eq!(command_table().doubles(), [] as [&str; 0]);
}
