"""What the dataset is called and which version this is: said once, used by every description of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class About:
    """``doi`` stays None until an archive has given one (docs/releasing.md says when); none is ever made up."""

    name: str = "nen-evidence"
    title: str = "NEN Evidence: treatment of neuroendocrine neoplasms, study by study"
    description: str = (
        "Structured evidence of drug, radionuclide and immune treatment of neuroendocrine neoplasms: studies, arms, regimens, doses, patient counts, "
        "responses, survival, comparisons and adverse events, each figure traced to the sentence it was read in, printed kept apart from calculated. "
        "Read by software, not reviewed by clinicians; no basis for decisions on individual treatment."
    )
    version: str = "0.3.0"
    released: str = "2026-11-22"
    author: str = "The nen-evidence curators"
    doi: str | None = None
    homepage: str | None = None
    license: str = "CC-BY-4.0"
    license_title: str = "Creative Commons Attribution 4.0"
    license_url: str = "https://creativecommons.org/licenses/by/4.0/"
    keywords: tuple[str, ...] = (
        "neuroendocrine neoplasms",
        "neuroendocrine tumours",
        "clinical trials",
        "evidence synthesis",
        "meta-analysis",
    )
    message: str = "If you use these data, please cite the version you used and the primary studies behind the rows you used."

    @property
    def year(self) -> int:
        return int(self.released[:4])


ABOUT = About()
