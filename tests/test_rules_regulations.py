"""Which building regulations measure a plan."""

import pandas as pd
import pytest

from boligplan_geo.rules.regulations import (
    OLDER_REGULATIONS,
    REGULATIONS,
    in_force_at_adoption,
    with_regulation,
)


@pytest.mark.parametrize(
    ("adopted", "wanted"),
    [
        ("1965-03-01", "before_1969"),
        ("1969-08-01", "bf1969"),
        ("1984-12-31", "bf1969"),
        ("1991-05-02Z", "bf1987"),
        ("1997-06-30", "bf1987"),
        ("1997-07-01", "bf1997"),
        ("2023-01-01", "tek17"),
        ("some day", None),
    ],
)
def test_the_regulations_of_the_day_of_adoption(adopted, wanted):
    plans = pd.DataFrame({"adopted_date": [adopted]}, index=["R1"])
    assert in_force_at_adoption(plans)["R1"] == wanted


def test_day_in_force_stands_in_and_the_law_where_no_day_is_known():
    plans = pd.DataFrame(
        {
            "adopted_date": [None, None, None],
            "in_force_date": ["2001-09-20", None, None],
            "law_code": [6, 2, 4],  # 4: pbl 1985, which lived through both measures
        },
        index=["a", "b", "c"],
    )
    assert in_force_at_adoption(plans).tolist() == ["bf1997", "bf1969", None]


def test_older_regulations_are_those_before_1997():
    older = {name for name, day in REGULATIONS.items() if day < "1997-07-01"}
    assert set(OLDER_REGULATIONS) == older | {"before_1969"}
    assert list(REGULATIONS.values()) == sorted(REGULATIONS.values())


def test_parameters_are_measured_by_their_own_plan():
    rows = pd.DataFrame({"plan_id": ["old", "new", "unknown", None]})
    plans = pd.DataFrame({"adopted_date": ["1990-01-01", "2020-01-01"]}, index=["old", "new"])
    measured = with_regulation(rows, plans)["regulation_code"]
    assert measured[:2].tolist() == ["bf1987", "tek17"]
    assert measured[2:].isna().all()
    assert with_regulation(rows, None)["regulation_code"].isna().all()
