"""Layers from a real PostGIS server: a whole municipality, dotted names, and what goes wrong."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import psycopg
import pytest
import shapely
from geopandas.testing import assert_geodataframe_equal
from postgis import Server, server
from reading import rectangle, two_parcels, write_config

from boligplan_geo.errors import InputError
from boligplan_geo.read import config, read_municipality
from boligplan_geo.read.matching import as_text
from boligplan_geo.read.plan_files import is_plan_file, types_for
from boligplan_geo.read.sources import Library

NUMBERS = itertools.count(1)
SAMPLE = Path(__file__).parents[1] / "sample_data/kommune.toml"


@pytest.fixture(scope="module")
def running() -> Iterator[Server]:
    with server() as found:
        yield found


@pytest.fixture
def database(running, monkeypatch):
    """A fresh database with PostGIS, and its URL; the password is in the environment only."""
    monkeypatch.setenv("PGPASSWORD", running.password)
    name = f"plan_{next(NUMBERS)}"
    with psycopg.connect(running.url("postgres"), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    with psycopg.connect(running.url(name), autocommit=True) as connection:
        connection.execute("CREATE EXTENSION postgis")
        yield connection, running.url(name)


def write(connection, table: str, frame: pd.DataFrame, geometry=None, srid: int = 0) -> None:
    """A table with plain SQL; names with dots stay as they are, lists become jsonb."""
    quoted = ".".join(f'"{part}"' for part in table.split("."))
    kinds = {
        c: "jsonb" if frame[c].map(lambda v: isinstance(v, list | dict)).any() else "text"
        for c in frame.columns
    }
    texts = {
        c: frame[c].map(json.dumps, na_action="ignore") if kind == "jsonb" else as_text(frame[c])
        for c, kind in kinds.items()
    }
    if geometry is not None:
        shapes = shapely.set_srid(geometry, srid)
        kinds["geom"] = "geometry"
        texts["geom"] = shapely.to_wkb(shapes, hex=True, include_srid=srid > 0)
    columns = ", ".join(f'"{c}" {kind}' for c, kind in kinds.items())
    connection.execute(f"CREATE TABLE {quoted} ({columns})")
    rows = pd.DataFrame(texts).astype(object)
    with connection.cursor().copy(f"COPY {quoted} FROM STDIN") as copy:
        for row in rows.where(rows.notna(), None).itertuples(index=False):
            copy.write_row(row)


#: As national dumps name their tables: lower case, without å and ø.
ASCII = str.maketrans("åøæÅØÆ", "aoeAOE")


def in_database(connection, url: str, toml: Path) -> str:
    """Write every layer of a config but terrain to tables, and give the config that reads them."""
    known = config.load(toml)
    library = Library(toml.parent)
    head = 'name = "x"\nmunicipality_number = "9999"\ncrs = "EPSG:25833"\n'
    lines, written = [head], set()
    for name, entries in known.layers.items():
        for entry in entries if name != "terrain" else ():
            source = library.source(entry)
            types = [entry.layer] if entry.layer else types_for(name, source.names)
            if not types and not is_plan_file(source.names):
                types = [source.names[0]]
            for type_name in types:
                raw = library.layer(entry, type_name)
                schema = Path(entry.source).with_suffix("").as_posix().lower().replace("/", "_")
                table = f"{schema}.{type_name.lower().translate(ASCII)}"
                if table not in written:
                    connection.execute(f'CREATE SCHEMA IF NOT EXISTS "{schema}"')
                    write(connection, table, raw.table, raw.geometry, 25833)
                    written.add(table)
                lines += [f"[[layers.{name}]]", f'source = "{url}"', f'layer = "{table}"']
                for key in ("fields", "values", "filter"):
                    lines.append(f"{key} = {as_toml(getattr(entry, key))}")
    return "\n".join(lines)


def as_toml(value) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f'"{k}" = {as_toml(v)}' for k, v in value.items()) + "}"
    return json.dumps(value)


def test_a_whole_municipality_is_read_as_from_its_files(database, tmp_path):
    connection, url = database
    (tmp_path / "db.toml").write_text(in_database(connection, url, SAMPLE), "utf-8")
    ours, expected = read_municipality(tmp_path / "db.toml"), read_municipality(SAMPLE)
    assert ours.crs == expected.crs
    compared = 0
    for name in config.load(SAMPLE).layers:
        mine, theirs = getattr(ours, name, None), getattr(expected, name, None)
        if not isinstance(theirs, pd.DataFrame):
            continue
        compared += 1
        assert len(mine) == len(theirs), name
        if isinstance(theirs, gpd.GeoDataFrame):
            assert_geodataframe_equal(
                mine.sort_index(), theirs.sort_index(), check_dtype=False, check_like=True
            )
        else:
            keys = [theirs.index.name] if theirs.index.name else list(theirs.columns)
            pd.testing.assert_frame_equal(
                mine.sort_values(keys), theirs.sort_values(keys), check_dtype=False, check_like=True
            )
    assert compared > 20
    same = ["area_id", "utilisation_type_code"]
    pd.testing.assert_frame_equal(
        ours.plan_utilisation.sort_values(same, ignore_index=True),
        expected.plan_utilisation.sort_values(same, ignore_index=True),
    )
    assert ours.inputs["plots"]["source"] == re.sub(r"\w+@", "", url)
    assert len(ours.inputs["plots"]["sha256"]) == 64


DUMP = """
CREATE SCHEMA kommuneplaner_0f3a;
CREATE TABLE kommuneplaner_0f3a.kpomrade (objid serial, "identifikasjon.lokalid" text,
  "arealplanid.kommunenummer" varchar(4), "arealplanid.planidentifikasjon" text,
  plantype integer, planstatus integer, ikrafttredelsesdato timestamptz, plannavn text,
  omrade geometry(MultiPolygon, 25833));
CREATE TABLE kommuneplaner_0f3a.kparealformalomrade (objid serial,
  "identifikasjon.lokalid" text, "arealplanid.planidentifikasjon" text,
  "kommuneplan.arealformal" integer, arealbruksstatus integer, omradenavn text,
  "utnytting.utnyttingstype" integer[], "utnytting.utnyttingstall" numeric(6,1)[],
  "utnytting.utnyttingstall_minimum" integer[],
  geometri geometry(CurvePolygon, 25833));
INSERT INTO kommuneplaner_0f3a.kpomrade VALUES (1, 'k', '9999', 'KPA', 20, 3,
  '2017-03-29T00:00:00+01', 'KPA', ST_Multi(ST_MakeEnvelope(600000,7700000,600100,7700100,25833)));
INSERT INTO kommuneplaner_0f3a.kparealformalomrade VALUES
 (1, 'a', 'KPA', 1110, 2, 'B1', '{16,17}', '{30.0,900}', '{NULL,500}',
  ST_GeomFromEWKT('SRID=25833;CURVEPOLYGON(COMPOUNDCURVE((600040 7700000, 600000 7700000,
    600000 7700030, 600040 7700030),CIRCULARSTRING(600040 7700030, 600055 7700015,
    600040 7700000)))')),
 (2, 'b', 'KPA', 5100, 1, NULL, NULL, NULL, NULL,
  ST_GeomFromEWKT('SRID=25833;CURVEPOLYGON((600060 7700000, 600100 7700000, 600100 7700030,
    600060 7700030, 600060 7700000))'));
"""


def test_a_national_dump_with_dotted_names_arrays_and_curves(database, tmp_path):
    connection, url = database
    connection.execute(DUMP)
    two_parcels().to_file(tmp_path / "t.gpkg")
    layers = f"""[layers.plots]\nsource = "t.gpkg"
[layers.plans]\nsource = "{url}"\nlayer = "kommuneplaner_0f3a.kpomrade"
[layers.plan_areas]\nsource = "{url}"\nlayer = "kommuneplaner_0f3a.kparealformalomrade"
"""
    town = read_municipality(write_config(tmp_path, layers))
    assert town.plans.loc["KPA", "plan_status_code"] == 3
    assert str(town.plans.loc["KPA", "in_force_date"].date()) == "2017-03-29"
    areas = town.plan_areas
    assert areas["plan_id"].tolist() == ["KPA", "KPA"]
    assert areas["regime_code"].tolist() == ["kp2008", "kp2008"]  # from the table's name
    assert areas["land_use_code"].to_dict() == {"a": "1110", "b": "5100"}
    utilisation = town.plan_utilisation.drop(columns="area_id").to_numpy()
    np.testing.assert_array_equal(utilisation, [[16, 30, np.nan], [17, 900, 500]])
    exact = 40 * 30 + np.pi * 15**2 / 2
    lost = exact - areas.area["a"]
    assert 0 < lost < 0.05
    (note,) = [n for n in town.notes if n.code == "arcs_linearised"]
    assert note.ids == ("a",)
    assert float(note.values["area"]) == pytest.approx(lost, abs=0.005)


def test_a_view_and_a_table_without_a_schema(database, tmp_path):
    connection, url = database
    frame = two_parcels()
    plain = pd.DataFrame(frame.drop(columns="geometry"))
    write(connection, "teig", plain, frame.geometry.to_numpy(), 25833)
    connection.execute("CREATE VIEW teiger AS SELECT * FROM teig WHERE bruksnummer = '2'")
    layers = f'[layers.plots]\nsource = "{url}"\nlayer = "teiger"\n'
    town = read_municipality(write_config(tmp_path, layers))
    assert town.plots.index.tolist() == ["9999-1/2"]
    digest = town.inputs["plots"]["sha256"]
    # another order of rows is the same data
    connection.execute("CREATE VIEW snudd AS SELECT * FROM teig ORDER BY bruksnummer DESC")
    both = [
        read_municipality(write_config(tmp_path, layers.replace('"teiger"', f'"{name}"')))
        for name in ("teig", "snudd")
    ]
    assert both[0].inputs["plots"]["sha256"] == both[1].inputs["plots"]["sha256"] != digest
    assert_geodataframe_equal(both[0].plots.sort_index(), both[1].plots.sort_index())


def test_a_table_without_srid_needs_one_from_the_config(database, tmp_path):
    connection, url = database
    frame = gpd.GeoDataFrame({"bygningsnummer": ["1"]}, geometry=[rectangle(1, 1, 5, 5)])
    plain = pd.DataFrame(frame.drop(columns="geometry"))
    write(connection, "bygg", plain, frame.geometry.to_numpy(), 0)
    layers = f'[layers.buildings]\nsource = "{url}"\nlayer = "bygg"\n'
    with pytest.raises(InputError, match=r"\[buildings\] no CRS"):
        read_municipality(write_config(tmp_path, layers))
    town = read_municipality(write_config(tmp_path, f'{layers}crs = "EPSG:25833"\n'))
    assert town.buildings.area.tolist() == [16]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda url: (url, "finnes_ikke"), "has no table 'finnes_ikke'.*teig"),
        (lambda url: (url + "x", "teig"), "OperationalError"),
        (lambda url: (url.replace("postgres@", "anna@"), "teig"), "OperationalError"),
    ],
)
def test_what_the_server_refuses_is_told_without_secrets(
    database, tmp_path, running, change, message
):
    connection, url = database
    frame = two_parcels()
    plain = pd.DataFrame(frame.drop(columns="geometry"))
    write(connection, "teig", plain, frame.geometry.to_numpy(), 25833)
    source, table = change(url)
    layers = f'[layers.stops]\nsource = "{source}"\nlayer = "{table}"\n'
    with pytest.raises(InputError, match=message) as caught:
        read_municipality(write_config(tmp_path, layers))
    assert running.password not in str(caught.value)
    assert "anna" not in str(caught.value)


def test_midnight_in_norway_is_the_day_it_begins(database, tmp_path):
    connection, url = database
    connection.execute(
        "CREATE TABLE kpomrade AS SELECT 'K' AS planid, 3 AS planstatus,"
        " '2017-03-28T22:00:00Z'::timestamptz AS ikraft, '2016-12-31'::date AS vedtaksdato"
    )
    layers = f'[layers.plans]\nsource = "{url}"\nlayer = "kpomrade"\n'
    plan = read_municipality(write_config(tmp_path, layers)).plans.loc["K"]
    assert plan["in_force_date"].isoformat()[:10] == "2017-03-29"
    assert plan["adopted_date"].isoformat()[:10] == "2016-12-31"


def test_a_wrong_password_is_told_without_it(database, tmp_path, monkeypatch):
    _, url = database
    monkeypatch.setenv("PGPASSWORD", "feil-passord")
    layers = f'[layers.stops]\nsource = "{url}"\nlayer = "teig"\n'
    with pytest.raises(InputError, match="PGPASSWORD") as caught:
        read_municipality(write_config(tmp_path, layers))
    assert "feil-passord" not in str(caught.value)
