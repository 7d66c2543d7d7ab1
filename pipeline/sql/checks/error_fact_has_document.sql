-- Every fact belongs to a document.
SELECT f.fact FROM fact f ANTI JOIN document d USING (document);
