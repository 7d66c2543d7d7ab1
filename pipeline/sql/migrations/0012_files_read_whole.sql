-- Files that were read to their end, so that a run with nothing new reads nothing.

CREATE TABLE whole_file (
    whole_file  VARCHAR NOT NULL,
    documents   INTEGER NOT NULL,
    run         VARCHAR NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE whole_file IS 'One row a large file that a run read to its end, without anything rejected or left for another run.';
COMMENT ON COLUMN whole_file.whole_file IS 'Key: sha256 over the program, the name of the file, what its origin file says, and its bytes.';
COMMENT ON COLUMN whole_file.documents IS 'Documents in it, all of which the warehouse holds.';
COMMENT ON COLUMN whole_file.run IS 'Run that read it.';
COMMENT ON COLUMN whole_file.recorded_at IS 'When.';
