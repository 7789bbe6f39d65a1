#!/usr/bin/env python3
"""Writes corpus.txt beside it: generated rules of RFC 5545 with the answers of python-dateutil. See README.md."""

import datetime
import itertools
import pathlib
import random
import zoneinfo

from dateutil import rrule, tz

RULES = 1600
ANSWERS = 12
YEARS = 10
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
ZONES = ["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Sao_Paulo", "Asia/Kolkata"]

dice = random.Random(5545)


def some(values, most):
    return sorted(dice.sample(values, dice.randint(1, most)), key=values.index)


def text(values):
    return ",".join(str(value) for value in values)


def numbered():
    return text(dice.choice(["1", "2", "3", "4", "5", "-1", "-2", "+1"]) + day for day in some(DAYS, 2))


def month_days():
    return text(some(list(range(1, 32)) + [-1, -1, -2, -3, -15, -30, -31], 3))


def rule(start):
    """A rule that has one meaning only; where RFC 5545 leaves a choice, README.md says so."""
    frequency = dice.choice(["DAILY", "WEEKLY", "WEEKLY", "MONTHLY", "MONTHLY", "YEARLY", "YEARLY"])
    parts = {"FREQ": frequency}
    if dice.random() < 0.45:
        parts["INTERVAL"] = dice.choice([2, 2, 3, 4, 5, 6, 10, 13])
    if dice.random() < 0.3:
        parts["WKST"] = dice.choice(DAYS)
    if dice.random() < 0.3:
        parts["BYMONTH"] = text(some(list(range(1, 13)), 4))
    if frequency == "YEARLY" and dice.random() < 0.25:
        parts["BYWEEKNO"] = text(some([1, 2, 9, 20, 35, 50, 51, 53, -1, -2, -20], 3))
        parts["BYDAY"] = text(some(DAYS, 3))
        parts.pop("INTERVAL", None)
        parts.pop("BYMONTH", None)
    elif frequency == "YEARLY" and dice.random() < 0.25:
        parts["BYYEARDAY"] = text(some([1, 32, 60, 100, 200, 365, 366, -1, -60, -100, -366], 4))
    if frequency != "WEEKLY" and "BYWEEKNO" not in parts and dice.random() < 0.4:
        parts["BYMONTHDAY"] = month_days()
    if "BYDAY" not in parts and dice.random() < 0.5:
        plain = frequency in ("DAILY", "WEEKLY") or dice.random() < 0.4
        parts["BYDAY"] = text(some(DAYS, 4)) if plain else numbered()
    if dice.random() < 0.15:
        parts["BYHOUR"] = text(some([0, 2, 3, 6, 18, 23], 2))
    if dice.random() < 0.1:
        parts["BYMINUTE"] = text(some([0, 15, 30, 59], 2))
    week = frequency == "WEEKLY" and start.weekday() != DAYS.index(parts.get("WKST", "MO"))
    if dice.random() < 0.2 and not week and "BYWEEKNO" not in parts and any(name.startswith("BY") for name in parts):
        parts["BYSETPOS"] = text(some([1, 2, 3, -1, -2], 2))
    if dice.random() < 0.2:
        parts["COUNT"] = dice.randint(1, 30)
    elif dice.random() < 0.2:
        parts["UNTIL"] = (start + datetime.timedelta(days=dice.randint(1, 900))).strftime("%Y%m%dT%H%M%S")
    return ";".join(f"{name}={value}" for name, value in parts.items())


def answers(zone, start, written):
    limit = start.replace(year=start.year + YEARS, day=min(start.day, 28))
    bounded = written if "UNTIL=" in written or "COUNT=" in written else f"{written};UNTIL={limit:%Y%m%dT%H%M%S}"
    found = rrule.rrulestr(bounded, dtstart=start)
    given, before, offset = [], None, None
    for at in itertools.islice(itertools.takewhile(lambda one: one < limit, found), ANSWERS):
        local = at.replace(tzinfo=zone)
        gap = at.isoformat("T", "minutes") if before is None else str(int((at - before).total_seconds()) // 60)
        now = int(local.utcoffset().total_seconds()) // 60 if tz.datetime_exists(local) else "skipped"
        given.append(gap if now == offset else f"{gap}@{now}")
        before, offset = at, now
    return given


def main():
    lines = {}
    while len(lines) < RULES:
        zone = dice.choice(ZONES)
        day = datetime.date(2012, 1, 1) + datetime.timedelta(days=dice.randint(0, 1100))
        start = datetime.datetime.combine(day, datetime.time(dice.choice([0, 2, 2, 6, 18, 22]), dice.choice([0, 30])))
        written = rule(start)
        given = answers(zoneinfo.ZoneInfo(zone), start, written)
        if given or len(lines) % 8 == 0:
            lines[(zone, start, written)] = given
    with open(pathlib.Path(__file__).with_name("corpus.txt"), "w", encoding="ascii", newline="\n") as file:
        for (zone, start, written), given in lines.items():
            file.write("\t".join([zone, start.isoformat("T", "minutes"), written, " ".join(given)]) + "\n")


main()
