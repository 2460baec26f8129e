"""The words by which a sentence names an outcome, a drug, a characteristic: what makes a figure stand in its role."""

from __future__ import annotations

import re
from functools import lru_cache

from ..vocabulary import Vocabulary
from .text import normalize

# Phrases beyond the vocabulary's labels and synonyms: stems and turns of phrase that abstracts use.
PHRASES: dict[str, str] = {
    "complete_response": r"complete (?:\w+ ){0,2}(?:response|remission|responder)|\bcrs?\b|complete\b|complete responses?",
    "partial_response": r"partial|\bprs?\b",
    "minor_response": r"minor|minimal|\bmrs?\b|less than (?:a )?partial",
    "stable_disease": r"stabl|stabili|\bsds?\b|no change|unchanged|disease control",
    "progressive_disease": r"progress|\bpds?\b",
    "not_evaluable": r"evalua|assess|\bne\b|missing|unknown|not available",
    "objective_response": r"respon|rworr|\bdrrs?\b|\brr\b|\borrs?\d?\b|remission|\bcr\b|\bpr\b|regression|shrinkage|reduction",
    "disease_control": r"disease[- ]control|\bdcrs?\b|tumou?r control|control rate|stabl|benefit|\bcbr\b|non-progress",
    "clinical_benefit": r"benefit|anti-?tumou?r|\bcbr\b|respon|stabl|control",
    "any_shrinkage": r"shrink|shrunk|reduc|decrease|regress|respon",
    "durable_response": r"durable|respon|lasting",
    "progression_free": r"progress|stable|free|\bpfsr?\b|\bpfs\b|12m-?pfs",
    "biochemical_response": r"biochem|biologic|doubling|marker|hormon|chromogranin|\bcga\b|5-hiaa|hiaa|calcitonin|gastrin|secret|urin|catecholamin|metanephrin|serotonin|level",
    "symptomatic_response": r"\bbms?\b|symptom|relie|clinical|syndrome|diarrh|flush|subjective|improve|bowel|episode|control|pain|hypertens",
    "biochemical_stable": r"no change|unchanged|stabl|stabili",
    "biochemical_progression": r"rose|increas|progress|rise",
    **dict.fromkeys(("metabolic_response", "metabolic_stable", "metabolic_progression"), r"metabol|\bpet\b|fdg|\bsuv"),
    "scintigraphic_response": r"scintigra|imaging|uptake|scan|\bpet\b",
    "pathologic_response": r"patholog|\bpcr\b",
    "resection": r"resect|surg|operat",
    "recurrence": r"recur|relaps",
    "quality_of_life_improvement": r"quality of life|\bqol\b|\bhrqol\b|well-being",
    "performance_status_improvement": r"performance|karnofsky|\becog\b",
    "hypertension_control": r"hypertens|blood pressure|antihypertens",
    "pfs": r"progression|\bpfsr?\d?\b|free survival|\bmpfs\b",
    "os": r"surviv|\bos\d?\b|alive|died|death|mortality|\bmos\b",
    "ttp": r"progress|\bttp\b",
    "ttf": r"failure|\bttf\b",
    "efs": r"event-free|\befs\b",
    "dfs": r"disease[ -]free|\bdfs\b|recurrence|relapse",
    "rfs": r"recurrence|relapse|\brfs[ab]?\b",
    "dss": r"surviv|\bdss\b",
    "dmfs": r"metasta|\bdmfs\b",
    "dor": r"duration|loss of |\bm?dors?\b|lasting|lasted|respon|durable|maintained",
    "dosd": r"duration|stabl|control|lasting|lasted",
    "time_to_response": r"time to|respon|\bttr\b",
    "time_to_treatment_discontinuation": r"treatment|discontin|time on",
    "time_to_next_treatment": r"next treatment|\btnt\b|\bttnt\b|subsequent|new treatment",
    "time_to_hepatic_progression": r"hepatic|liver",
    "time_to_deterioration": r"deteriorat|\bttd\b|quality",
    "duration_of_symptom_response": r"symptom|duration|control|lasting|flush|diarrh",
    "duration_of_biochemical_response": r"marker|biochem|duration|hormon|lasting",
    "pfs2": r"progression|\bpfs2?\b",
    "residual_survival": r"surviv|alive",
    "hr": r"hazard|\bhrs?\b|risk|ratio",
    "or": r"odds|\bors?\b|ratio",
    "rr": r"relative risk|risk ratio|\brr\b|rate ratio|ratio",
    "rd": r"difference",
    "difference": r"differen|reduction|versus|\bvs\b|compared|change|mean|median",
    "p": r"\bp\b|significan|log-?rank|\bns\b|versus|\bvs\b|compared|longer|shorter|better|worse|higher|lower",
    "flow": r"patient|subject|participant|case|enrol|randomi|assign|allocat|recruit|treat|received|evaluab|assess|include|included|\bpts\b|\bn\s*=|individual|women|men\b",
    "follow_up": r"follow|monitored|observed for|data cut-?off",
    "treatment_duration": r"administered|duration|treatment|therapy|exposure|exposed|treated|months on",
    "cycles_received": r"emboli|cycle|course|administration|dose|treatment|infusion|injection|session",
    "cumulative_activity": r"activit|cumulative|total|gbq|mbq|mci|dose",
    "activity_per_cycle": r"activit|gbq|mbq|mci|dose",
    "absorbed_dose": r"absorbed|\bgy\b|dose",
    "cumulative_dose": r"cumulative|total|dose",
    "dose_received": r"dose|mg",
    "relative_dose_intensity": r"intensity|\brdi\b",
    "age": r"\bage|years|\byr|old\b",
    "ki67": r"ki-?67|proliferation|\bmib",
    "marker_change": r"elevat|chromogranin|\bcga\b|hiaa|marker|calcitonin|\bcea\b|level|decrease|reduc|change|hormon|serotonin|gastrin|catechol|metaneph",
    "marker_level": r"chromogranin|\bcga\b|hiaa|marker|calcitonin|\bcea\b|level|hormon|serotonin|gastrin",
    "tumour_size": r"size|diameter|tumou?r|lesion|\bcm\b|\bmm\b|volume",
    "tumour_change": r"size|tumou?r|lesion|volume|shrink|change|decrease|reduc|diameter|burden",
    "symptom_change": r"\bbms?\b|diarrh|flush|bowel|symptom|episode|stool|pain|movement",
    "symptom_frequency": r"\bbms?\b|diarrh|flush|bowel|symptom|episode|stool|days|movement",
    "quality_of_life": r"quality|\bqol\b|\bhrqol\b|qlq|score|eq-5d",
    "time_since_diagnosis": r"diagnos",
    "time_to_event_other": r"time|month|after|median",
    "interval_between_treatments": r"interval|between|after",
    "injection_interval": r"interval|week|every|day",
    "effective_half_life": r"half-li",
    "renal_function_change": r"renal|kidney|\bgfr\b|creatinine",
    "blood_pressure_change": r"blood pressure|systolic|diastolic|mmhg",
    "performance_status": r"performance|karnofsky|\becog\b",
    "rescue_medication_use": r"rescue|octreotide|medication",
    "prior_lines": r"prior|previous|line|pretreat|median = ",
    "progression_rate": r"growth|rate|\btgr\b",
    "adherence": r"adher|complian",
    # Characteristics of patients.
    "primary_site": r"primary|\bsites?\b|origin|located",
    "sex": r"\bmale|female|\bmen\b|women|\bsex\b|\bm/f\b|\bm\b|\bf\b",
    "line": r"line|prior|previous|naive|pretreat|untreated|first|second",
    "prior_therapy": r"prior|previous|pretreat|received|treated with|had |after|failed|refractory|history",
    "metastasis_site": r"metasta|liver|hepatic|bone|lymph|lung",
    "disease_extent": r"metasta|advanced|stage|locali|unresect|local|extensive|limited|disease",
    "progression_at_entry": r"progress|stable",
    "performance_status_": r"performance",
    "functioning": r"function|syndrome|hormon|secret",
    "receptor_uptake": r"uptake|krenning|receptor|scintigra|avid",
    "biomarker": r"mutat|positive|negative|express|\bmgmt\b|\bret\b|pd-l1|status|deficien|methylat",
    "race": r"asian|white|black|hispanic|japanese|chinese|race",
    "grade": r"grade|\bg[123]\b|ki-?67",
    "differentiation": r"differentiat",
    "vital_status": r"\bos\b|alive|died|dead|death|surviv",
    "disposition": r"discontinu|withdr|complet|ongoing|remain|stopp|lost|progress|dropp|cross|continu|reduc|interrupt|delay",
    "treatment_received": r"received|treated|treatment|given|underwent|cycle|dose",
    "subsequent_therapy": r"subsequent|received|later|cross|after|underwent|retreat|switch",
    "concomitant_therapy": r"concomitant|combin|with|received|analog",
    "symptom": r"syndrome|symptom|diarrh|flush|hypertens",
    "baseline_abnormality": r"elevated|abnormal|raised|increased|baseline|high",
    "hereditary_syndrome": r"\bmen|\bvhl|heredit|familial|germline|sporadic|neurofibro|\bsdh",
    "gastrinoma": r"zollinger|gastrinoma|\bzes\b",
    "antibody_formation": r"\bha[mh]a\b|antibod",
    "typical_carcinoid": r"typical|\btcs?\b",
    "atypical_carcinoid": r"atypical|\bacs?\b",
    "men1": r"multiple endocrine neoplasia|\bmen[- ]?1\b",
    "caecum": r"c(?:a)?ec(?:um|al)",
    "pheochromocytoma": r"ph(?:a)?eo|\bpccs?\b",
    "paraganglioma": r"paragangl|pgls?\b",
    "unknown": r"unknown|not (?:be )?(?:known|classified|determined|available)|missing|unclassif",
    # Kinds of adverse events summed up.
    "any_adverse_event": r"advers|toxic|\baes?\b|\bteaes?\b|side[- ]effect|event|grade|tolera",
    "any_treatment_related": r"related|advers|toxic|\btraes?\b|\baes?\b|side|event|attributable",
    "serious_adverse_event": r"serious|\bsaes?\b",
    "haematological_toxicity": r"h(?:a)?ematolog|toxic|marrow|myelo|leu[ck]|platelet|blood|cytop",
    "non_haematological_toxicity": r"toxic|non-?h",
    "leukopenia": r"leu[kc]o|white|\bwbc",
    "neutropenia": r"neutro|granulocyt",
    "lymphopenia": r"lympho",
    "thrombocytopenia": r"thrombo|platelet",
    "anaemia": r"an(?:a)?emia|h(?:a)?emoglobin",
    "diarrhoea": r"diarrh",
    "fatigue": r"fatigue|asthen|tired",
    "anorexia": r"anorex|appetite",
    "mucositis": r"mucos|stomat",
    "nephrotoxicity": r"nephro|renal|kidney|creatinine",
    "hepatotoxicity": r"hepat|liver|transamin|\bal[ts]t?\b|\bast\b",
    "aspartate_aminotransferase_increased": r"\bast\b|aspartate|transamin|aminotransf",
    "alanine_aminotransferase_increased": r"\balt\b|alanine|transamin|aminotransf",
    "bilirubin_increased": r"bilirubin",
    "ggt_increased": r"gamma-?glutamyl|\bggt\b|gamma-? ?gt",
    "lipase_increased": r"lipase",
    "amylase_increased": r"amylase",
    "hypercholesterolaemia": r"cholesterol",
    "hypertriglyceridaemia": r"triglycerid",
    "abdominal_pain": r"abdominal|stomach",
    "gastrointestinal_toxicity": r"gastrointestinal|digestive|\bgi\b",
    "transaminases_increased": r"transamin|aminotransf|\balt\b|\bast\b|liver enzyme|\bsgot|hepat",
    "cardiac_toxicity": r"cardi|heart",
    "heart_failure": r"heart|cardiac|ventric",
    "cholelithiasis": r"gallstone|bile duct|stones|cholelith|biliary|gallbladder",
    "hypertension": r"hypertens|blood pressure",
    "treatment_death": r"death|died|toxic|mortality|fatal|lethal|grade 5",
    "death": r"death|died|mortality|fatal",
    "discontinuation": r"discontinu|ceas|withdr|stopp|cessation|interrupt",
    "dose_reduction": r"dose|reduc",
    "dose_interruption": r"interrupt|delay|reduc|modif|temporar",
    "dose_limiting_toxicity": r"dose[- ]limiting|\bdlts?\b",
    "neuropathy": r"neuropath|neurotox|sensory|paresthes",
    "skin_toxicity": r"skin|cutan|dermat",
    "rash": r"rash|skin|exanth",
    "hand_foot_syndrome": r"hand|palmar|foot",
    "mds_or_leukaemia": r"\bt-?mns?\b|myeloid neopl|leuk|myelodys|\bmds\b|\baml\b",
    "myelodysplastic_syndrome": r"myelodys|\bmds\b",
    "acute_leukaemia": r"leuk|\baml\b",
    "infection": r"infect|sepsis|pneumon",
    "thromboembolism": r"thromb|embol",
    "pneumonitis": r"pneumonitis|lung|interstitial",
    "hyperglycaemia": r"glyc|glucose|diabet",
    "immune_related": r"immun",
    "procedural_complication": r"complicat|morbid",
    "carcinoid_crisis": r"cris[ei]s",
    "hospitalization": r"hospitali[sz]",
    "other": r"\w",
}


@lru_cache(maxsize=4096)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def word_pattern(words: list[str]) -> str:
    """Any of the words; the ends of long words are free, so that plurals and inflections match."""
    parts = []
    for word in {normalize(word.replace("_", " ")) for word in words if word}:
        escaped = re.escape(word).replace(r"\ ", r"[\s-]+").replace(r"\-", r"[\s-]*")
        parts.append(rf"(?<![a-z0-9]){escaped}" if len(word) > 4 else rf"(?<![a-z0-9]){escaped}s?(?![a-z0-9])")
    return "|".join(sorted(parts, key=len, reverse=True))


class Lexicon:
    """Patterns for the words of a row, from the vocabulary and the phrases above."""

    def __init__(self, vocabulary: Vocabulary):
        self.vocabulary = vocabulary
        self._cache: dict[tuple[str, str], re.Pattern[str]] = {}

    def pattern(self, kind: str, term: str) -> re.Pattern[str]:
        """What names a term of a kind: ``outcome``, ``endpoint``, ``drug``, ``event``, ``marker``, ``category`` ..."""
        key = (kind, term)
        if key not in self._cache:
            self._cache[key] = _compiled(self._pattern(kind, term))
        return self._cache[key]

    def _pattern(self, kind: str, term: str) -> str:
        if kind == "drug":
            return self.drug(term)
        lists = {
            "outcome": ("outcomes",),
            "endpoint": ("endpoints", "outcomes", "quantities", "adverse_events"),
            "event": ("adverse_events",),
            "marker": ("markers",),
            "symptom": ("symptoms",),
            "quantity": ("quantities",),
            "category": ("sites", "histologies", "drugs"),
            "characteristic": ("characteristics",),
        }
        words = [term]
        for name in lists.get(kind, ()):
            terms = self.vocabulary[name]
            if term in terms:
                words += [terms.facts[term]["label"], *terms.facts[term]["synonyms"].split("|")]
                broader = terms.facts[term].get("broader")
                if kind == "outcome" and broader and term not in PHRASES and broader in PHRASES:
                    words.append(broader)
                    return "|".join(filter(None, [word_pattern(words), PHRASES[broader]]))
        return "|".join(filter(None, [word_pattern(words), PHRASES.get(term, "")]))

    def drug(self, term: str) -> str:
        """What names a drug: its name, synonyms, nuclide and ligand apart, or the class it belongs to."""
        facts = self.vocabulary["drugs"].facts.get(term)
        if facts is None:
            return word_pattern([term])
        words = [term, facts["label"], *facts["synonyms"].split("|")]
        pattern = word_pattern(words)
        if match := re.fullmatch(r"(\d+)([a-z]+)-(.+)", term):
            nuclide, element, ligand = match.groups()
            names = {
                "lu": "lutetium|lutathera",
                "y": "yttrium",
                "i": "iodine|iobenguane|metaiodo|mibg",
                "in": "indium|octreo",
                "ac": "actinium",
                "bi": "bismuth",
                "pb": "lead",
                "ho": "holmium",
            }
            pattern += rf"|{nuclide}\)?\]?[\s-]*{element}\b|{element}[\s-]*\(?\[?{nuclide}|{re.escape(ligand)}|\bprrt\b|{names.get(element, element)}|radionuclide"
        kind = facts["treatment_class"]
        pattern += {
            "somatostatin_analogue": r"|somatostatin|\bssas?\b|\bsrls?\b",
            "interferon": r"|interferon|\bifn",
            "locoregional": r"|emboli[sz]|perfusion|surg|resect|ablat|radio",
        }.get(kind, "")
        if term == "placebo":
            pattern += r"|control"
        if facts["kind"] == "control":
            pattern += r"|control|alone|observation|supportive"
        return pattern
