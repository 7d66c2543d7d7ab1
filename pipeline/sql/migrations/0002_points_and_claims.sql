-- What views would otherwise work out at each query: which fact speaks for which vintage of which point of which series.
-- `store.derive` fills them from facts, whole, at the end of each run; nothing here is told by a story.

ALTER TABLE fact ADD COLUMN own_source BOOLEAN;
COMMENT ON COLUMN fact.own_source IS 'True where who gave it is the statistic''s own publisher: a body of the country, the company itself. Null in facts of before this column.';
ALTER TABLE fact ADD COLUMN partner_id VARCHAR;
COMMENT ON COLUMN fact.partner_id IS 'Key of the partner, as entity_id. Null also in facts of before this column.';
ALTER TABLE fact ADD COLUMN converts VARCHAR;
COMMENT ON COLUMN fact.converts IS 'The fact whose amount this one tells again in another money; null for all others.';

ALTER TABLE run ADD COLUMN retired BIGINT;
COMMENT ON COLUMN run.retired IS 'Facts that a newer reading replaced in it. Null for runs of before this column.';

CREATE TABLE point (
    point        INTEGER NOT NULL,
    series_id    VARCHAR NOT NULL,
    entity_id    VARCHAR,
    partner      VARCHAR,
    indicator    VARCHAR NOT NULL,
    variant      VARCHAR NOT NULL,
    statistic    VARCHAR NOT NULL,
    basis        VARCHAR,
    unit         VARCHAR NOT NULL,
    per          VARCHAR,
    adjustment   VARCHAR,
    frequency    VARCHAR NOT NULL,
    status       VARCHAR NOT NULL,
    period       VARCHAR,
    period_start DATE,
    period_end   DATE
);
COMMENT ON TABLE point IS 'One row a series and period. Derived from facts.';
COMMENT ON COLUMN point.point IS 'Number of the point, in order of series and period; not kept from run to run.';
COMMENT ON COLUMN point.series_id IS 'The series: indicator/variant:entity>partner:statistic.basis:unit/per:adjustment:frequency:status.';
COMMENT ON COLUMN point.entity_id IS 'Key of the entity.';
COMMENT ON COLUMN point.partner IS 'The other side; trade_turnover orders its pair.';
COMMENT ON COLUMN point.indicator IS 'What is measured.';
COMMENT ON COLUMN point.variant IS 'What narrows it; growth of a deficit carries deficit; other carries the measure.';
COMMENT ON COLUMN point.statistic IS 'level, growth, change or share; a level of consumer prices in percent is their growth.';
COMMENT ON COLUMN point.basis IS 'yoy, mom, qoq, ytd, annualised or null.';
COMMENT ON COLUMN point.unit IS 'percent, percentage_point or ISO 4217.';
COMMENT ON COLUMN point.per IS 'Denominator; a flow a year joins the annual total.';
COMMENT ON COLUMN point.adjustment IS 'Seasonal adjustment.';
COMMENT ON COLUMN point.frequency IS 'SDMX FREQ: A, S, Q, M, W, D; O for other spans; U where no period is told.';
COMMENT ON COLUMN point.status IS 'actual, estimate, forecast, target, plan or hypothetical.';
COMMENT ON COLUMN point.period IS 'ISO period; the reference date for a level now, an event, or a target without one.';
COMMENT ON COLUMN point.period_start IS 'First day.';
COMMENT ON COLUMN point.period_end IS 'Last day.';

CREATE TABLE claim (
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
    voice               VARCHAR NOT NULL,
    new_voice           BOOLEAN NOT NULL,
    new_publisher       BOOLEAN NOT NULL,
    own_source          BOOLEAN NOT NULL,
    confidence          DOUBLE NOT NULL,
    stated_period       VARCHAR,
    period_source       VARCHAR NOT NULL,
    attribution         VARCHAR,
    document            VARCHAR NOT NULL,
    fact                VARCHAR NOT NULL
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
COMMENT ON COLUMN claim.voice IS 'The text that says it: equal texts are one voice.';
COMMENT ON COLUMN claim.new_voice IS 'True for the first claim of its voice for this value of this vintage: their sum counts documents.';
COMMENT ON COLUMN claim.new_publisher IS 'The same of its publisher.';
COMMENT ON COLUMN claim.own_source IS 'True where the statistic''s own publisher gave it.';
COMMENT ON COLUMN claim.confidence IS 'Probability that it is right.';
COMMENT ON COLUMN claim.stated_period IS 'The period as the fact has it, before the reference date stood in.';
COMMENT ON COLUMN claim.period_source IS 'stated, inferred, reference_date or none.';
COMMENT ON COLUMN claim.attribution IS 'Who gave the figure.';
COMMENT ON COLUMN claim.document IS 'Key of the document.';
COMMENT ON COLUMN claim.fact IS 'Id of the fact.';
