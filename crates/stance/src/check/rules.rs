//! Rules of the check: what an author is told beyond what reading itself finds. They cost nothing in a reader's
//! browser, which does not have them.

matrix::rules! {
    PATH_LEAVES "path-leaves" Error
        "“{}” leads out of the package's folder."
        "Put the file itself into the folder, not a link to it."
    OTHER_SEPARATOR "other-separator" Error
        "The fields seem to be separated by {}."
        "Save it as CSV with commas, or make a package of it with `stance import`."
    NO_STANCE_SHEET "no-stance-sheet" Error
        "No sheet has a column “stance” in its first row."
        "Call the columns country, concern and stance, or make a package of the workbook: `stance import FILE --output FOLDER`."
    SHEET_UNREAD "sheet-unread" Hint
        "The sheet “{}” is not read."
        "Only the first sheet with a column “stance” is, and sheets that are called as rows and columns are: countries, concerns."
    SHEET_NOTE "sheet-note" Hint "{}" "Look whether that is right."
    OURS_WRONG "ours-wrong" Warning "{}" "Correct it in the descriptor; until then it has no effect."
    NAMES_ALIKE "names-alike" Warning "“{}” looks like another one." "If both are the same, spell them alike; they are two now."
    VALUES_ALIKE "values-alike" Warning
        "The stance “{}” looks like another one."
        "If both are the same, spell them alike; they are two values of the scale now."
    SCALE_MIXED "scale-mixed" Warning
        "The stance “{}” is none of the built-in scale, which other rows use; so all values make a scale of their own, in the order of the rows."
        "Write strongly-supports, supports, mixed, opposes or strongly-opposes, or name your own scale in a package."
    SCALE_FROM_ROWS "scale-from-rows" Hint
        "The scale is in the order in which the rows first name its values: {}."
        "Its two ends get the strongest colours; if that order is wrong, name the right one in a package (`stance import` makes one)."
    CONTRADICTION "contradiction" Warning
        "{}."
        "Only the lower row shows; correct one, or say conflicting."
    ROW_TWICE "row-twice" Warning "The row says the same as row {}." "Remove one of them."
    TEXT_BESIDE_QUOTE "text-beside-quote" Warning
        "There is a text beside the quote, which the card does not show: {}"
        "Give it a row of its own, or write it as the summary."
    STATEMENT_UNDER_SILENCE "statement-under-silence" Warning
        "The stance is “{}”, and there is a statement."
        "Give the stance that the statement takes, or remove it."
    DATE_IN_FUTURE "date-in-future" Warning "“{}” is still to come." "Correct the date; a statement was made already."
    IMPOSSIBLE_ADDRESS "impossible-address" Warning
        "“{}” cannot be the address of a source."
        "Copy it from the browser's address bar, where everybody can open it."
    QUOTE_OPEN "quote-open" Warning
        "The quote has a quotation mark without its other half: “{}”."
        "Copy the whole quote; marks within it come in pairs."
    QUOTE_IN_MARKS "quote-in-marks" Hint
        "The quote stands in quotation marks."
        "Remove the outer ones; readers see marks of the quote's language around it."
    QUOTE_TWICE "quote-twice" Warning
        "This country has the quote twice on this concern: “{}”."
        "Remove one of the rows."
    MARKS_IN_TEXT "marks-in-text" Warning
        "What is reported stands in quotation marks: {}."
        "Verbatim words belong into “quote”; report the rest in your own."
    MOJIBAKE "mojibake" Warning
        "“{}” looks like text that was read in a wrong encoding."
        "Take it from the original again, and save the file as “CSV UTF-8”."
    HIDDEN_CHARACTER "hidden-character" Warning
        "There is a character that does not show: {}."
        "Remove it; it can break the text or turn it around."
    SPREADSHEET_ERROR "spreadsheet-error" Warning "“{}” is an error of the spreadsheet." "Mend the formula, or write the value itself."
    FORMULA "formula" Warning "“{}” is a formula, not what it gives." "Write the value itself."
    NOT_A_LANGUAGE "not-a-language" Warning
        "“{}” is no language tag."
        "Write a BCP 47 tag, such as en, pt-BR or uz-Cyrl."
}
