//! Styles: one sheet shared by all widgets of the page, adopted by their shadow roots, which a
//! strict policy allows where `<style>` and `style=` are forbidden; and the little that is set on
//! single nodes, through the CSSOM for the same reason.

use js_sys::Array;
use matrix::Scale;
use wasm_bindgen::JsCast;
use web_sys::{CssStyleRule, CssStyleSheet, Element, HtmlElement, ShadowRoot};

const CSS: &str = include_str!(concat!(env!("OUT_DIR"), "/widget.css"));

/// Gives the shadow root around `root` the widget's sheet, once.
pub fn adopt(root: &Element) {
    thread_local!(static SHEET: Option<CssStyleSheet> = {
        let sheet = CssStyleSheet::new().ok();
        sheet.filter(|sheet| sheet.replace_sync(CSS).is_ok())
    });
    SHEET.with(|sheet| {
        if let Some(sheet) = sheet {
            add_sheet(root, sheet);
        }
    });
}

/// Gives the levels of `scale` that name a colour of their own that colour, below `node`'s shadow
/// root. A colour is set as a value through the CSSOM, so it can be nothing but a colour.
pub fn color_levels(node: &Element, scale: &Scale) {
    if !scale.levels().iter().any(|level| level.color.is_some()) {
        return;
    }
    let Ok(sheet) = CssStyleSheet::new() else { return };
    for (index, level) in scale.levels().iter().enumerate() {
        let Some(color) = &level.color else { continue };
        let Ok(at) = sheet.insert_rule(&format!("[data-level=\"{index}\"] {{ --own: 1 }}")) else { continue };
        let rule = sheet.css_rules().ok().and_then(|rules| rules.item(at));
        if let Some(rule) = rule.and_then(|rule| rule.dyn_into::<CssStyleRule>().ok()) {
            let _ = rule.style().set_property("--fill", color);
            let _ = rule.style().set_property("--ink", "oklch(from var(--fill) clamp(0, (0.57 - l) * 1000, 1) 0 0)");
            let _ = rule.style().set_property("--edge", "var(--ink)");
        }
    }
    add_sheet(node, &sheet);
}

fn add_sheet(node: &Element, sheet: &CssStyleSheet) {
    let Ok(shadow) = node.get_root_node().dyn_into::<ShadowRoot>() else { return };
    let sheets = shadow.adopted_style_sheets();
    if !sheets.includes(sheet, 0) {
        let all: Array = sheets.concat(&Array::of1(sheet));
        shadow.set_adopted_style_sheets(&all);
    }
}

/// Sets a custom property on one node.
pub fn set(node: &HtmlElement, property: &str, value: &str) {
    let _ = node.style().set_property(property, value);
}

/// Takes back what [`set`] has set.
pub fn unset(node: &HtmlElement, property: &str) {
    let _ = node.style().remove_property(property);
}

/// The milliseconds that a custom property of `node` holds (`80ms`, `0.1s`).
pub fn milliseconds(node: &HtmlElement, property: &str) -> Option<u32> {
    let style = web_sys::window()?.get_computed_style(node).ok().flatten()?;
    let value = style.get_property_value(property).ok()?;
    let value = value.trim();
    let (number, unit) = match value.strip_suffix("ms") {
        Some(number) => (number, 1.0),
        None => (value.strip_suffix('s')?, 1000.0),
    };
    let number = Some(js_sys::Number::parse_float(number)).filter(|number| !number.is_nan())?;
    // A float saturates into the integer, so that no page can cause more than a long wait.
    Some((number * unit) as u32)
}
