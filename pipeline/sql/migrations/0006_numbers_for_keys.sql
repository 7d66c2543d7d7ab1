-- Less on disk and faster in: long texts in zstd, rules as one text, and claims by numbers.

-- What DuckDB chooses by itself for texts that hardly repeat takes twice the time, for a list of texts three times.
ALTER TABLE fact ADD COLUMN sentence_packed VARCHAR USING COMPRESSION zstd;
ALTER TABLE fact ADD COLUMN links_packed VARCHAR USING COMPRESSION zstd;
ALTER TABLE fact ADD COLUMN rules_packed VARCHAR USING COMPRESSION zstd;
ALTER TABLE fact ALTER COLUMN sentence_packed SET DATA TYPE VARCHAR USING sentence;
ALTER TABLE fact ALTER COLUMN links_packed SET DATA TYPE VARCHAR USING links;
ALTER TABLE fact ALTER COLUMN rules_packed SET DATA TYPE VARCHAR USING array_to_string(rules, chr(10));
ALTER TABLE fact DROP COLUMN sentence;
ALTER TABLE fact DROP COLUMN links;
ALTER TABLE fact DROP COLUMN rules;
ALTER TABLE fact RENAME COLUMN sentence_packed TO sentence;
ALTER TABLE fact RENAME COLUMN links_packed TO links;
ALTER TABLE fact RENAME COLUMN rules_packed TO rules;
ALTER TABLE fact ALTER COLUMN sentence SET NOT NULL;
ALTER TABLE fact ALTER COLUMN links SET NOT NULL;
ALTER TABLE fact ALTER COLUMN rules SET NOT NULL;
COMMENT ON COLUMN fact.sentence IS 'The sentence that says it.';
COMMENT ON COLUMN fact.links IS 'JSON list of {type, fact}: restatements, growth and its level, revisions.';
COMMENT ON COLUMN fact.rules IS 'The rules that made it, in order; one a line.';

-- Claims name texts, documents and facts by the number of their row, not by keys of 64 letters, three of them a claim.
-- Rows of `document` and `fact` are only ever added and marked, so the numbers hold; and claims and releases are derived anew by every run.

CREATE OR REPLACE TABLE claim (
    point               INTEGER NOT NULL,
    vintage             INTEGER NOT NULL,
    entity              VARCHAR,
    value               DOUBLE NOT NULL,
    low                 DOUBLE NOT NULL,
    high                DOUBLE NOT NULL,
    approx              VARCHAR NOT NULL,
    precision           DOUBLE NOT NULL,
    revision            VARCHAR,
    published           TIMESTAMPTZ NOT NULL,
    published_precision VARCHAR NOT NULL,
    publisher           VARCHAR NOT NULL,
    voice               INTEGER NOT NULL,
    new_voice           BOOLEAN NOT NULL,
    new_publisher       BOOLEAN NOT NULL,
    own_source          BOOLEAN NOT NULL,
    confidence          DOUBLE NOT NULL,
    stated_period       VARCHAR,
    period_source       VARCHAR NOT NULL,
    attribution         VARCHAR,
    document            INTEGER NOT NULL,
    fact                INTEGER NOT NULL,
    event               INTEGER
);
COMMENT ON TABLE claim IS 'One row a current fact as a signed value for a vintage of a point. Derived from facts.';
COMMENT ON COLUMN claim.point IS 'The point it speaks for.';
COMMENT ON COLUMN claim.vintage IS '1 for the first release, 2 for the first revision, and so on.';
COMMENT ON COLUMN claim.entity IS 'Whose measure, as printed.';
COMMENT ON COLUMN claim.value IS 'Signed value; the middle of a range.';
COMMENT ON COLUMN claim.low IS 'Signed lower bound.';
COMMENT ON COLUMN claim.high IS 'Signed upper bound.';
COMMENT ON COLUMN claim.approx IS 'How near the figure is meant.';
COMMENT ON COLUMN claim.precision IS 'Size of one unit of the last printed digit.';
COMMENT ON COLUMN claim.revision IS 'from, to or null.';
COMMENT ON COLUMN claim.published IS 'When it was said.';
COMMENT ON COLUMN claim.published_precision IS 'second, day, month, year or none.';
COMMENT ON COLUMN claim.publisher IS 'Who published it.';
COMMENT ON COLUMN claim.voice IS 'Number of the document whose text says it: the first of those that are equal, or tell the point in the same sentence.';
COMMENT ON COLUMN claim.new_voice IS 'True for the first claim of its voice for this value of this vintage: their sum counts documents.';
COMMENT ON COLUMN claim.new_publisher IS 'True for the first of these claims of its publisher: who prints another''s text is none.';
COMMENT ON COLUMN claim.own_source IS 'True where the statistic''s own publisher gave it.';
COMMENT ON COLUMN claim.confidence IS 'Probability that it is right.';
COMMENT ON COLUMN claim.stated_period IS 'The period as the fact has it, before the reference date stood in.';
COMMENT ON COLUMN claim.period_source IS 'stated, inferred, reference_date or none.';
COMMENT ON COLUMN claim.attribution IS 'Who gave the figure.';
COMMENT ON COLUMN claim.document IS 'Number of the row of the document.';
COMMENT ON COLUMN claim.fact IS 'Number of the row of the fact.';
COMMENT ON COLUMN claim.event IS 'Number of the event that it tells; null for all that is no event. Not kept from run to run.';

CREATE OR REPLACE TABLE release (
    point               INTEGER NOT NULL,
    vintage             INTEGER NOT NULL,
    latest              BOOLEAN NOT NULL,
    replaced_at         TIMESTAMPTZ,
    entity              VARCHAR,
    value               DOUBLE NOT NULL,
    low                 DOUBLE NOT NULL,
    high                DOUBLE NOT NULL,
    approx              VARCHAR NOT NULL,
    precision           DOUBLE NOT NULL,
    published           TIMESTAMPTZ NOT NULL,
    last_said           TIMESTAMPTZ NOT NULL,
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
COMMENT ON COLUMN release.replaced_at IS 'When a later vintage of the point was first said; null while this one stands.';
COMMENT ON COLUMN release.entity IS 'Whose measure, as printed.';
COMMENT ON COLUMN release.value IS 'Signed value.';
COMMENT ON COLUMN release.low IS 'Signed lower bound.';
COMMENT ON COLUMN release.high IS 'Signed upper bound.';
COMMENT ON COLUMN release.approx IS 'How near the figure is meant.';
COMMENT ON COLUMN release.precision IS 'Size of one unit of the last printed digit, as finely as it was printed.';
COMMENT ON COLUMN release.published IS 'When the vintage was first said.';
COMMENT ON COLUMN release.last_said IS 'When it was last said: from then on nothing is added to what this row tells.';
COMMENT ON COLUMN release.published_precision IS 'second, day, month, year or none.';
COMMENT ON COLUMN release.documents IS 'Different texts that say this value.';
COMMENT ON COLUMN release.publishers IS 'Publishers that say this value.';
COMMENT ON COLUMN release.own_source IS 'True where the statistic''s own publisher gives this value.';
COMMENT ON COLUMN release.confidence IS 'Highest confidence of the facts behind it.';
