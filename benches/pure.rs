//! What a request does without a database and without a network: `cargo bench --bench pure`.

#![expect(clippy::unwrap_used, reason = "a bench that cannot go on stops here")]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use vestibule::{
    domain::{
        account::{AccountId, Email, UsernameKey},
        allow_list::AllowList,
        authenticator::{
            password::{Memory, decoy},
            recovery_code::RecoveryCode,
            totp::Code,
        },
        phone_number::{self, PhoneNumber},
        random::{self, OsRandom, Token, TokenDigest},
        sealed::KeyRing,
    },
    web::{compress, csv},
};

fn secrets(c: &mut Criterion) {
    let ring = KeyRing::generate(&OsRandom).unwrap();
    let key = ring.derive("bench");
    let token = Token::generate(&OsRandom).unwrap();
    let account = AccountId("a".repeat(24));
    let code = RecoveryCode::generate_set(&OsRandom).unwrap().remove(0);
    let sealed = ring.seal(&[7; 20], "place", &OsRandom).unwrap();
    c.bench_function("32 bytes for a page", |b| b.iter(random::for_page::<32>));
    c.bench_function("32 bytes of the operating system's", |b| {
        b.iter(|| random::bytes::<32>(&OsRandom).unwrap());
    });
    c.bench_function("digest of a token", |b| {
        b.iter(|| TokenDigest::of(black_box(token.reveal())));
    });
    c.bench_function("MAC of 86 bytes", |b| b.iter(|| key.mac(black_box(&[7; 86]))));
    c.bench_function("seal a key", |b| {
        b.iter(|| ring.seal(&[7; 20], "place", &OsRandom).unwrap());
    });
    c.bench_function("open a key", |b| b.iter(|| ring.open(&sealed, "place").unwrap()));
    c.bench_function("digest of a recovery code", |b| {
        b.iter(|| code.digest(&account, &key));
    });
}

fn typed(c: &mut Criterion) {
    phone_number::warm_up();
    c.bench_function("read a code", |b| {
        b.iter(|| Code::parse(black_box("123 456")).unwrap());
    });
    c.bench_function("fold a user name", |b| {
        b.iter(|| UsernameKey::of(black_box("Åsa.Öström")));
    });
    c.bench_function("read an e-mail address", |b| {
        b.iter(|| Email::parse(black_box("asa.ostrom@example.com")).unwrap());
    });
    c.bench_function("read a phone number", |b| {
        b.iter(|| PhoneNumber::parse(black_box("+358 40 1234567")).unwrap());
    });
    let list = AllowList::parse("198.51.100.0/24\n2001:db8::/32").unwrap();
    c.bench_function("look an address up in a list", |b| {
        b.iter(|| list.allows(black_box([198, 51, 100, 7].into())));
    });
}

fn pages(c: &mut Criterion) {
    c.bench_function("a line of CSV", |b| {
        let mut text = String::new();
        b.iter(|| {
            text.clear();
            csv::line(
                &mut text,
                black_box(&["2026-01-02 03:04:05", "asa", "=1+1", "198.51.100.7"]),
            );
        });
    });
    let page = "<tr><td>somebody</td><td>198.51.100.7</td></tr>\n".repeat(120);
    c.bench_function("compress a page of 6 KB", |b| {
        b.iter(|| compress::quickly(black_box(page.as_bytes())));
    });
}

fn passwords(c: &mut Criterion) {
    let mut memory = Memory::default();
    c.bench_function("hash a password", |b| {
        b.iter(|| decoy([7; 16], &mut memory).unwrap());
    });
}

criterion_group!(benches, secrets, typed, pages, passwords);
criterion_main!(benches);
