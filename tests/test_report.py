"""The report: complete, self-contained, escaped, in two languages, and careful with words."""

from __future__ import annotations

import base64
import io
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pandas as pd
import pypdf
import pytest
import shapely
from closed_run import closed_run
from matplotlib.image import imread

from boligplan_geo import report
from boligplan_geo.export.layers import public_view
from boligplan_geo.export.manifest import manifest
from boligplan_geo.report import law
from boligplan_geo.report import pdf as report_pdf
from boligplan_geo.report.picture import picture
from boligplan_geo.report.tables import statuses, totals, unknowns
from boligplan_geo.result import Analysis
from boligplan_geo.words import number, phrase

HOSTILE = "</title><script>alert(1)</script>{{7*7}} & «Bøkøy»"


@pytest.fixture(scope="module")
def run() -> Analysis:
    return closed_run()


def page(run: Analysis, language: str = "nb", audience: str = "public") -> str:
    view = public_view(run, audience)
    contents = manifest(view, {}, language=language, audience=audience)
    return report.page(view, contents, language=language, audience=audience)


def pdf(run: Analysis, path: Path, language: str = "nb", audience: str = "public") -> str:
    view = public_view(run, audience)
    contents = manifest(view, {}, language=language, audience=audience)
    report_pdf.write(view, contents, path, language=language, audience=audience)
    return "\n".join(p.extract_text() for p in pypdf.PdfReader(path).pages)


class Reader(HTMLParser):
    """Collects tags with their attributes, and the visible text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.said: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.said.append(data)

    @property
    def text(self) -> str:
        return " ".join(self.said)


def test_the_page_fetches_nothing_and_runs_nothing(run: Analysis) -> None:
    text = page(run)
    seen = Reader(text)
    assert {"script", "link", "iframe"}.isdisjoint(tag for tag, _ in seen.tags)
    sources = [a[k] for _, a in seen.tags for k in ("src", "href") if a.get(k)]
    assert sources
    assert all(s.startswith("data:image/png;base64,") for s in sources)
    assert not re.search(r"https?://|url\(", text)


def test_the_page_says_what_it_must(run: Analysis) -> None:
    text = Reader(page(run)).text
    for key in ("screening_long", "fictional", "untested", "table_sites", "table_status",
                "table_unknown", "table_sources", "table_assumptions", "table_glossary",
                "report_reproduce", "report_how"):  # fmt: skip
        assert phrase(key, "nb", count=15) in text, key
    assert "teig.gpkg" in text
    assert "/home/kari" not in text
    assert "Oppdiktet torg" in text
    assert number(run.totals["potential_plan_homes_mid_count"]) in text
    assert "arbeidsplasser (jobs): ikke levert; det som bygger på laget, er ukjent" in text


def test_what_comes_from_data_is_escaped(run: Analysis) -> None:
    centres = run.centres.assign(name=HOSTILE)
    text = page(replace(run, name=HOSTILE, centres=centres))
    assert "<script" not in text
    assert HOSTILE in Reader(text).text


@pytest.mark.parametrize("language", ["nb", "en"])
def test_words_that_promise_law_or_proof_are_never_said(
    run: Analysis, language: str, tmp_path: Path
) -> None:
    said = [page(run, language), pdf(run, tmp_path / "r.pdf", language)]
    said.append(run.explain(run.plots.index[0], language))
    for text in said:
        assert not re.search(r"lovlig|bevist|\blegal\b|\bproven\b", text, re.I)


def test_english_is_english(run: Analysis) -> None:
    text = Reader(page(run, "en")).text
    assert "Densification potential in Boksby" in text
    for word in ("Tomter", "Bydel", "Forutsetning", "områder"):
        assert word not in text


def test_the_status_table_adds_up_to_all_plots_and_homes(run: Analysis) -> None:
    table = statuses(run, "en")
    count = sum(int(row[1].replace(",", "")) for row in table.rows)
    homes = sum(int(row[3].replace(",", "")) for row in table.rows if row[3] != "–")
    assert count == len(run.plots)
    assert homes == run.totals["potential_plan_homes_mid_count"]


def test_an_unknown_total_is_a_dash_not_a_zero(run: Analysis) -> None:
    rows = dict(row for row in totals(run, "nb").rows)
    assert rows["Påviste boliger"] == "–"
    assert rows["Boliger etter nytt arealformål"] == "0"


def test_reasons_joined_in_one_cell_are_counted_each(run: Analysis) -> None:
    plots = run.plots.assign(built_reason=None)
    plots.loc[plots.index[:3], "built_reason"] = "no_data;layer_missing"
    plots.loc[plots.index[3], "built_reason"] = "no_data"
    rows = [r for r in unknowns(replace(run, plots=plots), "en").rows if r[0] == "What stands"]
    assert sorted(r[2] for r in rows) == ["3", "4"]


def test_internal_is_marked_on_page_and_pdf(run: Analysis, tmp_path: Path) -> None:
    assert "INTERN – ikke for offentligheten" in Reader(page(run, audience="internal")).text
    assert "INTERN" not in Reader(page(run)).text
    text = pdf(run, tmp_path / "r.pdf", audience="internal")
    assert text.count("INTERN") >= len(pypdf.PdfReader(tmp_path / "r.pdf").pages)


def test_the_pdf_is_short_selectable_and_carries_its_fonts(run: Analysis, tmp_path: Path) -> None:
    text = pdf(run, tmp_path / "r.pdf")
    reader = pypdf.PdfReader(tmp_path / "r.pdf")
    assert 2 <= len(reader.pages) <= 4
    assert "Screening, ikke byggesak" in text
    assert "De 15 områdene med flest poeng" in text
    assert "Vestbyen" in text
    assert "Østbyen" in text
    for sheet in reader.pages:
        for font in sheet["/Resources"]["/Font"].values():
            descriptor = font.get_object().get("/FontDescriptor")
            standard = font.get_object()["/BaseFont"] == "/Helvetica"  # reportlab's own, unused
            assert standard or "/FontFile2" in descriptor.get_object()
    assert reader.metadata["/Title"] == "Fortettingspotensial i Boksby"


def test_hostile_names_do_not_break_the_pdf(run: Analysis, tmp_path: Path) -> None:
    text = pdf(replace(run, name=HOSTILE), tmp_path / "r.pdf")
    assert "<script>alert(1)</script>" in text


def test_the_picture_has_the_colours_of_its_plots(run: Analysis) -> None:
    image = imread(io.BytesIO(picture(run)))[:, :, :3]
    wanted = np.array([0x2F, 0x9F, 0xC4]) / 255  # 60 to 70 points
    points = run.plots["score_densification_points"]
    share = (np.abs(image - wanted).max(axis=2) < 0.01).mean()
    expected = points.between(60, 70, inclusive="left").mean()
    assert share == pytest.approx(expected, rel=0.35)  # margins and legend take the rest


def test_the_picture_colours_a_farm_only_where_its_plan_opens_for_building(run: Analysis) -> None:
    scored = run.plots["score_densification_points"].dropna().index
    parts = run.plan_parts.assign(counts_as_plot=True)
    whole = picture(replace(run, plan_parts=parts))
    farm = parts[parts["plot_id"] == scored[0]].iloc[:1]
    left, bottom, right, top = farm.total_bounds
    corner = farm.assign(geometry=[shapely.box(left, bottom, (left + right) / 2, top)])
    rest = farm.assign(
        geometry=[shapely.box((left + right) / 2, bottom, right, top)], counts_as_plot=False
    ).rename(index=lambda i: f"{i}x")
    others = parts[parts["plot_id"] != scored[0]]
    halved = picture(replace(run, plan_parts=pd.concat([others, corner, rest])))
    light = np.array([0xEF, 0xEF, 0xEC]) / 255  # no potential
    found = [
        (np.abs(imread(io.BytesIO(p))[:, :, :3] - light).max(axis=2) < 0.01).sum()
        for p in (whole, halved)
    ]
    assert found[1] > found[0]


def test_the_picture_is_the_same_whatever_the_order_of_rows(run: Analysis) -> None:
    shuffled = replace(run, plots=run.plots.sample(frac=1, random_state=2))
    assert picture(run) == picture(shuffled)
    assert picture(run, watermark="INTERN") != picture(run)


def test_an_empty_result_still_makes_a_report(run: Analysis, tmp_path: Path) -> None:
    bare = replace(
        run,
        sites=run.sites.iloc[:0],
        centres=run.centres.iloc[:0],
        districts=run.districts.iloc[:0],
        notes=(),
        inputs={},
    )
    text = page(bare)
    assert phrase("no_notes") in text
    encoded = re.search(r"base64,([^\"]+)", text)
    assert encoded
    assert base64.b64decode(encoded[1]).startswith(b"\x89PNG")
    assert "Fortettingspotensial" in pdf(bare, tmp_path / "r.pdf")


def test_what_the_plans_say_is_told_clause_by_clause(run: Analysis) -> None:
    plots = run.plots.assign(plan_interval_causes="home_size;standing_parking")
    plots.loc["9999-1/7", "potential_when_clause_id"] = "pbl § 12-4"
    plots.loc["9999-1/7", "potential_after_plan_homes_count"] = 3.0
    plots["potential_gain_storey_homes_count"] = 1.0
    told = replace(run, plots=plots)
    ((clause, plan, count, homes, point, storey, *_),) = law.binding(told, "nb").rows
    assert (clause, plan, count) == ("KPA § 4.2", "9999-KPA", "144")
    assert (point, storey) == ("0", "144")
    assert homes == number(plots["potential_plan_homes_mid_count"].sum())
    (row,) = law.waiting(told, "nb").rows
    assert row == ("pbl § 12-4", "–", "Privat detaljregulering over ti år", "1", "0", "3")
    low, high = (plots[f"potential_plan_homes_{k}_count"].sum() for k in ("low", "high"))
    assert [r[-1] for r in law.causes(told, "nb").rows] == [number(high - low)] * 2
    assert [r[2] for r in law.fields(told, "en").rows] == ["Use area [m²]", "Unit cap"]
    assert law.doubts(told, "nb").note == "Ingen bestemmelser er lest med forbehold."
    rows = run.plan_parameters.assign(parameter_reason="percent_as_share")
    doubtful = law.doubts(replace(told, plan_parameters=rows), "nb").rows
    assert [r[-1] for r in doubtful] == ["4", "144", "4"]


def test_a_run_with_proposals_says_how_much_rests_on_them(run: Analysis, tmp_path: Path) -> None:
    plots = run.plots.assign(plan_proposed_share=0.0)
    plots.loc["9999-1/7", "plan_proposed_share"] = 0.5
    proposed = replace(run, plots=plots, plans_code="proposed")
    for said in (page(proposed), pdf(proposed, tmp_path / "a.pdf").replace("\n", " ")):
        assert "Fortettingspotensial i Boksby – regnet med planforslag" in said
        assert "Regnet som om planforslagene" in said
    assert "styrer 0,3 % av tomtearealet, på 1 tomter" in page(proposed)
    assert "egnet med planforslag" not in page(run)
