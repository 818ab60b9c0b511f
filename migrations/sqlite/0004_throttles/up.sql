CREATE TABLE throttles (
    subject TEXT NOT NULL PRIMARY KEY,
    failures INTEGER NOT NULL CHECK (failures >= 0),
    not_before INTEGER NOT NULL,
    charged_at INTEGER NOT NULL
);
