//! Drawing from templates. A template is HTML with holes: data instead of code, which is a third of
//! the bytes that `html!` makes of the same markup. What goes into a hole is text, an attribute's
//! value, or nodes; none of it is ever read as markup. A hole with a name, such as `{close}`, takes the words
//! under that name in the reader's language; `{lang}` is the language of the data, where it is another.

use std::cell::RefCell;
use std::rc::Rc;
use std::slice::IterMut;

use yew::AttrValue;
use yew::html::Html;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, VList, VNode, VTag, VText};

use crate::host::words::Words;
use crate::view::hole::Hole;

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
pub fn draw<const HOLES: usize>(template: &'static str, mut holes: [Hole; HOLES]) -> Html {
    fill(template, None, &mut holes)
}

/// The same of a template that holds words, from `words`.
pub fn spoken<const HOLES: usize>(words: &Words, template: &'static str, mut holes: [Hole; HOLES]) -> Html {
    fill(template, Some(words), &mut holes)
}

fn fill(template: &'static str, words: Option<&Words>, holes: &mut [Hole]) -> Html {
    let mut drawing = Drawing { rest: template, words, holes: holes.iter_mut() };
    let nodes = drawing.nodes();
    debug_assert!(drawing.rest.is_empty() && drawing.holes.len() == 0, "this template does not fit its holes: {template}");
    together(nodes)
}

/// One node as itself, several as a list.
fn together(mut nodes: Vec<Html>) -> Html {
    match nodes.pop() {
        Some(only) if nodes.is_empty() => only,
        last => {
            nodes.extend(last);
            list(nodes)
        }
    }
}

thread_local!(static KEPT: RefCell<Vec<&'static [&'static str]>> = const { RefCell::new(Vec::new()) });

/// The names of an element's attributes, kept for good: elements drawn from one template share them, which
/// tells Yew that only their values can differ. There are as many as there are sorts of elements.
fn kept(names: Vec<&'static str>) -> &'static [&'static str] {
    KEPT.with_borrow_mut(|kept| {
        if let Some(same) = kept.iter().find(|same| **same == names) {
            return *same;
        }
        kept.push(names.leak());
        kept.last().copied().unwrap_or_default()
    })
}

struct Drawing<'a> {
    rest: &'static str,
    words: Option<&'a Words>,
    holes: IterMut<'a, Hole>,
}

impl Drawing<'_> {
    /// The nodes up to the end tag around them, which is passed over.
    fn nodes(&mut self) -> Vec<Html> {
        let mut nodes = Vec::new();
        while !self.rest.is_empty() && !self.passes("</") {
            nodes.push(if self.passes("{") {
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
        let (mut keys, mut values) = (Vec::new(), Vec::new());
        while self.passes(" ") {
            let key = self.until(b"= />");
            let value = self.value();
            match key {
                "key" => tag.key = value.map(|value| Key::from(&*value)),
                "value" if tag.tag() == "input" => tag.set_value(value),
                _ => {
                    keys.push(key);
                    values.push(value.map(AttributeOrProperty::Attribute));
                }
            }
        }
        tag.attributes = Attributes::Dynamic { keys: kept(keys), values: values.into() };
        if !self.passes("/>") {
            self.passes(">");
            let inside = together(self.nodes());
            if let Some(children) = tag.children_mut() {
                *children = inside;
            }
        }
        tag.into()
    }

    /// The value of an attribute; none where nothing is in its hole.
    fn value(&mut self) -> Option<AttrValue> {
        if !self.passes("=") {
            return Some(AttrValue::Static(""));
        }
        if self.passes("{") {
            let Hole::Text(text) = self.hole() else { return None };
            return Some(text);
        }
        let quoted = self.passes("'");
        let value = self.until(if quoted { b"'" } else { b" />" });
        self.passes("'");
        Some(AttrValue::Static(value))
    }

    /// What goes into the hole whose `{` was passed over.
    fn hole(&mut self) -> Hole {
        let name = self.until(b"}");
        self.passes("}");
        match (name, self.words) {
            ("", _) => self.holes.next().map(std::mem::take).unwrap_or_default(),
            ("lang", Some(words)) => words.data(),
            (name, Some(words)) => words.say(name).into(),
            _ => Hole::Nothing,
        }
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
