-- corrections: one row a correction in the file of corrections, as the last build met it.
CREATE OR REPLACE VIEW corrections AS
SELECT number, action, fields, fact, document, start, "end", quote, because, made_by, made_on, facts, fault, recorded_at
FROM correction WHERE retired_at IS NULL;
COMMENT ON VIEW corrections IS 'The corrections that people made, applied or not.';
COMMENT ON COLUMN corrections.number IS 'Its place in the file.';
COMMENT ON COLUMN corrections.action IS 'accept, reject or set.';
COMMENT ON COLUMN corrections.fields IS 'JSON: the fields that it sets.';
COMMENT ON COLUMN corrections.fact IS 'The fact that it is about; null where it names document, start and end.';
COMMENT ON COLUMN corrections.document IS 'The document that holds the figure, where no fact is named.';
COMMENT ON COLUMN corrections.start IS 'Offset of the figure in it.';
COMMENT ON COLUMN corrections."end" IS 'Offset behind the figure.';
COMMENT ON COLUMN corrections.quote IS 'The figure as printed.';
COMMENT ON COLUMN corrections.because IS 'Why, in words.';
COMMENT ON COLUMN corrections.made_by IS 'Who made it.';
COMMENT ON COLUMN corrections.made_on IS 'The day it was made.';
COMMENT ON COLUMN corrections.facts IS 'Facts it is applied to: one for each document that prints the text.';
COMMENT ON COLUMN corrections.fault IS 'Why it is not applied; null where it is.';
COMMENT ON COLUMN corrections.recorded_at IS 'When this warehouse learned of it.';
