//! Writes the contract as TypeScript, for the UI.

use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

use fleet::moves::Moved;
use fleet::settings::Settings;
use ts_rs::{Config, TS, TypeVisitor};

use crate::commands::{self, Signature};
use crate::error::ErrorBody;

const HEADER: &str = "// Written by `cargo xtask generate` from crates/fleet-ipc. Do not edit.\n\n";

/// Writes `contract.ts` into a folder, which it makes if need be.
///
/// # Errors
/// When the folder can't be written.
pub fn write(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    fs::write(folder.join("contract.ts"), contract())
}

/// The whole contract as one file of TypeScript.
#[must_use]
pub fn contract() -> String {
    let config = Config::new().with_large_int("number");
    let mut types = Types {
        config: &config,
        declarations: Vec::new(),
    };
    types.visit::<ErrorBody>();
    types.visit::<Moved>();
    commands::visit_types(&mut types);
    types.declarations.sort();

    let mut out = HEADER.to_owned();
    for (_, declaration) in &types.declarations {
        out.push_str(declaration);
        out.push_str("\n\n");
    }
    let signatures = commands::signatures(&config);
    out.push_str("/** Every command with JSON answers: its arguments and its answer. */\n");
    out.push_str("export type Commands = {\n");
    for Signature {
        name,
        docs,
        args,
        result,
        ..
    } in &signatures
    {
        let docs: Vec<_> = docs.iter().map(|line| line.trim()).collect();
        let _ = writeln!(
            out,
            "  /** {} */\n  {name}: {{ args: {args}; result: {result} }};",
            docs.join(" ")
        );
    }
    out.push_str("};\n\n");
    out.push_str("/** The view that a command shows: asked again when that view moves. */\n");
    out.push_str("export const viewOf = {\n");
    for Signature { name, view, .. } in &signatures {
        if let Some(view) = view {
            let view = serde_json::to_string(view).unwrap_or_default();
            let _ = writeln!(out, "  {name}: {view},");
        }
    }
    out.push_str("} as const satisfies Partial<Record<keyof Commands, ViewName>>;\n\n");
    let settings = serde_json::to_string_pretty(&Settings::default()).unwrap_or_default();
    let _ = writeln!(
        out,
        "/** The settings of someone who set nothing. */\nexport const defaultSettings: Settings = {settings};"
    );
    out
}

/// Collects each exported type once.
struct Types<'config> {
    config: &'config Config,
    declarations: Vec<(String, String)>,
}

impl TypeVisitor for Types<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_some() {
            let name = T::ident(self.config);
            let docs = T::docs().unwrap_or_default();
            let declaration = format!("{docs}export {}", T::decl(self.config));
            let known = self.declarations.iter().find(|(known, _)| *known == name);
            if let Some((_, known)) = known {
                assert_eq!(*known, declaration, "two types are called {name}");
                // All instances of a generic type have one declaration, and each its own arguments.
                T::visit_generics(self);
                return;
            }
            self.declarations.push((name, declaration));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}
