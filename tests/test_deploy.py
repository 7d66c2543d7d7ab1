"""What lies ready under deploy/ names commands, options and files that exist."""

import configparser
import json
import re
import shlex
import tomllib

import click
import pytest
from commands import ROOT

from pipeline.cli import main

DEPLOY = ROOT / "deploy"


def commands():
    """(file, arguments) of every call of statwire in deploy/."""
    for path in sorted(DEPLOY.iterdir()):
        text = path.read_text("utf-8")
        for line in text.splitlines():
            if path.name == "Dockerfile" and line.startswith("# docker run"):
                yield path.name, shlex.split(line.split(" statwire ", 1)[1])
            elif path.name != "Dockerfile":
                for found in re.findall(r"/bin/statwire ([^>|&#]*)", line):
                    yield path.name, shlex.split(re.sub(r"\s\d$", "", found.rstrip()))
    yield "Dockerfile", json.loads(re.search(r"^CMD (.*)$", (DEPLOY / "Dockerfile").read_text("utf-8"), re.MULTILINE)[1])


def unit(name):
    made = configparser.ConfigParser(interpolation=None, strict=True)
    made.optionxform = str
    made.read_string((DEPLOY / name).read_text("utf-8"))
    return made


@pytest.mark.parametrize(("file", "arguments"), list(commands()))
def test_each_call_is_one_that_statwire_takes(file, arguments):
    name, *options = arguments
    try:
        main.commands[name].make_context(name, options)
    except click.UsageError as error:
        pytest.fail(f"deploy/{file}: statwire {shlex.join(arguments)}: {error.format_message()}")


def test_every_kind_of_schedule_runs_statwire():
    assert {file for file, (name, *_) in commands() if name == "run"} == {"Dockerfile", "crontab", "statwire.service"}


def test_a_night_with_rejected_input_or_a_run_still_at_work_is_no_failed_unit():
    from pipeline.cli import ends

    service = unit("statwire.service")
    assert service["Service"]["SuccessExitStatus"].split() == [str(ends.EXIT_REJECTED), str(ends.EXIT_BUSY)]
    assert service["Service"]["Type"] == "oneshot"
    timer = unit("statwire.timer")["Timer"]
    assert timer["Unit"] == "statwire.service" and timer["Persistent"] == "true"


def test_the_image_is_made_of_files_that_exist_and_a_python_that_fits():
    text = (DEPLOY / "Dockerfile").read_text("utf-8")
    for sources in re.findall(r"^COPY (.*) \S+$", text, re.MULTILINE):
        for source in sources.split():
            assert (ROOT / source).exists(), source
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    least = tuple(map(int, project["requires-python"].removeprefix(">=").split(".")))
    assert tuple(map(int, re.search(r"^FROM python:([\d.]+)", text, re.MULTILINE)[1].split("."))) >= least
    for needed in (project["readme"], *project["license-files"], "pyproject.toml", "requirements.lock"):
        assert needed in text, needed
