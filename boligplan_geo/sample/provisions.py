"""Invented provisions of the plans, as data: a row a parameter, in Norwegian."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from boligplan_geo.sample.detail_plans import (
    DEFERRED,
    FIELD_BUDGET_M2,
    NEW,
    OLD,
    PRIVATE,
    PROPOSED,
    UPHELD,
)
from boligplan_geo.sample.kommuneplan import future_areas, zone_name
from boligplan_geo.sample.place import Place
from boligplan_geo.sample.plan_zones import BANNED, DENSIFICATION, NOISE_DEVIATION, PARKING_ZONE
from boligplan_geo.sample.truth_builder import KPA

Clause = tuple[str, str, str, str, str, str, float | None, float | None, str, str, str]
COLUMNS = (
    "plan_id", "clause_id", "zone_name", "land_use_code", "zone_code", "parameter_code",
    "value_min", "value_max", "unit", "basis_code", "text",
)  # fmt: skip

# What holds everywhere, or in a named zone; «Oppdiktet» opens every text that is shown
FIXED: tuple[Clause, ...] = (
    (KPA, "KPA § 3.1", "", "1110", "", "outdoor_per_home_m2", 75, None, "m2", "plot",
     "Minste uteoppholdsareal (MUA) er 75 m² pr boenhet."),
    (KPA, "KPA § 3.2", "", "1110", "", "parking_per_home", 1, None, "count", "plot",
     "Det skal være minst én biloppstillingsplass pr boenhet."),
    (KPA, "KPA § 4.3", "", "", DENSIFICATION, "outdoor_per_home_m2", 50, None, "m2", "plot",
     "I fortettingsområdet er minste uteoppholdsareal 50 m² pr boenhet."),
    (KPA, "KPA § 4.4", "", "", PARKING_ZONE, "parking_per_home", None, 0.8, "count", "plot",
     "I parkeringssonen er det høyst 0,8 biloppstillingsplass pr boenhet."),
    (KPA, "KPA § 5.1", "", "1130", "", "storeys_max", None, 4, "count", "plot",
     "I sentrumsformål kan det bygges inntil fire etasjer."),
    (KPA, "KPA § 5.2", "", "1130", "", "outdoor_per_home_m2", 20, None, "m2", "plot",
     "I sentrumsformål er minste uteoppholdsareal 20 m² pr boenhet."),
    (KPA, "KPA § 5.3", "", "1800", "", "housing_share", None, 0.5, "share", "field",
     "I kombinert formål kan boliger utgjøre inntil halvparten av bruksarealet."),
    (KPA, "KPA § 6.2", "", "", "430", "phasing_required", None, 1, "", "field",
     "Boliger kan ikke tas i bruk før skolekapasiteten er sikret."),
    (KPA, "KPA § 6.4", "", "1110", "", "plan_required_from_homes", 6, None, "count", "field",
     "Det kreves detaljregulering når det bygges seks eller flere boenheter."),
    (KPA, "KPA § 7.1", "", "", NOISE_DEVIATION, "noise_deviation", None, 1, "", "plot",
     "I avviksområdet kan boliger tillates i rød sone med stille side og stille uteareal."),
    (OLD, "§ 2", "", "111", "", "storeys_max", None, 2, "count", "plot",
     "Bolighus kan oppføres i inntil to etasjer."),
    (OLD, "§ 3", "B3", "111", "", "utilisation_4", None, 0.25, "ratio", "plot",
     "Utnyttelsesgraden (U-grad) skal ikke overstige 0,25."),
    (UPHELD, "§ 3.1", "", "1112", "", "storeys_max", None, 3, "count", "plot",
     "Rekkehus kan oppføres i inntil tre etasjer."),
    (UPHELD, "§ 3.2", "BKS1", "", "", "homes_max", None, 40, "count", "field",
     "Det kan oppføres inntil 40 boenheter i feltet."),
    (UPHELD, "§ 3.3", "BKS2", "", "", "homes_max", None, 30, "count", "",
     "Det kan oppføres inntil 30 boenheter."),
    (PRIVATE, "§ 2.1", "", "1112", "", "storeys_max", None, 3, "count", "plot",
     "Rekkehus kan oppføres i inntil tre etasjer."),
    (PROPOSED, "§ 2.1", "", "1113", "", "storeys_max", None, 4, "count", "plot",
     "Det kan bygges inntil fire etasjer."),
    (DEFERRED, "§ 2.1", "", "1112", "", "storeys_max", None, 3, "count", "plot",
     "Rekkehus kan oppføres i inntil tre etasjer."),
    (NEW, "§ 1.2", "", "", "", "plan_required", None, 0, "", "field",
     "Planen er en detaljregulering; kravet i kommuneplanen er oppfylt."),
    (NEW, "§ 4.1", "BBB1", "", "", "storeys_max", None, 5, "count", "plot",
     "I BBB1 kan det bygges inntil fem etasjer."),
    (NEW, "§ 4.2", "BBB2", "", "", "utilisation_17", None, FIELD_BUDGET_M2, "m2", "field",
     f"Samlet bruksareal i feltet skal ikke overstige {FIELD_BUDGET_M2:g} m²."),
    (NEW, "§ 4.3", "", "1113", "", "outdoor_per_home_m2", 25, None, "m2", "field",
     "Minste uteoppholdsareal er 25 m² pr boenhet, samlet for feltet."),
    (NEW, "§ 4.4", "", "1113", "", "parking_per_home", 0.5, 0.8, "count", "field",
     "Det skal være 0,5 til 0,8 biloppstillingsplass pr boenhet."),
    (NEW, "§ 4.5", "BKS1", "", "", "outdoor_share", 0.25, None, "share", "plot",
     "Minst en fjerdedel av tomta skal være uteoppholdsareal."),
    (NEW, "§ 5.1", "BKB1", "", "", "housing_share", None, 0.7, "share", "field",
     "Boliger kan utgjøre inntil 70 % av bruksarealet."),
    (NEW, "§ 5.2", "BS1", "", "", "parking_per_100_m2", 0.4, 0.8, "count", "plot",
     "Det skal være 0,4 til 0,8 biloppstillingsplass pr 100 m² bruksareal."),
)  # fmt: skip

# What needs more columns: a demand that is fulfilled, a ban that ends, a plan that goes first
MORE: tuple[dict[str, object], ...] = (
    {"plan_id": UPHELD, "clause_id": "§ 4.1", "zone_name": "BKS1",
     "parameter_code": "phasing_required", "status_code": "fulfilled", "basis_code": "field",
     "text": "Lekeplassen skal være opparbeidet før boliger i BKS1 tas i bruk."},
    {"plan_id": UPHELD, "clause_id": "§ 4.2", "zone_name": "BKS2",
     "parameter_code": "phasing_required", "status_code": "open", "basis_code": "field",
     "text": "Gangvegen skal være opparbeidet før boliger i BKS2 tas i bruk."},
    {"plan_id": KPA, "clause_id": "KPA § 8.1", "zone_code": BANNED, "basis_code": "field",
     "parameter_code": "temporary_ban", "value_max": 1, "valid_until": "2026-06-30",
     "text": "Midlertidig forbud mot tiltak til ny plan er vedtatt, jf. pbl § 13-1."},
    {"plan_id": PRIVATE, "clause_id": "§ 1.3", "parameter_code": "prevails", "value_max": 1,
     "other_plan_id": KPA, "text": "Planen gjelder foran kommuneplanens arealdel."},
)  # fmt: skip

#: The user's table: in one field the older plan goes first, whatever zone 910 is read as.
OVERRIDES = pd.DataFrame(
    [
        {
            "override_id": "R-1",
            "prevailing_plan_id": UPHELD,
            "yielding_plan_id": KPA,
            "zone_name": "BKS2",
            "note": "Oppdiktet: kommunen har avklart at planen fra 2012 går foran i BKS2",
        }
    ]
)

# By zone of the kommuneplan: use, parameter, figure and clause; the map gives villas 30 %
BY_ZONE = (
    ("villa", "storeys_max", 2, "KPA § 4.1", "I {zone} kan det bygges inntil to etasjer."),
    ("row", "utilisation_16", 40, "KPA § 4.5", "I {zone} er tillatt %-BYA 40."),
    ("row", "storeys_max", 3, "KPA § 4.5", "I {zone} kan det bygges inntil tre etasjer."),
    ("block", "utilisation_16", 35, "KPA § 4.6", "I {zone} er tillatt %-BYA 35."),
    ("block", "storeys_max", 4, "KPA § 4.6", "I {zone} kan det bygges inntil fire etasjer."),
)
UNITS = {"storeys_max": "count", "utilisation_16": "%", "plan_required": ""}


def provisions(place: Place) -> pd.DataFrame:
    """Provisions of the kommuneplan and the reguleringsplaner.

    Parameters
    ----------
    place : Place
        Its blocks decide which zones of the kommuneplan there are.

    Returns
    -------
    DataFrame
        Internal names of ``codes/fields.csv``; NaN where a bound is absent.
    """
    rows = [*FIXED, *_by_zone(place)]
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    blank = {name: "" for name in COLUMNS if not name.startswith("value")}
    more = pd.DataFrame([{**blank, **row} for row in MORE])
    table = pd.concat([table, more], ignore_index=True)
    table["text"] = "Oppdiktet: " + table["text"]
    return table.astype({"value_min": float, "value_max": float})


def _by_zone(place: Place) -> Iterator[Clause]:
    """Clauses of the zones that stand for the blocks of one use in one district."""
    for name in future_areas(place):
        yield _plan_required(name)
        yield (KPA, "KPA § 6.3", name, "1110", "", "utilisation_18", None, 60, "%", "plot",
               f"I {name} er tillatt %-BRA 60.")  # fmt: skip
    blocks = place.blocks[["use_code", "district_id", "is_vacant"]]
    zones = blocks.drop_duplicates().sort_values(["district_id", "use_code", "is_vacant"])
    for zone in zones.itertuples(index=False):
        name = zone_name(zone.use_code, zone.district_id, is_vacant=bool(zone.is_vacant))
        for use, parameter, value, clause, text in BY_ZONE:
            if use == zone.use_code:
                yield (KPA, clause, name, "1110", "", parameter, None, value,
                       UNITS[parameter], "plot", text.format(zone=name))  # fmt: skip
        if zone.use_code == "villa":
            text = f"I fortettingsområdet kan {name} ha inntil tre boenheter pr tomt."
            yield (KPA, "KPA § 4.2", name, "1110", DENSIFICATION, "homes_max", None, 3,
                   "count", "plot", text)  # fmt: skip
        if zone.is_vacant and zone.use_code in ("villa", "row", "block"):
            yield _plan_required(name)


def _plan_required(name: str) -> Clause:
    text = f"I {name} kan tiltak ikke finne sted før området er detaljregulert."
    return (KPA, "KPA § 6.1", name, "1110", "", "plan_required", None, 1, "", "field", text)
