-- What facts mean apart from their values, words, owners and times, by number: 460,000 facts have 29,000 such senses, a million made up ones 31,000, and to store
-- fourteen short words with each took a fifth of the load.

CREATE TABLE sense (
    sense         INTEGER NOT NULL,
    unit          VARCHAR NOT NULL,
    per           VARCHAR,
    approx        VARCHAR NOT NULL,
    indicator     VARCHAR NOT NULL,
    statistic     VARCHAR NOT NULL,
    direction     VARCHAR,
    status        VARCHAR NOT NULL,
    revision      VARCHAR,
    period_source VARCHAR NOT NULL,
    basis         VARCHAR,
    balance       VARCHAR,
    adjustment    VARCHAR,
    optional      BOOLEAN NOT NULL,
    own_source    BOOLEAN
);
INSERT INTO sense
SELECT row_number() OVER (ORDER BY min(rowid)), unit, per, approx, indicator, statistic, direction, status, revision, period_source, basis, balance, adjustment, optional, own_source
FROM fact GROUP BY ALL ORDER BY 1;

-- Made anew, for the reasons given in 0006.
CREATE TEMP TABLE fact_before AS
SELECT f.* EXCLUDE (unit, per, approx, indicator, statistic, direction, status, revision, period_source, basis, balance, adjustment, optional, own_source), s.sense
FROM fact f
JOIN sense s ON s.unit = f.unit AND s.per IS NOT DISTINCT FROM f.per AND s.approx = f.approx AND s.indicator = f.indicator AND s.statistic = f.statistic AND s.direction IS NOT DISTINCT FROM f.direction
            AND s.status = f.status AND s.revision IS NOT DISTINCT FROM f.revision AND s.period_source = f.period_source AND s.basis IS NOT DISTINCT FROM f.basis
            AND s.balance IS NOT DISTINCT FROM f.balance AND s.adjustment IS NOT DISTINCT FROM f.adjustment AND s.optional = f.optional AND s.own_source IS NOT DISTINCT FROM f.own_source
ORDER BY f.rowid;
DROP TABLE fact;
CREATE TABLE fact (
    fact          VARCHAR NOT NULL,
    document      VARCHAR NOT NULL,
    start         INTEGER NOT NULL,
    "end"         INTEGER NOT NULL,
    value_text    VARCHAR NOT NULL,
    low           DECIMAL(38,9) NOT NULL,
    high          DECIMAL(38,9),
    precision     DOUBLE NOT NULL,
    measure       VARCHAR NOT NULL,
    variant       VARCHAR NOT NULL,
    period        VARCHAR,
    period_start  DATE,
    period_end    DATE,
    entity        VARCHAR,
    entity_id     VARCHAR,
    partner       VARCHAR,
    attribution   VARCHAR,
    sense         INTEGER NOT NULL,
    sentence      VARCHAR NOT NULL USING COMPRESSION zstd,
    confidence    DOUBLE NOT NULL,
    rules         INTEGER[] NOT NULL,
    links         VARCHAR NOT NULL USING COMPRESSION zstd,
    alt           VARCHAR NOT NULL,
    checks        VARCHAR[] NOT NULL,
    run           VARCHAR NOT NULL,
    recorded_at   TIMESTAMPTZ NOT NULL,
    retired_at    TIMESTAMPTZ,
    partner_id    VARCHAR,
    converts      VARCHAR
);
INSERT INTO fact BY NAME SELECT * FROM fact_before;
DROP TABLE fact_before;
COMMENT ON TABLE fact IS 'One row a version of a fact: what a document asserts about one figure, as some version of the rules read it.';
COMMENT ON COLUMN fact.fact IS 'sha256 over the text hash, start, end and an ordinal: the same figure keeps its id however it is interpreted.';
COMMENT ON COLUMN fact.document IS 'The document that asserts it.';
COMMENT ON COLUMN fact.start IS 'Offset of the figure in the text, in code points.';
COMMENT ON COLUMN fact."end" IS 'Offset behind the figure.';
COMMENT ON COLUMN fact.value_text IS 'The figure as printed.';
COMMENT ON COLUMN fact.low IS 'Value in units of unit, magnitude as printed; the lower bound of a range.';
COMMENT ON COLUMN fact.high IS 'Upper bound of a range; null for a plain figure, whose upper bound is low.';
COMMENT ON COLUMN fact.precision IS 'Size of one unit of the last printed digit, in units of unit; right to 15 digits, of which it has one or two.';
COMMENT ON COLUMN fact.measure IS 'The words that name what is measured.';
COMMENT ON COLUMN fact.variant IS 'What narrows the indicator; empty for the headline figure.';
COMMENT ON COLUMN fact.period IS 'What time it is about: ISO 8601, intervals A/B, fiscal years FY1986/87. Null where not told.';
COMMENT ON COLUMN fact.period_start IS 'First day of the period, null where open or not told.';
COMMENT ON COLUMN fact.period_end IS 'Last day of the period, null where open or not told.';
COMMENT ON COLUMN fact.entity IS 'Whose measure it is: ISO 3166-1 alpha-3, a group, or an organisation as first named in full.';
COMMENT ON COLUMN fact.entity_id IS 'Key of the entity: the ISO code, or the organisation without its legal form.';
COMMENT ON COLUMN fact.partner IS 'The other side: trading partner, lender, bidder, recipient.';
COMMENT ON COLUMN fact.attribution IS 'Who the story says gave the figure.';
COMMENT ON COLUMN fact.sense IS 'Number of its sense: what it means apart from its value, its words, whose it is and when.';
COMMENT ON COLUMN fact.sentence IS 'The sentence that says it.';
COMMENT ON COLUMN fact.confidence IS 'Probability that the whole fact is right, 0 to 1.';
COMMENT ON COLUMN fact.rules IS 'The numbers of the rules that made it, in order.';
COMMENT ON COLUMN fact.links IS 'JSON list of {type, fact}: restatements, growth and its level, revisions.';
COMMENT ON COLUMN fact.alt IS 'JSON list of second readings that the story leaves open.';
COMMENT ON COLUMN fact.checks IS 'Arithmetic that was tried, in words, with its outcome.';
COMMENT ON COLUMN fact.run IS 'Run that read it.';
COMMENT ON COLUMN fact.recorded_at IS 'When this warehouse learned it.';
COMMENT ON COLUMN fact.retired_at IS 'When a newer reading replaced it; null while it stands.';
COMMENT ON COLUMN fact.partner_id IS 'Key of the partner, as entity_id. Null also in facts of before this column.';
COMMENT ON COLUMN fact.converts IS 'The fact whose amount this one tells again in another money; null for all others.';
COMMENT ON TABLE sense IS 'One row a sense that some fact has. Rows are only ever added.';
COMMENT ON COLUMN sense.sense IS 'Its number, in the order in which they were met.';
COMMENT ON COLUMN sense.unit IS 'percent, percentage_point, basis_point or an ISO 4217 code.';
COMMENT ON COLUMN sense.per IS 'Denominator of a price or a rate of flow: barrel, share, year, a currency code.';
COMMENT ON COLUMN sense.approx IS 'exact, about, nearly, more_than, at_least, less_than, at_most.';
COMMENT ON COLUMN sense.indicator IS 'What is measured, from the closed list; other where none fits.';
COMMENT ON COLUMN sense.statistic IS 'level, growth, change or share.';
COMMENT ON COLUMN sense.direction IS 'up, down or flat for growth and change; else null.';
COMMENT ON COLUMN sense.status IS 'actual, estimate, forecast, target, plan or hypothetical.';
COMMENT ON COLUMN sense.revision IS 'from for a superseded figure, to for the one that replaces it; else null.';
COMMENT ON COLUMN sense.period_source IS 'stated, inferred, reference_date (a level now) or none.';
COMMENT ON COLUMN sense.basis IS 'What a growth or change is against: yoy, mom, qoq, ytd, annualised; null where not clear.';
COMMENT ON COLUMN sense.balance IS 'surplus or deficit where the noun says so.';
COMMENT ON COLUMN sense.adjustment IS 'seasonally_adjusted, unadjusted, or null where not said.';
COMMENT ON COLUMN sense.optional IS 'True for figures in words that a careful reader might leave out ("a third of").';
COMMENT ON COLUMN sense.own_source IS 'True where who gave it is the statistic''s own publisher: a body of the country, the company itself. Null in facts of before this column.';
