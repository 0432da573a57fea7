"""The only list of criteria: what speaks for a plot or a centre, each tied to a strategy.

Strategies of the housing plan: 1 enough and right homes; 2 homes for all, integrated;
3 the wanted urban form: district centres, transport, a good mix. Curves and weights are
the team's starting proposal, to be argued with; a hard zone is never also a criterion.
"""

from __future__ import annotations

from boligplan_geo.scoring import Criterion

DENSIFICATION = (
    Criterion("homes", "potential_plan_homes_mid_count", (0, 1, 4, 10, 30), (0, 0.2, 0.5, 0.8, 1),
              22, "1", "Ubrukte boliger i planen", "Unused homes in the plan", "potential_reason"),
    Criterion("centre", "access_centre_min", (5, 10, 15, 25), (1, 0.7, 0.35, 0),
              25, "3", "Gange til senter", "Walk to a centre", "access_reason"),
    Criterion("stop", "access_stop_min", (3, 5, 10, 15), (1, 0.8, 0.3, 0),
              12, "3", "Gange til holdeplass", "Walk to a stop", "access_reason"),
    Criterion("grocery", "access_grocery_min", (5, 10, 20), (1, 0.6, 0),
              9, "3", "Gange til dagligvare", "Walk to a grocery", "access_reason"),
    Criterion("school", "access_school_min", (8, 15, 25), (1, 0.5, 0),
              7, "3", "Gange til skole", "Walk to a school", "access_reason"),
    Criterion("slope", "terrain_slope_mean_deg", (5, 12, 20, 30), (1, 0.6, 0.1, 0),
              9, "1", "Slakt terreng", "Gentle terrain", "terrain_reason"),
    Criterion("nearby", "nearby_homes_400m_count", (0, 100, 400), (0, 0.5, 1),
              6, "3", "Boliger i nærheten", "Homes nearby", "nearby_reason"),
    Criterion("unburdened", "constraint_soft_share", (0, 0.5, 1), (1, 0.4, 0),
              6, "1", "Fri for hensyn", "Free of considerations", "constraint_reason"),
    Criterion("signal", "plan_signal_share", (0, 1), (0, 1),
              4, "3", "Planen ønsker fortetting", "The plan wants density", "plan_reason"),
)

HOUSING_MIX = (
    Criterion("gap", "mix_type_gap_share", (-0.1, 0, 0.15), (0, 0.2, 1),
              50, "3", "Boligtypen mangler i bydelen", "Type lacking in the district", "mix_reason"),
    Criterion("homes", "potential_plan_homes_mid_count", (0, 2, 8, 25), (0, 0.3, 0.7, 1),
              20, "1", "Boliger som kan endre miksen", "Homes that can change the mix",
              "potential_reason"),
    Criterion("grocery", "access_grocery_min", (5, 10, 20), (1, 0.6, 0),
              15, "2", "Gange til dagligvare", "Walk to a grocery", "access_reason"),
    Criterion("stop", "access_stop_min", (3, 5, 10, 15), (1, 0.8, 0.3, 0),
              15, "2", "Gange til holdeplass", "Walk to a stop", "access_reason"),
)

CENTRE = (
    Criterion("today", "built_homes_count", (0, 300, 1000), (0, 0.5, 1),
              30, "3", "Boliger i omlandet i dag", "Homes in the catchment today"),
    Criterion("potential", "homes_potential_mid_count", (0, 150, 600), (0, 0.5, 1),
              40, "3", "Boligpotensial i omlandet", "Potential in the catchment"),
    Criterion("services", "centre_services_count", (0, 4), (0, 1),
              20, "3", "Tjenester innen ti minutter", "Services within ten minutes"),
    Criterion("departures", "centre_departures_count", (0, 4, 12), (0, 0.5, 1),
              10, "3", "Avganger i timen", "Departures an hour"),
)
