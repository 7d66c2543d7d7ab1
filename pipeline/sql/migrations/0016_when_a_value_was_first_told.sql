-- Of the value that stands for a vintage: the vintage may have been opened by another one, which others disputed.
ALTER TABLE release ADD COLUMN first_told TIMESTAMPTZ;
COMMENT ON COLUMN release.first_told IS 'When the value shown was first told; when the vintage was opened, where it is told as the value before a revision.';
