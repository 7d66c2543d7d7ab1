-- revisions: one row a series, period and revision.
CREATE OR REPLACE VIEW revisions AS
SELECT series_id, period, period_start, vintage, before.value AS value_before, now.value AS value, now.value - before.value AS revision,
       now.value - first.value AS revision_total, before.published AS published_before, now.published AS published, now.fact_ids
FROM observations now
JOIN (SELECT series_id, period, vintage + 1 AS vintage, value, published FROM observations) before USING (series_id, period, vintage)
JOIN (SELECT series_id, period, value FROM observations WHERE vintage = 1) first USING (series_id, period);
COMMENT ON VIEW revisions IS 'What each revision changed.';
COMMENT ON COLUMN revisions.series_id IS 'The series.';
COMMENT ON COLUMN revisions.period IS 'ISO period.';
COMMENT ON COLUMN revisions.period_start IS 'First day.';
COMMENT ON COLUMN revisions.vintage IS 'The vintage that the revision opened.';
COMMENT ON COLUMN revisions.value_before IS 'Value of the vintage before.';
COMMENT ON COLUMN revisions.value IS 'Value of this vintage.';
COMMENT ON COLUMN revisions.revision IS 'The change.';
COMMENT ON COLUMN revisions.revision_total IS 'The change since the first release.';
COMMENT ON COLUMN revisions.published_before IS 'When the vintage before was first said.';
COMMENT ON COLUMN revisions.published IS 'When this one was first said.';
COMMENT ON COLUMN revisions.fact_ids IS 'The facts behind it.';
