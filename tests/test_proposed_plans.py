"""What a plan proposal would change: the same run with planstatus 1, 2 and 6 read as adopted."""

from dataclasses import replace

import pandas as pd
import pytest

from boligplan_geo.analysis import analyse
from boligplan_geo.sample.toy import toy_town

NEWER = "9999-1/5"  # under the toy town's detail plan


def town_with(status):
    """The toy town with its detail plan at another stage."""
    town = toy_town()
    plans = town.plans.copy()
    detail = plans.index[plans["plan_type_code"] == 35]
    plans.loc[detail, "plan_status_code"] = status
    return replace(town, plans=plans)


@pytest.mark.parametrize("status", [1, 2, 6])
def test_a_proposal_changes_nothing_until_it_is_asked_about(status):
    town = town_with(status)
    adopted, now = analyse(toy_town()), analyse(town)
    assert now.plots.loc[NEWER, "plan_land_use_code"] == "1110"
    assert (now.plots["plan_proposed_share"] == 0).all()
    then = analyse(town, plans="proposed", base=now)
    assert then.plots.loc[NEWER, "plan_land_use_code"] == "1113"
    figures = ["plan_bya_mid_m2", "plan_bra_mid_m2", "potential_plan_homes_mid_count"]
    pd.testing.assert_frame_equal(then.plots[figures], adopted.plots[figures])
    assert then.plots.loc[NEWER, "plan_proposed_share"] == pytest.approx(1.0)
    of_plot = then.plan_parts[then.plan_parts["plot_id"] == NEWER]
    assert of_plot["governs_reason"].tolist() == ["proposed_plan"]
    rests = then.plan_parameters[then.plan_parameters["part_id"].isin(of_plot.index)]
    assert "proposed_plan" in set(rests["why_code"].dropna())
    (note,) = [n for n in then.notes if n.code == "plans_proposed"]
    assert note.ids == tuple(of_plot["plan_id"])
    assert not [n for n in now.notes if n.code == "plans_proposed"]


def test_fingerprints_know_which_plans_were_read():
    town = town_with(2)
    now = analyse(town)
    then = analyse(town, plans="proposed", base=now)
    assert then.facts.fingerprints["plan"] != now.facts.fingerprints["plan"]
    again = analyse(town, base=then)
    assert again.facts.fingerprints == now.facts.fingerprints
    assert analyse(town, plans="proposed", base=then).facts.plan_parts is then.facts.plan_parts


def test_another_word_is_refused():
    with pytest.raises(ValueError, match="'in_force' or 'proposed', given 'draft'"):
        analyse(toy_town(), plans="draft")
