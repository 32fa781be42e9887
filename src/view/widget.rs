//! A loaded matrix with everything around it: title, filters, legend, grid, card, foot. It keeps what
//! the reader has chosen, and tells the page of every change.

use gloo_timers::callback::Timeout;
use matrix::{Reading, Shown};
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::host::event::Event;
use crate::host::page::{Watch, Watching};
use crate::host::{Host, focus, place, style};
use crate::state::{Action, By, Change, State, Subject};
use crate::travel::stop;
use crate::view::Shared;
use crate::view::card::{card, selector};
use crate::view::filters::{Filters, filters};
use crate::view::foot::foot;
use crate::view::grid::{Grid, grid};
use crate::view::hands::Hands;
use crate::view::legend::legend;
use crate::view::once::Once;
use crate::view::statement::Content;
use crate::view::wish::{Send, Wish, sending};
use crate::window::window;

/// Milliseconds in which the pointer can cross from a cell into its card.
const GRACE: u32 = 250;

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
pub struct Widget {
    state: State,
    send: Send,
    /// What remains under the filter.
    shown: Shared<Shown>,
    /// Filters and legend; a card that opens does not draw them again.
    controls: Shared<Html>,
    foot: Shared<Html>,
    nodes: Nodes,
    /// The one thing that is about to happen; dropped, it does not.
    timer: Option<Timeout>,
    /// Listens to the page while a card is open.
    watch: Option<Watching>,
    /// What gets the focus back from its card; that focus opens nothing.
    given_back: Option<Subject>,
}

/// The nodes that are more than drawn.
#[derive(Clone, Default)]
pub struct Nodes {
    /// The outermost one.
    pub frame: NodeRef,
    /// The table.
    pub table: NodeRef,
    /// The card.
    pub card: NodeRef,
}

impl Component for Widget {
    type Message = Wish;
    type Properties = WidgetProps;

    fn create(ctx: &Context<Self>) -> Self {
        let WidgetProps { reading, language, .. } = ctx.props();
        let state = State::default();
        let send = ctx.link().callback(|wish| wish);
        let shown = Shared::new(reading.matrix.show(&state.filter));
        let controls = Shared::new(controls(ctx.props(), &state, &shown, &send));
        let foot = Shared::new(foot(reading, language));
        Self { state, send, shown, controls, foot, nodes: Nodes::default(), timer: None, watch: None, given_back: None }
    }

    fn update(&mut self, ctx: &Context<Self>, wish: Wish) -> bool {
        match wish {
            Wish::Now(action) => {
                self.timer = None;
                return self.act(ctx, action);
            }
            Wish::Rest(subject, By::Focus) if self.given_back.take() == Some(subject) => {}
            Wish::Rest(subject, by) => self.later(ctx.props().host.hover_delay(), Action::Preview(subject, by)),
            Wish::Leave(by) => self.later(GRACE, Action::Leave(by)),
            Wish::Stay => self.timer = None,
            Wish::Dismiss => return self.dismiss(ctx),
        }
        false
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if let Some(table) = self.nodes.table.cast() {
            style::set(&table, "--columns", &self.shown.columns.len().to_string());
        }
        if let (Some(open), Some(card)) = (self.state.open, self.nodes.card.cast::<HtmlElement>())
            && let Some(anchor) = self.anchor(open.subject)
        {
            place::beside(&card, &anchor);
        }
        if first {
            ready(ctx.props(), &self.nodes.frame);
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let matrix = &ctx.props().reading.matrix;
        let hands = Hands { send: self.send.clone(), nodes: self.nodes.clone(), shown: self.shown.clone() };
        let content = Content { matrix, finder: self.shown.finder(), language: &ctx.props().language };
        html! {
            <section ref={self.nodes.frame.clone()} class="widget" part="widget" tabindex="-1" aria-label={matrix.title().to_string()} lang={some(matrix.language())}>
                { head(matrix) }
                <Once html={self.controls.clone()} />
                <div class="body">{ self.body(ctx.props(), &hands) }</div>
                <div class="layer" onfocusout={hands.blur()}>
                    { self.state.open.map(|open| card(&content, open, &self.nodes.card, &self.send)) }
                </div>
                <Once html={self.foot.clone()} />
            </section>
        }
    }

    fn destroy(&mut self, ctx: &Context<Self>) {
        self.act(ctx, Action::Close(By::Press));
    }
}

impl Widget {
    /// Does what changes the state, and tells the page of it. Whether anything changed.
    fn act(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        let next = self.state.after(action.clone());
        if next == self.state {
            return false;
        }
        if action == Action::Filter(Change::Clear)
            && let Some(status) = self.nodes.frame.cast().and_then(|frame: Element| focus::find(&frame, "[role=status]"))
        {
            // The button that was pressed goes; what it changed is said here.
            focus::on(&status);
        }
        let old = std::mem::replace(&mut self.state, next);
        let WidgetProps { host, reading, .. } = ctx.props();
        if old.filter != self.state.filter {
            self.shown = Shared::new(reading.matrix.show(&self.state.filter));
            host.send(&Event::filter(&reading.matrix, &self.state.filter));
        }
        if old.filter != self.state.filter || old.unfolded != self.state.unfolded {
            self.controls = Shared::new(controls(ctx.props(), &self.state, &self.shown, &self.send));
        }
        let subject = |state: &State| state.open.map(|open| open.subject);
        if subject(&old) != subject(&self.state) {
            self.watch = self.state.open.map(|open| self.watch(open.subject));
            host.send(&Event::select(&reading.matrix, subject(&self.state), self.state.by.unwrap_or(By::Press)));
        }
        true
    }

    fn later(&mut self, milliseconds: u32, action: Action) {
        let send = self.send.clone();
        self.timer = Some(Timeout::new(milliseconds, move || send.emit(Wish::Now(action))));
    }

    /// Closes the card, and gives the focus back if the card had it.
    fn dismiss(&mut self, ctx: &Context<Self>) -> bool {
        let inside = self.nodes.card.cast().is_some_and(|card: Element| focus::holds(&card));
        if let Some(open) = self.state.open.filter(|_| inside) {
            self.given_back = Some(open.subject);
            if let Some(anchor) = self.anchor(open.subject) {
                focus::on(&anchor);
            }
        }
        self.timer = None;
        self.act(ctx, Action::Close(By::Press))
    }

    /// The node that `subject` stands in.
    fn anchor(&self, subject: Subject) -> Option<HtmlElement> {
        focus::find(&self.nodes.frame.cast()?, &selector(subject))
    }

    /// Hears of Escape and of presses anywhere, and keeps the card in its place.
    fn watch(&self, subject: Subject) -> Watching {
        let (escape, press) = (self.send.clone(), self.send.clone());
        let (card, nodes) = (self.nodes.card.clone(), self.nodes.clone());
        Watch {
            escape: Box::new(move || escape.emit(Wish::Dismiss)),
            press: Box::new(move || press.emit(Wish::Now(Action::Close(By::Press)))),
            within: card,
            moved: Box::new(move || {
                let anchor = nodes.frame.cast().and_then(|frame: Element| focus::find(&frame, &selector(subject)));
                if let (Some(card), Some(anchor)) = (nodes.card.cast::<HtmlElement>(), anchor) {
                    place::beside(&card, &anchor);
                }
            }),
        }
        .start()
    }

    /// The matrix, or why there is nothing of it and the way back.
    fn body(&self, props: &WidgetProps, hands: &Hands) -> Html {
        if self.shown.rows.is_empty() || self.shown.columns.is_empty() {
            return html! {
                <div class="nothing" key="nothing">
                    <p>{ "Nothing in the matrix fits these filters." }</p>
                    <button type="button" class="button" onclick={sending(&self.send, Action::Filter(Change::Clear))}>{ "Show all" }</button>
                </div>
            };
        }
        let stop = stop(&self.shown, self.state.here);
        let table = Grid {
            reading: &props.reading,
            shown: &self.shown,
            window: window(&self.shown),
            stop,
            open: self.state.open,
            table: &self.nodes.table,
        };
        html! {
            <div class="scroller" key="scroller" part="scroller" onpointerover={hands.over()} onpointerout={hands.out()} onfocusin={hands.focus()}
                onfocusout={hands.blur()} onclick={hands.press()} onkeydown={hands.key()}>
                { grid(&table) }
            </div>
        }
    }
}

fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_string())
}

fn head(matrix: &matrix::Matrix) -> Html {
    html! {
        <header class="head">
            if !matrix.title().is_empty() {
                <h2 class="title" part="title">{ matrix.title() }</h2>
            }
            if !matrix.description().is_empty() {
                <p class="description">{ matrix.description() }</p>
            }
        </header>
    }
}

fn controls(props: &WidgetProps, state: &State, shown: &Shown, send: &Send) -> Html {
    let above = Filters { matrix: &props.reading.matrix, shown, state, send, language: &props.language };
    html! { <>{ filters(&above) }{ legend(&above) }</> }
}

/// The matrix is painted: from now on it stands for the element's own content.
fn ready(props: &WidgetProps, frame: &NodeRef) {
    let matrix = &props.reading.matrix;
    if let Some(frame) = frame.cast::<Element>() {
        style::color_levels(&frame, matrix.scale());
    }
    props.host.show_content(false);
    props.host.send(&Event::Ready {
        rows: matrix.rows().len(),
        columns: matrix.columns().len(),
        statements: matrix.statement_count(),
        source: props.source.to_string(),
    });
}
