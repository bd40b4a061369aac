//! As much of TypeScript as the rules need: code without comments and strings, strings, imports,
//! functions.

use std::sync::OnceLock;

use super::tree::files;
use super::{Lines, closing, is_word, words};

/// A TypeScript file, read.
pub(crate) struct Script {
    /// Its path from the root of the tree.
    pub(crate) path: String,
    /// The file with comments and the insides of strings blanked, byte for byte.
    pub(crate) text: String,
    /// The strings in it, but for templates: where each begins, and what it says.
    pub(crate) strings: Vec<(usize, String)>,
    lines: Lines,
}

/// Every TypeScript file of the window.
pub(crate) fn scripts() -> impl Iterator<Item = &'static Script> {
    static ALL: OnceLock<Vec<Script>> = OnceLock::new();
    let read = || {
        let all = files("ui/src", &[".ts", ".tsx"]);
        all.map(|file| Script::read(&file.path, &file.text)).collect()
    };
    ALL.get_or_init(read).iter()
}

/// A function.
pub(crate) struct Function {
    /// What it is called; empty when it has no name of its own.
    pub(crate) name: String,
    /// Where it begins.
    pub(crate) line: usize,
    /// How many lines it takes.
    pub(crate) lines: usize,
}

impl Script {
    /// Reads a file.
    pub(crate) fn read(path: &str, source: &str) -> Self {
        let mut blanker = Blanker { source, at: 0, out: Vec::new(), strings: Vec::new() };
        blanker.code(false);
        let text = String::from_utf8(blanker.out).unwrap();
        let lines = Lines::of(&text);
        Self { path: path.to_owned(), text, strings: blanker.strings, lines }
    }

    /// The line on which byte `at` stands.
    pub(crate) fn line(&self, at: usize) -> usize {
        self.lines.at(at)
    }

    /// What it imports, as written, with the line.
    pub(crate) fn imports(&self) -> Vec<(usize, &str)> {
        let is_import = |at: usize| {
            let before = self.text.get(..at).unwrap_or_default();
            let word = words_back(before.trim_end().trim_end_matches('('));
            matches!(word, "from" | "import")
        };
        self.strings
            .iter()
            .filter(|(at, _)| is_import(*at))
            .map(|(at, value)| (self.line(*at), value.as_str()))
            .collect()
    }

    /// What its tests are called, with the line.
    pub(crate) fn test_names(&self) -> Vec<(usize, &str)> {
        let is_name = |at: usize| {
            let before = self.text.get(..at).unwrap_or_default().trim_end();
            let Some(call) = before.strip_suffix('(') else { return false };
            let last = words_back(call);
            matches!(last, "it" | "test") || call.ends_with(')') && call.contains(".each(")
        };
        self.strings
            .iter()
            .filter(|(at, _)| is_name(*at))
            .map(|(at, value)| (self.line(*at), value.as_str()))
            .collect()
    }

    /// Every function with a body of its own.
    pub(crate) fn functions(&self) -> Vec<Function> {
        let code = &self.text;
        let mut found = Vec::new();
        for word in words(code).filter(|word| word.text == "function") {
            let name = words(word.after).next().filter(|name| name.before.is_empty());
            let name = name.map(|name| name.text.to_owned()).unwrap_or_default();
            let opening = code.get(word.at..).and_then(|rest| rest.find('('));
            let end = opening.and_then(|open| body_end(code, closing(code, word.at + open)? + 1));
            found.extend(end.map(|end| self.function(name, word.at, end)));
        }
        for (at, _) in code.match_indices("=>") {
            let rest = code.get(at + 2..).unwrap_or_default();
            let body = at + 2 + (rest.len() - rest.trim_start().len());
            if let Some(end) = closing(code, body).filter(|_| !rest.trim_start().starts_with('[')) {
                let line =
                    code.get(..at).unwrap_or_default().rsplit('\n').next().unwrap_or_default();
                let mut names = words(line).skip_while(|word| word.text != "const").skip(1);
                let name = names.next().map(|name| name.text.to_owned()).unwrap_or_default();
                found.push(self.function(name, at, end));
            }
        }
        found
    }

    fn function(&self, name: String, at: usize, end: usize) -> Function {
        let line = self.line(at);
        Function { name, line, lines: self.line(end) - line + 1 }
    }
}

fn words_back(code: &str) -> &str {
    let start = code.bytes().rposition(|byte| !is_word(byte)).map_or(0, |at| at + 1);
    code.get(start..).unwrap_or_default()
}

/// Where the body of a function ends whose parameters end before `at`. Braces of its return type
/// are passed over.
fn body_end(code: &str, mut at: usize) -> Option<usize> {
    loop {
        let rest = code.get(at..)?;
        let open = at + rest.find('{')?;
        let is_without_body = rest.find(';').is_some_and(|semicolon| at + semicolon < open);
        if is_without_body {
            return None;
        }
        let end = closing(code, open)?;
        let behind = code.get(end + 1..).unwrap_or_default().trim_start();
        if !behind.starts_with(['{', '>', '[', '|', '&']) {
            return Some(end);
        }
        at = end + 1;
    }
}

struct Blanker<'a> {
    source: &'a str,
    at: usize,
    out: Vec<u8>,
    strings: Vec<(usize, String)>,
}

impl Blanker<'_> {
    fn rest(&self) -> &str {
        self.source.get(self.at..).unwrap_or_default()
    }

    /// Keeps one character.
    fn keep(&mut self) {
        if let Some(c) = self.rest().chars().next() {
            let byte = u8::try_from(c).ok().filter(u8::is_ascii);
            self.out.extend(std::iter::repeat_n(byte.unwrap_or(b'_'), c.len_utf8()));
            self.at += c.len_utf8();
        }
    }

    /// Blanks `length` bytes.
    fn blank(&mut self, length: usize) {
        let taken: Vec<u8> = self.rest().bytes().take(length).collect();
        self.out.extend(taken.iter().map(|b| if *b == b'\n' { b'\n' } else { b' ' }));
        self.at += taken.len();
    }

    /// Reads code up to its end, or up to the brace that closes it within a template.
    fn code(&mut self, within_template: bool) {
        let mut depth = 0_usize;
        while let Some(c) = self.rest().chars().next() {
            let rest = self.rest();
            match c {
                '/' if rest.starts_with("//") => {
                    self.blank(rest.find('\n').unwrap_or(rest.len()));
                }
                '/' if rest.starts_with("/*") => {
                    self.blank(rest.find("*/").map_or(rest.len(), |end| end + 2));
                }
                '/' => match self.regular_expression() {
                    Some(length) => self.blank(length),
                    None => self.keep(),
                },
                '\'' | '"' => self.string(c),
                '`' => self.template(),
                '{' => {
                    depth += 1;
                    self.keep();
                }
                '}' if within_template && depth == 0 => return,
                '}' => {
                    depth = depth.saturating_sub(1);
                    self.keep();
                }
                _ => self.keep(),
            }
        }
    }

    /// A string, unless the quote is an apostrophe in the text of an element.
    fn string(&mut self, quote: char) {
        let follows_word = self.out.last().is_some_and(|byte| is_word(*byte));
        let mut is_escaped = false;
        let end =
            self.rest().char_indices().skip(1).take_while(|(_, c)| *c != '\n').find(|(_, c)| {
                let ends = *c == quote && !is_escaped;
                is_escaped = *c == '\\' && !is_escaped;
                ends
            });
        match end {
            Some((end, _)) if !follows_word => {
                let value = self.rest().get(1..end).unwrap_or_default().to_owned();
                self.strings.push((self.at, value));
                self.blank(end + 1);
            }
            _ => self.keep(),
        }
    }

    fn template(&mut self) {
        self.blank(1);
        while let Some(c) = self.rest().chars().next() {
            if c == '`' {
                return self.blank(1);
            } else if c == '\\' {
                let escaped = self.rest().chars().nth(1).map_or(0, char::len_utf8);
                self.blank(1 + escaped);
            } else if self.rest().starts_with("${") {
                self.blank(2);
                self.code(true);
                self.blank(1);
            } else {
                self.blank(c.len_utf8());
            }
        }
    }

    /// The length of a regular expression that begins here.
    fn regular_expression(&self) -> Option<usize> {
        let before = self.out.trim_ascii_end();
        let may_begin = match before.last() {
            Some(byte) => b"(,=:[!&|?{;+".contains(byte) || before.ends_with(b"return"),
            None => true,
        };
        if !may_begin || self.rest().starts_with("/>") {
            return None;
        }
        let (mut is_escaped, mut in_class) = (false, false);
        for (at, c) in self.rest().char_indices().skip(1) {
            match c {
                '\n' => return None,
                _ if is_escaped => is_escaped = false,
                '\\' => is_escaped = true,
                '[' => in_class = true,
                ']' => in_class = false,
                '/' if !in_class => return Some(at + 1),
                _ => {}
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_strings_and_templates_are_not_code() {
        let source = "const a = \"it's { one\"; // and { two\nconst b = `x { ${f({ y: 1 })} }`;\n\
                      const c = /[/'\"{]/.test(d); /* { */\n";
        let script = Script::read("a.ts", source);
        assert_eq!(script.text.len(), source.len());
        let braces: String = script.text.chars().filter(|c| "{}".contains(*c)).collect();
        assert_eq!(braces, "{}", "{}", script.text);
    }

    #[test]
    fn an_apostrophe_in_the_text_of_an_element_begins_no_string() {
        let script = Script::read("a.ts", "<p>\n  It's {name}'s and \"that\" is all\n</p>\n");
        assert!(script.text.contains("{name}"), "{}", script.text);
    }

    #[test]
    fn imports_are_found_in_every_form() {
        let source = "import \"./a.css\";\nimport { x } from \"../b\";\nimport type { Y } from './c';\n\
                      const d = await import(\"./d\");\nconst e = \"./not\";\nexport { z } from \"./f\";\n";
        let script = Script::read("a.ts", source);
        let found: Vec<_> = script.imports();
        assert_eq!(found, [(1, "./a.css"), (2, "../b"), (3, "./c"), (4, "./d"), (6, "./f")]);
    }

    #[test]
    fn functions_are_measured_whatever_their_form() {
        let script = Script::read(
            "a.ts",
            "export function Card({ a, b }: { a: string; b: string }): { c: string } {\n  return x;\n}\n\
             const useIt = (a: number) => {\n  go(() => {\n    b();\n  });\n};\n\
             const Small = () => (\n  <p />\n);\nfunction overload(a: string): void;\n",
        );
        let found: Vec<_> =
            script.functions().into_iter().map(|f| (f.name, f.line, f.lines)).collect();
        let expected = [("Card", 1, 3), ("useIt", 4, 5), ("", 5, 3), ("Small", 9, 3)];
        assert_eq!(found, expected.map(|(n, at, l)| (n.to_owned(), at, l)));
    }

    #[test]
    fn the_names_of_tests_are_found() {
        let script = Script::read(
            "a.ts",
            "it(\"counts days in words\", () => {});\ntest.each([\"a\"])(\"two words\", f);\nsplit(\"x\");\n",
        );
        assert_eq!(script.test_names(), [(1, "counts days in words"), (2, "two words")]);
    }
}
