"""The rules that mentions, relations, figures and statements are found by, each declared once, with what it does in words.

A rule is ``component:pattern``. One that is declared with a ``:`` or ``@`` at its end is what a family of rules begins with:
after ``:`` an identifier of the vocabulary, a relation or the words that triggered it follow, after ``@`` which thing it names.
"""

WORDS: dict[str, str] = {}
"""What each rule, or each of a family, does, in English; by its spelling, or by what the family begins with."""


def declare(spelled: str, words: str) -> str:
    """Declare a rule or a family; gives its spelling back."""
    WORDS[spelled] = words
    return spelled


def family(of: str) -> str:
    """The rule or family as which one was declared, or the empty string; the longest that fits counts.

    >>> family("relations:verb:落实"), family("divisions:village"), family("divisions:village-of-whatever")
    ('relations:verb:', 'divisions:village', '')
    """
    fitting = (known for known in WORDS if of == known or (known[-1] in ":@" and of.startswith(known)))
    return max(fitting, key=len, default="")


TERM = declare("terms:", "a term of the vocabulary, read as it is written there")
PATTERN = declare("patterns:", "a name with a grammar of its own")

HEAD = "heads:"
"""What the rules of names by their last word begin with; how the name is found (``fz:headUse``) and the word's identifier
follow: ``heads:phrase:head/system``."""
declare(f"{HEAD}phrase:", "a word that such names end in, and the modifier before it")
declare(
    f"{HEAD}object:", "a word that such names end in, and the modifier before it, as the object of a verb"
)
declare(
    f"{HEAD}counted:", "a word that such names end in, and the modifier before it, beside how many there are"
)
declare(f"{HEAD}quoted:", "a word that such names end in, after a quotation")
declare(f"{HEAD}listed:", "an item of a list that shares its last word")
declare(f"{HEAD}body:", "a word for meetings, after the body that meets")

BODY = declare("organizations:", "a kind of body in the vocabulary, with the place, level or name before it")
DEPARTMENT = declare("organizations:self", "what a department calls itself")
"""What the department that reports calls itself: 我局."""
OFFICE = declare("organizations:office@", "the office that is set up at the body named before it")
"""The office of the coordinating body named before it (领导小组 + 下设办公室); the kind of that body follows."""

NAMED_PLACE = declare("divisions:named@", "the name of a division of the gazetteer")
TOWN = declare(
    "divisions:town@", "a proper name before 镇, 乡 or 街道 that no list has, by what stands around it"
)
"""A town that no list has; the key of its county and its own follow."""
NAMED_PLACES = (NAMED_PLACE, TOWN)
"""Rules of divisions that are named, the reporting one among them, but villages."""
OWN_PLACE = declare("divisions:self@", "what a report calls its own place")
"""What a report calls its own place: 我镇. No key follows when that place is not known."""
CALLED_PLACE = declare(
    "divisions:called@",
    "what the head of the report calls a place that the gazetteer does not tell from others",
)
"""The name that the head of a report gives a place which is not known; no key follows."""
REPORTER = (OWN_PLACE, CALLED_PLACE)
"""Rules of what means the reporting division."""
VILLAGE = declare("divisions:village", "a proper name before a word for villages and estates")
"""The rule of villages, and what those of villages told in other ways begin with."""
VILLAGE_IN = declare("divisions:village-in@", "a village's name directly after the town that it lies in")
"""A village named with the town that it lies in; the town's key follows."""
VILLAGE_LISTED = declare(
    "divisions:village-listed", "an item of a list of villages that shares the word for villages at its end"
)
"""A village that only the end of its list tells."""

TITLE = declare("instruments:title", "a title in book-title marks")
BARE_LAW = declare("instruments:bare", "the name of a law in the list, without marks")
ACTIVITY = declare("instruments:activity", "a title in book-title marks and the activity after it")
ISSUED = declare("instruments:inner", "what a notice issues, by the title of the notice")
"""What a notice issues: the inner title of 《关于印发〈工作规定〉的通知》."""
CARRIED_OUT = declare("instruments:carried-out", "what a plan carries out, by the title of the plan")
"""What a plan carries out: the inner title of 《贯彻落实〈实施纲要〉工作方案》."""

TITLED_PERSON = declare("persons:title", "a family name and a given name beside a title")
FIRM_PERSON = declare("persons:of-a-firm", "a family name and a given name directly after a law firm")
HONOURED_PERSON = declare(
    "persons:honoured",
    "a family name and a given name at the head of a clause that says what honour they were given",
)
SPIRIT = declare("spirits:own", "a meeting whose spirit is meant")
SHARED_SPIRIT = declare("spirits:shared", "a meeting in a list of meetings whose spirit is meant")
AWARDED = declare("honours:receives", "what follows a verb of awarding")
QUOTED_NAME = declare("quotations:name", "a quotation as the object of a verb that names things")
QUOTED_THEME = declare("quotations:theme", "a quotation that is the theme of an activity")
QUOTED_PEOPLE = declare("quotations:people", "a quotation beside how many people there are of it")
QUOTED_DOCUMENT = declare("quotations:instrument", "a quotation that ends as documents do")
QUOTED_PRINCIPLE = declare(
    "quotations:principle", "a quotation as the object of a verb of holding to principles"
)

VERB = declare("relations:verb:", "a verb before its object")
PASSIVE = declare("relations:passive:", "a verb after its object, which begins the clause")
FRAME = declare("relations:frame:", "two phrases around the object")
IMPLIED = declare("relations:implied", "no verb: the name around it implies it")
NAMED = declare("relations:named", "no verb: that the report names it implies it")
APPOSITION = declare("appositions:", "the order of the words, without a verb")
TOGETHER = declare(
    "together:cooperatesWith", "several bodies as the subject of one verb, with a word for together"
)
INSIDE_DIVISION = declare("structure:division", "a name that says which place it lies in")
ORGAN = declare("structure:organ", "a body whose name is another's and what an organ's name adds")
INSIDE_HOME = declare("structure:home", "a village or town of the division that reports")
INSIDE_NAME = declare("structure:name", "a name that begins with the place it lies in")
PART = declare(
    "structure:part", "both are in the report, and the vocabulary says that one is a part of the other"
)

COUNT = declare("figures:count", "a number and its measure word")
ZERO = declare("figures:zero", "words that say that there was none")
TABLE = declare("figures:table", "a number alone in a cell of a table, under a heading that tells a measure")

SECTION = declare("statements:section", "a clause of a section that holds such statements")
PROMISE = declare("statements:promise:", "a word that makes a promise")
CARRIED = declare("statements:carried", "it goes on the clause before it")


def institution(rule: str) -> str:
    """The identifier of the institution kind that a body's rule names: ``institution/justice-office``."""
    return rule.removeprefix(OFFICE).removeprefix(BODY)
