//! Words that the browser knows better than we: dates, numbers and names of languages, by `Intl`.
//! Constructors are called so that an unknown language or region cannot throw through the module.

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A date, a partial date or an interval as the data has it (`2021`, `2021-08`, `2021-08-19`,
/// `2021-09-07/2021-09-09`), in the words of `language`. What cannot be read stays as it is.
pub fn date(language: &str, text: &str) -> String {
    let (first, last) = text.split_once('/').unwrap_or((text, text));
    format_dates(language, first, last).unwrap_or_else(|| text.into())
}

fn format_dates(language: &str, first: &str, last: &str) -> Option<String> {
    let options = Object::new();
    let set = |key: &str, value: &str| Reflect::set(&options, &key.into(), &value.into()).ok();
    let parts = first.split('-').count().max(last.split('-').count());
    set("timeZone", "UTC")?;
    set("year", "numeric")?;
    if parts > 1 {
        set("month", "long")?;
    }
    if parts > 2 {
        set("day", "numeric")?;
    }
    let format: Intl::DateTimeFormat = construct("DateTimeFormat", language, &options)?.unchecked_into();
    let day = |text: &str| Some(Date::new(&text.into())).filter(|date| !date.get_time().is_nan());
    format.format_range(&day(first)?, &day(last)?).ok().map(String::from)
}

/// A whole number with the separators of `language`.
pub fn number(language: &str, value: usize) -> String {
    let format = construct("NumberFormat", language, &Object::new());
    let text = format.and_then(|format| call(&format, "format", &JsValue::from_f64(value as f64)));
    text.unwrap_or_else(|| value.to_string())
}

/// The name of the language `code` in `language`: "Russian" for `ru`; the code where it is unknown.
pub fn language_name(language: &str, code: &str) -> String {
    let options = Object::new();
    let _ = Reflect::set(&options, &"type".into(), &"language".into());
    let names = construct("DisplayNames", language, &options);
    names.and_then(|names| call(&names, "of", &code.into())).unwrap_or_else(|| code.into())
}

/// `new Intl[name](language, options)`; in English where `language` is none.
fn construct(name: &str, language: &str, options: &Object) -> Option<JsValue> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let class: Function = Reflect::get(&intl, &name.into()).ok()?.dyn_into().ok()?;
    let make = |language: &str| Reflect::construct(&class, &Array::of2(&language.into(), options)).ok();
    make(language).or_else(|| make("en"))
}

fn call(object: &JsValue, method: &str, argument: &JsValue) -> Option<String> {
    let method: Function = Reflect::get(object, &method.into()).ok()?.dyn_into().ok()?;
    method.call1(object, argument).ok()?.as_string()
}
