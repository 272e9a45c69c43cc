-- What becomes of rules, levels and help is read back by day, and the figures of a week to rehearse other rules: both are few among many.
CREATE INDEX event_alert ON event (hospital, recorded_at) WHERE type IN ('ThresholdsAdopted', 'ThresholdMoved', 'ThresholdAnswered',
    'LevelDeclared', 'ActionMarked', 'ReliefProposed', 'ReliefAnswered', 'ReliefEnded');
CREATE INDEX event_measured ON event (hospital, recorded_at) WHERE type = 'FiguresMeasured';
