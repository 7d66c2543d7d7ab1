-- One row: how many followed series have at least $1 dated values.
SELECT count(*) AS series FROM followed WHERE dated >= $1;
