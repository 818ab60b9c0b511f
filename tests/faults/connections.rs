//! Connections that are opened and never used.

use std::time::{Duration, Instant};

use tokio::{io::AsyncWriteExt as _, net::TcpStream};

use super::{report, rounds};
use crate::support::{people, portal::TestPortal};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn slow_connections_keep_nobody_out() {
    let portal = TestPortal::on_sqlite();
    let (alice, _) = people::main_account(&portal).await;
    let count = rounds(100, 500);
    let address = portal.url().replace("http://", "");
    let mut slow = tokio::task::JoinSet::new();
    for _ in 0..count {
        let address = address.clone();
        slow.spawn(async move {
            let Ok(mut stream) = TcpStream::connect(address).await else {
                return;
            };
            for byte in b"GET /login HTTP/1.1\r\nHost: slow\r\nX-Slow: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            {
                if stream.write_all(&[*byte]).await.is_err() {
                    return;
                }
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
        });
    }
    tokio::time::sleep(Duration::from_secs(1)).await;
    let mut times = Vec::new();
    for _ in 0..20 {
        let begun = Instant::now();
        alice.sign_in(&portal).await;
        times.push(begun.elapsed());
    }
    times.sort();
    slow.abort_all();
    report(
        "slow connections, a byte a second",
        &format!("{count} at once"),
        &format!(
            "20 sign-ins meanwhile, {} ms in the middle and {} ms at the most",
            times[10].as_millis(),
            times[19].as_millis()
        ),
    );
}
