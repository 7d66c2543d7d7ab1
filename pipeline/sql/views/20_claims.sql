-- claims: one row a current fact as a signed value for a vintage of a point of a series.
-- claims_known(moment): the same worked out from the facts that this store knew at a moment.
-- claims_of(facts): the same from a relation of facts with the numbers of rows, as numbered_facts gives them.  A point is told by its own facts alone, so
-- claims of all facts of some points are the same from those alone, but for the numbers of the points.
-- signed_facts(facts): of such a relation each as a signed value for a period of a series.
-- Versions: copies of a story and its later versions (table `version`) are one voice, however many outlets print them.  Where a later version by the same
-- publisher tells a point and does not tell the value that the earlier one gave, it supersedes it: the publisher has taken that value back, so it counts no
-- more (not as text, publisher or own source), opens no vintage, and is no dispute.  It is no revision either: the statistic is as it was, only the telling
-- was mended, so the new value stands in the vintage of the old, from the moment at which it was told; `as_of` a day in between shows the old.
-- What the later version tells with the same value or leaves out stays as it was told.  Later is what the source says: by the hour where both have
-- one, else by the day; of two versions of one day without hours neither supersedes.  Nor is anything superseded that tells no period: what a story loses,
-- plans and owes at times that it does not name is many things.  A figure that was revised away is only superseded by another such.
CREATE OR REPLACE MACRO told_later(moment, precise, before, before_precise) AS
    CASE WHEN precise = 'second' AND before_precise = 'second' THEN moment > before
         ELSE precise IN ('second', 'day') AND before_precise IN ('second', 'day') AND CAST(moment AS DATE) > CAST(before AS DATE) END;
COMMENT ON MACRO told_later IS 'Whether one publication is later than another, as far as their precision tells.';

CREATE OR REPLACE MACRO is_event(indicator, statistic, unit) AS CASE
    WHEN indicator = 'stake' THEN statistic IN ('share', 'level')
    -- Growth of investment, a coupon of an issue or a fall of deals is no event: it has a series.
    ELSE indicator IN ('debt_relief', 'deal_value', 'fine', 'aid', 'debt_issue', 'share_issue', 'investment')
         AND statistic = 'level' AND unit NOT IN ('percent', 'percentage_point', 'basis_point') END;
COMMENT ON MACRO is_event IS 'Whether a fact tells an event: an amount that was written off, paid, fined, given, issued or invested, or a stake. Events are listed each once and never averaged.';

-- A name with a space is one with "_" in an id: what is itself "_", or parts an id, is written as in an address of the web, lest two names have one id.
CREATE OR REPLACE MACRO in_id(name) AS replace(CASE WHEN regexp_matches(name, '[%_:>]')
    THEN replace(replace(replace(replace(name, '%', '%25'), '_', '%5F'), ':', '%3A'), '>', '%3E') ELSE name END, ' ', '_');
COMMENT ON MACRO in_id IS 'A name as a series_id has it: spaces as _, and %, _, : and > of the name itself as %25, %5F, %3A and %3E.';

CREATE OR REPLACE MACRO signed_facts(source) AS TABLE
WITH normal AS (
    SELECT
        fact_row AS fact, document_row AS document, fact[:12] AS fact_order,
        publisher, published_at, published_precision, confidence, revision, approx, precision,
        coalesce(own_source, FALSE) AS own_source, is_event(indicator, statistic, unit) AS event_like,
        spelled(period) AS stated_period,
        CASE
            WHEN period IS NOT NULL THEN stated_period
            WHEN period_source = 'reference_date' OR is_event(indicator, statistic, unit) OR status = 'target'
                THEN CASE published_precision WHEN 'year' THEN strftime(published_at, '%Y') WHEN 'month' THEN strftime(published_at, '%Y-%m') ELSE strftime(published_at, '%Y-%m-%d') END
        END AS period,
        period_start, period_end, indicator,
        CASE WHEN statistic IN ('growth', 'change') AND balance = 'deficit' THEN concat_ws(' ', nullif(variant, ''), 'deficit')
             -- A measure that holds the words of its variant says them once: "debt", told of debts with and without one.
             WHEN indicator = 'other' THEN CASE WHEN contains(concat(' ', lower(measure), ' '), concat(' ', lower(variant), ' '))
                 THEN lower(measure) ELSE concat_ws(' ', nullif(variant, ''), lower(measure)) END
             ELSE variant END AS variant_told,
        entity,
        CASE WHEN indicator = 'trade_turnover' AND entity_id IS NOT NULL AND partner_id IS NOT NULL THEN least(entity_id, partner_id) ELSE entity_id END AS entity_id,
        CASE WHEN indicator = 'trade_turnover' AND entity_id IS NOT NULL AND partner_id IS NOT NULL THEN greatest(entity_id, partner_id) ELSE partner_id END AS partner,
        CASE WHEN indicator = 'consumer_prices' AND statistic = 'level' AND unit = 'percent' THEN 'growth' ELSE statistic END AS statistic,
        CASE WHEN indicator = 'consumer_prices' AND statistic = 'level' AND unit = 'percent' THEN 'yoy' ELSE basis END AS basis,
        CASE unit WHEN 'basis_point' THEN 'percentage_point' ELSE unit END AS unit,
        -- "An annualized rate" says its basis, and no denominator beside it; what is told of a year, or of none, may be told "a year".
        CASE WHEN per = 'year' AND (basis = 'annualised' OR statistic = 'level' AND (period IS NULL OR period_months(period_kind(period)) = 12)) THEN NULL ELSE per END AS per,
        adjustment, status,
        -- What is unadjusted is a series of its own by its adjustment, not by its variant as well.
        CASE WHEN adjustment = 'unadjusted' THEN trim(regexp_replace(variant_told, '(^|, )unadjusted\b', ''), ', ') ELSE variant_told END AS variant,
        (CASE unit WHEN 'basis_point' THEN 0.01 ELSE 1 END)
        * (CASE WHEN statistic IN ('growth', 'change') AND direction = 'down' THEN -1
                WHEN statistic IN ('level', 'share') AND (balance = 'deficit' OR statistic = 'level' AND indicator = 'loss') THEN -1
                ELSE 1 END) AS factor,
        -- "fell -3.5 percent", "a deficit of -$40 billion": the minus says again what the word says.
        CASE WHEN direction = 'down' OR balance = 'deficit' OR indicator = 'loss' THEN abs(low) ELSE low END AS low_said,
        CASE WHEN direction = 'down' OR balance = 'deficit' OR indicator = 'loss' THEN abs(high) ELSE high END AS high_said
    FROM query_table(source)
    -- An amount told again in another money is the same voice: it opens no series of its own.
    WHERE converts IS NULL
)
SELECT
    concat(indicator, CASE WHEN variant <> '' THEN '/' || in_id(variant) ELSE '' END,
           ':', coalesce(in_id(entity_id), '?'), CASE WHEN partner IS NOT NULL THEN '>' || in_id(partner) ELSE '' END,
           ':', statistic, CASE WHEN basis IS NOT NULL THEN '.' || basis ELSE '' END,
           ':', unit, CASE WHEN per IS NOT NULL THEN '/' || in_id(per) ELSE '' END,
           CASE WHEN adjustment IS NOT NULL THEN ':' || adjustment ELSE '' END,
           ':', frequency(n.period), ':', status) AS series_id,
    entity, entity_id, partner, indicator, variant, statistic, basis, unit, per, adjustment, frequency(n.period) AS frequency, status,
    n.period, period_first(n.period, n.period_start) AS period_start, period_last(n.period, n.period_end) AS period_end,
    factor * CAST((low_said + high_said) / 2 AS DOUBLE) AS value,
    least(factor * CAST(low_said AS DOUBLE), factor * CAST(high_said AS DOUBLE)) AS low,
    greatest(factor * CAST(low_said AS DOUBLE), factor * CAST(high_said AS DOUBLE)) AS high,
    approx, CAST(precision AS DOUBLE) * abs(factor) AS precision, revision, published_at AS published, published_precision,
    publisher, own_source, confidence, stated_period, event_like, document, fact, fact_order
FROM normal n;
COMMENT ON MACRO TABLE signed_facts IS 'What facts tell: a signed value for a period of a series each.';

CREATE OR REPLACE MACRO claims_of(source) AS TABLE
WITH heard AS MATERIALIZED (
    -- Numbers for texts and publishers: what is compared, grouped and sorted below are they.
    SELECT d.rowid::INTEGER AS document, min(coalesce(v.story, d.rowid)) OVER (PARTITION BY d.text_sha256)::INTEGER AS voice,
           min(d.rowid) OVER (PARTITION BY d.publisher)::INTEGER AS press, d.document[:12] AS document_order
    FROM document d LEFT JOIN version v ON v.document = d.rowid
), signed AS MATERIALIZED (
    FROM signed_facts(source)
), points AS MATERIALIZED (
    -- In order of series and period: of long names each is sorted once.
    SELECT series_id, period, row_number() OVER (ORDER BY series, period NULLS LAST)::INTEGER AS point
    FROM (SELECT DISTINCT series_id, period FROM signed)
    JOIN (SELECT series_id, row_number() OVER (ORDER BY series_id) AS series FROM (SELECT DISTINCT series_id FROM signed)) USING (series_id)
), numbered AS MATERIALIZED (
    -- n: the order of claims in the whole, that of their telling within a point.
    SELECT p.point, p.period IS NOT NULL AS dated, s.fact, s.document, h.voice, h.press, s.published, s.published_precision, s.period_end, s.value, s.low, s.high, s.precision, s.approx, s.revision, s.own_source,
           s.status, s.event_like, s.unit IN ('percent', 'percentage_point') AS rated, row_number() OVER (ORDER BY p.point, s.published, s.fact_order, h.document_order)::INTEGER AS n
    FROM signed s JOIN points p ON p.series_id = s.series_id AND p.period IS NOT DISTINCT FROM s.period JOIN heard h ON h.document = s.document
), crowded AS MATERIALIZED (
    FROM numbered SEMI JOIN (SELECT point FROM numbered GROUP BY point HAVING count(*) > 1) USING (point)
), overtaken AS MATERIALIZED (
    -- by: the claim that supersedes it.
    SELECT n, arg_min("by", (published, "by")) AS "by"
    FROM (SELECT a.n, min(b.n) AS "by", any_value(b.published) AS published
          FROM crowded a JOIN crowded b ON b.point = a.point AND b.voice = a.voice AND b.press = a.press AND b.document <> a.document
          WHERE a.dated AND told_later(b.published, b.published_precision, a.published, a.published_precision)
            AND (b.revision IS NOT DISTINCT FROM 'from') = (a.revision IS NOT DISTINCT FROM 'from')
          GROUP BY a.n, b.document
          HAVING NOT bool_or(b.low = a.low AND b.high = a.high))
    GROUP BY n
), current AS MATERIALIZED (
    FROM crowded ANTI JOIN overtaken USING (n)
), sourced AS (
    -- Besides what says so, the statistic's own publisher opens a vintage where a week or more after it first told the period it gives a
    -- value outside rounding that nobody had given before.  A week: what differs among the stories of one release is misread or disputed.
    -- Nor does a value far from its first one, for what is revised in silence is revised by little: of 60 such steps read those within two
    -- points or a quarter were revisions nearly all, and those beyond were other things (a part, another month) nearly all.
    SELECT n, point, published, document, value, revision,
        NOT event_like AND coalesce(revision = 'to' OR (
            own_source AND revision IS NULL AND approx = 'exact' AND status = 'actual'
            AND published >= own.published + INTERVAL 7 DAY AND published = first_told
            AND abs(value - own.value) BETWEEN 0.5000001 * greatest(precision, own.precision) AND greatest(rated::INTEGER * 2, 0.25 * abs(own.value))
        ), FALSE) AS anew
    FROM (
        -- own: what its own publisher told first of the period, once that was over.
        SELECT *, min(published) OVER (PARTITION BY point, value) AS first_told,
               arg_min({'value': value, 'precision': precision, 'published': published}, CASE WHEN own_source AND published > period_end THEN n END)
                   OVER (PARTITION BY point) AS own
        FROM current
        -- Claims of one moment are told apart by n, so that chance decides nothing. Where nothing is revised and its publisher tells one value, or none, there is one vintage.
        SEMI JOIN (SELECT point FROM current GROUP BY point
                   HAVING bool_or(revision IS NOT NULL) OR count(DISTINCT value) FILTER (own_source) > 1) USING (point)
    )
), ordered AS (
    SELECT *, sum(anew::INTEGER) OVER (PARTITION BY point ORDER BY published, anew, n) AS step
    FROM sourced
    WHERE point IN (SELECT point FROM sourced WHERE anew OR revision = 'from')
), said AS (
    SELECT point, step, min(CASE WHEN anew THEN value END) AS value FROM ordered GROUP BY point, step
), steps AS (
    -- The same revision told again opens nothing: steps whose value is that of the one before are one vintage.
    SELECT point, step, sum((before IS NULL OR before IS DISTINCT FROM value)::INTEGER) OVER (PARTITION BY point ORDER BY step)::INTEGER AS vintage
    FROM (SELECT *, lag(value) OVER (PARTITION BY point ORDER BY step) AS before FROM said)
), placed AS (
    -- A "from" figure speaks for the vintage before the one that its own story opens or repeats.
    SELECT n, greatest(1, CASE WHEN revision = 'from' THEN coalesce(max(CASE WHEN anew THEN s.vintage END) OVER (PARTITION BY point, document) - 1, s.vintage)
                               ELSE s.vintage END) AS vintage
    FROM ordered JOIN steps s USING (point, step)
), printed AS (
    -- Only where texts say one value of a point can one be the copy of another.
    SELECT n, point, voice, sentence
    FROM crowded JOIN fact f ON f.rowid = crowded.fact
    WHERE (point, value) IN (SELECT (point, value) FROM crowded GROUP BY point, value HAVING min(voice) <> max(voice))
), words AS MATERIALIZED (
    -- Each sentence is taken to its letters once: that is slow, and copies have it many times.
    SELECT sentence, same_words(sentence) AS words FROM (SELECT DISTINCT sentence FROM printed)
), alike AS (
    -- Texts that tell one point in the same sentence are one voice, that of the one published first, also for what else they say of the point.
    -- Short sentences tell no copy: two people may well write "Exports rose 5 percent in May." each for himself.
    SELECT point, voice, min(first) AS first
    FROM (SELECT point, voice, CASE WHEN length(words) >= 48 THEN min(n) OVER (PARTITION BY point, words) END AS first FROM printed JOIN words USING (sentence))
    GROUP BY point, voice
), voiced AS MATERIALIZED (
    SELECT c.n, c.point, c.press, coalesce(p.vintage, 1) AS vintage, coalesce(o.voice, c.voice) AS voice, c.value, c.low, c.high, t."by"
    FROM crowded c LEFT JOIN overtaken t USING (n) LEFT JOIN placed p ON p.n = coalesce(t."by", c.n) LEFT JOIN alike a ON a.point = c.point AND a.voice = c.voice LEFT JOIN crowded o ON o.n = a.first
), voices AS MATERIALIZED (
    SELECT coalesce(min(n) FILTER ("by" IS NULL), min(n)) AS n FROM voiced GROUP BY point, vintage, value, low, high, voice
), publishers AS (
    -- Who prints another's text is no publisher of his own: only claims that open a voice count.
    SELECT coalesce(min(n) FILTER ("by" IS NULL), min(n)) AS n FROM voiced SEMI JOIN voices USING (n) GROUP BY point, vintage, value, low, high, press
), settled AS MATERIALIZED (
    -- Narrow: the wide rows of `signed` are joined once, at the end.
    SELECT m.fact, m.point, coalesce(c.vintage, 1) AS vintage, coalesce(c.voice, m.voice) AS voice,
           c.n IS NULL OR v.n IS NOT NULL AS new_voice, c.n IS NULL OR b.n IS NOT NULL AS new_publisher,
           w.published AS superseded_at, w.document AS superseded_by
    FROM numbered m LEFT JOIN voiced c USING (n) LEFT JOIN voices v USING (n) LEFT JOIN publishers b USING (n) LEFT JOIN crowded w ON w.n = c."by"
)
SELECT s.* EXCLUDE (fact_order), t.* EXCLUDE (fact) FROM signed s JOIN settled t USING (fact);
COMMENT ON MACRO TABLE claims_of IS 'A relation of facts as signed values for the vintages of points, numbered anew.';

CREATE OR REPLACE MACRO claims_known(moment) AS TABLE
WITH facts_then AS NOT MATERIALIZED (FROM numbered_facts(moment)) FROM claims_of('facts_then');
COMMENT ON MACRO TABLE claims_known IS 'The claims of the facts that stood in this store at a moment, with their series, points and vintages.';

CREATE OR REPLACE VIEW claims AS
SELECT p.series_id, c.entity, p.* EXCLUDE (point, series_id), c.* EXCLUDE (entity) REPLACE (d.document AS document, f.fact AS fact)
FROM claim c JOIN point p USING (point) JOIN document d ON d.rowid = c.document JOIN fact f ON f.rowid = c.fact;
COMMENT ON VIEW claims IS 'One row a current fact, normalised: signed (a fall is negative, a deficit and a loss, of a share too, are negative levels), basis points as percentage points, dated. Observations are made from it.';
COMMENT ON COLUMN claims.point IS 'Number of the point.';
COMMENT ON COLUMN claims.series_id IS 'The series it speaks for: indicator/variant:entity>partner:statistic.basis:unit/per:adjustment:frequency:status.';
COMMENT ON COLUMN claims.entity IS 'Whose measure, as printed.';
COMMENT ON COLUMN claims.entity_id IS 'Key of the entity.';
COMMENT ON COLUMN claims.partner IS 'Key of the other side; trade_turnover orders its pair.';
COMMENT ON COLUMN claims.indicator IS 'What is measured.';
COMMENT ON COLUMN claims.variant IS 'What narrows it; growth of a deficit carries deficit; other carries the measure.';
COMMENT ON COLUMN claims.statistic IS 'level, growth, change or share; a level of consumer prices in percent is their growth.';
COMMENT ON COLUMN claims.basis IS 'yoy, mom, qoq, ytd, annualised or null.';
COMMENT ON COLUMN claims.unit IS 'percent, percentage_point or ISO 4217.';
COMMENT ON COLUMN claims.per IS 'Denominator; a flow a year joins the annual total.';
COMMENT ON COLUMN claims.adjustment IS 'Seasonal adjustment.';
COMMENT ON COLUMN claims.frequency IS 'SDMX FREQ: A, S, Q, M, W, D; O for other spans; U where no period is told.';
COMMENT ON COLUMN claims.status IS 'actual, estimate, forecast, target, plan or hypothetical.';
COMMENT ON COLUMN claims.period IS 'ISO period; the reference date for a level now and for an event without one.';
COMMENT ON COLUMN claims.period_start IS 'First day.';
COMMENT ON COLUMN claims.period_end IS 'Last day.';
COMMENT ON COLUMN claims.value IS 'Signed value; the middle of a range.';
COMMENT ON COLUMN claims.low IS 'Signed lower bound.';
COMMENT ON COLUMN claims.high IS 'Signed upper bound.';
COMMENT ON COLUMN claims.approx IS 'How near the figure is meant.';
COMMENT ON COLUMN claims.precision IS 'Size of one unit of the last printed digit.';
COMMENT ON COLUMN claims.revision IS 'from, to or null.';
COMMENT ON COLUMN claims.published IS 'When it was said.';
COMMENT ON COLUMN claims.published_precision IS 'second, day, month, year or none.';
COMMENT ON COLUMN claims.publisher IS 'Who published it.';
COMMENT ON COLUMN claims.document IS 'Key of the document.';
COMMENT ON COLUMN claims.voice IS 'Number of the document whose text says it: the first of those that are equal, tell one story, or tell the point in the same sentence.';
COMMENT ON COLUMN claims.new_voice IS 'True for the first claim of its voice for this value of this vintage.';
COMMENT ON COLUMN claims.new_publisher IS 'True for the first of these claims of its publisher: their sum counts independent publishers; who prints another''s text is none.';
COMMENT ON COLUMN claims.own_source IS 'True where the statistic''s own publisher gave it.';
COMMENT ON COLUMN claims.vintage IS '1 for the first release, 2 for the first revision, and so on.';
COMMENT ON COLUMN claims.superseded_at IS 'When a later version of its story, by the same publisher, told the point with another value: from then on it does not count. Null while it does.';
COMMENT ON COLUMN claims.superseded_by IS 'Number of the document that is the later version.';
COMMENT ON COLUMN claims.event IS 'Number of the event that it tells; null for all that is no event.';
COMMENT ON COLUMN claims.fact IS 'Id of the fact.';
COMMENT ON COLUMN claims.confidence IS 'Probability that it is right.';
COMMENT ON COLUMN claims.stated_period IS 'The period as the fact has it, before the reference date stood in.';
