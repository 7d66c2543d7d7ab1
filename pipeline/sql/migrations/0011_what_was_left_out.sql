-- What of the input was left out is counted, where in a file a reject lies is told in bytes, and a document knows where its pages begin.

ALTER TABLE run ADD COLUMN masked BIGINT;
ALTER TABLE run ADD COLUMN passed BIGINT;
COMMENT ON COLUMN run.masked IS 'Stretches of page furniture masked in the documents read; null where an earlier version ran.';
COMMENT ON COLUMN run.passed IS 'Records of web archives passed over, for they hold no page: revisits, requests, pictures; null where an earlier version ran.';

ALTER TABLE document ADD COLUMN masked INTEGER;
ALTER TABLE document ADD COLUMN pages INTEGER[];
COMMENT ON COLUMN document.masked IS 'Stretches of page furniture that were masked in it; null where an earlier version read it.';
COMMENT ON COLUMN document.pages IS 'Where in the text the second page and each after it begin; null for a text without pages, or read by an earlier version.';

ALTER TABLE reject ADD COLUMN "offset" BIGINT;
COMMENT ON COLUMN reject."offset" IS 'Bytes of the file (unpacked, where it is packed) before the line it begins on, as last met; null where the whole file is meant, and for formats that are not read line by line.';
