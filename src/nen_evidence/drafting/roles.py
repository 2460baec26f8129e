"""What a figure may be about: outcomes, endpoints, adverse events, characteristics, each with the words that name it tightly.

The lexicon of ``anchors`` asks whether a sentence *can* be about a row, and is generous; a draft must say what a
figure *is* about, so the phrases here are narrow. Labels and synonyms come from the vocabulary.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ..anchors.lexicon import word_pattern
from ..vocabulary import Vocabulary

_RESPONSE_WORD = r"(?:responses?|remissions?|regressions?|responders?)"
_HOW = r"(?:objective|overall|confirmed|radiolog\w+|radiographic\w*|tumou?r|morpholog\w+|imaging|major|total|global|unconfirmed|size) "
_CR = r"(?:complete|cr)s?(?: (?:response|remission)s?)?(?: *\(?crs?\)?)?"
_PR = r"(?:partial|pr)s?(?: (?:response|remission)s?)?(?: *\(?prs?\)?)?"
_SD = r"(?:stable(?: diseases?)?|stabili[sz]ations?|sd)(?: *\(sd\))?"
_JOINED = r" ?(?:or|and/or|plus|\+|/) ?(?:an? )?"
_MARKER = r"(?:biochem\w+|hormon\w+|marker|tumou?r marker|cga|chromogranin a|5-hiaa|u-?5-hiaa|calcitonin|catecholamines?|gastrin|biologic(?:al)?|secretory|humoral|5-?hydroxyindole\w*|serotonin|pancreastatin|metanephrines?)"
_LEVEL = r"(?:u?-?5[- ]?hiaa|(?:urinary |urine |plasma |serum )?(?:5-?hydroxyindole\w*|calcitonin|chromogranin(?:-a)?|cga|cea|gastrin|catecholamines?|metanephrines?|hormones?|tumou?r markers?|markers?|pancreastatin|serotonin|normetanephrine)(?: a\b)?)(?: acid)?(?: \([a-z0-9 -]+\))?(?: (?:levels?|excretion|secretion|concentrations?))?"
_SYMPTOM = r"(?:symptom\w*|subjective|clinical|diarrh\w+|flush\w*|wheezing|pain|syndrome|carcinoid syndrome)"
_FELL = r"(?:fell|dropped|declined|decreased|were reduced|reduced|diminished|fallen)"
_BY = r"(?:(?:at least|more than|greater than|of|a|>=?|≥|≤|<=?|or|equal|to) *)*\d+ ?(?:%|percent|per cent)(?: or (?:more|greater))?"
_BETTER = (
    r"(?:improve(?:d|ments?)|relie(?:f|ved?)|control(?:led)?|resol(?:ved|ution)|disappear\w+|amelioration|palliation|reduc\w+|decreas\w+)"
)
RESPONSES: dict[str, str] = {
    "objective_response": rf"(?:{_HOW})+(?:objective )?{_RESPONSE_WORD}(?: \(orr?s?\))?(?: rates?)?(?: \(orr?s?\)| \(rr\))?|\b(?:ir|rw|c)?orrs?\b|{_RESPONSE_WORD[:-1]}) rates?(?: \(rr\))?|\brrs?\b|{_CR}{_JOINED}{_PR}(?: {_RESPONSE_WORD})?|{_PR}{_JOINED}{_CR}(?: {_RESPONSE_WORD})?|(?:complete and partial|partial and complete) {_RESPONSE_WORD}|partial or (?:a )?complete {_RESPONSE_WORD}|effects? on tumou?r (?:growth|size)|an or\b|tumou?r (?:size )?(?:response|regression)s?|{_BY} (?:reduction|decrease) (?:in|of) (?:the )?tumou?r (?:size|volume)|(?<!non)(?<!non-)\bresponders?\b|(?<!not )\bresponded\b|\bresponses?\b(?!-)|\bremissions?\b",
    # Two outcomes printed as one that no term stands for, and words that only look like an outcome.
    "unclear": rf"minor (?:response|remission) or {_SD}|(?:disease )?progression or (?:disease-related )?death|neoplasm progression|mixed responses?|(?:recurrence|relapse) or (?:death|progression)|response evaluation criteria(?: in solid tumou?rs)?|patholog\w+ (?:tumou?r )?regression(?: grades?)?|tumou?r regression grades?|(?:complete|partial) or minor {_RESPONSE_WORD}",
    "complete_response": rf"complete (?!patholog|metabol|molecul|biochem|hormon|symptom|clinical|subjective)(?:\w+ )?{_RESPONSE_WORD}(?: rates?)?(?: \(crs?\))?|\bcrs?\b|complete disappearance|\bcomplete(?=(?: \([^()]*\))?,? (?:and|or|vs?\.?) (?:an? |\d+ )?(?:\([^()]*\) )?partial (?:\w+ )?{_RESPONSE_WORD})",
    "partial_response": rf"partial (?!and |or |patholog|metabol|molecul|biochem|hormon|symptom|clinical|subjective)(?:\w+ ){{0,2}}{_RESPONSE_WORD}(?: rates?)?(?: \(prs?\))?|\bprs?\b|\bpartial(?=(?: \([^()]*\))?,? (?:and|or) (?:\d+ )?(?:complete|minor|biochemical|tumou?r) (?:\w+ )?{_RESPONSE_WORD})|\bpartial(?= and (?:\d+(?:\.\d+)?%?|an?) (?:minor|complete))",
    "minor_response": rf"(?:minor|minimal) (?:\w+ )?{_RESPONSE_WORD}(?: rates?)?(?: \(mr\))?",
    "stable_disease": r"stable (?:tumou?r )?diseases?(?: \(sd\))?|(?:disease|tumou?r|growth) stabili[sz]ations?|stabili[sz]ation(?: of (?:the )?(?:disease|tumou?r growth|tumou?rs?|their disease))?(?: \(sd\))?|(?<!\[)\bsds?\b|no change|(?:no|0) +(?:significant )?(?:increase|change) in (?:the |their )?tumou?r (?:size|burden)|about the same|\bstable\b(?! (?:doses?|dosage|on|or (?:in|de)creased|regimen))|\bstabili[sz]ed\b|\bstability\b|\bunchanged\b",
    "progressive_disease": r"progressive disease(?: \(pd\))?|\bpd\b(?!-)|progressed|progress in(?= \d)|(?:continu\w+ )?tumou?r growth(?! (?:rate|control))|continued to grow|(?:tumou?r size |\b)increased in (?:size|the remaining)|(?:disease|tumou?r|radiolog\w+) progression|\bprogression\b(?! ?-?free)|(?:were|was|had|had been) progressive",
    "disease_control": rf"(?:disease|tumou?r|growth|tumou?r growth)[- ]control(?:led)?(?: rates?)?(?: \(dcr\))?|controlled disease|\bdcrs?\b|\bdc rates?|stabili[sz]ation or (?:regression|response)|progression control|at least (?:\w+ ){{0,4}}?stable disease|(?:no|0) +(?:tumou?r|disease) progression(?= was| \()|inhibition of tumou?r growth|\b(?:cr|pr) ?\+ ?(?:pr|cr) ?\+ ?sd\b|{_SD}{_JOINED}(?:pr|partial response|cr|complete response|responded|response)\b|(?:pr|partial response|regression|respon\w+){_JOINED}{_SD}",
    "clinical_benefit": r"clinical benefits?(?: rates?)?(?: \(cbr\))?|\bcbr\b|anti-?tumou?r (?:effects?|activity)",
    "any_shrinkage": r"tumou?r (?:\w+ )?(?:shrinkage|reduction|regression)|(?:any|some) (?:\w+ )?(?:shrinkage|reduction)|shrinkage(?: of (?:the )?tumou?r)?|(?:decrease|reduction) (?:in|of) (?:the )?(?:size (?:of|or extent of) )?(?:the |their )?(?:tumou?rs?|target lesions?|lesions?|metastases)(?: (?:size|volume|burden|mass\w*))?|(?:radiograph\w+ |radiolog\w+ )?tumou?r regression|disease regression(?: \(rd\))?|\brd\b|\bregressions?\b(?! (?:model|analys))|tumou?rs? (?:\w+ )?(?:decreased|shrank)|response of any magnitude|decreased? (?:in size|from baseline in (?:target|tumou?r))",
    "progression_free": r"progression[- ]free at|(?:remain\w*|were|alive and|alive,) (?:\w+ )?progression[- ]free(?! surv)|\bprogression[- ]free(?! ?(?:surv|rate|interval|and|or))|non-?progression rates?|(?:met|achieved|reached) the primary (?:study |efficacy )?end ?point|(?:no|0|without) +progression(?= of|(?: \w+)? at)|free (?:of|from) progression|\bpfsr\b",
    "not_evaluable": r"not (?:\w+ )?(?:evaluable|assessable)|un?evaluable|non-?evaluable|inevaluable|non-?assessable|not (?:be )?evaluated|not (?:be )?assessed|\bwere ne\b|\bne\b(?= in)",
    "biochemical_response": rf"(?:{_BY} )?(?:reductions?|decreases?|fall|improvements?|declines?)(?: (?:of|by) {_BY})? (?:\([^()]*\) )?(?:of|in|on) (?:[\w%>=-]+ ){{0,4}}{_LEVEL}(?: values?)?|{_LEVEL} (?:\w+ )?(?:reductions?|decreases?|reduced|decreased)|{_LEVEL}(?: \w+)? (?:\w+ ){{0,3}}{_FELL}|(?:had |showed )?(?:a )?decreased (?:\w+ )?{_LEVEL}|(?:{_BY} )(?:reduction|decrease|fall|decline)(?! in (?:tumou?r|dose|the size))|biochemical evidence of (?:a )?response|biochemically|{_MARKER} (?:\([a-z0-9 -]+\) )?(?:\w+ )?(?:{_RESPONSE_WORD}|{_BETTER})(?: rates?)?|{_MARKER}(?= (?:and|or|and/or|,) (?:\w+ )?(?:{_RESPONSE_WORD}|criteria))|(?:{_BETTER}) (?:of|in) (?:\w+ ){{0,3}}{_MARKER}(?: \w+)?|{_MARKER}(?= \([^()]*\) response)",
    "biochemical_complete_response": rf"complete (?:{_MARKER}) (?:{_RESPONSE_WORD})?|{_MARKER} complete {_RESPONSE_WORD}|complete {_MARKER}(?= and)|(?:complete )?normali[sz]\w+ (?:of|in) (?:\w+ ){{0,3}}(?:{_MARKER}|{_LEVEL})|(?:{_MARKER}|{_LEVEL}) (?:\w+ )?(?:levels? )?(?:\w+ )?normali[sz]\w+",
    "biochemical_partial_response": rf"partial (?:\([^()]*\) )?(?:\w+ and )?(?:{_MARKER}) (?:{_RESPONSE_WORD})?|(?:{_MARKER}|biomarker) partial {_RESPONSE_WORD}(?: rates?)?",
    "biochemical_stable": rf"stable biochemical disease|biochemical(?:ly)? (?:stable|stabili\w+)(?: disease)?|{_LEVEL}(?: \w+)? (?:were|was|remained) (?:stable|unchanged)|stability of labs",
    "biochemical_progression": rf"progressive biochemical disease|(?:biochemical|laboratory|marker) (?:progress\w+|relapse)|{_MARKER}s? (?:levels? )?(?:rose|increased)",
    "symptomatic_response": rf"(?:improved|fewer|reduced|relieved|controlled) symptoms|(?:symptoms?|flush\w*|diarrh\w+|pain)(?: (?:and|or|and/or) (?:flush\w*|diarrh\w+))? (?:[a-z]+ ){{0,5}}?(?:improved|controlled|relieved|resolved|ameliorated|decreased|abolished|disappeared)|adequate relief|(?:reductions?|decreases?) (?:in|of) (?:\w+ )?(?:bm|bowel movements?|stool)(?: frequency)?|normali[sz]ed bowel movements|symptomatic(?:ally)?(?=,? or)|satisfied with|satisfaction with|(?:complete or partial )?treatment success|pain relief|relief of (?:pain|symptoms)|(?<!no )(?<!0 ){_SYMPTOM} (?:\w+ )?(?:{_RESPONSE_WORD}|benefits?|{_BETTER})(?: rates?)?|{_SYMPTOM}(?=,? (?:and|or|and/or) (?:\w+ )?{_RESPONSE_WORD})|(?<!no )(?:{_BETTER}|alleviations?) (?:of|in|from|with) (?:the |their |his |her )?(?:[\w-]+ ){{0,3}}(?:symptoms?|syndrome|flush\w*|diarrh\w+|pain(?: score)?)|symptomatically improved|improved symptomatically|\basymptomatic\b(?! (?:neuro|net|tumou?r|patients|disease|pts))|blood pressure (?:improvement|control)|normotensive|glucose normali[sz]ation|(?:weight|appetite) improv\w+|became durable responders",
    "symptomatic_complete_response": rf"(?:symptom\w*|clinical|subjective) (?:crs?\b|complete {_RESPONSE_WORD})|complete (?:{_SYMPTOM}) (?:{_RESPONSE_WORD}|{_BETTER})|(?:complete )?{_BETTER} of (?:\w+ )?symptoms? (?:was|were) complete|complete (?:{_BETTER}|resolution|disappearance) of (?:\w+ )?(?:symptoms?|flush\w*|diarrh\w+)|disappearance of (?:\w+ )?(?:symptoms?|flush\w*|diarrh\w+)|completely (?:resolved|relieved|disappeared)|symptom-free|became asymptomatic|complete treatment success",
    "symptomatic_partial_response": rf"(?:symptom\w*|clinical|subjective) (?:prs?\b|partial {_RESPONSE_WORD})|partial (?:{_SYMPTOM}) (?:{_RESPONSE_WORD}|{_BETTER})|partial relief",
    "symptomatic_stable": r"(?:symptom\w*|clinical) (?:sds?\b|stable disease|stabili\w+)|symptoms? (?:were|was|remained) (?:stable|unchanged)|stable symptoms",
    "symptomatic_progression": r"(?:symptom\w*|clinical) (?:pds?\b|progress\w+|deteriorat\w+|worsening)|worsening (?:of|in) (?:\w+ )?symptoms?|loss of (?:symptom\w*|clinical) (?:response|control)|(?:symptoms?|diarrh\w+|flush\w+) (?:worsened|recurred)",
    "quality_of_life_improvement": r"(?:improve\w*|better) (?:in |of )?(?:their |the |global )?(?:health(?: status|-related)?(?:/| )?)?(?:quality of life|qol)|(?:quality of life|qol) (?:\w+ )?(?:improve\w+)",
    "hypertension_control": r"(?:anti-?hypertensive|anti-htn) (?:medications?|drugs?|therapy|doses?)(?: use)?|discontinued antihypertensives",
    "recurrence": r"\brecurrences?\b(?! ?-?free| of symptoms)|\brelapses?\b(?! ?-?free)|\brelapsed\b|\brecurred\b",
    "resection": r"underwent (?:surgical |curative |successful |\w+ )?(?:resection|surgery|pancreatectomy|operation)|successful surgery|surgical resection (?:was|became)|\bresected\b|resectab\w+",
    "metabolic_complete_response": r"complete metabolic (?:response|remission)s?|metabolic complete (?:response|remission)s?",
    "metabolic_partial_response": r"partial metabolic (?:response|remission)s?|metabolic partial (?:response|remission)s?",
    "metabolic_stable": r"stable metabolic disease|metabolic(?:ally)? stable(?: disease)?",
    "metabolic_progression": r"progressive metabolic disease|metabolic(?:ally)? progress\w+(?: disease)?",
    "metabolic_response": rf"(?<!complete )(?<!partial )metabolic (?:\w+ )?{_RESPONSE_WORD}",
    "scintigraphic_response": rf"(?:partial |complete )?molecular {_RESPONSE_WORD}|(?:scintigraph\w+|molecular imaging|sstr imaging) {_RESPONSE_WORD}|(?<=on )molecular imaging",
    "pathologic_complete_response": rf"patholog\w+ complete {_RESPONSE_WORD}|complete patholog\w+ {_RESPONSE_WORD}(?: \(pcrs?\))?|\bpcrs?\b",
    "pathologic_response": rf"(?:partial |any )?patholog\w+ {_RESPONSE_WORD}(?: rates?)?|partial patholog\w+ {_RESPONSE_WORD}",
    "major_pathologic_response": rf"major patholog\w+ {_RESPONSE_WORD}|\bmpr\b",
    "r0_resection": r"\br0[- ]resections?|operations were r0|\br0\b(?! or)",
    "durable_response": rf"(?:durable|sustained) (?:\w+ )?{_RESPONSE_WORD}(?: rates?)?|responses? (?:maintained|ongoing|were ongoing)|responses (?:lasted|lasting) (?:>=|at least|more than)|\bdrr\b",
}
_SHARED_SURVIVAL = r"(?=(?: \([a-z]+\))? ?(?:and|or|,|/) ?(?:median )?(?:\w+[- ]){0,3}(?:survival|os\b))"
ENDPOINTS: dict[str, str] = {
    "pfs": rf"progression[- ]free[- ]survivals?(?: time| rates?| periods?)?|progression-free interval|(?:\d+-?mo?-?)?\b[mr]?r?pfs\b|\d+m-?pfs|\bpfsr\b|progression[- ]free (?=rates?)|progression[- ]free{_SHARED_SURVIVAL}",
    "os": rf"overall (?:\w+ )?survivals?(?: time| rates?| periods?)?|\bm?os\b|(?:median|mean|actuarial|estimated|cumulative) (?:\w+ )?survivals?(?: time| rates?)?|long-term survival|time (?:from [\w -]{3, 30}? )?to death|survival (?:time|probability|duration)s?|(?:\d{{1,3}}-?(?:, ?(?:and )?| and | or )){{0,5}}(?:\d{{1,3}}|one|two|five|three)[- ](?:year|yr|month)s? (?:actuarial |cumulative )?survivals?(?: rates?)?|(?<!free )(?<!free-)(?<!specific )\bsurvival(?: rates?)?\b|overall{_SHARED_SURVIVAL}",
    "ttp": r"(?:median )?time (?:\(\w+\) )?to (?:[\w-]+ ){0,2}progression|\bm?ttp\b",
    "ttf": r"time to (?:treatment |strategy )?failure|\btsf\b|\bttf\b(?!-)|treatment failure[- ]free survival",
    "efs": r"event[- ]free (?:survival )?(?:time)?|\befs\b",
    "dfs": r"disease[- ]free survival|\bdfs\b",
    "rfs": r"(?:recurrence|relapse)[- ]free survival|\brfsb?\b",
    "dss": r"(?:disease|cancer|tumou?r)[- ]specific survival|\b[dc]ss\b",
    "dmfs": r"distant metastas[ie]s[- ]free survival|\bdmfs\b",
    "dor": r"response durability|durations? of (?:the |an? )?(?:\w+ )?(?:response|remission)s?|(?:response|remission) durations?|\bm?dors?\b",
    "dosd": r"durations? of (?:the )?(?:stable disease|stabili[sz]ation|disease control|sd)|stabili[sz]ation duration",
    "duration": r"(?:median|mean|average) duration(?! of| follow)|(?:last(?:ed|ing)|maintained|response|control)(?: for)? (?:an? )?(?:median|mean) (?:time |duration )?of|for an? (?:median|mean) (?:time |duration )?of|(?:median|mean|average) duration of(?= \d)",
    "time_to_response": r"time to (?:\w+ )?(?:response|remission|or\b)|\bttr\b",
    "time_to_deterioration": r"time to (?:\w+ )?deterioration|\bttd\b",
    "time_to_treatment_discontinuation": r"time (?:\(\w+\) )?to (?:[\w-]+ ){0,2}discontinuation",
    "time_to_next_treatment": r"time to (?:next|second[- ]line|subsequent) (?:systemic )?(?:treatment|therapy)|\bttnt\b|\btnt\b",
    "time_to_hepatic_progression": r"(?:hepatic|liver|intrahepatic)[- ]progression[- ]free survival|\bhpfs\b|time to (?:hepatic|liver) progression|liver-specific progression[- ]free survival",
    "residual_survival": r"survival (?:time )?from (?:the )?(?:time of |date of )?(?:initial |first |\w+ )?(?:diagnosis|metastas\w+)|survival from (?:the )?(?:time of |onset)",
}
QUANTITIES: dict[str, str] = {
    "follow_up": r"follow[- ]?up",
    "age": r"\bage\b|\baged\b|years old",
    "treatment_duration": r"time on treatment|(?:duration of (?:treatment|therapy|exposure)|treatment duration|exposure)",
    "time_since_diagnosis": r"(?:since|from) diagnosis",
    "other_time": r"\b(?:interval|half-li\w+|doubling time|latency|time from|time between|hospital stay|treatment time|time to (?:onset|resection|surgery|first \w+))\b",
}
_FLOW: dict[str, str] = {
    "assigned": r"randomi[sz]ed|randomly (?:assigned|allocated)|\ballocated\b|\bassigned\b|underwent randomi[sz]ation",
    "enrolled": r"\benrolled\b|\brecruited\b|\bincluded\b|\bentered\b|\baccrued\b|\bregistered\b|\benrolled\b",
    "treated": r"\btreated\b|received (?:at least one|treatment|study)",
    "evaluable": r"evaluable|assessable|\banaly[sz]ed\b|eligible for analysis",
}
_AE_EXTRA: dict[str, str] = {
    "any_adverse_event": r"(?<!as an )(?<!as )(?:treatment-emergent |drug-related )?(?:adverse (?:drug )?(?:events?|effects?|reactions?)|toxicit(?:y|ies)|toxic effects?|\bt?r?aes\b|side[- ]effects?)",
    "any_treatment_related": r"(?:treatment|drug)-related (?:\w+ )?(?:adverse events?|toxicit\w+|aes)|\btraes?\b",
    "serious_adverse_event": r"serious (?:\w+ )?(?:adverse events?|aes?)|\bsaes?\b",
    "mucositis": r"stomatitis|mucositis",
    "neutropenia": r"(?<!febrile )neutropa?enia|granulocytopa?enia|agranulocytosis",
    "thrombocytopenia": r"thrombocytopa?enia|thrombopa?enia",
    "lymphopenia": r"lympho(?:cyto)?pa?enia",
    "discontinuation": r"(?:treatment )?discontinu\w+(?: of (?:the )?(?:treatment|therapy|study drug))?|withdr[ae]w\w*|stopped (?:treatment|therapy)|treatment (?:was )?stopped",
    "dose_reduction": r"dose[- ](?:was )?(?:reduc\w+|modificat\w+|adjust\w+)|reduc\w+ (?:of|in) (?:the )?dos\w+",
    "dose_interruption": r"(?:dose|treatment)[- ](?:interrupt\w+|delays?|holds?)|interrupt\w+ of (?:treatment|therapy)",
    "treatment_death": r"(?:treatment|drug|toxicity|procedure|therapy)[- ]related (?:deaths?|mortality)|toxic deaths?|(?:30-day|periprocedural|procedural|perioperative) mortality|deaths? (?:was |were )?(?:related|attributed|due) to (?:treatment|toxicity|study)|died (?:of|from|due to) (?:\w+ )?toxicity",
    "death": r"\bdeaths?\b|\bdied\b",
    "nephrotoxicity": r"(?:renal|kidney) (?:\w+ )?(?:toxicit\w+|failure|insufficiency|impairment|dysfunction|events?)|nephrotoxicity|renal function (?:decline|loss)|creatinine toxicit\w+",
    "mds_or_leukaemia": r"\bt-mns?\b|(?:therapy-related )?myeloid neoplasms?|(?:mds|myelodysplastic syndromes?)(?: \(mds\))?(?: or |/| and )(?:acute )?(?:\w+ )?(?:leuk\w+|aml|al)",
    "procedural_complication": r"(?:major |minor |procedur\w+ |post-?(?:operative|procedur\w+) )?complications?\b",
    "skin_toxicity": r"(?:skin|cutaneous|dermatolog\w+) (?:toxicit\w+|reactions?|rash)",
    "leukopenia": r"leu[kc]o(?:cyto)?pa?enia",
    "anaemia": r"an(?:a)?emia",
    "diarrhoea": r"diarrh(?:o)?ea",
    "non_haematological_toxicity": r"non-?ha?ematolog\w+ (?:toxicit\w+|adverse events?)",
    "febrile_neutropenia": r"febrile neutropa?enia|neutropa?enic fever",
    "immune_related": r"immune-related (?:\w+ )?(?:toxicit\w+|adverse events?|aes)|\biraes?\b",
    "haematological_toxicity": r"ha?ematotoxicit\w+|(?:bone )?marrow toxicit\w+|(?<!non)(?<!non-)ha?ematolog\w+ (?:toxicit\w+|adverse events?)|myelosuppression|decreased? blood count",
    "transaminases_increased": r"(?:amino)?transferase (?:\w+ )?(?:increases?|elevations?)|hepatic enzyme elevation|(?:alt|ast|transaminases?) (?:increase\w*|elevat\w+)|increased (?:alt|ast|transaminases?)",
    "infection": r"(?:any )?infections?",
    "rash": r"(?:skin )?rash",
    "hand_foot_syndrome": r"hand[- ]foot (?:syndrome|skin reaction)|palmar-plantar\w*",
    "nausea": r"nausea(?: and vomiting|/vomiting)?",
}
# What else patients are counted by: the characteristic that a record files the term under, and the words that name it.
CHARACTERISTICS: dict[str, tuple[str, str]] = {
    "carcinoid_syndrome": ("symptom", r"carcinoid syndrome"),
    "female": ("sex", r"\bfemales?\b|\bwomen\b"),
    "male": ("sex", r"\bmales?\b|\bmen\b"),
    "g1": ("grade", r"\bg1\b|\bgrade (?:1|i)\b(?! *(?:-|/|or|and|to) *\d)(?! \w*(?:toxic|adverse|event|neutr|anae?m|thromb|leuk))"),
    "g2": ("grade", r"\bg2\b|\bgrade (?:2|ii)\b(?! *(?:-|/|or|and|to) *\d)(?! \w*(?:toxic|adverse|event|neutr|anae?m|thromb|leuk))"),
    "g3": ("grade", r"\bg3\b|\bgrade (?:3|iii)\b(?! *(?:-|/|or|and|to) *\d)(?! \w*(?:toxic|adverse|event|neutr|anae?m|thromb|leuk))"),
    "dead": ("vital_status", r"\b(?:had |have |has )?died\b|\bdeaths\b|\bdead\b"),
    "alive": ("vital_status", r"\balive\b"),
    "typical_carcinoid": (
        "histology",
        r"(?<!a)typical(?: \(tcs?\))?(?= carcinoid| and \d* ?(?:\([^()]*\) )?atypical)(?: carcinoids?)?|\btcs?\b",
    ),
    "atypical_carcinoid": ("histology", r"atypical(?: carcinoids?)?|\bacs?\b"),
    "small_cell_nec": ("histology", r"small[- ]cell (?:carcinomas?|nec|neuroendocrine carcinomas?)|\bscnecs?\b"),
    "large_cell_nec": ("histology", r"large[- ]cell (?:carcinomas?|nec|neuroendocrine carcinomas?)|\blcnecs?\b"),
    "progressive": (
        "progression_at_entry",
        r"progressive (?:disease|tumou?rs?) (?:at|before|prior)|(?:documented|radiolog\w+) (?:disease )?progression (?:at|before|prior)",
    ),
    "chemotherapy": (
        "prior_therapy",
        r"(?:prior|previous|previously received|previously treated with|pretreated with) (?:\w+ )?chemotherapy",
    ),
    "somatostatin_analogue": (
        "prior_therapy",
        r"(?:prior|previous|previously received|previously treated with|pretreated with) (?:somatostatin analogues?|somatostatin analogs?|ssas?)",
    ),
    "surgery": ("prior_therapy", r"(?:prior|previous|undergone|had undergone) (?:\w+ )?(?:surgery|resection)"),
    "limited": ("disease_extent", r"limited(?:[- ]stage)?(?: disease| \(ld\))?\b"),
    "extensive": ("disease_extent", r"extensive(?:[- ]stage)?(?: disease| \(ed\))?\b"),
    "metastatic": ("disease_extent", r"(?:had |with )(?:distant )?metasta(?:tic disease|ses)"),
    "liver": ("metastasis_site", r"(?:liver|hepatic) metastas[ei]s"),
    "first": ("line", r"first[- ]line|treatment[- ]naive|chemo-?naive"),
    "second": ("line", r"second[- ]line"),
    "functioning": ("functioning", r"(?<!non)(?<!non-)function(?:ing|al) (?:tumou?rs?|nets?|pnets?)"),
    "nonfunctioning": ("functioning", r"non-?function(?:ing|al)"),
    "unknown": ("primary_site", r"unknown (?:primary|origin|site)|primary unknown|\bcup\b|\bunknown\b"),
}
_AE_ONLY = ("discontinuation", "dose_reduction", "dose_interruption", "treatment_death", "death")
# Words of a vocabulary list that are too common to name the term by themselves.
_TOO_WIDE = {"death", "other", "renal", "response", "site", "toxicity", "lung", "bleeding", "pain", "symptoms", "marker", "any"}


@dataclass(frozen=True)
class Mention:
    """A role named in a sentence. ``kind``: response, survival, event, quantity, site, flow, characteristic."""

    kind: str
    term: str
    start: int
    end: int


class Roles:
    """Finds the roles that a sentence names."""

    def __init__(self, vocabulary: Vocabulary):
        self.patterns = _patterns(
            tuple((term, facts["label"], facts["synonyms"]) for term, facts in vocabulary["adverse_events"].facts.items()),
            tuple((term, facts["label"], facts["synonyms"]) for term, facts in vocabulary["sites"].facts.items()),
        )

    def mentions(self, text: str) -> list[Mention]:
        """The mentions in the order of their places; where two overlap, the longer one."""
        found = [Mention(kind, term, match.start(), match.end()) for kind, term, regex in self.patterns for match in regex.finditer(text)]
        found.sort(key=lambda mention: (mention.start, -(mention.end - mention.start)))
        kept: list[Mention] = []
        for mention in sorted(found, key=lambda mention: -(mention.end - mention.start)):
            if not any(mention.start < other.end and other.start < mention.end for other in kept):
                kept.append(mention)
        kept.sort(key=lambda mention: mention.start)
        return [
            mention
            for index, mention in enumerate(kept)
            if not _explains(text, kept, index) and not _announces(text, kept, index) and not _groups(text, mention)
        ]


# "Upon disease progression, 38 of 43 received ...", "For tumours with partial response, 10 (67%) of 15 were ...": when, or of whom.
_GROUP = re.compile(
    r"(?:^|[.;:] )(?:results: )?(?:(?:up)?on|after|following|at|until|for|in|among|of) (?:the )?(?:time of )?(?:all )?(?:\d+ )?(?:(?:tumou?rs|patients|pts|those|subjects|cases) (?:who )?(?:with|had|achieved|showing|experiencing) )?(?:an? |the |first |best )?$"
)


def _groups(text: str, mention: Mention) -> bool:
    if mention.kind != "response" or re.search(r"rate|rr", text[mention.start : mention.end]):
        return False
    return bool(_GROUP.search(text[: mention.start]) and re.match(r"[a-z \-]{0,25}, ", text[mention.end :])) or bool(
        re.match(r"(?:responders|nonresponders)$", text[mention.start : mention.end])
        and re.match(r" (?:harbou?red|had|were|with)\b", text[mention.end :])
    )


def _explains(text: str, kept: list[Mention], index: int) -> bool:
    """``clinical benefit (CR, PR and SD)`` is one name, explained in a bracket without figures."""
    mention = kept[index]
    if mention.kind != "response":
        return False
    start = text.rfind("(", 0, mention.start)
    end = text.find(")", mention.end)
    if start < 0 or end < 0 or ")" in text[start : mention.start] or re.search(r"\d", text[start:end]):
        return False
    return any(other.kind == "response" and start - other.end in (0, 1) for other in kept[:index])


def _announces(text: str, kept: list[Mention], index: int) -> bool:
    """``the best overall response was stable disease`` and ``stable disease as best response`` name one outcome: stable disease."""
    mention = kept[index]
    if mention.kind != "response" or mention.term != "objective_response" or "rate" in text[mention.start : mention.end]:
        return False
    if re.search(r"\bas (?:a |the |their )?(?:best )?$", text[: mention.start]):
        return True
    following = kept[index + 1] if index + 1 < len(kept) else None
    return (
        following is not None
        and following.kind == "response"
        and bool(
            re.fullmatch(
                r" ?(?:\([^()]*\) ?)?(?:to \w+ )?(?:(?:was|were|consisted of|included|includes|comprised|as|:|of|with)[\s:]*)(?:an? |confirmed |\d+ )*",
                text[mention.end : following.start],
            )
        )
        and bool(re.search(r"\bbest|responses? to|treatment|overall|tumou?r", text[max(0, mention.start - 12) : mention.end]))
    )


@lru_cache(maxsize=4)
def _patterns(
    events: tuple[tuple[str, str, str], ...], sites: tuple[tuple[str, str, str], ...]
) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    found = []
    for kind, table in (("response", RESPONSES), ("survival", ENDPOINTS), ("quantity", QUANTITIES), ("flow", _FLOW)):
        found += [(kind, term, re.compile(pattern)) for term, pattern in table.items() if pattern]
    for term, label, synonyms in events:
        words = [word for word in (term, label, *synonyms.split("|")) if len(word) > 3 and word.lower() not in _TOO_WIDE]
        if term in _AE_ONLY:
            words = []
        patterns = [word_pattern(words)] if words and term != "any_adverse_event" else []
        if term in _AE_EXTRA:
            patterns.append(_AE_EXTRA[term])
        if patterns and term != "other":
            found.append(("event", term, re.compile("|".join(patterns))))
    for term, label, synonyms in sites:
        words = [word for word in (term, label, *synonyms.split("|")) if len(word) > 3 and word.lower() not in _TOO_WIDE - {"lung"}]
        if words and term not in ("any", "other"):
            found.append(("site", term, re.compile(word_pattern(words) + (r"|\bpancreatic\b" if term == "pancreas" else ""))))
    # "...; the rates at 12 months were": of the endpoint named last.
    found.append(("survival", "same", re.compile(r"(?:^|\bthe |; )(?:\w+ )?rates? (?=(?:at|after) \d)")))
    found += [("characteristic", term, re.compile(pattern)) for term, (_, pattern) in CHARACTERISTICS.items()]
    return tuple(found)
