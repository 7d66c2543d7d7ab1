-- Fewer bytes a fact: a plain figure has one bound, a precision needs no 38 digits, and of a figure's hash two bytes tell enough.

-- Made anew, for the reasons given in 0006.
CREATE TEMP TABLE fact_before AS FROM fact;
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
INSERT INTO fact BY NAME SELECT * REPLACE (nullif(high, low) AS high) FROM fact_before ORDER BY rowid;
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

CREATE TEMP TABLE document_before AS FROM document;
DROP TABLE document;
CREATE TABLE document (
    document            VARCHAR NOT NULL,
    story               VARCHAR NOT NULL,
    publisher           VARCHAR NOT NULL,
    title               VARCHAR NOT NULL,
    dateline            VARCHAR NOT NULL,
    url                 VARCHAR NOT NULL,
    language            VARCHAR NOT NULL,
    licence             VARCHAR NOT NULL,
    published           VARCHAR,
    published_from      VARCHAR NOT NULL,
    published_evidence  VARCHAR NOT NULL,
    published_at        TIMESTAMPTZ,
    published_precision VARCHAR NOT NULL,
    text_sha256         VARCHAR NOT NULL,
    characters          INTEGER NOT NULL,
    synthetic           BOOLEAN NOT NULL,
    origin              VARCHAR NOT NULL,
    run                 VARCHAR NOT NULL,
    recorded_at         TIMESTAMPTZ NOT NULL,
    language_from       VARCHAR,
    minhash             BLOB,
    minhash_by          VARCHAR,
    words               INTEGER,
    figures             USMALLINT[],
    told                VARCHAR
);
INSERT INTO document BY NAME
SELECT * REPLACE (list_transform(figures, lambda figure: (figure & 65535)::USMALLINT) AS figures) FROM document_before ORDER BY rowid;
DROP TABLE document_before;
COMMENT ON TABLE document IS 'One row a document read. Rows are only ever added.';
COMMENT ON COLUMN document.document IS 'Key: sha256 over story id, publisher, publication date and text.';
COMMENT ON COLUMN document.story IS 'The id the source gives the story; the file name where it gives none.';
COMMENT ON COLUMN document.publisher IS 'Who published it, empty where not known.';
COMMENT ON COLUMN document.title IS 'Headline, empty where there is none.';
COMMENT ON COLUMN document.dateline IS 'Place and date line that opens a wire story, empty where it is in the text or absent.';
COMMENT ON COLUMN document.url IS 'Where it was published, empty where not known.';
COMMENT ON COLUMN document.language IS 'ISO 639-1 code of the language.';
COMMENT ON COLUMN document.licence IS 'Licence under which the text may be used, from its origin file.';
COMMENT ON COLUMN document.published IS 'Publication date as known, ISO 8601; may stop at the year or the month. Null where unknown.';
COMMENT ON COLUMN document.published_from IS 'Where the date comes from: metadata, markup, dateline, inferred, unknown.';
COMMENT ON COLUMN document.published_evidence IS 'What an inferred date rests on, in words.';
COMMENT ON COLUMN document.published_at IS 'End of the day, month or year of publication in UTC: the vintage. Null where unknown; recorded_at then stands for it.';
COMMENT ON COLUMN document.published_precision IS 'second, day, month, year or none.';
COMMENT ON COLUMN document.text_sha256 IS 'sha256 of the text: equal texts are one voice.';
COMMENT ON COLUMN document.characters IS 'Length of the text in code points.';
COMMENT ON COLUMN document.synthetic IS 'True for stories written for this project; views leave them out once anything real is here.';
COMMENT ON COLUMN document.origin IS 'File it was read from; behind !/ its name in an archive.';
COMMENT ON COLUMN document.run IS 'Run that read it.';
COMMENT ON COLUMN document.recorded_at IS 'When this warehouse learned of it.';
COMMENT ON COLUMN document.language_from IS 'Where the language comes from: metadata, detected, or assumed where a text is too short to tell. Null for documents stored before it was asked.';
COMMENT ON COLUMN document.minhash IS 'MinHash of its runs of words, a byte a hash: two texts agree in the share of runs they have in common. Null for documents stored before there was one; statwire rebuild makes it.';
COMMENT ON COLUMN document.minhash_by IS 'How the MinHash was made: only those made alike are compared.';
COMMENT ON COLUMN document.words IS 'Words of the text.';
COMMENT ON COLUMN document.figures IS 'Hashes of its different figures, as printed.';
COMMENT ON COLUMN document.told IS 'Where title, publisher, url and language come from, as JSON: metadata, markup, inferred; one that is not told is left out. Null where an earlier version read it.';

-- What no view of series asks of a claim: the facts have it.
ALTER TABLE claim DROP COLUMN attribution;
ALTER TABLE claim DROP COLUMN period_source;
