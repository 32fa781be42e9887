//! The rule for the stance that a cell shows, over no more of its statements than it asks for.

use crate::date::last_day;
use crate::stance::{Silence, Stance, StanceKind};
use crate::statement::Statement;

/// What the rule asks of a statement.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fact {
    /// The last day that its date can mean; 0, which is before any, where it has none.
    day: u32,
    pub stance: Stance,
    rank: u8,
    /// Whether it says where it comes from, as [`Statement::own_source`] has it.
    pub sourced: Option<bool>,
}

impl Fact {
    /// Where there is no statement.
    pub const NONE: Self = Self { day: 0, stance: Stance::NONE, rank: 0, sourced: None };

    /// That of a statement.
    pub fn of(statement: Statement<'_>) -> Self {
        let day = last_day(statement.date()).unwrap_or_default();
        Self { day, stance: statement.stance(), rank: statement.kind().rank(), sourced: statement.own_source() }
    }
}

/// The stance that the statements of a cell, in the order of the file, show together, and the place of the one that
/// gives it; none gives a conflict or the lack of any.
pub(crate) fn verdict(facts: &[Fact]) -> (Stance, Option<usize>) {
    let level = latest(facts, &|fact| !fact.stance.is_silence());
    let (stance, giver) = level.or_else(|| latest(facts, &|fact| fact.stance != Stance::NONE)).unwrap_or((Stance::NONE, None));
    let Some((at, giver)) = giver else { return (stance, None) };
    // A silence after the stance wins only where it says that the stance holds no longer.
    let ends = |fact: &Fact| matches!(fact.stance.kind(), StanceKind::Silence(Silence::Outdated | Silence::Conflicting));
    match last(facts, &ends) {
        Some((end, fact)) if (fact.day, end) > (giver.day, at) => (fact.stance, Some(end)),
        _ => (stance, Some(at)),
    }
}

/// A fact and its place.
type Placed = (usize, Fact);

/// The latest stance of the best rank among the statements for which `counts` holds. Undated ones that differ are
/// a conflict.
fn latest(facts: &[Fact], counts: &dyn Fn(&Fact) -> bool) -> Option<(Stance, Option<Placed>)> {
    let rank = facts.iter().filter(|fact| counts(fact)).map(|fact| fact.rank).min()?;
    let of_rank = |fact: &Fact| counts(fact) && fact.rank == rank;
    let (at, giver) = last(facts, &of_rank)?;
    let differs = |fact: &Fact| of_rank(fact) && fact.stance != giver.stance;
    if giver.day == 0 && facts.iter().any(differs) {
        return Some((Stance::silence(Silence::Conflicting), None));
    }
    Some((giver.stance, Some((at, giver))))
}

/// The last statement in time for which `fits` holds: among those of a day, the one of the last row.
fn last(facts: &[Fact], fits: &dyn Fn(&Fact) -> bool) -> Option<Placed> {
    let mut last: Option<Placed> = None;
    for (at, &fact) in facts.iter().enumerate() {
        if fits(&fact) && last.is_none_or(|(_, last)| last.day <= fact.day) {
            last = Some((at, fact));
        }
    }
    last
}
