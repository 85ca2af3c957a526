//! Prepares the assets: joins the stylesheets, gives every file a name with a hash of its content, and
//! compresses texts once, so that a server in a school never does it for a request.
//!
//! `memory-serve` was weighed: it compresses alike, but serves plain names with an `ETag`, and a page would
//! ask again for each of its files on every visit. A name with a hash may be kept for a year.

use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// The stylesheets in the order of the cascade.
const STYLES: [&str; 7] =
    ["tokens.css", "base.css", "shell.css", "forms.css", "parts.css", "tables.css", "modes.css"];

const WOFF2: &str = "font/woff2";
const SVG: &str = "image/svg+xml";
const PNG: &str = "image/png";
const SCRIPT: &str = "text/javascript; charset=utf-8";

/// Files served as they are, with their type.
const FILES: [(&str, &str); 14] = [
    ("fonts/golos-kk.woff2", WOFF2),
    ("fonts/golos-cyr.woff2", WOFF2),
    ("fonts/golos-lat.woff2", WOFF2),
    ("fonts/literata600-kk.woff2", WOFF2),
    ("fonts/literata600-cyr.woff2", WOFF2),
    ("fonts/literata600-lat.woff2", WOFF2),
    ("icons/icons.svg", SVG),
    ("icons/icon-192.png", PNG),
    ("icons/icon-512.png", PNG),
    ("mark.svg", SVG),
    ("horns.svg", SVG),
    ("app.js", SCRIPT),
    ("offline.js", SCRIPT),
    ("worker.js", SCRIPT),
];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=assets");
    println!("cargo::rerun-if-changed=build.rs");
    let mut shelf = Shelf { folder: PathBuf::from(std::env::var("OUT_DIR")?), made: Vec::new() };
    for (path, kind) in FILES {
        shelf.add(file_name(path)?, kind, fs::read(Path::new("assets").join(path))?)?;
    }
    let mut css = String::new();
    for style in STYLES {
        css.push_str(&fs::read_to_string(Path::new("assets/css").join(style))?);
    }
    // A stylesheet names fonts and pictures by plain names; readers need the hashed ones.
    for made in &shelf.made {
        css = css.replace(&format!("url({})", made.name), &format!("url({})", made.url()));
    }
    shelf.add("app.css", "text/css; charset=utf-8", css.into_bytes())?;
    // So does what a phone reads when the application is put on its home screen.
    let mut manifest = fs::read_to_string("assets/app.webmanifest")?;
    for made in shelf.made.iter().filter(|made| made.kind == PNG) {
        manifest = manifest.replace(&format!("\"{}\"", made.name), &format!("\"{}\"", made.url()));
    }
    shelf.add("app.webmanifest", "application/manifest+json", manifest.into_bytes())?;
    shelf.write_list()
}

fn file_name(path: &str) -> Result<&str, Box<dyn Error>> {
    path.rsplit('/').next().ok_or_else(|| format!("no file name in {path}").into())
}

/// The finished files and the list of them that `src/assets.rs` includes.
struct Shelf {
    folder: PathBuf,
    made: Vec<Made>,
}

struct Made {
    name: String,
    hashed: String,
    kind: &'static str,
    compressed: bool,
}

impl Made {
    fn url(&self) -> String {
        format!("/assets/{}", self.hashed)
    }
}

impl Shelf {
    fn add(&mut self, name: &str, kind: &'static str, content: Vec<u8>) -> Result<(), Box<dyn Error>> {
        let digest = Sha256::digest(&content);
        let mut hash = String::new();
        for byte in &digest[..5] {
            write!(hash, "{byte:02x}")?;
        }
        let (stem, ending) = name.rsplit_once('.').ok_or("an asset needs an ending")?;
        // Fonts and pictures of points are compressed inside.
        let compressed = kind != WOFF2 && kind != PNG;
        if compressed {
            let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
            gzip.write_all(&content)?;
            fs::write(self.folder.join(format!("{name}.gz")), gzip.finish()?)?;
            let mut brotli = Vec::new();
            let params = brotli::enc::BrotliEncoderParams { quality: 9, ..Default::default() };
            brotli::BrotliCompress(&mut content.as_slice(), &mut brotli, &params)?;
            fs::write(self.folder.join(format!("{name}.br")), brotli)?;
        }
        fs::write(self.folder.join(name), content)?;
        self.made.push(Made {
            name: name.to_owned(),
            hashed: format!("{stem}.{hash}.{ending}"),
            kind,
            compressed,
        });
        Ok(())
    }

    /// One constant for each file's address, so that a wrong name does not compile, and the table to serve from.
    fn write_list(&self) -> Result<(), Box<dyn Error>> {
        let mut consts = String::new();
        let mut table = format!("static ASSETS: [Asset; {}] = [\n", self.made.len());
        for Made { name, hashed, kind, compressed } in &self.made {
            let constant = name.to_uppercase().replace(['.', '-'], "_");
            writeln!(
                consts,
                "/// The address of `{name}`.\npub const {constant}: &str = \"/assets/{hashed}\";"
            )?;
            let bytes =
                |ending: &str| format!("include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{name}{ending}\"))");
            let packed = |ending: &str| {
                if *compressed { format!("Some({})", bytes(ending)) } else { "None".to_owned() }
            };
            writeln!(
                table,
                "Asset {{ file: \"{hashed}\", kind: \"{kind}\", plain: {}, brotli: {}, gzip: {} }},",
                bytes(""),
                packed(".br"),
                packed(".gz"),
            )?;
        }
        fs::write(self.folder.join("assets.rs"), format!("{consts}\n{table}];\n"))?;
        Ok(())
    }
}
