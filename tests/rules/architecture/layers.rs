//! The layers of the product: `kernel ← content ← store ← table ← features ← app`.

use crate::fault::{Fault, Rule};
use crate::reading::rust::{Code, code_in, module_of, resolve};
use crate::reading::words;

/// The folder of the product's code.
pub(super) const OFFICE: &str = "src-tauri/office/src";

/// From the left; each may know itself and what stands before it.
const LAYERS: [&str; 6] = ["kernel", "content", "store", "table", "features", "app"];

const RULE: Rule = Rule {
    wants: "Inside the product, imports run one way: kernel ← content ← store ← table ← features ← app.",
    because: "what is below must be readable, testable and right without what is above it; once the \
              store knows a case, nothing can be changed alone.",
    instead: "move the part that both need down (a pure noun goes to `kernel/`, a decision over two \
              features to `app/workflows/`), or pass the value in.",
};

/// One use of a module: by whom, of what.
pub(super) struct Use {
    /// The file.
    pub(super) path: String,
    /// The line.
    pub(super) line: usize,
    /// The module that the file is.
    pub(super) from: Vec<String>,
    /// What is used, from the top of the crate.
    pub(super) to: Vec<String>,
}

/// Every use of the product's own modules in these files, without what only tests see.
pub(super) fn uses<'a>(files: impl Iterator<Item = &'a Code> + Clone) -> Vec<Use> {
    let only_tests: Vec<Vec<String>> = files
        .clone()
        .flat_map(|code| code.test_modules.iter().map(|name| below(module(code), name)))
        .collect();
    let macros: Vec<Vec<String>> = files.clone().flat_map(macros).collect();
    files
        .filter(|code| !only_tests.iter().any(|tests| module(code).starts_with(tests)))
        .flat_map(|code| {
            let from = module(code);
            let found = code.imports().into_iter().filter_map(|import| {
                let to = resolve(&from, &import.parts)?;
                // A macro stands at the top of its crate, wherever it was written.
                let written = macros.iter().find(|path| path.last() == to.first() && to.len() == 1);
                let to = written.cloned().unwrap_or(to);
                Some(Use { path: code.path.clone(), line: import.line, from: from.clone(), to })
            });
            found.collect::<Vec<_>>()
        })
        .collect()
}

/// Every use in the product itself.
pub(super) fn all_uses() -> Vec<Use> {
    uses(code_in(OFFICE).collect::<Vec<_>>().into_iter())
}

fn module(code: &Code) -> Vec<String> {
    let within = code.path.strip_prefix(OFFICE).unwrap_or_default();
    module_of(within.trim_start_matches('/'))
}

fn below(mut module: Vec<String>, name: &str) -> Vec<String> {
    module.push(name.to_owned());
    module
}

/// The exported macros of a file, where they are written.
fn macros(code: &Code) -> Vec<Vec<String>> {
    if !code.text.contains("#[macro_export]") {
        return Vec::new();
    }
    let defined = words(&code.text).filter(|word| word.before.ends_with("macro_rules!"));
    defined.map(|word| below(module(code), word.text)).collect()
}

fn faults(uses: &[Use]) -> Vec<Fault> {
    let rank = |module: &[String]| {
        LAYERS.iter().position(|layer| module.first().is_some_and(|m| m == layer))
    };
    uses.iter()
        .filter(|used| !used.from.is_empty() && !used.to.is_empty())
        .filter_map(|used| {
            match (rank(&used.from), rank(&used.to)) {
                (Some(from), Some(to)) if to <= from => None,
                (None, _) => {
                    Some("is in no layer; say in tests/rules where its folder stands".to_owned())
                }
                _ => Some(format!("{} knows {}", used.from.join("::"), used.to.join("::"))),
            }
            .map(|says| Fault::at(&used.path, used.line, says))
        })
        .collect()
}

#[test]
fn imports_in_the_product_run_one_way() {
    let uses = all_uses();
    assert!(uses.len() > 200, "the rule reads nothing");
    RULE.holds(faults(&uses));
}

#[test]
fn an_import_against_the_direction_is_noticed() {
    let file = |path: &str, text: &str| Code::read(&format!("{OFFICE}/{path}"), text);
    let bad = [
        file("store/tx.rs", "use crate::features::cases;"),
        file("kernel/id.rs", "fn f() { super::super::store::open() }"),
        file("table.rs", "use crate::{kernel::Id, app::Office};"),
        file("attic/old.rs", "use crate::kernel;"),
    ];
    assert_eq!(faults(&uses(bad.iter())).len(), 4);
    let good = [
        file("kernel/code.rs", "#[macro_export]\nmacro_rules! codes { () => {} }"),
        file("app/gate.rs", "use crate::{features::cases, table::Table, codes};"),
        file("store/tx.rs", "#[cfg(test)]\nmod tests { use crate::features::cases; }"),
    ];
    assert_eq!(faults(&uses(good.iter())).len(), 0);
}
