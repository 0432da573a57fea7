"""Cases of the test field that turn on the basis of a figure: per plot, per field, or not said.

Band E lies in the plan of the northern field (2021), which asks for no parking and no outdoor
area and permits two storeys, so that only the figure of each case binds. What is given per field
is shared so: what stands stays where it stands, the rest goes by area, and the shares never sum
to more than the field's.
"""

from __future__ import annotations

from shapely import Polygon, box, union_all

from boligplan_geo.sample.truth_builder import FieldBuilder

NORTH = "2021-006"
BAND_E, BAND_F = 505.0, 555.0
DEPTH_M, GAP_M = 30.0, 10.0
LEVELS = ("low", "mid", "high")
STREET = box(295, 345, 305, 690)  # runs up between the bands

Figures = tuple[tuple[int, int | None, int | None], ...]


def lay_out(town: FieldBuilder) -> None:
    """Open the plan of the northern field and lay out every case of this module."""
    _open_plan(town)
    fields = _Fields(town)
    _three_plots_and_a_house(fields)
    _more_stands_than_the_budget(fields)
    _unit_caps(fields)
    _basis_not_said(fields)
    _per_plot(fields)
    _percent_of_the_field(fields)
    _plots_that_may_be_parted(fields)


def levels(
    town: FieldBuilder, plot_id: str, quantity: str, values: tuple[float, float, float], how: str
) -> None:
    """Say what low, mid and high must be; `quantity` has a place for the level."""
    for level, value in zip(LEVELS, values, strict=True):
        town.truth(plot_id, "rules", quantity.format(level), value, how)


def homes(town: FieldBuilder, plot_id: str, counts: tuple[int, int, int], how: str) -> None:
    """Say how many homes low, mid and high must give."""
    levels(town, plot_id, "potential_plan_homes_{}_count", counts, how)


def clause(
    town: FieldBuilder,
    plan_id: str,
    number: str,
    parameter: str,
    text: str,
    *,
    zone: str = "",
    purpose: str = "",
    over: str = "",
    basis: str = "plot",
    unit: str = "count",
    **values: object,
) -> None:
    """Add a provision; what it does not name, it holds for."""
    town.provision(
        plan_id,
        number,
        parameter,
        f"Oppdiktet: {text}",
        zone_name=zone,
        land_use_code=purpose,
        zone_code=over,
        unit=unit,
        basis_code=basis,
        **values,
    )


def no_demands(town: FieldBuilder, plan_id: str) -> None:
    """Let a plan ask for neither parking nor outdoor area, and permit houses of two storeys."""
    text = "Det stilles ikke krav i dette feltet."
    clause(town, plan_id, "§ 2.1", "parking_per_home", text, value_min=0)
    clause(town, plan_id, "§ 2.2", "outdoor_per_home_m2", text, value_min=0, unit="m2")
    text = "Småhus kan ha inntil to etasjer."
    clause(town, plan_id, "§ 2.3", "storeys_max", text, purpose="1111", value_max=2)


def _open_plan(town: FieldBuilder) -> None:
    town.plan(
        NORTH,
        box(15, 500, 585, 590),
        3001,
        planstatus=3,
        planbestemmelse=4,
        plantype=35,
        lovreferanse=6,
        plannavn="Prøvefeltet nord",
        ikrafttredelsesdato="2021-04-15",
        vedtakEndeligPlanDato="2021-04-15",
    )
    town.area(NORTH, 2011, STREET.intersection(box(15, 500, 585, 590)), "o_SKV3")
    no_demands(town, NORTH)


class _Fields:
    """Fields side by side along band E, past the street."""

    def __init__(self, town: FieldBuilder) -> None:
        self.town, self.x, self.bnr = town, 20.0, 101

    def field(self, widths: tuple[float, ...], figures: Figures = ()) -> tuple[str, list[str]]:
        """A field of plots of some widths and nothing else; its zone and the plots' ids."""
        if self.x < 305 and self.x + sum(widths) > 290:
            self.x = 310.0
        name, ids = f"BFE{self.bnr}", []
        shapes: list[Polygon] = []
        for width in widths:
            shapes.append(box(self.x, BAND_E, self.x + width, BAND_E + DEPTH_M))
            ids.append(self.town.plot(self.bnr, shapes[-1]))
            self.x += width
            self.bnr += 1
        self.town.area(NORTH, 1111, union_all(shapes), name, figures)
        self.x += GAP_M
        return name, ids

    def house(self, plot_id: str, left: float, width: float, depth: float, bra: float) -> None:
        """A house with one home, `left` m from where the field that was laid last ends."""
        x = self.x - GAP_M - left
        self.town.building(plot_id, box(x, BAND_E + 10, x + width, BAND_E + 10 + depth), bra=bra)

    def clause(self, zone: str, number: str, parameter: str, text: str, **values: object) -> None:
        """A provision of the field."""
        clause(self.town, NORTH, number, parameter, text, zone=zone, **values)  # type: ignore[arg-type]


def _three_plots_and_a_house(fields: _Fields) -> None:
    town = fields.town
    _, ids = fields.field((10, 10, 20), ((17, 900, None),))
    fields.house(ids[2], 15, 10, 8, bra=150)
    rest = "900 m² BRA for the field less the 150 m² that stand, shared by area: 750"
    for plot_id in ids[:2]:
        town.truth(plot_id, "rules", "plan_bra_mid_m2", 187.5, f"{rest} × 300/1200")
    how = f"{rest} × 600/1200, and the 150 m² that stand on it"
    town.truth(ids[2], "rules", "plan_bra_mid_m2", 525, how)
    town.truth(ids[2], "rules", "potential_bra_mid_m2", 375, "525 m² less the 150 m² that stand")
    how = "one plot's homes are not another's: 187.5 / 165 = 1.14; / 189.75 = 0.99; / 140.25 = 1.34"
    homes(town, ids[0], (0, 1, 1), how)


def _more_stands_than_the_budget(fields: _Fields) -> None:
    town = fields.town
    _, ids = fields.field((20, 10), ((15, 100, None),))
    fields.house(ids[0], 28, 10, 8, bra=140)
    fields.house(ids[1], 8, 5, 8, bra=70)
    for plot_id, stands in zip(ids, (80, 40), strict=True):
        how = f"120 m² stand where 100 m² BYA are the field's: {stands} × 100/120"
        town.truth(plot_id, "rules", "plan_bya_mid_m2", stands * 100 / 120, how)
        homes(town, plot_id, (0, 0, 0), "more stands than the field may hold")


def _unit_caps(fields: _Fields) -> None:
    town = fields.town
    zone, ids = fields.field((20, 10), ((18, 200, None),))
    text = "Inntil fem boenheter i feltet."
    fields.clause(zone, "§ 3.1", "homes_max", text, value_max=5, basis="field")
    how = "5 homes for the field by area: 3.33 and 1.67; the last to the larger remainder"
    for plot_id, cap in zip(ids, (3, 2), strict=True):
        town.truth(plot_id, "rules", "plan_homes_max_count", cap, how)
        town.truth(plot_id, "rules", "plan_binding_clause_id", "§ 3.1", "200 % BRA holds more")
        homes(town, plot_id, (cap, cap, cap), how)

    zone, ids = fields.field((20, 15), ((18, 200, None),))
    text = "Inntil fire boenheter i feltet."
    fields.clause(zone, "§ 3.2", "homes_max", text, value_max=4, basis="field")
    fields.house(ids[0], 33, 10, 8, bra=150)
    how = "4 homes less the one that stands: 3 by area, 1.71 and 1.29, give 2 and 1"
    town.truth(ids[0], "rules", "plan_homes_max_count", 3, f"{how}; and the one that stands")
    town.truth(ids[1], "rules", "plan_homes_max_count", 1, how)
    homes(town, ids[0], (2, 2, 2), "a cap of 3 less the home that stands")
    homes(town, ids[1], (1, 1, 1), how)


def _basis_not_said(fields: _Fields) -> None:
    """Low and mid read the figure per field, high per plot (docs/provisions.md)."""
    town = fields.town
    zone, ids = fields.field((20, 15), ((18, 200, None),))
    text = "Inntil fire boenheter."
    fields.clause(zone, "§ 3.3", "homes_max", text, value_max=4, basis="")
    for plot_id in ids:
        how = "4 homes: as the field's 2.29 and 1.71, so 2 each; as the plot's 4"
        town.truth(plot_id, "rules", "plan_homes_max_count", 2, how)
        homes(town, plot_id, (2, 2, 4), how)
        town.truth(plot_id, "rules", "plan_interval_causes", "basis_unknown", how)

    zone, ids = fields.field((20, 10))
    text = "Samlet bruksareal inntil 600 m²."
    fields.clause(zone, "§ 3.4", "utilisation_17", text, value_max=600, unit="m2", basis="")
    for plot_id, shared in zip(ids, (400, 200), strict=True):
        how = f"600 m² BRA: as the field's {shared} m² by area, as the plot's 600 m²"
        levels(town, plot_id, "plan_bra_{}_m2", (shared, shared, 600), how)
        town.truth(plot_id, "rules", "plan_interval_causes", "basis_unknown", how)


def _per_plot(fields: _Fields) -> None:
    town = fields.town
    zone, ids = fields.field((20, 10))
    text = "Bruksareal inntil 300 m² pr tomt."
    fields.clause(zone, "§ 3.5", "utilisation_17", text, value_max=300, unit="m2")
    for plot_id in ids:
        how = "300 m² BRA a plot, whatever its size and whatever its neighbour has"
        levels(town, plot_id, "plan_bra_{}_m2", (300, 300, 300), how)


def _percent_of_the_field(fields: _Fields) -> None:
    """A percentage that the plan gives the field as a whole: its m² are the field's."""
    town = fields.town
    zone, ids = fields.field((20, 10))
    text = "Samlet for feltet er %-BYA inntil 25."
    fields.clause(zone, "§ 3.6", "utilisation_16", text, value_max=25, unit="%", basis="field")
    fields.house(ids[1], 9.5, 9, 10, bra=160)
    rest = "25 % of the field's 900 m² less the 90 m² that stand: 135 m² by area"
    town.truth(ids[0], "rules", "plan_bya_mid_m2", 90, f"{rest}, 600/900")
    town.truth(ids[1], "rules", "plan_bya_mid_m2", 135, f"{rest}, 300/900, and the 90 m²")


def _plots_that_may_be_parted(fields: _Fields) -> None:
    town = fields.town
    zone, (plot_id,) = fields.field((40,), ((18, 200, None),))
    text = "Minste tomt er 500 m²."
    fields.clause(zone, "§ 3.7", "plot_size_min_m2", text, value_min=500, unit="m2")
    fields.clause(zone, "§ 3.8", "homes_max", "Én boenhet pr tomt.", value_max=1)
    town.truth(plot_id, "rules", "plan_plots_count", 2, "1,200 m² make two plots of 500 m² or more")
    how = "one home a plot, on the two plots that 1,200 m² may be parted into"
    homes(town, plot_id, (2, 2, 2), how)

    zone, (plot_id,) = fields.field((20,), ((18, 200, None),))
    text = "Inntil fem boenheter pr dekar."
    fields.clause(zone, "§ 3.9", "homes_per_daa", text, value_max=5)
    town.truth(plot_id, "rules", "plan_homes_max_count", 3, "5 homes a decare on 600 m²")
    homes(town, plot_id, (3, 3, 3), "5 homes a decare on 600 m²; 200 % BRA holds more")

    zone, (plot_id,) = fields.field((20,))
    text = "Det skal bygges minst to boenheter."
    fields.clause(zone, "§ 3.10", "homes_min", text, value_min=2)
    for number, parameter, least, unit in (
        ("§ 3.11", "storeys_min", 2, "count"),
        ("§ 3.12", "boundary_distance_min_m", 5, "m"),
        ("§ 3.13", "road_distance_min_m", 12.5, "m"),
    ):
        fields.clause(zone, number, parameter, "Minstekrav.", value_min=least, unit=unit)
        quantity = f"parameter.{parameter}.value_min"
        town.truth(plot_id, "rules", quantity, least, f"{number} says so")
    town.truth(plot_id, "rules", "parameter.homes_min.value_min", 2, "§ 3.10 says so")
    town.truth(plot_id, "rules", "parameter.homes_min.clause_id", "§ 3.10", "§ 3.10 says so")
