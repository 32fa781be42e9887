//! Chips: one set of switches, such as the concerns, with what each would show.

use yew::Html;

use crate::host::words::Words;
use crate::state::{Action, Change, Part};
use crate::view::draw::{draw, spoken};
use crate::view::hole::{Hole, truth};

/// More chips than this stand in a box that scrolls, so that they never push the matrix away.
const MANY: usize = 20;

const SET: &str = "<fieldset class=chips part=chips><legend>{}</legend><div class={}>{}{}{}</div></fieldset>";
const MORE: &str = "<span class=others>{}</span>";
const CHIP: &str =
    "<button key={} type=button class=chip part=chip aria-pressed={} data-do={}><span lang={lang} dir=auto>{}</span>{}</button>";
const COUNT: &str = " <span class=count aria-hidden=true>{}</span><span class=hidden>{}</span>";
const BOTH: &str = "<span class=both><button type=button class=link aria-label={} data-do={}>{}</button>\
    <button type=button class=link aria-label={} data-do={}>{}</button></span>";

/// One switch.
pub struct Chip<'a> {
    /// Its place in the part.
    pub place: u32,
    /// What it shows or hides.
    pub name: &'a str,
    /// How many take a stance there, as a number and in words: `("3", "3 countries")`.
    pub count: Option<[String; 2]>,
    /// Whether it is shown.
    pub on: bool,
}

/// The switches of `part`, called `label`, of `of` that there are. With `more`, buttons for all of them and none, and
/// how many the search still leads to.
pub fn chips(words: &Words, part: Part, label: &str, chips: Vec<Chip>, of: usize, more: Option<usize>) -> Html {
    let class = if chips.len() > MANY { "set many" } else { "set" };
    let mut set = Vec::new();
    for Chip { place, name, count, on } in chips {
        let count = count.map(|count| draw(COUNT, count.map(Hole::from)));
        let press = Action::Filter(Change::Switch(part, place, of as u32)).key();
        set.push(spoken(words, CHIP, [place.to_string().into(), truth(on), press.into(), name.into(), count.into()]));
    }
    let others = more.filter(|&more| more > 0).map(|more| draw(MORE, [words.count("chips.more", more, &[]).into()]));
    draw(SET, [label.into(), class.into(), set.into(), others.into(), more.map(|_| all_or_none(words, part, label)).into()])
}

fn all_or_none(words: &Words, part: Part, label: &str) -> Html {
    let key = |all| Action::Filter(Change::Whole(part, all)).key();
    let [all, none] = ["all", "none"].map(|key| words.say(key));
    let named = |what: &str| words.named(label, what);
    draw(BOTH, [named(&all).into(), key(true).into(), all.into(), named(&none).into(), key(false).into(), none.into()])
}
