//! Closes a listener without resetting connections that it has accepted. When a listener is closed, Linux
//! resets every connection in its accept queue, and actix drops connections that no worker has started on. A
//! reverse proxy that has sent a form on such a connection cannot know whether the form was processed: it
//! must not send it again, and the person sees an error. So the listener first drops the SYN of new
//! connections, as if packets were lost; connections in the queue are accepted and answered; then the
//! listener is closed. A client whose SYN was dropped retries after a second, is refused before it has sent
//! anything, and uses the next instance.

use std::{net::TcpListener, time::Duration};

use tokio::time;

/// The time until all accepted connections have a worker and started handshakes are complete.
const LET_IN: Duration = Duration::from_millis(300);

/// Accepts the connections in the queue and no new ones.
pub(super) async fn empty(listeners: Vec<TcpListener>) {
    for listener in &listeners {
        if let Err(error) = answer_no_new_connection(listener) {
            // As on systems without this feature: a few connections may be reset.
            tracing::debug!(%error, "failed to attach socket filter, connections may be reset at shutdown");
        }
    }
    time::sleep(LET_IN).await;
}

/// Makes the kernel drop the first packet (SYN) of every new connection without an answer; the last packet of
/// a started handshake passes.
#[cfg(target_os = "linux")]
fn answer_no_new_connection(listener: &TcpListener) -> std::io::Result<()> {
    use socket2::{SockFilter, SockRef};

    // Classic BPF; the packet starts at its TCP header.
    const LOAD_BYTE: u16 = 0x30;
    const AND: u16 = 0x54;
    const JUMP_IF_EQUAL: u16 = 0x15;
    const RETURN: u16 = 0x06;
    const FLAGS: u32 = 13;
    const SYN: u32 = 0x02;
    const ACK: u32 = 0x10;
    SockRef::from(listener).attach_filter(&[
        SockFilter::new(LOAD_BYTE, 0, 0, FLAGS),
        SockFilter::new(AND, 0, 0, SYN | ACK),
        SockFilter::new(JUMP_IF_EQUAL, 0, 1, SYN),
        SockFilter::new(RETURN, 0, 0, 0),
        SockFilter::new(RETURN, 0, 0, u32::MAX),
    ])
}

#[cfg(not(target_os = "linux"))]
fn answer_no_new_connection(_: &TcpListener) -> std::io::Result<()> {
    Err(std::io::ErrorKind::Unsupported.into())
}
