"""What the cases of the test field are laid out with: plots, plan areas, buildings, truths."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
from shapely import LineString, Polygon, box, union_all
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from boligplan_geo.sample.gml import PlanFeature
from boligplan_geo.sample.truth_ground import HEIGHT_M, ISLET, WIDTH_M, elevation_m

CRS = "EPSG:25833"
MUNICIPALITY_NUMBER = "9999"
GNR = 900  # every property of the field is 9999-900/n
KPA = "9999-KPA"

Row = dict[str, Any]


@dataclass(frozen=True, eq=False)
class TruthField:
    """What the field adds to the town, in internal names, and what must come out.

    Parameters
    ----------
    outline, islet : Polygon
        The rectangle, and the islet at sea; the rest of the town leaves both free.
    parcels, buildings, roads, network, stops, hazard_zones, noise, coastline : GeoDataFrame
        ``network`` has elevations; `parcels` also ``owner_code``.
    building_register, dwelling_units, provisions, plan_overrides : DataFrame
        Without geometry.
    plan_features : mapping of product to features
        ``"Kommuneplan"`` features tile the outline; ``"Reguleringsplan"`` its own plans.
    rows : DataFrame
        ``plot_id``, ``room`` (facts, rules, placement), ``plans`` (``in_force``, or ``proposed``
        for what a run with the plans under way must give), ``quantity``, ``value``,
        ``tolerance`` (empty where the value is text), ``how``.
    """

    outline: Polygon
    islet: Polygon
    parcels: gpd.GeoDataFrame
    buildings: gpd.GeoDataFrame
    building_register: pd.DataFrame
    dwelling_units: pd.DataFrame
    roads: gpd.GeoDataFrame
    network: gpd.GeoDataFrame
    stops: gpd.GeoDataFrame
    hazard_zones: gpd.GeoDataFrame
    noise: gpd.GeoDataFrame
    coastline: gpd.GeoDataFrame
    plan_features: Mapping[str, Sequence[PlanFeature]]
    provisions: pd.DataFrame
    plan_overrides: pd.DataFrame
    rows: pd.DataFrame
    left: float
    bottom: float
    base_elevation_m: float

    def elevation_m(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        """Elevation [m] inside the outline or the islet; `x` and `y` of one shape."""
        local = np.asarray(x) - self.left, np.asarray(y) - self.bottom
        return elevation_m(*local, self.base_elevation_m)


@dataclass
class FieldBuilder:
    """Collects what the cases lay out, in the field's own metres from its lower left corner."""

    left: float
    bottom: float
    base_elevation_m: float
    layers: dict[str, list[Row]] = field(default_factory=dict)
    features: list[tuple[str, PlanFeature]] = field(default_factory=list)
    extents: dict[str, tuple[str, Polygon, int]] = field(default_factory=dict)
    truths: list[Row] = field(default_factory=list)

    def rectangle(self, x_min: float, y_min: float, x_max: float, y_max: float) -> Polygon:
        """A box in local metres, at its place in the CRS."""
        return self.shift(box(x_min, y_min, x_max, y_max))

    def shift(self, shape: BaseGeometry) -> Any:
        """Move a shape in local metres to its place in the CRS."""
        return translate(shape, self.left, self.bottom)

    def add(self, layer: str, geometry: BaseGeometry | None = None, **values: Any) -> None:
        """Add a row to a layer; geometry in local metres."""
        row = dict(values)
        if geometry is not None:
            row["geometry"] = self.shift(geometry)
        self.layers.setdefault(layer, []).append(row)

    def plot(self, bnr: int, shape: Polygon, *, fnr: int = 0, owner: str = "private") -> str:
        """Add a parcel of property 900/`bnr`; gives its ``property_id``."""
        count = len(self.layers.get("parcels", ()))
        self.add(
            "parcels",
            shape,
            parcel_id=str(990_000_001 + count),
            municipality_number=MUNICIPALITY_NUMBER,
            gnr=GNR,
            bnr=bnr,
            fnr=fnr,
            snr=0,
            owner_code=owner,
        )
        return f"{MUNICIPALITY_NUMBER}-{GNR}/{bnr}" + (f"/{fnr}" if fnr else "")

    def building(
        self,
        property_id: str,
        shape: Polygon,
        *,
        kind: str = "111",
        status: str = "FA",
        storeys: int = 2,
        bra: float | None = None,
        units: str = "B",
        year: int = 1980,
        recorded_bya: float | None = None,
    ) -> str:
        """Add a building with its register row and one unit a letter of `units`."""
        count = len(self.layers.get("buildings", ()))
        building_id = str(990_000_001 + count)
        shared = {
            "building_id": building_id,
            "building_type_code": kind,
            "building_status_code": status,
            "storeys_count": storeys,
        }
        self.add("buildings", shape, **shared)
        self.add(
            "building_register",
            **shared,
            property_id=property_id,
            bra_m2=np.nan if bra is None else bra,
            bra_homes_m2=np.nan if bra is None else bra,
            homes_count=units.count("B"),
            built_year=year,
            built_bya_m2=np.nan if recorded_bya is None else recorded_bya,
        )
        for number, letter in enumerate(units, start=1):
            self.add(
                "dwelling_units",
                unit_id=f"{building_id}-{number}",
                building_id=building_id,
                property_id=property_id,
                unit_type_code=letter,
                unit_number=f"H01{number:02d}",
                bra_m2=np.nan if bra is None else round(bra / len(units), 1),
                rooms_count=3,
            )
        return building_id

    def plan(self, plan_id: str, extent: Polygon, rest_code: int, **properties: Any) -> None:
        """Open a plan beside the kommuneplan; what its areas leave of `extent` gets `rest_code`."""
        regime = "rp1985" if properties["lovreferanse"] < 6 else "rp2008"
        regime = "kp1985" if properties["plantype"] < 30 else regime
        self.extents[plan_id] = (regime, extent, rest_code)
        kind = "KpOmråde" if regime == "kp1985" else "RpOmråde"
        feature = PlanFeature(kind, plan_id, plan_id, self.shift(extent), properties)
        self.features.append((_product(kind), feature))

    def area(
        self,
        plan_id: str,
        code: int,
        shape: Polygon,
        name: str = "",
        figures: Sequence[tuple[int, int | None, int | None]] = (),
        status: int = 1,
    ) -> None:
        """Add a land-use area of a plan, by the words of its law."""
        regime = self.extents[plan_id][0] if plan_id != KPA else "kp2008"
        kind, code_name = AREA_KINDS[regime]
        values: Row = {code_name: code, "utnytting": list(figures)}
        values["områdenavn" if regime.startswith("kp") else "feltbetegnelse"] = name or None
        if regime.startswith("kp"):
            values["arealbruksstatus"] = status
        self.feature(plan_id, kind, shape, **values)

    def feature(self, plan_id: str, kind: str, shape: BaseGeometry, **values: Any) -> None:
        """Add any feature of a plan; geometry in local metres."""
        local_id = f"{plan_id}.prove.{len(self.features):03d}"
        given = {name: value for name, value in values.items() if value is not None}
        made = PlanFeature(kind, local_id, plan_id, self.shift(shape), given)
        self.features.append((_product(kind), made))

    def provision(
        self, plan_id: str, clause: str, parameter: str, text: str, **values: Any
    ) -> None:
        """Add a provision as data."""
        self.add(
            "provisions",
            plan_id=plan_id,
            clause_id=clause,
            parameter_code=parameter,
            text=text,
            **values,
        )

    def truth(
        self,
        plot_id: str,
        room: str,
        quantity: str,
        value: float | str | None,
        how: str,
        *,
        tolerance: float | None = 1e-6,
        plans: str = "in_force",
    ) -> None:
        """Say what must come out for a plot and how it follows."""
        is_number = isinstance(value, int | float)
        self.truths.append(
            {
                "plot_id": plot_id,
                "room": room,
                "plans": plans,
                "quantity": quantity,
                "value": "" if value is None else f"{value:.10g}" if is_number else value,
                "tolerance": f"{tolerance:g}" if is_number else "",
                "how": how,
            }
        )

    def finish(self) -> TruthField:
        """Tile the plans, fill the last parcel and freeze everything."""
        outline = box(0, 0, WIDTH_M, HEIGHT_M)
        for plan_id, (_, extent, rest_code) in self.extents.items():
            self._fill(plan_id, extent, rest_code)
        self._fill(KPA, union_all([outline, ISLET]), 3001)
        taken = union_all([row["geometry"] for row in self.layers["parcels"]])
        for bnr, shape in ((999, outline), (998, ISLET)):
            rest = self.shift(shape).difference(taken)
            for piece in getattr(rest, "geoms", [rest]):
                self.plot(bnr, translate(piece, -self.left, -self.bottom), owner="municipal")
        self.add("coastline", LineString(ISLET.exterior.coords), coast_id="KYST-PRØVE")
        frames = {name: self._frame(rows) for name, rows in self.layers.items()}
        products = ("Kommuneplan", "Reguleringsplan")
        return TruthField(
            outline=self.shift(outline),
            islet=self.shift(ISLET),
            plan_features={p: [f for q, f in self.features if q == p] for p in products},
            rows=pd.DataFrame(self.truths),
            left=self.left,
            bottom=self.bottom,
            base_elevation_m=self.base_elevation_m,
            **frames,
        )

    def _fill(self, plan_id: str, extent: Polygon, code: int) -> None:
        kinds = [kind for kind, _ in AREA_KINDS.values()]
        areas = [f.geometry for _, f in self.features if f.plan_id == plan_id and f.kind in kinds]
        rest = self.shift(extent).difference(union_all(areas))
        pieces = [p for p in getattr(rest, "geoms", [rest]) if not p.is_empty]
        for piece in sorted(pieces, key=lambda p: p.bounds):
            self.area(plan_id, code, translate(piece, -self.left, -self.bottom))

    def _frame(self, rows: list[Row]) -> Any:
        if "geometry" in rows[0]:
            return gpd.GeoDataFrame(rows, geometry="geometry", crs=CRS)
        return pd.DataFrame(rows)


#: Feature type of a purpose in each regime, and the element that carries its code.
AREA_KINDS = {
    "kp2008": ("KpArealformålOmråde", "arealformål"),
    "kp1985": ("KpArealbrukOmråde", "arealbruk"),
    "rp2008": ("RpArealformålOmråde", "arealformål"),
    "rp1985": ("RbFormålOmråde", "reguleringsformål"),
}


def _product(kind: str) -> str:
    """The product whose schema a feature type belongs to."""
    return "Kommuneplan" if kind.startswith("Kp") else "Reguleringsplan"
