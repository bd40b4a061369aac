//! JSON with one spelling only: sorted keys, no white space.
//!
//! Whatever is signed or authenticated is put into this form first. `serde_json` may be built
//! with insertion order kept, so the order is made here and not hoped for.

use std::collections::BTreeMap;

use serde_json::Value;

/// Writes a value with every object's keys in byte order and nothing between the tokens.
pub(crate) fn text(value: &Value) -> String {
    let mut out = String::new();
    write(value, &mut out);
    out
}

fn write(value: &Value, out: &mut String) {
    match value {
        Value::Object(fields) => {
            let sorted: BTreeMap<&str, &Value> =
                fields.iter().map(|(name, field)| (name.as_str(), field)).collect();
            out.push('{');
            for (position, (name, field)) in sorted.into_iter().enumerate() {
                comma(position, out);
                write(&Value::from(name), out);
                out.push(':');
                write(field, out);
            }
            out.push('}');
        }
        Value::Array(elements) => {
            out.push('[');
            for (position, element) in elements.iter().enumerate() {
                comma(position, out);
                write(element, out);
            }
            out.push(']');
        }
        leaf => out.push_str(&leaf.to_string()),
    }
}

fn comma(position: usize, out: &mut String) {
    if position > 0 {
        out.push(',');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_sorted_at_every_depth() {
        let value: Value =
            serde_json::from_str(r#"{ "b": [ {"y":1, "x":"\u00e9\n"} ], "a": null }"#).unwrap();
        assert_eq!(text(&value), "{\"a\":null,\"b\":[{\"x\":\"é\\n\",\"y\":1}]}");
    }
}
