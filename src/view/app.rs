//! From an address to a matrix on screen: loading, loaded, empty, failed.

use matrix::Reading;
use web_sys::AbortController;
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

/// The whole widget of one element.
pub struct App {
    load: Load,
    /// Ends the loading that is under way.
    abort: Option<AbortController>,
    /// The reader's last press was on a button that is gone.
    pressed: bool,
}

enum Load {
    Loading,
    /// What was read, and the address it came from.
    Loaded(Shared<Reading>, AttrValue),
    Failed(Failure),
}

/// What happens to it.
pub enum News {
    /// Loading has ended, for the address it began with.
    Ended(Result<Shared<Reading>, Failure>, AttrValue),
    /// The reader wants to try again.
    Again,
}

impl Component for App {
    type Message = News;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        let mut app = Self { load: Load::Loading, abort: None, pressed: false };
        app.start(ctx);
        app
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &AppProps) -> bool {
        if ctx.props().src != old.src {
            self.start(ctx);
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, news: News) -> bool {
        match news {
            News::Again => {
                self.load = Load::Loading;
                self.pressed = true;
                self.start(ctx);
            }
            News::Ended(Ok(reading), src) => {
                reading.problems.iter().for_each(|problem| ctx.props().host.send(&Event::problem(problem)));
                if is_empty(&reading) {
                    // There is no matrix to stand for it, whatever stood there before.
                    ctx.props().host.show_content(true);
                }
                self.load = Load::Loaded(reading, src);
            }
            News::Ended(Err(failure), _) => {
                ctx.props().host.show_content(true);
                ctx.props().host.send(&Event::Error { reason: failure.reason, message: failure.message.clone() });
                self.load = Load::Failed(failure);
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        if props.src.is_empty() {
            return Html::default();
        }
        match &self.load {
            Load::Loading => loading(),
            Load::Loaded(reading, _) if is_empty(reading) => empty(reading),
            // Another address is another widget: what the reader chose in the one means nothing in the other.
            Load::Loaded(reading, source) => html! {
                <Widget key={source.to_string()} host={props.host.clone()} reading={reading.clone()} language={props.language.clone()} source={source.clone()} />
            },
            Load::Failed(failure) => failed(&failure.message, ctx.link().callback(|_| News::Again)),
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        // The focus goes from the button that is gone to what has come in its place.
        if self.pressed && !matches!(self.load, Load::Loading) {
            self.pressed = false;
            ctx.props().host.focus_inside();
        }
    }

    fn destroy(&mut self, _: &Context<Self>) {
        self.stop();
    }
}

impl App {
    /// Loads what the address names, instead of what was being loaded.
    fn start(&mut self, ctx: &Context<Self>) {
        self.stop();
        let src = ctx.props().src.clone();
        if src.is_empty() {
            return;
        }
        self.abort = AbortController::new().ok();
        let Some(signal) = self.abort.as_ref().map(AbortController::signal) else { return };
        let link = ctx.link().clone();
        yew::platform::spawn_local(async move {
            let outcome = load(&src, &signal).await.map(Shared::new);
            // What comes too late is not wanted any more.
            if !signal.aborted() {
                link.send_message(News::Ended(outcome, src));
            }
        });
    }

    fn stop(&mut self) {
        if let Some(abort) = self.abort.take() {
            abort.abort();
        }
    }
}

/// Whether there is nothing to make a matrix of.
fn is_empty(reading: &Reading) -> bool {
    reading.matrix.rows().is_empty() || reading.matrix.columns().is_empty()
}
