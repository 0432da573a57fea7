"""Invented age pyramid and projection: whole persons that sum to the municipality's residents."""

from __future__ import annotations

import numpy as np
import pandas as pd

from boligplan_geo.sample.jsonstat import shared_out

AGES = tuple(f"{age:03d}" for age in range(100))
SEXES = ("1", "2")
BIRTHS_A_YEAR_PER_WOMAN = 0.047  # of women aged 20 to 39
MOVE_IN_SHARE = 0.006  # of residents a year, aged 20 to 34


def by_age(total: int) -> pd.DataFrame:
    """Residents by sex and age.

    Returns
    -------
    DataFrame
        ``Kjonn Alder value``, summing to `total`.

    Examples
    --------
    >>> int(by_age(1234).value.sum())
    1234
    """
    age = np.arange(len(AGES))
    pyramid = (1.0 + 0.25 * np.exp(-(((age - 28) / 12) ** 2))) * _survival(age)
    weights = np.concatenate([pyramid * 1.02, pyramid])
    values = shared_out(total, weights)
    return pd.DataFrame(
        {"Kjonn": np.repeat(SEXES, len(AGES)), "Alder": AGES * len(SEXES), "value": values}
    )


def projected(start: pd.DataFrame, first_year: int, years_count: int) -> pd.DataFrame:
    """Age residents year by year: survival, births, moving in.

    Parameters
    ----------
    start : DataFrame
        From `by_age`, for `first_year`.
    first_year, years_count : int
        The first year is `start` itself; `years_count` more follow.

    Returns
    -------
    DataFrame
        ``Kjonn Alder Tid value``; whole persons.
    """
    people = start["value"].to_numpy(dtype=float).reshape(len(SEXES), len(AGES))
    age = np.arange(len(AGES))
    stay = np.append(_survival(age[1:]) / _survival(age[:-1]), 0.0)
    is_young, is_mother = (age >= 20) & (age < 35), (age >= 20) & (age < 40)
    frames = []
    for year in range(first_year, first_year + years_count + 1):
        whole = np.floor(people + 0.5).astype(int)
        frames.append(start.assign(Tid=str(year), value=whole.ravel()))
        births = people[1][is_mother].sum() * BIRTHS_A_YEAR_PER_WOMAN
        arrivals = people.sum() * MOVE_IN_SHARE / is_young.sum() / len(SEXES)
        older = np.zeros_like(people)
        older[:, 1:] = (people * stay)[:, :-1]
        older[:, 0] = births / len(SEXES)
        people = older + arrivals * is_young
    return pd.concat(frames, ignore_index=True)


def _survival(age: np.ndarray) -> np.ndarray:
    """Share of a birth cohort alive at an age: a smooth curve, invented."""
    return np.exp(-np.exp((age - 84.0) / 8.0))
