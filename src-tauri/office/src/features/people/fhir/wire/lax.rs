//! Reading that never fails: what has the wrong shape reads as absent.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

/// Reads `value`, or gives an empty `T` where it has another shape.
pub(super) fn lax<T: DeserializeOwned + Default>(value: Value) -> T {
    serde_json::from_value(value).unwrap_or_default()
}

/// An object, or nothing.
pub(super) fn one<'de, D: Deserializer<'de>, T: DeserializeOwned>(
    from: D,
) -> Result<Option<T>, D::Error> {
    let value = match Value::deserialize(from)? {
        Value::Array(all) => all.into_iter().find(Value::is_object).unwrap_or_default(),
        value => value,
    };
    Ok(read_object(value))
}

/// A list of objects; one object alone counts as a list of one.
pub(super) fn many<'de, D: Deserializer<'de>, T: DeserializeOwned>(
    from: D,
) -> Result<Vec<T>, D::Error> {
    Ok(match Value::deserialize(from)? {
        Value::Array(all) => all.into_iter().filter_map(read_object).collect(),
        value => read_object(value).into_iter().collect(),
    })
}

/// Text, or a number as text; several texts are joined.
pub(super) fn text<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    let words = match Value::deserialize(from)? {
        Value::Array(all) => all.into_iter().filter_map(word).collect::<Vec<_>>().join(" "),
        value => word(value).unwrap_or_default(),
    };
    Ok((!words.trim().is_empty()).then_some(words))
}

/// A list of texts; one text alone counts as a list of one.
pub(super) fn texts<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
    Ok(match Value::deserialize(from)? {
        Value::Array(all) => all.into_iter().filter_map(word).collect(),
        value => word(value).into_iter().collect(),
    })
}

/// True or false, also when written as text.
pub(super) fn flag<'de, D: Deserializer<'de>>(from: D) -> Result<Option<bool>, D::Error> {
    Ok(match Value::deserialize(from)? {
        Value::Bool(flag) => Some(flag),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    })
}

// A struct would also read from a list, by position; that is never what the sender meant.
fn read_object<T: DeserializeOwned>(value: Value) -> Option<T> {
    if value.is_object() { serde_json::from_value(value).ok() } else { None }
}

fn word(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
