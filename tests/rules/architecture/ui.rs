//! The window's code: `words, design, ipc ← features ← app`.

use crate::fault::{Fault, Rule};
use crate::reading::script::{Script, scripts};
use crate::reading::tree::{folder_of, name_of};
use crate::reading::words;

const SRC: &str = "ui/src";

/// From the left; each may know its own level's folders too, but a feature no other feature.
const LEVELS: [(&str, usize); 5] =
    [("words", 0), ("design", 0), ("ipc", 0), ("features", 1), ("app", 2)];

const DIRECTION: Rule = Rule {
    wants: "In the window, imports run one way: words, design, ipc ← features ← app.",
    because: "a button that knows a case cannot be used anywhere else, nor shown in the gallery.",
    instead: "pass the value or the words in as a property, or compose the two in `app/`.",
};

const ASIDE: Rule = Rule {
    wants: "A feature of the window imports no other feature.",
    because: "features that import one another can only be read, tested and changed together.",
    instead: "link with a route string, compose the mixed page in `app/`, or move what both show to \
              `design/` (looks), `words/` (text) or `ipc/` (calls).",
};

const BRIDGE: Rule = Rule {
    wants: "Only ui/src/ipc/call.ts imports @tauri-apps.",
    because: "there is one way to the office, so that it can be swapped for the test host and watched.",
    instead: "add what is needed to ipc/call.ts and import it from there.",
};

const EXPORTS: Rule = Rule {
    wants: "The window has no default exports and no barrels.",
    because: "a thing has one name and one address; barrels hide who knows whom and make circles.",
    instead: "export by name, and import from the file that has it.",
};

const MARKUP: Rule = Rule {
    wants: "No HTML is made from text.",
    because: "what a patient or a hospital wrote must never become markup in a window that holds the record.",
    instead: "make elements; what needs structure comes from Rust as a typed tree.",
};

/// The ways text becomes markup, in lower case.
const MARKUP_WORDS: [&str; 7] = [
    "innerhtml",
    "outerhtml",
    "dangerouslysetinnerhtml",
    "insertadjacenthtml",
    "srcdoc",
    "createcontextualfragment",
    "parsefromstring",
];

/// Where an import leads, from ui/src; nothing for a package.
fn target(file: &Script, import: &str) -> Option<Vec<String>> {
    let folder = folder_of(&file.path).strip_prefix(SRC)?;
    if !import.starts_with('.') {
        return None;
    }
    let mut at: Vec<String> =
        folder.split('/').filter(|p| !p.is_empty()).map(str::to_owned).collect();
    for part in import.split('/') {
        match part {
            "." => {}
            ".." => {
                at.pop();
            }
            part => at.push(part.to_owned()),
        }
    }
    Some(at)
}

fn level(place: &[String]) -> Option<usize> {
    LEVELS
        .iter()
        .find(|(name, _)| place.first().is_some_and(|p| p == name))
        .map(|(_, level)| *level)
}

fn direction(file: &Script) -> Vec<Fault> {
    let own = target(file, "./x").unwrap_or_default();
    let judge = |(line, import)| {
        let to = target(file, import)?;
        match (level(&own), level(&to)) {
            (Some(from), Some(to)) if to <= from => None,
            (None, _) => Some(Fault::of(&file.path, "is in no layer of the window")),
            _ => Some(Fault::at(&file.path, line, format!("imports {import}"))),
        }
    };
    file.imports().into_iter().filter_map(judge).collect()
}

fn aside(file: &Script) -> Vec<Fault> {
    let own = target(file, "./x").unwrap_or_default();
    let judge = |(line, import)| {
        let to = target(file, import)?;
        let are_features = own.first()? == "features" && to.first()? == "features";
        let says = format!("imports {import}");
        (are_features && own.get(1) != to.get(1)).then(|| Fault::at(&file.path, line, says))
    };
    file.imports().into_iter().filter_map(judge).collect()
}

fn bridge(file: &Script) -> Vec<Fault> {
    let is_bridge = file.path == "ui/src/ipc/call.ts";
    let strange =
        file.imports().into_iter().filter(|(_, i)| i.starts_with("@tauri-apps") && !is_bridge);
    strange.map(|(line, import)| Fault::at(&file.path, line, format!("imports {import}"))).collect()
}

fn exports(file: &Script) -> Vec<Fault> {
    let code = &file.text;
    let mut faults = Vec::new();
    if name_of(&file.path).starts_with("index.") {
        faults.push(Fault::of(&file.path, "is a barrel by name"));
    }
    for word in words(code).filter(|word| word.text == "export") {
        let statement = word.after.split(';').next().unwrap_or_default();
        let names = statement.trim_start_matches("type").trim_start();
        let passes_on = names.starts_with('*')
            || names.starts_with('{')
                && statement.rsplit('}').next().is_some_and(|s| s.trim() == "from");
        let says = if statement.starts_with("default") {
            "exports a default"
        } else if passes_on {
            "passes on what another file has"
        } else {
            continue;
        };
        faults.push(Fault::at(&file.path, file.line(word.at), says));
    }
    faults
}

fn markup(file: &Script) -> Vec<Fault> {
    let by_name = words(&file.text).map(|word| (file.line(word.at), word.text));
    let by_string = file.strings.iter().map(|(at, value)| (file.line(*at), value.as_str()));
    by_name
        .chain(by_string)
        .filter(|(_, name)| MARKUP_WORDS.contains(&name.to_ascii_lowercase().as_str()))
        .map(|(line, name)| Fault::at(&file.path, line, format!("uses {name}")))
        .collect()
}

#[test]
fn imports_in_the_window_run_one_way() {
    assert!(scripts().count() > 100, "the rule reads nothing");
    DIRECTION.holds(scripts().flat_map(direction).collect());
}

#[test]
fn features_of_the_window_do_not_import_one_another() {
    ASIDE.holds(scripts().flat_map(aside).collect());
}

#[test]
fn only_one_file_imports_tauri() {
    let bridge_file = scripts().find(|file| file.path == "ui/src/ipc/call.ts").unwrap();
    assert!(bridge_file.imports().iter().any(|(_, i)| i.starts_with("@tauri-apps")));
    BRIDGE.holds(scripts().flat_map(bridge).collect());
}

#[test]
fn a_thing_is_exported_by_its_name_from_its_file() {
    EXPORTS.holds(scripts().flat_map(exports).collect());
}

#[test]
fn no_text_becomes_markup() {
    MARKUP.holds(scripts().flat_map(markup).collect());
}

#[test]
fn an_import_that_looks_up_or_aside_is_noticed() {
    let file = |path: &str, text: &str| Script::read(&format!("ui/src/{path}"), text);
    let up = file("design/buttons/Button.tsx", "import { x } from \"../../features/cases/x\";");
    assert_eq!(direction(&up).len(), 1);
    let higher = file("features/cases/A.tsx", "const x = await import(\"../../app/router\");");
    assert_eq!(direction(&higher).len(), 1);
    let across = file("features/cases/page/A.tsx", "import type { B } from \"../../clocks/b\";");
    assert_eq!((direction(&across).len(), aside(&across).len()), (0, 1));
    let good =
        file("app/pages/A.tsx", "import \"../../features/cases/b\"; import { c } from \"react\";");
    assert_eq!((direction(&good).len(), aside(&good).len()), (0, 0));
}

#[test]
fn a_second_bridge_barrels_and_markup_are_noticed() {
    let file = |text: &str| Script::read("ui/src/words/a.ts", text);
    assert_eq!(bridge(&file("import { invoke } from \"@tauri-apps/api/core\";")).len(), 1);
    for bad in [
        "export default function A() {}",
        "export * from \"./b\";",
        "export { a, b } from \"./b\";",
        "export type { A } from \"./b\";",
    ] {
        assert_eq!(exports(&file(bad)).len(), 1, "{bad}");
    }
    assert_eq!(exports(&file("export { a };\nexport const b = 1;")).len(), 0);
    assert_eq!(
        markup(&file("el.innerHTML = a; <iframe srcDoc={b} />; el[\"outerHTML\"]; // srcdoc"))
            .len(),
        3
    );
}
