//! What views put into the holes of a template.

use yew::AttrValue;
use yew::html::Html;

use crate::view::draw::list;

/// What goes into a hole.
#[derive(Default)]
pub enum Hole {
    /// Nothing: no node, or an attribute that is not there.
    #[default]
    Nothing,
    /// Text, or the value of an attribute.
    Text(AttrValue),
    /// Nodes.
    Nodes(Html),
}

impl From<&str> for Hole {
    // Not inlined, here and for nodes: every view calls both many times.
    #[inline(never)]
    fn from(text: &str) -> Self {
        Self::Text(AttrValue::Rc(text.into()))
    }
}

impl From<String> for Hole {
    fn from(text: String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<Html> for Hole {
    #[inline(never)]
    fn from(nodes: Html) -> Self {
        Self::Nodes(nodes)
    }
}

impl From<Vec<Html>> for Hole {
    fn from(nodes: Vec<Html>) -> Self {
        Self::Nodes(list(nodes))
    }
}

impl<T: Into<Hole>> From<Option<T>> for Hole {
    fn from(hole: Option<T>) -> Self {
        hole.map_or(Self::Nothing, Into::into)
    }
}

/// `true` or `false`, as ARIA writes it.
pub fn truth(value: bool) -> Hole {
    Hole::Text(AttrValue::Static(if value { "true" } else { "false" }))
}

/// `text`, or nothing where it is empty.
pub fn unless_empty(text: &str) -> Hole {
    if text.is_empty() { Hole::Nothing } else { text.into() }
}
