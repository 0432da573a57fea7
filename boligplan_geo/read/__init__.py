"""Reading: the only room that opens vector files and databases."""

from __future__ import annotations

from boligplan_geo.read.quality import QualityReport, data_quality
from boligplan_geo.read.town import read_municipality

__all__ = ["QualityReport", "data_quality", "read_municipality"]
