"""The spaCy pipeline: blank Chinese, one token a code point, one component a kind of name or statement."""

from collections.abc import Callable

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from kg.extraction.bodies import divisions, organizations, persons  # noqa: F401  (importing registers the factories)
from kg.extraction.common import words  # noqa: F401
from kg.extraction.figures import figures  # noqa: F401
from kg.extraction.names import heads, honours, instruments, mentions, patterns, quotations, spirits, terms  # noqa: F401
from kg.extraction.relations import relations  # noqa: F401
from kg.extraction.statements import statements  # noqa: F401
from kg.lexicon.own import while_same

COMPONENTS = (
    "fazhi_words",
    "fazhi_divisions",
    "fazhi_terms",
    "fazhi_instruments",
    "fazhi_organizations",
    "fazhi_patterns",
    "fazhi_persons",
    "fazhi_heads",
    "fazhi_honours",
    "fazhi_quotations",
    "fazhi_spirits",
    "fazhi_mentions",
    "fazhi_figures",
    "fazhi_statements",
    "fazhi_relations",
)
EXTENSIONS = ("clean", "outline", "home", "called", "analysis", "relations", "figures", "statements")


class _Orths(dict[str, int]):
    """The identifiers of characters in spaCy's vocabulary: looking one up there costs as much as all the rest."""

    def __init__(self, vocab: Vocab) -> None:
        super().__init__()
        self._vocab = vocab

    def __missing__(self, char: str) -> int:
        orth = self[char] = self._vocab[char].orth
        return orth


class CharacterTokenizer:
    """One token a code point, so that a token's index is its offset in the text.

    The text itself is kept in ``doc._.clean``: spaCy's ``doc.text`` joins all tokens anew at each call.
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self._orths = _Orths(vocab)

    def __call__(self, text: str) -> Doc:
        orths = list(map(self._orths.__getitem__, text))
        doc = Doc(self.vocab, words=orths, spaces=[False] * len(text))  # type: ignore[arg-type]  # hashes do too
        doc._.clean = text
        return doc


@registry.tokenizers("fazhi.CharacterTokenizer.v1")  # type: ignore[untyped-decorator]  # catalogue has no types
def make_tokenizer() -> Callable[[Language], CharacterTokenizer]:
    """The tokenizer's factory, for spaCy's configuration."""
    return lambda nlp: CharacterTokenizer(nlp.vocab)


@while_same(maxsize=4)
def pipeline(vocabulary: tuple[str, ...] = ()) -> Language:
    """The extraction pipeline; ``vocabulary``: paths of the user's own vocabulary files.

    A document needs ``doc._.outline`` and ``doc._.home`` before it goes through.
    """
    for name in EXTENSIONS:
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "fazhi.CharacterTokenizer.v1"}}})
    for name in COMPONENTS:
        nlp.add_pipe(name, config={"vocabulary": list(vocabulary)})
    return nlp
