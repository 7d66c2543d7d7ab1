-- one row a piece of input that could not be read, while that stands
SELECT file, line, "offset", reason, sha256, recorded_at FROM reject WHERE resolved_at IS NULL ORDER BY recorded_at, file, line;
