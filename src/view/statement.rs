//! A position in its card: the stance, the editor's summary, and every statement with who said it,
//! as what, when and where.

use matrix::{Finder, Kind, Matrix, Position, Stance, Statement};
use yew::prelude::*;

use crate::host::intl;
use crate::view::mark::{Look, look, mark};
use crate::view::marked::marked;
use crate::words;

/// What a card is drawn from.
pub struct Content<'a> {
    /// The matrix.
    pub matrix: &'a Matrix,
    /// What marks the finds of a search.
    pub finder: Option<&'a Finder>,
    /// The reader's language.
    pub language: &'a str,
}

/// The content of a cell's card.
pub fn position(content: &Content, row: u32, column: u32) -> Html {
    let matrix = content.matrix;
    let position = matrix.position(row as usize, column as usize);
    let (who, what) = (matrix.rows().name(row as usize), matrix.columns().name(column as usize));
    let stance = position.stance();
    html! {
        <>
            <header>
                <p class="where">
                    <span class="who">{ who }</span>{ " · " }{ what }
                </p>
                <p class="verdict">{ swatch(matrix, stance) }<strong>{ matrix.scale().label(stance) }</strong></p>
            </header>
            if !position.summary().is_empty() {
                <p class="summary">{ marked(content.finder, position.summary()) }</p>
            }
            if position.is_empty() {
                <p class="silent">{ words::silence(stance, who, what) }</p>
            }
            if !position.sourced() {
                <p class="silent">{ "No source given." }</p>
            }
            { statements(content, &position) }
        </>
    }
}

/// What is said and done, the row's own words first: they prove most. A source that all of it comes
/// from is named once, at the end.
fn statements(content: &Content, position: &Position) -> Html {
    let said: Vec<Statement> = position.statements().filter(|one| !(one.quote().is_empty() && one.text().is_empty())).collect();
    let Some(first) = said.first() else { return Html::default() };
    let shared = said.iter().all(|one| (one.source(), one.url()) == (first.source(), first.url()));
    let of_kind = |kind: Kind| said.iter().filter(move |one| one.kind() == kind);
    let ordered = [Kind::Quote, Kind::Paraphrase, Kind::Action, Kind::About].into_iter().flat_map(of_kind);
    html! {
        <>
            <ol class="statements">
                { for ordered.map(|one| html! { <li key={one.index()}>{ view(one, position.summary(), !shared, content) }</li> }) }
            </ol>
            if shared && !(first.source().is_empty() && first.url().is_none()) {
                <p class="from">{ "Source: " }{ source(first) }</p>
            }
        </>
    }
}

/// The colour and mark of a stance, as in the cells.
pub fn swatch(matrix: &Matrix, stance: Stance) -> Html {
    let Look { level, step, silence } = look(matrix, stance);
    html! {
        <span class="swatch" data-level={level} data-step={step} data-silence={silence}>
            <span class="fill">{ mark(matrix, stance) }</span>
        </span>
    }
}

fn view(statement: &Statement, above: &str, with_source: bool, content: &Content) -> Html {
    let finder = content.finder;
    // The summary that the position shows stands above already.
    let summary = Some(statement.summary()).filter(|summary| !summary.is_empty() && *summary != above);
    let language = |code: &str| (!code.is_empty()).then(|| code.to_string());
    html! {
        <figure data-kind={statement.kind().word()}>
            if statement.quote().is_empty() {
                <p class="report">{ marked(finder, statement.text()) }</p>
            } else {
                <blockquote lang={language(statement.lang())} dir="auto"><q>{ marked(finder, statement.quote()) }</q></blockquote>
                if !statement.translation().is_empty() {
                    <p class="translation"><span class="kind">{ "Translation " }</span>{ marked(finder, statement.translation()) }</p>
                }
            }
            <figcaption>
                if let Some(summary) = summary {
                    <span class="context">{ marked(finder, summary) }</span>
                }
                if let Some(by) = speaker(statement) {
                    <span class="by">{ marked(finder, &by) }</span>
                }
                <span class="facts">
                    <span class="kind">{ words::kind(statement.kind()) }</span>
                    { for facts(statement, content.language).into_iter().map(|fact| html! { <span>{ fact }</span> }) }
                    if with_source {
                        { source(statement) }
                    }
                </span>
            </figcaption>
        </figure>
    }
}

/// Who said it and as what; for a quote whose source names nobody, that it does not.
fn speaker(statement: &Statement) -> Option<String> {
    match (statement.speaker(), statement.role()) {
        ("", "") => matches!(statement.kind(), Kind::Quote | Kind::About).then(|| "Speaker not named in the source".into()),
        ("", one) | (one, "") => Some(one.into()),
        (speaker, role) => Some(format!("{speaker}, {role}")),
    }
}

fn facts(statement: &Statement, language: &str) -> Vec<String> {
    let date = match statement.date() {
        "" => "Undated".into(),
        date => intl::date(language, date),
    };
    let spoken = (!statement.quote().is_empty() && !statement.lang().is_empty())
        .then(|| format!("In {}", intl::language_name(language, statement.lang())));
    [Some(date), spoken].into_iter().flatten().collect()
}

fn source(statement: &Statement) -> Html {
    let name = match (statement.source(), statement.url()) {
        ("", Some(url)) => url,
        (name, _) => name,
    };
    match statement.url() {
        Some(url) => html! { <cite><a href={url.to_string()} target="_blank" rel="noopener noreferrer">{ name }</a></cite> },
        None if name.is_empty() => Html::default(),
        None => html! { <cite>{ name }</cite> },
    }
}
