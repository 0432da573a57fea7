"""The sample's ``kommune.toml`` and README."""

from __future__ import annotations

from pathlib import Path

from boligplan_geo.sample.place import MUNICIPALITY_NUMBER, NAME
from boligplan_geo.sample.write import AS_OF, MUNICIPAL_HOMES_FILE

LICENCE = "CC0 1.0 (oppdiktet)"
#: Layers of the sample: name, source, layer in it, filter.
LAYERS: tuple[tuple[str, str, str, str], ...] = (
    ("plots", "matrikkel/teig.gpkg", "teig", ""),
    ("ownership", "matrikkel/eier.csv", "", ""),
    ("plans", "plan/kommuneplan.gml", "", ""),
    ("plans", "plan/reguleringsplaner.gml", "", ""),
    ("plan_areas", "plan/kommuneplan.gml", "", ""),
    ("plan_areas", "plan/reguleringsplaner.gml", "", ""),
    ("plan_zones", "plan/kommuneplan.gml", "", ""),
    ("plan_zones", "plan/reguleringsplaner.gml", "", ""),
    ("plan_lines", "plan/kommuneplan.gml", "", ""),
    ("plan_lines", "plan/reguleringsplaner.gml", "", ""),
    ("plan_heights", "plan/reguleringsplaner.gml", "", ""),
    ("provisions", "plan/bestemmelser.csv", "", ""),
    ("provisions", "plan/bestemmelser_2022-011.toml", "", ""),
    ("plan_overrides", "plan/planrang.csv", "", ""),
    ("buildings", "fkb/bygning.gpkg", "bygning", ""),
    ("building_register", "matrikkel/bygning.csv", "", ""),
    ("dwelling_units", "matrikkel/bruksenhet.csv", "", ""),
    ("roads", "veg/elveg.gpkg", "veglenke", '{ typeVeg = "enkelBilveg" }'),
    ("network", "veg/elveg.gpkg", "veglenke", ""),
    ("stops", "transport/holdeplasser.geojson", "", ""),
    ("services", "tjenester/tjenester.geojson", "", ""),
    ("hazard_zones", "fare/skredfaresoner.gpkg", "", ""),
    ("hazard_zones", "fare/aktsomhetsomrader.gpkg", "", ""),
    ("hazard_zones", "fare/flomsoner.gpkg", "", ""),
    ("hazard_zones", "fare/kvikkleiresoner.gpkg", "", ""),
    ("hazard_analysed_areas", "fare/analyseomrader.gpkg", "", ""),
    ("noise", "fare/stoysoner.gpkg", "", ""),
    ("heritage", "fare/kulturminner.gpkg", "", ""),
    ("coastline", "kyst/kystlinje.gpkg", "kystlinje", ""),
    ("terrain", "terreng/dtm5.tif", "", ""),
    ("centres", "kretser/sentre.geojson", "", ""),
    ("districts", "kretser/bydeler.csv", "", ""),
    ("basic_units", "kretser/grunnkretser.gpkg", "grunnkrets", ""),
    ("population", "statistikk/04317_folkemengde_grunnkrets.json", "", ""),
    ("households", "statistikk/06070_husholdninger.json", "", ""),
    ("dwellings", "statistikk/06265_boliger_type.json", "", ""),
    ("dwellings", "statistikk/06513_boliger_bruksareal.json", "", ""),
    ("dwellings", "statistikk/boliger_eieform.json", "", ""),
    ("projection", "statistikk/14288_framskriving.json", "", ""),
    ("municipal_homes", MUNICIPAL_HOMES_FILE, "", ""),
    ("pipeline", "statistikk/boligbyggeprogram.csv", "", ""),
)

#: What the numbers of forslagsstillerType mean in this file; written with its source.
PRIVATE_PROPOSALS = """\
# forslagsstillerType i denne oppdiktede fila: 1 er offentlig, 2 er privat (jf. pbl § 12-4)
fields = { is_private_proposal = "forslagsstillerType" }
values = { is_private_proposal = { 1 = "nei", 2 = "ja" } }
"""

README = """\
# Sundøy kommune (9999): a sample municipality that does not exist

**Fictional.** Every place, street, property, building, plan, zone, figure and home in this
folder is invented by `boligplan_geo`; nothing describes a real person, company, address or
municipality. It lies in the open sea on purpose. *Alt her er oppdiktet.*

- **What**: a hilly island with a town, four more districts there and on the mainland shore,
  one bridge, one tunnel; about {parcels:,} parcels and {homes:,} homes, in the formats and
  under the names that Norwegian planners are given (`kommune.toml` lists them).
- **How made**: `boligplan sample DIR --plots {plots} --seed {seed}`; the same numbers give the
  same content. A test compares this folder with what the command makes.
- **Faults on purpose**: a few buildings are on the map but not in the register and the other
  way round, some use areas are missing, some garages cross a boundary, some recorded areas
  differ from the map, one parcel has no number, the terrain model lacks a corner.
- **Planning law on purpose**: plans of both laws, a proposal, one of deferred effect, a private
  plan older than ten years, zone 910, an express provision and a table on which plan goes first
  (`plan/planrang.csv`), one plan's provisions as TOML, a cap that does not say per what.
- **The test field** (gnr 900, Prøvefeltet and the islet Prøveholmen): plots whose answers follow
  by hand; `truth.csv` says how, `plans` which run it is about (plans in force, or with proposals).
  Nothing else lies near it, it is in no district, and a few of its clauses are misleading or
  unclear on purpose.
- `{homes_file}`: randomly drawn, and marked confidential as a real list would be.
- **Licence**: CC0 1.0. **Coordinates**: EPSG:25833, heights as NN2000.
"""


def write_config(directory: Path) -> Path:
    """Write ``kommune.toml`` with every layer there is.

    Parameters
    ----------
    directory : Path
        With the layers' files.

    Returns
    -------
    Path
        Of the config.
    """
    lines = [
        "# Sundøy kommune er oppdiktet (fictional): see README.md",
        f'name = "{NAME}"',
        f'municipality_number = "{MUNICIPALITY_NUMBER}"',
        'crs = "EPSG:25833"',
        "is_fictional = true",
    ]
    for name, source, layer, condition in LAYERS:
        lines += ["", f"[[layers.{name}]]", f'source = "{source}"']
        lines += [f'layer = "{layer}"'] if layer else []
        lines += [f"filter = {condition}"] if condition else []
        lines += [f'as_of = "{AS_OF}"', f'licence = "{LICENCE}"']
        if (name, source) == ("plans", "plan/reguleringsplaner.gml"):
            lines += PRIVATE_PROPOSALS.splitlines()
    path = directory / "kommune.toml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return path


def write_readme(directory: Path, *, parcels: int, homes: int, plots: int, seed: int) -> None:
    """Write the README that says the sample is fictional, what it is and how it was made."""
    text = README.format(
        parcels=parcels, homes=homes, plots=plots, seed=seed, homes_file=MUNICIPAL_HOMES_FILE
    )
    (directory / "README.md").write_text(text, encoding="utf-8", newline="\n")
