//! What happens when the widget breaks: the page is told, and `embed.js` gives the reader the
//! element's own content back. The message also goes to the console, where a developer looks.

use js_sys::Function;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Calls `callback` with the message of any panic from now on.
#[wasm_bindgen(js_name = onPanic)]
pub fn on_panic(callback: Function) {
    // The hook must be `Send`, which a JavaScript function is not; there is one thread here.
    thread_local!(static CALLBACK: std::cell::RefCell<Option<Function>> = const { std::cell::RefCell::new(None) });
    CALLBACK.with(|slot| slot.replace(Some(callback)));
    yew::set_custom_panic_hook(Box::new(|info| {
        let message = JsValue::from_str(&info.to_string());
        CALLBACK.with(|slot| {
            if let Ok(Some(callback)) = slot.try_borrow().as_deref() {
                let _ = callback.call1(&JsValue::NULL, &message);
            }
        });
    }));
}
