-- Where the title, publisher, url and language of a document come from; its date has published_from.

ALTER TABLE document ADD COLUMN told VARCHAR;
COMMENT ON COLUMN document.told IS 'Where title, publisher, url and language come from, as JSON: metadata, markup, inferred; one that is not told is left out. Null where an earlier version read it.';
COMMENT ON COLUMN document.published_from IS 'Where the date comes from: metadata, markup, dateline, inferred, unknown.';
COMMENT ON COLUMN document.origin IS 'File it was read from; behind !/ its name in an archive.';
