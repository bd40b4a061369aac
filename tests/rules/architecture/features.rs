//! Features: what stands where inside one, and which may know which.

use std::collections::{BTreeMap, BTreeSet};

use office::features::KNOWS;

use super::layers::{OFFICE, Use, all_uses, uses};
use crate::fault::{Fault, Rule};
use crate::reading::rust::{Code, code_in};
use crate::reading::tree::{folders, name_of};
use crate::reading::words;

const INSIDE: Rule = Rule {
    wants: "Inside a feature, imports run one way: model ← rules ← store ← actions, queries ← commands. \
            Other files count as rules; as actions when they work on a transaction.",
    because: "a decision that needs no database can be tested with a table of values, and a wire type \
              that changes must not reach the rules.",
    instead: "move the function to the file whose level it has. `queries` may name the wire types in \
              `commands`, which they fill, and nothing else there.",
};

const ASIDE: Rule = Rule {
    wants: "A feature knows only the features that `KNOWS` in features/mod.rs names.",
    because: "features that look at each other freely become one feature nobody can change.",
    instead: "write what spans two features in `app/workflows/`; or add the line to `KNOWS`, if it \
              makes no circle.",
};

const ROUND: Rule = Rule {
    wants: "Nothing knows itself by a detour.",
    because: "what goes in a circle can only be understood and changed whole.",
    instead: "move the part that both need into a file of its own, below both.",
};

/// How high each file of a feature stands. What is not named stands by what it does.
const LEVELS: [(&str, usize); 6] =
    [("model", 0), ("rules", 1), ("store", 2), ("actions", 3), ("queries", 3), ("commands", 4)];

/// Words by which a file shows that it works on a transaction.
const TRANSACTION: [&str; 4] = ["WriteTx", "ReadTx", "Reads", "SqliteConnection"];

const READS: Rule = Rule {
    wants: "A feature's `store.rs` reads; it begins no write.",
    because: "whoever looks for what changes a record must find it in one kind of file.",
    instead: "move the verb to `actions.rs`.",
};

type Graph = BTreeMap<String, BTreeSet<String>>;

/// The file or folder of a feature that a module belongs to: `features::cases::store` is
/// `("cases", "store")`.
fn place(module: &[String]) -> Option<(&str, &str)> {
    match module {
        [top, feature, part, ..] if top == "features" => Some((feature, part)),
        _ => None,
    }
}

/// The level of each part of each feature.
fn levels<'a>(files: impl Iterator<Item = &'a Code>) -> BTreeMap<(String, String), usize> {
    let mut found = BTreeMap::new();
    for code in files {
        let Some(within) = code.path.strip_prefix(&format!("{OFFICE}/features/")) else { continue };
        let Some((feature, rest)) = within.split_once('/') else { continue };
        let part = rest.split('/').next().unwrap_or_default().trim_end_matches(".rs");
        let named = LEVELS.iter().find(|(name, _)| *name == part);
        let works = words(&code.shipped).any(|w| TRANSACTION.contains(&w.text));
        let level = named.map_or(if works { 3 } else { 1 }, |(_, level)| *level);
        let kept = found.entry((feature.to_owned(), part.to_owned())).or_insert(level);
        *kept = level.max(*kept);
    }
    found
}

fn is_type(path: &[String]) -> bool {
    path.last().is_some_and(|name| name.starts_with(|c: char| c.is_ascii_uppercase()))
}

fn inside(uses: &[Use], levels: &BTreeMap<(String, String), usize>) -> Vec<Fault> {
    let level =
        |place: (&str, &str)| levels.get(&(place.0.to_owned(), place.1.to_owned())).copied();
    uses.iter()
        .filter_map(|used| {
            let from = place(&used.from)?;
            if from.1 == "mod" || used.to.get(..2) != used.from.get(..2) {
                return None;
            }
            let to = place(&used.to)?;
            let is_wire = to.1 == "commands" && is_type(&used.to) && level(from) == Some(3);
            let says = match (level(from)?, level(to)) {
                _ if from == to || is_wire => return None,
                (from, Some(to)) if to <= from => return None,
                (_, None) => format!("{} is reached through mod.rs; name its file", to.1),
                _ => format!("{} knows {}", from.1, used.to.get(2..)?.join("::")),
            };
            Some(Fault::at(&used.path, used.line, says))
        })
        .collect()
}

fn writing_stores<'a>(files: impl Iterator<Item = &'a Code>) -> Vec<Fault> {
    let stores = files.filter(|code| {
        code.path.starts_with(&format!("{OFFICE}/features/")) && name_of(&code.path) == "store.rs"
    });
    stores
        .flat_map(|code| {
            let found = words(&code.shipped).filter(|word| word.text == "WriteTx");
            found
                .map(|word| Fault::at(&code.path, code.line(word.at), "writes"))
                .collect::<Vec<_>>()
        })
        .collect()
}

/// What each part of each feature knows in its own feature, but for wire types.
fn inside_graphs(uses: &[Use]) -> BTreeMap<String, Graph> {
    let mut graphs: BTreeMap<String, Graph> = BTreeMap::new();
    for used in uses {
        let (Some(from), Some(to)) = (place(&used.from), place(&used.to)) else { continue };
        let is_wire = to.1 == "commands" && is_type(&used.to);
        if from.0 == to.0 && from.1 != to.1 && !is_wire {
            let graph = graphs.entry(from.0.to_owned()).or_default();
            graph.entry(from.1.to_owned()).or_default().insert(to.1.to_owned());
        }
    }
    graphs
}

fn aside(uses: &[Use], knows: &[(&str, &[&str])]) -> Vec<Fault> {
    uses.iter()
        .filter_map(|used| {
            let [top, own, ..] = used.from.as_slice() else { return None };
            let [other_top, other, ..] = used.to.as_slice() else { return None };
            let is_other = top == "features" && other_top == "features" && own != other;
            let allowed = knows.iter().find(|(name, _)| name == own).map_or(&[][..], |(_, k)| k);
            let says = format!("{own} does not know {other}");
            (is_other && !allowed.contains(&other.as_str()))
                .then(|| Fault::at(&used.path, used.line, says))
        })
        .collect()
}

/// A circle in the graph, if there is one.
fn circle(graph: &Graph) -> Option<String> {
    fn follow(
        graph: &Graph,
        path: &mut Vec<String>,
        done: &mut BTreeSet<String>,
    ) -> Option<String> {
        let here = path.last()?.clone();
        for next in graph.get(&here).into_iter().flatten() {
            if let Some(start) = path.iter().position(|name| name == next) {
                let round = path.iter().skip(start).chain([next]).cloned();
                return Some(round.collect::<Vec<_>>().join(" → "));
            }
            if !done.contains(next) {
                path.push(next.clone());
                let found = follow(graph, path, done);
                path.pop();
                if found.is_some() {
                    return found;
                }
            }
        }
        done.insert(here);
        None
    }
    let mut done = BTreeSet::new();
    graph.keys().find_map(|name| follow(graph, &mut vec![name.clone()], &mut done))
}

fn graph_of(knows: &[(&str, &[&str])]) -> Graph {
    knows
        .iter()
        .map(|(name, known)| ((*name).to_owned(), known.iter().map(|k| (*k).to_owned()).collect()))
        .collect()
}

#[test]
fn inside_a_feature_imports_run_one_way() {
    let uses = all_uses();
    INSIDE.holds(inside(&uses, &levels(code_in(OFFICE))));
    let circles = inside_graphs(&uses).into_iter().filter_map(|(feature, graph)| {
        Some(Fault::of(&format!("{OFFICE}/features/{feature}"), circle(&graph)?))
    });
    ROUND.holds(circles.collect());
}

#[test]
fn the_store_of_a_feature_only_reads() {
    READS.holds(writing_stores(code_in(OFFICE)));
    let path = format!("{OFFICE}/features/cases/store.rs");
    let bad = Code::read(&path, "pub(crate) async fn open(tx: &mut WriteTx) {}");
    assert_eq!(writing_stores([&bad].into_iter()).len(), 1);
}

#[test]
fn features_know_only_whom_the_table_names() {
    let named: Vec<&str> = KNOWS.iter().map(|(name, _)| *name).collect();
    assert_eq!(
        named,
        folders(&format!("{OFFICE}/features")),
        "`KNOWS` has one line a feature, by name"
    );
    ASIDE.holds(aside(&all_uses(), KNOWS));
    let circles = circle(&graph_of(KNOWS)).map(|says| Fault::of("features/mod.rs", says));
    ROUND.holds(circles.into_iter().collect());
}

#[test]
fn a_feature_turned_upside_down_is_noticed() {
    let file =
        |path: &str, text: &str| Code::read(&format!("{OFFICE}/features/cases/{path}"), text);
    let files = [
        file("model.rs", "use super::store::find;"),
        file("store.rs", "use super::queries::view;"),
        file("queries.rs", "use super::commands::{CaseView, check};"),
        file("sorting.rs", "use super::queries;"),
        file(
            "gathering.rs",
            "use crate::store::Reads; use super::queries; use super::{commands, store};",
        ),
        file("commands.rs", "use super::CaseId; use super::actions;"),
        file("actions.rs", ""),
    ];
    let found = inside(&uses(files.iter()), &levels(files.iter()));
    let said: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "src-tauri/office/src/features/cases/model.rs:1: model knows store::find",
            "src-tauri/office/src/features/cases/store.rs:1: store knows queries::view",
            "src-tauri/office/src/features/cases/queries.rs:1: queries knows commands::check",
            "src-tauri/office/src/features/cases/sorting.rs:1: sorting knows queries",
            "src-tauri/office/src/features/cases/gathering.rs:1: gathering knows commands",
            "src-tauri/office/src/features/cases/commands.rs:1: CaseId is reached through mod.rs; name its file",
        ]
    );
}

#[test]
fn a_feature_that_looks_aside_and_a_circle_are_noticed() {
    let file = Code::read(
        &format!("{OFFICE}/features/people/queries.rs"),
        "use crate::features::{office, cases::find};",
    );
    let found = aside(&uses([&file].into_iter()), &[("people", &["office"])]);
    assert_eq!(found.len(), 1, "{found:?}");
    let round: &[(&str, &[&str])] = &[("a", &["b"]), ("b", &["c"]), ("c", &["a"]), ("d", &["a"])];
    assert_eq!(circle(&graph_of(round)).unwrap(), "a → b → c → a");
    assert_eq!(circle(&graph_of(&[("a", &["b", "c"]), ("b", &["c"])])), None);
}
