//! What stands under the matrix: source, licence, date of the data, how many statements, how it is
//! ordered, how it was made, and what could not be read.

use matrix::{License, Matrix, Reading, Severity, Source};
use yew::prelude::*;

use crate::host::intl;
use crate::words;

/// The lines under the matrix; dates and numbers in the words of `language`.
pub fn foot(reading: &Reading, language: &str) -> Html {
    let matrix = &reading.matrix;
    let statements = matrix.statement_count();
    let written = intl::number(language, statements);
    html! {
        <footer class="foot" part="foot">
            <dl>
                { line(if matrix.sources().len() > 1 { "Sources" } else { "Source" }, matrix.sources().iter().map(source).collect()) }
                { line("Licence", matrix.licenses().iter().map(license).collect()) }
                { line("Data", [dates(matrix, language), Some(words::count(statements, &written, ("statement", "statements")))].into_iter().flatten().map(Html::from).collect()) }
                { line("Order", [matrix.order()].into_iter().filter(|order| !order.is_empty()).map(Html::from).collect()) }
            </dl>
            <div>
                if !matrix.notes().is_empty() {
                    <details><summary>{ "How this was made" }</summary><p>{ matrix.notes() }</p></details>
                }
            </div>
            { problems(reading) }
        </footer>
    }
}

fn line(term: &str, items: Vec<Html>) -> Html {
    if items.is_empty() {
        return Html::default();
    }
    html! { <div key={term.to_string()}><dt>{ term.to_string() }</dt><dd>{ for items.into_iter().map(|item| html! { <span>{ item }</span> }) }</dd></div> }
}

fn source(source: &Source) -> Html {
    linked(&source.title, source.url.as_deref())
}

fn license(license: &License) -> Html {
    linked(if license.title.is_empty() { &license.name } else { &license.title }, license.url.as_deref())
}

fn linked(text: &str, url: Option<&str>) -> Html {
    let text = if text.is_empty() { url.unwrap_or_default() } else { text }.to_string();
    match url {
        Some(url) => html! { <a href={url.to_string()} target="_blank" rel="noopener noreferrer">{ text }</a> },
        None => text.into(),
    }
}

/// When the data was made, and the days it speaks of.
fn dates(matrix: &Matrix, language: &str) -> Option<String> {
    let made = (!matrix.created().is_empty()).then(|| format!("as of {}", intl::date(language, matrix.created())));
    let spoken = matrix.dates().map(|(first, last)| {
        let first = first.split('/').next().unwrap_or_default();
        let last = last.rsplit('/').next().unwrap_or_default();
        format!("statements of {}", intl::date(language, &format!("{first}/{last}")))
    });
    made.or(spoken)
}

/// More problems than this are counted and not listed.
const LISTED: usize = 20;

/// What could not be read, folded; a line that the reader may pass over and an editor must not.
pub fn problems(reading: &Reading) -> Html {
    let problems: Vec<_> = reading.problems.iter().filter(|problem| problem.severity != Severity::Hint).collect();
    html! {
        <div class="problems">
            if !problems.is_empty() {
                <details>
                    <summary>{ words::count(problems.len(), &problems.len().to_string(), ("problem in the data", "problems in the data")) }</summary>
                    <ul>{ for problems.iter().take(LISTED).enumerate().map(|(index, problem)| html! { <li key={index}>{ problem.to_string() }</li> }) }</ul>
                    if problems.len() > LISTED {
                        <p>{ format!("and {} more.", problems.len() - LISTED) }</p>
                    }
                </details>
            }
        </div>
    }
}
