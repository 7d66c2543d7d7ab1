-- One row: what the warehouse holds.
SELECT count(DISTINCT document) AS stories, count(*) AS facts, count(DISTINCT publisher) FILTER (publisher <> '') AS publishers,
       min(published_at) AS first_day, coalesce(max(published_at) FILTER (published_precision <> 'none'), max(published_at)) AS last_day, bool_or(synthetic) AS synthetic,
       (SELECT arg_max(run, (started, run)) FROM run) AS run
FROM facts;
