"""Figures of a plot as they stand in its row: place, land, terrain, walks, points, unknowns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pandas as pd

from boligplan_geo import assumptions
from boligplan_geo.columns import THEMES
from boligplan_geo.errors import reason_text
from boligplan_geo.explain.equations import INDENT
from boligplan_geo.explain.plans import of_plot
from boligplan_geo.maps.symbols import zone_name
from boligplan_geo.result import Analysis
from boligplan_geo.scoring import Scores
from boligplan_geo.words import (
    heading,
    missing,
    number,
    phrase,
    plain,
    reserved,
    shown,
    value,
)

_LEVELS = ("low", "mid", "high")
_LAND = ("plan_net_plot_m2", "constraint_lost_m2", "constraint_usable_m2",
         "constraint_largest_piece_m2", "constraint_usable_s3_m2", "constraint_soft_share",
         "constraint_noise_share")  # fmt: skip
TERRAIN = ("terrain_elevation_m", "terrain_slope_mean_deg", "terrain_slope_p90_deg",
           "terrain_steep_share")  # fmt: skip
WALKING = (*(f"access_{place}_min" for place in
             ("centre", "stop", "grocery", "school", "kindergarten", "health")),
           "nearby_homes_400m_count")  # fmt: skip


def figures(row: pd.Series, names: Iterable[str], language: str) -> Iterator[str]:
    """Each figure with its heading; unknown where the run has none."""
    for name in names:
        yield f"{heading(name, language)}: {shown(name, row.get(name), language)}"


def told(row: pd.Series, names: Iterable[str]) -> list[str]:
    """Those that say something of this plot: neither empty nor none."""
    return [name for name in names if not missing(row.get(name)) and row[name] != 0]


def interval_line(row: pd.Series, pattern: str, language: str) -> str:
    """A figure with low and high where they differ."""
    said = {
        level: shown(pattern.format(level), row.get(pattern.format(level)), language)
        for level in _LEVELS
    }
    mid = pattern.format("mid")
    is_one = missing(row.get(mid)) or len(set(said.values())) == 1
    text = said["mid"] if is_one else phrase("interval", language, **said)
    return f"{heading(mid, language)}: {text}"


def place(run: Analysis, row: pd.Series, language: str) -> Iterator[str]:
    """Area and owner; district and centre by the name they have."""
    yield from figures(row, ("plot_area_m2", "owner_code"), language)
    for name, table in (("district_id", run.districts), ("centre_id", run.centres)):
        if name in row:
            known = table["name"].get(row[name]) if "name" in table else None
            said = value(name, row[name], language)
            yield f"{heading(name, language)}: {said if missing(known) else f'{known} ({said})'}"


def status(run: Analysis, row: pd.Series, language: str) -> Iterator[str]:
    """Status and why; rank among the ranked."""
    line = value("plot_status_code", row["plot_status_code"], language)
    if not missing(row["plot_status_reason"]):
        line += f" – {reason_text(row['plot_status_reason'], language)}"
    yield line
    rank = row["score_densification_rank"]
    if not missing(rank):
        count = int(run.plots["score_densification_rank"].notna().sum())
        ranked = phrase("rank_of", language, rank=int(rank), count=count)
        yield f"{phrase('score_densification', language)}: {ranked}"


def land(run: Analysis, row: pd.Series, language: str) -> Iterator[str]:
    """Net plot, what is lost of it to which zone, what is left."""
    yield from figures(row, _LAND, language)
    yield from figures(row, told(row, ["constraint_height_cap_m"]), language)
    losses = of_plot(run.constraint_losses, str(row.name))
    if losses.empty and row["constraint_lost_m2"] == 0:
        yield phrase("no_loss", language)
    for loss in losses.to_dict("records"):
        zone = zone_name(loss["layer"], loss["zone_code"], language)
        only_large = loss.get("exclusive_s3_m2", 0.0) + loss.get("shared_s3_m2", 0.0)
        if loss["exclusive_m2"] + loss["shared_m2"] == 0 < only_large:
            yield phrase("loss_line_s3", language, zone=zone, area=number(only_large, language))
            continue
        yield phrase(
            "loss_line", language, zone=zone,
            exclusive=number(loss["exclusive_m2"], language),
            shared=number(loss["shared_m2"], language),
        )  # fmt: skip


def scores(run: Analysis, plot_id: str, language: str) -> Iterator[str]:
    """Points by criterion for both scores."""
    for score in (run.densification, run.housing_mix):
        yield phrase(f"score_{score.name}", language)
        yield from (INDENT + line for line in _points(score, plot_id, language))


def _points(score: Scores, plot_id: str, language: str) -> Iterator[str]:
    total, high = score.total[plot_id], score.high[plot_id]
    if missing(total):
        yield phrase("not_scored", language)
        return
    for line in score.explain(plot_id, language).to_dict("records"):
        yield phrase(
            "score_line", language, label=line["criterion"],
            points=number(line["points"], language, decimals=1),
            most=number(line["max_points"], language, decimals=1),
            figure=": ".join((heading(line["column"], language),
                              shown(line["column"], line["figure"], language))),
        )  # fmt: skip
    said = {
        "total": number(total, language, decimals=1),
        "high": number(high, language, decimals=1),
    }
    yield phrase("score_interval" if high - total > 1e-9 else "score_total", language, **said)


def unknowns(row: pd.Series, language: str) -> Iterator[str]:
    """What is not known, or known with a reservation, by theme."""
    said = [
        f"{phrase(f'theme_{theme}', language)}: "
        + reserved(theme, row[f"{theme}_reason"], language)
        for theme in (*THEMES, "owner")
        if not missing(row.get(f"{theme}_reason"))
    ]
    yield from said or [phrase("no_unknowns", language)]


def assumed(run: Analysis, row: pd.Series, language: str) -> Iterator[str]:
    """Assumptions that may bear on this plot: those of other dwelling types are left out."""
    kind = row.get("potential_dwelling_type_code")
    others = {"detached", "semi_detached", "row", "block"} - {kind}
    for name, given, unit, source in run.assumptions.table(language):
        of_other = any(f"_{other}_" in name for other in others) and not missing(kind)
        if of_other or isinstance(given, dict) or name.startswith("site_"):
            continue
        yield phrase(
            "assumption_line", language, name=name, value=plain(given, language), unit=unit,
            source=source, label=assumptions.label(name, language),
        )  # fmt: skip
