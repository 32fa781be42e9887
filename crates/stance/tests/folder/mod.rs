//! A folder of its own for each test of `stance import`, and the program run in it.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use expect_test::Expect;

/// A folder of its own for a test.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new(name: &str, file: &str, content: &[u8]) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("import").join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        fs::write(path.join(file), content).unwrap();
        Self(path)
    }

    /// Runs `stance` in the folder: how it must exit, and all it must print.
    #[track_caller]
    pub fn check(&self, arguments: &[&str], code: i32, expected: Expect) {
        let (printed, exit) = self.run(arguments);
        expected.assert_eq(&printed);
        assert_eq!(exit, Some(code), "{arguments:?}");
    }

    #[track_caller]
    pub fn check_code(&self, arguments: &[&str], code: i32) {
        assert_eq!(self.run(arguments).1, Some(code), "{arguments:?}");
    }

    pub fn run(&self, arguments: &[&str]) -> (String, Option<i32>) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_stance"));
        let output = command.args(arguments).current_dir(&self.0).stdin(Stdio::null()).output().unwrap();
        (String::from_utf8([output.stdout, output.stderr].concat()).unwrap(), output.status.code())
    }

    /// What the files of the package hold, one after another.
    #[track_caller]
    pub fn check_files(&self, files: &[&str], expected: Expect) {
        expected.assert_eq(&files.iter().map(|file| fs::read_to_string(self.0.join(file)).unwrap()).collect::<Vec<_>>().join("\n"));
    }

    pub fn write(&self, file: &str, content: &str) {
        fs::write(self.0.join(file), content).unwrap();
    }
}
