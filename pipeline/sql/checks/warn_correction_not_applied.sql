-- A correction finds the words that it corrects.
SELECT number, fact, fault FROM correction WHERE retired_at IS NULL AND fault IS NOT NULL;
