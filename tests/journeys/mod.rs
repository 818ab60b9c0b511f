//! What people come to do, page by page, on both databases.

mod sign_in;
