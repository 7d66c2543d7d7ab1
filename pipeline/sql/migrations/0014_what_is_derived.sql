-- What points, claims, events and releases were worked out from: where documents and facts were only added since, a run works out what these touch, not all.

CREATE TABLE basis (
    made_by   VARCHAR NOT NULL,
    documents INTEGER NOT NULL,
    facts     INTEGER NOT NULL,
    retired   INTEGER NOT NULL,
    corrected INTEGER NOT NULL,
    real      BOOLEAN NOT NULL,
    added     INTEGER NOT NULL
);
COMMENT ON TABLE basis IS 'One row, or none where all is to be worked out anew: what versions, points, claims and releases were worked out from. Derived from facts.';
COMMENT ON COLUMN basis.made_by IS 'The program that did, as JSON: the columns version, code, lexicon and packages of its run.';
COMMENT ON COLUMN basis.documents IS 'Rows of document: those behind them came later.';
COMMENT ON COLUMN basis.facts IS 'Rows of fact: those behind them came later.';
COMMENT ON COLUMN basis.retired IS 'Facts that were retired.';
COMMENT ON COLUMN basis.corrected IS 'Rows of corrected, and those of them that were retired once more.';
COMMENT ON COLUMN basis.real IS 'Whether any document was not synthetic: then those that are count no more.';
COMMENT ON COLUMN basis.added IS 'Claims put behind the others since all was worked out last, whose points are out of order.';

COMMENT ON COLUMN point.point IS 'Number of the point, in order of series and period; those that came since all was worked out last have numbers behind the others. Kept until all is worked out anew.';
COMMENT ON COLUMN claim.event IS 'The event that it tells: the least number of a fact that tells it; null for all that is no event.';
