-- facts: one row a current fact as corrected, with its document and evidence.
-- facts_known(moment): the same as this store knew them at a moment, retired readings included, with the corrections that it knew then.
-- numbered_facts(moment): the same with the numbers of the rows that fact and document have, and of the rules.
-- numbered_among(readings, moment): of such facts those whose rows of `fact` are in a relation, which tells their numbers as fact_row: who asks for a few
-- facts picks them there, before documents are looked up.
-- readings(): one row a row of `fact`, standing or retired, with its sense, as its readers know it.
-- with_sense(readings): the same of such rows alone as are in a relation with their fact_row.
CREATE OR REPLACE MACRO with_sense(readings) AS TABLE
SELECT f.* EXCLUDE (sense) REPLACE (coalesce(f.high, f.low) AS high, CAST(f.precision AS DECIMAL(38, 9)) AS precision, f.fact_row::INTEGER AS fact_row), s.* EXCLUDE (sense)
FROM query_table(readings) f JOIN sense s USING (sense);
COMMENT ON MACRO TABLE with_sense IS 'Rows of fact with what they mean, and an upper bound also where it is the lower one.';

CREATE OR REPLACE MACRO readings() AS TABLE
WITH readings_all AS NOT MATERIALIZED (SELECT *, rowid AS fact_row FROM fact) FROM with_sense('readings_all');
COMMENT ON MACRO TABLE readings IS 'All rows of fact, standing or retired, with what they mean; rules by number.';

CREATE OR REPLACE MACRO numbered_among(readings, moment) AS TABLE
WITH reading AS NOT MATERIALIZED ( -- read twice, the second time for a handful of rows
    FROM with_sense(readings) WHERE recorded_at <= moment AND (retired_at IS NULL OR retired_at > moment)
), mended AS NOT MATERIALIZED (
    FROM corrected WHERE recorded_at <= moment AND (retired_at IS NULL OR retired_at > moment)
), standing AS (
    SELECT r.*, NULL::VARCHAR AS correction FROM reading r ANTI JOIN mended USING (fact, document)
    UNION ALL BY NAME
    SELECT r.* REPLACE (
               m.low AS low, m.high AS high, m.precision AS precision, m.unit AS unit, m.per AS per, m.approx AS approx,
               m.measure AS measure, m.indicator AS indicator, m.variant AS variant, m.statistic AS statistic, m.direction AS direction,
               m.status AS status, m.revision AS revision, m.period AS period, m.period_start AS period_start, m.period_end AS period_end,
               m.period_source AS period_source, m.basis AS basis, m.entity AS entity, m.entity_id AS entity_id, m.partner AS partner,
               m.partner_id AS partner_id, m.attribution AS attribution, m.balance AS balance, m.adjustment AS adjustment,
               m.own_source AS own_source, 1.0::DOUBLE AS confidence, greatest(r.recorded_at, m.recorded_at) AS recorded_at),
           m.correction
    FROM reading r JOIN mended m ON m.fact = r.fact AND m.document = r.document
    WHERE NOT m.rejected
)
SELECT
    f.fact_row, d.rowid::INTEGER AS document_row, f.fact, f.document, d.story, d.publisher, d.title, d.url, d.licence, d.synthetic,
    d.published, d.published_from, d.published_precision,
    coalesce(d.published_at, d.recorded_at) AS published_at,
    d.text_sha256,
    f.start, f."end", CASE WHEN d.pages IS NOT NULL THEN len([p FOR p IN d.pages IF p <= f.start]) + 1 END::INTEGER AS page, f.value_text, f.low, f.high, f.precision, f.unit, f.per, f.approx,
    f.measure, f.indicator, f.variant, f.statistic, f.direction, f.status, f.revision,
    f.period, f.period_start, f.period_end, f.period_source, f.basis,
    f.entity, f.entity_id, f.partner, coalesce(f.partner_id, f.partner) AS partner_id, f.attribution, f.balance, f.adjustment, f.optional,
    f.own_source, f.converts, f.sentence, f.confidence, f.rules, f.links, f.alt, f.checks, f.correction, f.run, f.recorded_at
FROM standing f
JOIN document d USING (document)
WHERE NOT d.synthetic OR NOT EXISTS (SELECT 1 FROM document r WHERE NOT r.synthetic AND r.recorded_at <= moment);
COMMENT ON MACRO TABLE numbered_among IS 'numbered_facts among some rows of fact, numbered fact_row.';

CREATE OR REPLACE MACRO numbered_facts(moment) AS TABLE
WITH readings_all AS NOT MATERIALIZED (SELECT *, rowid AS fact_row FROM fact) FROM numbered_among('readings_all', moment);
COMMENT ON MACRO TABLE numbered_facts IS 'facts_known with the numbers of rows in fact and document, which claims go by.';

-- rule_names(rules): the names of rules by their numbers.
CREATE OR REPLACE MACRO rule_names(numbers) AS list_select((SELECT list(name ORDER BY rule) FROM rule), numbers);
COMMENT ON MACRO rule_names IS 'The names of rules by their numbers.';

CREATE OR REPLACE MACRO facts_known(moment) AS TABLE SELECT * EXCLUDE (fact_row, document_row) REPLACE (rule_names(rules) AS rules) FROM numbered_facts(moment);
COMMENT ON MACRO TABLE facts_known IS 'The facts that stood in this store at a moment: its second clock.';

CREATE OR REPLACE VIEW facts AS FROM facts_known(TIMESTAMPTZ 'infinity');
COMMENT ON VIEW facts IS 'One row a current fact, with document metadata and evidence. Synthetic documents are left out once the warehouse holds any other.';
COMMENT ON COLUMN facts.fact IS 'Id of the fact.';
COMMENT ON COLUMN facts.document IS 'Key of the document.';
COMMENT ON COLUMN facts.story IS 'The source''s id of the story.';
COMMENT ON COLUMN facts.publisher IS 'Who published it.';
COMMENT ON COLUMN facts.title IS 'Headline.';
COMMENT ON COLUMN facts.url IS 'Where it was published.';
COMMENT ON COLUMN facts.licence IS 'Licence of the text.';
COMMENT ON COLUMN facts.synthetic IS 'True for stories written for this project.';
COMMENT ON COLUMN facts.published IS 'Publication date as known.';
COMMENT ON COLUMN facts.published_from IS 'metadata, markup, dateline, inferred or unknown.';
COMMENT ON COLUMN facts.published_precision IS 'second, day, month, year or none.';
COMMENT ON COLUMN facts.published_at IS 'The vintage: end of the stated day, month or year; when recorded, where unknown.';
COMMENT ON COLUMN facts.text_sha256 IS 'Equal texts are one voice.';
COMMENT ON COLUMN facts.start IS 'Offset of the figure in the text.';
COMMENT ON COLUMN facts."end" IS 'Offset behind the figure.';
COMMENT ON COLUMN facts.page IS 'Page of the document on which the figure stands; null where it has no pages.';
COMMENT ON COLUMN facts.value_text IS 'The figure as printed.';
COMMENT ON COLUMN facts.low IS 'Value, magnitude as printed; lower bound of a range.';
COMMENT ON COLUMN facts.high IS 'Upper bound of a range.';
COMMENT ON COLUMN facts.precision IS 'Size of one unit of the last printed digit.';
COMMENT ON COLUMN facts.unit IS 'percent, percentage_point, basis_point or ISO 4217.';
COMMENT ON COLUMN facts.per IS 'Denominator.';
COMMENT ON COLUMN facts.approx IS 'How near the figure is meant.';
COMMENT ON COLUMN facts.measure IS 'The words that name what is measured.';
COMMENT ON COLUMN facts.indicator IS 'What is measured.';
COMMENT ON COLUMN facts.variant IS 'What narrows it.';
COMMENT ON COLUMN facts.statistic IS 'level, growth, change or share.';
COMMENT ON COLUMN facts.direction IS 'up, down, flat or null.';
COMMENT ON COLUMN facts.status IS 'actual, estimate, forecast, target, plan or hypothetical.';
COMMENT ON COLUMN facts.revision IS 'from, to or null.';
COMMENT ON COLUMN facts.period IS 'What time it is about.';
COMMENT ON COLUMN facts.period_start IS 'First day of the period.';
COMMENT ON COLUMN facts.period_end IS 'Last day of the period.';
COMMENT ON COLUMN facts.period_source IS 'stated, inferred, reference_date or none.';
COMMENT ON COLUMN facts.basis IS 'What a growth or change is against.';
COMMENT ON COLUMN facts.entity IS 'Whose measure it is.';
COMMENT ON COLUMN facts.entity_id IS 'Key of the entity.';
COMMENT ON COLUMN facts.partner IS 'The other side.';
COMMENT ON COLUMN facts.partner_id IS 'Key of the other side.';
COMMENT ON COLUMN facts.attribution IS 'Who gave the figure.';
COMMENT ON COLUMN facts.balance IS 'surplus or deficit where the noun says so; a loss per share is a deficit.';
COMMENT ON COLUMN facts.adjustment IS 'Seasonal adjustment.';
COMMENT ON COLUMN facts.optional IS 'A figure in words.';
COMMENT ON COLUMN facts.own_source IS 'True where who gave it is the statistic''s own publisher: a body of the country, the company itself.';
COMMENT ON COLUMN facts.converts IS 'The fact whose amount this one tells again in another money.';
COMMENT ON COLUMN facts.sentence IS 'The sentence that says it.';
COMMENT ON COLUMN facts.confidence IS 'Probability that the fact is right; 1 where a person accepted or corrected it.';
COMMENT ON COLUMN facts.rules IS 'The rules that made it.';
COMMENT ON COLUMN facts.links IS 'Links to other facts, JSON.';
COMMENT ON COLUMN facts.alt IS 'Second readings, JSON.';
COMMENT ON COLUMN facts.checks IS 'Arithmetic that was tried.';
COMMENT ON COLUMN facts.correction IS 'What a person corrected in it, why, by whom and on what day; null where nobody did.';
COMMENT ON COLUMN facts.run IS 'Run that read it.';
COMMENT ON COLUMN facts.recorded_at IS 'When this warehouse learned it.';
