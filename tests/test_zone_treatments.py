"""A planner's own treatment of zones: few rows, checked, put over the default table."""

import pandas as pd
import pytest

from boligplan_geo.errors import InputError
from boligplan_geo.zone_treatments import KEYS, TREATMENTS, merged, read_treatments, treatments


def own(**columns):
    return pd.DataFrame(columns)


def of(table, layer, code):
    row = table[(table["layer"] == layer) & (table["zone_code"] == code)]
    return row[["group_code", "treatment", "treatment_reason"]].to_numpy().tolist()


def test_own_rows_replace_default_ones_and_the_rest_stays():
    table = merged(own(layer=["hazard_zones"], zone_code=["quick_clay"], treatment=["hard"]))
    assert of(table, "hazard_zones", "quick_clay") == [["*", "hard", "zone_hard"]]
    default = treatments()
    assert len(table) == len(default)
    assert not table.duplicated(KEYS).any()
    kept = table.merge(default, on=list(default.columns))
    assert len(kept) == len(default) - 1
    assert default["treatment"].isin(TREATMENTS).all()


def test_a_code_without_group_finds_its_group():
    table = merged(own(layer=["plan_zones"], zone_code=["720"], treatment=["soft"]))
    assert of(table, "plan_zones", "720") == [["bandlegging", "soft", "zone_soft"]]


def test_a_row_of_its_own_with_words_reason_and_names():
    row = {
        "layer": ["plan_zones"], "group_code": ["sikring"], "zone_code": ["190_tunnel"],
        "told": ["tunnel"], "treatment": ["hard"], "treatment_reason": ["zone_hard"],
        "nb": ["Tunnel"], "en": ["Tunnel"], "source": ["vår"],
    }  # fmt: skip
    table = merged(own(**row))
    assert len(table) == len(treatments()) + 1
    assert table.iloc[0].to_dict() == {k: v[0] for k, v in row.items()}


def test_every_fault_is_told_at_once():
    table = own(
        layer=["plan_zone", "noise", "noise", "heritage"],
        zone_code=["310", "red", "red", ""],
        treatment=["hard", "sooft", "hard", "soft"],
        treatment_reason=["", "", "because", ""],
        colour=["x"] * 4,
    )
    with pytest.raises(InputError) as error:
        merged(table)
    told = str(error.value)
    for part in ("unknown column", "plan_zone", "sooft", "did you mean soft?", "because",
                 "rows without a code", "the same zone twice", "noise red"):  # fmt: skip
        assert part in told


def test_columns_that_are_needed():
    with pytest.raises(InputError, match="no column zone_code, treatment"):
        merged(own(layer=["noise"]))


@pytest.mark.parametrize("mark", [",", ";"])
def test_a_file_with_comma_or_semicolon(tmp_path, mark):
    path = tmp_path / "zones.csv"
    rows = [["layer", "zone_code", "treatment"], ["noise", " yellow ", "hard"], []]
    path.write_text("\n".join(mark.join(row) for row in rows), "utf-8-sig")
    assert of(read_treatments(path), "noise", "yellow") == [["*", "hard", "zone_hard"]]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "no column"),
        (b"layer,zone_code,treatment\nnoise,red,hard,oops\n", "too many or too few columns"),
        ("layer,zone_code,treatment\nnoise,rød,hard\n".encode("latin-1"), "UTF-8"),
    ],
)
def test_files_that_cannot_be_used(tmp_path, content, told):
    path = tmp_path / "zones.csv"
    path.write_bytes(content)
    with pytest.raises(InputError, match=told):
        read_treatments(path)
    with pytest.raises(InputError, match=r"cannot open gone\.csv"):
        read_treatments(tmp_path / "gone.csv")


def test_a_config_names_the_table(tmp_path):
    """The table of the config reaches the municipality; its faults are told with the others."""
    import geopandas as gpd
    from shapely import box

    from boligplan_geo import read_municipality

    plots = gpd.GeoDataFrame({"kommunenummer": ["9999"], "gardsnummer": [1], "bruksnummer": [1]},
                             geometry=[box(0, 0, 40, 20)], crs="EPSG:25833")  # fmt: skip
    plots.to_file(tmp_path / "plots.gpkg")
    config = tmp_path / "kommune.toml"
    config.write_text(
        'name = "Prøve"\nmunicipality_number = "9999"\nzone_treatment = "zones.csv"\n'
        '[layers.plots]\nsource = "plots.gpkg"\n'
    )
    table = tmp_path / "zones.csv"
    table.write_text("layer,zone_code,treatment\nhazard_zones,quick_clay,hard\n")
    town = read_municipality(config)
    assert of(town.zone_treatment, "hazard_zones", "quick_clay") == [["*", "hard", "zone_hard"]]
    table.write_text("layer,zone_code,treatment\nhazard_zones,quick_clay,heavy\n")
    with pytest.raises(InputError, match="heavy"):
        read_municipality(config)
