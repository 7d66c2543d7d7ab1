-- Less on disk and faster in: long texts in zstd, rules as one text, and claims by numbers.

-- What DuckDB chooses by itself for texts that hardly repeat takes twice the time, for a list of texts three times.
-- Made anew: DuckDB 1.5 cannot replay a change of type from its log, nor change a table in the transaction that filled a new column of it.
CREATE TEMP TABLE fact_before AS FROM fact;
DROP TABLE fact;
CREATE TABLE fact (
    fact          VARCHAR NOT NULL,
    document      VARCHAR NOT NULL,
    start         INTEGER NOT NULL,
    "end"         INTEGER NOT NULL,
    value_text    VARCHAR NOT NULL,
    low           DECIMAL(38,9) NOT NULL,
    high          DECIMAL(38,9) NOT NULL,
    precision     DECIMAL(38,9) NOT NULL,
    unit          VARCHAR NOT NULL,
    per           VARCHAR,
    approx        VARCHAR NOT NULL,
    measure       VARCHAR NOT NULL,
    indicator     VARCHAR NOT NULL,
    variant       VARCHAR NOT NULL,
    statistic     VARCHAR NOT NULL,
    direction     VARCHAR,
    status        VARCHAR NOT NULL,
    revision      VARCHAR,
    period        VARCHAR,
    period_start  DATE,
    period_end    DATE,
    period_source VARCHAR NOT NULL,
    basis         VARCHAR,
    entity        VARCHAR,
    entity_id     VARCHAR,
    partner       VARCHAR,
    attribution   VARCHAR,
    balance       VARCHAR,
    adjustment    VARCHAR,
    optional      BOOLEAN NOT NULL,
    sentence      VARCHAR NOT NULL USING COMPRESSION zstd,
    confidence    DOUBLE NOT NULL,
    rules         VARCHAR NOT NULL USING COMPRESSION zstd,
    links         VARCHAR NOT NULL USING COMPRESSION zstd,
    alt           VARCHAR NOT NULL,
    checks        VARCHAR[] NOT NULL,
    run           VARCHAR NOT NULL,
    recorded_at   TIMESTAMPTZ NOT NULL,
    retired_at    TIMESTAMPTZ,
    own_source    BOOLEAN,
    partner_id    VARCHAR,
    converts      VARCHAR
);
INSERT INTO fact BY NAME SELECT * REPLACE (array_to_string(rules, chr(10)) AS rules) FROM fact_before ORDER BY rowid;
DROP TABLE fact_before;
COMMENT ON TABLE fact IS 'One row a version of a fact: what a document asserts about one figure, as some version of the rules read it.';
COMMENT ON COLUMN fact.fact IS 'sha256 over the text hash, start, end and an ordinal: the same figure keeps its id however it is interpreted.';
COMMENT ON COLUMN fact.document IS 'The document that asserts it.';
COMMENT ON COLUMN fact.start IS 'Offset of the figure in the text, in code points.';
COMMENT ON COLUMN fact."end" IS 'Offset behind the figure.';
COMMENT ON COLUMN fact.value_text IS 'The figure as printed.';
COMMENT ON COLUMN fact.low IS 'Value in units of unit, magnitude as printed; the lower bound of a range.';
COMMENT ON COLUMN fact.high IS 'Upper bound of a range; equals low for a plain figure.';
COMMENT ON COLUMN fact.precision IS 'Size of one unit of the last printed digit, in units of unit.';
COMMENT ON COLUMN fact.unit IS 'percent, percentage_point, basis_point or an ISO 4217 code.';
COMMENT ON COLUMN fact.per IS 'Denominator of a price or a rate of flow: barrel, share, year, a currency code.';
COMMENT ON COLUMN fact.approx IS 'exact, about, nearly, more_than, at_least, less_than, at_most.';
COMMENT ON COLUMN fact.measure IS 'The words that name what is measured.';
COMMENT ON COLUMN fact.indicator IS 'What is measured, from the closed list; other where none fits.';
COMMENT ON COLUMN fact.variant IS 'What narrows the indicator; empty for the headline figure.';
COMMENT ON COLUMN fact.statistic IS 'level, growth, change or share.';
COMMENT ON COLUMN fact.direction IS 'up, down or flat for growth and change; else null.';
COMMENT ON COLUMN fact.status IS 'actual, estimate, forecast, target, plan or hypothetical.';
COMMENT ON COLUMN fact.revision IS 'from for a superseded figure, to for the one that replaces it; else null.';
COMMENT ON COLUMN fact.period IS 'What time it is about: ISO 8601, intervals A/B, fiscal years FY1986/87. Null where not told.';
COMMENT ON COLUMN fact.period_start IS 'First day of the period, null where open or not told.';
COMMENT ON COLUMN fact.period_end IS 'Last day of the period, null where open or not told.';
COMMENT ON COLUMN fact.period_source IS 'stated, inferred, reference_date (a level now) or none.';
COMMENT ON COLUMN fact.basis IS 'What a growth or change is against: yoy, mom, qoq, ytd, annualised; null where not clear.';
COMMENT ON COLUMN fact.entity IS 'Whose measure it is: ISO 3166-1 alpha-3, a group, or an organisation as first named in full.';
COMMENT ON COLUMN fact.entity_id IS 'Key of the entity: the ISO code, or the organisation without its legal form.';
COMMENT ON COLUMN fact.partner IS 'The other side: trading partner, lender, bidder, recipient.';
COMMENT ON COLUMN fact.attribution IS 'Who the story says gave the figure.';
COMMENT ON COLUMN fact.balance IS 'surplus or deficit where the noun says so.';
COMMENT ON COLUMN fact.adjustment IS 'seasonally_adjusted, unadjusted, or null where not said.';
COMMENT ON COLUMN fact.optional IS 'True for figures in words that a careful reader might leave out ("a third of").';
COMMENT ON COLUMN fact.sentence IS 'The sentence that says it.';
COMMENT ON COLUMN fact.confidence IS 'Probability that the whole fact is right, 0 to 1.';
COMMENT ON COLUMN fact.rules IS 'The rules that made it, in order; one a line.';
COMMENT ON COLUMN fact.links IS 'JSON list of {type, fact}: restatements, growth and its level, revisions.';
COMMENT ON COLUMN fact.alt IS 'JSON list of second readings that the story leaves open.';
COMMENT ON COLUMN fact.checks IS 'Arithmetic that was tried, in words, with its outcome.';
COMMENT ON COLUMN fact.run IS 'Run that read it.';
COMMENT ON COLUMN fact.recorded_at IS 'When this warehouse learned it.';
COMMENT ON COLUMN fact.retired_at IS 'When a newer reading replaced it; null while it stands.';
COMMENT ON COLUMN fact.own_source IS 'True where who gave it is the statistic''s own publisher: a body of the country, the company itself. Null in facts of before this column.';
COMMENT ON COLUMN fact.partner_id IS 'Key of the partner, as entity_id. Null also in facts of before this column.';
COMMENT ON COLUMN fact.converts IS 'The fact whose amount this one tells again in another money; null for all others.';

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
