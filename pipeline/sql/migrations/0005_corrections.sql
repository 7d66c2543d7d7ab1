-- Corrections by people, as builds met them, and what they make of the facts: what was read stays in `fact` as it was read.

CREATE TABLE correction (
    correction  VARCHAR NOT NULL,
    number      INTEGER NOT NULL,
    fact        VARCHAR,
    document    VARCHAR,
    start       INTEGER,
    "end"       INTEGER,
    action      VARCHAR NOT NULL,
    fields      VARCHAR NOT NULL,
    because     VARCHAR NOT NULL,
    made_by     VARCHAR NOT NULL,
    made_on     DATE NOT NULL,
    quote       VARCHAR NOT NULL,
    sentence    VARCHAR NOT NULL,
    facts       INTEGER NOT NULL,
    fault       VARCHAR,
    run         VARCHAR NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    retired_at  TIMESTAMPTZ
);
COMMENT ON TABLE correction IS 'One row a correction of the file of corrections and a time through which builds met it so.';
COMMENT ON COLUMN correction.correction IS 'Key: sha256 over all that it says.';
COMMENT ON COLUMN correction.number IS 'Its place in the file, from 1; of two corrections of one fact the later has the last word.';
COMMENT ON COLUMN correction.fact IS 'The fact that it is about; null where it names document, start and end.';
COMMENT ON COLUMN correction.document IS 'The document that holds the figure, where no fact is named.';
COMMENT ON COLUMN correction.start IS 'Offset of the figure in it.';
COMMENT ON COLUMN correction."end" IS 'Offset behind the figure.';
COMMENT ON COLUMN correction.action IS 'accept, reject or set.';
COMMENT ON COLUMN correction.fields IS 'JSON: the fields that it sets; null for one that is not told.';
COMMENT ON COLUMN correction.because IS 'Why, in words.';
COMMENT ON COLUMN correction.made_by IS 'Who made it.';
COMMENT ON COLUMN correction.made_on IS 'The day it was made, as the file says.';
COMMENT ON COLUMN correction.quote IS 'The figure as it is expected to be printed.';
COMMENT ON COLUMN correction.sentence IS 'The sentence that is expected to say it, or a stretch of it.';
COMMENT ON COLUMN correction.facts IS 'Facts it was applied to: one for each document that prints the text.';
COMMENT ON COLUMN correction.fault IS 'Why it was not applied; null where it was.';
COMMENT ON COLUMN correction.run IS 'Run that met it first.';
COMMENT ON COLUMN correction.recorded_at IS 'When this warehouse learned of it.';
COMMENT ON COLUMN correction.retired_at IS 'When it was gone from the file or fared differently; null while it stands.';

CREATE TABLE corrected (
    fact          VARCHAR NOT NULL,
    document      VARCHAR NOT NULL,
    rejected      BOOLEAN NOT NULL,
    correction    VARCHAR NOT NULL,
    low           DECIMAL(38, 9) NOT NULL,
    high          DECIMAL(38, 9) NOT NULL,
    precision     DECIMAL(38, 9) NOT NULL,
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
    partner_id    VARCHAR,
    attribution   VARCHAR,
    balance       VARCHAR,
    adjustment    VARCHAR,
    own_source    BOOLEAN,
    run           VARCHAR NOT NULL,
    recorded_at   TIMESTAMPTZ NOT NULL,
    retired_at    TIMESTAMPTZ
);
COMMENT ON TABLE corrected IS 'One row a version of a fact as corrections leave it; views show it in place of the reading.';
COMMENT ON COLUMN corrected.fact IS 'The fact.';
COMMENT ON COLUMN corrected.document IS 'The document that asserts it.';
COMMENT ON COLUMN corrected.rejected IS 'True for a fact that views leave out.';
COMMENT ON COLUMN corrected.correction IS 'What was corrected, why, by whom and on what day.';
COMMENT ON COLUMN corrected.low IS 'As in fact, corrected.';
COMMENT ON COLUMN corrected.high IS 'As in fact, corrected.';
COMMENT ON COLUMN corrected.precision IS 'As in fact, or as the corrected value has it.';
COMMENT ON COLUMN corrected.unit IS 'As in fact, corrected.';
COMMENT ON COLUMN corrected.per IS 'As in fact, corrected.';
COMMENT ON COLUMN corrected.approx IS 'As in fact, corrected.';
COMMENT ON COLUMN corrected.measure IS 'As in fact, corrected.';
COMMENT ON COLUMN corrected.indicator IS 'As in fact, corrected.';
COMMENT ON COLUMN corrected.variant IS 'As in fact, corrected.';
COMMENT ON COLUMN corrected.statistic IS 'As in fact, corrected.';
COMMENT ON COLUMN corrected.direction IS 'As in fact, corrected.';
COMMENT ON COLUMN corrected.status IS 'As in fact, corrected.';
COMMENT ON COLUMN corrected.revision IS 'As in fact, corrected.';
COMMENT ON COLUMN corrected.period IS 'As in fact, corrected.';
COMMENT ON COLUMN corrected.period_start IS 'First day of the corrected period.';
COMMENT ON COLUMN corrected.period_end IS 'Last day of the corrected period.';
COMMENT ON COLUMN corrected.period_source IS 'As in fact; stated for a corrected period.';
COMMENT ON COLUMN corrected.basis IS 'As in fact, corrected.';
COMMENT ON COLUMN corrected.entity IS 'As in fact, corrected.';
COMMENT ON COLUMN corrected.entity_id IS 'Key of the corrected entity.';
COMMENT ON COLUMN corrected.partner IS 'As in fact, corrected.';
COMMENT ON COLUMN corrected.partner_id IS 'Key of the corrected partner.';
COMMENT ON COLUMN corrected.attribution IS 'As in fact, corrected.';
COMMENT ON COLUMN corrected.balance IS 'As in fact, corrected.';
COMMENT ON COLUMN corrected.adjustment IS 'As in fact, corrected.';
COMMENT ON COLUMN corrected.own_source IS 'As in fact, for the corrected entity and attribution.';
COMMENT ON COLUMN corrected.run IS 'Run that applied it first.';
COMMENT ON COLUMN corrected.recorded_at IS 'When this warehouse learned it.';
COMMENT ON COLUMN corrected.retired_at IS 'When another correction or reading replaced it; null while it stands.';
