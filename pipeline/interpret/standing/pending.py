


def to_go(figure: Figure) -> bool:
    """ "The job cuts affect 5 percent of its staff", "is cutting 10 percent of its staff": a part of those employed that is still there."""
    if figure.fact.indicator != "employment" or figure.fact.statistic == "growth":
        return False
    language, lead = figure.story.language, figure.lead
    cuts, touch, now, cutting = (forms(f"jobs.{name}", language) for name in ("cuts", "touch", "now", "cutting"))
    at = next((n for n in range(len(lead) - 1, -1, -1) if lead[n] in touch or lead[n] in cutting), 0)
    if not at:
        return False
    return not cuts.isdisjoint(lead[:at]) if lead[at] in touch else lead[at - 1] in now
