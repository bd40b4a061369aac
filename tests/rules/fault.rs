//! What a broken rule says: what it wants, why, and where the code should go.

/// One rule of the house.
pub(crate) struct Rule {
    /// What must hold, as a sentence.
    pub(crate) wants: &'static str,
    /// Why.
    pub(crate) because: &'static str,
    /// What to do with code that breaks it.
    pub(crate) instead: &'static str,
}

/// One place that breaks a rule.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Fault {
    path: String,
    line: usize,
    says: String,
}

impl Fault {
    /// A fault at a line, counted from 1.
    pub(crate) fn at(path: &str, line: usize, says: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, says: says.into() }
    }

    /// A fault of a whole file, folder or package.
    pub(crate) fn of(path: &str, says: impl Into<String>) -> Self {
        Self::at(path, 0, says)
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.path, self.says),
            line => write!(f, "{}:{line}: {}", self.path, self.says),
        }
    }
}

impl Rule {
    /// Fails with every fault named, if there is one.
    #[track_caller]
    pub(crate) fn holds(&self, mut faults: Vec<Fault>) {
        faults.sort();
        faults.dedup();
        assert!(faults.is_empty(), "{}", self.message(&faults));
    }

    fn message(&self, faults: &[Fault]) -> String {
        let Self { wants, because, instead } = self;
        let list: String = faults.iter().map(|fault| format!("\n  {fault}")).collect();
        format!(
            "\n{wants}\n  Why: {because}\n  Instead: {instead}\n  Broken {} times:{list}\n",
            faults.len()
        )
    }
}

#[test]
fn a_broken_rule_says_what_why_and_what_instead() {
    let rule = Rule {
        wants: "A window has glass.",
        because: "It rains.",
        instead: "Put the hole in `walls/`.",
    };
    let said = rule.message(&[Fault::at("house/door.rs", 3, "no glass")]);
    for part in ["A window has glass.", "It rains.", "`walls/`", "house/door.rs:3: no glass"] {
        assert!(said.contains(part), "{said}");
    }
    rule.holds(Vec::new());
}
