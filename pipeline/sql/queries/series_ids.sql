-- One row a series that anything speaks for.
SELECT DISTINCT series_id FROM point ORDER BY series_id;
