-- one row a run, the newest so many first
SELECT run, started, finished, outcome, read, new, known, "left", rejected, facts, retired, masked, passed, checks, published, raw, options,
       version, code, lexicon, packages, host
FROM run ORDER BY started DESC, run DESC LIMIT ?;
