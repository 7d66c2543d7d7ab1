"""What a run only adds to is worked out in part: row for row what working out the whole gives, and the whole where anything else changed."""

import datetime as dt
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warehouse import Warehouse, moment

from pipeline import store
from pipeline.store import derive, load

US = "this program"

TABLES = {
    "version": "SELECT * FROM version",
    "point": "SELECT * EXCLUDE (point) FROM point",
    "claim": "SELECT p.series_id, p.period, c.* EXCLUDE (point) FROM claim c JOIN point p USING (point)",
    "release": "SELECT p.series_id, p.period, r.* EXCLUDE (point) FROM release r JOIN point p USING (point)",
    "numbers": "SELECT count(*), count(DISTINCT point), count(DISTINCT (series_id, period)) FROM point",
}
"""The derived tables without the numbers of points, which differ."""


def rows(con):
    return {table: con.execute(f"{query} ORDER BY ALL").fetchall() for table, query in TABLES.items()}


def same_as_whole(con):
    """Whether what stands is what working out the whole gives; afterwards the whole stands."""
    before = rows(con)
    derive.refresh(con)
    after = rows(con)
    assert before == after
    return after


def night(house, told):
    """Tell stories and bring the derived tables up to date, in whatever share of it is new: how often the whole was worked out."""
    for facts, more in told:
        house.tell(*facts, **more)
    with mock.patch.object(derive, "SHARE", 0.001), mock.patch.object(derive, "_work_out", wraps=derive._work_out) as whole:
        derive.refresh(house.open, US)
    return whole.call_count


LEAD = "Norway's unemployment rate rose to {} percent in January 2009, the statistics office said on Friday, as shipyards let 4,200 people go after a cold autumn. "
REST = (
    "Economists polled last week had foreseen that fewer would look for work, and the krone slipped against the euro after the release. "
    "The office counted 78,400 people without work, among them 12,300 who are younger than 25. "
    "Building firms in the west of the country have hired hardly anybody since the autumn, a survey of the employers' union showed. "
)
TAIL = "The labour minister told reporters that money for retraining would be found in the budget for the spring, and two unions asked for more. "
OTHER = (
    "Acme said on Monday that it would buy Bolt for 100 million dollars in cash, and that the boards of both had agreed to it at the weekend. "
    "The shares of Bolt rose by a fifth in early trade, those of Acme fell by 2 percent, and the unions of both asked what becomes of 3,100 jobs. "
)
BODIES = (
    "", LEAD.format("7.6") + REST + TAIL, "OSLO (Wire) - " + LEAD.format("7.6") + REST, LEAD.format("7.5") + REST + TAIL + "More on our page.",
    "BERGEN - " + REST + TAIL, OTHER, "NEW YORK - " + OTHER + "Neither would say more.",
)  # fmt: skip
"""None, three versions of a story and one without its lead, and two of another."""

SENTENCES = (
    "Jobless rate rose.",
    "The unemployment rate rose to 7.6 percent in January, the office said on Friday in its monthly release.",
)

rates = st.fixed_dictionaries({
    "value": st.sampled_from(["7.5", "7.6", "7.64", "8"]), "period": st.sampled_from(["2009-01", "2009-01", "2008-12", "2009", None]),
    "own_source": st.booleans(), "revision": st.sampled_from([None, None, None, "to", "from"]), "sentence": st.sampled_from(SENTENCES),
    "status": st.sampled_from(["actual", "actual", "forecast"]), "approx": st.sampled_from(["exact", "exact", "about"]),
})  # fmt: skip
deals = st.fixed_dictionaries({
    "value": st.sampled_from(["100", "101", "104", "112", "140", "500"]), "precision": st.sampled_from(["1", "10"]), "unit": st.just("USD"),
    "indicator": st.sampled_from(["deal_value", "deal_value", "debt_issue"]), "status": st.sampled_from(["actual", "plan"]),
    "entity": st.sampled_from(["Acme", "Acme Steel", "Bolt", None]), "partner": st.sampled_from(["Bolt", "Bolt Works", "Acme", None, None]),
    "period": st.sampled_from([None, None, "2009-02", "2009-02-07"]), "approx": st.sampled_from(["exact", "exact", "about"]),
})  # fmt: skip
stories = st.tuples(
    st.lists(st.one_of(rates, rates, deals, deals), max_size=3),
    st.fixed_dictionaries({
        "published": st.sampled_from([f"2009-02-{day:02}" for day in range(4, 16)] + ["2009-06-20", "2010-09-01", None]),
        "publisher": st.sampled_from(["Wire", "Wire", "Post", "Times"]), "body": st.sampled_from(BODIES),
    }),
)  # fmt: skip


@settings(max_examples=15, deadline=None)  # 4 s each; other ones in each run
@given(st.lists(st.lists(stories, min_size=1, max_size=6), min_size=1, max_size=4))
def test_nights_in_any_order_give_row_for_row_what_the_whole_gives(nights):
    house = Warehouse()
    night(house, [told()])
    assert [night(house, stories) for stories in nights] == [0] * len(nights)
    same_as_whole(house.open)
    house.open.close()


def told(body="", published="2009-02-06", publisher="Wire", **fact):
    return [fact], {"body": body, "published": published, "publisher": publisher}


def deal(value, published, **more):
    return told(
        published=published, value=value, unit="USD", indicator="deal_value", period=None, **{"entity": "Acme", "partner": "Bolt"} | more
    )


def test_an_earlier_version_told_later_is_superseded_by_the_one_that_stands():
    house = Warehouse()
    night(house, [told(BODIES[1], "2009-02-08"), told(value="9", period="2008-12")])
    assert night(house, [told(BODIES[3], "2009-02-07", value="7.5")]) == 0
    [(value, counts)] = house.open.execute("SELECT value, superseded_at IS NULL FROM claim WHERE value = 7.5").fetchall()
    assert (value, counts) == (7.5, False)
    assert house.open.execute("SELECT count(DISTINCT voice) FROM claim").fetchall() == [(2,)]
    same_as_whole(house.open)


def test_a_telling_between_two_makes_them_one_event():
    house = Warehouse()
    night(house, [deal("100", "2009-01-01"), deal("100", "2010-11-01"), deal("900", "2009-01-05")])
    events = "SELECT count(DISTINCT event) FROM claim"
    assert house.open.execute(events).fetchall() == [(3,)]
    assert night(house, [deal("100", "2009-12-01")]) == 0
    assert house.open.execute(events).fetchall() == [(2,)]
    same_as_whole(house.open)


def test_a_revision_told_later_opens_a_vintage():
    house = Warehouse()
    night(house, [told(), told(period="2008-11")])
    numbers = house.open.execute("SELECT period, point FROM point ORDER BY ALL").fetchall()
    assert night(house, [told(published="2009-03-06", value="7.7", revision="to"), told(published="2009-03-06", period="2008-10")]) == 0
    assert house.open.execute("SELECT value, vintage, latest FROM vintages WHERE period = '2009-01' ORDER BY vintage").fetchall() == [
        (7.6, 1, False),
        (7.7, 2, True),
    ]
    after = house.open.execute("SELECT period, point FROM point ORDER BY ALL").fetchall()
    assert set(numbers) < set(after), "points that stand keep their numbers"
    assert dict(after)["2008-10"] == 3, "new ones come behind"
    same_as_whole(house.open)


def retire(con):
    con.execute("UPDATE fact SET retired_at = ? WHERE low = 8", [moment("2026-03-01")])


def correct(con):
    columns = ", ".join(load.CORRECTED)
    con.execute(
        f"INSERT INTO corrected BY NAME SELECT fact, document, TRUE AS rejected, '1' AS correction, run, recorded_at, {columns} FROM readings() WHERE low = 8"
    )


@pytest.mark.parametrize(("change", "standing"), [(retire, 1), (correct, 1), (None, 2)])
def test_what_is_retired_or_corrected_works_the_whole_out(change, standing):
    house = Warehouse()
    night(house, [told(value="8", period="2008-12"), told()])
    if change:
        change(house.open)
    assert night(house, [told()]) == (1 if change else 0)
    assert house.open.execute("SELECT count(*) FROM point").fetchall() == [(standing,)]
    same_as_whole(house.open)


def test_the_first_story_that_is_not_synthetic_works_the_whole_out():
    house = Warehouse()
    facts, more = told(value="8", period="2008-12")
    assert night(house, [(facts, more | {"synthetic": True})]) == 1
    assert night(house, [(facts, more | {"synthetic": True})]) == 0
    assert night(house, [told()]) == 1
    assert night(house, [(facts, more | {"synthetic": True})]) == 0
    assert house.open.execute("SELECT period FROM point").fetchall() == [("2009-01",)]
    same_as_whole(house.open)


def test_another_program_and_too_much_out_of_order_work_the_whole_out():
    house = Warehouse()
    with mock.patch.object(derive, "_work_out", wraps=derive._work_out) as whole:

        def called(count, by, months):
            for month in months:
                house.tell({"period": f"{1990 + month // 12}-{month % 12 + 1:02}"})
            derive.refresh(house.open, by)
            assert whole.call_count == count
            same_as_whole(house.open) if not by else None

        called(1, US, range(100))
        called(1, US, range(100, 105))
        called(1, US, [105])
        called(2, US, range(106, 112))  # with those before more than a tenth
        called(2, US, [112])
        called(3, "another", [113])
        called(4, US, [114])
        called(5, "", [])
    assert house.open.execute("SELECT count(*) FROM basis").fetchall() == [(0,)]


def test_a_night_that_fails_leaves_what_stood(monkeypatch):
    house = Warehouse()
    night(house, [told(), deal("100", "2009-01-01")])
    before, basis = rows(house.open), house.open.execute("FROM basis").fetchall()

    def dies(*_):
        raise RuntimeError

    house.tell({"period": "2009-03"}, recorded="2026-01-02")
    with monkeypatch.context() as patch, pytest.raises(RuntimeError):
        patch.setattr(derive.basis, "record", dies)
        patch.setattr(derive, "SHARE", 0.001)
        derive.refresh(house.open, US)
    assert rows(house.open) == before and house.open.execute("FROM basis").fetchall() == basis
    assert night(house, []) == 0
    assert len(same_as_whole(house.open)["point"]) == 3


def test_a_file_of_before_has_no_basis(tmp_path):
    con = store.connect(tmp_path / "w.duckdb")
    assert con.execute("SELECT count(*) FROM basis").fetchall() == [(0,)]
    con.close()


def test_versions_of_a_window_are_those_of_the_whole():
    from pipeline.store.versions import versions

    house = Warehouse()
    for day in range(1, 29):
        for body in BODIES[1:]:
            house.tell({}, published=f"2009-02-{day:02}", body=f"{body} It was {day}.", publisher=f"P{day % 3}")
    derive.refresh(house.open)
    whole = {row["document"]: row for row in versions(house.open).to_pylist()}
    days = dict(house.open.execute("SELECT rowid, published_at::DATE FROM document").fetchall())
    assert len(whole) > 100
    for day in range(1, 29):
        since = dt.date(2009, 2, day)
        found = {row["document"]: row for row in versions(house.open, since).to_pylist()}
        assert found == {document: row for document, row in whole.items() if days[document] >= since}
