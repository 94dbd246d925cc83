"""What a report calls its own place: 我镇, 全区, 辖区."""

from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Doc

from kg.extraction.common.spans import Candidate
from kg.lexicon.division import Division
from kg.lexicon.levels import OWN, SELF, TOWN, WHOLE, is_zone, level_words, means
from kg.lexicon.matcher import Matcher
from kg.lexicon.vocabulary import Vocabulary
from kg.model.rules import OWN_PLACE


class Selves:
    """Finds a text's words for the reporting division."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._matcher = Matcher(vocabulary.words("boundary/self-reference"))
        self._whole_words = vocabulary.words("boundary/word-that-ends-in-whole")
        self._kinds = frozenset(c.label for c in vocabulary.of("Kind") if c.one("ofType") == "Division")

    def find(self, doc: Doc) -> Iterator[Candidate]:
        """The words in order; without ``doc._.home`` only those that tell a kind of division themselves."""
        text, home = doc._.clean, doc._.home
        found = self._matcher.find(doc._.analysis.bare)
        said = Counter(text[begin:end] for begin, end, _ in found)
        for begin, end, _ in found:
            word = text[begin:end]
            if word[0] == WHOLE and text.endswith(self._whole_words, 0, begin + 1):
                continue  # 健全 + 乡村公共法律服务体系
            if home is None:
                if word[1:] in self._kinds and word[0] in SELF and (word[0] != WHOLE or _is_own(said, word)):
                    yield Candidate(begin, end, "Division", word[1:], OWN_PLACE)
            elif _speaks_of(word, home):
                yield Candidate(begin, end, "Division", home.kind, f"{OWN_PLACE}{home.key}")


def _is_own(said: Counter[str], whole: str) -> bool:
    """Whether 全区 is the reporting division of a text that does not name it: said again, or beside 我区. 全市 said once may
    be the city around it; nothing that reports lies in a town."""
    meant = level_words().get(whole[1:])
    if meant and meant.rank == TOWN:
        return True
    return said[whole] > 1 or any(said[own + whole[1:]] for own in OWN)


def _speaks_of(word: str, home: Division) -> bool:
    """Whether 全镇, 我区, 街道 … speaks of this division, by its kind; words without a level (辖区) always do."""
    level = next((own for own in (word, word[1:], word[-1:]) if own in level_words()), "")
    zone = is_zone(home) and level == home.kind
    return zone or means(level, home) or (not level and word[0] not in SELF)
