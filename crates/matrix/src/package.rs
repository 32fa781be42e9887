//! Data packages: which files, which scale, which names, and what the package says of itself.

mod descriptor;
mod progress;

use crate::json::Json;
use crate::noun::Noun;
use crate::package::descriptor::{Description, Resource};
use crate::read::{Builder, Part, Reading};

pub use progress::Progress;

/// A `datapackage.json`, understood as far as it can be.
#[derive(Debug)]
pub struct Package {
    /// The tables that are to be read, the first of them last.
    tables: Vec<(Resource, Part)>,
    builder: Builder,
}

impl Package {
    /// Understands a descriptor; `file` names it in problems. It never fails: what is wrong becomes
    /// a problem of [`Package::read`].
    pub fn new(file: &str, descriptor: Json) -> Self {
        Self::in_language("", file, descriptor)
    }

    /// The same for a reader of `language` (BCP 47), who gets what is translated into it.
    pub fn in_language(language: &str, file: &str, descriptor: Json) -> Self {
        let mut builder = Builder { language: language.into(), ..Builder::default() };
        let description = descriptor::understand(language, file, &descriptor, &mut builder.problems);
        Self::described(description, builder)
    }

    fn described(description: Description, mut builder: Builder) -> Self {
        let Description { meta, statements, rows, columns, row_field, column_field, scale } = description;
        builder.matrix.meta = meta;
        builder.matrix.nouns = (Noun::Country, Noun::Concern);
        builder.has_scale = scale.is_some();
        builder.matrix.scale = scale.unwrap_or_default();
        builder.fields = [row_field, column_field];
        let mut tables = Vec::new();
        for (resource, part) in [(statements, Part::Statements), (columns, Part::Columns), (rows, Part::Rows)] {
            tables.extend(resource.map(|resource| (resource, part)));
        }
        Self { tables, builder }
    }

    /// The same, but all problems of a sort are listed, for their author, and not only the first ones.
    pub fn with_all_problems(mut self) -> Self {
        self.builder.problems.all = true;
        self
    }

    /// The paths of the files that the matrix needs, as written, the statements first. A path that
    /// leaves the package's own folder or site is not among them.
    pub fn files(&self) -> Vec<&str> {
        let mut files: Vec<&str> = Vec::new();
        for (resource, _) in &self.tables {
            if let Some(path) = resource.path()
                && !files.contains(&path)
            {
                files.push(path);
            }
        }
        files
    }

    /// Reads the matrix from the files, given by their paths. A file that is missing is a problem.
    pub fn read(self, files: Vec<(String, Vec<u8>)>) -> Reading {
        let mut progress = self.reading();
        files.into_iter().for_each(|(path, bytes)| progress.file(&path, &bytes.into()));
        progress.finish()
    }

    /// The same, step by step.
    pub fn reading(self) -> Progress {
        Progress::new(self)
    }
}

/// Reads a tidy CSV file that has no package; `file` names it in problems.
pub fn read_csv(file: &str, bytes: &[u8]) -> Reading {
    read_csv_in("", file, bytes)
}

/// The same for a reader of `language` (BCP 47), who gets the columns that are translated into it.
pub fn read_csv_in(language: &str, file: &str, bytes: &[u8]) -> Reading {
    let statements = Resource { name: file.into(), key: file.into(), is_file: true, delimiter: b',', pieces: None };
    let description = Description { statements: Some(statements), ..Description::default() };
    let builder = Builder { language: language.into(), ..Builder::default() };
    Package::described(description, builder).read(vec![(file.into(), bytes.into())])
}
