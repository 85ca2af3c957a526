use super::{APP_CSS, APP_JS, APP_WEBMANIFEST, GOLOS_CYR_WOFF2, WORKER_JS, icons, router};
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use axum::response::Response;
use tower::ServiceExt;

async fn get(address: &str, accepted: &str) -> Response {
    let request = Request::get(address).header("accept-encoding", accepted).body(Body::empty()).unwrap();
    router::<()>().oneshot(request).await.unwrap()
}

async fn size(response: Response) -> usize {
    to_bytes(response.into_body(), usize::MAX).await.unwrap().len()
}

#[tokio::test]
async fn a_stylesheet_is_sent_as_small_as_the_browser_can_read_it_and_kept_for_a_year() {
    let small = get(APP_CSS, "gzip, br").await;
    assert_eq!(small.headers()["content-encoding"], "br");
    assert_eq!(small.headers()["content-type"], "text/css; charset=utf-8");
    assert_eq!(small.headers()["cache-control"], "public, max-age=31536000, immutable");
    let plain = get(APP_CSS, "br;q=0").await;
    assert!(!plain.headers().contains_key("content-encoding"));
    assert!(size(small).await * 3 < size(plain).await);
}

#[tokio::test]
async fn the_worker_alone_may_care_for_pages() {
    assert_eq!(get(WORKER_JS, "br").await.headers()["service-worker-allowed"], "/");
    assert!(!get(APP_JS, "br").await.headers().contains_key("service-worker-allowed"));
}

#[tokio::test]
async fn a_phone_can_put_the_application_on_its_home_screen() {
    let manifest = get(APP_WEBMANIFEST, "").await;
    assert_eq!(manifest.headers()["content-type"], "application/manifest+json");
    let body = to_bytes(manifest.into_body(), usize::MAX).await.unwrap();
    let read: serde_json::Value = serde_json::from_slice(&body).unwrap();
    assert_eq!((read["start_url"].as_str(), read["display"].as_str()), (Some("/"), Some("standalone")));
    let sizes: Vec<_> = read["icons"].as_array().unwrap().iter().map(|icon| icon["sizes"].as_str()).collect();
    assert!(sizes.contains(&Some("192x192")) && sizes.contains(&Some("512x512")), "{sizes:?}");
    for icon in read["icons"].as_array().unwrap() {
        let picture = get(icon["src"].as_str().unwrap(), "").await;
        assert_eq!(picture.headers()["content-type"], "image/png", "{icon}");
    }
}

#[tokio::test]
async fn a_name_from_an_older_version_is_not_found() {
    assert_eq!(get("/assets/app.0000000000.css", "br").await.status(), StatusCode::NOT_FOUND);
}

/// P4: the first page weighs 150 KB at most. All six fonts, style, script, icons and mark leave 35 KB for the page.
#[tokio::test]
async fn the_first_load_is_light() {
    let mut bytes = 0;
    for asset in &super::ASSETS {
        bytes += asset.brotli.unwrap_or(asset.plain).len();
    }
    assert!(bytes < 115 * 1024, "{bytes}");
}

#[tokio::test]
async fn the_stylesheet_names_only_files_that_are_served() {
    let body = to_bytes(get(APP_CSS, "").await.into_body(), usize::MAX).await.unwrap();
    let css = String::from_utf8(body.to_vec()).unwrap();
    assert!(css.contains(GOLOS_CYR_WOFF2));
    for address in css.split("url(").skip(1).filter_map(|rest| rest.split(')').next()) {
        // The comment in tokens.css speaks of url(NAME).
        if address != "NAME" {
            assert_eq!(get(address, "").await.status(), StatusCode::OK, "{address}");
        }
    }
}

/// Dark is written twice, once for the device's wish and once for the person's: nothing may differ.
#[test]
fn both_dark_themes_are_one() {
    let tokens = include_str!("../../assets/css/tokens.css");
    let block = |opening: &str| {
        let rest = &tokens[tokens.find(opening).unwrap() + opening.len()..];
        rest[..rest.find('}').unwrap()].to_owned()
    };
    assert_eq!(block(":root:not([data-theme=light]){"), block(":root[data-theme=dark]{"));
}

/// A wrong icon name shows nothing and says nothing; so every name in every template is looked up here.
#[test]
fn every_icon_named_in_a_template_is_in_the_sprite() {
    let mut templates = Vec::new();
    collect(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut templates);
    assert!(templates.iter().any(|text| text.contains("icon(\"")));
    for text in templates {
        for opening in ["icon(\"", "glyph=\""] {
            for name in text.split(opening).skip(1).filter_map(|rest| rest.split('"').next()) {
                assert!(name.is_empty() || icons().any(|icon| icon == name), "no icon «{name}»");
            }
        }
    }
}

fn collect(folder: &std::path::Path, templates: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, templates);
        } else if path.extension().is_some_and(|ending| ending == "html") {
            templates.push(std::fs::read_to_string(path).unwrap());
        }
    }
}
