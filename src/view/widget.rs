//! A loaded matrix with everything around it: title, filters, legend, grid, card, foot.

use matrix::Reading;
use web_sys::Element;
use yew::prelude::*;

use crate::host::event::Event;
use crate::host::{Host, focus, style};
use crate::state::{Action, By, Change, State, Subject};
use crate::travel::{stop, travel};
use crate::view::Shared;
use crate::view::card::{Card, selector};
use crate::view::filters::Filters;
use crate::view::foot::Foot;
use crate::view::grid::Grid;
use crate::view::intent::Intent;
use crate::view::legend::Legend;
use crate::window::window;

/// Properties of [`Widget`].
#[derive(Properties, PartialEq)]
pub struct WidgetProps {
    /// The element.
    pub host: Host,
    /// What was read.
    pub reading: Shared<Reading>,
    /// The reader's language.
    pub language: AttrValue,
    /// The address that the data came from.
    pub source: AttrValue,
}

/// A loaded matrix.
#[component]
pub fn Widget(props: &WidgetProps) -> Html {
    let state = use_reducer_eq(State::default);
    let matrix = &props.reading.matrix;
    let shown = Shared::from(use_memo((props.reading.clone(), state.filter.clone()), |(reading, filter)| reading.matrix.show(filter)));
    let (frame, card) = (use_node_ref(), use_node_ref());
    let timer = Shared::from(use_mut_ref(|| None));
    let intent = Intent::new(state.dispatcher(), props.host.hover_delay(), timer);
    use_events(props, &state, &frame);
    let stop = stop(&shown, state.here);
    let clear = {
        let state = state.dispatcher();
        Callback::from(move |_: MouseEvent| state.dispatch(Action::Filter(Change::Clear)))
    };
    let hands = Hands { state: state.clone(), intent: intent.clone(), frame: frame.clone(), card: card.clone(), shown: shown.clone() };
    html! {
        <section ref={frame.clone()} class="widget" part="widget" aria-label={matrix.title().to_string()} lang={language(matrix.language())}>
            <header class="head">
                if !matrix.title().is_empty() {
                    <h2 class="title" part="title">{ matrix.title() }</h2>
                }
                if !matrix.description().is_empty() {
                    <p class="description">{ matrix.description() }</p>
                }
            </header>
            <Filters reading={props.reading.clone()} shown={shown.clone()} state={state.clone()} language={props.language.clone()} />
            <Legend reading={props.reading.clone()} shown={shown.clone()} state={state.clone()} language={props.language.clone()} />
            <div class="body">
                if shown.rows.is_empty() || shown.columns.is_empty() {
                    <div class="nothing">
                        <p>{ "Nothing in the matrix fits these filters." }</p>
                        <button type="button" class="button" onclick={clear}>{ "Show all" }</button>
                    </div>
                } else {
                    <div class="scroller" part="scroller" onpointerover={hands.over()} onpointerout={hands.out()} onfocusin={hands.focus()}
                        onfocusout={hands.blur()} onclick={hands.press()} onkeydown={hands.key()}>
                        <Grid reading={props.reading.clone()} window={window(&shown)} shown={shown.clone()} {stop} open={state.open} />
                    </div>
                }
            </div>
            <div class="layer" onfocusout={hands.blur()}>
                if let Some(open) = state.open {
                    <Card key={open.subject.key()} reading={props.reading.clone()} shown={shown.clone()} {open} language={props.language.clone()}
                        frame={frame.clone()} card={card.clone()} intent={intent.clone()} />
                }
            </div>
            <Foot reading={props.reading.clone()} language={props.language.clone()} />
        </section>
    }
}

/// The language of the data for the browser's hyphenation and voices.
fn language(code: &str) -> Option<String> {
    (!code.is_empty()).then(|| code.to_string())
}

/// Tells the page what happens: ready once, then every card and every filter.
#[hook]
fn use_events(props: &WidgetProps, state: &UseReducerHandle<State>, frame: &NodeRef) {
    {
        let (host, reading, source, frame) = (props.host.clone(), props.reading.clone(), props.source.clone(), frame.clone());
        use_effect_with(props.reading.clone(), move |_| {
            let matrix = &reading.matrix;
            if let Some(frame) = frame.cast::<Element>() {
                style::color_levels(&frame, matrix.scale());
            }
            host.show_content(false);
            host.send(&Event::Ready {
                rows: matrix.rows().len(),
                columns: matrix.columns().len(),
                statements: matrix.statement_count(),
                source: source.to_string(),
            });
        });
    }
    {
        let (host, reading, by) = (props.host.clone(), props.reading.clone(), state.by);
        use_effect_with(state.open.map(|open| open.subject), move |&subject| {
            if let Some(by) = by {
                host.send(&Event::select(&reading.matrix, subject, by));
            }
        });
    }
    let (host, reading) = (props.host.clone(), props.reading.clone());
    let first = use_mut_ref(|| true);
    use_effect_with(state.filter.clone(), move |filter| {
        if !first.replace(false) {
            host.send(&Event::filter(&reading.matrix, filter));
        }
    });
}

/// What pointer, keys and focus do to the matrix, by one listener each: the node they are on says
/// which cell or header it is.
struct Hands {
    state: UseReducerHandle<State>,
    intent: Intent,
    frame: NodeRef,
    card: NodeRef,
    shown: Shared<matrix::Shown>,
}

/// The cell or header that an event is on.
fn subject(event: &web_sys::Event) -> Option<Subject> {
    focus::closest_data(event.target(), "key").and_then(|(_, key)| Subject::from_key(&key))
}

impl Hands {
    fn over(&self) -> Callback<PointerEvent> {
        let intent = self.intent.clone();
        Callback::from(move |event: PointerEvent| {
            if event.pointer_type() != "mouse" {
                return;
            }
            match subject(&event) {
                Some(subject @ Subject::Cell { .. }) => intent.rest(subject, By::Hover),
                _ => intent.leave(By::Hover),
            }
        })
    }

    fn out(&self) -> Callback<PointerEvent> {
        let intent = self.intent.clone();
        Callback::from(move |event: PointerEvent| {
            if event.pointer_type() == "mouse" {
                intent.leave(By::Hover);
            }
        })
    }

    fn focus(&self) -> Callback<FocusEvent> {
        let (intent, state) = (self.intent.clone(), self.state.dispatcher());
        Callback::from(move |event: FocusEvent| {
            let Some(subject) = subject(&event) else { return };
            state.dispatch(Action::Stand(subject));
            match subject {
                Subject::Cell { .. } => intent.rest(subject, By::Focus),
                _ => intent.leave(By::Focus),
            }
        })
    }

    /// The focus leaves the matrix or the card: unless it goes to the other of the two, the card closes.
    fn blur(&self) -> Callback<FocusEvent> {
        let (intent, frame, card) = (self.intent.clone(), self.frame.clone(), self.card.clone());
        Callback::from(move |event: FocusEvent| {
            let Some(target) = event.related_target() else { return };
            let in_card = card.get().is_some_and(|card| focus::within(&card, Some(target.clone())));
            if in_card {
                return intent.stay();
            }
            let in_matrix = focus::closest_data(Some(target), "key")
                .is_some_and(|(node, _)| frame.get().is_some_and(|frame| focus::within(&frame, Some(node.into()))));
            if !in_matrix {
                intent.now(Action::Close(By::Focus));
            }
        })
    }

    fn press(&self) -> Callback<MouseEvent> {
        let intent = self.intent.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(subject) = subject(&event) {
                intent.now(Action::Press(subject));
            }
        })
    }

    fn key(&self) -> Callback<KeyboardEvent> {
        let (intent, frame, card, shown) = (self.intent.clone(), self.frame.clone(), self.card.clone(), self.shown.clone());
        Callback::from(move |event: KeyboardEvent| {
            let Some(here) = subject(&event) else { return };
            let key = event.key();
            let done = match key.as_str() {
                // A header is a button, which the browser presses itself.
                "Enter" | " " if matches!(here, Subject::Cell { .. }) => {
                    intent.now(Action::Press(here));
                    true
                }
                "F6" => card.cast().is_some_and(|card| focus::on(&card)),
                _ => match travel(&shown, here, &key, event.ctrl_key() || event.meta_key()) {
                    Some(there) => frame.cast().is_some_and(|frame: Element| focus::first(&frame, &selector(there))),
                    None => false,
                },
            };
            if done {
                event.prevent_default();
            }
        })
    }
}
