-- The rules of a fact by their numbers: of 460,000 facts 3.7 million rules are 19,000 different ones, and to pack their names took a tenth of the load and 18 bytes a fact.

CREATE TABLE rule (
    rule INTEGER NOT NULL,
    name VARCHAR NOT NULL
);
CREATE TEMP TABLE told AS
SELECT fact_row, unnest(rules) AS name, generate_subscripts(rules, 1) AS place
FROM (SELECT rowid AS fact_row, string_split(rules, chr(10)) AS rules FROM fact);
INSERT INTO rule SELECT row_number() OVER (ORDER BY min((fact_row, place))), name FROM told GROUP BY name ORDER BY 1;
CREATE TEMP TABLE numbered AS SELECT fact_row, list(rule ORDER BY place) AS rules FROM told JOIN rule USING (name) GROUP BY fact_row;
DROP TABLE told;

-- Made anew, for the reasons given in 0006.
CREATE TEMP TABLE fact_before AS SELECT f.* REPLACE (n.rules AS rules) FROM fact f JOIN numbered n ON n.fact_row = f.rowid ORDER BY f.rowid;
DROP TABLE numbered;
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
    rules         INTEGER[] NOT NULL,
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
COMMENT ON COLUMN fact.rules IS 'The numbers of the rules that made it, in order.';
COMMENT ON COLUMN fact.links IS 'JSON list of {type, fact}: restatements, growth and its level, revisions.';
COMMENT ON COLUMN fact.alt IS 'JSON list of second readings that the story leaves open.';
COMMENT ON COLUMN fact.checks IS 'Arithmetic that was tried, in words, with its outcome.';
COMMENT ON COLUMN fact.run IS 'Run that read it.';
COMMENT ON COLUMN fact.recorded_at IS 'When this warehouse learned it.';
COMMENT ON COLUMN fact.retired_at IS 'When a newer reading replaced it; null while it stands.';
COMMENT ON COLUMN fact.own_source IS 'True where who gave it is the statistic''s own publisher: a body of the country, the company itself. Null in facts of before this column.';
COMMENT ON COLUMN fact.partner_id IS 'Key of the partner, as entity_id. Null also in facts of before this column.';
COMMENT ON COLUMN fact.converts IS 'The fact whose amount this one tells again in another money; null for all others.';
COMMENT ON TABLE rule IS 'One row a rule that made a fact. Rows are only ever added.';
COMMENT ON COLUMN rule.rule IS 'Its number, in the order in which they were met.';
COMMENT ON COLUMN rule.name IS 'What it says, with the word that it went by.';
