//! Runs the plugin over the sample and holds what comes out against the files in tests/expected:
//! document.json   each of its members is as in the first document of documents.jsonl
//! any other file  is the same as the file of that name in the run folder

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The `attache` of PATH, or the one that ATTACHE_PROGRAM names.
fn attache() -> Command {
    let mut command =
        Command::new(env::var_os("ATTACHE_PROGRAM").unwrap_or_else(|| "attache".into()));
    command.current_dir(tests());
    command
}

fn succeed(command: &mut Command) {
    let done = command.output().unwrap_or_else(|error| {
        panic!("{command:?}: {error}; ATTACHE_PROGRAM can name the program")
    });
    assert!(
        done.status.success(),
        "{command:?}\n{}{}",
        String::from_utf8_lossy(&done.stdout),
        String::from_utf8_lossy(&done.stderr)
    );
}

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

fn sample() -> PathBuf {
    files_of(&tests())
        .into_iter()
        .find(|file| file.file_stem().unwrap() == "sample" && file.extension().unwrap() != "rs")
        .expect("tests/ holds a sample")
}

fn files_of(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect()
}

/// Where cargo leaves this test, and the library.
fn built() -> PathBuf {
    env::current_exe().unwrap().parent().unwrap().to_owned()
}

/// The members of a JSON object by name, each as it is written but for white space.
fn members(json: &str) -> BTreeMap<String, String> {
    let mut members = BTreeMap::new();
    let (mut name, mut value) = (None, String::new());
    let (mut depth, mut in_text, mut escaped) = (0, false, false);
    for c in json.chars() {
        if in_text {
            in_text = escaped || c != '"';
            escaped = !escaped && c == '\\';
        } else {
            match c {
                '"' => in_text = true,
                '{' | '[' => depth += 1,
                '}' | ']' => depth -= 1,
                _ => {}
            }
            if depth == 1 && c == ':' {
                name = Some(std::mem::take(&mut value));
                continue;
            }
            if depth == 0 || depth == 1 && c == ',' {
                if let Some(name) = name.take() {
                    members.insert(name, std::mem::take(&mut value));
                }
            }
            if c.is_whitespace() || value.is_empty() && (c == ',' || depth == 1 && c == '{') {
                continue;
            }
        }
        value.push(c);
    }
    members
}

#[test]
fn the_sample_gives_what_is_expected() {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sample");
    succeed(
        attache()
            .args(["run", "pipeline.toml", "--overwrite", "--quiet", "-o"])
            .arg(&out)
            .arg("--plugin-path")
            .arg(built())
            .arg(sample()),
    );
    for file in files_of(&tests().join("expected")) {
        let name = file.file_name().unwrap();
        let expected = fs::read_to_string(&file).unwrap();
        if name != "document.json" {
            assert_eq!(
                fs::read_to_string(out.join(name)).unwrap(),
                expected,
                "{name:?}"
            );
            continue;
        }
        let documents = fs::read_to_string(out.join("documents.jsonl")).unwrap();
        let document = members(documents.lines().next().expect("no document came out"));
        for (key, value) in members(&expected) {
            assert_eq!(document.get(&key), Some(&value), "member {key}");
        }
    }
}

#[test]
fn it_keeps_the_contract() {
    let library = format!("lib{}.so", env!("CARGO_PKG_NAME").replace('-', "_"));
    succeed(
        attache()
            .arg("check")
            .arg(built().join(library))
            .arg("--input")
            .arg(sample()),
    );
}
