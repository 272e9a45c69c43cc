-- What the forecast of each hospital has learned from its journal: counts, nobody by key or name. It may always be thrown away.
CREATE TABLE experience (
    hospital text COLLATE "C" PRIMARY KEY,
    version  integer     NOT NULL, -- of what is learned and how: what another one learned is learned again
    up_to    timestamptz NOT NULL, -- hospital time of the last roll call in it
    body     bytea       NOT NULL  -- gzip
);
ALTER TABLE experience ALTER COLUMN body SET STORAGE EXTERNAL; -- it is compressed already

-- The forecasts themselves are events. Their score goes through those of a month, among a million others.
CREATE INDEX event_forecast ON event (hospital, occurred_at) WHERE type = 'ForecastMade';
