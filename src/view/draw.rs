//! Drawing from templates. A template is HTML with holes: data instead of code, which is a third of
//! the bytes that `html!` makes of the same markup. What goes into a hole is text, an attribute's
//! value, or nodes; none of it is ever read as markup.

use std::rc::Rc;
use std::slice::IterMut;

use yew::AttrValue;
use yew::html::Html;
use yew::virtual_dom::{Key, VList, VNode, VTag, VText};

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

/// Several nodes as one.
pub fn list(nodes: Vec<Html>) -> Html {
    VNode::VList(Rc::new(VList::with_children(nodes, None)))
}

/// Text as a node.
pub fn text(text: &str) -> Html {
    VText::new(AttrValue::Rc(text.into())).into()
}

/// Draws `template`, each `{}` of it filled by the next of `holes`.
///
/// The markup is what `html!` would take, with `'` around values that hold a space, and no white space
/// that should not be drawn. A hole stands for nodes, or for the whole value of an attribute. The
/// attribute `key` is Yew's.
pub fn draw(template: &'static str, holes: &mut [Hole]) -> Html {
    let mut drawing = Drawing { rest: template, holes: holes.iter_mut() };
    let mut nodes = drawing.nodes();
    debug_assert!(drawing.rest.is_empty() && drawing.holes.len() == 0, "this template does not fit its holes: {template}");
    match nodes.pop() {
        Some(only) if nodes.is_empty() => only,
        last => {
            nodes.extend(last);
            list(nodes)
        }
    }
}

struct Drawing<'a> {
    rest: &'static str,
    holes: IterMut<'a, Hole>,
}

impl Drawing<'_> {
    /// The nodes up to the end tag around them, which is passed over.
    fn nodes(&mut self) -> Vec<Html> {
        let mut nodes = Vec::new();
        while !self.rest.is_empty() && !self.passes("</") {
            nodes.push(if self.passes("{}") {
                match self.hole() {
                    // Something stands in its place, so that what follows stays the node it is.
                    Hole::Nothing => Html::default(),
                    Hole::Text(text) => VText::new(text).into(),
                    Hole::Nodes(nodes) => nodes,
                }
            } else if self.passes("<") {
                self.element()
            } else {
                VText::new(AttrValue::Static(self.until(b"<{"))).into()
            });
        }
        self.until(b">");
        self.passes(">");
        nodes
    }

    fn element(&mut self) -> Html {
        let mut tag = VTag::new(self.until(b" />"));
        while self.passes(" ") {
            let name = self.until(b"= />");
            let value = if !self.passes("=") {
                AttrValue::Static("")
            } else if self.passes("{}") {
                match self.hole() {
                    Hole::Text(text) => text,
                    _ => continue,
                }
            } else if self.passes("'") {
                let value = self.until(b"'");
                self.passes("'");
                AttrValue::Static(value)
            } else {
                AttrValue::Static(self.until(b" />"))
            };
            match name {
                "key" => tag.key = Some(Key::from(&*value)),
                "value" => tag.set_value(Some(value)),
                _ => tag.add_attribute(name, value),
            }
        }
        if !self.passes("/>") {
            self.passes(">");
            tag.add_children(self.nodes());
        }
        tag.into()
    }

    fn hole(&mut self) -> Hole {
        self.holes.next().map(std::mem::take).unwrap_or_default()
    }

    /// Passes over `expected`, if that is what comes next.
    fn passes(&mut self, expected: &str) -> bool {
        let rest = self.rest.strip_prefix(expected);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// Passes over everything before the first of `ends`, and gives it.
    fn until(&mut self, ends: &[u8]) -> &'static str {
        let end = self.rest.bytes().position(|byte| ends.contains(&byte)).unwrap_or(self.rest.len());
        let (passed, rest) = self.rest.split_at_checked(end).unwrap_or_default();
        self.rest = rest;
        passed
    }
}
