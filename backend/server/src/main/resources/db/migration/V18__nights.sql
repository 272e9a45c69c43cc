-- The nights of a year are asked for together: one small row a day among very many.
CREATE INDEX event_night ON event (hospital, occurred_at) WHERE type = 'NightCounted';
