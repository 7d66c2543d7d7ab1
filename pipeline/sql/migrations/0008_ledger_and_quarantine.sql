-- The ledger says what made a run and what came of it; a reject knows the exact bytes it is about, and when they were read after all.

ALTER TABLE run ADD COLUMN options VARCHAR;
ALTER TABLE run ADD COLUMN "left" BIGINT;
ALTER TABLE run ADD COLUMN checks VARCHAR;
ALTER TABLE run ADD COLUMN code VARCHAR;
ALTER TABLE run ADD COLUMN lexicon VARCHAR;
ALTER TABLE run ADD COLUMN packages VARCHAR;
ALTER TABLE run ADD COLUMN host VARCHAR;
ALTER TABLE run ADD COLUMN published VARCHAR;
COMMENT ON COLUMN run.options IS 'The options that chose what it took, as they are given on the command line; empty where it took all.';
COMMENT ON COLUMN run.left IS 'New documents that the options left to a later run.';
COMMENT ON COLUMN run.checks IS 'JSON object: the rows of each check that failed; {} where all held.';
COMMENT ON COLUMN run.code IS 'sha256 over the program files and SQL of statwire.';
COMMENT ON COLUMN run.lexicon IS 'sha256 over the lexicon, its corpus left out.';
COMMENT ON COLUMN run.packages IS 'JSON object: the version of Python and of each package that statwire names as needed.';
COMMENT ON COLUMN run.host IS 'Name of the machine.';
COMMENT ON COLUMN run.published IS 'Name of the published file; null where nothing was published.';
COMMENT ON COLUMN run.known IS 'Duplicates: documents that were here already, by their content.';
COMMENT ON COLUMN run.finished IS 'When it ended; null while it works or where it was killed.';
COMMENT ON COLUMN run.outcome IS 'working, published, checks failed, or killed.';

ALTER TABLE reject ADD COLUMN sha256 VARCHAR;
ALTER TABLE reject ADD COLUMN document VARCHAR;
ALTER TABLE reject ADD COLUMN resolved_at TIMESTAMPTZ;
COMMENT ON TABLE reject IS 'One row a piece of input that could not be read or was set aside: the quarantine. The input itself stays where it lies.';
COMMENT ON COLUMN reject.reject IS 'Key: sha256 over file, bytes and the how manieth such piece it is; where the bytes are not known, over file, line and reason.';
COMMENT ON COLUMN reject.line IS 'Line in the file as last met, null where the whole file is meant.';
COMMENT ON COLUMN reject.reason IS 'Why it could not be read, as last met.';
COMMENT ON COLUMN reject.sha256 IS 'sha256 of the exact bytes: of the line without its end, else of the file; of a story''s text in UTF-8 where a rule or a check failed on it. Null where nothing could be read, and for rows and records of other formats than JSON Lines.';
COMMENT ON COLUMN reject.document IS 'The stored document that a check set aside; null where nothing was stored.';
COMMENT ON COLUMN reject.resolved_at IS 'When it was read after all, or its file was gone; null while it stands.';
