"""Assumptions: from a file, with every fault said at once."""

from dataclasses import fields

import pytest

from boligplan_geo.assumptions import Assumptions, label
from boligplan_geo.errors import InputError, texts


@pytest.fixture
def written(tmp_path):
    def write(text):
        path = tmp_path / "assumptions.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_what_is_not_given_keeps_its_default(written):
    read = Assumptions.from_toml(written("dwelling_bra_m2 = 65\n[centre_weights]\nstop = 2.0\n"))
    assert read.dwelling_bra_m2 == 65
    assert read.centre_weights == {"stop": 2.0}
    assert read.parking_space_m2 == Assumptions().parking_space_m2


def test_all_faults_are_said_at_once_with_the_nearest_name(written):
    text = (
        'dweling_bra_m2 = 65\nparking_space_m2 = "18"\nbya_row_share = 35\nstorey_height_m = true\n'
    )
    with pytest.raises(InputError) as caught:
        Assumptions.from_toml(written(text))
    said = str(caught.value)
    assert len(caught.value.problems) == 4
    assert "did you mean dwelling_bra_m2?" in said
    assert "assumptions.parking_space_m2] '18' cannot be used" in said
    assert "give a number from 0 to 1" in said
    assert "assumptions.storey_height_m] True" in said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("dwelling_bra_m2 = 0", "from 1 up"),
        ("storeys_block_count = -1", "from 1 up"),
        ("parking_row_count = nan", "from 0 up"),
        ("housing_mix_weights = 3", "criterion = weight"),
        ("[centre_weights]\nstop = -1", "criterion = weight"),
        ("this is not toml", "is not TOML"),
    ],
)
def test_values_that_cannot_be_used(written, text, said):
    with pytest.raises(InputError, match=said):
        Assumptions.from_toml(written(text))


def test_a_missing_file_says_so_without_its_folder(tmp_path):
    with pytest.raises(InputError, match=r"absent\.toml cannot be read") as caught:
        Assumptions.from_toml(tmp_path / "absent.toml")
    assert str(tmp_path) not in str(caught.value)


def test_what_a_script_makes_is_checked_too():
    with pytest.raises(InputError, match="net_to_gross_block_share"):
        Assumptions(net_to_gross_block_share=0.0)


def test_every_field_has_its_row_and_every_row_its_field():
    assert list(texts("assumptions")) == [f.name for f in fields(Assumptions)]
    blank = {(f, k) for f, row in texts("assumptions").items() for k, v in row.items() if not v}
    assert blank == set()


def test_the_table_speaks_both_languages_of_the_same_values():
    nb, en = Assumptions(parking_row_count=1.0).table("nb"), Assumptions().table("en")
    assert [row[0] for row in nb] == [row[0] for row in en]
    where = [row[0] for row in nb].index("parking_row_count")
    assert nb[where][1:3] == (1.0, "plasser per bolig der planen ikke sier noe")
    assert en[where][1:3] == (1.25, "spaces a home where the plan is silent")


def test_labels_tell_the_fields_apart():
    for language in ("nb", "en"):
        labels = [label(f.name, language) for f in fields(Assumptions)]
        assert len(set(labels)) == len(labels)


def test_defaults_are_not_shared():
    first, second = Assumptions(), Assumptions()
    first.centre_weights["stop"] = 9.0
    assert second.centre_weights == {}
