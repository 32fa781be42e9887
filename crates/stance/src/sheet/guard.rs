//! What a packed file is, and whether it may be unpacked: looked at before any reader of workbooks gets it, since
//! those trust what a file says of its own size.

use std::io::{Cursor, Read};

use anyhow::{Context, Result, anyhow, bail, ensure};
use zip::ZipArchive;

use super::seen::Seen;
use super::{MOST_BYTES, ensure_size};

/// A workbook has some dozens of files inside.
const MOST_FILES: usize = 10_000;
/// Texts and styles take several times as much memory as they have bytes.
const MOST_SHARED_BYTES: u64 = 64 << 20;

/// What to do with a table in another sort of file.
const COPY: &str = "copy its table into a spreadsheet, and save that";

/// The files inside of a packed one.
pub type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// What sort of workbook it is, and what was seen in it that is not read, a sentence each.
pub enum Kind {
    /// `.xlsx`.
    Excel(Vec<String>),
    /// `.ods`.
    OpenDocument,
}

/// Whether it begins as a zip file does.
pub fn is_packed(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Whether it begins as the files of older office programs, and protected ones, do.
pub fn is_compound(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
}

/// What to do with a file that is no table, by its first bytes: a PDF, a picture or a web page.
///
/// # Errors
/// It is such a file.
pub fn ensure_no_other(bytes: &[u8]) -> Result<()> {
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let is_tag = |tag: &[u8]| start.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag));
    ensure!(!start.starts_with(b"%PDF"), "it is a PDF file; {COPY}");
    ensure!(!is_tag(b"<!doctype html") && !is_tag(b"<html"), "it is a web page; {COPY}");
    let is_picture = [&b"\x89PNG"[..], b"\xff\xd8\xff", b"GIF8"].iter().any(|first| bytes.starts_with(first));
    ensure!(!is_picture, "it is a picture; type its table into a spreadsheet, and save that");
    Ok(())
}

/// Opens a workbook after looking at all of it.
///
/// # Errors
/// It is no workbook that can be read, or too large; what to do about it.
pub fn open(bytes: &[u8]) -> Result<(Archive<'_>, Kind)> {
    ensure_size(bytes.len() as u64)?;
    if is_compound(bytes) {
        return Err(compound(bytes));
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| anyhow!("it is a broken workbook or zip file; save it again"))?;
    ensure!(archive.len() <= MOST_FILES, "it has {} files inside, and a workbook has some dozens", archive.len());
    let is_odt = archive.by_name("mimetype").is_ok_and(is_of_text);
    let has = |name: &str| archive.index_for_name(name).is_some();
    ensure!(!is_odt && !has("word/document.xml"), "it is a text document; {COPY}");
    let kind = match (has("xl/workbook.xml"), has("content.xml")) {
        (true, _) => Kind::Excel(Vec::new()),
        (_, true) => Kind::OpenDocument,
        _ if has("xl/workbook.bin") => bail!("it is an .xlsb workbook; save it as .xlsx"),
        _ if has("Index/Document.iwa") || has("Index.zip") => bail!("it is a Numbers document; export it as Excel (.xlsx) or as CSV"),
        _ => bail!("it is a zip file, and no workbook in .xlsx or .ods; name one of the files in it"),
    };
    let mut seen = Seen::default();
    unpack(&mut archive, &mut seen)?;
    Ok((archive, if let Kind::Excel(_) = kind { Kind::Excel(seen.notes()) } else { kind }))
}

/// Whether the file that tells the kind of an OpenDocument file tells of a text.
fn is_of_text(file: impl Read) -> bool {
    let mut kind = String::new();
    file.take(100).read_to_string(&mut kind).is_ok_and(|_| kind.contains("opendocument.text"))
}

/// What to do with a file of an older program.
fn compound(bytes: &[u8]) -> anyhow::Error {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if bytes.windows(name.len()).any(|window| window == name) {
        return anyhow!("it is protected by a password; save it without");
    }
    anyhow!("it is a file of an older office program, such as .xls; save it as .xlsx, .ods or CSV")
}

/// Unpacks every file once, counting what really comes out.
fn unpack(archive: &mut Archive<'_>, seen: &mut Seen) -> Result<()> {
    let mut left = MOST_BYTES as u64;
    for index in 0..archive.len() {
        if archive.by_index_data(index).is_ok_and(|entry| entry.encrypted()) {
            bail!("it is protected by a password; save it without");
        }
        let mut file = archive.by_index(index).context("a file inside cannot be unpacked; save it again")?;
        let name = file.name().context("a file inside has no name")?.into_owned();
        let is_shared = name.starts_with("xl/") && name.ends_with(".xml") && !name.contains("/worksheets/");
        let most = if is_shared { left.min(MOST_SHARED_BYTES) } else { left };
        let mut content = Vec::new();
        file.by_ref().take(most + 1).read_to_end(&mut content).with_context(|| format!("{name} inside cannot be unpacked"))?;
        let size = content.len() as u64;
        ensure!(
            size <= most,
            "unpacked, it is larger than {} MB; split it",
            if is_shared { MOST_SHARED_BYTES } else { MOST_BYTES as u64 } >> 20
        );
        left -= size;
        if name == "content.xml" || (name.ends_with(".xml") && (name.contains("/worksheets/") || name.contains("comments"))) {
            seen.look(&name, &content).with_context(|| format!("{name} inside is broken; save it again"))?;
        }
        if name == "META-INF/manifest.xml" && content.windows(15).any(|window| window == b"encryption-data") {
            bail!("it is protected by a password; save it without");
        }
    }
    Ok(())
}
