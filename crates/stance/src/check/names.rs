//! Two spellings of one country or concern that reading takes for two.

use std::collections::HashMap;

use matrix::Problem;
use strsim::osa_distance;
use unicode_normalization::UnicodeNormalization;

use super::finding::Finding;
use super::places::Places;
use super::rules;

/// Of more names than this it is only seen whether they are the same but for accents and signs.
const MOST_PAIRED: usize = 1_500;

/// Names that are alike.
pub fn look(places: &Places) -> Vec<Problem> {
    let problem = |(one, other): (usize, usize)| {
        // The one that is there less often is the slip.
        let (slip, meant) = if places.uses(one) < places.uses(other) { (one, other) } else { (other, one) };
        let finding = Finding::new(&rules::NAMES_ALIKE, "name", places.axis.name(slip));
        places.problem(finding.meant(Some(places.axis.name(meant).to_owned())), slip)
    };
    alike(places).into_iter().map(problem).collect()
}

/// Pairs of names that are the same but for accents, signs and spaces, or differ in a letter or two.
fn alike(places: &Places) -> Vec<(usize, usize)> {
    let names: Vec<Name> = (0..places.axis.len()).map(|index| Name::of(places.axis.name(index))).collect();
    let mut pairs = Vec::new();
    let mut first: HashMap<&str, usize> = HashMap::new();
    for (index, name) in names.iter().enumerate().filter(|(_, name)| !name.plain.is_empty()) {
        match first.get(name.plain.as_str()) {
            // What a table lists under two ids is two, if both have statements on the same.
            Some(&before) if !places.have_table() || !places.share(before, index) => pairs.push((before, index)),
            Some(_) => {}
            None => drop(first.insert(&name.plain, index)),
        }
    }
    if names.len() <= MOST_PAIRED {
        for (index, name) in names.iter().enumerate() {
            let before = names.iter().take(index).enumerate().filter(|(_, other)| name.is_near(other));
            pairs.extend(before.map(|(before, _)| (before, index)).filter(|&(before, index)| !places.share(before, index)));
        }
    }
    pairs
}

/// A name as it is compared.
pub(crate) struct Name {
    /// Its letters and digits in lower case, without accents.
    plain: String,
    /// Which letters it has, a bit each, to tell most names apart at once.
    letters: u64,
    digits: String,
}

impl Name {
    /// Of the name as written.
    pub fn of(name: &str) -> Self {
        let plain: String = name.nfkd().flat_map(char::to_lowercase).filter(|letter| letter.is_alphanumeric()).collect();
        let letters = plain.chars().fold(0, |letters, letter| letters | 1 << (u32::from(letter) % 64));
        Self { letters, digits: plain.chars().filter(char::is_ascii_digit).collect(), plain }
    }

    /// Whether the two are the same but for accents, signs and spaces.
    pub fn is_same(&self, other: &Self) -> bool {
        !self.plain.is_empty() && self.plain == other.plain
    }

    /// Whether the two are the same, or may be.
    pub fn is_alike(&self, other: &Self) -> bool {
        self.is_same(other) || self.is_near(other)
    }

    /// Whether the two differ in so few letters that one may be a slip. Numbers are no slips.
    pub fn is_near(&self, other: &Self) -> bool {
        let length = self.plain.chars().count().min(other.plain.chars().count());
        let most = if length < 5 { 0 } else { 1 + usize::from(length >= 9) };
        let differ = (self.letters ^ other.letters).count_ones() as usize;
        most > 0
            && differ <= 2 * most
            && self.digits == other.digits
            && self.plain.len().abs_diff(other.plain.len()) <= 8
            && self.plain != other.plain
            && osa_distance(&self.plain, &other.plain) <= most
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_and_others() {
        let check = |one: &str, other: &str, near: bool| {
            let (one_name, other_name) = (Name::of(one), Name::of(other));
            assert_eq!(one_name.is_alike(&other_name), near, "{one}, {other}");
        };
        check("Kazakhstan", "Kazakstan", true);
        check("Côte d’Ivoire", "Cote d'Ivoire", true);
        check("Kyrgyz-stan", "Kyrgyzstan", true);
        check("Türkiye", "Turkiye", true);
        check("Trade and enrgy", "Trade and energy", true);
        check("Iran", "Iraq", false);
        check("Article 5", "Article 6", false);
        check("Mali", "Malawi", false);
        check("Казахстан", "Казакстан", true);
        check("", "", false);
        check("+", "-", false);
    }

    #[test]
    fn who_shares_a_concern_is_somebody_else() {
        let check = |rows: &str, expected: &[&str]| {
            let reading = matrix::read_csv("t.csv", format!("country,concern,stance,source\n{rows}").as_bytes());
            let found: Vec<String> = look(&Places::rows(&reading)).into_iter().map(|problem| problem.text()).collect();
            assert_eq!(found, expected, "{rows}");
        };
        check("Ireland,a,supports,s\nIceland,a,opposes,s\n", &[]);
        check(
            "Kazakhstan,a,supports,s\nKazakhstan,c,supports,s\nKazakstan,b,opposes,s\n",
            &["“Kazakstan” looks like another one. Did you mean “Kazakhstan”?"],
        );
    }
}
