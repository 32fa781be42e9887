//! `stance verify` on every kind of source: what is found in it, and what is said of what is not.

use std::fs::{self, File};
use std::path::PathBuf;

use expect_test::{Expect, expect};
use proptest::prelude::*;
use stance::verify::source::Source;
use stance::verify::verify;

/// A folder of its own for a test, with a table of these quotes.
fn folder(name: &str, quotes: &[&str]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let row = |(at, quote): (usize, &&str)| format!("Arden,Lake {at},supports,\"{}\"\n", quote.replace('"', "\"\""));
    let rows: String = quotes.iter().enumerate().map(row).collect();
    fs::write(folder.join("lake.csv"), format!("country,concern,stance,quote\n{rows}")).unwrap();
    folder
}

/// What is printed of `quotes` and one source; notes, errors and what could not run.
fn printed(name: &str, quotes: &[&str], file: &str, bytes: &[u8]) -> String {
    let folder = folder(name, quotes);
    fs::write(folder.join(file), bytes).unwrap();
    let mut out = Vec::new();
    let outcome = Source::open(&folder.join(file), None).and_then(|source| {
        let outcome = verify(&folder.join("lake.csv"), &[source], "2026-11-24", &mut out)?;
        let proof = fs::read_to_string(folder.join("lake.proof.json")).unwrap_or_default();
        out.extend(
            proof
                .lines()
                .filter(|line| line.contains("title") || line.contains("paragraph"))
                .flat_map(|line| [line, "\n"].concat().into_bytes()),
        );
        Ok(outcome)
    });
    let printed = anstream::adapter::strip_bytes(&out).into_vec();
    let error = outcome.err().map_or(String::new(), |error| format!("stance: {error:#}.\n"));
    (String::from_utf8(printed).unwrap() + &error).replace(&format!("{}/", folder.display()), "")
}

#[track_caller]
fn check(quotes: &[&str], file: &str, bytes: &[u8], expected: Expect) {
    let name = format!("verify-{}", std::panic::Location::caller().line());
    expected.assert_eq(&printed(&name, quotes, file, bytes));
}

/// A PDF of these pages, each of these lines; an empty line is a gap. Its letters are those of WinAnsi.
fn pdf(pages: &[&[&[u8]]]) -> Vec<u8> {
    let kids: String = (0..pages.len()).map(|page| format!("{} 0 R ", 4 + 2 * page)).collect();
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", pages.len()).into_bytes(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding \
          /Differences [1 /ffi /fl] >> >>"
            .to_vec(),
    ];
    for (page, lines) in pages.iter().enumerate() {
        objects.push(
            format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R \
                 /Resources << /Font << /F1 3 0 R >> >> >>",
                5 + 2 * page
            )
            .into_bytes(),
        );
        let mut text = b"BT /F1 10 Tf 50 800 Td\n".to_vec();
        for line in *lines {
            text.extend([b"(", *line, b") Tj 0 -12 Td\n"].concat());
        }
        text.extend(b"ET");
        objects.push([format!("<< /Length {} >>\nstream\n", text.len()).as_bytes(), &text, b"\nendstream"].concat());
    }
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.extend([format!("{} 0 obj\n", at + 1).as_bytes(), object, b"\nendobj\n"].concat());
    }
    let table = file.len();
    file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).into_bytes());
    places.iter().for_each(|place| file.extend(format!("{place:010} 00000 n \n").into_bytes()));
    file.extend(format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n", places.len() + 1).into_bytes());
    file
}

fn lake() -> Vec<u8> {
    pdf(&[
        &[
            b"The Lake Post",
            b"",
            b"The lake, again",
            b"",
            b"\x93We will never give up the lake,\x94 the govern-",
            b"ment of Arden said. It is the anti-",
            b"dam side, and the",
            b"",
            b"1",
        ],
        &[b"The Lake Post", b"", b"o\x01ce of the minister keeps to it.", b"", b"Caf\xe9s \x02ourish.", b"", b"2"],
    ])
}

#[test]
fn a_pdf_is_read_across_lines_and_pages() {
    let quotes = [
        "“We will never give up the lake,” the government of Arden said. It is the anti-dam side, and the office of the minister",
        "the govern-ment of Arden",
        "Cafés flourish",
        "Cafés ﬂourish",
    ];
    check(
        &quotes,
        "post.txt",
        &lake(),
        expect![[r#"
            lake.csv: every quote was found (3 quotes in 4 statements). The proof is lake.proof.json.
                    "title": "The Lake Post",
                  "paragraph": 3,
                    "title": "The Lake Post",
                  "paragraph": 4,
                    "title": "The Lake Post",
                  "paragraph": 3,
        "#]],
    );
    check(
        &["the governments of Arden"],
        "post.pdf",
        &lake(),
        expect![[r#"
            error: row 2, Arden, Lake 0: no source has “the governments of Arden”.
              The passage nearest to it is in “The Lake Post”, paragraph 3:
                the [-governments-]{+government+} of Arden
            Marked [-so-] is what only the quote has, {+so+} what only the source has.
            lake.csv: 1 quote was not found; no proof was written.
        "#]],
    );
}

#[test]
fn a_bad_pdf_is_told() {
    let quote = ["the lake"];
    check(
        &quote,
        "post.pdf",
        b"%PDF-1.4\nnothing",
        expect![[r#"
        stance: cannot read the source post.pdf: failed parsing cross reference table: invalid start value.
    "#]],
    );
    check(
        &quote,
        "post.pdf",
        &lake()[..900],
        expect![[r#"
        stance: cannot read the source post.pdf: failed parsing cross reference table: invalid start value.
    "#]],
    );
    check(
        &quote,
        "post.pdf",
        &pdf(&[&[], &[]]),
        expect![[r#"
        stance: cannot read the source post.pdf: it has no text; its pages may be pictures.
    "#]],
    );
    // A page without a size is one that cannot be read.
    let mut broken = lake();
    let size = broken.windows(9).position(|name| name == b"/MediaBox").unwrap();
    broken[size + 1] = b'm';
    check(
        &["the minister"],
        "post.pdf",
        &broken,
        expect![[r#"
        note: post.pdf has a page that cannot be read, page 1.
        lake.csv: every quote was found (1 quote in 1 statement). The proof is lake.proof.json.
                "title": "The Lake Post",
              "paragraph": 1,
    "#]],
    );
}

#[test]
fn a_page_is_read_as_its_reader_sees_it() {
    let html = "<!doctype html><html><head><meta charset=utf-8><title>The lake, again | Post</title>\
        <script>var a = 'We gave up';</script></head><body><nav><a>Home</a><a>News</a></nav><h1>The lake</h1>\
        <p>“We will <em>never</em>\n give&nbsp;up the&shy;atres,” she said.<br>And: <q>No dam</q>.</p><p>Nor a bridge.\
        <p hidden>Never mind.</body></html>";
    check(
        &["We will never give up theatres", "she said. And: “No dam”. Nor a"],
        "post.txt",
        html.as_bytes(),
        expect![[r#"
        lake.csv: every quote was found (2 quotes in 2 statements). The proof is lake.proof.json.
                "title": "The lake, again | Post",
              "paragraph": 3,
                "title": "The lake, again | Post",
              "paragraph": 3,
    "#]],
    );
    check(
        &["Never mind", "We gave up"],
        "post.html",
        html.as_bytes(),
        expect![[r#"
            error: row 2, Arden, Lake 0: no source has “Never mind”.
              Nothing near it is in any source.
            error: row 3, Arden, Lake 1: no source has “We gave up”.
              Nothing near it is in any source.
            lake.csv: 2 quotes were not found; no proof was written.
        "#]],
    );
    check(
        &["cannot <i>be"],
        "note.html",
        "You cannot &lt;i>be".as_bytes(),
        expect![[r#"
        lake.csv: every quote was found (1 quote in 1 statement). The proof is lake.proof.json.
                "title": "You cannot <i>be",
              "paragraph": 1,
    "#]],
    );
    check(
        &["a <p> is"],
        "note.txt",
        "In HTML a <p> is a paragraph.".as_bytes(),
        expect![[r#"
        lake.csv: every quote was found (1 quote in 1 statement). The proof is lake.proof.json.
                "title": "In HTML a <p> is a paragraph.",
              "paragraph": 1,
    "#]],
    );
}

#[test]
fn any_encoding_is_read() {
    let text = "Озеро\n\nМы никогда не отдадим озеро, сказал министр.";
    let quote = ["никогда не отдадим озеро"];
    let utf_16: Vec<u8> = [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    check(
        &quote,
        "post.txt",
        &utf_16,
        expect![[r#"
        lake.csv: every quote was found (1 quote in 1 statement). The proof is lake.proof.json.
                "title": "Озеро",
              "paragraph": 2,
    "#]],
    );
    check(
        &quote,
        "post.txt",
        &encoding_rs::WINDOWS_1251.encode(text).0,
        expect![[r#"
        note: post.txt says nothing of how it is encoded; it was read as windows-1251, which is a guess.
        lake.csv: every quote was found (1 quote in 1 statement). The proof is lake.proof.json.
                "title": "Озеро",
              "paragraph": 2,
    "#]],
    );
    let html = format!("<meta charset=windows-1251><title>Озеро</title><p>{text}");
    check(
        &quote,
        "post.html",
        &encoding_rs::WINDOWS_1251.encode(&html).0,
        expect![[r#"
        lake.csv: every quote was found (1 quote in 1 statement). The proof is lake.proof.json.
                "title": "Озеро",
              "paragraph": 1,
    "#]],
    );
}

#[test]
fn what_is_not_found_is_shown_beside_the_nearest_passage() {
    let source = "The lake, again\n\nA spokesman said that the talks went on.\n\nWe will never give up the lake, the minister of Arden \
        said on Monday; the anti-dam movement (which is small) agreed.\n\nBorea wants quotas, and a share of the catch.";
    let quotes = [
        // Other words, words too many, words left out.
        "We will never hand over the lake, the minister of Arden said",
        "We will never, ever give up the lake",
        "We will never give up the lake, the minister said on Monday",
        // Small causes.
        "we will never give up the Lake",
        "We will never give up the lake; the minister of Arden said on Monday, the",
        "we will never give up the lake - the minister",
        "We will never give up the lake.",
        "Borea wants quotas, and a share of the catch!",
        "dam movement",
        "the lake,the minister",
        // Brackets and pieces.
        "[He] will never [ever] give away [t]he lake",
        "Borea wants quotas … We will never give up",
        "A spokesman said … that [the] fish must go",
        "… [They] …",
        "We must never give up the lake, the prime minister of Borea and others said",
        "NO FISH",
        "Fish have no borders at all",
    ];
    check(
        &quotes,
        "post.txt",
        source.as_bytes(),
        expect![[r#"
            error: row 2, Arden, Lake 0: no source has “We will never hand over the lake, the minister of Arden said”.
              The passage nearest to it is in “The lake, again”, paragraph 3:
                We will never [-hand over-]{+give up+} the lake, the minister of Arden said
            error: row 3, Arden, Lake 1: no source has “We will never, ever give up the lake”.
              The passage nearest to it is in “The lake, again”, paragraph 3:
                We will never[-, ever-] give up the lake
            error: row 4, Arden, Lake 2: no source has “We will never give up the lake, the minister said on Monday”.
              The passage nearest to it is in “The lake, again”, paragraph 3:
                We will never give up the lake, the minister {+of Arden+} said on Monday
            error: row 5, Arden, Lake 3: no source has “we will never give up the Lake”.
              The passage nearest to it is in “The lake, again”, paragraph 3:
                [-we-]{+We+} will never give up the [-Lake-]{+lake+}
              The source has the same words, but capital and small letters differ.
            error: row 6, Arden, Lake 4: no source has “We will never give up the lake; the minister of Arden said on Monday, the”.
              The passage nearest to it is in “The lake, again”, paragraph 3:
                We will never give up the lake[-;-]{+,+} the minister of Arden said on Monday[-,-]{+;+} the
              The source has the same words, but the punctuation differs.
            error: row 7, Arden, Lake 5: no source has “we will never give up the lake - the minister”.
              The passage nearest to it is in “The lake, again”, paragraph 3:
                [-we-]{+We+} will never give up the lake [---]{+,+} the minister
              The source has the same words, but the punctuation, and capital and small letters differ.
            error: row 8, Arden, Lake 6: no source has “We will never give up the lake.”.
              The passage nearest to it is in “The lake, again”, paragraph 3:
                We will never give up the lake[-.-]{+,+}
              The source has the same words, but the punctuation differs.
            error: row 9, Arden, Lake 7: no source has “Borea wants quotas, and a share of the catch!”.
              The passage nearest to it is in “The lake, again”, paragraph 4:
                Borea wants quotas, and a share of the catch[-!-]{+.+}
              The source has the same words, but the punctuation differs.
            error: row 10, Arden, Lake 8: no source has “dam movement”.
              The passage nearest to it is in “The lake, again”, paragraph 3:
                {+anti-+}dam movement
              The source has the same words, but as part of a longer word.
            error: row 11, Arden, Lake 9: no source has “the lake,the minister”.
              The passage nearest to it is in “The lake, again”, paragraph 3:
                the lake,the minister
              The source has the same words, but the spaces between them differ.
            error: row 12, Arden, Lake 10: no source has “[He] will never [ever] give away [t]he lake”.
              The passage nearest to it is in “The lake, again”, paragraph 3:
                [He] will never [ever] give [-away-]{+up+} [t]he lake
            error: row 13, Arden, Lake 11: no source has “Borea wants quotas … We will never give up”.
              “Borea wants quotas” is in “The lake, again”, paragraph 4.
              “We will never give up” is in “The lake, again”, paragraph 3.
              But they are not in one source, in this order and near enough.
            error: row 14, Arden, Lake 12: no source has “A spokesman said … that [the] fish must go”.
              “A spokesman said” is in “The lake, again”, paragraph 2.
              Nothing near “that [the] fish must go” is in any source.
            error: row 15, Arden, Lake 13: no source has “… [They] …”.
              It has no word that is not in brackets, so there is nothing to prove.
            error: row 16, Arden, Lake 14: no source has “We must never give up the lake, the prime minister of Borea and others said”.
              The passage nearest to it is in “The lake, again”, paragraph 3:
                We [-must-]{+will+} never give up the lake, the [-prime-] minister of [-Borea and others-]{+Arden+} said
            error: row 17, Arden, Lake 15: no source has “NO FISH”.
              Nothing near it is in any source.
            error: row 18, Arden, Lake 16: no source has “Fish have no borders at all”.
              Nothing near it is in any source.
            Marked [-so-] is what only the quote has, {+so+} what only the source has.
            lake.csv: 17 quotes were not found; no proof was written.
        "#]],
    );
}

#[test]
fn a_source_commands_no_terminal() {
    check(
        &["the big lake"],
        "post.txt",
        b"A \x1b[31m title\n\nthe \x1b[1m big lake",
        expect![[r#"
            error: row 2, Arden, Lake 0: no source has “the big lake”.
              The passage nearest to it is in “A [31m title”, paragraph 2:
                [-the-]{+1m+} big lake
            Marked [-so-] is what only the quote has, {+so+} what only the source has.
            lake.csv: 1 quote was not found; no proof was written.
        "#]],
    );
}

#[test]
fn a_source_that_is_too_large_is_refused() {
    let folder = folder("verify-large", &[]);
    File::create(folder.join("large.txt")).unwrap().set_len((64 << 20) + 1).unwrap();
    let error = Source::open(&folder.join("large.txt"), None).unwrap_err().to_string();
    assert_eq!(error.replace(&format!("{}/", folder.display()), ""), "the source large.txt is larger than 64 MB");
}

/// Bytes of any kind, and such as begin like a file of some kind and go on otherwise.
fn hostile() -> impl Strategy<Value = Vec<u8>> {
    let bytes = proptest::collection::vec(any::<u8>(), 0..300);
    let words = "(([a-d]{1,3}|[.,“…‧-]|\\[|\\]|\n| ){0,60})".prop_map(String::into_bytes);
    let html = "<p>(</?(b|p|div|table|td|br|q|svg|template|select)( hidden)?>|a|&amp|<!--){0,40}".prop_map(String::into_bytes);
    let pdf = (any::<prop::sample::Index>(), proptest::collection::vec(any::<u8>(), 0..8)).prop_map(|(at, bytes)| {
        let mut file = lake();
        let at = at.index(file.len());
        let end = (at + bytes.len()).min(file.len());
        file.splice(at..end, bytes);
        file
    });
    prop_oneof![bytes, words, html, pdf]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn any_bytes_are_read_or_refused(bytes in hostile(), quote in "([a-d]{1,3}|[.,“…-]|\\[|\\]| ){1,30}") {
        let printed = printed("verify-hostile", &[&quote, "a [b] c", "[a]b … c[d]"], "any", &bytes);
        prop_assert!(printed.ends_with(".\n") || printed.ends_with(",\n"), "{printed}");
    }
}
