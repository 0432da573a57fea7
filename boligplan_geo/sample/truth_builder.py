"""What the cases of the test field are laid out with: plots, plan areas, buildings, truths."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
from shapely import LineString, Polygon, box, union_all
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from boligplan_geo.sample.gml import PlanFeature

CRS = "EPSG:25833"
WIDTH_M, HEIGHT_M = 600.0, 500.0
MUNICIPALITY_NUMBER = "9999"
GNR = 900  # every property of the field is 9999-900/n
KPA = "9999-KPA"

# Terrain of the field: rise above its base by northing, linear between the breaks, so that the
# slope of a band is exact: 10 % up, 30 % up and 40 % down. At the east and west edge the rise
# is led to nothing over TAPER_M; plots that measure slopes stay clear of that.
TERRAIN_BREAKS_M = (0.0, 260.0, 340.0, 350.0, 390.0, 400.0, 450.0, 500.0)
TERRAIN_RISE_M = (0.0, 0.0, 8.0, 8.0, 20.0, 20.0, 0.0, 0.0)
TAPER_M = 60.0

Row = dict[str, Any]


@dataclass(frozen=True, eq=False)
class TruthField:
    """What the field adds to the town, in internal names, and what must come out.

    Parameters
    ----------
    outline : Polygon
        The rectangle; the rest of the town leaves it free.
    parcels, buildings, roads, network, stops, hazard_zones, noise : GeoDataFrame
        ``network`` has elevations; `parcels` also ``owner_code``.
    building_register, dwelling_units, provisions : DataFrame
        Without geometry.
    plan_features : mapping of product to features
        ``"Kommuneplan"`` features tile the outline; ``"Reguleringsplan"`` its own plans.
    rows : DataFrame
        ``plot_id``, ``room`` (facts, rules, placement), ``quantity``, ``value``,
        ``tolerance`` (empty where the value is text), ``how``.
    """

    outline: Polygon
    parcels: gpd.GeoDataFrame
    buildings: gpd.GeoDataFrame
    building_register: pd.DataFrame
    dwelling_units: pd.DataFrame
    roads: gpd.GeoDataFrame
    network: gpd.GeoDataFrame
    stops: gpd.GeoDataFrame
    hazard_zones: gpd.GeoDataFrame
    noise: gpd.GeoDataFrame
    plan_features: Mapping[str, Sequence[PlanFeature]]
    provisions: pd.DataFrame
    rows: pd.DataFrame
    left: float
    bottom: float
    base_elevation_m: float

    def elevation_m(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        """Elevation [m] at coordinates inside the outline; `x` and `y` of one shape."""
        rise = np.interp(np.asarray(y) - self.bottom, TERRAIN_BREAKS_M, TERRAIN_RISE_M)
        from_west = np.asarray(x) - self.left
        share = np.minimum(from_west, WIDTH_M - from_west) / TAPER_M
        return self.base_elevation_m + rise * np.clip(share, 0, 1)


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
        """Open a reguleringsplan; what its areas leave of `extent` gets `rest_code`."""
        regime = "rp1985" if properties["lovreferanse"] < 6 else "rp2008"
        self.extents[plan_id] = (regime, extent, rest_code)
        feature = PlanFeature("RpOmråde", plan_id, plan_id, self.shift(extent), properties)
        self.features.append(("Reguleringsplan", feature))

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
        code_name = "reguleringsformål" if regime == "rp1985" else "arealformål"
        values: Row = {code_name: code, "utnytting": list(figures)}
        values["områdenavn" if regime == "kp2008" else "feltbetegnelse"] = name or None
        if regime == "kp2008":
            values["arealbruksstatus"] = status
        kind = {"kp2008": "KpArealformålOmråde", "rp2008": "RpArealformålOmråde"}.get(
            regime, "RbFormålOmråde"
        )
        self.feature(plan_id, kind, shape, **values)

    def feature(self, plan_id: str, kind: str, shape: BaseGeometry, **values: Any) -> None:
        """Add any feature of a plan; geometry in local metres."""
        local_id = f"{plan_id}.prove.{len(self.features):03d}"
        product = "Kommuneplan" if plan_id == KPA else "Reguleringsplan"
        given = {name: value for name, value in values.items() if value is not None}
        made = PlanFeature(kind, local_id, plan_id, self.shift(shape), given)
        self.features.append((product, made))

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
    ) -> None:
        """Say what must come out for a plot and how it follows."""
        is_number = isinstance(value, int | float)
        self.truths.append(
            {
                "plot_id": plot_id,
                "room": room,
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
        self._fill(KPA, outline, 3001)
        taken = union_all([row["geometry"] for row in self.layers["parcels"]])
        rest = self.shift(outline).difference(taken)
        for piece in getattr(rest, "geoms", [rest]):
            self.plot(999, translate(piece, -self.left, -self.bottom), owner="municipal")
        frames = {name: self._frame(rows) for name, rows in self.layers.items()}
        products = ("Kommuneplan", "Reguleringsplan")
        return TruthField(
            outline=self.shift(outline),
            plan_features={p: [f for q, f in self.features if q == p] for p in products},
            rows=pd.DataFrame(self.truths),
            left=self.left,
            bottom=self.bottom,
            base_elevation_m=self.base_elevation_m,
            **frames,
        )

    def _fill(self, plan_id: str, extent: Polygon, code: int) -> None:
        kinds = ("KpArealformålOmråde", "RpArealformålOmråde", "RbFormålOmråde")
        areas = [f.geometry for _, f in self.features if f.plan_id == plan_id and f.kind in kinds]
        rest = self.shift(extent).difference(union_all(areas))
        pieces = [p for p in getattr(rest, "geoms", [rest]) if not p.is_empty]
        for piece in sorted(pieces, key=lambda p: p.bounds):
            self.area(plan_id, code, translate(piece, -self.left, -self.bottom))

    def _frame(self, rows: list[Row]) -> Any:
        if "geometry" in rows[0]:
            return gpd.GeoDataFrame(rows, geometry="geometry", crs=CRS)
        return pd.DataFrame(rows)


def slot(band_bottom: float, number: int, *, width: float = 20, depth: float = 30) -> Polygon:
    """The box of plot `number` in a band: every 30 m from x = 20, `width` × `depth` m."""
    x = 20 + 30 * number
    return box(x, band_bottom, x + width, band_bottom + depth)


def around(plot: Polygon) -> Polygon:
    """The slot's own plan field: 5 m wider on every side, so that neighbours' fields touch."""
    x_min, y_min, x_max, y_max = plot.bounds
    return box(x_min - 5, y_min - 5, x_max + 5, y_max + 5)


def line_z(town: FieldBuilder, points: Sequence[tuple[float, float]]) -> LineString:
    """A line in local metres with the field's own elevations, with a vertex at each break.

    Only for lines clear of the tapered edges, or on the flat.
    """
    coordinates = []
    for (x0, y0), (x1, y1) in pairwise(points):
        breaks = [b for b in TERRAIN_BREAKS_M if min(y0, y1) < b < max(y0, y1)]
        ys = [y0, *(breaks if y1 > y0 else breaks[::-1])]
        xs = [x0 + (x1 - x0) * (y - y0) / (y1 - y0) if y1 != y0 else x0 for y in ys]
        coordinates += list(zip(xs, ys, strict=True))
    coordinates.append(points[-1])
    rise = np.interp([y for _, y in coordinates], TERRAIN_BREAKS_M, TERRAIN_RISE_M)
    elevation = town.base_elevation_m + rise
    return LineString([(x, y, z) for (x, y), z in zip(coordinates, elevation, strict=True)])
