"""Compare the library with the notebook an analyst would write, in the same run.

    python benchmarks/run.py 3000 30000            # both, answers compared, ratios
    python benchmarks/run.py --alone 300000        # the pipeline alone: time and memory

Each side runs in a process of its own, so that peak memory is its own. Exits with 1 where the
answers lie farther apart than `TOLERANCE`.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from boligplan_geo.facts import Facts

#: Plots that are looked up one after the other, as an office does.
OFFICE_PLOTS = 300

TASKS = ("plan", "built", "constraints", "terrain", "walking", "surroundings")

#: Themes of the library that do a part of a task beside the theme of that name.
PART_OF = {"figures": "plan", "zones": "constraints", "network": "walking"}
HERE = Path(__file__).parent
TOWNS = HERE / "towns"


def town_folder(plots: int) -> Path:
    """Make the town once; it is the same for the same number of plots."""
    folder = TOWNS / str(plots)
    if not (folder / "kommune.toml").exists():
        from boligplan_geo.sample import make_sample

        start = time.perf_counter()
        make_sample(folder, plots=plots, seed=1)
        print(f"made a town of {plots:,} plots in {time.perf_counter() - start:.0f} s")
    return folder


def side(name: str, folder: Path, answers: Path) -> None:
    """One side, in this process: write answers, print seconds and memory as JSON."""
    import boligplan_geo as bg
    from boligplan_geo.progress import Stages

    start = time.perf_counter()
    town = bg.read_municipality(folder / "kommune.toml")
    read = time.perf_counter() - start
    report: dict[str, object] = {"plots": len(town.plots), "read": read}
    found: dict[str, pd.DataFrame] = {}
    seconds: dict[str, float] = {}
    if name == "notebook":
        from notebook import notebook, variants

        found, seconds = notebook(town)
        report["peak_facts_mb"] = _peak_mb()
        report["variants"] = variants(town)
    elif name == "library":
        from boligplan_geo.measure import FACTS_OF, measure

        stages = Stages(count=len(FACTS_OF))
        start, cpu = time.perf_counter(), time.process_time()
        facts = measure(town, stages=stages)
        report["facts"] = time.perf_counter() - start  # themes overlap: less than their sum
        report["facts_cpu"] = time.process_time() - cpu
        found, seconds = _answers(facts), dict(stages.seconds)
        report["peak_facts_mb"] = _peak_mb()
    elif name == "law":
        from law import library

        found["law"], seconds = library(town)
    elif name == "office":
        from law import naive

        found["law"], seconds["a plot"] = naive(town, OFFICE_PLOTS)
    else:  # the whole way
        start = time.perf_counter()
        run = bg.analyse(town)
        report["analyse"] = time.perf_counter() - start
        seconds = dict(run.seconds)
        start = time.perf_counter()
        bg.export(run, answers / "out")
        report["export"] = time.perf_counter() - start
    for task, table in found.items():
        pd.DataFrame(table).to_parquet(answers / f"{name}_{task}.parquet")
    print(json.dumps({**report, "seconds": seconds, "peak_mb": _peak_mb()}))


def _answers(facts: Facts) -> dict[str, pd.DataFrame]:
    """What the notebook measures too."""
    parts = pd.DataFrame(facts.plan_parts.drop(columns="geometry"))
    zoned = facts.part_zones.groupby("part_id")["share"].sum().reindex(parts.index, fill_value=0.0)
    parts["zoned_m2"] = zoned * parts["area_m2"]
    return {
        "plan": parts,
        "built": facts.built[["built_bya_m2"]],
        "constraints": facts.constraints.select_dtypes(float),
        "terrain": facts.terrain.select_dtypes(float),
        "walking": facts.access.filter(regex=r"^access_(?!.*from)\w+_min$"),
        "surroundings": facts.surroundings[["nearby_homes_400m_count"]],
    }


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def run_side(name: str, folder: Path, answers: Path) -> dict:
    """Run one side as a process of its own."""
    command = [sys.executable, str(HERE / "run.py"), "--side", name, str(folder), str(answers)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    return json.loads(done.stdout.splitlines()[-1])


def agreement(answers: Path) -> list[tuple[str, str, bool]]:
    """How far the two sides' answers lie apart: task, words, whether within tolerance."""
    plan = _both(answers, "plan")
    keys = ["plot_id", "regime_code", "land_use_code"]
    parts = [t.groupby(keys, dropna=False)[["area_m2", "zoned_m2"]].sum() for t in plan]
    found = [_line("plan", name, *_joined(parts, name)) for name in ("area_m2", "zoned_m2")]
    for task in TASKS[1:]:
        ours, theirs = _both(answers, task)
        found += [_line(task, name, ours[name], theirs[name]) for name in theirs]
    return found


#: Largest difference between the two sides, and the share of rows that may differ by more:
#: see "What is compared" in README.md.
TOLERANCE = {
    "area_m2": (0.01, 0.005),
    "zoned_m2": (0.05, 0.005),
    "built_bya_m2": (0.001, 0.0),
    "constraint_usable_m2": (0.05, 0.001),
    "constraint_largest_piece_m2": (0.05, 0.001),
    "constraint_soft_share": (0.001, 0.001),
    "terrain_elevation_m": (0.05, 0.01),
    "terrain_slope_mean_deg": (0.3, 0.01),
    "terrain_slope_p90_deg": (1.0, 0.02),
    "terrain_steep_share": (0.03, 0.01),
    "access": (0.05, 0.005),
    "nearby_homes_400m_count": (0.0, 0.01),
    "law_net_plot_m2": (0.01, 0.005),
    "law_storeys_count": (0.0, 0.005),
    "law_bya_m2": (0.05, 0.005),
}


def _both(answers: Path, task: str) -> list[pd.DataFrame]:
    """Answers of the library and of the notebook, rows alike."""
    tables = [pd.read_parquet(answers / f"{s}_{task}.parquet") for s in ("library", "notebook")]
    return tables if task == "plan" else [tables[0], tables[1].reindex(tables[0].index)]


def _joined(parts: list[pd.DataFrame], name: str) -> tuple[pd.Series, pd.Series]:
    """A column of both sides; a part that one side lacks is 0 there."""
    both = parts[0][[name]].join(parts[1][[name]], how="outer", suffixes=("_a", "_b")).fillna(0.0)
    return both.iloc[:, 0], both.iloc[:, 1]


def _line(task: str, name: str, ours: pd.Series, theirs: pd.Series) -> tuple[str, str, bool]:
    """One column's agreement. What the library calls unknown is not compared."""
    known = ours.notna().to_numpy()
    gap = (ours - theirs).abs()[known].fillna(np.inf)
    limit, share = TOLERANCE["access" if name.startswith("access") else name]
    beyond = float((gap > limit).mean())
    words = (
        f"{name}: {1 - beyond:.2%} of {len(gap):,} within {limit:g} "
        f"(asked {1 - share:.1%}); largest {gap.max():.3g}"
    )
    return task, words, beyond <= share


def compare(plots: int) -> bool:
    """Print one town's table of ratios; False where the answers lie too far apart."""
    folder = town_folder(plots)
    answers = folder / "answers"
    answers.mkdir(exist_ok=True)
    ours, theirs = (run_side(name, folder, answers) for name in ("library", "notebook"))
    print(f"\n{ours['plots']:,} plots: facts, seconds")
    slow, other = theirs["seconds"], theirs["variants"]
    _print_times(slow, _by_task(ours["seconds"]))
    total = ours["facts"]
    print(f"  library: {total:.2f} s for all facts, {ours['facts_cpu']:.1f} s of processor time")
    ways = {
        "fair: one networkx search a kind of destination": slow,
        "as most write it: a search for each plot, from 20": {
            **slow,
            "walking": other["walking_each"],
        },
        "fair, terrain in cells as delivered": {**slow, "terrain": other["terrain_coarse"]},
    }
    for way, seconds in ways.items():
        took = sum(seconds.values())
        print(f"  notebook, {way}: {took:,.1f} s, ×{took / total:.1f}")
    print(
        f"  peak memory   notebook {theirs['peak_facts_mb']:6.0f} MB   "
        f"library {ours['peak_facts_mb']:6.0f} MB"
    )
    lines = [*agreement(answers), *compare_law(folder)]
    alone(folder)
    for task, words, agrees in lines:
        print(f"  {'agrees ' if agrees else 'DIFFERS'} {task:13} {words}")
    return all(agrees for _, _, agrees in lines)


def _by_task(seconds: dict[str, float]) -> dict[str, float]:
    """Seconds of the library's themes by the notebook's tasks."""
    found = dict.fromkeys(TASKS, 0.0)
    for theme, took in seconds.items():
        found[PART_OF.get(theme, theme)] += took
    return found


def _print_times(slow: dict[str, float], fast: dict[str, float]) -> None:
    """Seconds of each task; the library's overlap, two themes at a time."""
    for task, took in slow.items():
        print(
            f"  {task:13} notebook {took:8.2f}   library {fast[task]:7.2f}   "
            f"×{took / fast[task]:6.1f}"
        )


def compare_law(folder: Path) -> list[tuple[str, str, bool]]:
    """Print what the law of a town takes, and plot by plot; how far the answers lie apart."""
    answers = folder / "answers"
    ours, office = (run_side(name, folder, answers) for name in ("law", "office"))
    seconds, each = sum(ours["seconds"].values()), office["seconds"]["a plot"] * ours["plots"]
    stages = ", ".join(f"{name} {s:.1f}" for name, s in ours["seconds"].items())
    print(
        f"  what plans allow: library {seconds:.1f} s ({stages}); plot by plot about "
        f"{each:,.0f} s, from {OFFICE_PLOTS} plots: ×{each / seconds:,.0f}"
    )
    ours, theirs = (pd.read_parquet(answers / f"{s}_law.parquet") for s in ("law", "office"))
    ours = ours.loc[theirs.index]
    both = [(name, ours[name].where(theirs[name].notna()), theirs[name]) for name in theirs]
    return [_line("law", *columns) for columns in both]


def alone(folder: Path) -> None:
    """Print times and memory of the whole way, in a process of its own."""
    answers = folder / "answers"
    answers.mkdir(exist_ok=True)
    ours = run_side("pipeline", folder, answers)
    stages = "  ".join(f"{name} {s:.1f}" for name, s in ours["seconds"].items())
    facts = sum(s for name, s in ours["seconds"].items() if name in {*TASKS, *PART_OF})
    whole = ours["read"] + ours["analyse"] + ours["export"]
    print(
        f"  whole way for {ours['plots']:,} plots: {whole:.0f} s, peak {ours['peak_mb']:.0f} MB: "
        f"read {ours['read']:.1f} s, analyse {ours['analyse']:.1f} s ({stages}), "
        f"export {ours['export']:.1f} s\n"
        f"  seconds a 1,000 plots: {1000 * whole / ours['plots']:.2f}, "
        f"of which facts {1000 * facts / ours['plots']:.2f}"
    )


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("plots", nargs="*", type=int, default=[])
    parser.add_argument("--alone", type=int, nargs="*", default=[])
    parser.add_argument("--side", nargs=3)
    given = parser.parse_args()
    if given.side:
        side(given.side[0], Path(given.side[1]), Path(given.side[2]))
        return
    agree = [compare(plots) for plots in given.plots]
    for plots in given.alone:
        alone(town_folder(plots))
    if not all(agree):
        sys.exit("the two sides' answers lie too far apart")


if __name__ == "__main__":
    main()
