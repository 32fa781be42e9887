//! A tree of JSON, as small as reading a descriptor needs: it comes from whatever parses JSON where
//! the model runs, the browser itself among them.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// A value of JSON.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Json {
    /// Nothing; also whatever JSON has no word for.
    #[default]
    Null,
    /// Yes or no.
    Bool(bool),
    /// A number, in digits: up to 10²¹ and down to a millionth alike wherever the model runs.
    Number(String),
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// Values by their keys, in the order of the file.
    Map(Vec<(String, Json)>),
}

impl Json {
    /// The value of `key`; of two alike the last counts. Null where there is none.
    pub fn get(&self, key: &str) -> &Json {
        match self {
            Self::Map(pairs) => pairs.iter().rev().find(|(name, _)| name == key).map_or(&Self::Null, |(_, value)| value),
            _ => &Self::Null,
        }
    }

    /// The values of a list; none where it is no list.
    pub fn list(&self) -> &[Json] {
        match self {
            Self::List(values) => values,
            _ => &[],
        }
    }

    /// The text, if it is text.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The value as the text that a CSV file would hold; empty for null, lists and maps.
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) | Self::Number(text) => text.clone(),
            Self::Bool(true) => "true".into(),
            Self::Bool(false) => "false".into(),
            Self::Null | Self::List(_) | Self::Map(_) => String::new(),
        }
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Tree)
    }
}

struct Tree;

impl<'de> Visitor<'de> for Tree {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Number(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Number(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Json, E> {
        Ok(Json::Number(value.to_string()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::Text(value.into()))
    }

    fn visit_string<E>(self, value: String) -> Result<Json, E> {
        Ok(Json::Text(value))
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_none<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = values.next_element()? {
            list.push(value);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut pairs: A) -> Result<Json, A::Error> {
        let mut map = Vec::new();
        while let Some(pair) = pairs.next_entry()? {
            map.push(pair);
        }
        Ok(Json::Map(map))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_read_as_text() {
        let check = |json: &str, expected: &str| {
            let value: Json = serde_json::from_str(json).unwrap();
            assert_eq!(value.text(), expected, "{json}");
        };
        check("\"a\"", "a");
        check("1", "1");
        check("-3", "-3");
        check("2.0", "2");
        check("0.5", "0.5");
        check("-1.25", "-1.25");
        check("18446744073709551615", "18446744073709551615");
        check("true", "true");
        check("null", "");
        check("[1]", "");
    }

    #[test]
    fn maps_are_read_by_key() {
        let value: Json = serde_json::from_str(r#"{"a": 1, "b": [2], "a": 3}"#).unwrap();
        assert_eq!((value.get("a"), value.get("b").list().len(), value.get("c")), (&Json::Number("3".into()), 1, &Json::Null));
        assert_eq!(value.get("a").get("b"), &Json::Null);
    }
}
