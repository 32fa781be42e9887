//! A loaded matrix with everything around it: title, filters, legend, grid, card, foot.

use matrix::Reading;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::host::event::Event;
use crate::host::{Host, style};
use crate::state::{Action, By, Change, State};
use crate::travel::stop;
use crate::view::Shared;
use crate::view::card::{Card, card, use_dismissal, use_place};
use crate::view::filters::{Filters, filters};
use crate::view::foot::foot;
use crate::view::grid::{Grid, grid};
use crate::view::hands::Hands;
use crate::view::intent::Intent;
use crate::view::legend::legend;
use crate::view::once::Once;
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
    let (reading, language) = (&props.reading, &props.language);
    let shown = Shared::from(use_memo((reading.clone(), state.filter.clone()), |(reading, filter)| reading.matrix.show(filter)));
    let timer = Shared::from(use_mut_ref(|| None));
    let opened = Card {
        reading: reading.clone(),
        shown: shown.clone(),
        language: language.clone(),
        frame: use_node_ref(),
        card: use_node_ref(),
        intent: Intent::new(state.dispatcher(), props.host.hover_delay(), timer),
    };
    use_place(&opened, state.open);
    use_dismissal(&opened, state.open);
    use_events(props, &state, &opened.frame);
    let controls = use_controls(props, &state, &shown);
    let table = use_table(&shown);
    let below = use_memo((reading.clone(), language.clone()), |(reading, language)| foot(reading, language));
    let hands = Hands {
        dispatch: state.dispatcher(),
        intent: opened.intent.clone(),
        frame: opened.frame.clone(),
        card: opened.card.clone(),
        shown: shown.clone(),
    };
    html! {
        <section ref={opened.frame.clone()} class="widget" part="widget" aria-label={reading.matrix.title().to_string()}
            lang={some(reading.matrix.language())}>
            { head(reading) }
            <Once html={controls} />
            <div class="body">{ body(&state, &opened, &hands, &table) }</div>
            <div class="layer" onfocusout={hands.blur()}>
                if let Some(open) = state.open {
                    { card(&opened, open) }
                }
            </div>
            <Once html={Shared::from(below)} />
        </section>
    }
}

fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_string())
}

fn head(reading: &Reading) -> Html {
    let (title, description) = (reading.matrix.title(), reading.matrix.description());
    html! {
        <header class="head">
            if !title.is_empty() {
                <h2 class="title" part="title">{ title }</h2>
            }
            if !description.is_empty() {
                <p class="description">{ description }</p>
            }
        </header>
    }
}

/// Filters and legend; a card that opens does not draw them again.
#[hook]
fn use_controls(props: &WidgetProps, state: &UseReducerHandle<State>, shown: &Shared<matrix::Shown>) -> Shared<Html> {
    let on = (props.reading.clone(), shown.clone(), state.filter.clone(), state.unfolded, props.language.clone());
    let (state, dispatch) = (state.clone(), state.dispatcher());
    Shared::from(use_memo(on, move |(reading, shown, filter, _, language)| {
        let above = Filters { matrix: &reading.matrix, shown, state: &state, dispatch: dispatch.clone(), language };
        html! { <>{ filters(&above) }{ legend(reading, shown, filter, &dispatch, language) }</> }
    }))
}

/// The node of the table, which is told how many columns it has.
#[hook]
fn use_table(shown: &Shared<matrix::Shown>) -> NodeRef {
    let table = use_node_ref();
    let node = table.clone();
    use_effect_with(shown.columns.len(), move |columns| {
        if let Some(table) = node.cast() {
            style::set(&table, "--columns", &columns.to_string());
        }
    });
    table
}

/// The matrix, or why there is nothing of it and the way back.
fn body(state: &UseReducerHandle<State>, opened: &Card, hands: &Hands, table: &NodeRef) -> Html {
    let Card { reading, shown, .. } = opened;
    if shown.rows.is_empty() || shown.columns.is_empty() {
        let dispatch = state.dispatcher();
        let clear = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Filter(Change::Clear)));
        return html! {
            <div class="nothing" key="nothing">
                <p>{ "Nothing in the matrix fits these filters." }</p>
                <button type="button" class="button" onclick={clear}>{ "Show all" }</button>
            </div>
        };
    }
    let stop = stop(shown, state.here);
    html! {
        <div class="scroller" key="scroller" part="scroller" onpointerover={hands.over()} onpointerout={hands.out()} onfocusin={hands.focus()}
            onfocusout={hands.blur()} onclick={hands.press()} onkeydown={hands.key()}>
            { grid(&Grid { reading, shown, window: window(shown), stop, open: state.open, table }) }
        </div>
    }
}

/// Tells the page what happens: ready once, then every card and every filter.
#[hook]
fn use_events(props: &WidgetProps, state: &UseReducerHandle<State>, frame: &NodeRef) {
    {
        let (host, source, frame) = (props.host.clone(), props.source.clone(), frame.clone());
        use_effect_with(props.reading.clone(), move |reading| {
            let matrix = &reading.matrix;
            if let Some(frame) = frame.cast::<HtmlElement>() {
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
    use_select_events(props, state);
    let (host, reading) = (props.host.clone(), props.reading.clone());
    let first = use_mut_ref(|| true);
    use_effect_with(state.filter.clone(), move |filter| {
        if !first.replace(false) {
            host.send(&Event::filter(&reading.matrix, filter));
        }
    });
}

/// Tells the page of each card that opens or closes, also of one that goes with the widget.
#[hook]
fn use_select_events(props: &WidgetProps, state: &UseReducerHandle<State>) {
    let (host, reading, by) = (props.host.clone(), props.reading.clone(), state.by);
    let told = use_mut_ref(|| None);
    {
        let (host, reading, told) = (host.clone(), reading.clone(), told.clone());
        use_effect_with(state.open.map(|open| open.subject), move |&subject| {
            if let Some(by) = by {
                host.send(&Event::select(&reading.matrix, subject, by));
            }
            told.replace(subject);
        });
    }
    use_effect_with((), move |()| {
        move || {
            if told.borrow().is_some() {
                host.send(&Event::select(&reading.matrix, None, By::Press));
            }
        }
    });
}
