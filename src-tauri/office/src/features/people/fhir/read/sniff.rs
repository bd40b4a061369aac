//! What a file is when it is not FHIR in JSON, so that a person hears more than "bad file".

/// Why `bytes` cannot be read as text, or the text without its byte-order mark.
pub(super) fn decode(bytes: Vec<u8>) -> Result<String, String> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err("This file is empty. Nothing was imported.".into());
    }
    if let Some(what) = binary(&bytes) {
        return Err(not_fhir(what));
    }
    if is_utf16(&bytes) {
        return Err("This file is written in UTF-16, and Bedside reads UTF-8. Save or export it \
                    again as UTF-8. Nothing was imported."
            .into());
    }
    if bytes.contains(&0) {
        return Err(not_fhir("a file that only its own program can read"));
    }
    let mut text = String::from_utf8(bytes).map_err(|cause| {
        let before = cause.as_bytes().iter().take(cause.utf8_error().valid_up_to());
        let line = before.filter(|byte| **byte == b'\n').count() + 1;
        format!(
            "Line {line} of this file holds letters that are not UTF-8. Save or export it again \
             as UTF-8. Nothing was imported."
        )
    })?;
    if text.starts_with('\u{FEFF}') {
        text.remove(0);
    }
    Ok(text)
}

/// Why `text`, from a file whose name ends in `extension`, cannot be FHIR in JSON.
pub(super) fn refusal(text: &str, extension: &str) -> Option<String> {
    let start = text.trim_start();
    if start.starts_with("{\\rtf") {
        return Some(not_fhir("a text document"));
    }
    if start.starts_with(['{', '[']) {
        return None;
    }
    if start.starts_with('<') {
        return Some(markup(start));
    }
    let starts = |words: &[&str]| words.iter().any(|word| start.starts_with(word));
    if starts(&["@prefix", "PREFIX", "@base"]) && text.contains("hl7.org/fhir") {
        return Some(other_form("Turtle"));
    }
    Some(if starts(&["MSH|", "FHS|", "BHS|"]) {
        not_fhir("an HL7 version 2 message")
    } else if starts(&["BEGIN:VCARD"]) {
        not_fhir("a contact card")
    } else if starts(&["BEGIN:VCALENDAR"]) {
        not_fhir("a calendar")
    } else if matches!(extension, "csv" | "tsv" | "tab") || is_table(start) {
        not_fhir("a spreadsheet")
    } else {
        not_fhir("plain text")
    })
}

fn not_fhir(what: &str) -> String {
    format!("This file is not FHIR. It looks like {what}. Nothing was imported.")
}

/// The refusal of JSON that is not FHIR.
pub(super) fn other_json() -> String {
    not_fhir("a JSON file of another kind")
}

fn other_form(form: &str) -> String {
    format!(
        "This file is FHIR in {form}, and Bedside reads FHIR in JSON. Ask for the same export as \
         JSON. Nothing was imported."
    )
}

fn markup(start: &str) -> String {
    let head: String = start.chars().take(4_000).collect();
    let low = head.to_lowercase();
    if head.contains("http://hl7.org/fhir") {
        other_form("XML")
    } else if low.contains("<clinicaldocument") {
        not_fhir("a clinical document (C-CDA)")
    } else if low.contains("<html") || low.contains("<!doctype html") {
        not_fhir("a web page")
    } else if low.contains("excel") || low.contains("<workbook") {
        not_fhir("a spreadsheet")
    } else {
        not_fhir("XML of another kind")
    }
}

fn binary(bytes: &[u8]) -> Option<&'static str> {
    let starts = |magic: &[u8]| bytes.starts_with(magic);
    if starts(b"PK\x03\x04") || starts(b"PK\x05\x06") {
        let head = bytes.get(..1 << 20).unwrap_or(bytes);
        let holds = |name: &[u8]| head.windows(name.len()).any(|part| part == name);
        return Some(if holds(b"xl/") || holds(b"opendocument.spreadsheet") {
            "a spreadsheet"
        } else if holds(b"word/") || holds(b"opendocument.text") {
            "a text document"
        } else {
            "a zip archive; if it holds FHIR files, unpack it first"
        });
    }
    [
        (b"%PDF".as_slice(), "a PDF"),
        (b"\x1f\x8b", "a gzip archive; if it holds FHIR files, unpack it first"),
        (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive; if it holds FHIR files, unpack it first"),
        (b"Rar!", "a RAR archive; if it holds FHIR files, unpack it first"),
        (b"\xd0\xcf\x11\xe0", "an older Office document, such as a spreadsheet"),
        (b"SQLite format 3\0", "a database"),
        (b"\x89PNG", "a picture"),
        (b"\xff\xd8\xff", "a picture"),
        (b"GIF8", "a picture"),
        (b"II*\0", "a picture"),
        (b"MM\0*", "a picture"),
    ]
    .into_iter()
    .find(|(magic, _)| starts(magic))
    .map(|(_, what)| what)
}

// With a mark, or without one: JSON begins with a letter of ASCII, whose other byte is zero.
fn is_utf16(bytes: &[u8]) -> bool {
    matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..])
        || matches!(bytes, [a, 0, b, 0, ..] | [0, a, 0, b, ..] if *a != 0 && *b != 0)
}

// The same number of separators in every one of the first lines, which prose never has.
fn is_table(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(20).collect();
    [',', ';', '\t', '|'].into_iter().any(|separator| {
        let mut counts = lines.iter().map(|line| line.matches(separator).count());
        let first = counts.next().unwrap_or_default();
        first > 0 && lines.len() > 1 && counts.all(|count| count == first)
    })
}
