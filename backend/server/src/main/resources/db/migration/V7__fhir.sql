-- What each hospital says in FHIR R4: every resource as the journal last made it. Nobody's name is in it. All of it can be thrown
-- away and is made anew, with new versions, from the journal.
CREATE TABLE fhir_resource (
    hospital text COLLATE "C" NOT NULL,
    type     text COLLATE "C" NOT NULL, -- Encounter
    id       text COLLATE "C" NOT NULL,
    seq      bigint           NOT NULL, -- the event that made it so: its version
    at       timestamptz      NOT NULL, -- hospital time of that event
    json     text,                      -- without meta; null: it is gone
    terms    text[] COLLATE "C" NOT NULL, -- parameter=value for all that finds it
    patients text[] COLLATE "C" NOT NULL, -- opaque keys of those it tells of
    PRIMARY KEY (hospital, type, id)
);
CREATE INDEX fhir_resource_term ON fhir_resource USING gin (terms);

-- Up to which event a hospital has been read.
CREATE TABLE fhir_reading (
    hospital text COLLATE "C" PRIMARY KEY,
    seq      bigint  NOT NULL,
    format   integer NOT NULL -- of the resources
);
