//! Registering a route takes its access rule as an argument: no rule, no compile. The list of routes is kept,
//! so that a test can walk them all with every role (feat:M1).

use crate::visit::Visit;
use crate::{App, PageError, accounts, expired};
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::handler::Handler;
use axum::http::Method;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::MethodRouter;
use axum_extra::routing::{SecondElementIs, TypedPath};
use domain::people::Role;
use std::pin::Pin;
use std::sync::Arc;

/// Who may come to a route at all. What they may do with a thing there is decided by
/// [`domain::permissions::may`] in the action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Everybody: sign-in, help, public checks.
    Anyone,
    /// Everybody who is signed in.
    SignedIn,
    /// People with one of these roles.
    OneOf(&'static [Role]),
    /// Demonstrations only; elsewhere the route is not there.
    Demo,
}

/// A route as registered.
#[derive(Clone, Debug)]
pub struct Route {
    /// `GET` or `POST`.
    pub method: Method,
    /// Path with its parameters in braces.
    pub path: &'static str,
    /// Who may come.
    pub access: Access,
}

impl Route {
    /// Whether it draws a page at this address.
    pub(crate) fn is_page_at(&self, address: &str) -> bool {
        let fits = |(one, part): (&str, &str)| one == part || (one.starts_with('{') && !part.is_empty());
        let (pattern, parts) = (self.path.split('/'), address.split('/'));
        self.method == Method::GET
            && pattern.clone().count() == parts.clone().count()
            && pattern.zip(parts).all(fits)
    }
}

type Answer = Pin<Box<dyn Future<Output = Response> + Send>>;

/// A handler without its type. A handler's future is as deep as everything that it calls, and the compiler proves that
/// it may move between threads anew for each generic piece of the router made of it; here it is proved once.
#[derive(Clone)]
struct Erased(Arc<dyn Fn(Request, App) -> Answer + Send + Sync>);

impl Erased {
    fn of<T: 'static>(handler: impl Handler<T, App>) -> Self {
        Self(Arc::new(move |request, app| Box::pin(handler.clone().call(request, app))))
    }
}

impl Handler<(), App> for Erased {
    type Future = Answer;
    fn call(self, request: Request, app: App) -> Answer {
        (self.0)(request, app)
    }
}

/// Routes of a feature or of the whole application.
#[derive(Debug, Default)]
pub struct Routes {
    list: Vec<(Route, MethodRouter<App>)>,
}

impl Routes {
    /// No routes yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A page. A GET never changes anything (neg:N7).
    pub fn get<H, T, P>(self, access: Access, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: SecondElementIs<P> + 'static,
        P: TypedPath,
    {
        self.add(Method::GET, P::PATH, access, axum::routing::get(Erased::of(handler)))
    }

    /// A form's target.
    pub fn post<H, T, P>(self, access: Access, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: SecondElementIs<P> + 'static,
        P: TypedPath,
    {
        self.add(Method::POST, P::PATH, access, axum::routing::post(Erased::of(handler)))
    }

    /// A form's target that takes a file of up to so many bytes; other forms take two megabytes.
    pub fn post_file<H, T, P>(self, access: Access, bytes: usize, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: SecondElementIs<P> + 'static,
        P: TypedPath,
    {
        let handler = axum::routing::post(Erased::of(handler)).layer(DefaultBodyLimit::max(bytes));
        self.add(Method::POST, P::PATH, access, handler)
    }

    fn add(mut self, method: Method, path: &'static str, access: Access, handler: MethodRouter<App>) -> Self {
        self.list.push((Route { method, path, access }, handler));
        self
    }

    /// These routes and those.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.list.extend(other.list);
        self
    }

    /// What is registered.
    pub fn list(&self) -> impl Iterator<Item = &Route> {
        self.list.iter().map(|(route, _)| route)
    }

    pub(crate) fn into_router(self, app: &App) -> Router<App> {
        self.list.into_iter().fold(Router::new(), |router, (route, handler)| {
            let guard = from_fn_with_state((app.config.demo, route.access), admit);
            router.route(route.path, handler.layer(guard))
        })
    }
}

async fn admit(State((demo, access)): State<(bool, Access)>, request: Request, next: Next) -> Response {
    let visit = request.extensions().get::<Arc<Visit>>();
    let signed = visit.and_then(|visit| visit.signed.as_ref());
    let path = request.uri().path();
    let admitted = match (access, signed) {
        (Access::SignedIn | Access::OneOf(_), Some(signed))
            if signed.is_shut_to(path) && !accounts::FOR_THE_ADULT.contains(&path) =>
        {
            Err(PageError::Handed)
        }
        (Access::Anyone, _) | (Access::SignedIn, Some(_)) => Ok(()),
        (Access::Demo, _) => {
            if demo {
                Ok(())
            } else {
                Err(PageError::NotFound)
            }
        }
        (Access::SignedIn | Access::OneOf(_), None) => Err(PageError::SignIn),
        (Access::OneOf(roles), Some(signed)) => {
            if roles.iter().any(|role| signed.actor.is(*role)) {
                Ok(())
            } else {
                Err(PageError::Forbidden)
            }
        }
    };
    match admitted {
        Ok(()) => next.run(request).await,
        Err(PageError::SignIn) => match expired::typed(request).await {
            Some(typed) => PageError::Expired(typed).into_response(),
            None => PageError::SignIn.into_response(),
        },
        Err(error) => error.into_response(),
    }
}
