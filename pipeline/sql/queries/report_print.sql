-- One row: hashes of all that a report is made from; equal where nothing changed.
SELECT (SELECT bit_xor(hash(r)) FROM release r)::VARCHAR AS releases, (SELECT bit_xor(hash(c)) FROM claim c)::VARCHAR AS claims,
       (SELECT bit_xor(hash(p)) FROM point p)::VARCHAR AS points,
       (SELECT bit_xor(hash(document, publisher, title, url, licence, published, synthetic)) FROM document)::VARCHAR AS documents,
       (SELECT concat_ws(' ', count(*), max(recorded_at), count(retired_at), max(retired_at)) FROM fact) AS facts;
