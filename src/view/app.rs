//! The component: from what the page brings and the reader does to what is on screen.

use std::cell::OnceCell;
use std::ops::Range;

use gloo_timers::callback::Timeout;
use js_sys::Array;
use matrix::{Filter, Json, Reading};
use wasm_bindgen::JsValue;
use yew::prelude::*;

use crate::failure::Failure;
use crate::host::Host;
use crate::host::event::Event;
use crate::host::facts;
use crate::host::listen::{self, Listening};
use crate::host::words::Words;
use crate::link::{self, Wanted};
use crate::state::{Action, By, Change, State, Subject};
use crate::travel::{stop, travel};
use crate::view::Shared;
use crate::view::notice::{empty, failed, loading};
use crate::view::widget::Widget;
use crate::view::wish::Wish;

/// The source of a matrix that is a table inside its element.
pub const TABLE: &str = "table";

/// Milliseconds in which the pointer can cross from a cell into its card.
const GRACE: u32 = 250;

/// What it lives in.
#[derive(Properties, PartialEq, Clone)]
pub struct AppProps {
    /// The element.
    pub host: Shared<Host>,
    /// The reader's language.
    pub words: Words,
}

/// The whole widget of one element.
pub struct App {
    load: Load,
    words: Words,
    /// What was pressed is gone: the focus goes to what has come in its place.
    pressed: bool,
    /// Counts what was read, and the languages: the cells of another are drawn anew.
    version: u32,
    /// The matrix has not been painted yet.
    fresh: bool,
    /// The one thing that is about to happen; dropped, it does not.
    timer: Option<Timeout>,
    /// Listens to the page while a card is open.
    watch: Option<Listening>,
    /// What gets the focus back from its card; that focus opens nothing.
    given_back: Option<Subject>,
    /// What has to come into sight once it is drawn, and whether it gets the focus.
    reveal: Option<(Subject, bool)>,
    /// The matrix as a plain object: made once, since that of a large one takes as long as a filter.
    facts: OnceCell<JsValue>,
}

enum Load {
    /// Percent of the data that have been read.
    Loading(u8),
    Loaded(Box<Widget>),
    /// The data holds no matrix.
    Empty,
    Failed(Failure),
}

impl Component for App {
    type Message = Wish;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        let words = ctx.props().words.clone();
        Self {
            load: Load::Loading(0),
            words,
            pressed: false,
            version: 0,
            fresh: false,
            timer: None,
            watch: None,
            given_back: None,
            reveal: None,
            facts: OnceCell::new(),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, wish: Wish) -> bool {
        let host = &ctx.props().host;
        match wish {
            Wish::Now(action) => {
                self.timer = None;
                if let Action::Turn(place) = action {
                    self.keep_country(host, place);
                }
                return self.act(ctx, action);
            }
            Wish::Rest(subject) => self.later(ctx, host.hover_delay(), Action::Preview(subject, By::Hover)),
            Wish::Focus(subject) => return self.focus(ctx, subject),
            Wish::Leave(by) => self.later(ctx, GRACE, Action::Leave(by)),
            Wish::Stay => self.timer = None,
            Wish::Dismiss => return self.dismiss(ctx),
            Wish::Moved => self.place(host),
            Wish::Resized => {
                self.place(host);
                return self.resize(host);
            }
            Wish::Scrolled => return self.look(host),
            Wish::Reach(subject) => {
                self.reveal = Some((subject, true));
                return self.reach(host, subject);
            }
            Wish::Go(wanted, by, focus) => return self.go(ctx, wanted, by, focus),
            Wish::Arrange(order) => {
                if let Load::Loaded(widget) = &mut self.load {
                    widget.arrange(order);
                }
                return true;
            }
            Wish::Skip => host.focus_foot(),
            Wish::Again => {
                self.pressed = true;
                host.load_again();
            }
            // While other data is on its way, the matrix stays.
            Wish::Loading(_) if self.widget().is_some() => {}
            Wish::Loading(percent) => return self.show(ctx, Load::Loading(percent)),
            Wish::Failed(failure) => return self.fail(ctx, failure),
            Wish::Read(reading, source) => return self.read(ctx, reading, source),
            Wish::Language(words) => {
                if let Load::Loaded(widget) = &mut self.load {
                    widget.speak(&words);
                }
                self.facts.take();
                self.version += 1;
                self.words = words;
                return true;
            }
        }
        false
    }

    fn view(&self, _: &Context<Self>) -> Html {
        match &self.load {
            Load::Loading(percent) => loading(&self.words, *percent),
            Load::Loaded(widget) => widget.view(),
            Load::Empty => empty(&self.words),
            Load::Failed(failure) => failed(&self.words, failure),
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        let host = &ctx.props().host;
        if let Load::Loaded(widget) = &self.load {
            let (across, cells) = widget.cells();
            host.draw_cells(&widget.words, self.version, widget.state.swapped, across, cells);
            self.fit(host);
            if std::mem::take(&mut self.fresh) {
                // The matrix is painted: from now on it stands for the element's own content.
                host.color_levels(widget.matrix().scale());
                host.show_content(false);
                host.send(&Event::ready(widget.matrix(), &widget.source));
            }
        }
        if let Some((subject, focus)) = self.reveal.take() {
            self.given_back = focus.then_some(subject);
            host.reveal(subject, focus);
        }
        if self.widget().is_some_and(|widget| widget.is_large()) {
            // What is in sight is known only now.
            ctx.link().send_message(Wish::Scrolled);
        }
        self.place(host);
        if self.pressed && !matches!(self.load, Load::Loading(_)) {
            self.pressed = false;
            host.focus_inside();
        }
    }

    fn destroy(&mut self, ctx: &Context<Self>) {
        self.act(ctx, Action::Close(By::Press));
    }
}

impl App {
    /// Where `key` leads from `here` in the matrix, with Control or without.
    pub fn travel(&self, here: Subject, key: &str, control: bool) -> Option<Subject> {
        let widget = self.widget()?;
        travel(&widget.shown, widget.state.swapped, here, key, control)
    }

    /// What the reader has chosen, in a permalink's keys; none before there is a matrix.
    pub fn keys(&self) -> Option<Vec<link::Pair>> {
        self.widget().map(|widget| link::keys(widget.matrix(), &widget.state))
    }

    /// The matrix as a plain object; none before there is one.
    pub fn facts(&self) -> Option<JsValue> {
        let widget = self.widget()?;
        let facts = self.facts.get_or_init(|| facts::facts(widget.matrix(), &self.words));
        facts::add_shown(facts, &widget.shown);
        Some(facts.clone())
    }

    /// The statements of these places: those of what is shown, or all.
    pub fn statements(&self, places: Range<usize>, all: bool) -> Array {
        self.widget().map(|widget| facts::statements(widget.matrix(), &widget.shown, places, all)).unwrap_or_default()
    }

    /// Whether the matrix has the cell of these ids.
    pub fn knows(&self, row: &str, column: &str) -> bool {
        self.widget().is_some_and(|widget| link::cell(widget.matrix(), row, column).is_some())
    }

    /// What keys of a permalink ask for; none before there is a matrix.
    pub fn wanted(&self, keys: &Json) -> Option<Wanted> {
        self.widget().map(|widget| link::wanted(widget.matrix(), keys))
    }

    fn widget(&self) -> Option<&Widget> {
        match &self.load {
            Load::Loaded(widget) => Some(widget),
            _ => None,
        }
    }

    /// Shows another state of the loading, and forgets what was about to happen in the one before.
    fn show(&mut self, ctx: &Context<Self>, load: Load) -> bool {
        self.act(ctx, Action::Close(By::Press));
        self.timer = None;
        self.facts.take();
        self.load = load;
        true
    }

    fn read(&mut self, ctx: &Context<Self>, reading: Box<Reading>, source: String) -> bool {
        let host = &ctx.props().host;
        if reading.matrix.rows().is_empty() || reading.matrix.columns().is_empty() {
            // There is no matrix to stand for it, whatever stood there before.
            host.show_content(true);
            return self.show(ctx, Load::Empty);
        }
        self.fresh = true;
        self.version += 1;
        let swapped = self.widget().is_some_and(|widget| widget.state.swapped);
        let widget = Widget::new(reading, source, &self.words, host.is_narrow(), swapped, host.sight());
        self.show(ctx, Load::Loaded(Box::new(widget)))
    }

    fn fail(&mut self, ctx: &Context<Self>, failure: Failure) -> bool {
        let host = &ctx.props().host;
        if self.widget().is_some_and(|widget| widget.source == TABLE) {
            // The table inside the element stays the matrix.
            host.send(&Event::not_loaded(&failure, &self.words));
            return false;
        }
        host.show_content(true);
        host.send(&Event::error(failure.reason(), &failure.message(&self.words)));
        self.show(ctx, Load::Failed(failure))
    }

    /// Does what changes the state, and tells the page of it. Whether anything changed.
    fn act(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        let host = &ctx.props().host;
        if action == Action::Filter(Change::Clear) {
            // The button that was pressed goes; what it changed is said here.
            host.focus_status();
        }
        let Load::Loaded(widget) = &mut self.load else { return false };
        let old_subject = widget.subject();
        let by_reader = !matches!(action, Action::Go(..));
        let Some(old) = widget.act(action) else { return false };
        let (subject, state) = (widget.subject(), &widget.state);
        if by_reader && (&old.filter, old.view) != (&state.filter, state.view) {
            host.send(&Event::filter(widget.matrix(), state));
        }
        if old_subject != subject {
            self.watch = subject.map(|_| listen::to_page(host, ctx.link().clone()));
            host.send(&Event::select(widget.matrix(), subject, state.by.unwrap_or(By::Press)));
        }
        true
    }

    /// The tab stop follows the focus, and so, after a moment, does the card.
    fn focus(&mut self, ctx: &Context<Self>, subject: Subject) -> bool {
        let given_back = self.given_back.take() == Some(subject);
        // A key has led on from what was to come into sight.
        self.reveal = None;
        match subject {
            _ if given_back => self.timer = None,
            Subject::Cell { .. } => self.later(ctx, ctx.props().host.hover_delay(), Action::Preview(subject, By::Focus)),
            _ => self.later(ctx, GRACE, Action::Leave(By::Focus)),
        }
        self.act(ctx, Action::Stand(subject))
    }

    fn later(&mut self, ctx: &Context<Self>, milliseconds: u32, action: Action) {
        let link = ctx.link().clone();
        self.timer = Some(Timeout::new(milliseconds, move || link.send_message(Wish::Now(action))));
    }

    /// Shows what a link or a script asks for; a cell also where the filter would hide it.
    fn go(&mut self, ctx: &Context<Self>, wanted: Wanted, by: By, focus: bool) -> bool {
        let host = &ctx.props().host;
        let Some(widget) = self.widget() else { return false };
        let hidden = wanted.subject.is_some_and(|subject| stop(&widget.matrix().show(&wanted.filter), Some(subject)) != Some(subject));
        let filter = if hidden { Filter::default() } else { wanted.filter };
        self.timer = None;
        self.reveal = wanted.subject.map(|subject| (subject, focus));
        let acted = self.act(ctx, Action::Go(filter, wanted.view, wanted.subject, by));
        wanted.subject.is_some_and(|subject| self.reach(host, subject)) || acted
    }

    /// Closes the card, and gives the focus back if the card had it.
    fn dismiss(&mut self, ctx: &Context<Self>) -> bool {
        let host = &ctx.props().host;
        if let Some(subject) = self.widget().and_then(Widget::subject).filter(|_| host.card_has_focus()) {
            self.given_back = Some(subject);
            host.focus_on(subject);
        }
        self.timer = None;
        self.act(ctx, Action::Close(By::Press))
    }

    /// The deck turns under a country that has the focus: it has it again in the pile where it stands then.
    fn keep_country(&mut self, host: &Host, place: u32) {
        let Some(State { here: Some(here), swapped, .. }) = self.widget().map(|widget| &widget.state) else { return };
        let there = Subject::on(*swapped, here.laid_out(*swapped).0, Some(place)).filter(|_| host.country_has_focus());
        self.reveal = there.map(|subject| (subject, true));
    }

    /// There may be room for the matrix now, or no longer; the reader's place stays.
    fn resize(&mut self, host: &Host) -> bool {
        let Load::Loaded(widget) = &mut self.load else { return false };
        let resized = widget.resize(host.is_narrow());
        if resized && host.body_has_focus() {
            self.reveal = stop(&widget.shown, widget.state.here).map(|subject| (subject, true));
        }
        resized
    }

    /// Draws what has come into sight.
    fn look(&mut self, host: &Host) -> bool {
        let Load::Loaded(widget) = &mut self.load else { return false };
        // What is to come into sight is drawn already, and not in sight yet.
        let looked = self.reveal.is_none() && widget.is_large() && widget.look(host.sight());
        if looked && widget.state.here.is_some_and(|here| !widget.draws(here)) {
            host.keep_focus();
        }
        looked
    }

    /// Draws what is around `subject`, where the reader stands now.
    fn reach(&mut self, host: &Host, subject: Subject) -> bool {
        let Load::Loaded(widget) = &mut self.load else { return false };
        if widget.reach(subject) {
            host.keep_focus();
        }
        true
    }

    /// Lays the matrix out.
    fn fit(&self, host: &Host) {
        if let Some(widget) = self.widget() {
            let (lines, across, window) = widget.layout();
            host.fit(lines, across, window);
        }
    }

    /// Puts the card beside what it opened from.
    fn place(&self, host: &Host) {
        if let Some(subject) = self.widget().and_then(Widget::subject) {
            host.place_card(subject);
        }
    }
}
