"""Provisions as TOML read to the same table as the CSV that says the same."""

from pathlib import Path

import pandas as pd
import pytest
from reading import two_parcels, write_config

from boligplan_geo import InputError, read_municipality
from boligplan_geo.read.formats.provision_toml import provision_table
from boligplan_geo.rules.provision_checks import check_provisions

TOML = """
planid = "2022-011"

[[clauses]]
paragraf = "§ 4.1"
felt = "BBB1"
tekst = "Inntil fem etasjer, 4 200 m² BRA i feltet."
parameters = [
  {parameter = "storeys_max", maks = 5},
  {parameter = "utilisation_17", maks = 4200, enhet = "m2", grunnlag = "felt"},
]

[[clauses]]
paragraf = "§ 6.1"
tekst = "Midlertidig forbud."
gyldig_til = 2026-06-30
parameters = [{parameter = "temporary_ban"}]
"""
CSV = """planid;felt;paragraf;tekst;parameter;maks;enhet;grunnlag;gyldig_til
2022-011;BBB1;§ 4.1;Inntil fem etasjer, 4 200 m² BRA i feltet.;storeys_max;5;;;
2022-011;BBB1;§ 4.1;Inntil fem etasjer, 4 200 m² BRA i feltet.;utilisation_17;4200;m2;felt;
2022-011;;§ 6.1;Midlertidig forbud.;temporary_ban;;;;2026-06-30
"""


def provisions_of(folder, name, content):
    folder.mkdir(exist_ok=True)
    two_parcels().to_file(folder / "t.gpkg")
    (folder / name).write_text(content, "utf-8")
    layers = f'[layers.plots]\nsource = "t.gpkg"\n[layers.provisions]\nsource = "{name}"\n'
    return read_municipality(write_config(folder, layers)).provisions


def test_toml_and_csv_are_the_same_table(tmp_path):
    toml = provisions_of(tmp_path / "toml", "b.toml", TOML)
    csv = provisions_of(tmp_path / "csv", "b.csv", CSV)
    pd.testing.assert_frame_equal(toml, csv)
    assert toml["basis_code"].tolist()[1] == "field"
    assert toml["valid_until"].tolist()[2] == pd.Timestamp("2026-06-30")
    assert toml["plan_id"].tolist() == ["2022-011"] * 3


def test_the_example_of_the_documentation_is_read_without_findings():
    page = (Path(__file__).parents[1] / "docs/provisions.md").read_text("utf-8")
    example = next(part for part in page.split("```toml")[1:] if "[[clauses]]" in part)
    table = provision_table(example.split("```")[0].encode())
    assert len(table) == 3
    found = check_provisions(table)
    assert (found.problems, found.notes) == ((), ())


def test_a_figure_may_say_otherwise_than_its_clause():
    table = provision_table(
        b'[[clauses]]\nfelt = "A"\nparameters = [{maks = 1}, {maks = 2, felt = "B"}]'
    )
    assert table["felt"].tolist() == ["A", "B"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("plan_id = 1", "need [[clauses]]"),
        ("[[clauses]]\nparagraf = '§ 2'", "clause 1 (§ 2) needs parameters"),
        ("[[clauses]]\nparameters = [1]", "clause 1 (–) needs parameters"),
        ("[[clauses]]\nparameters = [{max = [1]}]", "max must be a text, number or date"),
        ("[plan]\nid = 1\n[[clauses]]\nparameters = [{max = 1}]", "plan must be"),
        ("[[clauses", "cannot read b.toml"),
    ],
)
def test_a_file_that_is_laid_out_otherwise(tmp_path, content, message):
    with pytest.raises(InputError) as error:
        provisions_of(tmp_path, "b.toml", content)
    assert message in str(error.value)
