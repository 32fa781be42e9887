//! From an address to a matrix on screen: loading, loaded, empty, failed.

use matrix::Reading;
use web_sys::AbortController;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::host::Host;
use crate::host::event::Event;
use crate::host::load::{Failure, load};
use crate::view::Shared;
use crate::view::notice::{empty, failed, loading};
use crate::view::widget::Widget;

/// What the element's attributes say.
#[derive(Properties, PartialEq, Clone)]
pub struct AppProps {
    /// The element.
    pub host: Host,
    /// The address of the data; empty while there is none.
    pub src: AttrValue,
    /// The reader's language.
    pub language: AttrValue,
}

enum Load {
    Loading,
    /// What was read, and the address it came from.
    Loaded(Shared<Reading>, AttrValue),
    Failed(Failure),
}

/// The whole widget of one element.
#[component]
pub fn App(props: &AppProps) -> Html {
    let loaded = use_state(|| Load::Loading);
    let attempt = use_state(|| 0_u32);
    {
        let (loaded, host) = (loaded.setter(), props.host.clone());
        use_effect_with((props.src.clone(), *attempt), move |(src, _)| {
            let abort = AbortController::new().ok();
            if let (Some(abort), false) = (&abort, src.is_empty()) {
                spawn_local(fetch(src.clone(), abort.clone(), host, loaded));
            }
            move || {
                if let Some(abort) = abort {
                    abort.abort();
                }
            }
        });
    }
    if props.src.is_empty() {
        return Html::default();
    }
    match &*loaded {
        Load::Loading => loading(),
        Load::Loaded(reading, _) if reading.matrix.rows().is_empty() || reading.matrix.columns().is_empty() => empty(reading),
        // Another address is another widget: what the reader chose in the one means nothing in the other.
        Load::Loaded(reading, source) => html! {
            <Widget key={source.to_string()} host={props.host.clone()} reading={reading.clone()} language={props.language.clone()} source={source.clone()} />
        },
        Load::Failed(failure) => {
            let (loaded, attempt) = (loaded.setter(), attempt.clone());
            let again = Callback::from(move |_| {
                loaded.set(Load::Loading);
                attempt.set(*attempt + 1);
            });
            failed(&failure.message, again)
        }
    }
}

/// Loads, tells the page, and keeps the outcome unless it comes too late to be wanted.
async fn fetch(src: AttrValue, abort: AbortController, host: Host, loaded: UseStateSetter<Load>) {
    let signal = abort.signal();
    let outcome = load(&src, &signal).await;
    if signal.aborted() {
        return;
    }
    match outcome {
        Ok(reading) => {
            for problem in &reading.problems {
                host.send(&Event::problem(problem));
            }
            loaded.set(Load::Loaded(Shared::new(reading), src));
        }
        Err(failure) => {
            host.show_content(true);
            host.send(&Event::Error { reason: failure.reason, message: failure.message.clone() });
            loaded.set(Load::Failed(failure));
        }
    }
}
