//! The cells in the page. Yew draws the table around them and one cell of each stance; a cell is a copy of that, made by
//! the browser in one step, and of a cell that is there only what has changed is set. A matrix has hundreds of them, and
//! they are what changes when it is filtered, searched or scrolled.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::host::Host;
use crate::view::cells::{Line, Look};

/// The cells that are in the page.
#[derive(Default)]
pub struct Cells(Vec<Drawn>);

/// A line's cells.
#[derive(Default)]
struct Drawn {
    place: u32,
    cells: Vec<(Look, Element)>,
}

impl Cells {
    /// Takes all cells out of the page: the next are of other data, or in another language.
    pub fn clear(&mut self) {
        self.0.drain(..).flat_map(|line| line.cells).for_each(|(_, cell)| cell.remove());
    }

    /// Brings the cells in the page up to date with `lines`, which are drawn but for their cells; `name` names one.
    pub fn draw(&mut self, host: &Host, lines: Vec<Line>, name: &dyn Fn(&Look) -> String) {
        let samples: Vec<Element> = children(host.find(".scroller template")).collect();
        let mut before = std::mem::take(&mut self.0);
        for (Line { place, cells }, line) in lines.into_iter().zip(children(host.find(".grid tbody"))) {
            let mut drawn = before.iter_mut().find(|drawn| drawn.place == place).map(std::mem::take).unwrap_or_default();
            drawn.place = place;
            drawn.draw(&line, cells, &samples, name);
            self.0.push(drawn);
        }
    }
}

impl Drawn {
    fn draw(&mut self, line: &Element, looks: Vec<Look>, samples: &[Element], name: &dyn Fn(&Look) -> String) {
        let mut before = std::mem::take(&mut self.cells).into_iter();
        let mut next = before.next();
        for look in looks {
            let is_same = |(drawn, _): &(Look, Element)| (drawn.subject, drawn.sample) == (look.subject, look.sample);
            if before.as_slice().iter().any(is_same) {
                // What stands before it is gone.
                while let Some((_, cell)) = next.take_if(|next| !is_same(next)) {
                    cell.remove();
                    next = before.next();
                }
            }
            let cell = match next.take_if(|next| is_same(next)) {
                Some((drawn, cell)) => {
                    next = before.next();
                    change(&cell, &drawn, &look);
                    cell
                }
                None => {
                    let Some(cell) = made(&look, samples, name) else { continue };
                    let _ = line.insert_before(&cell, next.as_ref().map(|(_, cell)| cell.as_ref()));
                    cell
                }
            };
            self.cells.push((look, cell));
        }
        next.into_iter().chain(before).for_each(|(_, cell)| cell.remove());
    }
}

/// A new cell.
fn made(look: &Look, samples: &[Element], name: &dyn Fn(&Look) -> String) -> Option<Element> {
    let cell: Element = samples.get(look.sample)?.clone_node_with_deep(true).ok()?.unchecked_into();
    set(&cell, "data-key", &look.subject.key());
    set(&cell, "aria-label", &name(look));
    change(&cell, &Look { dim: false, find: false, sourced: true, stop: false, open: false, index: 0, ..*look }, look);
    Some(cell)
}

/// Changes what is not as before.
fn change(cell: &Element, before: &Look, now: &Look) {
    if (before.dim, before.find, before.sourced) != (now.dim, now.find, now.sourced) {
        set(cell, "class", &now.class());
    }
    if before.stop != now.stop {
        set(cell, "tabindex", if now.stop { "0" } else { "-1" });
    }
    if before.open != now.open {
        set(cell, "aria-expanded", if now.open { "true" } else { "false" });
    }
    if before.index != now.index {
        set(cell, "aria-colindex", &now.index.to_string());
    }
}

fn set(cell: &Element, name: &str, value: &str) {
    let _ = cell.set_attribute(name, value);
}

/// The elements in `parent`.
fn children(parent: Option<HtmlElement>) -> impl Iterator<Item = Element> {
    std::iter::successors(parent.and_then(|parent| parent.first_element_child()), Element::next_element_sibling)
}
