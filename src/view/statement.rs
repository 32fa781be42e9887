//! A position in its card: the stance, the editor's summary, and every statement with who said it,
//! as what, when and where.

use matrix::{Finder, Kind, Matrix, Position, Statement};
use yew::Html;

use crate::host::words::Words;
use crate::view::draw::{draw, spoken};
use crate::view::foot::linked;
use crate::view::hole::{Hole, unless_empty};
use crate::view::mark::swatch;
use crate::view::marked::marked;

const POSITION: &str =
    "<header><p class=where><span class=who>{}</span> · {}</p><p class=verdict>{}<strong>{}</strong></p></header>{}{}{}{}{}";
const STATEMENT: &str = "<li><figure data-kind={}>{}<figcaption>{}{}<span class=facts><span class=kind>{}</span>{}</span></figcaption><button type=button class='link share' data-do={}>{share}</button></figure></li>";
const QUOTE: &str = "<blockquote lang={} dir=auto><q>{}</q></blockquote>";
const ORIGINAL: &str = "{}<details class=original><summary>{}</summary>{}</details>";

/// What a card is drawn from.
pub struct Content<'a> {
    /// The matrix.
    pub matrix: &'a Matrix,
    /// What marks the finds of a search.
    pub finder: Option<&'a Finder>,
    /// The reader's language.
    pub words: &'a Words,
}

impl Content<'_> {
    /// `words` of the data with their finds, in the one hole of `template`; nothing
    /// where there are no words.
    fn marked(&self, template: &'static str, words: &str) -> Hole {
        if words.is_empty() {
            return Hole::Nothing;
        }
        spoken(self.words, template, [marked(self.finder, words).into()]).into()
    }
}

/// The content of a cell's card.
pub fn position(content: &Content, row: u32, column: u32) -> Html {
    let Content { matrix, words, .. } = content;
    let position = matrix.position(row as usize, column as usize);
    let (who, what) = (matrix.rows().name(row as usize), matrix.columns().name(column as usize));
    let stance = position.stance();
    let stance_value = matrix.scale().value(stance);
    let is_silent = position.is_empty() && stance.is_silence();
    let silence = if is_silent { words.tell(&["is.", stance_value].concat(), &[who, what]) } else { String::new() };
    let unsourced = if position.sourced() { String::new() } else { words.say("no-source") };
    let own = |words: &str| if words.is_empty() { Hole::Nothing } else { draw("<p class=silent>{}</p>", [words.into()]).into() };
    let (statements, source) = statements(content, &position);
    draw(
        POSITION,
        [
            who.into(),
            what.into(),
            swatch(matrix, stance).into(),
            words.stance(matrix, stance).into(),
            content.marked("<p class=summary lang={lang} dir=auto>{}</p>", position.summary()),
            own(&silence),
            own(&unsourced),
            statements,
            source,
        ],
    )
}

/// What is said and done, the row's own words first: they prove most. A source that all of it comes
/// from is named once, after them.
fn statements(content: &Content, position: &Position) -> (Hole, Hole) {
    let said: Vec<Statement> = position.statements().filter(|one| !(one.quote().is_empty() && one.text().is_empty())).collect();
    let Some(first) = said.first() else { return Default::default() };
    let shared = said.iter().all(|one| (one.source(), one.url()) == (first.source(), first.url()));
    let mut items = Vec::new();
    for kind in [Kind::Quote, Kind::Paraphrase, Kind::Action, Kind::About] {
        for one in &said {
            if one.kind() == kind {
                items.push(view(one, position.summary(), !shared, content));
            }
        }
    }
    let source = if shared { source(first) } else { Hole::Nothing };
    let source = match source {
        Hole::Nothing => Hole::Nothing,
        source => spoken(content.words, "<p class=from>{from} {}</p>", [source]).into(),
    };
    (draw("<ol class=statements>{}</ol>", [items.into()]).into(), source)
}

fn view(statement: &Statement, above: &str, with_source: bool, content: &Content) -> Html {
    let said = if statement.quote().is_empty() {
        content.marked("<p class=report lang={lang} dir=auto>{}</p>", statement.text())
    } else {
        quote(statement, content).into()
    };
    // The summary that the position shows stands above already.
    let summary = if statement.summary() == above { "" } else { statement.summary() };
    let mut facts = facts(statement, content.words);
    if with_source && let Hole::Nodes(source) = source(statement) {
        facts.push(source);
    }
    spoken(
        content.words,
        STATEMENT,
        [
            statement.kind().word().into(),
            said,
            content.marked("<span class=context lang={lang} dir=auto>{}</span>", summary),
            content.marked("<span class=by lang={lang} dir=auto>{}</span>", &speaker(statement, content.words)),
            content.words.say(&["kind.", statement.kind().word()].concat()).into(),
            facts.into(),
            ["later share ", &statement.index().to_string()].concat().into(),
        ],
    )
}

/// Verbatim words; to a reader of another language their translation, and the original on demand.
fn quote(statement: &Statement, content: &Content) -> Html {
    let Content { words, finder, .. } = *content;
    let (lang, translation) = (statement.lang(), statement.translation());
    let quote = |lang: Hole, said: &str| draw(QUOTE, [lang, marked(finder, said).into()]);
    let original = quote(unless_empty(lang), statement.quote());
    if translation.is_empty() || words.is_spoken(lang) {
        return original;
    }
    let name = if lang.is_empty() { words.say("original.unknown") } else { words.tell("original", &[&words.language_name(lang)]) };
    draw(ORIGINAL, [quote(words.data(), translation).into(), name.into(), original.into()])
}

/// Who said it and as what; for a quote whose source names nobody, that it does not.
fn speaker(statement: &Statement, words: &Words) -> String {
    let (speaker, role) = (statement.speaker(), statement.role());
    if !speaker.is_empty() && !role.is_empty() {
        return words.tell("join", &[speaker, role]);
    }
    if speaker.is_empty() && role.is_empty() && matches!(statement.kind(), Kind::Quote | Kind::About) {
        return words.say("anonymous");
    }
    [speaker, role].concat()
}

fn facts(statement: &Statement, words: &Words) -> Vec<Html> {
    let date = statement.date();
    let date = if date.is_empty() { words.say("undated") } else { words.date(date) };
    let mut facts = vec![draw("<span>{}</span>", [date.into()])];
    if !statement.quote().is_empty() && !statement.lang().is_empty() {
        let spoken = words.tell("spoken", &[&words.language_name(statement.lang())]);
        facts.push(draw("<span>{}</span>", [spoken.into()]));
    }
    facts
}

fn source(statement: &Statement) -> Hole {
    cite(statement.source(), statement.url())
}

/// A publication, linked where it has an address; nothing where there is neither.
pub fn cite(name: &str, url: Option<&str>) -> Hole {
    if name.is_empty() && url.is_none() {
        return Hole::Nothing;
    }
    draw("<cite>{}</cite>", [linked(name, url).into()]).into()
}
