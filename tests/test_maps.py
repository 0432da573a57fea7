"""The candidate map, opened in a real browser without a network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyproj
import pytest
import shapely
from browser import MAP_READY, Offline, Opened, chromium, offline_browser
from fake_run import fake_run
from fake_town import run_in_town

from boligplan_geo.errors import reason_text
from boligplan_geo.maps import SCRIPTS, map_candidates
from boligplan_geo.result import Analysis

HOSTILE = (
    "</script><script>window.hacked=1</script><img src=x onerror=window.hacked=2> {{ 7*7 }} æøå"
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Offline]:
    with offline_browser() as started:
        yield started


@pytest.fixture(scope="module")
def run() -> Analysis:
    return run_in_town()


@pytest.fixture(scope="module")
def opened(browser: Offline, run: Analysis, tmp_path_factory: pytest.TempPathFactory) -> Opened:
    path = tmp_path_factory.mktemp("map") / "kart æøå.html"
    map_candidates(run).save(str(path))
    return browser.open(path, ready=MAP_READY)


def show(browser: Offline, run: Analysis, folder: Path, **options: object) -> Opened:
    path = folder / "map.html"
    map_candidates(run, **options).save(str(path))
    return browser.open(path, ready=MAP_READY)


def search(opened: Opened, typed: str) -> str:
    """Type a property number, press Enter, and give what the popup says."""
    opened.page.fill("#bp-search", typed)
    opened.page.press("#bp-search", "Enter")
    return opened.page.locator(".bp-popup").last.inner_text()  # an earlier one may still fade


# --- the file -------------------------------------------------------------------------------


def test_the_file_opens_without_a_network_and_asks_for_nothing(opened: Opened) -> None:
    assert opened.errors == []
    assert opened.requests == []
    assert opened.page.title() == "Fortettingspotensial i Boksby"
    assert opened.page.get_attribute("html", "lang") == "nb"


def test_what_is_drawn_is_not_blank_and_holds_the_colours_of_the_legend(opened: Opened) -> None:
    colours = opened.page.evaluate(
        """() => { const c = document.querySelector("canvas"), seen = {};
        const d = c.getContext("2d").getImageData(0, 0, c.width, c.height).data;
        for (let i = 0; i < d.length; i += 4) if (d[i+3]) {
          const k = [d[i], d[i+1], d[i+2]].join(); seen[k] = (seen[k] || 0) + 1; }
        return seen; }"""
    )
    assert sum(colours.values()) > 100_000
    assert "194,24,91" in colours  # outline of sites: #c2185b


def test_a_plot_partly_zoned_is_coloured_only_there(
    browser: Offline, run: Analysis, tmp_path: Path
) -> None:
    best = run.densification.rank.idxmin()
    whole = run.plan_parts[run.plan_parts["plot_id"] == best]
    left, bottom, right, top = whole.total_bounds
    west = shapely.box(left, bottom, left + 10, top)
    halves = pd.concat([whole, whole])
    halves.index = [f"{best}:1", f"{best}:2"]
    halves["counts_as_plot"] = [True, False]
    halves.geometry = [west, shapely.box(left + 10, bottom, right, top)]
    parts = gpd.GeoDataFrame(pd.concat([run.plan_parts.drop(whole.index), halves]), crs=run.crs)
    opened = show(browser, replace(run, plan_parts=parts), tmp_path)
    assert "farget bare der planen åpner for bebyggelse" in opened.page.inner_text(".bp-panel")
    row = run.plots.index.get_loc(best)
    areas = opened.page.evaluate(
        f"""() => {{ const a = Boligplan.app, b = a.shapes.box;
        const size = (s) => (b[s*4+2]-b[s*4]) * (b[s*4+3]-b[s*4+1]);
        const whole = a.columns.array("plots.shape")[{row}], l = a.layers;
        return [l.partlyNet.includes(whole), l.scored.flat().includes(whole),
          Math.min(...l.scored.flat().map(size)) / size(whole)]; }}"""
    )
    assert areas[:2] == [True, False]
    assert areas[2] == pytest.approx(1 / 3, abs=0.1)  # boxes of slightly turned shapes


def test_homes_of_a_farm_stand_on_its_corner_for_building_which_is_named(
    browser: Offline, run: Analysis, tmp_path: Path
) -> None:
    best = run.densification.rank.idxmin()
    whole = run.plan_parts[run.plan_parts["plot_id"] == best]
    left, bottom, right, top = whole.total_bounds
    farm = pd.concat([whole, whole])
    farm.index = [f"{best}:1", f"{best}:2"]
    farm["land_use_code"], farm["zone_name"] = ["5100", "1110"], ["L04", "BF04"]
    farm["counts_as_plot"], farm["area_m2"] = [False, True], [5000.0, 400.0]
    farm.geometry = [
        shapely.box(left, bottom, right - 6, top),
        shapely.box(right - 6, bottom, right, top),
    ]
    parts = gpd.GeoDataFrame(pd.concat([run.plan_parts.drop(whole.index), farm]), crs=run.crs)
    plots = run.plots.copy()
    plots.loc[best, "plan_land_use_code"] = "5100"
    plots.loc[best, "plan_binding_clause_id"] = "KPA § 4.2"
    clauses = pd.DataFrame(
        {
            "plan_id": ["9999-KPA", "9999-X"],
            "clause_id": "KPA § 4.2",
            "text": [HOSTILE, "feil plan"],
        }
    )
    used = pd.DataFrame({"part_id": farm.index, "plan_id": "9999-KPA", "clause_id": "KPA § 4.2"})
    changed = replace(run, plan_parts=parts, plots=plots, clauses=clauses, plan_parameters=used)
    opened = show(browser, changed, tmp_path, audience="internal")
    row = run.plots.index.get_loc(best)
    opened.page.evaluate(f"Boligplan.app.goToPlot({row})")
    said = opened.page.inner_text(".bp-popup")
    assert "Boligdel\nBoligbebyggelse – BF04" in said
    assert f"KPA § 4.2\n{HOSTILE}" in said
    assert "feil plan" not in said
    assert "INTERN – ikke for deling" in opened.page.inner_text(".bp-head")
    assert opened.page.evaluate("window.hacked") is None
    lon, lat = opened.page.evaluate(
        f"""() => {{ const c = Boligplan.app.columns, at = c.array("homes.plot").indexOf({row});
        const p = Boligplan.app.toLatLng(c.array("homes.at_x")[at], c.array("homes.at_y")[at]);
        return [p.lng, p.lat]; }}"""
    )
    to_run = pyproj.Transformer.from_crs("EPSG:4326", run.crs, always_xy=True)
    point = shapely.Point(*to_run.transform(lon, lat))
    assert point.within(farm.geometry.iloc[1].buffer(0.2))


def test_one_is_singular_and_more_are_plural_in_both_languages(opened: Opened) -> None:
    said = opened.page.evaluate(
        """() => [0, 1, 2, null].map((n) => Boligplan.app.words.count("plots", n))"""
    )
    assert said == ["0 tomter", "1 tomt", "2 tomter", "ukjent antall tomter"]
    texts = files("boligplan_geo").joinpath("codes/map_texts.csv").read_text("utf-8")
    assert not re.search(r"\((er|s|e)\)", texts)


def test_a_purpose_to_be_developed_further_keeps_its_stripes_under_the_hatch(
    opened: Opened,
) -> None:
    layers = opened.page.evaluate(
        """() => { const p = Boligplan.app.panel, kept = p.page.purposes;
        const purpose = (hatch) => ({ name: "x", code: "1800", regime: "kp2008", status: 3,
          colours: ["#ff0000", "#00ff00"], hatch });
        p.page.purposes = [purpose(false), purpose(true)];
        const found = p.purposesLegend().map((k) => k.firstChild.style.backgroundImage);
        p.page.purposes = kept;
        return found.map((image) => image.split("url(").length - 1); }"""
    )
    assert layers == [1, 2]


def test_same_input_gives_the_same_file(run: Analysis, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    first, second = (map_candidates(run).get_root().render() for _ in range(2))
    assert first == second
    assert "2023-11-14" in first


def test_a_notebook_cell_shows_the_map(browser: Offline, run: Analysis, tmp_path: Path) -> None:
    page = tmp_path / "cell.html"
    page.write_text(
        f"<!DOCTYPE html><meta charset=utf-8>{map_candidates(run)._repr_html_()}", "utf-8"
    )
    opened = browser.open(page)
    frame = opened.page.frame_locator("iframe")
    frame.locator("canvas").wait_for(state="attached", timeout=20_000)
    assert frame.locator("h1").inner_text() == "Fortettingspotensial i Boksby"
    assert opened.errors == []
    assert opened.requests == []


def test_thirty_thousand_plots_stay_small(browser: Offline, tmp_path: Path) -> None:
    """Bytes, which are the same on every machine: how long it takes is for the benchmarks."""
    sizes = {}
    for side in (40, 173):
        path = tmp_path / f"{side}.html"
        map_candidates(fake_run(side)).save(str(path))
        sizes[side] = path.stat().st_size
    page = browser.open(path, ready=MAP_READY).page
    assert page.evaluate("Boligplan.app.columns.count('plots.shape')") == 173**2
    assert sizes[173] < 6e6
    assert (sizes[173] - sizes[40]) / (173**2 - 40**2) < 150  # bytes a plot


def test_a_popup_tells_what_a_step_gives_what_waits_and_why_it_is_unsure(
    browser: Offline, run: Analysis, tmp_path: Path
) -> None:
    plots = run.plots.assign(
        potential_gain_bya_point_homes_count=0.0,
        potential_gain_storey_homes_count=3.0,
        potential_gain_unit_homes_count=1.0,
        potential_gain_parking_homes_count=0.0,
        potential_when_clause_id="KPA § 6.1",
        plan_interval_causes="home_size",
        built_bya_percent=14.3,
        built_pipeline_homes_count=2.0,
        plan_proposed_share=0.5,
    )
    said = search(show(browser, replace(run, plots=plots), tmp_path), "1/5")
    assert "+1 etasje: +3 boliger · +1 boenhet i taket: +1 bolig" in said
    assert "BYA: +0" not in said
    assert "(KPA § 6.1)" in said
    assert reason_text("home_size", "nb") in said
    assert "14,3 %-BYA uten åpen parkering" in said
    assert "Har tillatelse\n2 boliger" in said
    assert "styrer 50 % av tomta" in said
    none = plots.assign(potential_gain_storey_homes_count=0.0,
                        potential_gain_unit_homes_count=0.0)  # fmt: skip
    said = search(show(browser, replace(run, plots=none), tmp_path), "1/5")
    assert "ingen av stegene gir flere boliger" in said


def test_scripts_cannot_end_the_element_they_stand_in() -> None:
    folder = files("boligplan_geo").joinpath("assets")
    for name in SCRIPTS:
        assert "</script" not in folder.joinpath(name).read_text("utf-8").lower()
    assert "Agafonkin" in folder.joinpath("leaflet", "LICENSE").read_text("utf-8")


def test_a_missing_browser_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    with pytest.raises(RuntimeError, match="apt-get install chromium"):
        chromium()


# --- popup ----------------------------------------------------------------------------------


def test_a_property_number_finds_its_plot_and_tells_its_figures(
    opened: Opened, run: Analysis
) -> None:
    best = run.densification.rank.idxmin()
    said = search(opened, best.split("-")[1])
    plot, scores = run.plots.loc[best], run.densification
    assert best in said
    assert "Kandidat" in said
    assert f"nr. 1 av {scores.ranked.sum()}" in said
    ends = [plot[f"potential_plan_homes_{level}_count"] for level in ("low", "mid", "high")]
    assert " – ".join(f"{end:.0f}" for end in ends) in said
    assert "400 – 540 – 600 m²" in said
    assert "KPA § 4.2" in said
    assert "kommuneplan (pbl 2008)" in said
    shown = [t.split(" av ")[0] for t in opened.page.locator(".bp-bar-points").all_inner_texts()]
    total = sum(float(t.replace(",", ".")) for t in shown if t != "ukjent")
    assert total == pytest.approx(scores.total[best], abs=0.05 * len(shown))


def test_search_puts_the_exact_number_before_longer_ones(opened: Opened) -> None:
    opened.page.fill("#bp-search", "1/3")
    found = opened.page.locator("#bp-found li").all_inner_texts()
    assert found[0] == "9999-1/3"
    assert "9999-1/30" in found
    opened.page.fill("#bp-search", "77/99999")
    assert opened.page.inner_text("#bp-found") == "Ingen eiendom med det nummeret"
    opened.page.fill("#bp-search", "")


def test_what_is_unknown_is_said_in_words(opened: Opened, run: Analysis) -> None:
    unknown = run.plots.index[run.plots["plot_status_code"] == "not_assessable"][0]
    said = search(opened, unknown)
    assert "Kan ikke vurderes" in said
    assert "ingen plan gjelder her" in said  # the reason no_plan
    assert "ukjent: ikke beregnet i denne versjonen" in said  # potential_reason
    assert not re.search(r"NaN|null|undefined|\bnan\b", said)


def test_outside_a_catchment_is_not_said_where_minutes_are_unknown(
    browser: Offline, run: Analysis, tmp_path: Path
) -> None:
    plots = run.plots.copy()
    plots["centre_id"] = None
    plots.loc["9999-1/1", ["access_centre_min", "access_reason"]] = [np.nan, "layer_missing"]
    plots.loc["9999-1/2", ["access_centre_min", "access_reason"]] = [np.nan, "unreachable"]
    opened = show(browser, replace(run, plots=plots), tmp_path)
    unknown = "ukjent: datalaget som trengs, er ikke levert"
    for number, centre in (
        ("1/1", unknown),
        ("1/2", "kan ikke nås til fots på vegnettet"),
        ("1/3", "utenfor gangavstand"),
    ):
        assert f"Senteromland\n{centre}\n" in search(opened, number)


def test_clicking_where_a_plot_lies_opens_that_plot(opened: Opened, run: Analysis) -> None:
    to_degrees = pyproj.Transformer.from_crs(run.crs, "EPSG:4326", always_xy=True)
    for plot_id in run.plots.index[[170, 231]]:
        opened.page.keyboard.press("Escape")
        opened.page.click("[data-tool=home]")  # also ends the pan towards the last popup
        middle = run.plots.geometry[plot_id].centroid
        lon, lat = to_degrees.transform(middle.x, middle.y)
        at = opened.page.evaluate(f"Boligplan.app.map.latLngToContainerPoint([{lat}, {lon}])")
        opened.page.mouse.click(at["x"], at["y"])
        assert opened.page.inner_text(".bp-popup h2") == plot_id
        assert opened.page.inner_text(".bp-hover").startswith(f"{plot_id} · ")
    opened.page.keyboard.press("Escape")
    assert opened.page.locator(".bp-popup").count() == 0


def test_text_of_data_is_never_run(browser: Offline, run: Analysis, tmp_path: Path) -> None:
    plots = run.plots.copy()
    plots["plan_id"] = plots["plan_binding_clause_id"] = plots["plot_status_reason"] = HOSTILE
    names = run.centres.assign(name=HOSTILE), run.districts.assign(name=HOSTILE)
    inputs = {"plots": {"source": f"{HOSTILE}.gpkg", "licence": HOSTILE}}
    hostile = replace(
        run, name=HOSTILE, plots=plots, centres=names[0], districts=names[1], inputs=inputs
    )
    opened = show(browser, hostile, tmp_path)
    said = search(opened, "1/5")
    assert said.count(HOSTILE) >= 3
    assert opened.page.inner_text("h1") == f"Fortettingspotensial i {HOSTILE}"
    assert opened.page.evaluate("window.hacked === undefined")
    assert opened.page.locator("img[src=x]").count() == 0
    assert opened.errors == []


# --- panel and tools --------------------------------------------------------------------------


def test_the_legend_follows_the_layers(opened: Opened) -> None:
    page = opened.page
    assert page.locator("#bp-legend-purposes").is_hidden()
    page.check("#bp-layer-purposes")
    assert "Boligbebyggelse" in page.inner_text("#bp-legend-purposes")
    page.uncheck("#bp-layer-purposes")
    assert page.locator("#bp-legend-purposes").is_hidden()
    page.check("#bp-layer-constraints")
    assert page.inner_text("#bp-legend-constraints") == "Annen sone: ikke for nye boliger"
    page.uncheck("#bp-layer-constraints")


def test_every_control_has_a_name_and_the_map_says_what_it_is(opened: Opened) -> None:
    for control in opened.page.locator("button, input").all():
        name = control.evaluate(
            "e => e.getAttribute('aria-label') || e.innerText || e.labels?.[0]?.innerText || ''"
        )
        assert name.strip(), control.evaluate("e => e.outerHTML")
    assert "Oppdiktet kommune" in opened.page.inner_text(".bp-head")
    opened.page.click(".bp-credit summary")
    credit = opened.page.inner_text(".bp-credit")
    assert "Screening, ikke byggesak" in credit
    assert "1 datasett" in credit
    assert "teig.gpkg" in credit
    opened.page.click(".bp-credit summary")


def test_distances_are_those_of_the_ellipsoid(opened: Opened) -> None:
    geod = pyproj.Geod(ellps="GRS80")
    for a, b in (((69.65, 18.9), (69.66, 18.95)), ((58.1, 8.0), (58.1, 8.02))):
        _, _, true_m = geod.inv(a[1], a[0], b[1], b[0])
        given_m = opened.page.evaluate(
            f"Boligplan.distance({{lat:{a[0]},lng:{a[1]}}}, {{lat:{b[0]},lng:{b[1]}}})"
        )
        assert given_m == pytest.approx(true_m, rel=1e-5)


def test_measuring_and_leaving_it_with_escape(opened: Opened) -> None:
    page = opened.page
    page.click("[data-tool=home]")
    page.click("[data-tool=measure]")
    for x, y in ((500, 500), (700, 500), (700, 650)):
        page.mouse.click(x, y)
        page.wait_for_timeout(350)  # a quicker second click would be a double click
    assert re.fullmatch(
        r"Lengde [\d,.\s]+ k?m · areal [\d,.\s]+ (m²|daa)", page.inner_text(".bp-measure")
    )
    page.keyboard.press("Escape")
    assert page.locator(".bp-measure").is_hidden()
    assert page.locator(".bp-popup").count() == 0


def test_it_fits_a_narrow_window(browser: Offline, run: Analysis, tmp_path: Path) -> None:
    path = tmp_path / "map.html"
    map_candidates(run).save(str(path))
    page = browser.open(path, width=900, height=700, ready=MAP_READY).page
    head, panel = (page.locator(s).bounding_box() for s in (".bp-head", ".bp-panel"))
    assert head["x"] + head["width"] < panel["x"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 900
    page.click(".bp-panel-button")
    assert page.locator(".bp-panel").is_hidden()


def test_english_where_asked_for(browser: Offline, run: Analysis, tmp_path: Path) -> None:
    opened = show(browser, run, tmp_path, language="en")
    said = search(opened, "1/5") + opened.page.inner_text("body")
    for norwegian in ("Planboliger", "Bydel", "Gangtid", "ukjent", "Oppdiktet kommune", "poeng"):
        assert norwegian not in said
    assert "Fictional municipality" in said
    assert "Walk to a stop" in said or "Walk to stop" in said


def test_a_wrong_language_is_refused(run: Analysis) -> None:
    with pytest.raises(ValueError, match='"nb" or "en", given \'sv\''):
        map_candidates(run, language="sv")


def test_a_run_read_back_without_its_town_still_has_a_map(browser: Offline, tmp_path: Path) -> None:
    opened = show(browser, fake_run(6), tmp_path)
    assert opened.errors == []
    assert opened.page.locator("#bp-layer-stops").count() == 0  # nothing to show, nothing to choose


def test_tiles_are_asked_for_only_when_chosen_and_cover_the_town(
    browser: Offline, run: Analysis, tmp_path: Path
) -> None:
    opened = show(browser, run, tmp_path)
    assert "Kartverket" not in opened.page.inner_text(".leaflet-control-attribution")
    opened.page.check("#bp-base-tiles")
    opened.page.wait_for_timeout(300)
    assert opened.page.inner_text(".leaflet-control-attribution").endswith("© Kartverket")
    pattern = (
        r"https://cache\.kartverket\.no/.*/topograatone/default/webmercator/(\d+)/(\d+)/(\d+)\.png"
    )
    tiles = {re.fullmatch(pattern, url).groups() for url in opened.requests}
    middle = run.plots.union_all().centroid
    to_map = pyproj.Transformer.from_crs(run.crs, "EPSG:3857", always_xy=True)
    x, y = to_map.transform(middle.x, middle.y)
    zoom, half = int(next(iter(tiles))[0]), 20037508.342789244
    column, row = ((half + x) / (2 * half) * 2**zoom, (half - y) / (2 * half) * 2**zoom)
    assert (str(zoom), str(int(row)), str(int(column))) in tiles  # the cache wants z, y, x
