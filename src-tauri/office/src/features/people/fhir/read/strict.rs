//! JSON read with care: nothing said twice, nothing nested without end.
//!
//! A doubled key is refused because two readers may believe different halves of it.

use std::cell::Cell;
use std::collections::HashSet;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use serde_json::{Map, Number, Value};

/// How deep lists and objects may lie in one another.
pub(super) const DEEPEST: usize = 64;

/// Why a piece of JSON was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// Nested deeper than [`DEEPEST`].
    TooDeep,
    /// One object has the same key twice.
    Twice,
    /// Not JSON, or not an object where one belongs.
    Malformed,
}

/// Reads one resource whole, except its narrative and photographs, which nobody here wants.
pub(super) fn parse(text: &str) -> Result<Value, Fault> {
    let fault = Cell::new(Fault::Malformed);
    let mut source = serde_json::Deserializer::from_str(text);
    Strict { depth: 0, fault: &fault }
        .deserialize(&mut source)
        .and_then(|value| source.end().map(|()| value))
        .map_err(|_| fault.get())
}

/// The keys of an object with their values still unread.
pub(super) fn fields(text: &str) -> Result<Vec<(String, &RawValue)>, Fault> {
    let fault = Cell::new(Fault::Malformed);
    let mut source = serde_json::Deserializer::from_str(text);
    source.deserialize_map(Fields { fault: &fault }).map_err(|_| fault.get())
}

struct Fields<'f> {
    fault: &'f Cell<Fault>,
}

impl<'de> Visitor<'de> for Fields<'_> {
    type Value = Vec<(String, &'de RawValue)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut fields = Vec::new();
        let mut seen = HashSet::new();
        while let Some((key, value)) = map.next_entry::<String, &RawValue>()? {
            if !seen.insert(key.clone()) {
                self.fault.set(Fault::Twice);
                return Err(A::Error::custom("twice"));
            }
            fields.push((key, value));
        }
        Ok(fields)
    }
}

#[derive(Clone, Copy)]
struct Strict<'f> {
    depth: usize,
    fault: &'f Cell<Fault>,
}

impl Strict<'_> {
    fn deeper<E: Error>(self) -> Result<Self, E> {
        if self.depth >= DEEPEST {
            self.fault.set(Fault::TooDeep);
            return Err(E::custom("deep"));
        }
        Ok(Self { depth: self.depth + 1, ..self })
    }
}

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Value, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let inner = self.deeper()?;
        let mut all = Vec::new();
        while let Some(value) = list.next_element_seed(inner)? {
            all.push(value);
        }
        Ok(Value::Array(all))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let inner = self.deeper()?;
        let mut fields = Map::new();
        while let Some(key) = map.next_key::<String>()? {
            if fields.contains_key(&key) {
                self.fault.set(Fault::Twice);
                return Err(A::Error::custom("twice"));
            }
            let value = if self.depth == 0 && matches!(key.as_str(), "text" | "photo") {
                map.next_value::<IgnoredAny>()?;
                Value::Null
            } else {
                map.next_value_seed(inner)?
            };
            fields.insert(key, value);
        }
        Ok(Value::Object(fields))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_said_twice_is_refused_however_it_is_spelled() {
        assert_eq!(parse(r#"{"a":1,"\u0061":2}"#), Err(Fault::Twice));
        assert_eq!(parse(r#"{"a":{"b":[{"c":1,"c":1}]}}"#), Err(Fault::Twice));
        assert_eq!(fields(r#"{"a":1,"a":2}"#).err(), Some(Fault::Twice));
        assert!(parse(r#"{"a":1,"b":{"a":2}}"#).is_ok());
    }

    #[test]
    fn nesting_ends_at_sixty_four() {
        let nested = |n: usize| format!("{}1{}", "[".repeat(n), "]".repeat(n));
        assert!(parse(&nested(DEEPEST)).is_ok());
        assert_eq!(parse(&nested(DEEPEST + 1)), Err(Fault::TooDeep));
        assert_eq!(parse(&nested(200_000)), Err(Fault::TooDeep));
    }

    #[test]
    fn narrative_and_photographs_are_not_read() {
        let deep = format!("{}{}", "[".repeat(500), "]".repeat(500));
        let read = parse(&format!(r#"{{"text":{deep},"photo":{deep},"id":"1"}}"#));
        assert_eq!(read, Ok(serde_json::json!({"text": null, "photo": null, "id": "1"})));
    }
}
