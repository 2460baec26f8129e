"""Which term each figure of a sentence is of: all figures and mentions weighed against each other, not one by one.

A sentence names terms (mentions) and prints figures. Each figure gets one mention or none. A choice for the whole
sentence is scored by adding weights of plain features: how far apart a figure and its mention stand, what stands
between, which comes first, and how the choice goes on from one figure to the next ("the same term again", "the next
term"). The weights (``weights.py``) were fitted once, offline, to the curated records by ``benchmarks/fit_drafting.py``;
nothing is learnt or downloaded at run time. The share of all choices, by weight, that give a figure this mention is
how sure the pairing is.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from itertools import pairwise

from .atoms import Atom
from .reading import BRIDGE, NEXT, only_glue, unparen
from .roles import Mention
from .weights import WEIGHTS

_GAP_WORDS = re.compile(
    r"\b(?:not|no|without|duration|median|mean|follow|who|whom|after|at|than|treated|receiv\w*|primary|increase\w*|decreas\w*|reduc\w*|score|defined|least|lasting|lasted|for|had|has|have|having|achiev\w*|show\w*|experienc\w*|obtain\w*|develop\w*|attain\w*|was|were|is|are|in|of|with|and|or|to|by|during|including|included|includ\w*|observed|seen|noted|reported|occurred|patients?|pts|cases|tumou?rs?|remain\w*|remaining|other|while|whereas|but|among|all|both|grade|respectively|months?|years?|weeks?|until|due|improv\w*|rates?|from|from|compared|versus|vs|v|group|arm|evaluable|whom|as|overall|response|best|previous\w*|prior|before|baseline|differen\w*|significant\w*|estimated|reached|time|p|per|these|those)\b"
)
_BESIDE = re.compile(
    r"in|of|was|were|than|by|least|for|to|from|and|with|patients?|pts|cases?|had|have|reduction|increase|decrease|or|months?|responses?|reported|showed|achieved|experienced|the|a|an|no|p|were|rates?|vs|versus|versus|were|complete|partial|stable|who|after|at|on|disease|treatment|grade|is|as|all|both|developed|due|improvement|remaining|upon|until|following|among|under|before|initial|other|others|men|women|primary|tumou?rs?"
)
_BARE = ("response", "responses", "responders", "responded", "stable", "remission", "progression", "progressed", "survival", "stabilized", "unchanged", "no change", "responder", "asymptomatic", "remissions")  # fmt: skip
_LIST = re.compile(
    r"(?:\s*\([a-z ]+\))?[\s,]*(?:and|,|or|/|;)?[\s,]*(?:and |median |overall |objective |the |rates? (?:of )?){0,2}(?:\s*\([^()]*\))?[\s,]*"
)

# A "sentence" with more figures or names than this is a table that lost its lines: nothing is paired there.
MOST = 60


@dataclass(frozen=True)
class Pair:
    """A figure, the mention it is of, and how sure that is (0 to 1)."""

    figure: Atom
    mention: Mention
    sure: float


@dataclass(frozen=True)
class Around:
    """What a sentence's features need to know beside its words: the section, a subgroup, words of arms, plans."""

    section: str
    some: bool
    arms: re.Pattern[str]


def pair(model: str, text: str, figures: list[Atom], mentions: list[Mention], around: Around) -> list[Pair | None]:
    """For each figure its mention, or None; ``model`` is ``share`` or ``time``."""
    if not figures or not mentions or len(figures) > MOST or len(mentions) > MOST:
        return [None] * len(figures)
    unary, steps = features(model, text, figures, mentions, around)
    found: list[Pair | None] = []
    for index, shares in enumerate(marginals(*totals(model, unary, steps))):
        # A term named twice is one term: its shares are added up.
        terms: dict[tuple[str, str], float] = {}
        for mention, share in zip(mentions, shares[1:], strict=True):
            terms[mention.kind, mention.term] = terms.get((mention.kind, mention.term), 0.0) + share
        best = max(terms, key=terms.__getitem__)
        of = max((number for number, mention in enumerate(mentions) if (mention.kind, mention.term) == best), key=lambda n: shares[n + 1])
        # What is "unclear" (roles.py) takes its figure away from the other names and is of none itself.
        found.append(Pair(figures[index], mentions[of], terms[best]) if terms[best] > 0.05 and best[1] != "unclear" else None)
    return found


def totals(
    model: str, unary: list[list[list[str]]], steps: list[list[list[list[str]]]]
) -> tuple[list[list[float]], list[list[list[float]]]]:
    """The weights added up: of each state of each figure, and of each step between two states."""
    weights = WEIGHTS[model]
    scores = [[sum(weights.get(name, 0.0) for name in names) for names in states] for states in unary]
    return scores, [[[sum(weights.get(name, 0.0) for name in names) for names in row] for row in step] for step in steps]


def _sum(values: list[float]) -> float:
    top = max(values)
    return top + math.log(sum(math.exp(value - top) for value in values))


def marginals(scores: list[list[float]], moves: list[list[list[float]]]) -> list[list[float]]:
    """The share of each state of each figure, by the sum over all choices (forward and backward)."""
    states, last = range(len(scores[0])), len(scores) - 1
    forward = [scores[0]]
    for index in range(1, last + 1):
        forward.append([scores[index][b] + _sum([forward[-1][a] + moves[index - 1][a][b] for a in states]) for b in states])
    backward = [[0.0 for _ in states]]
    for index in range(last, 0, -1):
        backward.insert(0, [_sum([moves[index - 1][a][b] + scores[index][b] + backward[0][b] for b in states]) for a in states])
    total = _sum(forward[-1])
    return [[math.exp(forward[index][state] + backward[index][state] - total) for state in states] for index in range(last + 1)]


# -- features -------------------------------------------------------------------------------------------------


def features(
    model: str, text: str, figures: list[Atom], mentions: list[Mention], around: Around
) -> tuple[list[list[list[str]]], list[list[list[list[str]]]]]:
    """The names of what speaks for and against: per figure and state (0: none, then each mention), and per step and two states."""
    lists = _lists(text, figures, mentions)
    unary = []
    for index in range(len(figures)):
        states = [_none(model, text, figures, index, around, mentions)]
        states += [_together(text, figures, index, mentions, number, around, lists) for number in range(len(mentions))]
        unary.append(states)
    steps = []
    for index in range(len(figures) - 1):
        how = _between(text, figures[index], figures[index + 1], mentions, around)
        size = range(len(mentions) + 1)
        steps.append([[_step(a, b, how, mentions, figures[index], figures[index + 1]) for b in size] for a in size])
    return unary, steps


def _form(figure: Atom) -> str:
    if figure.kind == "share":
        return "".join(letter for letter, name in (("n", "n"), ("p", "percent"), ("o", "of")) if figure.get(name))
    return figure.kind


def _beside(text: str, figure: Atom) -> tuple[str, str]:
    """The words right before and right behind a figure, where they are known ones."""
    before = re.search(r"([a-z]+)[ (\[]*$", text[max(0, figure.start - 16) : figure.start])
    behind = re.match(r"[)\]% ]*([a-z]+)", text[figure.end : figure.end + 20])
    sign = re.search(r"([;,:=(><+~]) *$", text[max(0, figure.start - 3) : figure.start])
    left = before[1] if before and _BESIDE.fullmatch(before[1]) else sign[1] if sign else "-"
    right = behind[1] if behind and _BESIDE.fullmatch(behind[1]) else (text[figure.end :].strip()[:1] or "end")
    return left, right if right.isalpha() or right in ".,;)(" else "-"


def _none(model: str, text: str, figures: list[Atom], index: int, around: Around, mentions: list[Mention]) -> list[str]:
    figure = figures[index]
    left, right = _beside(text, figure)
    form = _form(figure)
    names = [
        "none",
        f"none:{form}",
        f"none:prev:{left}",
        f"none:next:{right}",
        f"none:{form}:next:{right}",
        f"none:section:{around.section[:4]}",
    ]
    if around.some:
        names.append("none:some")
    if index == 0:
        names.append(f"none:first:{form}")
    near = min((max(mention.start - figure.end, figure.start - mention.end) for mention in mentions), default=999)
    names.append(f"none:near{_bucket(near)}")
    if re.search(r"(?:at least|more than|less than|[<>]=?|up to|over|greater than) *$", text[: figure.start]):
        names.append("none:bound")
    if re.match(r"[)% ]*(?:of (?:whom|these|the (?:responders|remaining))|or more|increase|reduction|decrease|power)", text[figure.end :]):
        names.append("none:bound-behind")
    if re.match(
        r" (?:[a-z\-]+ ){0,3}(?:patients|pts|subjects|individuals)\b(?: with| treated| who| were| in| enrolled| evaluable| receiv)",
        text[figure.end :],
    ):
        names.append(f"none:people:{form}")
    if re.search(r"(?:\bof|among|in) (?:the |all |these )?$", text[: figure.start]) and re.match(
        r" (?:[a-z\-]+ ){0,3}(?:patients|pts|cases|tumou?rs)", text[figure.end :]
    ):
        names.append(f"none:denominator:{form}")
    if re.search(
        r"at baseline|at (?:study )?entry|at (?:the )?time of (?:randomi|enrol|inclusion|diagnosis)|before (?:\w+ )?(?:treatment|therapy)|indication|prior to|initiation",
        text,
    ):
        names += ["none:baseline", f"none:baseline:{form}"]
    if re.search(r"eligib|criteria|assum|power|hypothes|defined|primary (?:end ?point|outcome)|planned|objective (?:was|of)|aim", text):
        names.append("none:plan")
    return names


def _bucket(length: int) -> str:
    return next((str(limit) for limit in (3, 10, 25, 60, 120) if length < limit), "far")


def _together(
    text: str,
    figures: list[Atom],
    index: int,
    mentions: list[Mention],
    number: int,
    around: Around,
    lists: dict[int, tuple[int, str]],
) -> list[str]:
    figure, mention = figures[index], mentions[number]
    kind, form = mention.kind, _form(figure)
    side = "A" if figure.start >= mention.end else "B"
    if side == "A":
        gap = text[mention.end : figure.start]
        other_figures = sum(mention.end <= other.start < figure.start for other in figures)
        other_mentions = sum(mention.end <= other.start < figure.start for other in mentions)
    else:
        gap = text[figure.end : mention.start] if mention.start >= figure.end else ""
        other_figures = sum(figure.end <= other.start < mention.start for other in figures)
        other_mentions = sum(figure.end <= other.start < mention.start for other in mentions)
    plain = around.arms.sub("ARM", unparen(gap))
    word = text[mention.start : mention.end]
    place = f"{side}:f{min(other_figures, 3)}:m{min(other_mentions, 2)}"
    nearest = f"{side}:m{min(other_mentions, 1)}"
    names = [
        f"kind:{kind}",
        f"term:{mention.term}",
        f"{place}",
        f"{kind}:{place}",
        f"{kind}:{form}",
        f"{form}:{nearest}",
        f"{side}:len{_bucket(len(gap))}",
        f"{kind}:section:{around.section[:4]}",
    ]
    if only_glue(plain.replace("ARM", " ")):
        names += [f"{nearest}:glue", f"{kind}:{side}:glue", f"{place}:glue"]
    if not re.search(r"[a-z]", gap):
        names += [f"{nearest}:bare", f"{kind}:{side}:bare"]
    if len(plain.strip()) <= 28 and not other_figures:
        names.append(f"{side}:gap:{re.sub(r'[^a-z(,;:=]+', '_', plain.strip()) or '-'}")
    if gap.count("(") > gap.count(")"):
        names.append(f"{side}:open")
    if gap.count("(") < gap.count(")"):
        names.append(f"{side}:close")
    for sign, name in ((";", "semicolon"), (":", "colon"), (",", "comma"), (". ", "stop")):
        if sign in plain:
            names.append(f"{side}:{name}")
    names += [f"{side}:w:{found}" for found in sorted({match[0] for match in _GAP_WORDS.finditer(plain)})] if len(plain) < 200 else []
    if side == "B" and NEXT.match(around.arms.sub("ARM", plain)):
        names += [f"{kind}:next", f"next:f{min(other_figures, 1)}:m{min(other_mentions, 1)}"]
    if side == "B" and re.search(
        r"(?:had|achieved|attained|showed|experienced|obtained|demonstrated|exhibited|developed)\b[a-z ]{0,30}$", plain
    ):
        names.append(f"{nearest}:had")
    # The order of the sentence: does it begin with a name or with a figure?
    first = "M" if any(other.end <= figures[0].start for other in mentions if other.kind == kind) else "F"
    names += [f"{side}:first{first}", f"{nearest}:first{first}", f"{place}:first{first}"]
    left, right = _beside(text, figure)
    names += [f"{nearest}:prev:{left}", f"{nearest}:next:{right}"]
    before = re.search(r"([a-z]+)[ (\[]*$", text[max(0, mention.start - 16) : mention.start])
    behind = re.match(r"[)\] ]*([a-z]+|[(,;:])", text[mention.end : mention.end + 20])
    names.append(f"{kind}:mprev:{before[1] if before and _BESIDE.fullmatch(before[1]) else '-'}")
    names.append(f"{kind}:mnext:{behind[1] if behind and (_BESIDE.fullmatch(behind[1]) or not behind[1].isalpha()) else '-'}")
    if word in _BARE:
        names.append("word:" + word.replace(" ", "_"))
    if "rate" in word:
        names.append(f"rate:{form}")
    if index in lists:
        member, how = lists[index]
        names += ["list", f"list:{how}"] if member == number else ["list:not", f"list:not:{how}"]
    if len(figures) == sum(other.kind == kind for other in mentions):
        own = [other for other in range(len(mentions)) if mentions[other].kind == kind]
        if number in own:
            names.append(f"same:{side}" if own.index(number) == index else f"same:not:{side}")
    return names


def _between(text: str, left: Atom, right: Atom, mentions: list[Mention], around: Around) -> tuple[str, int]:
    """What stands between two figures: a joining word, a bracket, a stop; and how many mentions."""
    gap = text[left.end : right.start]
    named = sum(left.end <= mention.start < right.start for mention in mentions)
    plain = around.arms.sub(" ", unparen(gap))
    if re.fullmatch(r"[^()]*\([^()]*", gap) and len(gap) < 25:
        return "bracket", named
    if re.search(r"[;]|\. ", plain):
        return "stop", named
    joined = BRIDGE.search(gap)
    if joined and only_glue(plain):
        return ("versus" if re.search(r"\bv|compared", joined[0]) else "and" if "and" in joined[0] else "join"), named
    return ("with" if re.search(r"\bwith\b|in patients|in those|\bfor\b", plain) else "words"), named


def _step(a: int, b: int, how: tuple[str, int], mentions: list[Mention], left: Atom, right: Atom) -> list[str]:
    join, named = how
    if not a and not b:
        return ["step:none-none", f"step:none-none:{join}"]
    if not b:
        return ["step:to-none", f"step:to-none:{join}"]
    if not a:
        return ["step:from-none", f"step:from-none:{join}"]
    one, two = mentions[a - 1], mentions[b - 1]
    if a == b:
        inside = "inside" if left.end <= one.start < right.start else "outside"
        return [
            f"step:same:{inside}",
            f"step:same:{inside}:{join}",
            f"step:same:{inside}:m{min(named, 2)}",
            f"step:same:{two.kind}",
            f"step:same:form{int(_form(left) == _form(right))}",
        ]
    leap = b - a
    side = ("A" if left.start >= one.end else "B") + ("A" if right.start >= two.end else "B")
    kind = "kind" if one.kind == two.kind else "other"
    size = "next" if leap == 1 else "later" if leap > 1 else "back"
    names = [f"step:{size}", f"step:{size}:{join}", f"step:{size}:{side}", f"step:{side}", f"step:{kind}"]
    if one.term == two.term:
        names.append("step:term-again")
    return names


def _blocks(text: str, figures: list[Atom], line: list[int], times: int) -> bool:
    """``DFS and OS were 44.8% and 39.5%, and 53.8% and 39.6%``: a comma or semicolon stands between the groups, and only there."""
    parts = [bool(re.search(r"[,;]", unparen(text[figures[a].end : figures[b].start]))) for a, b in pairwise(line)]
    return all(part == ((place + 1) % times == 0) for place, part in enumerate(parts))


def _lists(text: str, figures: list[Atom], mentions: list[Mention]) -> dict[int, tuple[int, str]]:
    """``rates of CR, PR and SD were 2%, 16% and 74%``: as many figures as names, or a multiple of them (by arms)."""
    found: dict[int, tuple[int, str]] = {}
    start = 0
    while start < len(mentions) - 1:
        run = [start]
        while run[-1] + 1 < len(mentions):
            here, there = mentions[run[-1]], mentions[run[-1] + 1]
            if here.kind not in ("response", "event", "survival") or there.kind not in ("response", "event", "survival", "quantity"):
                break
            if here.term == there.term or not _LIST.fullmatch(text[here.end : there.start]):
                break
            run.append(run[-1] + 1)
        start = run[-1] + 1
        if len(run) < 2:
            continue
        limit = mentions[start].start if start < len(mentions) else len(text)
        line = [index for index, figure in enumerate(figures) if mentions[run[-1]].end <= figure.start < limit]
        stop = re.search(r";|\. ", text[mentions[run[-1]].end :])
        if stop:
            line = [index for index in line if figures[index].start < mentions[run[-1]].end + stop.start()] or line
        if line and len(line) % len(run):
            # "ORR, PFS and OS were 50%, 6.2 and 11.6 months": shares are of the one kind, lengths of time of the other.
            own = [number for number in run if (mentions[number].kind == "response") == (figures[line[0]].kind in ("share", "count", "n"))]
            run = own if len(own) < len(run) else run
        if not line or not run or len(line) % len(run):
            continue
        times = len(line) // len(run)
        gap = text[figures[line[0]].end : figures[line[1]].start] if len(line) > 1 else ""
        # "CR and PR were 2% v 1% and 10% v 12%" goes by names, "2% and 10% with A, 1% and 12% with B" by arms.
        by_names = bool(re.search(r"\bv(?:s|ersus)?\b|compared", gap)) or _blocks(text, figures, line, times)
        how = "exact" if times == 1 else "block" if by_names else "cyclic"
        for place, index in enumerate(line):
            found[index] = (run[place // times if how == "block" else place % len(run)], how)
    return found
