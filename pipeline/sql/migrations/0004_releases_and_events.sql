-- What stands for each vintage of a point, and which claims tell the same event: worked out once, by `store.derive`, like points and claims.

ALTER TABLE claim ADD COLUMN event INTEGER;
COMMENT ON COLUMN claim.event IS 'Number of the event that it tells; null for all that is no event. Not kept from run to run.';

CREATE TABLE release (
    point               INTEGER NOT NULL,
    vintage             INTEGER NOT NULL,
    latest              BOOLEAN NOT NULL,
    entity              VARCHAR,
    value               DOUBLE NOT NULL,
    low                 DOUBLE NOT NULL,
    high                DOUBLE NOT NULL,
    approx              VARCHAR NOT NULL,
    precision           DOUBLE NOT NULL,
    published           TIMESTAMPTZ NOT NULL,
    published_precision VARCHAR NOT NULL,
    documents           INTEGER NOT NULL,
    publishers          INTEGER NOT NULL,
    own_source          BOOLEAN NOT NULL,
    confidence          DOUBLE NOT NULL
);
COMMENT ON TABLE release IS 'One row a vintage of a point that is no event: the value that stands for it. Derived from claims.';
COMMENT ON COLUMN release.point IS 'The point.';
COMMENT ON COLUMN release.vintage IS '1 for the first release, 2 for the first revision, and so on.';
COMMENT ON COLUMN release.latest IS 'True for the last vintage of its point.';
COMMENT ON COLUMN release.entity IS 'Whose measure, as printed.';
COMMENT ON COLUMN release.value IS 'Signed value.';
COMMENT ON COLUMN release.low IS 'Signed lower bound.';
COMMENT ON COLUMN release.high IS 'Signed upper bound.';
COMMENT ON COLUMN release.approx IS 'How near the figure is meant.';
COMMENT ON COLUMN release.precision IS 'Size of one unit of the last printed digit, as finely as it was printed.';
COMMENT ON COLUMN release.published IS 'When the vintage was first said.';
COMMENT ON COLUMN release.published_precision IS 'second, day, month, year or none.';
COMMENT ON COLUMN release.documents IS 'Different texts that say this value.';
COMMENT ON COLUMN release.publishers IS 'Publishers that say this value.';
COMMENT ON COLUMN release.own_source IS 'True where the statistic''s own publisher gives this value.';
COMMENT ON COLUMN release.confidence IS 'Highest confidence of the facts behind it.';
