"""The derivation of one plot, from a run's tables alone: why each figure is what it is.

Works the same on a run just made and on one read back from a folder.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator

import pandas as pd

from boligplan_geo import assumptions
from boligplan_geo.columns import THEMES
from boligplan_geo.errors import reason_text
from boligplan_geo.explain.interval import interval
from boligplan_geo.explain.steps import (
    calculation,
    capacity_formulas,
    parameters,
    permitted_steps,
    plain,
)
from boligplan_geo.export.layers import public_view
from boligplan_geo.maps.symbols import zone_name
from boligplan_geo.potential.gains import STEPS
from boligplan_geo.result import Analysis
from boligplan_geo.rules.purposes import purposes
from boligplan_geo.scoring import Scores
from boligplan_geo.words import heading, missing, number, phrase, reserved, shown, value

_INDENT = "  "
_LEVELS = ("low", "mid", "high")


def derivation(
    run: Analysis, plot_id: str, *, language: str = "nb", audience: str = "public"
) -> str:
    """Derive one plot's figures: plan parts, clauses, formulas with numbers, points, unknowns.

    Parameters
    ----------
    run : Analysis
        A run, or one read back by `read_run`.
    plot_id : str
    language : {"nb", "en"}
    audience : {"public", "internal"}
        For the public the owner class is withheld where a home stands.

    Raises
    ------
    KeyError
        Where no plot has that id; the message names near ones.

    Examples
    --------
    >>> from boligplan_geo import analyse
    >>> from boligplan_geo.sample.toy import toy_town
    >>> print(derivation(analyse(toy_town()), "9999-1/1", language="en").splitlines()[0])
    Plot 9999-1/1 – Leketøy kommune
    """
    if plot_id not in run.plots.index:
        near = difflib.get_close_matches(plot_id, run.plots.index.astype(str), n=3, cutoff=0.5)
        said = ", ".join(near) or phrase("none", language)
        raise KeyError(phrase("no_plot", language, plot=plot_id, near=said))
    run = public_view(run, audience)
    row = run.plots.loc[plot_id]
    sections = (
        ("status", _status(run, row, language)),
        ("place", _place(run, row, language)),
        ("plan_parts", _parts(run, plot_id, language)),
        ("parameters", parameters(run, plot_id, language)),
        ("plan_figures", _permitted(run, row, language)),
        ("calculation", calculation(row, _formulas(), language)),
        ("interval_figures", interval(run, plot_id, language)),
        ("potential_figures", _homes(row, language)),
        ("standing", _figures(row, _STANDING, language)),
        ("land", _land(run, row, language)),
        ("terrain", _figures(row, _TERRAIN, language)),
        ("walking", _figures(row, _WALKING, language)),
        ("scores", _scores(run, plot_id, language)),
        ("unknowns", _unknowns(row, language)),
        ("assumptions", _assumptions(run, row, language)),
        ("untested", [phrase("untested_list", language)]),
    )
    lines = [phrase("plot", language, plot=plot_id) + f" – {run.name}"]
    lines += [phrase("fictional", language)] if run.is_fictional else []
    lines += [phrase("internal", language)] if audience == "internal" else []
    for title, body in sections:
        listed = list(body)
        if listed:
            lines += ["", phrase(title, language), *(_INDENT + line for line in listed)]
    return "\n".join([*lines, "", phrase("screening_long", language)])


_STANDING = ("built_bya_m2", "built_bra_m2", "built_bra_source_code", "built_homes_count",
             "built_year")  # fmt: skip
_TERRAIN = ("terrain_elevation_m", "terrain_slope_mean_deg", "terrain_slope_p90_deg",
            "terrain_steep_share")  # fmt: skip
_WALKING = (*(f"access_{place}_min" for place in
              ("centre", "stop", "grocery", "school", "kindergarten", "health")),
            "nearby_homes_400m_count")  # fmt: skip


def _figures(row: pd.Series, names: Iterable[str], language: str) -> Iterator[str]:
    for name in names:
        if name in row:
            yield f"{heading(name, language)}: {shown(name, row[name], language)}"


def _place(run: Analysis, row: pd.Series, language: str) -> Iterator[str]:
    """Area and owner; district and centre by the name they have."""
    yield from _figures(row, ("plot_area_m2", "owner_code"), language)
    for name, table in (("district_id", run.districts), ("centre_id", run.centres)):
        if name in row:
            known = table["name"].get(row[name]) if "name" in table else None
            said = value(name, row[name], language)
            yield f"{heading(name, language)}: {said if missing(known) else f'{known} ({said})'}"


def _status(run: Analysis, row: pd.Series, language: str) -> Iterator[str]:
    line = value("plot_status_code", row["plot_status_code"], language)
    if not missing(row["plot_status_reason"]):
        line += f" – {reason_text(row['plot_status_reason'], language)}"
    yield line
    rank = row["score_densification_rank"]
    if not missing(rank):
        count = int(run.plots["score_densification_rank"].notna().sum())
        ranked = phrase("rank_of", language, rank=int(rank), count=count)
        yield f"{phrase('score_densification', language)}: {ranked}"


def _parts(run: Analysis, plot_id: str, language: str) -> Iterator[str]:
    known = purposes()
    for part in _of(run.plan_parts, plot_id).to_dict("records"):
        area = number(part["area_m2"], language)
        if missing(part["plan_id"]):
            yield phrase("part_unplanned", language, area=area)
            continue
        key = (part["regime_code"], part["land_use_code"])
        name = known.loc[key, f"name_{language}"] if key in known.index else None
        zone = part["zone_name"]
        yield phrase(
            "part_line", language, area=area, plan=part["plan_id"],
            purpose=f"{part['land_use_code']} {name}" if name else part["land_use_code"],
            zone="" if missing(zone) else phrase("part_zone", language, zone=zone),
            regime=value("regime_code", part["regime_code"], language),
            status="" if missing(part.get("land_use_status_code"))
            else f", {value('land_use_status_code', part['land_use_status_code'], language)}",
        )  # fmt: skip
        reason = reason_text(part["governs_reason"], language)
        yield _INDENT + phrase("governs", language, reason=reason)
        if not missing(part.get("clause_ids")):
            yield _INDENT + phrase(
                "clauses", language, clauses=part["clause_ids"].replace(";", ", ")
            )
        if part.get("counts_as_plot") in (False, 0.0):
            yield _INDENT + phrase("part_not_plot", language)


def _of(table: pd.DataFrame, plot_id: str) -> pd.DataFrame:
    return table[(table["plot_id"] == plot_id).to_numpy(bool)]


def _permitted(run: Analysis, row: pd.Series, language: str) -> Iterator[str]:
    yield from _figures(row, ["plan_net_plot_m2"], language)
    yield from permitted_steps(run, str(row.name), language)
    yield from _interval(row, "plan_bya_{}_m2", language)
    yield from _interval(row, "plan_bra_{}_m2", language)
    if not missing(row.get("potential_dwelling_type_code")):  # none where no part can carry homes
        yield from _figures(row, ["potential_dwelling_type_code"], language)
    yield from _figures(row, ["plan_homes_max_count", "plan_binding_clause_id"], language)


def _interval(row: pd.Series, pattern: str, language: str) -> Iterator[str]:
    low, mid, high = (pattern.format(level) for level in _LEVELS)
    said = {
        level: shown(n, row[n], language)
        for level, n in zip(_LEVELS, (low, mid, high), strict=True)
    }
    is_one = missing(row[mid]) or len(set(said.values())) == 1
    text = said["mid"] if is_one else phrase("interval", language, **said)
    yield f"{heading(mid, language)}: {text}"


def _formulas() -> dict[str, str]:
    return capacity_formulas()


def _homes(row: pd.Series, language: str) -> Iterator[str]:
    yield from _interval(row, "potential_plan_homes_{}_count", language)
    causes = row.get("plan_interval_causes")
    if not missing(causes):
        name = heading("plan_interval_causes", language)
        yield f"{name}: {reason_text(causes, language)}"
    yield from _figures(
        row,
        [
            "potential_now_homes_count",
            "potential_after_phasing_homes_count",
            "potential_after_plan_homes_count",
            *_told(row, ["potential_when_clause_id"]),
            "potential_kind_code",
            "potential_line_code",
            *_told(row, [f"potential_gain_{step}_homes_count" for step in STEPS]),
        ],
        language,
    )
    yield from _interval(row, "potential_transformation_homes_{}_count", language)
    yield from _interval(row, "potential_homes_{}_count", language)


def _told(row: pd.Series, names: Iterable[str]) -> list[str]:
    """Those that say something of this plot: neither empty nor none."""
    return [name for name in names if not missing(row.get(name)) and row[name] != 0]


def _land(run: Analysis, row: pd.Series, language: str) -> Iterator[str]:
    names = ("plan_net_plot_m2", "constraint_lost_m2", "constraint_usable_m2",
             "constraint_largest_piece_m2", "constraint_usable_s3_m2", "constraint_soft_share",
             "constraint_noise_share")  # fmt: skip
    yield from _figures(row, names, language)
    if not missing(row.get("constraint_height_cap_m")):
        yield from _figures(row, ["constraint_height_cap_m"], language)
    losses = _of(run.constraint_losses, str(row.name))
    if losses.empty and row["constraint_lost_m2"] == 0:
        yield phrase("no_loss", language)
    for loss in losses.to_dict("records"):
        only_large = loss.get("exclusive_s3_m2", 0.0) + loss.get("shared_s3_m2", 0.0)
        if loss["exclusive_m2"] + loss["shared_m2"] == 0 < only_large:
            zone = zone_name(loss["layer"], loss["zone_code"], language)
            yield phrase("loss_line_s3", language, zone=zone, area=number(only_large, language))
            continue
        yield phrase(
            "loss_line", language,
            zone=zone_name(loss["layer"], loss["zone_code"], language),
            exclusive=number(loss["exclusive_m2"], language),
            shared=number(loss["shared_m2"], language),
        )  # fmt: skip


def _scores(run: Analysis, plot_id: str, language: str) -> Iterator[str]:
    for scores in (run.densification, run.housing_mix):
        yield phrase(f"score_{scores.name}", language)
        yield from (_INDENT + line for line in _points(scores, plot_id, language))


def _points(scores: Scores, plot_id: str, language: str) -> Iterator[str]:
    total, high = scores.total[plot_id], scores.high[plot_id]
    if missing(total):
        yield phrase("not_scored", language)
        return
    for line in scores.explain(plot_id, language).to_dict("records"):
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


def _unknowns(row: pd.Series, language: str) -> Iterator[str]:
    told = [
        f"{phrase(f'theme_{theme}', language)}: "
        + reserved(theme, row[f"{theme}_reason"], language)
        for theme in (*THEMES, "owner")
        if not missing(row.get(f"{theme}_reason"))
    ]
    yield from told or [phrase("no_unknowns", language)]


def _assumptions(run: Analysis, row: pd.Series, language: str) -> Iterator[str]:
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
