//! The composition root: builds the services from the settings, and the server from the services.

pub mod background;
pub mod build;
mod closing;
mod lease;

use std::{
    io, mem,
    net::TcpListener,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use actix_web::{
    App, HttpServer,
    dev::ServerHandle,
    middleware::{Compress, from_fn},
    web::Data,
};

pub use build::{BuildError, Surroundings, migrate, services_for_accounts};

use crate::{
    config::Settings,
    flows::{Services, deliver::Outbox},
    web::{compress, error_page, headers, request_log, routes, site::Site},
};

/// Seconds that requests in progress get at a graceful shutdown.
const STOP_SECONDS: u64 = 10;
/// How long a client may take to send the head of its request.
pub const HEAD_TIMEOUT: Duration = Duration::from_secs(5);

/// Runs `work` on an async runtime with timers.
pub fn block_on<F: Future>(work: F) -> F::Output {
    actix_web::rt::System::new().block_on(work)
}

/// A portal that is built but does not accept requests yet.
pub struct Portal {
    site: Site,
    outbox: Outbox,
    listeners: Vec<TcpListener>,
    tasks: background::Board,
}

impl Portal {
    /// Builds everything and binds the listener.
    ///
    /// # Errors
    /// [`BuildError`].
    pub fn build(settings: &Settings, surroundings: Surroundings) -> Result<Self, BuildError> {
        let (site, outbox) = build::site(settings, surroundings)?;
        let listen = settings.web.listen.iter();
        let listeners = listen.map(TcpListener::bind).collect::<Result<_, _>>();
        Ok(Self {
            site,
            outbox,
            listeners: listeners.map_err(BuildError::Listen)?,
            tasks: background::Board::default(),
        })
    }

    /// The services for the flows.
    #[must_use]
    pub const fn services(&self) -> &Services {
        &self.site.services
    }

    /// The origin that browsers see.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.site.origin
    }

    /// The status of the background tasks, once the server runs.
    #[must_use]
    pub fn tasks(&self) -> background::Board {
        self.tasks.clone()
    }

    /// Starts the server. The returned future has to be awaited; it ends after the server was stopped through
    /// its switch and the mail being sent at that moment is finished.
    ///
    /// # Errors
    /// [`BuildError::Listen`].
    pub fn open(self) -> Result<(Switch, impl Future<Output = io::Result<()>> + Send + 'static), BuildError> {
        let Self {
            site,
            outbox,
            listeners,
            tasks,
        } = self;
        let services = site.services.clone();
        let site = Data::new(site);
        let mut server = HttpServer::new(move || {
            App::new()
                .app_data(site.clone())
                .configure(routes::mount)
                .wrap(from_fn(error_page::pages))
                .wrap(from_fn(compress::pages))
                .wrap(Compress::default())
                .wrap(from_fn(compress::only_gzip))
                .wrap(from_fn(headers::secure))
                .wrap(from_fn(request_log::log))
        })
        .disable_signals()
        .client_request_timeout(HEAD_TIMEOUT)
        .shutdown_timeout(STOP_SECONDS);
        let mut open = Vec::new();
        for listener in listeners {
            open.push(listener.try_clone().map_err(BuildError::Listen)?);
            server = server.listen(listener).map_err(BuildError::Listen)?;
        }
        let server = server.run();
        let switch = Switch {
            server: server.handle(),
            listeners: Mutex::new(open),
        };
        let work = async move {
            let background = background::start(&services, outbox, &tasks);
            let ended = server.await;
            background.end(Duration::from_secs(STOP_SECONDS)).await;
            ended
        };
        Ok((switch, work))
    }
}

/// Stops a running server.
pub struct Switch {
    server: ServerHandle,
    /// The listeners of the server, until it stops.
    listeners: Mutex<Vec<TcpListener>>,
}

impl Switch {
    /// Stops the server. If `graceful`, accepted requests are answered first, within ten seconds.
    pub async fn stop(&self, graceful: bool) {
        let listeners = mem::take(&mut *self.listeners.lock().unwrap_or_else(PoisonError::into_inner));
        if graceful {
            closing::empty(listeners).await;
        }
        self.server.stop(graceful).await;
    }
}
