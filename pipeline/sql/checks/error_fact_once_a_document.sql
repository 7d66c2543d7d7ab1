-- A fact stands at most once a document at a time.
SELECT fact, document FROM fact WHERE retired_at IS NULL GROUP BY fact, document HAVING count(*) > 1;
