"""Facts are measured two themes at a time, and only where their inputs changed."""

from dataclasses import replace

import pandas as pd
import pytest

from boligplan_geo import measure as module
from boligplan_geo.measure import FACTS_OF, measure
from boligplan_geo.progress import Stages
from boligplan_geo.sample.toy import toy_town


def test_another_provision_changes_figures_and_cuts_no_plot_anew():
    town = toy_town()
    before = measure(town)
    provisions = town.provisions.copy()
    provisions.loc[provisions.index[0], "value_max"] = 7.0
    after = measure(replace(town, provisions=provisions), known=before)
    assert after.plan_parts is before.plan_parts
    assert after.constraints is before.constraints
    assert after.plan_parameters is not before.plan_parameters
    assert not after.plan_parameters.equals(before.plan_parameters)
    changed = {t for t in FACTS_OF if after.fingerprints[t] != before.fingerprints[t]}
    assert changed == {"figures"}


def test_what_is_known_is_taken_only_for_the_same_rows():
    town = toy_town()
    turned = replace(town, plots=town.plots.iloc[::-1])
    facts = measure(turned, known=measure(town))
    for table in (facts.built, facts.constraints, facts.terrain, facts.access):
        assert (table.index == turned.plots.index).all()


def test_every_theme_is_timed_and_marked_in_order():
    stages = Stages(count=len(FACTS_OF))
    facts = measure(toy_town(), stages=stages)
    assert set(stages.seconds) == set(FACTS_OF) == set(facts.fingerprints)
    assert list(facts.fingerprints) == list(FACTS_OF)


def test_the_first_theme_that_fails_is_the_one_that_is_told(monkeypatch):
    def fails(what):
        def compute(*_args, **_keywords):
            raise ValueError(what)

        return compute

    monkeypatch.setattr(module, "_terrain", fails("terrain"))
    monkeypatch.setattr(module, "_surroundings", fails("surroundings"))
    with pytest.raises(ValueError, match="terrain"):
        measure(toy_town())
    monkeypatch.setattr(module, "_plan", fails("plan"))
    with pytest.raises(ValueError, match="plan"):
        measure(toy_town())


def test_measuring_twice_gives_the_same_tables():
    one, two = measure(toy_town()), measure(toy_town())
    for table in (table for tables in FACTS_OF.values() for table in tables):
        first, second = getattr(one, table), getattr(two, table)
        if isinstance(first, pd.DataFrame):
            pd.testing.assert_frame_equal(pd.DataFrame(first), pd.DataFrame(second))
    assert one.fingerprints == two.fingerprints
