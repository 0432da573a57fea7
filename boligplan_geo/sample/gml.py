"""A small deterministic writer of plan GML: Kommuneplan and Reguleringsplan, version 20190401.

Nesting and order of elements are those of the published application schemas, so that a reader
that takes this takes what a municipality delivers. Geometry is two-dimensional, whole
millimetres, EPSG:25833, easting before northing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from shapely import LineString, Polygon
from shapely.geometry.base import BaseGeometry

SRS_NAME = "http://www.opengis.net/def/crs/EPSG/0/25833"
GML = "http://www.opengis.net/gml/3.2"
SCHEMA = "http://skjema.geonorge.no/SOSI/produktspesifikasjon/{product}/20190401"
DIGITISED = "2024-01-15T00:00:00"  # one fixed day: the same town gives the same bytes

# Bookkeeping that every feature starts with; `område` or `senterlinje` follows, then its own.
# Kommuneplan has no `vertikalnivå` on areas, and another order in the plan object itself.
_START = ("identifikasjon", "førsteDigitaliseringsdato", "oppdateringsdato")
_PLAN_OBJECT = {
    "Kommuneplan": (*_START, "prosesshistorie", "informasjon", "link"),
    "Reguleringsplan": (
        *("identifikasjon", "førsteDigitaliseringsdato", "prosesshistorie"),
        *("informasjon", "oppdateringsdato", "link"),
    ),
}
_PART = {
    "Kommuneplan": (*_START, "kvalitet", "arealplanId"),
    "Reguleringsplan": (*_START, "kvalitet", "arealplanId", "vertikalnivå"),
}
_ZONE = ("hensynSonenavn", "beskrivelse")
_DATES = ("vedtakEndeligPlanDato", "kunngjøringsdato")

# Own elements of each feature type, in the order of the schema
_OWN: dict[str, tuple[str, ...]] = {
    "KpOmråde": (
        *("arealplanId", "plantype", "planstatus", "planbestemmelse", "lovreferanse"),
        *("ikrafttredelsesdato", "plannavn", *_DATES),
    ),
    "RpOmråde": (
        *("arealplanId", "vertikalnivå", "plantype", "planstatus", "plannavn"),
        *("planbestemmelse", "ikrafttredelsesdato", "lovreferanse", "forslagsstillerType"),
        *_DATES,
    ),
    "KpArealformålOmråde": (
        *("arealformål", "arealbruksstatus", "beskrivelse", "områdenavn"),
        *("utnytting", "uteoppholdsareal", "eierform"),
    ),
    "RpArealformålOmråde": (
        *("eierform", "arealformål", "beskrivelse", "feltbetegnelse"),
        *("utnytting", "uteoppholdsareal"),
    ),
    "RbFormålOmråde": (
        *("reguleringsformål", "reguleringsformålsutdyping", "feltbetegnelse"),
        *("utnytting", "uteoppholdsareal"),
    ),
    "RbRestriksjonOmråde": ("reguleringsformål", "feltbetegnelse"),
    "KpArealbrukOmråde": (
        *("arealbruk", "arealbruksstatus", "beskrivelse", "områdenavn", "utnytting"),
    ),
    "KpRestriksjonOmråde": ("restriksjon", "beskrivelse"),
    "KpBåndleggingSone": ("båndlegging", "arealbruksstatus", *_ZONE, "båndlagtFremTil"),
    "RpBåndleggingSone": ("båndlegging", "båndlagtFremTil", *_ZONE),
    "KpBestemmelseOmråde": ("bestemmelseOmrådeNavn", "type"),
    "RpBestemmelseOmråde": ("bestemmelseOmrådeNavn", "type"),
    "KpJuridiskLinje": ("juridisklinje",),
    "RpJuridiskLinje": ("juridisklinje",),
    "KpRegulertHøyde": ("høydefraplanbestemmelse",),
    "RpRegulertHøyde": ("høydefraplanbestemmelse",),
}
for _name, _code in {
    "AngittHensyn": "angittHensyn",
    "Detaljering": "detaljering",
    "Fare": "fare",
    "Gjennomføring": "gjennomføring",
    "Infrastruktur": "infrastruktur",
    "Sikring": "sikring",
    "Støy": "støy",
}.items():
    _OWN[f"Kp{_name}Sone"] = _OWN[f"Rp{_name}Sone"] = (_code, *_ZONE)

# The data type that wraps the parts of a nested property
_WRAPPERS = {
    "identifikasjon": "Identifikasjon",
    "kvalitet": "Posisjonskvalitet",
    "arealplanId": "NasjonalArealplanId",
    "høydefraplanbestemmelse": "HøydeFraPlanbestemmelse",
}


@dataclass(frozen=True)
class PlanFeature:
    """One object of a plan, in the words of the schema.

    Parameters
    ----------
    kind : str
        Feature type, such as ``KpArealformålOmråde``.
    local_id : str
        ``lokalId``, unique in the file.
    plan_id : str
        ``planidentifikasjon``.
    geometry : Polygon or LineString
        In EPSG:25833.
    properties : mapping
        Own elements by their published name; ``utnytting`` is a sequence of
        ``(type, figure, least figure)`` with ``None`` for what is absent.
    """

    kind: str
    local_id: str
    plan_id: str
    geometry: BaseGeometry
    properties: Mapping[str, Any] = field(default_factory=dict)


def write_gml(
    path: Path,
    features: Sequence[PlanFeature],
    *,
    product: str,
    municipality_number: str = "9999",
) -> None:
    """Write the features of one or more plans as one GML file.

    Parameters
    ----------
    path : Path
        File to write; replaced where it exists.
    features : sequence of PlanFeature
        Written in this order.
    product : str
        ``"Kommuneplan"`` or ``"Reguleringsplan"``.
    municipality_number : str
        ``kommunenummer`` of every ``arealplanId``.

    Raises
    ------
    ValueError
        For an element that the schema does not have, or a geometry of another kind.

    Examples
    --------
    >>> from shapely import box
    >>> area = PlanFeature("KpArealformålOmråde", "a1", "9999-KPA", box(0, 0, 20, 30),
    ...     {"arealformål": 1110, "utnytting": [(16, 30, None)]})
    >>> write_gml(tmp_path / "kpa.gml", [area], product="Kommuneplan")  # doctest: +SKIP
    """
    namespace = SCHEMA.format(product=product)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<gml:FeatureCollection xmlns:gml="{GML}" xmlns:app="{namespace}" '
        'xmlns:xlink="http://www.w3.org/1999/xlink" gml:id="samling">',
    ]
    for feature in features:
        lines += _feature_lines(feature, product, municipality_number)
    lines += ["</gml:FeatureCollection>", ""]
    path.write_text("\n".join(lines), encoding="utf-8", newline="\n")


def _feature_lines(feature: PlanFeature, product: str, municipality_number: str) -> Iterator[str]:
    is_plan_object = feature.kind in ("KpOmråde", "RpOmråde")
    start = (_PLAN_OBJECT if is_plan_object else _PART)[product]
    own = _OWN[feature.kind]
    values = {**_bookkeeping(feature, product, municipality_number), **feature.properties}
    unknown = sorted(set(values) - {*start, *own})
    if unknown:
        raise ValueError(f"{feature.kind} has elements of {start + own}, given {unknown}")
    yield f'<gml:featureMember><app:{feature.kind} gml:id="{_gml_id(feature.local_id)}">'
    yield from _elements(start, values, product)
    yield from _geometry_lines(feature)
    yield from _elements(own, values, product)
    yield f"</app:{feature.kind}></gml:featureMember>"


def _bookkeeping(feature: PlanFeature, product: str, municipality_number: str) -> dict[str, Any]:
    values: dict[str, Any] = {
        "identifikasjon": {
            "lokalId": feature.local_id,
            "navnerom": f"http://data.example.org/{municipality_number}/{product}",
            "versjonId": "1",
        },
        "førsteDigitaliseringsdato": DIGITISED,
        "oppdateringsdato": DIGITISED,
        "arealplanId": {
            "kommunenummer": municipality_number,
            "landkode": "NO",
            "planidentifikasjon": feature.plan_id,
        },
    }
    if product == "Reguleringsplan":
        values["vertikalnivå"] = 2
    return values


def _elements(names: Iterable[str], values: Mapping[str, Any], product: str) -> Iterator[str]:
    for name in names:
        value = values.get(name)
        if value is None:
            continue
        if name == "utnytting":
            yield from _utilisation_lines(value, values, product)
        elif isinstance(value, Mapping):
            inner = "".join(_leaf(part, text) for part, text in value.items())
            wrapper = _WRAPPERS[name]
            yield f"<app:{name}><app:{wrapper}>{inner}</app:{wrapper}></app:{name}>"
        else:
            yield _leaf(name, value)


def _utilisation_lines(
    figures: Iterable[tuple[int, int | None, int | None]],
    values: Mapping[str, Any],
    product: str,
) -> Iterator[str]:
    """One ``utnytting`` a figure; pbl 2008 detail plans wrap it in their own data type."""
    is_2008_detail = product == "Reguleringsplan" and "arealformål" in values
    wrapper = "RpUtnytting" if is_2008_detail else "Utnytting"
    names = ("utnyttingstype", "utnyttingstall", "utnyttingstall_minimum")
    for figure in figures:
        inner = "".join(_leaf(n, v) for n, v in zip(names, figure, strict=True) if v is not None)
        yield f"<app:utnytting><app:{wrapper}>{inner}</app:{wrapper}></app:utnytting>"


def _leaf(name: str, value: object) -> str:
    return f"<app:{name}>{escape(str(value))}</app:{name}>"


def _geometry_lines(feature: PlanFeature) -> Iterator[str]:
    gml_id = f"{_gml_id(feature.local_id)}.g"
    shape = feature.geometry
    if isinstance(shape, Polygon):
        rings = [("exterior", shape.exterior), *(("interior", r) for r in shape.interiors)]
        body = "".join(
            f"<gml:{side}><gml:LinearRing><gml:posList>{_positions(ring)}</gml:posList>"
            f"</gml:LinearRing></gml:{side}>"
            for side, ring in rings
        )
        yield (
            f'<app:område><gml:Polygon srsName="{SRS_NAME}" srsDimension="2" gml:id="{gml_id}">'
            f"{body}</gml:Polygon></app:område>"
        )
    elif isinstance(shape, LineString):
        yield (
            f'<app:senterlinje><gml:LineString srsName="{SRS_NAME}" srsDimension="2" '
            f'gml:id="{gml_id}"><gml:posList>{_positions(shape)}</gml:posList>'
            "</gml:LineString></app:senterlinje>"
        )
    else:
        raise ValueError(f"needs a Polygon or LineString, given {shape.geom_type}")


def _positions(line: BaseGeometry) -> str:
    """Coordinates in whole millimetres, without trailing zeros."""
    return " ".join(f"{c:.3f}".rstrip("0").rstrip(".") for xy in line.coords for c in xy[:2])


def _gml_id(local_id: str) -> str:
    """An XML id may not start with a digit, nor hold a slash, blank or #."""
    return "_" + "".join(c if c.isalnum() or c in "-_." else "-" for c in local_id)
