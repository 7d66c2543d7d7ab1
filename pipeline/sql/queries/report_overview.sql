-- One row: what the warehouse holds of figures, and from when to when their stories are.
SELECT count(DISTINCT c.document) AS stories, count(*) AS facts, count(DISTINCT c.publisher) FILTER (c.publisher <> '') AS publishers,
       min(c.published) FILTER (c.published_precision <> 'none') AS first_day,
       coalesce(max(c.published) FILTER (c.published_precision <> 'none'), max(c.published)) AS last_day, bool_or(d.synthetic) AS synthetic
FROM claim c JOIN document d ON d.rowid = c.document;
