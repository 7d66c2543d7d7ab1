"""A warehouse written by DuckDB 1.5 is read and carried on by 2.0, and the other way round.  `make test-duckdb2` runs it: it needs both environments."""

import json
import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
OLD, NEW = ROOT / ".venv/bin/python", ROOT / ".venv-duckdb2/bin/python"
TELL = """
import json, sys
from pathlib import Path
import duckdb
from warehouse import Warehouse
from pipeline import store
house = Warehouse()
house.con = store.connect(Path(sys.argv[1]))
house.documents = int(sys.argv[2])
house.tell({"value": sys.argv[3]}, published=sys.argv[4])
print(json.dumps([duckdb.__version__, house.ask("SELECT value, documents FROM observations"), house.ask("SELECT count(*) FROM fact")]))
house.con.close()
"""


def tell(python, path, *arguments):
    done = subprocess.run(
        [python, "-c", TELL, str(path), *arguments], capture_output=True, text=True, cwd=ROOT, env=os.environ | {"PYTHONPATH": "tests"}
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize(("first", "second", "versions"), [(OLD, NEW, ("1.5", "2.0")), (NEW, OLD, ("2.0", "1.5"))])
def test_a_file_of_one_version_is_carried_on_by_the_other(tmp_path, first, second, versions):
    path = tmp_path / "w.duckdb"
    version, shown, facts = tell(first, path, "0", "7.6", "2009-02-06")
    assert (version[:3], shown, facts) == (versions[0], [[7.6, 1]], [[1]])
    version, shown, facts = tell(second, path, "1", "7.6", "2009-02-07")
    assert (version[:3], shown, facts) == (versions[1], [[7.6, 2]], [[2]])
    version, shown, facts = tell(first, path, "2", "7.6", "2009-02-08")
    assert (version[:3], shown, facts) == (versions[0], [[7.6, 3]], [[3]])
