-- What money is converted with: official rates of currencies, and which indicators are flows, stocks or prices.
-- `store.money` fills both; nothing here is told by a story.

CREATE TABLE rate (
    currency VARCHAR NOT NULL,
    day      DATE NOT NULL,
    per_eur  DECIMAL(18, 9) NOT NULL,
    source   VARCHAR NOT NULL
);
COMMENT ON TABLE rate IS 'One row a currency and day: the euro reference rates of the European Central Bank, on its working days since 1999.';
COMMENT ON COLUMN rate.currency IS 'ISO 4217 code of the quote currency; the euro itself with 1. Currencies that the bank never quoted have no rows.';
COMMENT ON COLUMN rate.day IS 'The day of the rate.';
COMMENT ON COLUMN rate.per_eur IS 'Units of the currency for one euro.';
COMMENT ON COLUMN rate.source IS 'Who sets the rate, and the package that its history came with.';

CREATE TABLE indicator_kind (
    indicator VARCHAR NOT NULL,
    kind      VARCHAR NOT NULL
);
COMMENT ON TABLE indicator_kind IS 'One row an indicator: how its amounts of money stand in time. From the lexicon, filled anew at each run.';
COMMENT ON COLUMN indicator_kind.indicator IS 'The indicator.';
COMMENT ON COLUMN indicator_kind.kind IS 'stock: held at a moment; price: quoted on a day; ratio: counted in money but no amount of it (an exchange rate); flow: all others, sums over a period.';
