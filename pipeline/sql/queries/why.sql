-- One row a fact that speaks for series $1 in period $2 (null: for no period told), by vintage, the value shown first, then those of most publishers.
WITH told AS (
    SELECT c.*, f.story, f.start, f.page, f.attribution, f.value_text, f.sentence, f.correction, f.published AS said,
           count(*) FILTER (new_publisher AND c.superseded_at IS NULL) OVER same AS publishers,
           count(*) FILTER (new_voice AND c.superseded_at IS NULL) OVER same AS documents, bool_or(c.own_source AND c.superseded_at IS NULL) OVER same AS own_value, max(c.confidence) OVER same AS surest, min(c.published) OVER same AS first_said,
           min(c.document) FILTER (new_voice) OVER (PARTITION BY c.vintage, c.value, c.low, c.high, c.voice) AS copied,
           (SELECT list(g.value_text ORDER BY g.start) FROM facts g WHERE g.document = c.document AND g.converts = c.fact) AS conversions
    FROM claims c JOIN facts f ON f.fact = c.fact AND f.document = c.document
    WHERE c.series_id = $1 AND c.period IS NOT DISTINCT FROM $2
    WINDOW same AS (PARTITION BY c.vintage, c.value, c.low, c.high)
)
SELECT t.series_id, t.period, t.vintage, t.value, t.low, t.high, t.approx, t.unit, t.per, t.revision,
       o.value IS NOT NULL AND t.value = o.value AND t.low = o.low AND t.high = o.high AS shown,
       CASE WHEN t.value <> o.value THEN round(t.value - o.value, 9) END AS gap,
       t.publishers, t.documents, t.own_value, t.surest, t.first_said, t.own_source,
       left(t.said, 10) AS published, t.publisher, t.story, t.page, t.attribution, t.value_text, t.sentence, t.confidence, t.correction, coalesce(t.conversions, []) AS conversions,
       CASE WHEN t.superseded_at IS NOT NULL THEN 'earlier version' WHEN t.new_voice THEN NULL WHEN t.copied = t.document THEN 'same story' ELSE 'same text' END AS copy,
       CASE WHEN t.superseded_at IS NOT NULL THEN s.story WHEN NOT t.new_voice THEN d.story END AS copy_of,
       CASE WHEN t.superseded_at IS NOT NULL THEN s.publisher WHEN NOT t.new_voice THEN d.publisher END AS copy_of_publisher, t.fact, t.document
FROM told t
LEFT JOIN observations o ON o.series_id = $1 AND o.period = t.period AND o.vintage = t.vintage
LEFT JOIN document d ON d.document = t.copied
LEFT JOIN document s ON s.rowid = t.superseded_by
ORDER BY t.vintage, shown DESC, t.publishers DESC, t.documents DESC, t.value, t.low, t.high, t.published, NOT t.new_voice, t.story, t.start, t.document;
