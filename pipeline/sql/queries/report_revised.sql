-- One row a period of a followed series whose value was revised since $1, those of the series that most texts tell first; at most $2. Revisions of more than
-- ten times the usual step are left out: most are misreadings.
SELECT s.*, r.period, r.first, r.latest, r.revision_total, r.values_told, r.latest_published, count(*) OVER () AS total
FROM revisions r JOIN followed s USING (series_id)
WHERE r.revision_total <> 0 AND r.latest_published >= $1::DATE AND (s.usual IS NULL OR abs(r.revision_total) <= 10 * s.usual)
QUALIFY row_number() OVER (PARTITION BY s.series_id ORDER BY r.latest_published DESC, r.period) <= 2
ORDER BY s.documents DESC, r.latest_published DESC, s.series_id, r.period_start, r.period
LIMIT $2;
