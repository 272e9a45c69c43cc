-- How far each receiver of messages has been told. The journal is the queue: what is behind a position is settled, what is ahead
-- of it waits.
CREATE TABLE outbound (
    hospital      text COLLATE "C" NOT NULL,
    receiver      text COLLATE "C" NOT NULL,
    seq           bigint           NOT NULL, -- of the last event of which it was told all
    begun         boolean          NOT NULL, -- whether it was told how things stood at the beginning
    holder        text COLLATE "C" NOT NULL, -- who tells it now; whoever was before settles nothing any more
    waiting       integer          NOT NULL DEFAULT 0, -- messages, as last noted
    waiting_since timestamptz,               -- hospital time
    trouble       text COLLATE "C",          -- a code; NULL: none
    noted_at      timestamptz,               -- system time
    PRIMARY KEY (hospital, receiver)
);

-- Messages that a receiver refused, for somebody to look at and to send again. Nothing in them is of a person.
CREATE TABLE outbound_letter (
    hospital    text COLLATE "C" NOT NULL,
    receiver    text COLLATE "C" NOT NULL,
    seq         bigint           NOT NULL, -- of the event that it tells
    part        integer          NOT NULL, -- from 1, among the messages of that event
    subject     text COLLATE "C" NOT NULL, -- bed/LUN-301: what a later message about it takes the place of
    type        text COLLATE "C" NOT NULL, -- ADT^A20
    recorded_at timestamptz      NOT NULL, -- hospital time of the event
    message     text             NOT NULL,
    code        text             NOT NULL, -- MSA-1 and the condition, as answered last
    words       text             NOT NULL,
    tries       integer          NOT NULL,
    refused_at  timestamptz      NOT NULL DEFAULT now(),
    asked_at    timestamptz,               -- when somebody wanted it sent again
    settled_at  timestamptz,
    outcome     text COLLATE "C",          -- sent, or overtaken by a later one about the same
    PRIMARY KEY (hospital, receiver, seq, part)
);
CREATE INDEX outbound_letter_waiting ON outbound_letter (hospital, receiver, seq, part) WHERE settled_at IS NULL;
CREATE INDEX outbound_letter_age ON outbound_letter (refused_at);
