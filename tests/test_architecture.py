"""Who may import whom.  A new arrow is a design decision: change this table and say why in the commit."""

import ast
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "pipeline"

STAGES = {"model", "lexicon", "clean", "split", "recognise", "interpret", "read", "store", "report"}
MAY_IMPORT = {
    "model": set(),
    "lexicon": set(),
    "clean": {"model", "lexicon", "typography"},  # lexicon: the words of page furniture are data like all others
    "split": {"model", "lexicon"},
    "recognise": {"model", "lexicon"},
    "interpret": {"model", "lexicon", "recognise"},  # recognise.period: times as written
    "signature": set(),
    "typography": set(),
    "fetch": {"read"},  # the name of an origin file
    "read": {"model", "lexicon"},  # lexicon: the words that tell a language
    "store": {"model", "lexicon"},  # lexicon: which indicators are flows, stocks and prices is data like all words
    "report": {"store", "lexicon", "batch"},  # lexicon: the names of places; batch: the processes that draw
    "record": {"model", "interpret"},  # interpret.calendar: the bounds of a period
    "export": {"store", "lexicon"},  # lexicon: which entities are places, for REF_AREA
    # lexicon: the words that a field may hold; interpret: what follows from a corrected field (bounds of a period, key of a name)
    "corrections": {"lexicon", "interpret", "record", "store"},
    # what a run needs that nobody watches; interpret, record, lexicon: a story's date as given or inferred, for --since
    "batch": {"model", "lexicon", "interpret", "read", "record", "store"},  # read: what its readers reject
    "facts": {
        "clean",
        "split",
        "recognise",
        "interpret",
        "record",
        "model",
        "lexicon",
        "read",
        "signature",
        "typography",
        "store",
        "batch",
    },  # store: the shape of rows; batch: no sweep inside a story
    "run": {"facts", "read", "model", "lexicon", "store", "record", "corrections", "batch"},  # corrections are applied on every build
    "warm": {"facts", "model"},
    "rebuild": {"run", "read", "store", "corrections", "batch"},
    "rehearse": {"run", "store", "corrections", "batch"},
    "find": {"store", "lexicon"},  # lexicon: places are searched by name
    "show": {
        "batch",
        "fetch",
        "clean",
        "facts",
        "record",
        "run",
        "rebuild",
        "read",
        "recognise",
        "corrections",
        "find",
        "report",
    },  # report.words: amounts as people read them
    "cli": STAGES | {"facts", "record", "run", "rebuild", "export", "find", "show", "corrections", "batch", "rehearse", "fetch"},
}
DOORS = {
    "duckdb": ("store/",),
    "matplotlib": ("report/",),
    "quantulum3": ("recognise/quantulum.py",),
    "typst": ("report/",),
    "trafilatura": ("read/html.py",),
    "feedparser": ("read/feed.py",),
    "pypdfium2": ("read/pdf.py",),
    "markdown_it": ("read/markdown.py",),
    "warcio": ("read/warc.py",),
    "zstandard": ("read/packed.py",),
    "protego": ("fetch/robots.py",),
    # The network has one door: what is not there opens no connection, whatever a document says.
    "urllib3": ("fetch/client.py",),
    "urllib": ("fetch/", "export.py"),  # export: urllib.parse alone
    "socket": ("fetch/redirect.py",),
    "ssl": ("fetch/client.py",),
    "http": (),
    "requests": (),
    "lxml": ("read/",),
    "rensa": ("signature.py",),
    "py3langid": ("read/language.py",),
    "pandas": ("store/query.py", "report/", "show/tables.py"),
}


def imports(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names = [f"pipeline.{alias.name}" for alias in node.names]
            yield from ([node.module] if node.module != "pipeline" else names)


def modules():
    return [(path, path.relative_to(PACKAGE).as_posix()) for path in sorted(PACKAGE.rglob("*.py"))]


def test_imports_follow_the_table():
    wrong = []
    for path, where in modules():
        part = where.split("/")[0].removesuffix(".py")
        for name in imports(path):
            top, _, rest = name.partition(".")
            target = rest.split(".")[0]
            if top == "pipeline" and part != "__init__" and target != part and target not in MAY_IMPORT[part]:
                wrong.append(f"{where} imports {name}")
            if top in DOORS and not where.startswith(DOORS[top]):
                wrong.append(f"{where} imports {name}; only {DOORS[top]} may")
    assert wrong == []


def test_every_module_says_its_duty():
    silent = [where for path, where in modules() if not ast.get_docstring(ast.parse(path.read_text("utf-8")))]
    assert silent == []


def test_every_sql_file_says_what_one_row_is():
    silent = [file.name for file in (PACKAGE / "sql").rglob("*.sql") if not file.read_text("utf-8").startswith("-- ")]
    assert silent == []
