-- event_sides(claims): one row a claim that tells an event, with what tells one event from another.
-- tellings(sides): one row such a row, with the number of the event: what `claim.event` is filled with.
-- retold(sides, asked): of such rows, numbered n and with the columns of doored, those whose events may change where the rows `asked`, which are like them, come or go.
-- The same event is told on several days, with the names of its sides cut short, swapped or left out, rounded, as plan and then as actual.
-- Equal tellings are put together first; each group then follows the one fuller than itself (more sides named, then more finely
-- printed, then earlier) that it can be the same event as and that is nearest in value, then in time.  As each follows one only, "10 billion" between
-- 9.6 and 10.4 makes no bridge.
CREATE OR REPLACE MACRO event_days(indicator, other_side) AS CASE WHEN indicator IN ('debt_issue', 'share_issue') THEN 20 WHEN other_side IS NULL THEN 120 ELSE 400 END;
COMMENT ON MACRO event_days IS 'Days for which an event may go untold and be the same when it is told again. Issues of the same size come month by month; two deals of one pair and one amount do not, and less is sure where one side is not named.';

CREATE OR REPLACE MACRO same_name(a, b) AS a = b OR starts_with(a, b || ' ') OR starts_with(b, a || ' ');
COMMENT ON MACRO same_name IS 'Whether two names, in small letters, may be one: equal, or one the other cut short.';

CREATE OR REPLACE MACRO amount_class(value) AS floor(ln(greatest(abs(value), 1e-9)) / 0.2)::INTEGER;
COMMENT ON MACRO amount_class IS 'Amounts within a fifth of each other, in classes.';

CREATE OR REPLACE MACRO event_sides(source) AS TABLE
WITH told AS (
    SELECT fact, voice, indicator, statistic, unit, coalesce(per, '') AS per, low, high, precision, approx <> 'exact' AS loose,
           -- Sides in order of name: who is the buyer is read the wrong way round too often to tell two deals apart.
           least(lower(entity_id), lower(partner)) AS a, greatest(nullif(lower(entity_id), lower(partner)), nullif(lower(partner), lower(entity_id))) AS b,
           -- What is done is of its period, however late it is told; a plan is of the day on which it is told.
           CASE WHEN status = 'actual' AND stated_period IS NOT NULL THEN least(published::DATE, period_end) ELSE published::DATE END AS day
    FROM query_table(source)
    WHERE is_event(indicator, statistic, unit)
)
SELECT * REPLACE (CASE WHEN b = a THEN NULL ELSE b END AS b), CASE WHEN a IS NULL THEN voice ELSE 0 END AS alone FROM told;
COMMENT ON MACRO TABLE event_sides IS 'Claims that tell events, with what tells these apart: sides in order of name, amount, day; alone: the voice, where no side is named.';

CREATE OR REPLACE MACRO event_doors(source) AS TABLE
-- Tellings can only be of one event where a side of each begins with the same word and the amounts are near: a class of amounts holds those within a fifth,
-- and what is near lies in the next class at most.  By the names alone, every "Bank …" would be held against every other.
WITH doors AS (
    SELECT DISTINCT n, indicator, statistic, unit, per, split_part(unnest([a, b]), ' ', 1) AS door, low, high FROM query_table(source)
)
SELECT DISTINCT * EXCLUDE (low, high), unnest([amount_class(low), amount_class(high)]) AS class FROM doors;
COMMENT ON MACRO TABLE event_doors IS 'By which words and amounts tellings, numbered n, can be found to be of one event.';

CREATE OR REPLACE MACRO classes_about(source) AS TABLE
SELECT DISTINCT * EXCLUDE (class), unnest([class - 1, class, class + 1]) AS class FROM query_table(source);
COMMENT ON MACRO TABLE classes_about IS 'Doors with the classes of amounts beside their own.';

CREATE OR REPLACE MACRO tellings(source) AS TABLE
WITH RECURSIVE begun AS (
    SELECT *, coalesce(day - lag(day) OVER equal > event_days(indicator, b), TRUE) AS anew
    FROM query_table(source)
    WINDOW equal AS (PARTITION BY indicator, statistic, unit, per, a, b, alone, low, high, precision, loose ORDER BY day, fact)
), grouped AS MATERIALIZED (
    -- A number in order of fullness: a group follows lower numbers only.
    SELECT *, dense_rank() OVER (ORDER BY (a IS NULL)::INTEGER + (b IS NULL)::INTEGER, precision, since, indicator, statistic, unit, per, a, b, alone, low, high, loose) AS n
    FROM (SELECT *, min(day) OVER (PARTITION BY indicator, statistic, unit, per, a, b, alone, low, high, precision, loose, session) AS since
          FROM (SELECT *, sum(anew::INTEGER) OVER (PARTITION BY indicator, statistic, unit, per, a, b, alone, low, high, precision, loose ORDER BY day, fact) AS session
                FROM begun))
), groups AS MATERIALIZED (
    SELECT n, any_value(indicator) AS indicator, any_value(statistic) AS statistic, any_value(unit) AS unit, any_value(per) AS per, any_value(a) AS a, any_value(b) AS b,
           any_value(low) AS low, any_value(high) AS high, any_value(precision) AS precision, any_value(loose) AS loose, min(day) AS since, max(day) AS until
    FROM grouped GROUP BY n
), classed AS (
    FROM event_doors('groups')
), pairs AS (
    SELECT DISTINCT c.n AS child, p.n AS parent
    FROM classes_about('classed') c JOIN classed p USING (indicator, statistic, unit, per, door, class)
    WHERE p.n < c.n
    UNION
    -- A telling without any side belongs to one of its own text.
    SELECT DISTINCT c.n, p.n FROM grouped c JOIN grouped p USING (voice, indicator, statistic, unit, per) WHERE c.a IS NULL AND p.n < c.n
), follows AS (
    SELECT child, arg_min(parent, (abs(c.low + c.high - p.low - p.high), greatest(c.since - p.until, p.since - c.until, 0), parent)) AS parent
    FROM pairs JOIN groups c ON c.n = child JOIN groups p ON p.n = parent
    WHERE greatest(c.since - p.until, p.since - c.until) <= event_days(c.indicator, c.b)
      AND greatest(c.low - p.high, p.low - c.high)
          <= 1.0000001 * least(greatest(c.precision, p.precision) / 2, greatest(abs(c.high), abs(p.high)) / 10)
             + CASE WHEN c.loose OR p.loose THEN greatest(abs(c.high), abs(p.high)) / 20 ELSE 0 END
      AND (c.a IS NULL
           OR same_name(c.a, p.a) AND coalesce(same_name(c.b, p.b), TRUE)
           OR same_name(c.a, p.b) AND coalesce(same_name(c.b, p.a), TRUE)
           OR c.b IS NOT NULL AND p.b IS NULL AND same_name(c.b, p.a))
    GROUP BY child
), led AS (
    SELECT n, n AS leader FROM groups WHERE n NOT IN (SELECT child FROM follows)
    UNION ALL
    SELECT f.child, l.leader FROM led l JOIN follows f ON f.parent = l.n
)
SELECT g.fact, min(g.fact) OVER (PARTITION BY l.leader) AS event
FROM grouped g JOIN led l USING (n);
COMMENT ON MACRO TABLE tellings IS 'Which event each claim of a relation tells, by the least number of a fact that tells it.';

CREATE OR REPLACE MACRO doored(source) AS TABLE
SELECT *, split_part(a, ' ', 1) AS door_a, split_part(b, ' ', 1) AS door_b, amount_class(low) AS class_low, amount_class(high) AS class_high FROM query_table(source);
COMMENT ON MACRO TABLE doored IS 'Tellings with their doors and classes beside each other, as event_doors gives them in rows.';

CREATE OR REPLACE MACRO meeting(source, asked) AS TABLE
-- Many rows against a few: each row is looked up by its doors; most have one class of amounts.
WITH asked_doors AS (
    FROM event_doors(asked)
), about AS MATERIALIZED (
    FROM classes_about('asked_doors')
), opened AS (
    SELECT n, indicator, statistic, unit, per, door_a AS door, class_low AS class FROM query_table(source) WHERE door_a IS NOT NULL
    UNION ALL SELECT n, indicator, statistic, unit, per, door_b, class_low FROM query_table(source) WHERE door_b IS NOT NULL
    UNION ALL SELECT n, indicator, statistic, unit, per, unnest([door_a, door_b]), class_high FROM query_table(source) WHERE class_high <> class_low
), met AS (
    SELECT n FROM opened SEMI JOIN about USING (indicator, statistic, unit, per, door, class)
    UNION
    SELECT e.n FROM query_table(asked) d JOIN query_table(source) e USING (voice, indicator, statistic, unit, per) WHERE d.a IS NULL OR e.a IS NULL
)
FROM query_table(source) SEMI JOIN met USING (n);
COMMENT ON MACRO TABLE meeting IS 'Of tellings, numbered n, with their doors, those that may be of one event with one of those asked for.';

CREATE OR REPLACE MACRO retold(source, asked) AS TABLE
-- What comes or goes changes the group of those equal to it, so it may change whom those follow that can meet the group, and which of all that
-- these can meet they follow is to be asked anew.
WITH alike AS MATERIALIZED (
    SELECT DISTINCT s.* FROM query_table(source) s JOIN query_table(asked) r USING (indicator, statistic, unit, per, alone, low, high, precision, loose)
    WHERE s.a IS NOT DISTINCT FROM r.a AND s.b IS NOT DISTINCT FROM r.b
), moved AS MATERIALIZED (
    FROM meeting(source, 'alike')
)
FROM meeting(source, 'moved');
COMMENT ON MACRO TABLE retold IS 'Of tellings, numbered n, with their doors, all that can meet one whose event may change where those asked for come or go; what else tells their events belongs to them.';
