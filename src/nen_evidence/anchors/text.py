"""Reading a source's text: one form for odd prints, sentences, and the figures in them.

The grammar of figures that anchoring and drafting share. ``normalize`` keeps one character where
the print has one wherever it can, so that places in a sentence stay meaningful.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cached_property

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS = {word: number for number, word in enumerate(_UNITS)} | {word: 10 * number for number, word in enumerate(_TENS, start=2)}
_WORD_NUMBER = re.compile(
    rf"\b(?:(?P<hundreds>{'|'.join(['a', *_UNITS[1:10]])}) hundred(?: and)?(?:[- ](?P<rest>(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_UNITS[1:10])}))?|{'|'.join(_UNITS[1:])}))?|(?P<tens>{'|'.join(_TENS)})[- ](?P<unit>{'|'.join(_UNITS[1:10])})|(?P<single>{'|'.join([*_UNITS, *_TENS])})"
    r"|(?P<none>none|no (?:mortality|patients?|neutrali[sz]ing|objective|complete|partial|minor|tumou?r|responses?|treatment|grade|deaths?|cases?|severe|serious|significant|toxic|symptom|clinical|hormonal|biochemical|radiolog\w+|protocol-defined|dose-limiting|dlts?|side[- ]effects)|without (?:any )?(?:toxic|grade|treatment-related|mortality)|not (?:observed|seen|demonstrated)|neither)"
    r"|(?P<singular>(?:the (?:other|third|second|fourth|remaining|last)|another|a|an|single) (?:\w+ )?(?:patient|case)\b)"
    r"|(?P<half>half))\b"
)
_DIGITS = re.compile(r"(?<![a-z0-9_.])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|(?<![\w])\.\d+|(?<=[a-z(=<>~/\-])\d+(?:\.\d+)?")
_ONE_IN = re.compile(rf"\b(?P<part>\d+|{'|'.join(_UNITS[1:])}) (?:in|out of)(?: every)? (?P<whole>\d+|{'|'.join([*_UNITS[2:], *_TENS])})\b")
# Numbers that are no figures of a result: confidence levels, years, registrations, versions, grades, nuclides.
ASIDE = re.compile(
    r"(?:95|90|99|80) ?%? ?-?(?:ci\b|confidence|c\.i)|\b(?:19|20)\d\d\b|nct ?\d+|version \d|recist[ ,v(]*(?:version )?\d(?:\.\d)?|ctcae[ ,v(]*(?:version )?\d(?:\.\d)?|grades? ?[1-5](?: ?(?:-|/|or|to|and) ?[1-5])?|m\(?2\)?|10\(\d\)|phase [1-4]|\b[1-4]:[1-4]\b"
    r"|ki-?67|\bg[1-3]\b|\b(?:68|90|99m|111|123|131|161|177|212|213|225)[)\]]?[- ]?(?:ga|y|tc|in|i|tb|lu|pb|bi|ac)\b|(?:ga|y|in|i|lu|ac|pb)[- (]?(?:68|90|111|131|177|212|225)\b"
)
_HEADING = re.compile(
    r"(?:background|introduction|aims?|purpose|objectives?|(?:patients|materials?|subjects)?(?: and )?methods?|experimental design|design|setting|results?|findings|conclusions?|interpretation|funding|abstract|study details|discussion)[:.]?"
)
_ABBREVIATIONS = re.compile(
    r"(?:\b(?:vs|e\.g|i\.e|fig|figs|al|approx|resp|no|nos|ca|dr|st|wk|mo|yr|pts|ref|vol|p|i\.v|i\.m|s\.c|b\.i\.d|t\.i\.d|q\.d|o\.d)|\b[a-z])$"
)


def normalize(text: str) -> str:
    """One form for what is printed in many: dashes, middle dots, thin spaces, superscripts, ligatures; lower case."""
    text = re.sub(r"(?<=\d)[·∙⋅•](?=\d)", ".", text)
    text = re.sub(
        r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+",
        lambda match: (
            "(" + unicodedata.normalize("NFKC", match[0]) + ")"
            if re.search(r"10$", text[: match.start()])
            else unicodedata.normalize("NFKC", match[0])
        ),
        text,
    )
    text = unicodedata.normalize("NFKC", text)
    text = re.sub(r"[‐‑‒–—―−]", "-", text)
    text = re.sub(r"(?<=\d),(?=\d{1,2} ?(?:%|months))", ".", text)
    text = re.sub(r"[‘’′`]", "'", text)
    text = re.sub(r"[“”″]", '"', text)
    text = text.replace("≤", "<=").replace("≥", ">=").replace("⩽", "<=").replace("⩾", ">=").replace("×", "x").replace("µ", "μ")
    text = re.sub(r"(?<=\d)[ ](?=\d{3}\b(?!\s*(?:mg|mbq|gbq|mci)))(?<=\b\d )", "", text)
    return re.sub(r"\s+", " ", text).strip().lower()


@dataclass(frozen=True)
class Number:
    """A figure in a sentence: its plain value as text, and where it stands."""

    plain: str
    start: int
    end: int


@dataclass(frozen=True)
class Sentence:
    """A sentence of a text; ``number`` counts from 1 (0 is the title)."""

    number: int
    text: str
    # The long forms of the abbreviations that the text defines and this sentence uses: "carcinoid crisis (CC)".
    long_forms: tuple[str, ...] = ()

    @cached_property
    def norm(self) -> str:
        return normalize(self.text)

    @cached_property
    def said(self) -> str:
        """The normalized sentence with the long forms behind it: for what it is about, not for where a figure stands."""
        return " | ".join([self.norm, *self.long_forms])

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of the normalized sentence, its first 32 hexadecimal digits."""
        return hashlib.sha256(self.norm.encode()).hexdigest()[:32]

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        found = []
        for match in _DIGITS.finditer(self.norm):
            found.append(Number(plain_number(match[0]), match.start(), match.end()))
            if re.search(r"(?:^|[\s(\[=:;,±])-$", self.norm[: match.start()]):
                found.append(Number("-" + plain_number(match[0]), match.start() - 1, match.end()))
        for match in _WORD_NUMBER.finditer(self.norm):
            if match["hundreds"]:
                value = 100 * _WORDS.get(match["hundreds"], 1) + sum(_WORDS[word] for word in re.split(r"[- ]", match["rest"] or "zero"))
            elif match["tens"]:
                value = _WORDS[match["tens"]] + _WORDS[match["unit"]]
            elif match["single"]:
                value = _WORDS[match["single"]]
            elif match["half"]:
                value = 50
            else:
                value = 0 if match["none"] else 1
            found.append(Number(str(value), match.start(), match.end()))
        for match in _ONE_IN.finditer(self.norm):
            # "1 in 5 patients" says 20 percent, as "half of the patients" says 50.
            part, whole = (int(_WORDS.get(match[name], match[name])) for name in ("part", "whole"))
            if whole and part < whole and 100 * part % whole == 0:
                found.append(Number(str(100 * part // whole), match.start(), match.end()))
        return tuple(sorted(found, key=lambda number: number.start))

    @cached_property
    def plain_numbers(self) -> frozenset[str]:
        return frozenset(number.plain for number in self.numbers)


def plain_number(text: str) -> str:
    """``1,200`` as 1200, ``.050`` as 0.05, ``18.0`` as 18."""
    text = text.replace(",", "")
    text = "0" + text if text.startswith(".") else text
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.lstrip("0") or "0" if "." not in text else re.sub(r"^0+(?=\d)", "", text)


def sentences(text: str, title: str = "") -> list[Sentence]:
    """The sentences of a text, from its lines and full stops; sentence 0 is the title."""
    found = [Sentence(0, title)]
    for line in re.split(r"\s*\n\s*", text):
        if not line.strip() or re.fullmatch(r"-- .* --", line.strip()) or _HEADING.fullmatch(line.strip().lower()):
            continue
        start = 0
        for match in re.finditer(r"[.!?][\])\"'”’]*(?:\[[\d,\- ]+\])?\s+(?=[\"'“(\[]*[A-Z0-9<≥≤])", line):
            before = line[start : match.start()].lower()
            if line[match.start()] == "." and _ABBREVIATIONS.search(before):
                continue
            found.append(Sentence(len(found), line[start : match.end()].strip()))
            start = match.end()
        if line[start:].strip():
            found.append(Sentence(len(found), line[start:].strip()))
    return _with_long_forms(found)


_DEFINED = re.compile(r"((?:[A-Za-z][\w'-]*[ -]+){1,7})\(([A-Z][A-Za-z]{0,4}[A-Z])s?[);,]")


def _with_long_forms(found: list[Sentence]) -> list[Sentence]:
    """Each sentence with the long forms of its abbreviations, where the text says them: the words' initials are the abbreviation's letters."""
    forms: dict[str, str] = {}
    for sentence in found:
        for match in _DEFINED.finditer(sentence.text):
            letters = match[2].lower()
            words = re.findall(r"[A-Za-z]\w*", match[1])[-len(letters) :]
            if "".join(word[0].lower() for word in words) == letters:
                forms.setdefault(match[2], " ".join(words).lower())
    if not forms:
        return found
    return [
        replace(sentence, long_forms=tuple(long for short, long in forms.items() if re.search(rf"\b{short}s?\b", sentence.text)))
        for sentence in found
    ]


@dataclass(frozen=True)
class SourceText:
    """The text of a report, kept locally: header lines ``# name: value``, then the text."""

    header: dict[str, str]
    sentences: list[Sentence]


def read_text(content: str) -> SourceText:
    """A local text file: header lines ``# name: value`` first, then the text as printed."""
    header: dict[str, str] = {}
    body: list[str] = []
    for line in content.splitlines():
        match = re.match(r"#\s*([a-z_]+):\s*(.*)$", line)
        if match and not body:
            header[match[1]] = match[2].strip()
        elif not (line.startswith("#") and not body):
            body.append(line)
    return SourceText(header, sentences("\n".join(body), header.get("title", "")))
