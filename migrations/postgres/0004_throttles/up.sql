CREATE TABLE throttles (
    subject TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    failures BIGINT NOT NULL CHECK (failures >= 0),
    not_before BIGINT NOT NULL,
    charged_at BIGINT NOT NULL
);
