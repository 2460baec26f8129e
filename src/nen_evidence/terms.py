"""Closed lists of words that the published contract fixes.

A list lives here, and not in ``seeds/vocabulary``, when code depends on each of its words.
Shared by the record model (what may be written) and the tables (what may be published).
"""

SOURCE_KIND = ("article", "conference_abstract", "registry_entry", "regulatory", "web_page", "guideline", "book", "thesis")
READ_EXTENT = ("abstract", "full_text", "registry_entry", "web_page", "cited_only")
SOURCE_STATUS = ("current", "corrected", "retracted", "expression_of_concern")
SOURCE_ROLE = ("primary", "update", "subgroup", "registry", "protocol", "regulatory", "secondary", "notice")
DESIGN = (
    "randomized",
    "nonrandomized_controlled",
    "single_arm",
    "dose_escalation",
    "prospective_cohort",
    "retrospective_cohort",
    "population_registry",
    "expanded_access",
    "pooled_analysis",
    "case_series",
)
RANDOMIZED_COMPARISON = ("comparative", "noncomparative", "not_treatment")
PHASE = ("1", "1-2", "2", "2-3", "3", "4")
SETTING = ("advanced", "resectable", "resected", "symptom_control")
LINE = ("first", "second", "second_or_later", "any", "maintenance", "adjuvant", "neoadjuvant", "not_stated")
READER_KIND = ("person", "software", "software_checked_by_person")
EXTRACTION_STATUS = ("single", "double")
STUDY_STATUS = ("active", "withdrawn", "merged")
ARM_ROLE = ("experimental", "control", "single", "cohort", "overall")
ARM_KIND = ("parallel", "cohort", "dose_level", "period", "extension", "overall")
DIFFERENTIATION = ("well", "moderate", "poor", "mixed")
GRADE = ("g1", "g2", "g3", "g1-2", "g2-3", "g1-3")
AXIS = (
    "primary_site",
    "histology",
    "differentiation",
    "grade",
    "ki67",
    "functioning",
    "line",
    "prior_therapy",
    "biomarker",
    "demographic",
    "disease_extent",
    "response_status",
    "receptor_uptake",
    "dose",
    "other",
)
TIMING = ("baseline", "post_baseline")
RELATION = ("eq", "lt", "le", "gt", "ge", "approx")
ANCHOR_STATUS = ("anchored", "text_not_held", "not_text")
ASSESSOR = ("investigator", "central", "not_stated")
ANALYSIS_SET = ("assigned", "treated", "evaluable", "per_protocol", "matched", "not_stated")
ANALYSIS = ("primary", "interim", "updated", "final", "post_hoc", "sensitivity")
ASSESSMENT = ("best", "at_time", "not_stated")
UNIT_OF_ANALYSIS = ("patient", "lesion", "procedure", "cycle")
BOUND_STATUS = ("value", "not_reached", "not_estimable", "not_reported")
SPREAD_KIND = ("range", "iqr", "sd", "se")
DOSE_KIND = ("planned", "starting", "maximum", "received", "recommended")
AMOUNT_PER = ("administration", "day", "week", "cycle", "cumulative")
DOSE_BASIS = ("fixed", "bsa", "weight", "auc_target", "activity", "absorbed_dose")
ROUTE = ("oral", "iv", "im", "sc", "intra_arterial", "intraperitoneal", "intratumoral", "topical", "not_stated")
FORMULATION = ("long_acting", "short_acting", "liposomal", "pegylated", "high_specific_activity", "tablet", "capsule")
DENOMINATOR = ("evaluable", "treated", "assigned", "abnormal_at_baseline", "symptomatic_at_baseline", "not_stated")
EVENTS_BASIS = ("reported", "from_percent")
NI_BASIS = ("printed", "arm_evaluable", "arm_treated", "arm_assigned")
STATISTIC = ("median", "mean", "rate")
TIME_UNIT = ("months", "weeks", "days", "years")
CONTRAST = ("treatment", "prognostic", "interaction")
MEASURE = ("hr", "or", "rr", "rd", "difference")
DIRECTION = ("stated", "not_stated")
ADJUSTMENT = ("none", "stratified", "multivariable", "propensity", "not_stated")
AE_GRADE = (
    "any",
    "g1",
    "g2",
    "g3",
    "g4",
    "g5",
    "g1-2",
    "g1-3",
    "g1-4",
    "g2-3",
    "g2-4",
    "g3-4",
    "g3-5",
    "g4-5",
    "ge2",
    "ge3",
    "ge4",
    "severe",
    "not_stated",
)
GRADING = (
    "ctcae_2",
    "ctcae_3",
    "ctcae_4",
    "ctcae_5",
    "ctcae_unspecified",
    "who",
    "ecog",
    "swog",
    "trial_specific",
)
ATTRIBUTION = ("treatment_related", "all_causes", "not_stated")
COUNTED = ("patients", "patients_worst_grade", "events", "cycles", "not_stated")
EVENT_TYPE = ("adverse_event", "serious", "dose_limiting", "discontinuation", "dose_reduction", "death")
MEASUREMENT_STATISTIC = ("median", "mean", "total", "minimum", "maximum", "value", "geometric_mean", "lower_bound")
GAP_ITEM = (
    "doses",
    "schedule",
    "route",
    "criteria",
    "denominator",
    "evaluable",
    "response",
    "survival",
    "toxicity",
    "tumour_sites",
    "grade",
    "line",
    "follow_up",
    "interval",
    "cycles",
    "assigned",
    "treated",
    "arm_results",
    "p_value",
    "identifiers",
)
GAP_REASON = ("not_in_report", "not_in_abstract", "text_cut", "only_in_figure", "ambiguous")
REVIEW_KIND = ("review", "meta_analysis", "guideline", "patient_resource")
POOLED_MODEL = ("random", "fixed", "network", "bayesian", "individual_patient", "not_stated")
POOLED_MEASURE = ("proportion", "hr", "or", "rr", "rd", "median", "mean", "difference", "sucra", "rate")
STATEMENT_KIND = (
    "efficacy",
    "survival",
    "toxicity",
    "symptom_control",
    "recommendation",
    "epidemiology",
    "usage",
    "prognosis",
    "diagnosis",
    "dose",
    "criteria",
    "research_gap",
)
OVERLAP = ("same", "subset", "superset", "partial", "none")
DECISION = ("included", "excluded", "awaiting")
SEVERITY = ("error", "warning", "info")
FLAG_STATUS = ("open", "confirmed_in_source")
FLOW = (
    "screened",
    "enrolled",
    "eligible",
    "assigned",
    "treated",
    "evaluable",
    "evaluable_toxicity",
    "completed",
    "safety",
    "crossed_over",
    "lost_to_follow_up",
    "discontinued",
)
