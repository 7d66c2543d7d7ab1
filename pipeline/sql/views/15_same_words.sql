-- same_words: a macro over one sentence, what two printings of it have in common.
-- The place line that a wire story opens with is left off, as each paper prints its own; so are case, marks and spaces.
-- A clustering of texts that are nearly equal belongs where claims_known takes the voice of a claim from: one voice a cluster.
CREATE OR REPLACE MACRO same_words(sentence) AS regexp_replace(lower(
    CASE WHEN regexp_matches(left(sentence, 60), '\s[-–—]+\s') THEN regexp_replace(sentence, '^.*?\s[-–—]+\s', '', 's') ELSE sentence END
    ), '[^\p{L}\p{N}]+', '', 'g');
COMMENT ON MACRO same_words IS 'The letters and digits of a sentence without its place line: equal for copies of one text.';
