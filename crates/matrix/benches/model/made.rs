//! Made matrices: of any size, and the same at every run.

use fastrand::Rng;

/// Rows of every made matrix.
pub const ROWS: usize = 200;

const WORDS: [&str; 24] = [
    "the",
    "of",
    "and",
    "water",
    "border",
    "bridge",
    "trade",
    "we",
    "support",
    "oppose",
    "treaty",
    "river",
    "people",
    "government",
    "never",
    "agree",
    "energy",
    "nations",
    "peace",
    "until",
    "every",
    "Güterzug",
    "мир",
    "future",
];
const STANCES: [&str; 5] = ["strongly-supports", "supports", "mixed", "opposes", "strongly-opposes"];

/// A CSV of so many statements, with quotes, speakers, dates and sources or without any text; 200 rows, and as many
/// columns as leave one cell in three empty.
pub fn csv(statements: usize, texts: bool) -> Vec<u8> {
    let mut random = Rng::with_seed(7);
    let columns = (statements * 3).div_ceil(ROWS * 2);
    let mut csv = String::from("country,concern,stance");
    csv.push_str(if texts { ",quote,speaker,date,source,url\n" } else { "\n" });
    for _ in 0..statements {
        let (row, column) = (random.usize(..ROWS), random.usize(..columns));
        csv.push_str(&format!("Country {row},Concern {column},{}", STANCES[random.usize(..STANCES.len())]));
        if texts {
            let (day, speaker, paper) = (random.u32(1..29), random.u32(..400), random.u32(..90));
            let quote = sentence(&mut random);
            csv.push_str(&format!(",\"{quote}\",Speaker {speaker},2021-08-{day:02},Paper {paper},https://example.org/{paper}/{column}"));
        }
        csv.push('\n');
    }
    csv.into_bytes()
}

/// A CSV of rows and columns of which one cell in three is empty. The rows follow one of four lines, and leave it half
/// of the time.
pub fn lines(rows: usize, columns: usize) -> Vec<u8> {
    let mut random = Rng::with_seed(7);
    let mut csv = String::from("country,concern,stance\n");
    for row in 0..rows {
        for column in (0..columns).filter(|column| row == 0 || (row + column) % 3 > 0) {
            let line = (row % 4 + 1) * (column + 1);
            let stance = if random.bool() { random.usize(..STANCES.len()) } else { line % STANCES.len() };
            csv.push_str(&format!("Country {row},Concern {column},{}\n", STANCES[stance]));
        }
    }
    csv.into_bytes()
}

/// Four to twenty words.
fn sentence(random: &mut Rng) -> String {
    let words: Vec<&str> = (0..random.usize(4..20)).map(|_| WORDS[random.usize(..WORDS.len())]).collect();
    words.join(" ")
}
