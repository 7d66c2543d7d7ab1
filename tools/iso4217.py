"""Write pipeline/lexicon/iso4217.toml from the CLDR data that the package babel carries.

    python tools/iso4217.py > pipeline/lexicon/iso4217.toml

Left out: funds codes and testing codes (BOV, XTS …), which no story pays in, and currencies withdrawn before 1960.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

from babel import Locale
from babel.core import get_global

SINCE = dt.date(1960, 1, 1)
NOT_MONEY = {"BOV", "CHE", "CHW", "CLF", "COU", "MXV", "USN", "USS", "UYI", "UYW", "XBA", "XBB", "XBC", "XBD", "XSU", "XTS", "XUA", "XXX"}
METALS = {"XAG", "XAU", "XPD", "XPT"}
ALPHA3 = {"SU": "SUN", "DD": "DDR", "YU": "YUG", "CS": "SCG", "CD": "COD", "DE": "DEU", "FR": "FRA", "MM": "MMR", "TL": "TLS", "YE": "YEM"}
"""Former states, and the current code of places that CLDR lists a former one for as well."""


def day(parts: tuple[int, int, int] | None) -> dt.date | None:
    return dt.date(*parts) if parts else None


def alpha3() -> dict[str, str]:
    """ISO 3166-1 alpha-2 to alpha-3, as CLDR aliases the second to the first."""
    aliases = get_global("territory_aliases")
    return {to[0]: old for old, to in aliases.items() if len(old) == 3 and old.isalpha() and len(to) == 1} | ALPHA3


def main() -> None:
    english, codes = Locale("en"), alpha3()
    used: dict[str, list[tuple[str, dt.date | None, dt.date | None]]] = defaultdict(list)
    for territory, rows in get_global("territory_currencies").items():
        for code, start, end, tender in rows:
            if tender:
                used[code].append((codes.get(territory, territory), day(start), day(end)))
    print("# Every ISO 4217 currency in use since 1960, from Unicode CLDR.  Written by tools/iso4217.py; do not edit.")
    print("# `used`: where (ISO 3166-1 alpha-3), from, to.  Spellings that news uses besides: en/currencies.toml.")
    for code in sorted(english.currencies):
        spans = [s for s in used[code] if s[2] is None or s[2] >= SINCE]
        if code in NOT_MONEY | METALS or (not spans and code not in {"XDR", "XEU", "XAF", "XOF", "XPF", "XCD"}):
            continue
        names = {english.currencies[code], *(n for n in (_plural(english, code, 1), _plural(english, code, 2)) if n)}
        names = {n.split(" (")[0] for n in names}
        spellings = sorted({n.replace("US ", "U.S. ") if n.startswith("US ") else n for n in names} | names)
        print(f"\n[{code}]")
        print(f"names = [{', '.join(map(quoted, spellings))}]")
        if spans:
            rows = (f'["{t}", "{a or ""}", "{b or ""}"]' for t, a, b in sorted(spans, key=lambda s: (s[0], s[1] or dt.date.min)))
            print(f"used = [{', '.join(rows)}]")


def _plural(locale: Locale, code: str, count: int) -> str:
    from babel.numbers import get_currency_name

    return get_currency_name(code, count, locale)


def quoted(text: str) -> str:
    return '"' + text.replace('"', '\\"') + '"'


if __name__ == "__main__":
    main()
