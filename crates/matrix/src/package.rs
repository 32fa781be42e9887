//! Data packages: which files, which scale, which names, and what the package says of itself.

mod descriptor;

use crate::csv::Records;
use crate::json::Json;
use crate::package::descriptor::{Content, Description, Resource};
use crate::problem::Problems;
use crate::read::{Builder, Reading, check_encoding, read_axis, read_statements};
use crate::rule;

/// A `datapackage.json`, understood as far as it can be.
#[derive(Debug)]
pub struct Package {
    description: Description,
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
        Self { description, builder }
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
        let Description { statements, rows, columns, .. } = &self.description;
        for resource in [statements, rows, columns] {
            if let Some(path) = resource.as_ref().and_then(Resource::path)
                && !files.contains(&path)
            {
                files.push(path);
            }
        }
        files
    }

    /// Reads the matrix from the files, given by their paths. A file that is missing is a problem.
    pub fn read(self, files: &[(String, Vec<u8>)]) -> Reading {
        let Description { meta, statements, rows, columns, row_field, column_field, scale } = self.description;
        let mut builder = self.builder;
        for (resource, group, is_row) in [(&rows, "group", true), (&columns, "theme", false)] {
            if let Some(resource) = resource
                && let Some(records) = records(resource, files, &mut builder.problems)
            {
                #[cfg(not(target_family = "wasm"))]
                if let Some(file) = builder.axis_files.get_mut(usize::from(!is_row)) {
                    *file = resource.file().into();
                }
                let axis = if is_row { &mut builder.rows } else { &mut builder.columns };
                read_axis(axis, &mut builder.interner, &mut builder.problems, resource.file(), records, group, &builder.language);
            }
        }
        if let Some(resource) = &statements
            && let Some(records) = records(resource, files, &mut builder.problems)
        {
            read_statements(&mut builder, resource.file(), records, row_field.as_deref(), column_field.as_deref(), scale);
        }
        builder.finish(meta)
    }
}

/// The records of a resource; none, and a problem, where its file has not come.
fn records<'a>(resource: &'a Resource, files: &'a [(String, Vec<u8>)], problems: &mut Problems) -> Option<Records<'a>> {
    let path = match &resource.content {
        Content::Csv(text) => return Some(Records::csv(text.as_bytes(), resource.delimiter)),
        Content::Rows(rows) => return Some(Records::Inline(rows, 0)),
        Content::File(path) => path,
    };
    let Some((_, bytes)) = files.iter().find(|(name, _)| name == path) else {
        problems.add(&rule::FILE_MISSING, path, None, None, "");
        return None;
    };
    check_encoding(path, bytes, problems);
    Some(Records::csv(bytes, resource.delimiter))
}
