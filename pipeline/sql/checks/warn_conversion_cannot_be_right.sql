-- A conversion that a story prints lies near the official rate of its day; one more than a quarter off, or upside down, is misprinted or misread.
SELECT document, fact, words FROM conversions WHERE finding IN ('inverted', 'wrong') ORDER BY ALL;
