"""Feeds and pages by address, from a server on loopback: what is asked for, what is stored, and what a server may not do to us."""

import datetime as dt
import gzip
import hashlib
import json
import os
import re
import socket
import ssl
import time
import tomllib
from dataclasses import replace
from email.utils import formatdate

import pytest
from commands import ROOT, statwire
from test_quarantine import listed
from test_run import ask, run
from web import Reply, Web

import pipeline.rehearse
import pipeline.report
import pipeline.run
from pipeline.fetch import follow, redirect, shelf
from pipeline.fetch.client import Answer, Bounds, FetchError
from pipeline.fetch.manners import Manners, retry_after
from pipeline.read import read

FEED = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Latest headlines</title><link>{web}/</link><image><url>{web}/logo.png</url></image>
<item><guid>n1</guid><title>Exports</title><link>{web}/story/1</link><pubDate>Thu, 19 Mar 2015 08:00:00 +0100</pubDate>
<content:encoded><![CDATA[<p>Exports of Norway rose {rise} percent in 2014.</p><img src="{web}/chart.png"><a href="{web}/more">more</a>]]></content:encoded>
<enclosure url="{web}/sound.mp3" type="audio/mpeg"/></item></channel></rss>"""
PAGE = """<!DOCTYPE html><html lang="en"><head><title>Prices</title><meta property="article:published_time" content="2015-03-19">
<link rel="stylesheet" href="/style.css"></head><body><article><h1>Prices</h1>
<p>Consumer prices of Norway rose 0.3 percent in February, the statistics office said on Thursday, after a month without change.</p>
<p>Petrol cost £2.9 more than in the month before, while food and rents stayed what they had been in the year before that.</p></article></body></html>"""
TEXT = b"Exports of Norway rose 5 percent in 2014."


@pytest.fixture
def web(monkeypatch):
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    with Web() as made:
        yield made
        made.shutdown()


@pytest.fixture
def waits(monkeypatch):
    """The seconds that would have been waited, in order."""
    waited = []
    manners = Manners(bounds=Bounds(connect=1, read=0.3, total=0.6, size=100_000), sleep=waited.append)
    monkeypatch.setattr(follow, "MANNERS", manners)
    return waited


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch, waits):
    """Each test in a folder of its own, where `statwire.toml` would be looked for."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def follows(place, **sources):
    """Write the config: a url, or a table, a source."""
    lines = []
    for name, said in sources.items():
        lines += ["[[source]]", f'name = "{name}"']
        lines += [f"{key} = {json.dumps(value)}" for key, value in (said if isinstance(said, dict) else {"url": said}).items()]
    (place / "statwire.toml").write_text("\n".join(lines) + "\n")


def fetched(*names):
    """What `statwire fetch` says of each source."""
    result = statwire("fetch", *names, "--json")
    found = json.loads(result.stdout)
    assert result.exit_code == (4 if any(each["outcome"] == "failed" for each in found) else 0), result.output
    return {each["source"]: each for each in found}


def failure(name="a"):
    found = fetched()[name]
    assert found["outcome"] == "failed"
    assert kept(name) == [], "nothing is half-written"
    return found["reason"]


def kept(name="a"):
    """The bodies that are stored of a source."""
    return sorted(
        p for p in (shelf.Path("data/raw") / name).glob("*") if not p.name.endswith(".origin.toml") and not p.name.startswith(".")
    )


def origin(path):
    return tomllib.loads(path.with_name(path.name + ".origin.toml").read_text("utf-8"))


def test_a_response_is_stored_as_received_with_its_origin_beside_it(place, web):
    headers = {"ETag": '"v1"', "Last-Modified": "Thu, 19 Mar 2015 07:00:00 GMT", "Content-Type": "text/plain; charset=utf-8"}
    web.pages["/a.txt"] = Reply(TEXT, headers=headers)
    follows(place, a={"url": web.at("/a.txt"), "publisher": 'The "Norland" Wire', "licence": "CC-BY-4.0", "language": "en"})
    assert fetched()["a"]["outcome"] == "new"
    (path,) = kept()
    assert path.read_bytes() == TEXT and path.suffix == ".txt"
    said = origin(path)
    assert abs(said.pop("accessed").timestamp() - time.time()) < 60
    assert said == {
        "publisher": 'The "Norland" Wire', "url": web.at("/a.txt"), "licence": "CC-BY-4.0", "language": "en",
        "sha256": hashlib.sha256(TEXT).hexdigest(), "status": 200,
        "etag": '"v1"', "last_modified": "Thu, 19 Mar 2015 07:00:00 GMT", "content_type": "text/plain; charset=utf-8",
    }  # fmt: skip
    assert web.asked == ["/robots.txt", "/a.txt"]
    assert all(each["user-agent"].startswith("statwire/0.") for each in web.headers)


def test_what_has_not_changed_is_asked_for_by_its_etag_and_date_and_stores_nothing(place, web):
    def page(headers):
        same = headers.get("if-none-match") == '"v1"' and headers.get("if-modified-since") == "Thu, 19 Mar 2015 07:00:00 GMT"
        return Reply(b"", 304) if same else Reply(TEXT, headers={"ETag": '"v1"', "Last-Modified": "Thu, 19 Mar 2015 07:00:00 GMT"})

    web.pages["/a.txt"] = page
    follows(place, a=web.at("/a.txt"))
    fetched()
    before = {path: path.read_bytes() for path in place.rglob("*") if path.is_file() and path.name != shelf.NOTE}
    assert fetched()["a"]["outcome"] == "unchanged"
    assert {path: path.read_bytes() for path in place.rglob("*") if path.is_file() and path.name != shelf.NOTE} == before


def test_a_body_that_comes_again_stores_nothing_and_another_one_a_new_file(place, web):
    replies = [Reply(body, headers={"ETag": f'"{n}"'}) for n, body in enumerate((TEXT, TEXT, b"Another.", TEXT))]
    web.pages["/a.txt"] = list(replies)
    follows(place, a=web.at("/a.txt"))
    assert [fetched()["a"]["outcome"] for _ in replies] == ["new", "unchanged", "new", "unchanged"]
    assert sorted(path.read_bytes() for path in kept()) == [b"Another.", TEXT]
    assert [each.get("if-none-match") for each, path in zip(web.headers, web.asked, strict=True) if path == "/a.txt"] == [
        None, '"0"', '"1"', '"2"',
    ]  # fmt: skip


def test_a_body_that_somebody_deleted_is_asked_for_anew(place, web):
    web.pages["/a.txt"] = lambda headers: Reply(b"", 304) if "if-none-match" in headers else Reply(TEXT, headers={"ETag": '"v1"'})
    follows(place, a=web.at("/a.txt"))
    fetched()
    kept()[0].unlink()
    assert fetched()["a"]["outcome"] == "new" and kept()


def test_the_words_of_one_address_are_not_told_to_another(place, web):
    web.pages["/a.txt"] = web.pages["/b.txt"] = Reply(TEXT, headers={"ETag": '"v1"'})
    follows(place, a=web.at("/a.txt"))
    fetched()
    follows(place, a=web.at("/b.txt"))
    assert fetched()["a"]["outcome"] == "unchanged"
    assert "if-none-match" not in web.headers[-1]


@pytest.mark.parametrize("rules", ["User-agent: *\nDisallow: /a", "User-agent: statwire\nDisallow: /*.txt$\n\nUser-agent: *\nAllow: /"])
def test_what_robots_txt_disallows_is_not_asked_for_and_said(place, web, rules):
    web.pages |= {"/robots.txt": Reply(rules.encode()), "/a.txt": Reply(TEXT)}
    follows(place, a=web.at("/a.txt"))
    assert "robots.txt of 127.0.0.1" in failure() and "does not let us" in failure()
    assert set(web.asked) == {"/robots.txt"}


def test_the_longest_rule_of_robots_txt_counts_and_it_is_read_once(place, web):
    web.pages |= {
        "/robots.txt": Reply(b"User-agent: *\nDisallow: /\nAllow: /feeds/"),
        "/feeds/a.txt": Reply(TEXT),
        "/feeds/b.txt": Reply(TEXT),
    }
    follows(place, a=web.at("/feeds/a.txt"), b=web.at("/feeds/b.txt"))
    assert {each["outcome"] for each in fetched().values()} == {"new"}
    assert web.asked == ["/robots.txt", "/feeds/a.txt", "/feeds/b.txt"]


def test_a_server_in_trouble_over_its_robots_txt_is_left_alone(place, web):
    web.pages |= {"/robots.txt": Reply(b"", 503), "/a.txt": Reply(TEXT)}
    follows(place, a=web.at("/a.txt"), b=web.at("/b.txt"))
    assert "cannot be read (the server answers 503)" in failure()
    assert web.asked == ["/robots.txt"] * 3, "three tries, for both"


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_a_server_without_robots_txt_lets_us(place, web, status):
    web.pages |= {"/robots.txt": Reply(b"User-agent: *\nDisallow: /", status), "/a.txt": Reply(TEXT)}
    follows(place, a=web.at("/a.txt"))
    assert fetched()["a"]["outcome"] == "new"


def test_between_two_requests_to_a_host_there_is_a_pause_as_long_as_it_asks_up_to_a_bound(place, web, waits):
    web.pages |= {"/a.txt": Reply(TEXT), "/b.txt": Reply(TEXT)}
    follows(place, a=web.at("/a.txt"), b=web.at("/b.txt"))
    for rules, most, least in ((b"", 1, 0.5), (b"User-agent: *\nCrawl-delay: 7", 7, 6), (b"User-agent: *\nCrawl-delay: 9000", 30, 29)):
        waits.clear()
        web.pages["/robots.txt"] = Reply(rules)
        fetched()
        assert len(waits) == 2 and all(least < wait <= most for wait in waits)


@pytest.mark.parametrize(("said", "wait"), [("5", 5), (None, 2), ("nonsense", 2)])
def test_a_server_that_is_busy_is_asked_again_when_it_says_so(place, web, waits, said, wait):
    web.pages["/a.txt"] = [Reply(b"", 503, {"Retry-After": said} if said else {}), Reply(TEXT)]
    follows(place, a=web.at("/a.txt"))
    assert fetched()["a"]["outcome"] == "new"
    assert wait in waits


def test_a_server_that_asks_for_an_hour_is_asked_by_a_later_run(place, web, waits):
    web.pages["/a.txt"] = Reply(b"", 429, {"Retry-After": "3600"})
    follows(place, a=web.at("/a.txt"))
    assert "answers 429" in failure()
    assert web.asked.count("/a.txt") == 1 and max(waits, default=0) <= 1


def test_retry_after_may_be_a_date():
    def said(value):
        return retry_after(Answer("", 503, {"Retry-After": value}, b""))

    assert 50 < said(formatdate(time.time() + 60, usegmt=True)) <= 60
    assert said("Thu, 19 Mar 2015 07:00:00 GMT") == 0 and said("") is None and said("-5") is None and said("\u00b2") is None


@pytest.mark.parametrize(("status", "tries"), [(404, 1), (410, 1), (403, 1), (500, 3), (204, 1), (206, 1), (304, 1)])
def test_an_answer_that_is_none_stores_nothing(place, web, status, tries):
    web.pages["/a.txt"] = Reply(b"", status)
    follows(place, a=web.at("/a.txt"))
    assert f"{web.at('/a.txt')} cannot be fetched: the server answers {status}" in failure()
    assert web.asked.count("/a.txt") == tries


def test_an_empty_body_is_no_news(place, web):
    web.pages["/a.txt"] = Reply(b" \n")
    follows(place, a=web.at("/a.txt"))
    assert "answers with nothing" in failure()


def silent(connection):
    time.sleep(1)


def dripping_headers(connection):
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    for _ in range(20):
        time.sleep(0.1)
        connection.sendall(b"X: y\r\n")


def dripping_body(connection):
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n")
    for _ in range(20):
        time.sleep(0.1)
        connection.sendall(b"x")


def broken_chunk(connection):
    connection.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n20\r\nExports of Norway")


def nonsense(connection):
    connection.sendall(b"\x00\x01\x02 this is no HTTP\r\n\r\n")


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (silent, "nothing came for 0.3 s"),
        (dripping_headers, "did not come whole within 0.6 s"),
        (dripping_body, "did not come whole within 0.6 s"),
        (broken_chunk, "the connection broke off"),
        (nonsense, "the connection broke off"),
        (socket.socket.close, "the connection broke off"),
    ],
)
def test_a_server_that_does_not_answer_whole_is_given_up_in_time(place, web, monkeypatch, answer, reason):
    monkeypatch.setattr(follow, "MANNERS", replace(follow.MANNERS, tries=1))
    web.pages["/a.txt"] = Reply(raw=answer)
    follows(place, a=web.at("/a.txt"))
    begun = time.monotonic()
    assert reason in failure()
    assert time.monotonic() - begun < 1.5


def test_a_body_that_breaks_off_is_asked_for_again_and_never_stored(place, web):
    web.pages["/a.txt"] = [Reply(TEXT[:9], length=len(TEXT)), Reply(TEXT)]
    follows(place, a=web.at("/a.txt"))
    fetched()
    assert [path.read_bytes() for path in kept()] == [TEXT]


def test_a_server_that_is_not_there_stops_nobody_else(place, web):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        gone = f"http://127.0.0.1:{taken.getsockname()[1]}/a.txt"
        web.pages["/b.txt"] = Reply(TEXT)
        follows(place, a=gone, b=web.at("/b.txt"))
        assert "no connection: connection refused" in failure()
    assert kept("b")


@pytest.mark.parametrize("pack", [False, True])
def test_a_body_that_is_too_large_is_not_taken_however_small_it_is_packed(place, web, pack):
    large = b"0" * 50_000_000 if pack else b"0" * 100_001
    web.pages["/a.txt"] = Reply(gzip.compress(large), headers={"Content-Encoding": "gzip"}) if pack else Reply(large)
    follows(place, a=web.at("/a.txt"))
    assert "larger than 100,000 bytes" in failure()
    assert web.asked.count("/a.txt") == 1


def test_a_packed_body_is_stored_unpacked_and_one_that_is_damaged_not_at_all(place, web):
    packed = gzip.compress(TEXT)
    follows(place, a=web.at("/a.txt"))
    for body, packing, reason in (
        (b"no gzip", "gzip", "not packed as it says"),
        (packed[:-9], "gzip", "cut off"),
        (TEXT, "br", "not asked for"),
    ):
        web.pages["/a.txt"] = Reply(body, headers={"Content-Encoding": packing})
        assert reason in failure()
    web.pages["/a.txt"] = Reply(packed, headers={"Content-Encoding": "gzip"})
    fetched()
    assert [path.read_bytes() for path in kept()] == [TEXT]


def test_redirects_are_followed_and_the_last_address_is_the_origin(place, web):
    web.pages |= {
        "/a": Reply(b"", 301, {"Location": "/b?x=1#part"}),
        "/b?x=1": Reply(b"", 302, {"Location": web.at("/c.txt")}),
        "/c.txt": Reply(TEXT),
    }
    follows(place, a=web.at("/a"))
    fetched()
    assert origin(kept()[0])["url"] == web.at("/c.txt")


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("/a", "more than 5 redirects"),
        ("/closed", "does not let us"),
        ("file:///etc/hostname", "no address of the web"),
        ("ftp://127.0.0.1/a", "no address of the web"),
        ("http://[::1", "no address"),
        ("", "no address of the web"),
    ],
)
def test_a_redirect_leads_nowhere_that_we_do_not_go(place, web, location, reason):
    web.pages |= {
        "/robots.txt": Reply(b"User-agent: *\nDisallow: /closed"),
        "/a": Reply(b"", 302, {"Location": location}),
        "/closed": Reply(TEXT),
    }
    follows(place, a=web.at("/a"))
    assert reason in failure()
    assert "/closed" not in web.asked


def test_a_redirect_to_another_host_asks_that_host_first(place, web):
    with Web() as other:
        other.pages |= {"/robots.txt": Reply(b"User-agent: *\nDisallow: /"), "/a.txt": Reply(TEXT)}
        web.pages["/a"] = Reply(b"", 302, {"Location": other.at("/a.txt")})
        follows(place, a=web.at("/a"))
        assert "does not let us" in failure()
        assert other.asked == ["/robots.txt"]
        other.shutdown()


def test_a_redirect_leaves_neither_https_nor_the_public_network(monkeypatch):
    inside = {"wire.example": "93.184.215.14", "mirror.example": "1.1.1.1", "metadata.example": "169.254.169.254"}
    monkeypatch.setattr(redirect.socket, "getaddrinfo", lambda name, *_, **__: [(2, 1, 6, "", (inside[name], 0))])

    def led(before, after):
        return redirect.onward(Answer(before, 302, {"Location": after}, b""))

    assert led("http://wire.example/a", "https://mirror.example/a") == "https://mirror.example/a"
    with pytest.raises(FetchError, match="from https to http"):
        led("https://wire.example/a", "http://mirror.example/a")
    with pytest.raises(FetchError, match="inside ours"):
        led("http://wire.example/a", "http://metadata.example/latest")


def test_a_certificate_that_nobody_vouches_for_is_refused(place, web):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(ROOT / "tests/self_signed.pem")  # its key is no secret: it is here so that nobody trusts it
    with Web() as secure:
        secure.socket = context.wrap_socket(secure.socket, server_side=True)
        follows(place, a=secure.at("/a.txt").replace("http:", "https:"))
        assert "cannot be trusted: self-signed certificate" in failure()
        assert secure.asked == []
        secure.shutdown()


def test_the_proxy_of_the_environment_is_asked(place, web, monkeypatch):
    monkeypatch.setenv("http_proxy", web.at("").rstrip("/"))
    monkeypatch.delenv("no_proxy", raising=False)
    web.pages["http://wire.example/a.txt"] = Reply(TEXT)
    follows(place, a="http://wire.example/a.txt")
    assert fetched()["a"]["outcome"] == "new"
    assert web.asked == ["http://wire.example/robots.txt", "http://wire.example/a.txt"]


def test_a_run_reads_what_it_fetched_and_asks_for_nothing_that_is_named_in_it(place, web):
    web.pages |= {"/rss": [Reply(FEED.format(web=web.at(""), rise=rise).encode()) for rise in (5, 6)], "/prices": Reply(PAGE.encode())}
    follows(
        place, wire={"url": web.at("/rss"), "publisher": "Norland Wire"}, page={"url": web.at("/prices"), "publisher": "Statistics Norland"}
    )
    result = run(place, "data/raw")
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("fetched   2 sources: 2 new\nread      2 stories: 2 new")
    found = [(publisher, url, float(low)) for publisher, url, low in ask(place, "SELECT publisher, url, low FROM facts ORDER BY low")]
    assert found[0] == ("Statistics Norland", web.at("/prices"), 0.3) and found[-1] == ("Norland Wire", web.at("/story/1"), 5.0)
    assert {origin.split("/")[2] for (origin,) in ask(place, "SELECT origin FROM document")} == {"wire", "page"}
    assert ask(place, "SELECT told::JSON->>'publisher', told::JSON->>'url' FROM document") == [("metadata", "metadata")] * 2
    assert web.asked == ["/robots.txt", "/rss", "/prices"]
    again = run(place, "data/raw", "--json")
    assert json.loads(again.stdout)["fetched"] == {"new": 1, "unchanged": 1}
    assert ask(place, "SELECT count(*) FROM document WHERE story = 'n1'") == [(2,)]
    assert set(web.asked) == {"/robots.txt", "/rss", "/prices"}, "no link, image, style or enclosure"


def test_no_reader_opens_a_connection(place, web, monkeypatch):
    folder = place / "here"
    folder.mkdir()
    (folder / "feed").write_text(FEED.format(web=web.at(""), rise=5))
    (folder / "page").write_text(PAGE.replace("/style.css", web.at("/style.css")))
    (folder / "entity.xml").write_text(f'<!DOCTYPE rss SYSTEM "{web.at("/x.dtd")}"><rss version="2.0"><channel/></rss>')
    (folder / "story.md").write_text(f"![chart]({web.at('/chart.png')}) Exports rose 5 percent.")

    def refused(*_):
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refused)
    said = statwire("extract", *map(str, sorted(folder.iterdir())))
    assert said.exit_code == 4 and said.stdout.count('"quote"') >= 3, "all but the entity is read"
    assert web.asked == []


def test_a_page_is_read_as_its_server_says_and_known_by_its_address(place, web):
    body = PAGE.replace("statistics office", "бюро").encode("iso-8859-5", "replace")
    web.pages["/2015/prices.md"] = Reply(body, headers={"Content-Type": "text/html; charset=iso-8859-5"})
    follows(place, a=web.at("/2015/prices.md"))
    fetched()
    assert kept()[0].suffix == ".html", "else its name says Markdown"
    (page,) = read(kept()[0])
    assert "the бюро said" in page.text
    assert (page.id, page.url, page.told["url"]) == (web.at("/2015/prices.md"), web.at("/2015/prices.md"), "metadata")
    assert page.told["publisher"] == "inferred"


def test_a_source_that_cannot_be_fetched_is_told_once_and_let_go_when_it_can(place, web):
    (place / "data/raw").mkdir(parents=True)
    (place / "data/raw/story.txt").write_bytes(TEXT)
    web.pages["/a.txt"] = [Reply(b"", 404), Reply(b"", 404), Reply(b"", 410), Reply(TEXT + TEXT)]
    follows(place, a=web.at("/a.txt"))
    runs = [run(place, "data/raw") for _ in range(2)]
    assert [result.exit_code for result in runs] == [4, 0], "the rest is read and published, and what stands is no news"
    assert "statwire.toml#a: " in runs[0].stdout and "answers 404" in runs[0].stdout
    assert ask(place, "SELECT count(*) FROM document") == [(1,)]
    assert '"level": "warning", "event": "fetched", "source": "a", "outcome": "failed"' in runs[1].stderr
    assert run(place, "data/raw").exit_code == 4, "another reason is"
    assert [row["file"] for row in listed(place)] == ["statwire.toml#a"]
    follows(place)
    assert "resolved  1" in run(place, "data/raw").stdout, "it is followed no more"
    follows(place, a=web.at("/a.txt"))
    assert run(place, "data/raw").exit_code == 0
    assert listed(place) == [] and ask(place, "SELECT count(*) FROM document") == [(2,)]


def test_a_run_fetches_only_what_it_reads_and_nothing_offline_or_in_a_rehearsal(place, web, monkeypatch):
    def stops(*_):
        raise OSError("what comes after is no matter here")

    monkeypatch.setattr(pipeline.run, "run", stops)
    monkeypatch.setattr(pipeline.rehearse, "rehearse", stops)
    web.pages["/a.txt"] = Reply(TEXT)
    follows(place, a=web.at("/a.txt"))
    (place / "data/raw").mkdir(parents=True)
    (place / "other").mkdir()
    for arguments in (("data/raw", "--offline"), ("data/raw", "--dry-run"), ("other",)):
        assert "no matter" in run(place, *arguments).stderr
    assert web.asked == []
    refused = run(place, "other", "--config", "statwire.toml")
    assert refused.exit_code == 2 and "which is not read: name it with --raw" in refused.stderr
    run(place, "data", "--config", "statwire.toml")
    assert web.asked == ["/robots.txt", "/a.txt"]


def test_commands_read_the_folder_that_the_config_names(place):
    (place / "statwire.toml").write_text('raw = "stories"')
    (place / "stories").mkdir()
    (place / "stories/a.txt").write_bytes(TEXT)
    (place / "stories/b.txt").write_bytes(b"")
    for command in (["run", "--reports", "r"], ["rebuild"], ["rejects", "--retry", "--reports", "r"]):
        result = statwire(*command)
        assert result.exit_code in (0, 4) and "stories/b.txt" in result.stdout, result.output
    assert statwire("sql", "SELECT count(*) AS n FROM document", "--format", "csv").stdout == "n\n1\n"
    assert "other does not exist" in statwire("run", "--raw", "other").stderr, "what is given goes before"


def test_a_source_is_asked_as_often_as_it_says_and_at_once_by_its_name(place, web):
    web.pages["/a.txt"] = Reply(TEXT)
    follows(place, a={"url": web.at("/a.txt"), "every": "6h"})
    assert [fetched(*names)["a"]["outcome"] for names in ((), (), ("a",))] == ["new", "not due", "unchanged"]
    note = place / "data/raw/a" / shelf.NOTE
    note.write_text(note.read_text().replace("asked = 2", "asked = 1"))
    assert fetched()["a"]["outcome"] == "unchanged"


@pytest.mark.parametrize("step", range(8))
def test_a_kill_at_any_step_loses_nothing_and_leaves_no_body_without_its_origin(place, web, monkeypatch, step):
    web.pages["/a.txt"] = lambda headers: Reply(b"", 304) if "if-none-match" in headers else Reply(TEXT, headers={"ETag": '"v1"'})
    follows(place, a=web.at("/a.txt"))
    steps = iter(range(99))

    class KilledError(BaseException):
        pass

    def until(real):
        def maybe(*given, **more):
            if next(steps) == step:
                raise KilledError
            return real(*given, **more)

        return maybe

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", until(os.fsync))
        patch.setattr(shelf.Path, "replace", until(shelf.Path.replace))
        with pytest.raises(KilledError):
            list(follow.fetch(*_config(place), always=True))
    assert all(origin(path)["sha256"] for path in kept())
    fetched()
    (path,) = kept()
    assert path.read_bytes() == TEXT and origin(path)["etag"] == '"v1"'
    assert fetched()["a"]["outcome"] == "unchanged"
    assert not [p for p in path.parent.iterdir() if p.name.endswith(shelf.PARTIAL)]
    assert len(list(path.parent.glob("*.origin.toml"))) == 1


def _config(place):
    from pipeline.fetch.config import read

    config = read(place / "statwire.toml")
    return config, config.sources


def test_two_fetches_do_not_meet_in_one_folder(place, web):
    follows(place, a=web.at("/a.txt"))
    with shelf.opened(place / "data/raw/a"):
        assert "another fetch is at it" in failure()
    assert web.asked == []


def test_a_folder_that_cannot_be_written_is_told(place, web):
    web.pages["/a.txt"] = Reply(TEXT)
    (place / "data/raw").mkdir(parents=True)
    (place / "data/raw/a").write_text("")
    follows(place, a=web.at("/a.txt"))
    assert "cannot be stored: file exists" in fetched()["a"]["reason"]


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ("[[source]]\nname = 'a'\nurl = 'ftp://x.example/a'", "source 'a': url 'ftp://x.example/a' is no address of the web"),
        ("[[source]]\nname = 'a'\nurl = '/etc/passwd'", "is no address of the web: begin it with https://"),
        ("[[source]]\nname = 'a'\nurl = 'https://me:word@x.example/'", "names a user"),
        ("[[source]]\nname = 'a'\nurl = 'https://x.example:99999/'", "is no address"),
        ("[[source]]\nname = 'a'\nurl = 'https://x.example/a b'", "holds a space"),
        (
            "[[source]]\nname = 'a'\nurl = 'https://x.example/'\npublischer = 'X'",
            "'publischer' is unknown: a source has name, url, publisher",
        ),
        (
            "[[source]]\nname = 'a'\nurl = 'https://x.example/'\n[[source]]\nname = 'a'\nurl = 'https://y.example/'",
            "two sources are named 'a'",
        ),
        ("[[source]]\nname = '../a'\nurl = 'https://x.example/'", "its name is that of a folder"),
        ("[[source]]\nname = 'a'", "source 'a' has no `url`"),
        ("[[source]]\nurl = 'https://x.example/'", "source 1 has no `name`"),
        ("[[source]]\nname = 'a'\nurl = 7", "`url` is no text on one line"),
        ("[[source]]\nname = 'a'\nurl = 'https://x.example/'\nevery = 'daily'", "every 'daily' is no age: write 90m, 36h or 7d"),
        ("[source]\nname = 'a'", "write [[source]] with two brackets"),
        ("[[sources]]\nname = 'a'", "'sources' is unknown: begin each source with [[source]]"),
        ("raw = 3", "`raw` names a folder"),
        ("[[source", "is no TOML"),
        ("\xff", "is not UTF-8"),
    ],
)
def test_a_config_that_cannot_be_used_is_wrong_usage_in_one_line(place, config, said):
    (place / "statwire.toml").write_text(config, encoding="latin-1")
    for arguments in (("fetch",), ("run", "--raw", str(place))):
        result = statwire(*arguments)
        assert result.exit_code == 2
        assert len([line for line in result.stderr.splitlines() if line.startswith("Error: statwire.toml") and said in line]) == 1, (
            result.stderr
        )
    assert list(place.iterdir()) == [place / "statwire.toml"]


def test_the_readme_s_config_is_one(place):
    (example,) = [
        part for part in re.findall(r"```toml\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL) if "[[source]]" in part
    ]
    (place / "statwire.toml").write_text(example)
    config, (source,) = _config(place)
    assert (source.name, source.every, config.raw) == ("norland-wire", dt.timedelta(hours=6), place / "data/raw")


def test_a_name_or_a_file_that_is_not_there_is_wrong_usage(place):
    missing = statwire("fetch")
    assert missing.exit_code == 2 and "statwire.toml does not exist" in missing.stderr
    follows(place, a="https://x.example/")
    unknown = statwire("fetch", "b")
    assert unknown.exit_code == 2 and "has no source 'b': it has a" in unknown.stderr
