//! Data packages: which files, which scale, which names, and what the package says of itself.

mod descriptor;

use crate::csv::Records;
use crate::json::Json;
use crate::package::descriptor::{Description, Resource};
use crate::problem::{Problem, Severity};
use crate::read::{Builder, Reading, check_encoding, read_axis, read_statements};

/// A `datapackage.json`, understood as far as it can be.
#[derive(Debug)]
pub struct Package {
    file: String,
    description: Description,
    problems: Vec<Problem>,
}

impl Package {
    /// Understands a descriptor; `file` names it in problems. It never fails: what is wrong becomes
    /// a problem of [`Package::read`].
    pub fn new(file: &str, descriptor: Json) -> Self {
        let (description, problems) = descriptor::understand(file, &descriptor);
        Self { file: file.into(), description, problems }
    }

    /// The paths of the files that the matrix needs, as written, the statements first. A path that
    /// leaves the package's own folder or site is not among them.
    pub fn files(&self) -> Vec<&str> {
        let mut files: Vec<&str> = Vec::new();
        for path in self.resources().filter_map(|resource| resource.path.as_deref()) {
            if !files.contains(&path) {
                files.push(path);
            }
        }
        files
    }

    fn resources(&self) -> impl Iterator<Item = &Resource> {
        let Description { statements, rows, columns, .. } = &self.description;
        [statements, rows, columns].into_iter().flatten()
    }

    /// Reads the matrix from the files, given by their paths. A file that is missing is a problem.
    pub fn read(self, files: &[(String, Vec<u8>)]) -> Reading {
        let description = &self.description;
        let mut builder = Builder::default();
        let axes = [(&description.rows, "group", true), (&description.columns, "theme", false)];
        for (resource, group, is_row) in axes {
            let Some((resource, records)) =
                resource.as_ref().and_then(|resource| Some((resource, self.records(resource, files, &mut builder)?)))
            else {
                continue;
            };
            let axis = if is_row { &mut builder.rows } else { &mut builder.columns };
            read_axis(axis, &mut builder.interner, &mut builder.problems, resource.file(), records, group);
        }
        if let Some(resource) = &description.statements
            && let Some(records) = self.records(resource, files, &mut builder)
        {
            let (row, column) = (description.row_field.as_deref(), description.column_field.as_deref());
            read_statements(&mut builder, resource.file(), records, row, column, description.scale.clone());
        }
        let mut reading = builder.finish(self.description.meta);
        // Those of the descriptor come first.
        let mut problems = self.problems;
        problems.append(&mut reading.problems);
        reading.problems = problems;
        reading
    }

    fn records<'a>(&self, resource: &'a Resource, files: &'a [(String, Vec<u8>)], builder: &mut Builder) -> Option<Records<'a>> {
        if let Some(data) = &resource.data {
            if let Some(text) = data.as_str() {
                return Some(Records::csv(text.as_bytes(), resource.delimiter));
            }
            let records = Records::inline(data);
            if records.is_none() {
                let text = format!("The data of “{}” is neither rows nor text.", resource.name);
                builder.problems.add(Severity::Error, &self.file, None, None, text, "Give an array of rows, or CSV as text.");
            }
            return records;
        }
        let path = resource.path.as_deref()?;
        let found = files.iter().find(|(name, _)| name == path);
        let Some((_, bytes)) = found else {
            builder.problems.add(
                Severity::Error,
                path,
                None,
                None,
                "The file is missing.".into(),
                "Put it beside the package, or correct its path there.",
            );
            return None;
        };
        check_encoding(path, bytes, &mut builder.problems);
        Some(Records::csv(bytes, resource.delimiter))
    }
}
