"""Compare the library with the notebook an analyst would write, in the same run.

    python benchmarks/run.py 3000 30000            # both, answers compared, ratios
    python benchmarks/run.py --alone 300000        # the pipeline alone: time and memory

Each side runs in a process of its own, so that peak memory is its own.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd

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
    if name == "notebook":
        from notebook import notebook

        found, seconds = notebook(town)
    else:
        from boligplan_geo.measure import measure

        stages = Stages(count=6)
        facts = measure(town, stages=stages)
        seconds = dict(stages.seconds)
        found = {
            "plan": pd.DataFrame(facts.plan_parts.drop(columns="geometry")),
            "built": facts.built["built_bya_m2"],
            "constraints": facts.constraints["constraint_usable_m2"],
            "terrain": facts.terrain["terrain_slope_mean_deg"],
            "walking": facts.access.filter(regex=r"^access_(?!.*from)\w+_min$"),
            "surroundings": facts.surroundings["nearby_homes_400m_count"],
        }
        report["peak_facts_mb"] = _peak_mb()
        if name == "pipeline":
            start = time.perf_counter()
            run = bg.analyse(town)
            report["analyse"] = time.perf_counter() - start
            report["stages"] = dict(run.seconds)
            start = time.perf_counter()
            bg.export(run, answers / "out")
            report["export"] = time.perf_counter() - start
    for task, table in found.items():
        pd.DataFrame(table).to_parquet(answers / f"{name}_{task}.parquet")
    print(json.dumps({**report, "seconds": seconds, "peak_mb": _peak_mb()}))


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def run_side(name: str, folder: Path, answers: Path) -> dict:
    """Run one side as a process of its own."""
    command = [sys.executable, str(HERE / "run.py"), "--side", name, str(folder), str(answers)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    return json.loads(done.stdout.splitlines()[-1])


def agreement(answers: Path) -> dict[str, str]:
    """How far the two sides' answers lie apart, by task."""

    def both(task: str) -> tuple[pd.DataFrame, pd.DataFrame]:
        ours, theirs = (
            pd.read_parquet(answers / f"{s}_{task}.parquet") for s in ("pipeline", "notebook")
        )
        return ours, theirs

    words = {}
    ours, theirs = both("plan")
    keys = ["plot_id", "regime_code", "land_use_code"]
    area = [t.groupby(keys, dropna=False)["area_m2"].sum() for t in (ours, theirs)]
    gap = area[0].subtract(area[1], fill_value=0).abs()
    words["plan"] = f"largest difference {gap.max():.3g} m² of a part (slivers are joined)"
    for task in ("built", "constraints"):
        ours, theirs = both(task)
        gap = (ours.iloc[:, 0] - theirs.iloc[:, 0].reindex(ours.index)).abs()
        words[task] = f"largest difference {gap.max():.3g} m²"
    ours, theirs = both("terrain")
    gap = (ours.iloc[:, 0] - theirs.iloc[:, 0].reindex(ours.index)).abs()
    words["terrain"] = f"median difference {gap.median():.3g}° (cell centres against exact cover)"
    ours, theirs = both("walking")
    gap = (ours[theirs.columns] - theirs.reindex(ours.index)).abs()
    words["walking"] = (
        f"median difference {np.nanmedian(gap):.3g} min (nearest vertex against nearest point)"
    )
    ours, theirs = both("surroundings")
    gap = (ours.iloc[:, 0] - theirs.iloc[:, 0].reindex(ours.index)).abs()
    words["surroundings"] = (
        f"{(gap > 0).mean():.2%} of plots differ, by at most {gap.max():.0f} homes"
    )
    return words


def compare(plots: int) -> None:
    """Print one town's table of ratios."""
    folder = town_folder(plots)
    answers = folder / "answers"
    answers.mkdir(exist_ok=True)
    ours, theirs = run_side("pipeline", folder, answers), run_side("notebook", folder, answers)
    print(f"\n{ours['plots']:,} plots: facts, seconds")
    words = agreement(answers)
    for task, slow in theirs["seconds"].items():
        fast = ours["seconds"][task]
        print(
            f"  {task:13} notebook {slow:8.2f}   library {fast:7.2f}   ×{slow / fast:6.1f}   {words[task]}"
        )
    slow, fast = sum(theirs["seconds"].values()), sum(ours["seconds"].values())
    print(f"  {'all facts':13} notebook {slow:8.2f}   library {fast:7.2f}   ×{slow / fast:6.1f}")
    print(
        f"  peak memory   notebook {theirs['peak_mb']:6.0f} MB   library {ours['peak_facts_mb']:6.0f} MB"
    )
    alone(ours)


def alone(ours: dict) -> None:
    """Print the pipeline's own times."""
    stages = "  ".join(f"{name} {s:.1f}" for name, s in ours["stages"].items())
    print(
        f"  whole way for {ours['plots']:,} plots: read {ours['read']:.1f} s, analyse "
        f"{ours['analyse']:.1f} s ({stages}), export {ours['export']:.1f} s, peak {ours['peak_mb']:.0f} MB"
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
    for plots in given.plots:
        compare(plots)
    for plots in given.alone:
        folder = town_folder(plots)
        (folder / "answers").mkdir(exist_ok=True)
        alone(run_side("pipeline", folder, folder / "answers"))


if __name__ == "__main__":
    main()
