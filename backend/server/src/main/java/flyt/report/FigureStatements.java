package flyt.report;

/**
 * The two questions to PostgreSQL, each answered in one row of JSON from the events alone.
 *
 * <p>When something happened is when its sender says, or when it was recorded where that lies too far ahead ({@code
 * EventHeader.effectiveAt}). What was told more than a day late is not seen, nor a task that was ordered more than a week before it
 * became something to do. What somebody took back is as if it had not been told. Tasks of other systems, which have no number
 * here, are not counted.
 */
final class FigureStatements {
    /*
     * The events of a period are found by the index event_recorded, and the types picked out of them.
     *
     *   $1 hospital   $2 from   $3 to   $4 team   $5 zone or null   $6 time zone
     */
    private static final String EFFECTIVE =
            "CASE WHEN e.occurred_at > e.recorded_at + interval '5 minutes' THEN e.recorded_at ELSE e.occurred_at END";

    private static final String UNDONE =
            """
            undone AS MATERIALIZED (
                SELECT body->'command'->>'source' AS source, body->'command'->>'id' AS message_id
                FROM event
                WHERE hospital = $1 AND type = 'Undone'
                    AND recorded_at >= $2::timestamptz - interval '1 day' AND recorded_at < $3::timestamptz + interval '1 day')""";

    private static final String NOT_UNDONE =
            "NOT EXISTS (SELECT FROM undone u WHERE u.source = e.source AND u.message_id = e.message_id)";

    /** Keys of staff change with the hospital's day from 07:00: see Pseudonyms. */
    private static final String SHIFT = "((min(at) AT TIME ZONE $6::text) - interval '7 hours')::date";

    /*
     * $7, $8  places (bed/LUN-301, ward/LUN) and the zone of each
     * $9      by: none, hour, weekday, zone, kind
     * $10     counted: ordered, done
     */
    static final String TASKS =
            """
            WITH %1$s,
            ordered AS MATERIALIZED (
                SELECT o.task, o.kind, z.zone, o.at, o.found_dirty
                FROM (
                    SELECT e.body->>'task' AS task,
                        coalesce(e.body->'job'->>'kind', 'clean-' || (e.body->>'cleaning')) AS kind,
                        coalesce('bed/' || coalesce(e.body->>'bed', e.body->'job'->'at'->>'bed'),
                            'ward/' || (e.body->'job'->'at'->>'ward')) AS place,
                        greatest(%2$s, (e.body->>'scheduledUntil')::timestamptz) AS at,
                        coalesce(e.body->>'origin' = 'found-dirty', false) AS found_dirty
                    FROM event e
                    WHERE e.hospital = $1 AND e.type IN ('CleaningOrdered', 'TaskOrdered')
                        AND e.recorded_at >= $2::timestamptz - interval '7 days' AND e.recorded_at < $3::timestamptz + interval '1 day'
                        AND e.body->>'task' IS NOT NULL
                        AND coalesce(e.body->'job'->>'team', 'cleaning') = $4::text
                        AND %3$s) o
                LEFT JOIN unnest($7::text[], $8::text[]) AS z (place, zone) ON z.place = o.place
                WHERE ($5::text IS NULL OR z.zone = $5) AND o.at >= $2::timestamptz - interval '1 day' AND o.at < $3::timestamptz),
            worked AS MATERIALIZED (
                SELECT e.body->>'task' AS task, %2$s AS at,
                    CASE WHEN e.type = 'TaskAccepted' THEN 'accepted'
                        WHEN e.type IN ('CleaningDone', 'TaskDone') THEN 'done'
                        WHEN e.type = 'TaskDelayed' THEN 'delayed'
                        WHEN e.type IN ('CleaningStarted', 'TaskStarted') THEN 'started'
                        ELSE 'resumed' END AS step,
                    CASE WHEN e.type <> 'TaskDelayed' THEN coalesce(e.body->>'worker', e.actor) END AS worker
                FROM event e
                WHERE e.hospital = $1
                    AND e.type IN ('CleaningDone', 'CleaningResumed', 'CleaningStarted', 'TaskAccepted', 'TaskDelayed',
                        'TaskDone', 'TaskResumed', 'TaskStarted')
                    AND e.recorded_at >= $2::timestamptz - interval '1 day' AND e.recorded_at < $3::timestamptz + interval '1 day'
                    AND %3$s),
            steps AS (
                SELECT task, min(at) FILTER (WHERE step = 'accepted') AS accepted_at,
                    min(at) FILTER (WHERE step IN ('started', 'resumed')) AS started_at,
                    max(at) FILTER (WHERE step = 'done') AS done_at,
                    bool_or(step = 'delayed') AS delayed
                FROM worked GROUP BY task),
            task AS MATERIALIZED (
                SELECT t.*, CASE $9::text
                    WHEN 'hour' THEN to_char(t.counted_at AT TIME ZONE $6::text, 'HH24')
                    WHEN 'weekday' THEN to_char(t.counted_at AT TIME ZONE $6::text, 'ID')
                    WHEN 'zone' THEN coalesce(t.zone, '')
                    WHEN 'kind' THEN t.kind END AS name
                FROM (
                    SELECT o.task, o.kind, o.zone, o.found_dirty, coalesce(s.delayed, false) AS delayed,
                        CASE $10::text WHEN 'done' THEN s.done_at ELSE o.at END AS counted_at,
                        CASE WHEN s.accepted_at IS NOT NULL
                            THEN extract(epoch FROM greatest(s.accepted_at - o.at, interval '0')) / 60 END AS to_accepted,
                        CASE WHEN s.started_at IS NOT NULL
                            THEN extract(epoch FROM greatest(s.started_at - o.at, interval '0')) / 60 END AS to_started,
                        CASE WHEN s.done_at IS NOT NULL
                            THEN extract(epoch FROM greatest(s.done_at - o.at, interval '0')) / 60 END AS to_done
                    FROM ordered o LEFT JOIN steps s ON s.task = o.task) t
                WHERE t.counted_at >= $2::timestamptz AND t.counted_at < $3::timestamptz),
            figure AS (
                SELECT grouping(name) = 1 AS whole, name, count(*) AS count, count(*) FILTER (WHERE delayed) AS delayed,
                    count(*) FILTER (WHERE found_dirty) AS found_dirty,
                    count(to_accepted) AS accepted, count(to_started) AS started, count(to_done) AS done,
                    percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY to_accepted) AS to_accepted,
                    percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY to_started) AS to_started,
                    percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY to_done) AS to_done
                FROM task GROUP BY GROUPING SETS ((), (name))),
            key AS (
                SELECT worker, %4$s || ' ' || worker AS key FROM worked WHERE worker IS NOT NULL GROUP BY worker),
            behind AS (
                SELECT grouping(t.name) = 1 AS whole, t.name,
                    array_agg(DISTINCT k.key) FILTER (WHERE w.step = 'accepted') AS accepted_by,
                    array_agg(DISTINCT k.key) FILTER (WHERE w.step IN ('started', 'resumed')) AS started_by,
                    array_agg(DISTINCT k.key) FILTER (WHERE w.step = 'done') AS done_by
                FROM task t JOIN worked w ON w.task = t.task JOIN key k ON k.worker = w.worker
                GROUP BY GROUPING SETS ((), (t.name))),
            request AS (
                SELECT extract(hour FROM at AT TIME ZONE $6::text)::int AS hour, count(*) AS count
                FROM ordered WHERE at >= $2::timestamptz GROUP BY 1),
            seen AS (
                SELECT extract(hour FROM s.hour AT TIME ZONE $6::text)::int AS hour, count(*) AS count,
                    array_agg(DISTINCT k.key) AS keys
                FROM (
                    SELECT DISTINCT date_trunc('hour', w.at, $6::text) AS hour, w.worker
                    FROM worked w JOIN ordered o ON o.task = w.task
                    WHERE w.worker IS NOT NULL AND w.at >= $2::timestamptz AND w.at < $3::timestamptz) s
                JOIN key k ON k.worker = s.worker
                GROUP BY 1)
            SELECT
                (SELECT coalesce(json_agg(json_build_object(
                    'whole', f.whole, 'name', f.name, 'count', f.count, 'delayed', f.delayed, 'foundDirty', f.found_dirty,
                    'accepted', f.accepted, 'started', f.started, 'done', f.done,
                    'toAccepted', f.to_accepted, 'toStarted', f.to_started, 'toDone', f.to_done,
                    'acceptedBy', b.accepted_by, 'startedBy', b.started_by, 'doneBy', b.done_by)
                    ORDER BY f.whole DESC, f.name COLLATE "C"), '[]')
                FROM figure f LEFT JOIN behind b ON b.whole = f.whole AND b.name IS NOT DISTINCT FROM f.name
                WHERE f.whole OR f.name IS NOT NULL)::text,
                (SELECT coalesce(json_agg(json_build_object('hour', hour, 'count', count)), '[]') FROM request)::text,
                (SELECT coalesce(json_agg(json_build_object('hour', hour, 'count', count, 'keys', keys)), '[]')
                FROM seen)::text
            """
                    .formatted(UNDONE, EFFECTIVE, NOT_UNDONE, SHIFT);

    /**
     * Who was on duty for how many seconds of each hour of the day. Who said anew what for begins anew; who never says that they
     * went, goes when they said they would, or after sixteen hours.
     */
    static final String DUTY =
            """
            WITH %1$s,
            told AS (
                SELECT e.type, e.seq, e.body->>'worker' AS worker, e.body->>'team' AS team, e.body->'zones' AS zones,
                    (e.body->>'until')::timestamptz AS until, %2$s AS at
                FROM event e
                WHERE e.hospital = $1 AND e.type IN ('DutyEnded', 'DutyStarted')
                    AND e.recorded_at >= $2::timestamptz - interval '1 day' AND e.recorded_at < $3::timestamptz + interval '1 day'
                    AND %3$s),
            stretch AS (
                SELECT type, worker, team, zones, at AS since,
                    coalesce(lead(at) OVER (PARTITION BY worker ORDER BY at, seq), until, at + interval '16 hours') AS till
                FROM told),
            duty AS (
                SELECT worker, greatest(since, $2::timestamptz) AS since, least(till, $3::timestamptz) AS till
                FROM stretch
                WHERE type = 'DutyStarted' AND team = $4::text AND since < $3::timestamptz AND till > $2::timestamptz AND till > since
                    AND ($5::text IS NULL OR zones IS NULL OR zones = '[]' OR zones @> to_jsonb($5::text))),
            key AS (
                SELECT worker, %4$s || ' ' || worker AS key FROM told GROUP BY worker),
            part AS (
                SELECT d.worker, hour, least(d.till, hour + interval '1 hour') - greatest(d.since, hour) AS time
                FROM duty d, generate_series(date_trunc('hour', d.since, $6::text), d.till, interval '1 hour') AS hour)
            SELECT coalesce(json_agg(json_build_object('hour', hour, 'seconds', seconds, 'keys', keys)), '[]')::text
            FROM (
                SELECT extract(hour FROM p.hour AT TIME ZONE $6::text)::int AS hour, sum(extract(epoch FROM p.time)) AS seconds,
                    array_agg(DISTINCT k.key) AS keys
                FROM part p JOIN key k ON k.worker = p.worker
                WHERE p.time > interval '0'
                GROUP BY 1) h
            """
                    .formatted(UNDONE, EFFECTIVE, NOT_UNDONE, SHIFT);

    private FigureStatements() {}
}
