-- Copies and versions of one story, and how the language of a document is known.

ALTER TABLE document ADD COLUMN language_from VARCHAR;
ALTER TABLE document ADD COLUMN minhash BLOB;
ALTER TABLE document ADD COLUMN minhash_by VARCHAR;
ALTER TABLE document ADD COLUMN words INTEGER;
ALTER TABLE document ADD COLUMN figures UINTEGER[];
COMMENT ON COLUMN document.language_from IS 'Where the language comes from: metadata, detected, or assumed where a text is too short to tell. Null for documents stored before it was asked.';
COMMENT ON COLUMN document.minhash IS 'MinHash of its runs of words, a byte a hash: two texts agree in the share of runs they have in common. Null for documents stored before there was one; statwire rebuild makes it.';
COMMENT ON COLUMN document.minhash_by IS 'How the MinHash was made: only those made alike are compared.';
COMMENT ON COLUMN document.words IS 'Words of the text.';
COMMENT ON COLUMN document.figures IS 'Hashes of its different figures, as printed.';

CREATE TABLE version (
    document INTEGER NOT NULL,
    story    INTEGER NOT NULL,
    follows  INTEGER NOT NULL,
    shared   DOUBLE NOT NULL
);
COMMENT ON TABLE version IS 'One row a document that tells a story nearly as a document before it does: a copy, or a later version. Derived from documents by every run.';
COMMENT ON COLUMN version.document IS 'Number of the row of the document.';
COMMENT ON COLUMN version.story IS 'Number of the first document of the story: one voice in all that they tell.';
COMMENT ON COLUMN version.follows IS 'Number of the document before it that is most like it.';
COMMENT ON COLUMN version.shared IS 'Share of the shorter text that stands in the longer one, as estimated.';

ALTER TABLE claim ADD COLUMN superseded_at TIMESTAMPTZ;
ALTER TABLE claim ADD COLUMN superseded_by INTEGER;
COMMENT ON COLUMN claim.superseded_at IS 'When a later version of its story, by the same publisher, told the point with another value: from then on it does not count. Null while it does.';
COMMENT ON COLUMN claim.superseded_by IS 'Number of the document that is the later version.';
COMMENT ON COLUMN claim.voice IS 'Number of the document whose text says it: the first of those that are equal, tell one story, or tell the point in the same sentence.';
