//! JSON that the browser has parsed, as the model's tree; and small objects for the page. By hand: a
//! general bridge between the two languages costs the reader ten kilobytes.

use js_sys::{Array, Number, Object, Reflect};
use matrix::Json;
use wasm_bindgen::{JsCast, JsValue};

/// How deep a tree is read. A descriptor is five levels deep; what is deeper is left out, so that no
/// file can make the reading run out of stack.
const DEEPEST: u32 = 32;

/// A value that the browser has parsed, as a tree.
pub fn tree(value: &JsValue) -> Json {
    below(value, DEEPEST)
}

fn below(value: &JsValue, deep: u32) -> Json {
    if let Some(text) = value.as_string() {
        return Json::Text(text);
    }
    if let Some(number) = value.dyn_ref::<Number>().and_then(|number| number.to_string_with_radix(10).ok()) {
        return Json::Number(number.into());
    }
    if let Some(truth) = value.as_bool() {
        return Json::Bool(truth);
    }
    let Some(deep) = deep.checked_sub(1) else { return Json::Null };
    if let Some(list) = value.dyn_ref::<Array>() {
        let mut values = Vec::new();
        for index in 0..list.length() {
            values.push(below(&list.get(index), deep));
        }
        return Json::List(values);
    }
    let Some(object) = value.dyn_ref::<Object>() else { return Json::Null };
    let mut pairs = Vec::new();
    let keys = Object::keys(object);
    for index in 0..keys.length() {
        let key = keys.get(index);
        let value = Reflect::get(object, &key).unwrap_or(JsValue::NULL);
        pairs.push((key.as_string().unwrap_or_default(), below(&value, deep)));
    }
    Json::Map(pairs)
}

/// A plain object without keys.
pub fn object() -> JsValue {
    Object::new().into()
}

/// Sets a key of a plain object, which takes any.
pub fn set(object: &JsValue, key: &str, value: &JsValue) {
    let _ = Reflect::set(object, &JsValue::from_str(key), value);
}
