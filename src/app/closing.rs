//! How a listener is closed so that nobody who was let in is turned away.
//!
//! Linux resets every connection that waits in the queue of a listener when that is closed, and actix drops
//! what its workers have not begun. A reverse proxy that has sent a form on such a connection cannot know
//! whether it was acted on: it must not send it again, and somebody sees an error. So the listener first
//! answers no new connection, as if the machine were away for a moment; what waits is let in and answered;
//! and then it is closed. Whoever came too late tries once more after a second, is refused, has sent nothing
//! yet, and goes to the next instance.

use std::{net::TcpListener, time::Duration};

use tokio::time;

/// Until everything that was let in is with a worker, and a handshake that was begun is at its end.
const LET_IN: Duration = Duration::from_millis(300);

/// Lets in what waits and nothing else.
pub(super) async fn empty(listeners: Vec<TcpListener>) {
    for listener in &listeners {
        if let Err(error) = answer_no_new_connection(listener) {
            // As where the system cannot do it: a few connections may be reset.
            tracing::debug!(%error, "the listener goes on answering until it is closed");
        }
    }
    time::sleep(LET_IN).await;
}

/// Has the kernel drop the first packet of every connection, unanswered; the last of the handshake passes.
#[cfg(target_os = "linux")]
fn answer_no_new_connection(listener: &TcpListener) -> std::io::Result<()> {
    use socket2::{SockFilter, SockRef};

    // Classic BPF, which sees the packet from its TCP header on.
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
