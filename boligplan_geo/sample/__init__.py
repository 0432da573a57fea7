"""Makes towns: the fictional Sundøy kommune (9999) in the formats planners are given."""

from __future__ import annotations

from pathlib import Path

from boligplan_geo.errors import InputError, Problem

__all__ = ["make_sample"]


def make_sample(directory: str | Path, *, plots: int = 2500, seed: int = 1) -> Path:
    """Make a fictional municipality and write it to a folder.

    Parameters
    ----------
    directory : str or Path
        Made where it does not exist; an existing one must be empty or an older sample.
    plots : int
        About how many plots; more than 2,500 make further islands, by the same rules.
    seed : int
        Another seed makes another town.

    Returns
    -------
    Path
        Its ``kommune.toml``, for `read_municipality`.

    Raises
    ------
    InputError
        Where the folder holds something else, or `plots` is below 1.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     make_sample(folder, plots=150).name
    'kommune.toml'
    """
    # what makes the town is loaded only when a town is made
    from boligplan_geo.sample.config import write_config, write_readme
    from boligplan_geo.sample.place import RESERVE_BOTTOM, RESERVE_ELEVATION_M, RESERVE_LEFT
    from boligplan_geo.sample.plan_layers import write_plans
    from boligplan_geo.sample.statistics import write_statistics
    from boligplan_geo.sample.town import make_place
    from boligplan_geo.sample.truth import truth_field, write_truth
    from boligplan_geo.sample.write import fixed_dates, write_town
    from boligplan_geo.sample.zones import write_zones

    folder = _folder(Path(directory), plots)
    truth = truth_field(RESERVE_LEFT, RESERVE_BOTTOM, base_elevation_m=RESERVE_ELEVATION_M)
    town = make_place(truth, plots=plots, seed=seed)
    with fixed_dates():
        write_town(folder, town, truth)
        for name, write in (
            ("plan", write_plans),
            ("fare", write_zones),
            ("statistikk", write_statistics),
        ):
            (folder / name).mkdir(exist_ok=True)
            write(folder / name, town, truth)
    write_truth(folder / "truth.csv", truth)
    homes = int((town.units["unit_type_code"] == "B").sum())
    write_readme(folder, parcels=len(town.parcels), homes=homes, plots=plots, seed=seed)
    return write_config(folder)


def _folder(directory: Path, plots: int) -> Path:
    """The folder to write to, made if need be."""
    problems = []
    if plots < 1:
        problems.append(Problem("sample", f"plots is {plots}", "give 1 or more"))
    if directory.exists() and not directory.is_dir():
        problems.append(Problem("sample", f"{directory} is a file", "give a folder"))
    elif directory.exists() and any(directory.iterdir()):
        config = directory / "kommune.toml"
        ours = config.exists() and "is_fictional = true" in config.read_text("utf-8")
        if not ours:
            remedy = "give an empty folder or an older sample"
            problems.append(Problem("sample", f"{directory} holds other files", remedy))
    if problems:
        raise InputError(problems)
    directory.mkdir(parents=True, exist_ok=True)
    return directory
