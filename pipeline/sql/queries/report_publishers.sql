-- One row a publisher, those of most stories first: stories with a figure, figures, first and last day.
SELECT c.publisher, count(DISTINCT c.document) AS stories, count(*) AS figures, min(c.published) FILTER (c.published_precision <> 'none') AS first_day,
       max(c.published) FILTER (c.published_precision <> 'none') AS last_day, list(DISTINCT d.licence ORDER BY d.licence) FILTER (d.licence <> '') AS licences
FROM claim c JOIN document d ON d.rowid = c.document
GROUP BY c.publisher ORDER BY stories DESC, c.publisher;
